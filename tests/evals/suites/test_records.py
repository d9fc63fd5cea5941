from collections import Counter
from typing import Any

import pytest

from nutgraf_evals.marks import Document
from nutgraf_evals.suites.records import SUITE, mark
from nutgraf_evals.uniform import NoData

TEXT = "VELBY, 12 May (Fjord Wire) -- Rebels attacked a barracks in Peru on 10 May. The lake is calm."
KEY: dict[str, Any] = {
    "type": "event",
    "event_type": ["ATTACK"],
    "date_edtf": ["2026-05-10"],
    "place": [["PERU"]],
    "optional": False,
    "participants": [
        {"role": "PerpInd", "alternatives": ["REBELS"]},
        {"role": "Weapon", "alternatives": ["RIFLES"]},
    ],
}


def document(*keys: dict[str, Any], text: str = TEXT) -> Document:
    return Document("a", "muc4", text, date="2026-05-12", labels=keys)


def test_an_event_of_the_key_that_is_found_gives_its_slots() -> None:
    figures = SUITE.score(mark(document(KEY)).counts)
    slots = figures["slots"]
    assert {name: slots[name]["f1"] for name in ("type", "date", "place", "perpetrator")} == {
        "type": 1.0,
        "date": 1.0,
        "place": 1.0,
        "perpetrator": 1.0,
    }
    assert figures["recall"] == 1.0


def test_a_key_of_something_else_gives_nothing() -> None:
    other = KEY | {
        "event_type": ["KIDNAPPING"],
        "date_edtf": ["2025-01-01"],
        "place": [["CHILE"]],
        "participants": [],
    }
    marks = mark(document(other))
    assert SUITE.score(marks.counts)["value"] == 0.0
    assert {miss.kind for miss in marks.misses} == {"record that the key has not", "record not found"}


def test_an_article_without_events_in_the_key_costs_what_is_told_of_it() -> None:
    counts = mark(document(KEY)).counts
    with_false = counts + mark(document()).counts
    assert SUITE.score(with_false)["value"] < SUITE.score(counts)["value"]
    assert SUITE.score(with_false)["recall"] == SUITE.score(counts)["recall"]


def test_an_optional_event_that_is_not_found_costs_nothing() -> None:
    other = KEY | {
        "event_type": ["ROBBERY"],
        "date_edtf": [],
        "place": [],
        "participants": [],
        "optional": True,
    }
    assert mark(document(KEY, other)).counts == mark(document(KEY)).counts + Counter(n=1)


def test_the_baseline_is_one_attack_on_the_day_of_publication() -> None:
    baseline = SUITE.baseline(mark(document(KEY | {"date_edtf": ["2026-05-12"]})).counts)
    assert (baseline["slots"]["type"]["f1"], baseline["slots"]["date"]["f1"]) == (1.0, 1.0)


def test_what_a_digest_has_not_is_named() -> None:
    assert "weapon" in SUITE.score(mark(document(KEY)).counts)["left_out"]


def test_an_event_of_another_set_is_refused() -> None:
    with pytest.raises(NoData, match="a has an event without event_type or participants"):
        mark(document({"type": "event", "event_type": ["AID"]}))


def test_an_article_without_a_date_is_scored_too() -> None:
    marks = mark(Document("a", "muc4", TEXT, labels=(KEY,)))
    assert SUITE.baseline(marks.counts)["slots"]["date"]["f1"] == 0.0
    assert SUITE.score(marks.counts)["slots"]["type"]["f1"] == 1.0
