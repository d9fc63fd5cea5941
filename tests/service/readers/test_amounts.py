"""Two numbers that say the same, and two that do not."""

import pytest

from nutgraf.readers.amounts import alike, hedged
from nutgraf.readers.numbers import numbers


def as_told(stated: str, source: str) -> bool:
    (a,), (b,) = numbers(stated), numbers(source)
    return alike(a, b) and hedged(a, b)


@pytest.mark.parametrize(
    ("stated", "source"),
    [
        ("$4.8bn", "4.8 billion dollars"),
        ("over 400 people", "more than 400 people"),
        ("37 were killed", "37 people were killed"),
        ("12 percent", "12%"),
        ("nearly two months", "almost two months"),
        ("a 12-year term", "twelve years"),
        ("the 3rd time", "the third time"),
        ("two people", "two soldiers"),
        ("two people", "two oarsmen"),
        ("12 crew", "12 crew members"),
        ("a 58-year-old", "Hart, 58, said"),
        ("double the sum", "twice the sum"),
        ("24 months", "two years"),
        ("half of the votes", "50 percent of the votes"),
        ("about 4,800 people", "4,812 people"),
        ("more than 200 people", "212 people"),
        ("nearly 5,000 people", "4,812 people"),
    ],
)
def test_the_same_number_in_other_words_is_the_same(stated: str, source: str) -> None:
    assert as_told(stated, source)


@pytest.mark.parametrize(
    ("stated", "source"),
    [
        ("two years", "12 years"),
        ("over a decade", "over a year"),
        ("12-month term", "12-year term"),
        ("the third swap", "the second swap"),
        ("two swaps", "the second swap"),
        ("$50 million", "$50"),
        ("50 euros", "$50"),
        ("twice", "almost twice"),
        ("at least 20 dead", "more than 20 dead"),
        ("20 dead", "more than 20 dead"),
        ("3-1", "1-3"),
        ("12 percent", "12 people"),
        ("28 years", "a 28-year-old"),
        ("two soldiers", "two people"),
        ("July 10", "June 10"),
        ("2023", "2024"),
        ("12", "12 years"),
        ("about 14 people", "14 people"),
        ("about 5,000 people", "4,200 people"),
        ("more than 4,900 people", "4,812 people"),
        ("nearly 4,800 people", "4,812 people"),
        ("about 20 dead", "at least 20 dead"),
        ("20 dead", "about 20 dead"),
    ],
)
def test_another_number_is_not_the_same(stated: str, source: str) -> None:
    assert not as_told(stated, source)


@pytest.mark.parametrize(
    ("stated", "source", "same"),
    [
        ("at 12 noon", "at midday", True),
        ("at 7 p.m.", "at seven in the evening", True),
        ("at 6 p.m.", "at six o'clock", True),
        ("at 7 p.m.", "at seven in the morning", False),
        ("at 5 p.m.", "at six o'clock", False),
        ("at noon", "at midnight", False),
        ("a six-year-old girl", "a girl of six, she said", True),
        ("an 11-month-old boy", "a boy of 11 months died", True),
        ("an 11-year-old boy", "a boy of 11 months died", False),
    ],
)
def test_hours_and_ages_are_alike_however_they_are_said(stated: str, source: str, same: bool) -> None:
    assert alike(numbers(stated)[0], numbers(source)[0]) is same
