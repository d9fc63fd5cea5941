"""What is the news? Who, what, when and where of the digest's main event against the answers of people.

`what` is the event's description without the words that answer the others; `who` are those who share the first
participant's role. An answer is right when its words have a token F1 of at least .5 with those of one of the set's
answers. `when` is right when it is the set's day, or its words: the set read many a weekday wrong. Slots for which people
agreed on no answer are not asked.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from nutgraf_evals.digesting import Digester, without_llm
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Suite, share
from nutgraf_schemas import Digest, Event, Options

SLOTS = ("who", "what", "when", "where")
ALIKE = 0.5
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*")


def mark(document: Document, make: Digester = without_llm) -> Marks:
    counts: Counts = Counter()
    misses = []
    digest = make(document, Options())
    ours, naive = answers(digest), _naive(document)
    for row in document.of_type("fivew"):
        slot, wanted = row["slot"], row["answers"]
        if slot not in SLOTS or not wanted or row.get("none_agreed"):
            continue
        right = _right(slot, ours, wanted)
        counts += Counter(
            {"n": 1, f"{slot} n": 1, f"{slot} answered": bool(ours[slot]), f"{slot} right": right}
        )
        counts[f"{slot} naive"] += _right(slot, naive, wanted)
        if slot == "when":
            counts["same day"] += _same_day(ours["day"], wanted)
        if not right:
            kind = "another" if ours[slot] else "no"
            misses.append(Miss(f"{slot}: {kind} answer", _at(digest), ours[slot] or wanted[0]["text"]))
    return Marks(counts, tuple(misses))


def answers(digest: Digest) -> Mapping[str, str]:
    """The digest's answer to each slot, "" where it has none; `day` is that of `when`."""
    if not digest.events:
        return dict.fromkeys((*SLOTS, "day"), "")
    event = digest.events[0]
    who = ", ".join(_leading(event))
    when, where = event.when.text if event.when else "", event.where.text if event.where else ""
    rest = set(_WORD.findall(f"{who} {when} {where}"))
    return {
        "who": who,
        "what": " ".join(word for word in _WORD.findall(event.description.text) if word not in rest),
        "when": when,
        "day": event.when.edtf if event.when else "",
        "where": where,
    }


def _leading(event: Event) -> list[str]:
    """Those who share the first one's role, as the sentence says that names the first."""
    if not event.participants:
        return []
    first = event.participants[0]
    return [
        each.name
        for each in event.participants
        if (each.role, each.evidence[0].sentence) == (first.role, first.evidence[0].sentence)
    ]


def _right(slot: str, ours: Mapping[str, str], wanted: Sequence[Mapping[str, Any]]) -> bool:
    if slot == "when" and _same_day(ours["day"], wanted):
        return True
    return any(token_f1(ours[slot], each["text"]) >= ALIKE for each in wanted)


def _same_day(day: str, wanted: Sequence[Mapping[str, Any]]) -> bool:
    return any(day == each.get("parsed") for each in wanted)


def token_f1(one: str, other: str) -> float:
    a, b = Counter(_WORD.findall(one.lower())), Counter(_WORD.findall(other.lower()))
    return share(2 * (a & b).total(), a.total() + b.total())


def _at(digest: Digest) -> int:
    return digest.events[0].evidence[0].start if digest.events else 0


def _naive(document: Document) -> Mapping[str, str]:
    """The headline, its first name, the day of publication, and the first place behind "in" of the text."""
    title = document.title or document.text.partition("\n")[0]
    name = _NAME.search(title)
    place = re.search(rf"\b[Ii]n (?:the )?({_NAME.pattern})", document.text)
    return {
        "who": name[0] if name else "",
        "what": title,
        "when": document.date or "",
        "day": document.date or "",
        "where": place[1] if place else "",
    }


def _figures(counts: Counts, name: str) -> dict[str, Any]:
    rates = {slot: share(counts[f"{slot} {name}"], counts[f"{slot} n"]) for slot in SLOTS}
    asked = [slot for slot in SLOTS if counts[f"{slot} n"]]
    return {"value": share(sum(rates[slot] for slot in asked), len(asked)), "right": rates}


def _score(counts: Counts) -> Figures:
    return {
        **_figures(counts, "right"),
        "when_by_day_alone": share(counts["same day"], counts["when n"]),
        "answered": {slot: f"{counts[f'{slot} answered']} of {counts[f'{slot} n']}" for slot in SLOTS},
    }


SUITE = Suite(
    question="What is the news?",
    sets=("giveme5w1h",),
    unit="answers",
    mark=mark,
    score=_score,
    baseline=lambda counts: {
        **_figures(counts, "naive"),
        "what": "the headline, its first name, the day of publication, the first name behind in",
    },
)


def with_digests(make: Digester) -> Suite:
    """The suite with digests that are made otherwise."""
    return replace(SUITE, mark=partial(mark, make=make))
