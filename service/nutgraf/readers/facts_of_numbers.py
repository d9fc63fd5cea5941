"""What passages count and measure: passages in, the numbers that may be of one thing out.

Only numbers of a kind and unit that other sentences have too, with another value, are read closely.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .contexts import Place, alike, clause
from .fact_words import ALONE, COUNTED, OTHER_TIME, TOLLS, UNITS, UNREAL, told_by
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
_ALL = re.compile(r"\b[Aa]ll\s$")
_NOT_WHOLE = re.compile(
    r"(?:\b(?:another|further|additional|other|includ(?:e|es|ed|ing)|among them|of whom|of which|out of|every|per|only|just|some of|extra|about one|the last|the first|the next|the past)|,)\s*$",
    re.I,
)
_RATE = re.compile(
    r"[^,.;]{0,30}?\b(?:an?|per|each|every) (?:year|month|week|day|hour|head|person|night|kilo\w*|tonne|barrel)\b|[^,.;]{0,20}?\ba time\b"
)
_ADVERBIAL = re.compile(
    r"(?:In|At|During|By|On|For|Over|As of|Earlier|Later|Last|Since|Before|After|Previously)\b"
)
_EMPLOYS = re.compile(r"\b(?:employ\w*|workforce|payroll)\b")
_PER = re.compile(r"\s(?:an?|per|each|for each)\s(?P<one>[a-z]+)")
_HEAD = re.compile(r"[ -](?:[a-z]+ )?(?P<head>[a-z]+)\b")
_DEFINITE = re.compile(r"\b(?:the|its|their|his|her|this|that|all|[\w]+[’']s?)\s(?:[a-z-]+\s)?$", re.I)
_KIN = frozenset(
    "brother sister son daughter friend cousin parent grandchild twin colleague neighbour".split()
)
_SIZES = {"duration": "length", "measure": "size", "count": "size"}
MOST = 16
"""Numbers in one sentence; what has more is a table."""
NEAR = 60
"""Characters between a number and the word that tells what it counts."""


@dataclass(frozen=True, slots=True)
class _Attribute:
    """What a number tells: the attribute, what else must be equal, and how many words, but for those `ignored`."""

    about: str
    key: tuple[Hashable, ...]
    shared: int
    ignored: frozenset[str]
    definite: bool


def counts(passages: Sequence[Passage]) -> Iterator[Fact]:
    """The numbers whose clauses say what they count."""
    groups: dict[tuple[str, str | None], list[tuple[int, Number]]] = defaultdict(list)
    for index, passage in enumerate(passages):
        if not _HAS_NUMBER.search(passage.text):
            continue
        found = numbers(passage.text)
        for number in found if len(found) <= MOST else ():
            if number.kind in _KINDS and number.comparison not in ("many", "at_most"):
                groups[number.kind, _group(number)].append((index, number))
    for group in groups.values():
        if len({number.value for _, number in group}) > 1 and len({index for index, _ in group}) > 1:
            yield from _read(passages, group)


def _group(number: Number) -> str | None:
    """The unit within which numbers may be of one thing: people are counted under many names, or none."""
    unit = _unit(number)
    return (
        "person" if number.kind == "count" and (unit is None or unit == "worker" or is_human(unit)) else unit
    )


def _unit(number: Number) -> str | None:
    if number.kind != "count" or number.unit is None:
        return number.unit
    return UNITS.get(stem(number.unit), number.unit)


def _read(passages: Sequence[Passage], group: Iterable[tuple[int, Number]]) -> Iterator[Fact]:
    for index, number in group:
        passage = passages[index]
        if _partial(passage.text, number):
            continue
        around = clause(passage, number.start, number.end)
        if _elsewhere(passage.text, around, number):
            continue
        open_ended = number.comparison in ("at_least", "more_than")  # however many more
        low, high = bounds(number, 0 if open_ended else number.value * 0.5)
        told = _attribute(passage, around, number)
        if told is None:
            continue
        yield Fact(
            "number",
            told.about,
            (number.kind, *told.key),
            number.text,
            passage.offset + number.start,
            passage.offset + number.end,
            index,
            low=low,
            high=high,
            exact=number.comparison is None,
            around=(number.start, number.end),
            shared=told.shared,
            ignored=told.ignored,
            definite=told.definite,
        )


def _each(text: str, number: Number) -> str | None:
    """Of what an amount is the price of one: "612 pence a share"."""
    found = _PER.match(text, number.end)
    return found["one"] if found else None


def _partial(text: str, number: Number) -> bool:
    """Whether the number is a part of another, one more, or a rate."""
    return bool(
        (_PART.match(text, number.end) and not _ALL.search(text, max(0, number.start - 5), number.start))
        or _NOT_WHOLE.search(text, max(0, number.start - 24), number.start)
        or _RATE.match(text, number.end)
    )


def _elsewhere(text: str, around: Place, number: Number) -> bool:
    """Whether the clause is of another time, or of what is not so."""
    before, after = text[around[0] : number.start], text[number.end : around[1]]
    first = before.partition(", ")[0]
    near = (
        f"{first if _ADVERBIAL.match(first) else ''} {before.rpartition(', ')[2]}#{after.partition(', ')[0]}"
    )
    return bool(OTHER_TIME.search(near) or UNREAL.search(f"{before}#{after}"))


def _attribute(passage: Passage, around: Place, number: Number) -> _Attribute | None:
    """What the number tells, by the noun that it is a part of or by the nearest word that names it."""
    text = passage.text
    unit = frozenset((alike(stem(number.unit)),)) if number.unit else frozenset[str]()
    definite = _DEFINITE.search(text, max(0, number.start - 24), number.start) is not None
    compound = _HEAD.match(text, number.end) if "-" in number.text else None
    if compound and number.kind in ("duration", "measure", "count"):
        head = alike(stem(compound["head"]))
        size = f"{_SIZES.get(number.kind, 'size')} of the {compound['head']}"
        return _Attribute(size, (number.unit, head), 2, frozenset((head,)), definite)
    if about := _named(text, around, number):
        if about == "number of employees" and not (definite or _EMPLOYS.search(text, around[0], around[1])):
            return None
        same = frozenset(word for word, name in COUNTED.items() if name == about)
        shared = 0 if about in ALONE else 2 if number.kind in ("duration", "measure") else 1
        whose = None if about in (*TOLLS, "number of employees") else _unit(number)
        return _Attribute(about, (whose, _each(text, number)), shared, unit | same, definite)
    if number.kind == "count" and number.unit and _group(number) != "person" and number.unit not in _KIN:
        return _Attribute(f"{number.unit} count", (_unit(number),), 4, unit, definite)
    return None


def _named(text: str, around: Place, number: Number) -> str | None:
    """What the word that stands nearest says that the number tells; of two, the one behind."""
    best: tuple[int, str] | None = None
    for word in stems(text[around[0] : around[1]]):
        start, end = word.start + around[0], word.end + around[0]
        about = COUNTED.get(word.stem)
        inside = number.start <= start < number.end
        if about is None or not told_by(number.kind, about) or (inside and word.text[0].isdigit()):
            continue
        distance = 0 if inside else start - number.end if start >= number.end else number.start - end + 8
        if distance <= NEAR and (best is None or distance < best[0]):
            best = distance, about
    return best[1] if best else None
