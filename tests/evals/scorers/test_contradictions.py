from typing import Any

import pytest

from nutgraf_evals.label import Label
from nutgraf_evals.scorers.contradictions import score
from nutgraf_evals.told import told


@pytest.fixture
def label(ridge: Any) -> Label:
    a, b = (
        {k: v for k, v in ridge.words(words).items() if k != "sentence"} for words in ("14 hours", "twice")
    )
    found = {"kind": "number", "about": "how long", "a": a, "b": b}
    return Label.model_validate({**ridge.label.model_dump(by_alias=True), "contradictions": [found]})


def found(ridge: Any, a: str, b: str) -> dict[str, Any]:
    sides = {name: {**ridge.words(words), "value": words} for name, words in (("a", a), ("b", b))}
    for side in sides.values():
        del side["sentence"]
    return {"kind": "number", "subject": None, "about": "time", "explanation": "So.", **sides}


def test_a_contradiction_is_found_where_both_sides_overlap_in_any_order(ridge: Any, label: Label) -> None:
    for sides in (("14 hours", "twice"), ("turned back twice", "14")):
        said = score(ridge.told(contradictions=[found(ridge, *sides)]), label)
        assert (said.value, said.because) == (1.0, ())


def test_one_side_is_not_enough(ridge: Any, label: Label) -> None:
    said = score(ridge.told(contradictions=[found(ridge, "14 hours", "31")]), label)
    assert said.value == 0
    assert said.because == ("not found: how long", "false alarm: “14 hours” and “31”")


def test_the_same_one_found_twice_is_found_once(ridge: Any, label: Label) -> None:
    twice = [found(ridge, "14 hours", "twice"), found(ridge, "14", "twice")]
    assert score(ridge.told(contradictions=twice), label).value == pytest.approx(2 / 3)


def test_what_nobody_finds_is_missed(ridge: Any, label: Label) -> None:
    assert score(ridge.told(), label).value == 0
    assert score(told(None, ridge.text), label).value == 0


def test_the_question_does_not_apply_where_there_is_none_but_to_a_false_alarm_it_does(ridge: Any) -> None:
    assert score(ridge.told(), ridge.label).value is None
    alarm = ridge.told(contradictions=[found(ridge, "14 hours", "31")])
    assert score(alarm, ridge.label).value == 0
