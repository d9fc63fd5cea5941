from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf_evals.values import date_credit, days, f1, normal, one_of, place_credit, word_f1

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("told", "label", "credit"),
    [
        ("2025-04-10", "2025-04-10", 1),
        ("2025-04-10T09:30", "2025-04-10", 1),
        ("2025-04-01/2025-04-30", "2025-04", 1),
        ("2025-04-XX", "2025-04", 1),
        ("2025~", "2025", 1),
        (None, None, 1),
        ("2025-04", "2025-04-10", 0.5),
        ("2025-04-10", "2025-04", 0.5),
        ("2014/..", "2015", 0.5),
        ("2025-04-01/2025-04-12", "2025-04-10/2025-04-20", 0.25),
        ("2025-04-10", "2025-04-11", 0),
        ("2025-04-10", None, 0),
        (None, "2025-04-10", 0),
        ("last week", "2025-04-10", 0),
        ("2025-02-30", "2025-02", 0),
        ("", "2025", 0),
    ],
)
def test_a_date_has_credit_by_its_days(told: str | None, label: str | None, credit: float) -> None:
    assert date_credit(told, label) == credit


def test_an_open_end_reaches_to_the_last_day() -> None:
    assert days("2014/..") == (date(2014, 1, 1), date.max)
    assert days("../2014") == (date.min, date(2014, 12, 31))


@given(DAYS, DAYS)
def test_credit_is_the_same_both_ways(a: date, b: date) -> None:
    one, other = f"{a}/{a + timedelta(30)}", f"{b}/{b + timedelta(10)}"
    assert date_credit(one, other) == date_credit(other, one)


@given(st.text(max_size=30))
def test_anything_may_be_told_as_a_date(text: str) -> None:
    assert date_credit(text, "2025-04-10") in (0, 0.25, 0.5, 1)


@pytest.mark.parametrize("name", ["The council", "the Council", "a council’s", " council. "])
def test_names_are_compared_without_case_and_articles(name: str) -> None:
    assert normal(name) == "council"


@given(st.text(max_size=40))
def test_a_normal_name_stays_as_it_is(name: str) -> None:
    assert normal(normal(name)) == normal(name)


@pytest.mark.parametrize("told", ["Mara Venn", "Venn", "Judge Mara Venn", "MARA VENN", "the Venn"])
def test_a_name_may_be_longer_or_shorter(told: str) -> None:
    assert one_of(told, ["Mara Venn", "the judge"])


@pytest.mark.parametrize("told", ["Lars Venn", "the Venn family", "", "Holt"])
def test_another_name_is_another(told: str) -> None:
    assert not one_of(told, ["Mara Venn", "the judge"])


def test_a_short_form_that_names_somebody_else_is_no_short_form() -> None:
    assert one_of("Venn", ["Mara Venn"])
    assert not one_of("Venn", ["Mara Venn"], ["Lars Venn", "Venn"])


@pytest.mark.parametrize(
    ("told", "credit"),
    [
        ("the High Court in Lenz", 1),
        ("Lenz", 1),
        ("the old High Court of Lenz city", 1),
        ("the Supreme Court in Lenz", 0.5),
        ("Tarn", 0),
        (None, 0),
    ],
)
def test_a_place_may_be_narrower_or_wider(told: str | None, credit: float) -> None:
    assert place_credit(told, ["the High Court in Lenz"]) == credit


def test_no_place_is_right_where_none_is_told() -> None:
    assert place_credit(None, None) == 1
    assert place_credit("Lenz", None) == 0


def test_words_in_common_are_counted_by_stem() -> None:
    assert word_f1("two officials", "an official") == pytest.approx(2 / 3)
    assert word_f1("two officials", "nobody") == 0


def test_nothing_of_nothing_is_all() -> None:
    assert f1(0, 0, 0) == 1
    assert f1(0, 2, 0) == 0
    assert f1(1, 2, 1) == pytest.approx(2 / 3)
