from typing import Any

import pytest

from nutgraf_evals.marks import Document
from nutgraf_evals.suites.contradictions import SUITE, edit, mark, sides
from nutgraf_evals.uniform import NoData

TEXT = (
    "A court in Velby sentenced Ida Holm, 47, to nine years in prison on Tuesday.\n\n"
    "Holm had led the bank until March. It lost 30 million crowns.\n\n"
    "Its new head, Ole Vik, said that customers were safe."
)
AGE: dict[str, Any] = {
    "article": "bank-wire",
    "split": "tuned-1",
    "after": "until March",
    "insert": "Ida Holm is 52 years old.",
    "planted": True,
    "kind": "number",
    "a": "Ida Holm, 47",
    "b": "52 years old",
}


def document(*rows: dict[str, Any]) -> Document:
    return Document("bank-wire", "contradictions", TEXT, date="2026-05-12", meta={"rows": rows}, labels=rows)


def test_a_planted_contradiction_that_is_seen_gives_one() -> None:
    marks = mark(document(AGE))
    figures = SUITE.score(marks.counts)
    assert (figures["value"], figures["precision"], figures["recall"]) == (1.0, 1.0, 1.0)
    assert figures["seen"] == {"number": {"tuned": "1 of 1"}}
    assert marks.misses == ()


def test_an_innocent_difference_that_is_taken_for_one_gives_nothing() -> None:
    marks = mark(document({**AGE, "planted": False}))
    figures = SUITE.score(marks.counts)
    assert (figures["value"], figures["precision"], figures["innocent"]) == (0.0, 0.0, "1 of 1 taken for one")
    assert [miss.kind for miss in marks.misses] == ["innocent taken for one"]


def test_what_is_found_elsewhere_than_planted_is_a_false_alarm() -> None:
    marks = mark(document({**AGE, "a": "nine years", "b": "30 million"}))
    assert SUITE.score(marks.counts)["value"] == 0.0
    assert [miss.kind for miss in marks.misses] == ["false alarm", "number not seen"]


def test_what_was_looked_at_and_what_was_not_are_told_apart() -> None:
    fresh = {**AGE, "split": "fresh-1", "insert": "The bank was old.", "b": "old"}
    splits = SUITE.score(mark(document(AGE, fresh)).counts)["splits"]
    assert (splits["tuned"]["value"], splits["fresh"]["value"]) == (1.0, 0.0)
    assert splits["fresh"]["planted"] == "0 of 1 seen"


def test_an_innocent_difference_that_is_left_alone_costs_nothing() -> None:
    same = {**AGE, "insert": "Ida Holm is 47 years old.", "planted": False, "b": "47 years old"}
    figures = SUITE.score(mark(document(AGE, same)).counts)
    assert (figures["value"], figures["innocent"]) == (1.0, "0 of 1 taken for one")


def test_what_an_article_has_as_it_stands_is_no_false_alarm_of_its_other_rows() -> None:
    text = TEXT.replace("It lost", "Ida Holm is 52 years old. It lost")
    stands = {name: AGE[name] for name in ("article", "split", "planted", "kind", "a", "b")}
    other = {**stands, "after": "were safe.", "insert": "It was a warm day.", "planted": False, "kind": None}
    other |= {"a": None, "b": None}
    marks = mark(
        Document("bank-wire", "contradictions", text, meta={"rows": (stands, other)}, labels=(stands, other))
    )
    figures = SUITE.score(marks.counts)
    assert (figures["value"], figures["found"], figures["innocent"]) == (1.0, 1, "0 of 1 taken for one")


def test_the_baseline_takes_any_two_counts_of_one_unit() -> None:
    row = {
        **AGE,
        "after": "safe.",
        "insert": "It had lost 50 million crowns.",
        "a": "30 million",
        "b": "50 million",
    }
    baseline = SUITE.baseline(mark(document(row, {**row, "planted": False})).counts)
    assert (baseline["precision"], baseline["recall"]) == (0.5, 1.0)


def test_words_can_be_replaced_or_a_sentence_put_behind_another() -> None:
    replaced = edit(document(), {"split": "s", "replace": ["until March", "until April"]})
    assert "led the bank until April. It" in replaced.text
    inserted = edit(document(), AGE)
    assert "until March. Ida Holm is 52 years old. It lost" in inserted.text
    assert inserted.date == "2026-05-12"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"replace": ["until June", "x"]}, "has 'until June' 0 times"),
        ({"after": "Holm", "insert": "x"}, "has 'Holm' 2 times"),
        ({"replace": ["Ole Vik", "Ole Vig"], "a": "Ole Vik", "b": "Holm"}, "has not the words 'Ole Vik'"),
    ],
)
def test_a_change_that_does_not_fit_the_article_is_named(row: dict[str, Any], reason: str) -> None:
    with pytest.raises(NoData, match=reason):
        edit(document(), {"split": "tuned-1", **row})


def test_an_article_as_it_was_written_contradicts_itself_nowhere() -> None:
    assert sides(document()) == []
