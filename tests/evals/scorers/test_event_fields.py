"""The scorers of one field: each with a digest that is right, one that is not, and fields shuffled between events."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import pytest

from nutgraf_evals.label import Label
from nutgraf_evals.perfect import perfect
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told

Change = Callable[..., Told]
FIELDS: Mapping[str, str] = {
    "event_type": "type",
    "event_date": "when",
    "event_place": "where",
    "participants": "participants",
    "attribution": "attribution",
    "modality": "modality",
    "quantities": "quantities",
}


def ask(name: str, digest: Told, label: Label) -> Score:
    answer = import_module(f"nutgraf_evals.scorers.{name}").score(digest, label)
    assert isinstance(answer, Score)
    return answer


@pytest.mark.parametrize("name", FIELDS)
def test_a_digest_that_is_right_has_all(name: str, right: Told, label: Label) -> None:
    assert ask(name, right, label) == Score(1.0, (), {"found": 1.0, "given": 1.0})


@pytest.mark.parametrize("name", FIELDS)
def test_what_the_label_says_itself_has_all(name: str, right: Told, label: Label) -> None:
    assert ask(name, perfect(label, right.text), label).value == 1


@pytest.mark.parametrize("name", FIELDS)
def test_who_tells_no_events_has_nothing(name: str, nothing: Told, label: Label) -> None:
    said = ask(name, nothing, label)
    assert said.value == 0
    assert said.because == ("ev1: missed", "ev2: missed", "ev3: missed")
    assert "found" not in said.parts


@pytest.mark.parametrize("name", FIELDS)
def test_the_field_of_a_missed_event_has_nothing(name: str, right: Told, label: Label) -> None:
    said = ask(name, right.model_copy(update={"events": right.events[1:]}), label)
    assert said.value == pytest.approx(2 / 3)
    assert said.parts["found"] == 1


@pytest.mark.parametrize(("name", "field"), FIELDS.items())
def test_the_field_of_another_event_scores_low(
    name: str, field: str, right: Told, label: Label, shuffle: Change
) -> None:
    assert (ask(name, shuffle(right, field), label).value or 0) <= 1 / 3


@pytest.mark.parametrize("name", FIELDS)
def test_shuffled_evidence_scores_low(name: str, right: Told, label: Label, shuffle: Change) -> None:
    assert ask(name, shuffle(right, "evidence"), label).value == 0


@pytest.mark.parametrize(
    ("name", "place", "fields", "credit", "because"),
    [
        ("event_type", 1, {"type": "crime"}, 0, "told as crime, is investigation"),
        (
            "event_type",
            0,
            {"type": "business"},
            0,
            "told as business, is law_or_policy or election_or_vote",
        ),
        ("event_date", 0, {"when": None}, 0, "told no date, is 2025-05-06"),
        ("event_date", 0, {"when": {"edtf": "2025-05"}}, 0.5, "told 2025-05, is 2025-05-06"),
        ("event_date", 0, {"when": {"edtf": "2025-05-07"}}, 0, "told 2025-05-07, is 2025-05-06"),
        ("event_place", 0, {"where": None}, 0, "told nowhere, is “Lowmouth”"),
        ("event_place", 1, {"where": {"text": "Lowmouth"}}, 0, "told “Lowmouth”, is nowhere"),
        ("modality", 1, {"modality": "asserted"}, 0, "told as asserted, is attributed"),
        ("attribution", 1, {"attribution": []}, 0, "told nobody, is “the mayor Anna Reyes”"),
        ("attribution", 0, {"attribution": [{"source": "police"}]}, 0, "told “police”, is nobody"),
        (
            "participants",
            1,
            {"participants": [{"name": "Engineers", "role": "speaker"}]},
            0.5,
            "Engineers is actor, told as speaker",
        ),
        (
            "participants",
            1,
            {
                "participants": [
                    {"name": "Engineers", "role": "actor"},
                    {"name": "Anna Reyes", "role": "actor"},
                ]
            },
            2 / 3,
            "Anna Reyes is not in it as actor",
        ),
        ("quantities", 1, {"quantities": []}, 0, "lacks two pillars"),
        ("quantities", 0, {"quantities": [{"text": "6", "value": 6}]}, 0, "told 6 too"),
        (
            "quantities",
            1,
            {"quantities": [{"text": "two metres", "value": 2, "unit": "metre"}]},
            0.5,
            "two metres is two pillars",
        ),
    ],
)
def test_what_is_wrong_costs_and_is_told(
    name: str,
    place: int,
    fields: dict[str, Any],
    credit: float,
    because: str,
    right: Told,
    label: Label,
    change: Change,
) -> None:
    said = ask(name, change(right, place, **fields), label)
    assert said.value == pytest.approx((2 + credit) / 3)
    assert said.because == (f"ev{place + 1}: {because}",)


def test_a_date_is_a_guess_where_none_can_be_known(right: Told, label: Label, change: Change) -> None:
    undated = label.model_copy(
        update={"events": [each.model_copy(update={"when": None}) for each in label.events]}
    )
    said = ask("event_date", right, undated)
    assert said.value == 0
    assert "given" not in said.parts
    assert said.because[0] == "ev1: told 2025-05-06, is not known"
    silent = right
    for place in range(3):
        silent = change(silent, place, when=None)
    assert ask("event_date", silent, undated).value == 1


def test_another_country_halves_a_place(right: Told, label: Label, change: Change) -> None:
    where = label.events[0].where
    assert where is not None
    placed = label.events[0].model_copy(update={"where": where.model_copy(update={"country": "GB"})})
    known = label.model_copy(update={"events": [placed, *label.events[1:]]})
    abroad = change(right, 0, where={"text": "Lowmouth", "country": "FR"})
    assert ask("event_place", abroad, known).because == ("ev1: told in FR, is in GB",)
    assert ask("event_place", abroad, known).value == pytest.approx(2.5 / 3)


def test_a_second_name_of_somebody_is_no_error(right: Told, label: Label, change: Change) -> None:
    twice = [*right.events[0].model_dump()["participants"], {"name": "the council", "role": "actor"}]
    assert ask("participants", change(right, 0, participants=twice), label).value == 1


def test_a_name_of_somebody_else_is_no_short_form(right: Told, label: Label, change: Change) -> None:
    family = [
        {"name": "Vera Lund", "also": ["Lund"], "role": "target"},
        {"name": "Nils Lund", "also": ["a nephew"], "role": "actor"},
    ]
    both = [
        type(event).model_validate({**event.model_dump(), "participants": [who]})
        for event, who in zip(label.events[:2], family, strict=True)
    ]
    known = label.model_copy(update={"events": [*both, *label.events[2:]]})
    told = change(right, 0, participants=[{"name": "Lund", "role": "target"}])
    assert ask(
        "participants", change(told, 1, participants=[{"name": "Lund", "role": "actor"}]), known
    ).because == ("ev2: lacks Nils Lund; Lund is not in it as actor",)


@pytest.mark.parametrize("name", [*FIELDS, "events", "main_event"])
def test_of_another_language_no_events_are_asked_for(name: str, right: Told, label: Label) -> None:
    assert ask(name, right, label.model_copy(update={"language": "fr"})).value is None


def _with(label: Label, place: int, **fields: Any) -> Label:
    raw = label.model_dump(by_alias=True)
    raw["events"][place].update(fields)
    return Label.model_validate(raw)


def test_another_date_that_a_person_could_give_is_right(right: Told, label: Label) -> None:
    when = {"text": "Tuesday", "edtf": "2025-05-05", "or_edtf": ["2025-05-06"]}
    assert ask("event_date", right, _with(label, 0, when=when)).value == 1
    assert ask("event_date", right, _with(label, 0, when={**when, "or_edtf": []})).value != 1


def test_an_optional_source_may_be_told_or_left_out(right: Told, label: Label, change: Change) -> None:
    source = {"source": "the mayor Anna Reyes", "also": ["Anna Reyes"], "optional": True}
    loose = _with(label, 1, attribution=[source])
    assert ask("attribution", right, loose).value == 1
    assert ask("attribution", change(right, 1, attribution=[]), loose).value == 1
    assert ask("attribution", change(right, 1, attribution=[]), label).value == pytest.approx(2 / 3)


@pytest.mark.parametrize("unit", ["pillars", "PILLAR", None])
def test_a_unit_may_be_written_otherwise(unit: str | None, right: Told, label: Label, change: Change) -> None:
    told = change(right, 1, quantities=[{"text": "both pillars", "value": 2, "unit": unit}])
    assert ask("quantities", told, label).value == 1


def test_the_same_words_are_in_the_same_unit(right: Told, label: Label, change: Change) -> None:
    told = change(right, 1, quantities=[{"text": "two pillars", "value": 2, "unit": "PLR"}])
    assert ask("quantities", told, label).value == 1
    wordless = change(right, 1, quantities=[{"text": "two pillars"}])
    assert ask("quantities", wordless, label).value == 1
