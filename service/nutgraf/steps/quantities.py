"""The numbers that an event is told with: records in, records with quantities out.

Read from the sentence the record was read from, without its report frame: the numbers that its description repeats, and
those that share a clause with the description's words. Dates, ordinals and times of day are no quantities.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nutgraf.line import Cited, Record, Sentence
from nutgraf.readers.numbers import Kind, Number, numbers
from nutgraf.readers.words import stems
from nutgraf_schemas import Evidence, Quantity

_NO_QUANTITY: frozenset[Kind] = frozenset(("year", "day", "time", "ordinal"))
_CLAUSE = re.compile(
    r",\s(?:which|who|whose|where|while|after|as|but|and)\b|;|\s[–—-]{1,2}\s|\b(?:while|after|but)\b"
)

_POINTING = re.compile(r"\b(?:the|these|those|its|their|his|her|both)\s$", re.I)

# Of a number's kind, what its neighbourhood says it counts; the first that fits.
_PRISON = r"\b(?:prison|jail\w*|sentence\w*|imprison\w*|behind bars|custody)\b"
_KINDS: tuple[tuple[frozenset[Kind], str, str], ...] = (
    (
        frozenset(("count",)),
        r"\b(?:kill\w*|dead|die[ds]?|deaths?|bodies|fatalit\w+|lives|murder\w*|toll)\b",
        "deaths",
    ),
    (frozenset(("count",)), r"\b(?:injur\w+|wound\w*|hurt|hospitali[sz]ed)\b", "injuries"),
    (frozenset(("count",)), r"\b(?:missing|unaccounted|trapped)\b", "missing"),
    (frozenset(("count",)), r"\b(?:arrest\w*|detain\w*|prisoners?|hostages?)\b", "detained"),
    (frozenset(("count",)), r"\b(?:votes?|ballots?|seats?)\b", "votes"),
    (frozenset(("count",)), r"\b(?:jobs?|workers?|employees?|staff)\b", "jobs"),
    (frozenset(("duration",)), _PRISON, "sentence_length"),
)
_BY_UNIT = {"magnitude": "magnitude", "degree celsius": "temperature", "degree fahrenheit": "temperature"}
_BY_KIND: dict[Kind, str] = {
    "money": "money",
    "percent": "percent",
    "duration": "duration",
    "age": "age",
    "measure": "measure",
    "fraction": "share",
    "multiple": "multiple",
    "count": "count",
}
_AROUND = 28
"""Characters beside a number that say what it counts."""


def measure(cited: Cited, sentences: Sequence[Sentence]) -> Cited:
    """Give each record its quantities."""
    by_id = {s.id: s for s in sentences}
    return replace(
        cited,
        records=tuple(replace(r, quantities=_quantities(r, by_id[r.sentences[0]])) for r in cited.records),
    )


def _quantities(record: Record, sentence: Sentence) -> tuple[Quantity, ...]:
    told = record.description.text
    stated = numbers(told)
    about = {w.stem for w in stems(told)}
    found = []
    for number in numbers(sentence.text):
        if number.kind in _NO_QUANTITY or _framed(number, sentence) or _known(number, sentence.text):
            continue
        repeated = any(n.value == number.value and n.kind == number.kind for n in stated)
        if repeated or _shares_clause(number, sentence.text, about):
            found.append(_quantity(number, sentence))
    return tuple(found)


def _known(number: Number, text: str) -> bool:
    """Whether it only points back: "the two sides"."""
    return number.kind == "count" and bool(_POINTING.search(text, max(0, number.start - 8), number.start))


def _framed(number: Number, sentence: Sentence) -> bool:
    if sentence.frame is None:
        return False
    return sentence.frame[0] <= sentence.start + number.start < sentence.frame[1]


def _shares_clause(number: Number, text: str, about: Iterable[str]) -> bool:
    """Whether most of the other words of the number's clause are the description's."""
    a, b = _clause(number, text)
    others = [w.stem for w in stems(text[a:b]) if not number.start <= a + w.start < number.end]
    shared = sum(stem in set(about) for stem in others)
    return shared >= 2 and 2 * shared >= len(others)


def _clause(number: Number, text: str) -> tuple[int, int]:
    cuts = [0, *(m.start() for m in _CLAUSE.finditer(text)), len(text)]
    a = max(c for c in cuts if c <= number.start)
    return a, min((c for c in cuts if c > number.start), default=len(text))


def _quantity(number: Number, sentence: Sentence) -> Quantity:
    start = sentence.start + number.start
    return Quantity(
        text=number.text,
        value=number.value,
        unit=number.unit,
        kind=_kind(number, sentence.text),
        evidence=[Evidence(sentence=sentence.id, start=start, end=start + len(number.text))],
    )


def _kind(number: Number, text: str) -> str:
    if number.unit in _BY_UNIT:
        return _BY_UNIT[number.unit]
    a, b = _clause(number, text)
    near = text[max(a, number.start - _AROUND) : min(b, number.end + _AROUND)]
    hits = [
        (abs(found.start() - (number.start - max(a, number.start - _AROUND))), kind)
        for kinds, pattern, kind in _KINDS
        if number.kind in kinds and (found := re.search(pattern, near, re.I))
    ]
    return min(hits)[1] if hits else _BY_KIND[number.kind]
