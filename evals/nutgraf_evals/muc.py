"""MUC-4 answer keys and digests in one form: labels or events in, records of slots out, and what two of them share.

The key has slots for events of violence. A digest has no weapon, and does not tell persons who did it from their
organisation; so weapons are left out, and the two kinds of perpetrators are one slot.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from nutgraf.readers.calendar import bounds
from nutgraf.readers.places import country
from nutgraf_evals.pairing import best_pairs
from nutgraf_schemas import Event, EventType, Modality, Role, Where

SLOTS = ("type", "date", "place", "perpetrator", "target", "victim")
LEFT_OUT = ("weapon", "perpetrators told apart")

TYPES: Mapping[EventType, frozenset[str]] = {
    "attack": frozenset({"ATTACK", "BOMBING", "ARSON"}),
    "death_or_injury": frozenset({"ATTACK", "BOMBING"}),
    "accident_or_disaster": frozenset({"BOMBING", "ARSON"}),
    "crime": frozenset({"ATTACK", "ROBBERY"}),
    "arrest_or_detention": frozenset({"KIDNAPPING"}),
    "protest_or_strike": frozenset({"FORCED WORK STOPPAGE"}),
}
"""What a type of ours may be called in the key; events of other types are not asked for there."""
ROLES: Mapping[Role, str] = {"actor": "perpetrator", "target": "target", "victim": "victim"}
KEY_ROLES: Mapping[str, str] = {
    "PerpInd": "perpetrator",
    "PerpOrg": "perpetrator",
    "Target": "target",
    "VictimName": "victim",
    "VictimDescription": "victim",
}
UNREAL: frozenset[Modality] = frozenset({"denied", "negated", "planned", "hypothetical"})
"""The key wants what has happened."""
RECENT = timedelta(days=61)
"""... and not longer ago than two months before the article."""
_ABDUCTED = re.compile(r"\b(?:kidnap|abduct|hostage)", re.I)
"""An arrest is no kidnapping; a digest has one type for both."""

Days = tuple[date, date]
Shared = Mapping[str, tuple[int, int, int]]
"""Of each slot: half points for what agrees, fills given, fills wanted."""

_WORD = re.compile(r"\w+")
_NO_WORDS = frozenset({"the", "a", "an", "some", "of"})
_BRACKETS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|[()\[\]]")
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Fill:
    """One filler of a slot under all its names; nobody misses it where it is `optional`."""

    names: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place as names from the largest to the smallest; `country` is a code, or None where it is not known."""

    country: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """One event. `types`, `dates` and `places` are alternatives."""

    types: frozenset[str]
    dates: tuple[Days, ...] = ()
    places: tuple[Place, ...] = ()
    fills: Mapping[str, tuple[Fill, ...]] = field(default_factory=dict)
    optional: bool = False


def wanted(label: Mapping[str, Any]) -> Template:
    """The record of a row of the key."""
    found: dict[str, list[Fill]] = {}
    people = any(each["role"] == "PerpInd" for each in label["participants"])
    for each in label["participants"]:
        names = tuple(_flat(each.get("alternatives") or ()))
        if not names or each["role"] not in KEY_ROLES:
            continue
        # Who names the guerrillas need not name their organisation too: a digest tells of them once.
        spared = bool(each.get("optional")) or (each["role"] == "PerpOrg" and people)
        _add(Fill(names, spared), found.setdefault(KEY_ROLES[each["role"]], []))
    return Template(
        types=frozenset(name.removeprefix("ATTEMPTED ") for name in label["event_type"]),
        dates=tuple(days for edtf in label.get("date_edtf") or () if (days := _days(edtf))),
        places=tuple(place for names in label.get("place") or () if (place := _place(names))),
        fills={slot: tuple(fills) for slot, fills in found.items()},
        optional=bool(label.get("optional")),
    )


