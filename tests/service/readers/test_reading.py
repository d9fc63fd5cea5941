"""What a statement becomes in the words of its source."""

import pytest

from nutgraf.readers.reading import Reading


def left(statement: str, source: str) -> list[str]:
    """The words of a statement that the source does not have, in whatever words."""
    read = Reading(source)
    return [w.text for w in Reading(statement).towards([read]).words if w.stem not in read.stems]


@pytest.mark.parametrize(
    ("source", "statement"),
    [
        ("The firm bought two mills.", "The company acquired two mills."),
        ("The match was called off.", "The match was cancelled."),
        ("The match was cancelled.", "The match was called off."),
        ("She is in charge of the mill.", "She runs the mill."),
        ("The mill's owner closed it.", "The mill was, in fact, shut by its owner."),
        ("Petra Lund teaches in Osmund.", "Petra Lund is a teacher in Osmund."),
        ("They met in Osmund.", "Moreover, they have met in Osmund so far."),
    ],
)
def test_what_says_as_much_is_put_in_the_words_of_the_source(source: str, statement: str) -> None:
    assert left(statement, source) == []


@pytest.mark.parametrize(
    ("source", "statement", "lacking"),
    [
        ("A man was sentenced to death.", "A man died.", ["died"]),
        ("The mill is up for sale.", "The mill was sold.", ["sold"]),
        ("Two men received death threats.", "Two men died.", ["died"]),
        ("The ferry sank.", "The tanker sank.", ["tanker"]),
        ("The mill closed.", "The mill burned.", ["burned"]),
    ],
)
def test_what_says_more_or_something_else_is_not(source: str, statement: str, lacking: list[str]) -> None:
    assert left(statement, source) == lacking


def test_a_word_of_a_set_phrase_is_still_that_word() -> None:
    assert left("His death sentence was commuted.", "His death sentence was commuted.") == []
