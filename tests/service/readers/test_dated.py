from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.dated import Dated, dated

TUESDAY = "2026-05-12"


def only(text: str, published: str | None = TUESDAY) -> Dated:
    (found,) = dated(text, published)
    return found


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("The bridge opened on 7 May 2026.", "The bridge opened on Thursday."),
        ("The bridge opens on 14 May 2026.", "The bridge will open on Thursday."),
        ("The court sat on Monday.", "The court sat yesterday."),
        ("Sales fell in 2025.", "Sales fell last year."),
        ("He has led it since April.", "He has led it since last month."),
    ],
)
def test_two_wordings_of_one_date_have_the_same_days(statement: str, source: str) -> None:
    assert only(statement).same_days(only(source))


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("on 10 April", "in April"),
        ("on Monday", "this week"),
        ("in March", "this year"),
        ("from 3 to 5 May", "in May"),
        ("since 2014", "since 2012"),
        ("in 2016", "since 2014"),
    ],
)
def test_a_part_is_within_the_whole_and_not_the_other_way(narrow: str, wide: str) -> None:
    assert only(narrow).within(only(wide))
    assert not only(wide).within(only(narrow))


def test_a_date_that_is_not_known_is_neither_the_same_nor_within() -> None:
    unknown = only("It closed two days later.")
    assert (unknown.edtf, unknown.precision, unknown.reason) == (None, "unknown", "relative_to_event")
    assert not unknown.same_days(unknown)
    assert not unknown.within(only("in 2026"))


def test_a_date_is_counted_from_the_one_before_it() -> None:
    _, later = dated("It opened on March 3. It closed two days later.", TUESDAY)
    assert (later.first, later.anchor) == (date(2026, 3, 5), "sentence")


@given(st.text(max_size=40) | st.sampled_from(["It closed on May 3 and", "since last week, 1 of 2"]))
def test_a_date_is_the_words_where_it_stands(text: str) -> None:
    for found in dated(text, TUESDAY):
        assert text[found.start : found.end] == found.text
        assert (found.edtf is None) == (found.reason is not None)
