from collections.abc import Callable

import pytest

from nutgraf_evals.label import Label
from nutgraf_evals.scorers.main_event import FIELDS, score
from nutgraf_evals.told import Told

Change = Callable[..., Told]


def test_the_right_event_with_right_fields_has_all(right: Told, label: Label) -> None:
    said = score(right, label)
    assert said.value == 1
    assert said.parts == {"event": 1, **{field.NAME: 1 for field in FIELDS}}


def test_fields_are_half_of_it(right: Told, label: Label, change: Change) -> None:
    said = score(change(right, 0, type="crime", when={"edtf": "2025-05"}), label)
    assert said.value == pytest.approx(0.5 + 0.5 * 4.5 / 6)
    assert said.because == (
        "event_type: told as crime, is law_or_policy or election_or_vote",
        "event_date: told 2025-05, is 2025-05-06",
    )


def test_another_event_has_nothing(right: Told, label: Label, change: Change) -> None:
    said = score(change(change(right, 0, main=False), 2, main=True), label)
    assert said.value == 0
    assert said.because == (
        "the main event is told to be ev3: Traders of the east bank want a ferry from the council.",
    )


def test_the_first_is_the_main_event_where_none_is_marked(right: Told, label: Label, change: Change) -> None:
    unmarked = change(right, 0, main=False)
    assert score(unmarked, label).value == 1
    assert score(unmarked.model_copy(update={"events": unmarked.events[::-1]}), label).value == 0


def test_of_two_of_equal_weight_either_is_right(right: Told, label: Label, change: Change) -> None:
    two = [event.model_copy(update={"main": True}) for event in label.events]
    other = change(change(right, 0, main=False), 2, main=True)
    assert score(other, label.model_copy(update={"events": two})).value == 1


def test_no_event_has_nothing(nothing: Told, label: Label) -> None:
    assert score(nothing, label).value == 0


def test_an_event_of_none_of_the_label_has_nothing(right: Told, label: Label) -> None:
    other = right.model_copy(update={"events": [type(right.events[0])(type="crime", main=True)]})
    assert score(other, label).because == ("the main event is told to be no event of the label: ",)


def test_shuffled_evidence_scores_low(right: Told, label: Label, shuffle: Change) -> None:
    assert score(shuffle(right, "evidence"), label).value == 0


def test_shuffled_fields_score_low(right: Told, label: Label, shuffle: Change) -> None:
    said = score(shuffle(right, "type", "when", "where", "participants", "modality", "attribution"), label)
    assert (said.value or 0) <= 0.5
