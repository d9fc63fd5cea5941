"""Who is meant in a place of a sentence: the head of a phrase, not whose it is."""

import pytest

from nutgraf.readers.heads import actors, objects, within
from nutgraf.readers.words import stems


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The brother of the banker", {"brother"}),
        ("Ada Vell's lawyer", {"lawyer"}),
        ("A panel of judges", {"panel", "judg"}),
        ("Talks with Norda", {"talk"}),
        ("A nephew of the owner, Tom Vell", {"nephew", "tom", "vell"}),
        ("On Monday 40 farmers", {"farmer"}),
    ],
)
def test_who_acts_is_the_head_of_the_phrase(text: str, meant: set[str]) -> None:
    assert actors(stems(text), 0, len(text), text) == meant


def test_an_object_keeps_the_phrases_behind_it_but_not_what_is_of_it() -> None:
    text = "the brother of Vell in Osk"
    assert objects(stems(text), 0, len(text), text) == {"brother"}
    assert objects(stems("the mill in Osk"), 0, 15, "the mill in Osk") == {"mill", "osk"}


def test_without_its_text_a_place_has_all_its_words() -> None:
    text = "Vell's lawyer"
    assert within(stems(text), 0, len(text)) == {"vell", "lawyer"}
