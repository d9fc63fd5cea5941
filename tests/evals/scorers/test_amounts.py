"""Cost and time: amounts that the digest tells of its own making."""

from typing import Any

from nutgraf_evals.scorers import cost, time
from nutgraf_evals.told import told


def test_cost_is_the_tokens_read_and_written(ridge: Any) -> None:
    said = cost.score(ridge.told(), ridge.label)
    assert said.value == 1_000
    assert said.parts == {"calls": 2, "input": 900, "cached": 600, "output": 100}


def test_time_is_seconds(ridge: Any) -> None:
    assert time.score(ridge.told(), ridge.label).value == 2.5


def test_a_digest_that_does_not_say_what_it_took_is_not_counted(ridge: Any) -> None:
    silent = told({"summary": [{"text": "Two climbers were rescued."}]}, ridge.text)
    assert cost.score(silent, ridge.label).value is None
    assert time.score(silent, ridge.label).value is None
