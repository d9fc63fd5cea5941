"""Lending: a sentence is read with nouns of a statement that it leaves out, if a sentence before has them."""

import pytest

from nutgraf.readers.lending import lent
from nutgraf.readers.reading import Reading


def readings(statement: str, home: str, before: str) -> list[str]:
    return [one.text for one in lent(Reading(statement), Reading(home), [(1, Reading(before))])]


@pytest.mark.parametrize(
    ("statement", "home", "before", "reading"),
    [
        (
            "A landing would cost 9 million.",
            "It would cost 9 million.",
            "She proposed a landing.",
            "A landing would cost 9 million.",
        ),
        (
            "Seven letters were sent to Poe.",
            "Seven were sent to Poe.",
            "The first letter is lost.",
            "Seven letters were sent to Poe.",
        ),
        (
            "At least 40 voters sang.",
            "At least 40 of them sang.",
            "The voters came.",
            "At least 40 voters sang.",
        ),
        (
            "Ten tonnes of fuel are left.",
            "Ten tonnes are left.",
            "The fuel leaks.",
            "Ten tonnes of fuel are left.",
        ),
        (
            "Two men lived in the school building.",
            "Two men lived in the building.",
            "The school was old.",
            "Two men lived in the school building.",
        ),
        (
            "The preacher of Osk, Tom Orme, left.",
            "The preacher, Tom Orme, left.",
            "Osk has its own preacher.",
            "The preacher of Osk, Tom Orme, left.",
        ),
    ],
)
def test_a_noun_is_lent(statement: str, home: str, before: str, reading: str) -> None:
    assert reading in readings(statement, home, before)


@pytest.mark.parametrize(
    ("statement", "home", "before"),
    [
        ("A landing would cost 9 million.", "It would cost 9 million.", "She proposed a merger."),
        ("The mills would cost 9 million.", "It would cost 9 million.", "The mills are old."),
        ("Karro would cost 9 million.", "It would cost 9 million.", "Karro is old."),
        ("Eight letters were sent to Poe.", "Seven were sent to Poe.", "The letters are lost."),
        ("The preacher of Osk left.", "The preacher left.", "Osk has its own school."),
    ],
)
def test_what_does_not_fit_is_not_lent(statement: str, home: str, before: str) -> None:
    assert statement not in readings(statement, home, before)


def test_what_is_no_sentence_borrows_nothing() -> None:
    assert not readings(
        "A landing would cost 9 million.", "It would cost 9 million. " * 60, "She proposed a landing."
    )
