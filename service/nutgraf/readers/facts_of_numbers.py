"""What passages count and measure: passages in, the numbers that may be of one thing out.

Only numbers of a kind and unit that other sentences have too, with another value, are read closely.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from .contexts import Context, alike, context
from .fact_words import COUNTED, OTHER_TIME, TOLLS, UNITS, UNREAL, told_by
from .facts import Fact, bounds
from .number_words import is_human
from .numbers import Number, numbers
from .passages import Passage
from .words import stem, stems

_HAS_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred|thousand|million|half)\b",
    re.IGNORECASE,
)
_KINDS = frozenset(("count", "money", "percent", "measure", "duration"))
_PART = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:of (?:them|those|these|the|its|his|her|their|all|\d|[A-Z]|\w+[’']s)|more\b|others?\b|ago\b|later\b|earlier\b)"
)
_NOT_WHOLE = re.compile(
    r"(?:\b(?:another|further|additional|other|including|among them|of whom|of which|out of|every|per|only|just|some of|extra|about one|the last|the first|the next|the past)|,)\s*$",
    re.I,
)
_RATE = re.compile(
    r"[^,.;]{0,30}?\b(?:an?|per|each|every) (?:year|month|week|day|hour|head|person|night|kilo\w*|tonne|barrel)\b|[^,.;]{0,20}?\ba time\b"
)
_ADVERBIAL = re.compile(r"(?:In|At|During|By|On|For|Over|As of)\b")
_EMPLOYS = re.compile(r"\b(?:employ\w*|workforce|payroll)\b")
_PER = re.compile(r"\s(?:an?|per|each|for each)\s(?P<one>[a-z]+)")
_HEAD = re.compile(r"-(?:\w+-)?(?:[a-z]+ ){0,2}?(?P<head>[a-z]+)\b(?! [a-z]+(?:e?d|ing)? (?:by|in|of))")
_DEFINITE = re.compile(r"\b(?:the|its|their|his|her|this|that|[\w]+[’']s?)\s(?:[a-z-]+\s)?$", re.I)
NEAR = 60
"""Characters between a number and the word that tells what it counts."""


def counts(passages: Sequence[Passage]) -> Iterator[Fact]:
    """The numbers whose clauses say what they count."""
    groups: dict[tuple[str, str | None], list[tuple[int, Number]]] = defaultdict(list)
    for index, passage in enumerate(passages):
        if not _HAS_NUMBER.search(passage.text):
            continue
        for number in numbers(passage.text):
            if number.kind in _KINDS and number.comparison not in ("many", "at_most"):
                groups[number.kind, _unit(number)].append((index, number))
    for group in groups.values():
        if len({number.value for _, number in group}) > 1 and len({index for index, _ in group}) > 1:
            yield from _read(passages, group)


def _unit(number: Number) -> str | None:
    if number.kind != "count" or number.unit is None:
        return number.unit
    return UNITS.get(stem(number.unit), number.unit)


def _read(passages: Sequence[Passage], group: Iterable[tuple[int, Number]]) -> Iterator[Fact]:
    for index, number in group:
        passage = passages[index]
        if _partial(passage.text, number):
            continue
        around = context(passage, number.start, number.end)
        if _elsewhere(passage.text, around, number):
            continue
        low, high = bounds(number, number.value * 0.5)
        about, key, shared, ignored = _attribute(passage, around, number)
        if about is None:
            continue
        yield Fact(
            "number",
            about,
            (number.kind, _unit(number), key, _each(passage.text, number)),
            number.text,
            passage.offset + number.start,
            passage.offset + number.end,
            index,
            low=low,
            high=high,
            exact=number.comparison is None,
            unit=number.unit,
            context=around,
            shared=shared,
            ignored=ignored,
        )


def _each(text: str, number: Number) -> str | None:
    """Of what an amount is the price of one: "612 pence a share"."""
    found = _PER.match(text, number.end)
    return found["one"] if found else None


def _partial(text: str, number: Number) -> bool:
    """Whether the number is a part of another, one more, or a rate."""
    return bool(
        _PART.match(text, number.end)
        or _NOT_WHOLE.search(text, max(0, number.start - 24), number.start)
        or _RATE.match(text, number.end)
    )


def _elsewhere(text: str, around: Context, number: Number) -> bool:
    """Whether the clause is of another time, or of what is not so."""
    before, after = text[around.start : number.start], text[number.end : around.end]
    first = before.partition(", ")[0]
    near = (
        f"{first if _ADVERBIAL.match(first) else ''} {before.rpartition(', ')[2]}#{after.partition(', ')[0]}"
    )
    return bool(OTHER_TIME.search(near) or UNREAL.search(f"{before}#{after}"))


def _employed(text: str, around: Context, number: Number) -> bool:
    """Whether the number is of all that somebody employs."""
    return bool(
        _EMPLOYS.search(text, around.start, around.end)
        or _DEFINITE.search(text, max(0, number.start - 24), number.start)
    )


def _attribute(
    passage: Passage, around: Context, number: Number
) -> tuple[str | None, str, int, frozenset[str]]:
    """What the number tells, by the nearest word that names it; how much else must be alike, but for these words."""
    text = passage.text
    unit = frozenset((alike(stem(number.unit)),)) if number.unit else frozenset[str]()
    if compound := _HEAD.match(text, number.end):
        head = alike(stem(compound["head"]))
        definite = bool(_DEFINITE.search(text, max(0, number.start - 24), number.start))
        return (
            f"{number.unit or 'size'} of the {compound['head']}",
            head,
            1 if definite else 2,
            frozenset((head,)),
        )
    best: tuple[int, str] | None = None
    for word in stems(text[around.start : around.end]):
        start, end = word.start + around.start, word.end + around.start
        if (
            not told_by(number.kind, COUNTED.get(word.stem, ""))
            or word.stem not in COUNTED
            or (number.start <= start < number.end and word.text[0].isdigit())
        ):
            continue
        distance = start - number.end if start >= number.end else number.start - end + 8
        if number.start <= start < number.end:
            distance = 0
        if distance <= NEAR and (best is None or distance < best[0]):
            best = distance, COUNTED[word.stem]
    if best:
        same = frozenset(word for word, about in COUNTED.items() if about == best[1])
        if best[1] == "number of employees" and not _employed(text, around, number):
            return None, "", 0, unit
        shared = 0 if best[1] in TOLLS else 2 if number.kind in ("measure", "duration") else 1
        return best[1], best[1], shared, unit | same
    definite = _DEFINITE.search(text, max(0, number.start - 24), number.start)
    if definite and number.unit and number.kind == "count" and not is_human(number.unit):
        return f"number of {number.unit}s", "", 3, unit
    return None, "", 0, unit
