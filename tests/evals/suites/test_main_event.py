from typing import Any

import pytest

from nutgraf_evals.marks import Document
from nutgraf_evals.suites.main_event import SLOTS, SUITE, mark, token_f1

TEXT = "Police arrested two dockers in Velby on Monday. The boats that they stole were found in a barn."
RIGHT = {"who": "the police", "what": "arrested two dockers", "when": "Monday", "where": "Velby"}


def row(slot: str, *answers: str, agreed: bool = True, day: str | None = None) -> dict[str, Any]:
    found = [{"text": text, "parsed": day} for text in answers]
    return {"type": "fivew", "slot": slot, "none_agreed": not agreed, "answers": found}


def document(*rows: dict[str, Any], title: str | None = None) -> Document:
    return Document("a", "giveme5w1h", TEXT, date="2026-05-12", labels=rows, title=title)


def test_the_right_answers_give_one() -> None:
    marks = mark(document(*(row(slot, RIGHT[slot]) for slot in SLOTS)))
    assert SUITE.score(marks.counts)["value"] == 1.0
    assert (marks.counts["n"], marks.misses) == (4, ())


def test_other_answers_give_nothing() -> None:
    marks = mark(document(*(row(slot, "a ferry on the lake of Norrland") for slot in SLOTS)))
    assert SUITE.score(marks.counts)["value"] == 0.0
    assert {miss.kind for miss in marks.misses} == {f"{slot}: another answer" for slot in SLOTS}


def test_one_of_several_answers_is_enough() -> None:
    assert SUITE.score(mark(document(row("where", "Norrland", "Velby"))).counts)["value"] == 1.0


def test_a_date_is_right_by_its_day_or_by_its_words() -> None:
    by_day = SUITE.score(mark(document(row("when", "the day before", day="2026-05-11"))).counts)
    assert (by_day["value"], by_day["when_by_day_alone"]) == (1.0, 1.0)
    by_words = SUITE.score(mark(document(row("when", "Monday", day="2026-05-09"))).counts)
    assert (by_words["value"], by_words["when_by_day_alone"]) == (1.0, 0.0)


def test_what_people_did_not_agree_on_and_other_questions_are_not_asked() -> None:
    marks = mark(document(row("who", "dockers", agreed=False), row("where"), row("why", "for money")))
    assert marks.counts["n"] == 0


def test_the_baseline_takes_the_headline() -> None:
    headline = "Dockers held"
    counts = mark(
        document(
            row("who", "Dockers"),
            row("what", "two dockers held"),
            row("when", "now", day="2026-05-12"),
            title=headline,
        )
    ).counts
    assert SUITE.baseline(counts)["value"] == pytest.approx(1.0)


def test_the_token_f1_counts_each_word_once() -> None:
    assert token_f1("the lock", "lock lock") == pytest.approx(0.5)
    assert token_f1("", "lock") == 0.0
