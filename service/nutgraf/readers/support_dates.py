"""Does the source give that date? A statement and its source in, yes or no out: dates are compared by their days."""

import re
from collections.abc import Sequence

from .dated import Dated
from .reading import Place, Reading
from .roles import nounish, past
from .words import Word, stems

_BOUND = re.compile(
    r"\b(?P<word>before|by|until|till|after|since|from|following|as of)\s+(?:(?:the|late|early|mid)\s+)?$",
    re.I,
)
_BOUNDS = {"till": "until", "following": "after", "as of": "from", "since": "from"}
_FRONTED = re.compile(
    r"(?:^|[;:“\"]\s?|,\s|\b(?:and|but|that)\s)(?:(?:[Ii]n|[Oo]n|[Bb]y|[Bb]etween|[Ff]rom|[Ss]ince|[Aa]t|[Uu]ntil)\s)?$"
)
"""What stands before a date that opens a clause, whose verb comes after it: "..., and in 2021 she built"."""
_NEGATED = re.compile(r"\b(?:no|not|nobody|never|none)\b|n[’']t\b", re.I)
_AND = re.compile(r",?\s(?:and|then|and then|and later|and was|and were)\s")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def settled(reading: Reading) -> list[Place]:
    """The spans of the phrases whose date is known: what this check decides, no other need."""
    return [(d.start, d.end) for d in reading.dates if d.edtf is not None]


def check_dates(stated: Reading, cited: Sequence[Reading], _: object = ()) -> bool | None:
    """Every date stated stands in the source, as the same days or as some of them. None: no date that can be known."""
    told = [d for d in stated.dates if d.edtf is not None]
    if not told:
        return None
    return all(
        any(_given(d, stated.text, e, c.text) and _same_verb(d, stated, e, c) for c in cited for e in c.dates)
        for d in told
    )


def _same_verb(told: Dated, stated: Reading, given: Dated, source: Reading) -> bool:
    """Whether the verb that a date goes with is not one that the source has with something else."""
    said, verb, others = _governors(told, stated), _governors(given, source), _verbs(source)
    return not said or not verb or bool(said & verb) or not said & {w.stem for w in others}


def _governors(date: Dated, reading: Reading) -> set[str]:
    """Stems of the verb that a date goes with, with those that an "and" joins to it; none where there is no verb."""
    found = _verbs(reading)
    before = [w for w in found if w.end <= date.start]
    after = [w for w in found if w.start >= date.end]
    if not before:
        return {w.stem for w in found[:1]}
    fronted = _FRONTED.search(reading.text, max(0, date.start - 12), date.start)
    if fronted and after and reading.text[date.end : date.end + 1] == " ":
        return {after[0].stem}
    last = before[-1]
    joined = {w.stem for w in before if _AND.fullmatch(reading.text, w.end, last.start)}
    return {last.stem, *joined}


def _verbs(reading: Reading) -> list[Word]:
    return [w for w in reading.words if past(w) and not nounish(reading.text, w)]


def _given(stated: Dated, text: str, source: Dated, source_text: str) -> bool:
    bounds = {_bound(stated, text), _bound(source, source_text)}
    if len(bounds) > 1 and not (
        bounds == {"before", "until"} and _NEGATED.search(text) and _NEGATED.search(source_text)
    ):
        return False
    day, other = _WEEKDAY.search(stated.text), _WEEKDAY.search(source.text)
    if not day and stated.precision == source.precision and _alike(stated, source):
        return True  # "at the end of June", once after a past verb and once not
    if day and other and day[0] != other[0]:
        return False
    if source.edtf is None:
        return _alike(stated, source)
    if stated.part and stated.part != source.part:
        return source.precision == "day" and stated.part == _part(source)
    if stated.precision == "day" or not day:
        return stated.same_days(source) or (".." not in f"{stated.edtf}" and source.within(stated))
    return _alike(stated, source)


def _alike(a: Dated, b: Dated) -> bool:
    """Whether two phrases have the same words."""
    return {w.stem for w in stems(a.text)} == {w.stem for w in stems(b.text)}


def _part(day: Dated) -> str | None:
    if day.first is None:
        return None
    return "early" if day.first.day <= 10 else "mid" if day.first.day <= 20 else "late"


def _bound(date: Dated, text: str) -> str | None:
    """What the date bounds: "until Thursday"; None where it is simply when."""
    found = _BOUND.search(text, max(0, date.start - 24), date.start)
    word = found["word"].lower() if found else None
    return _BOUNDS.get(word, word) if word else None
