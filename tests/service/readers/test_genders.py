"""Genders: what a title or a given name says, and nothing where it does not."""

from nutgraf.readers.genders import gender_of_name, gender_of_title
from nutgraf.readers.given_names import EITHER, MEN, WOMEN


def test_titles_tell_or_do_not() -> None:
    assert [gender_of_title(t) for t in ("Ms", "Mrs.", "Crown Prince", "Dr", "")] == [
        "she",
        "she",
        "he",
        None,
        None,
    ]


def test_given_names_tell_or_do_not() -> None:
    assert [gender_of_name(n) for n in ("Anna", "Robert Paul", "Kim", "Kalo", None)] == [
        "she",
        "he",
        None,
        None,
        None,
    ]


def test_no_name_is_in_two_lists() -> None:
    assert len(WOMEN | MEN | EITHER) == len(WOMEN) + len(MEN) + len(EITHER)
