from typing import Any

from nutgraf_evals.scorers.key_facts import score
from nutgraf_evals.told import told


def test_a_digest_that_tells_every_key_fact_passes(ridge: Any) -> None:
    said = score(ridge.told(), ridge.label)
    assert (said.value, said.because) == (1.0, ())


def test_what_no_statement_tells_is_named(ridge: Any) -> None:
    said = score(ridge.told(key_points=[]), ridge.label)
    assert said.value == 0.5
    assert said.because == (
        "not told: the ridge is closed until May",
        "not told: the service asks for 2.1 million",
    )


def test_a_fact_must_stand_in_one_statement(ridge: Any) -> None:
    halves = [ridge.statement("Brekke was there.", 2), ridge.statement("One had broken a leg.", 2)]
    assert "not told: Oda Brekke broke a leg" in score(ridge.told(summary=halves), ridge.label).because


def test_events_tell_facts_too_but_count_apart(ridge: Any) -> None:
    digest = ridge.told(headline=ridge.statement("News from the Harn", 1), summary=[])
    said = score(digest, ridge.label)
    assert (said.value, said.parts["with_events"]) == (0.5, 0.75)


def test_no_digest_tells_nothing(ridge: Any) -> None:
    assert score(told(None, ridge.text), ridge.label).value == 0