def told(event: Event, published: str | None) -> Template | None:
    """The record of an event of a digest; None where the key would not have it."""
    if event.type not in TYPES or event.modality in UNREAL:
        return None
    if event.type == "arrest_or_detention" and not _ABDUCTED.search(event.description.text):
        return None
    days = _days(event.when.edtf) if event.when else None
    if days and published and days[1] < date.fromisoformat(published) - RECENT:
        return None
    fills: dict[str, list[Fill]] = {}
    for participant in event.participants:
        slot = ROLES.get(participant.role)
        if event.type == "arrest_or_detention" and slot == "target":
            slot = "victim"
        if slot:
            fills.setdefault(slot, []).append(Fill((participant.name,)))
    return Template(
        types=TYPES[event.type],
        dates=(days,) if days else (),
        places=(_told_place(event.where),) if event.where else (),
        fills={slot: tuple(each) for slot, each in fills.items()},
    )


def compared(ours: Template, key: Template) -> Shared:
    """What two records share, slot by slot."""
    found: dict[str, tuple[int, int, int]] = {
        "type": (2 * bool(ours.types & key.types), bool(ours.types), bool(key.types)),
        "date": (_same_days(ours.dates, key.dates), bool(ours.dates), bool(key.dates)),
        "place": (_same_place(ours.places, key.places), bool(ours.places), bool(key.places)),
    }
    for slot in SLOTS[3:]:
        given, asked = ours.fills.get(slot, ()), key.fills.get(slot, ())
        pairs = best_pairs([[alike(one.names, other.names) for other in asked] for one in given])
        hit = {j for _, j in pairs}
        needed = sum(j in hit or not fill.optional for j, fill in enumerate(asked))
        found[slot] = (2 * len(pairs), len(given), needed)
    return found


def matched(ours: Sequence[Template], key: Sequence[Template]) -> tuple[tuple[int, int], ...]:
    """Which record is which: the pairs that share most of their slots together."""

    def share(one: Template, other: Template) -> float:
        points = compared(one, other).values()
        slots = sum(given + asked for _, given, asked in points)
        return sum(half for half, _, _ in points) / slots if slots else 0.0

    return best_pairs([[share(one, other) for other in key] for one in ours])


def alike(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two fillers are one: most words are the same, or one says with more words what the other's last says."""
    theirs = [_words(name) for name in others]
    return any(_same(_words(name), other) for name in names for other in theirs)


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    a, b = set(one), set(other)
    if not a or not b:
        return False
    if 2 * len(a & b) >= _ALIKE * (len(a) + len(b)):
        return True
    return one[-1] == other[-1] and (a <= b or b <= a)


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(_BRACKETS.sub(" ", name.lower())) if word not in _NO_WORDS]


def _flat(alternatives: Iterable[str | Sequence[str]]) -> Iterable[str]:
    for each in alternatives:
        yield from [each] if isinstance(each, str) else each


def _add(fill: Fill, fills: list[Fill]) -> None:
    """Put a fill to the others; a description of somebody who is named there is another of the names."""
    for i, other in enumerate(fills):
        if set(fill.names) & set(other.names):
            fills[i] = Fill(
                tuple(dict.fromkeys((*other.names, *fill.names))), other.optional and fill.optional
            )
            return
    fills.append(fill)


def _days(edtf: str) -> Days | None:
    """First and last day; of `[..1990-01-10]`, on or before, everything before."""
    value = edtf
    if edtf.startswith("["):
        first, _, last = edtf.strip("[]").partition("..")
        value = f"{first or '..'}/{last or '..'}"
    try:
        start, end = bounds(value)
    except ValueError:
        return None
    return start or date.min, end or date.max


def _same_days(ours: Sequence[Days], key: Sequence[Days]) -> int:
    return max((2 if a == b else a[0] <= b[1] and b[0] <= a[1] for a in ours for b in key), default=0)


def _same_place(ours: Sequence[Place], key: Sequence[Place]) -> int:
    """Two half points for the smallest place that the key names, one for the country."""
    best = 0
    for one in ours:
        said = set(_words(" ".join(one.names)))
        for other in key:
            smallest = set(_words(other.names[-1]))
            if (smallest and smallest <= said) or (len(other.names) == 1 and one.country == other.country):
                return 2
            best = max(best, one.country is not None and one.country == other.country)
    return best


def _told_place(where: Where) -> Place:
    return Place(where.country, (where.text,))


def _place(names: Sequence[str]) -> Place | None:
    plain = tuple(word for name in names if (word := _BRACKETS.sub(" ", name).strip(" -")))
    return Place(_country(plain[0]), plain) if plain else None


@cache
def _country(name: str) -> str | None:
    return country(name.title()).country
