from typing import Any

import pytest

from nutgraf_evals.label import LabelWhere
from nutgraf_evals.scorers.headline import score
from nutgraf_evals.told import told


@pytest.mark.parametrize(
    "headline",
    [
        "Two climbers brought down from Harn ridge",
        "Brekke and Vaage rescued on the Harn",
        "Climbers are rescued from a ridge",
    ],
)
def test_a_short_headline_that_says_who_and_what_passes(ridge: Any, headline: str) -> None:
    said = score(ridge.told(headline=ridge.statement(headline, 1)), ridge.label)
    assert (said.value, said.because) == (1.0, ())


def test_another_event_is_not_the_main_one(ridge: Any) -> None:
    said = score(ridge.told(headline=ridge.statement("Mountain service asks for new radios", 5)), ridge.label)
    assert said.value == 0
    assert said.because[0] == (
        "it names nobody of the main event, and not its place: “Mountain service asks for new radios”"
    )


def test_a_name_alone_is_half_a_headline(ridge: Any) -> None:
    said = score(ridge.told(headline=ridge.statement("Vaage denies he ignored a warning", 4)), ridge.label)
    assert said.value == 0.5
    assert said.because == ("it does not say what happened: “Vaage denies he ignored a warning”",)


def test_a_long_headline_is_worth_half(ridge: Any) -> None:
    long = "Two climbers were brought down from the Harn ridge on Monday, 14 hours after one of them fell"
    said = score(ridge.told(headline=ridge.statement(long, 1)), ridge.label)
    assert said.value == 0.5
    assert said.because == (f"it is longer than 14 words: “{long}”",)


def test_no_headline_says_nothing(ridge: Any) -> None:
    assert score(told(None, ridge.text), ridge.label).value == 0


def test_the_place_is_as_good_as_a_name(ridge: Any) -> None:
    where = LabelWhere(text="the Harn ridge")
    event = ridge.label.events[0].model_copy(update={"where": where})
    label = ridge.label.model_copy(update={"events": [event]})
    headline = ridge.statement("Rescued on Monday from the Harn", 1)
    assert score(ridge.told(headline=headline), label).value == 1


def test_an_event_without_participants_needs_none_named(ridge: Any) -> None:
    event = ridge.label.events[0].model_copy(update={"participants": []})
    label = ridge.label.model_copy(update={"events": [event]})
    assert score(ridge.told(), label).value == 1
