from typing import Any

import pytest

from nutgraf_evals.marks import Document
from nutgraf_evals.suites.dates import SUITE, days, given, mark

TEXT = (
    "The dam was opened on Friday. It was built in 2019 and will be widened next month. "
    "The river has been high for three weeks."
)


def document(
    labels: dict[str, str | None], *, dataset: str = "tbaq", kind: str = "DATE", text: str = TEXT
) -> Document:
    rows: list[dict[str, Any]] = [
        {
            "doc_id": "a",
            "type": "timex",
            "start": text.index(words),
            "end": text.index(words) + len(words),
            "text": words,
            "timex_type": kind,
            "edtf": value,
        }
        for words, value in labels.items()
    ]
    return Document("a", dataset, text, date="2026-05-10", labels=tuple(rows))


def test_days_that_are_right_give_one() -> None:
    marks = mark(document({"Friday": "2026-05-08", "2019": "2019", "next month": "2026-06"}))
    assert SUITE.score(marks.counts)["value"] == SUITE.score(marks.counts)["of_answered"] == 1.0
    assert SUITE.baseline(marks.counts)["value"] == pytest.approx(1 / 3)
    assert (marks.counts["n"], marks.misses) == (3, ())


def test_days_that_are_wrong_give_nothing() -> None:
    marks = mark(document({"Friday": "2026-05-15", "2019": "2018", "next month": "2026-05"}))
    assert SUITE.score(marks.counts)["value"] == 0.0
    assert [(miss.kind.split(":")[0], miss.words) for miss in marks.misses] == [
        ("another day", "Friday"),
        ("another day", "2019"),
        ("another day", "next month"),
    ]


def test_a_phrase_without_an_answer_counts_among_all_but_not_among_those_answered() -> None:
    figures = SUITE.score(mark(document({"Friday": "2026-05-08", "widened": "2026-06"})).counts)
    assert (figures["value"], figures["of_answered"], figures["answered"]) == (0.5, 1.0, 1)


def test_what_is_no_date_of_a_known_day_is_told_but_not_scored() -> None:
    marks = mark(document({"three weeks": None}, kind="DURATION"))
    assert marks.counts["n"] == 0
    assert SUITE.score(marks.counts)["given_a_date"] == {"DURATION": "0 of 1"}
    assert mark(document({"Friday": None})).counts["other DATE_without_value dated"] == 1


def test_a_length_that_the_set_counts_as_a_date_has_a_figure_of_its_own() -> None:
    marks = mark(
        document({"Friday": "2026-05-08", "three weeks": "2026-04-19/2026-05-10"}, dataset="gum_news")
    )
    lengths = SUITE.score(marks.counts)["lengths_of_time"]
    assert (lengths["n"], lengths["value"], lengths["value_without"]) == (1, 0.0, 1.0)
    assert [miss.kind for miss in marks.misses] == ["a length of time"]


def test_a_phrase_counted_from_another_is_read_from_its_place_never_its_value() -> None:
    text = "The bridge closed on 3 March 2026 and reopened two days later."
    right = mark(document({"3 March 2026": "1999-01-01", "two days later": "2026-03-05"}, text=text))
    assert right.counts["right"] == 1


def test_only_sentences_that_a_phrase_stands_in_are_given() -> None:
    text = given(document({"Friday": None}), [(TEXT.index("Friday"), 0), (TEXT.index("three weeks"), 0)])
    assert len(text) == len(TEXT)
    assert text.split("  ", 1)[0] == "The dam was opened on Friday."
    assert text.strip().endswith("  The river has been high for three weeks.")
    assert "2019" not in text


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2010-09-04T22:30:00", "2010-09-04", "2010-09-04"),
        ("[2004..2015]", "2004-01-01", "2015-12-31"),
        ("[..2012-03]", "None", "2012-03-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("2006-02-19/2006-02-26", "2006-02-19", "2006-02-26"),
    ],
)
def test_values_of_the_sets_have_first_and_last_days(value: str, first: str, last: str) -> None:
    found = days(value)
    assert found is not None
    assert tuple(map(str, found)) == (first, last)


def test_a_value_without_a_year_has_no_days() -> None:
    assert days("XXXX-09-15/XXXX-09-30") is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2026-04-01", "2026-04-01"),
        ("Friday, April 3, 2026", "2026-04-03"),
        ("3 April 2026", "2026-04-03"),
        ("April 2026", "2026-04"),
        ("last week", "2026-05-10"),
    ],
)
def test_the_baseline_reads_a_full_date_and_else_takes_the_day_of_publication(words: str, value: str) -> None:
    marks = mark(document({words: value}, text=f"The dam broke: {words}."))
    assert marks.counts["naive right"] == 1
