"""What kind of event is told? The type of a sentence's main event, by its name in PLOVER, against the set's.

The set has names of an older PLOVER; those that were joined to others since are put there. Two of its types have no
event type of ours (SUPPORT, CONCEDE) and count as wrong; the share among the rest stands beside.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from nutgraf_evals.digesting import Digester, without_llm
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Suite, share
from nutgraf_evals.uniform import NoData
from nutgraf_schemas import Options
from nutgraf_schemas.event_types import CROSSWALK

RENAMED: Mapping[str, str] = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}
"""Types of the set → the type of PLOVER that has them now."""
OURS = frozenset(names.plover for names in CROSSWALK.values() if names.plover)


def mark(document: Document, make: Digester = without_llm) -> Marks:
    """Raises `NoData` for an event without a type."""
    counts: Counts = Counter()
    misses = []
    for label in document.of_type("event"):
        if "event_type" not in label:
            raise NoData(f"{document.id} has an event without event_type.")
        names = {RENAMED.get(name, name) for name in label["event_type"]}
        events = make(document, Options()).events
        answer = events[0].crosswalk.plover if events else None
        right, reachable, name = answer in names, bool(names & OURS), min(names)
        counts += Counter(
            {"n": 1, "answered": bool(events), "right": right, "reachable": reachable, f"type {name}": 1}
        )
        counts[f"right {name}"] += right
        if not right:
            said = f"{events[0].type}" if events else "no event"
            misses.append(Miss(f"{name}: {said}", 0, document.text[:60]))
    return Marks(counts, tuple(misses))


def _score(counts: Counts) -> Figures:
    types = _by_type(counts)
    return {
        "value": share(counts["right"], counts["n"]),
        "of_types_that_we_have": share(counts["right"], counts["reachable"]),
        "with_an_event": counts["answered"],
        "types": {
            name: {"n": n, "right": counts[f"right {name}"], "share": share(counts[f"right {name}"], n)}
            for name, n in types
        },
    }


def _by_type(counts: Counts) -> list[tuple[str, int]]:
    """The set's types with their numbers, the commonest first."""
    found = [(name.removeprefix("type "), n) for name, n in counts.items() if name.startswith("type ")]
    return sorted(found, key=lambda each: (-each[1], each[0]))


def _baseline(counts: Counts) -> Figures:
    return {
        "value": share(max((n for _, n in _by_type(counts)), default=0), counts["n"]),
        "what": "always the commonest type",
    }


SUITE = Suite(
    question="What kind of event is told?",
    sets=("plover_gsr",),
    unit="sentences",
    mark=mark,
    score=_score,
    baseline=_baseline,
)


def with_digests(make: Digester) -> Suite:
    """The suite with digests that are made otherwise."""
    return replace(SUITE, mark=partial(mark, make=make))
