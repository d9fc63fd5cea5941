"""Two events side by side."""

import pytest

from nutgraf_evals.label import LabelEvent
from nutgraf_evals.page.fields import Field, fields, of_label, of_told
from nutgraf_evals.told import ToldEvent

LABEL = LabelEvent.model_validate(
    {
        "id": "ev1",
        "main": True,
        "type": "accident_or_disaster",
        "or_types": ["aid_or_donation"],
        "description": "Two climbers were rescued.",
        "when": {"text": "Monday", "edtf": "2025-03-03"},
        "where": {"text": "the Harn ridge"},
        "participants": [
            {"name": "Two climbers", "role": "target"},
            {"name": "the mountain service", "role": "actor"},
        ],
        "modality": "asserted",
        "evidence": [{"words": "x", "start": 0, "end": 1}],
    }
)


def marks(**told: object) -> dict[str, str]:
    event = ToldEvent.model_validate({"type": "aid_or_donation", **told})
    return {field.name: field.mark for field in fields(LABEL, event)}


def test_every_field_has_its_mark() -> None:
    found = marks(
        when={"text": "March", "edtf": "2025-03"},
        participants=[{"name": "two climbers", "role": "target"}],
        quantities=[{"text": "two", "value": 2.0}],
        modality="planned",
    )
    assert found == {
        "type": "match",
        "when": "near",
        "where": "missing",
        "who": "near",
        "numbers": "spurious",
        "told as": "wrong",
        "who says so": "empty",
    }


@pytest.mark.parametrize(
    ("when", "mark"),
    [
        ({"text": "Monday", "edtf": "2025-03-03"}, "match"),
        ({"text": "May", "edtf": "2025-05"}, "wrong"),
        (None, "missing"),
    ],
)
def test_a_date_is_right_wrong_or_missing(when: object, mark: str) -> None:
    assert marks(when=when)["when"] == mark


def test_what_is_nearly_right_tells_why() -> None:
    told = ToldEvent.model_validate({"participants": [{"name": "two climbers", "role": "target"}]})
    (who,) = (field for field in fields(LABEL, told) if field.name == "who")
    assert who.label == ["Two climbers: target", "the mountain service: actor"]
    assert who.told == ["two climbers: target"]
    assert "the mountain service" in who.because


def test_a_single_event_has_the_fields_that_it_has() -> None:
    assert of_label(LABEL)[0] == Field("type", ["accident or disaster or aid or donation"], [], "missing")
    assert [field.name for field in of_label(LABEL)] == ["type", "when", "where", "who", "told as"]
    told = ToldEvent.model_validate({"attribution": [{"source": "the service", "via": "a statement"}]})
    assert of_told(told)[-1] == Field("who says so", [], ["the service via a statement"], "spurious")
