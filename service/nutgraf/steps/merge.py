"""One event told in several sentences is one record: cited draft in, cited draft out, the main event first.

Two records are joined when their types are compatible, their dates do not differ, and they share a participant who
is no mere place, or a cue ties them: "the exchange", "in exchange", or the lede's own next sentence. What has most words of a headline in
the text is the headline's event, whatever its type.
A place that no joined sentence gives is taken from a sentence that says where the event took place.
Each field keeps the evidence it came with.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from nutgraf.line import Cited, Record, Sentence
from nutgraf.readers.names import names
from nutgraf.readers.places import country
from nutgraf.readers.triggers import triggers
from nutgraf.readers.words import stems
from nutgraf_schemas import Entity, EventType, Evidence, Participant, When, Where

_FAMILIES: tuple[frozenset[EventType], ...] = (
    frozenset({"death_or_injury", "accident_or_disaster"}),
    frozenset({"death_or_injury", "attack"}),
    frozenset({"death_or_injury", "crime"}),
    frozenset({"attack", "crime"}),
    frozenset({"agreement", "business"}),
    frozenset({"agreement", "release_or_exchange"}),
)
_DEFINITE = re.compile(r"\b(?:the|this|that|such|his|her|their|its)\s+(?:\w+\s+)?$", re.I)
_IN_EXCHANGE = re.compile(r"\bin (?:exchange|return)\b", re.I)
_TOOK_PLACE = re.compile(r"\b(?:took|take|taken|taking) place (?:in|at|on|near) |\bwas held (?:in|at) ", re.I)


def merge(cited: Cited, sentences: Sequence[Sentence]) -> Cited:
    """Join the records of one event. The record read from the best-ranked sentence leads; its group comes first."""
    by_id = {s.id: s for s in sentences}
    places = {e.id for e in cited.entities if e.kind == "place"}
    groups: list[list[Record]] = []
    for record in cited.records:
        home = next((g for g in groups if _one_event(g, record, by_id, places)), None)
        if home is None:
            groups.append([record])
        else:
            home.append(record)
    records: list[Record] = []
    for record in map(_joined, groups):
        first_of_its_type = all(record.type != other.type for other in records)
        records.append(_placed(record, sentences, cited.entities) if first_of_its_type else record)
    return replace(cited, records=tuple(records))


def _one_event(group: Sequence[Record], record: Record, by_id: dict[int, Sentence], places: set[str]) -> bool:
    if any(_dates_differ(r.when, record.when) for r in group):
        return False
    return any(
        (_compatible(r.type, record.type) and _tied(r, record, by_id, places)) or _retold(r, record, by_id)
        for r in group
    )


def _retold(a: Record, b: Record, by_id: dict[int, Sentence]) -> bool:
    """Whether one is the headline's event and the other has most of the headline's words."""
    first, second = sorted((a, b), key=lambda r: r.sentences[0])
    headline, told = by_id[first.sentences[0]], by_id[second.sentences[0]]
    if headline.id != 1 or headline.paragraph == told.paragraph or not headline.text[-1].isalnum():
        return False
    words = {word.stem for word in stems(headline.prompt)}
    return 2 * len(words & {word.stem for word in stems(told.prompt)}) >= len(words)


def _compatible(a: EventType, b: EventType) -> bool:
    return a == b or any({a, b} <= family for family in _FAMILIES)


def _dates_differ(a: When | None, b: When | None) -> bool:
    """Two known dates differ unless one is written inside the other ("2025-04" holds "2025-04-10")."""
    if a is None or b is None:
        return False
    return not (a.edtf.startswith(b.edtf) or b.edtf.startswith(a.edtf))


def _tied(a: Record, b: Record, by_id: dict[int, Sentence], places: set[str]) -> bool:
    if _acts_on(a, places) & _acts_on(b, places):
        return True
    first, second = sorted((a, b), key=lambda r: r.sentences[0])
    early, late = by_id[first.sentences[0]], by_id[second.sentences[0]]
    if early.id == 1 and late.id == 2 and first.type == second.type:
        return True  # the lede is told again by its next sentence
    return _refers(late, first.type)


def _acts_on(record: Record, places: set[str]) -> set[str]:
    """Who takes part, as entity or name; a state or town that acts is not enough to tell two events as one."""
    return {p.entity or p.name for p in record.participants if p.entity not in places and p.role != "speaker"}


def _refers(sentence: Sentence, kind: EventType) -> bool:
    """Whether the sentence speaks of an event of this type as known: "the exchange", "in exchange"."""
    if kind == "release_or_exchange" and _IN_EXCHANGE.search(sentence.prompt):
        return True
    return any(
        _compatible(t.type, kind) and not t.verb and _DEFINITE.search(sentence.prompt[: t.start])
        for t in triggers(sentence.prompt)
    )


def _joined(group: Sequence[Record]) -> Record:
    lead, *others = group
    if not others:
        return lead
    participants: dict[str, Participant] = {}
    for record in group:
        for participant in record.participants:
            participants.setdefault(participant.entity or participant.name.casefold(), participant)
    when = next((r.when for r in _by_precision(group)), None)
    where = next((r.where for r in group if r.where and r.where.country), None) or next(
        (r.where for r in group if r.where), None
    )
    reasons = dict(lead.null_reasons)
    if when is not None:
        reasons.pop("when", None)
    if where is not None:
        reasons.pop("where", None)
    if where is not None and where.country is not None:
        reasons.pop("country", None)
    return replace(
        lead,
        type=next((r.type for r in group if r.type != "other"), lead.type),
        sentences=tuple(dict.fromkeys(n for r in group for n in r.sentences)),
        participants=tuple(participants.values()),
        when=when,
        where=where,
        null_reasons=reasons,
    )


def _by_precision(group: Sequence[Record]) -> list[Record]:
    return sorted((r for r in group if r.when), key=lambda r: -len(r.when.edtf) if r.when else 0)


def _placed(record: Record, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> Record:
    """The record with a place from "the exchange took place in Vienna", where it has none of its own.

    Asked only of the first record of a type: that is the one which "the exchange" means.
    """
    if record.where is not None:
        return record
    for sentence in sentences:
        match = _TOOK_PLACE.search(sentence.prompt)
        if match is None or not _refers(sentence, record.type):
            continue
        found = next((n for n in names(sentence.prompt) if n.start == match.end()), None)
        if found is None:
            continue
        start, end = sentence.start + found.start, sentence.start + found.end
        looked_up = country(found.text, context=[e.name for e in entities if e.kind == "place"])
        reasons = {k: v for k, v in record.null_reasons.items() if k not in ("where", "country")}
        if looked_up.reason:
            reasons["country"] = looked_up.reason
        return replace(
            record,
            sentences=(*record.sentences, *([] if sentence.id in record.sentences else [sentence.id])),
            where=Where(
                text=sentence.text[found.start : found.end],
                country=looked_up.country,
                evidence=[Evidence(sentence=sentence.id, start=start, end=end)],
            ),
            null_reasons=reasons,
        )
    return record
