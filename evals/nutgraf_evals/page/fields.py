"""A label's event and a told one in, the two side by side, field by field, out."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from nutgraf_evals.event_fields import Credit
from nutgraf_evals.label import LabelAttribution, LabelEvent, LabelParticipant
from nutgraf_evals.scorers import (
    attribution,
    event_date,
    event_place,
    event_type,
    modality,
    participants,
    quantities,
)
from nutgraf_evals.told import ToldAttribution, ToldEvent, ToldParticipant

Mark = Literal["match", "near", "wrong", "missing", "spurious", "empty"]
Words = list[str]
People = Collection[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what the label has, what is told, and how the two agree; `because` is the scorer's reason."""

    name: str
    label: Words
    told: Words
    mark: Mark
    because: str = ""


@dataclass(frozen=True, slots=True)
class _Reader:
    """How a field is read from either side; `credit` is that of its scorer, where it has one of its own."""

    label: Callable[[LabelEvent], Words]
    told: Callable[[ToldEvent], Words]
    credit: Callable[[ToldEvent, LabelEvent], Credit] | None = None


def fields(label: LabelEvent, told: ToldEvent, known: People = ()) -> list[Field]:
    """Every field, as its scorer judges it. `known` are all people of the label."""
    found = []
    for name, reader in _READERS.items():
        theirs, ours = reader.label(label), reader.told(told)
        credit = reader.credit(told, label) if reader.credit else participants.credit(told, label, known)
        found.append(Field(name, theirs, ours, _mark(theirs, ours, credit.value), credit.because))
    return found


def of_label(label: LabelEvent) -> list[Field]:
    """The fields of an event that was missed."""
    read = ((name, reader.label(label)) for name, reader in _READERS.items())
    return [Field(name, words, [], "missing") for name, words in read if words]


def of_told(told: ToldEvent) -> list[Field]:
    """The fields of an event that is none of the label."""
    read = ((name, reader.told(told)) for name, reader in _READERS.items())
    return [Field(name, [], words, "spurious") for name, words in read if words]


def plain(name: str) -> str:
    """A type, role or modality as words."""
    return name.replace("_", " ")


def _mark(label: Words, told: Words, credit: float) -> Mark:
    if not label and not told:
        return "empty"
    if credit >= 1:
        return "match"
    if not told:
        return "missing"
    if not label:
        return "spurious"
    return "near" if credit > 0 else "wrong"


def _either(first: str, others: Iterable[str]) -> Words:
    return [" or ".join(map(plain, (first, *others)))]


def _label_when(event: LabelEvent) -> Words:
    return [f"{event.when.edtf or 'not known'} (“{event.when.text}”)"] if event.when else []


def _told_when(event: ToldEvent) -> Words:
    return [f"{event.when.edtf or 'not known'} (“{event.when.text}”)"] if event.when else []


def _label_where(event: LabelEvent) -> Words:
    return [", ".join(filter(None, (event.where.text, event.where.country)))] if event.where else []


def _told_where(event: ToldEvent) -> Words:
    return [", ".join(filter(None, (event.where.text, event.where.country)))] if event.where else []


def _label_role(each: LabelParticipant) -> str:
    return f"{each.name}: {_either(each.role, each.or_roles)[0]}"


def _told_role(each: ToldParticipant) -> str:
    return f"{each.name}: {plain(each.role)}"


def _source(each: LabelAttribution | ToldAttribution) -> str:
    return " ".join(filter(None, (each.source, each.via and f"via {each.via}")))


_READERS: dict[str, _Reader] = {
    "type": _Reader(lambda e: _either(e.type, e.or_types), lambda e: [plain(e.type)], event_type.credit),
    "when": _Reader(_label_when, _told_when, event_date.credit),
    "where": _Reader(_label_where, _told_where, event_place.credit),
    "who": _Reader(
        lambda e: [_label_role(each) for each in e.participants],
        lambda e: [_told_role(each) for each in e.participants],
    ),
    "numbers": _Reader(
        lambda e: [each.text for each in e.quantities],
        lambda e: [each.text for each in e.quantities],
        quantities.credit,
    ),
    "told as": _Reader(
        lambda e: _either(e.modality, e.or_modalities), lambda e: [plain(e.modality)], modality.credit
    ),
    "who says so": _Reader(
        lambda e: [_source(each) for each in e.attribution],
        lambda e: [_source(each) for each in e.attribution],
        attribution.credit,
    ),
}
