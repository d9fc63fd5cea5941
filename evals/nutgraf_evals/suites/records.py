"""Who did what to whom? Events of the digest against the answer keys of MUC-4, slot by slot.

Records are matched one to one so that they share most; then what is in their slots is counted, in all documents
together. A record that the key has not costs its fills, and so does one that is not found; half a point is for a date
that overlaps and for the right country. But for the split tst4 the set's articles are in capitals, in which next to
no event is read.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from nutgraf_evals.digesting import Digester, without_llm
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Suite, f1
from nutgraf_evals.muc import LEFT_OUT, SLOTS, Place, Template, compared, matched, told, wanted
from nutgraf_evals.uniform import NoData
from nutgraf_schemas import Digest, Options

WANT = Options(events=20)
_NOTHING = Template(frozenset())


def mark(document: Document, make: Digester = without_llm) -> Marks:
    """Raises `NoData` for a row that is no record of MUC-4."""
    rows = document.of_type("event")
    if any(name not in row for row in rows for name in ("event_type", "participants")):
        raise NoData(f"{document.id} has an event without event_type or participants.")
    keys = [wanted(row) for row in rows]
    digest = make(document, WANT)
    events = [(event, record) for event in digest.events if (record := told(event, document.date))]
    counts, misses = _counted("found", [record for _, record in events], keys)
    counts += _counted("naive", _naive(document, digest), keys)[0]
    counts["n"] = len(keys)
    places = [event.evidence[0].start for event, _ in events]
    return Marks(counts, tuple(_told(document, places, misses)))


def _counted(
    name: str, ours: Sequence[Template], keys: Sequence[Template]
) -> tuple[Counts, list[tuple[str, int | None, str]]]:
    """What the records share with the key, and what of them it has not."""
    counts: Counts = Counter()
    misses: list[tuple[str, int | None, str]] = []
    pairs = dict(matched(ours, keys))
    hit = set(pairs.values())
    needed = [key for j, key in enumerate(keys) if j in hit or not key.optional]
    counts += Counter({f"{name} records right": len(pairs), f"{name} records given": len(ours)})
    counts[f"{name} records wanted"] = len(needed)
    for i, record in enumerate(ours):
        key = keys[pairs[i]] if i in pairs else _NOTHING
        for slot, (half, given, asked) in compared(record, key).items():
            counts += Counter(
                {f"{name} {slot} right": half, f"{name} {slot} given": given, f"{name} {slot} wanted": asked}
            )
            if i in pairs and half < 2 * max(given, asked):
                misses.append((f"{slot}: {_fault(half, given, asked)}", i, ""))
        if i not in pairs:
            misses.append(("record that the key has not", i, ""))
    for j, key in enumerate(keys):
        if j not in hit and not key.optional:
            for slot, (_, _, asked) in compared(_NOTHING, key).items():
                counts[f"{name} {slot} wanted"] += asked
            misses.append(("record not found", None, next(iter(sorted(key.types)), "")))
    return counts, misses


def _fault(half: int, given: int, asked: int) -> str:
    if not given:
        return "missing"
    if not asked:
        return "not in the key"
    return "another" if not half else "in part"


def _told(
    document: Document, places: Sequence[int], misses: Iterable[tuple[str, int | None, str]]
) -> Iterable[Miss]:
    for kind, i, words in misses:
        at = 0 if i is None else places[i]
        yield Miss(kind, at, words or document.text[at : at + 40])


def _naive(document: Document, digest: Digest) -> list[Template]:
    """One attack on the day of publication, where the dateline is."""
    dateline = digest.article.dateline
    place = dateline.place if dateline else None
    dates = (document.date,) if document.date else ()
    day = wanted({"participants": (), "event_type": ("ATTACK",), "date_edtf": dates})
    return [replace(day, places=(Place(None, (place,)),) if place else ())]


def _figures(counts: Counts, name: str) -> Figures:
    slots = {slot: _slot(counts, name, slot) for slot in SLOTS}
    right, given, wanted_ = (
        sum(counts[f"{name} {slot} {what}"] for slot in SLOTS) for what in ("right", "given", "wanted")
    )
    whole = _f1(right, given, wanted_)
    found = f1(*(counts[f"{name} records {what}"] for what in ("right", "given", "wanted")))
    return {"value": whole.pop("f1"), **whole, "records": found, "slots": slots}


def _slot(counts: Counts, name: str, slot: str) -> Figures:
    return _f1(*(counts[f"{name} {slot} {what}"] for what in ("right", "given", "wanted")))


def _f1(half_points: int, given: int, asked: int) -> dict[str, float]:
    return f1(half_points, 2 * given, 2 * asked)


def _score(counts: Counts) -> Figures:
    return {**_figures(counts, "found"), "left_out": ", ".join(LEFT_OUT)}


SUITE = Suite(
    question="Who did what to whom?",
    sets=("muc4",),
    unit="records",
    mark=mark,
    score=_score,
    baseline=lambda counts: {
        **_figures(counts, "naive"),
        "what": "one attack on the day of publication, where the dateline is",
    },
)


def with_digests(make: Digester) -> Suite:
    """The suite with digests that are made otherwise."""
    return replace(SUITE, mark=partial(mark, make=make))
