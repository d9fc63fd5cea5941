from collections.abc import Callable

import pytest

from nutgraf_evals.label import Label
from nutgraf_evals.perfect import perfect
from nutgraf_evals.scorers.events import score
from nutgraf_evals.told import Told, ToldEvent, ToldStatement

Change = Callable[..., Told]


def test_a_digest_with_every_event_is_right_without_the_background(right: Told, label: Label) -> None:
    said = score(right, label)
    assert said.value == 1
    assert said.because == ()
    assert said.parts == {"precision": 1, "recall": 1, "background": 0, "again": 0}


def test_an_event_of_the_background_is_no_error(right: Told, label: Label) -> None:
    digest = perfect(label, right.text)
    said = score(digest, label)
    assert said.value == 1
    assert said.parts["background"] == 1
    twice = digest.model_copy(update={"events": [*digest.events, digest.events[-1]]})
    assert score(twice, label).value == 1


def test_a_digest_without_events_has_nothing(nothing: Told, label: Label) -> None:
    said = score(nothing, label)
    assert said.value == 0
    assert said.because[0] == "missed ev1: The council decided to shut the harbour bridge for repairs."


def test_an_event_that_is_told_twice_is_told_once_too_often(right: Told, label: Label) -> None:
    twice = right.model_copy(update={"events": [*right.events, right.events[1]]})
    said = score(twice, label)
    assert said.parts["precision"] == pytest.approx(3 / 4)
    assert said.parts["recall"] == 1
    assert said.value == pytest.approx(6 / 7)
    assert said.parts["again"] == 1
    assert said.because == ("ev2 tells ev2 once more: Engineers found cracks in two pillars.",)


def test_an_event_that_the_article_does_not_tell_is_an_error(right: Told, label: Label) -> None:
    other = ToldEvent(description=ToldStatement(text="A lighthouse was sold to a hotel chain."))
    said = score(right.model_copy(update={"events": [right.events[0], other]}), label)
    assert said.parts["precision"] == pytest.approx(1 / 2)
    assert said.parts["recall"] == pytest.approx(1 / 3)
    assert said.because[-1].endswith("is no event of the label: A lighthouse was sold to a hotel chain.")


def test_shuffled_evidence_finds_nothing(right: Told, label: Label, shuffle: Change) -> None:
    assert score(shuffle(right, "evidence"), label).value == 0


def test_shuffled_descriptions_score_low(right: Told, label: Label, shuffle: Change) -> None:
    assert (score(shuffle(right, "description"), label).value or 0) <= 1 / 3


def test_fields_that_belong_to_other_events_find_nothing(right: Told, label: Label, shuffle: Change) -> None:
    assert score(shuffle(right, "description", "type", "participants", "when"), label).value == 0
