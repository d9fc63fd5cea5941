from typing import Any

from nutgraf_evals.scorers.forbidden import score
from nutgraf_evals.told import told


def test_a_digest_that_says_nothing_wrong_passes(ridge: Any) -> None:
    said = score(ridge.told(), ridge.label)
    assert (said.value, said.because) == (1.0, ())


def test_what_is_wrongly_said_is_named_with_the_reason_and_the_words(ridge: Any) -> None:
    said = score(ridge.told(key_points=[ridge.statement("The climbers ignored a warning.", 4)]), ridge.label)
    assert said.value == 0.5
    assert said.because == (
        "wrongly told: they ignored a warning (Vaage denies it): “The climbers ignored a warning.”",
    )


def test_descriptions_of_events_count(ridge: Any) -> None:
    event = ridge.event("ev1", "A climber died on the ridge.", 1, "climbers", main=True)
    assert score(ridge.told(events=[event]), ridge.label).value == 0.5


def test_who_denies_it_does_not_say_it(ridge: Any) -> None:
    denied = ridge.statement("Vaage denied that they ignored a warning.", 4)
    assert score(ridge.told(summary=[denied]), ridge.label).value == 1


def test_no_digest_says_nothing_right(ridge: Any) -> None:
    assert score(told(None, ridge.text), ridge.label).value == 0


def test_the_question_does_not_apply_where_nothing_is_forbidden(ridge: Any) -> None:
    label = ridge.label.model_copy(update={"forbidden": []})
    assert score(ridge.told(), label).value is None
