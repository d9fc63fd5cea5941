"""A fact: one value that an article gives to one attribute of one subject, and when two of them cannot both hold."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from nutgraf_schemas import ContradictionKind

from .contexts import Context
from .fact_words import MONTHS, ONCE, TIMES, YEARS
from .numbers import Number

INFINITY = float("inf")


@dataclass(frozen=True, slots=True)
class Fact:
    """One value. `start` and `end` count in the article, `passage` is the number of its sentence, from 0.

    Facts are compared where `about` and `key` are alike: `key` says of whom, of what, in which scope. Numbers and
    dates hold from `low` to `high` (a date is a proleptic ordinal, a duration a number of days); `exact` and `unit`
    say that the value is stated as such. Names and polarity have a `word`; places, too, whose `unit` is their
    country's code and who are `exact` unless they are countries themselves. Where more than `key` must be
    alike for two facts to be of one thing, `around` is what to read the `context` of, counted in the sentence, and
    `shared` is how many of its names and words (and of the `objects`), but for those `ignored`;
    `definite` says that the article speaks of a number of things that it has named before ("the 14 boats").
    """

    kind: ContradictionKind
    about: str
    key: Hashable
    text: str
    start: int
    end: int
    passage: int
    subject: str | None = None
    low: float = 0.0
    high: float = 0.0
    exact: bool = True
    unit: str | None = None
    word: str = ""
    around: tuple[int, int] | None = None
    context: Context | None = None
    shared: int = 0
    ignored: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    definite: bool = False
    single: bool = True


def agree(a: Fact, b: Fact) -> bool:
    """Whether both can hold. A country may hold any place that is in no other."""
    if a.kind == "place" and a.word != b.word:
        if a.unit and b.unit:
            return a.unit == b.unit and not (a.exact and b.exact)
        return not (a.exact and b.exact)
    if a.word or b.word:
        return a.word == b.word
    if a.exact and b.exact and a.unit == b.unit and a.low == a.high and b.low == b.high:
        return a.low == b.low
    return a.low <= b.high and b.low <= a.high


def alike(a: Fact, b: Fact) -> bool:
    """Whether both, of one `about` and `key`, tell of the same thing at the same time."""
    if a.context is None or b.context is None:
        return True
    if a.passage == b.passage:
        return False
    one, other = a.context, b.context
    same = a.subject is not None and a.subject == b.subject
    if a.subject and b.subject and not same:
        return False
    if a.kind != "date" and not _one_time(one.times, other.times, strict=a.kind == "number"):
        return False
    if not same and _apart(one.names, other.names):
        return False
    if a.kind != "place" and not _one_scene(one, other, strict=a.kind == "number"):
        return False
    if not same and (_apart(one.persons, other.persons) or _apart(one.organisations, other.organisations)):
        return False
    if a.kind == "date" and not a.single and one.names != other.names:
        return False
    if a.kind == "date" and (act := a.about.removeprefix("date of ")) not in ONCE:
        if abs(a.low - b.low) > AGAIN:
            return False  # elected in 2014, and again in 2019
    elif a.kind == "date" and act in ("birth", "death") and not same:
        return False  # nobody's birth but the same one's
    common = len((one.names & other.names) | (one.words & other.words) - a.ignored - b.ignored)
    common += len(a.objects & b.objects)
    if a.kind == "place":
        common += len(one.times & other.times)
    if a.kind == "number" and not _near(a, b):
        return False
    lacking = (
        a.kind != "place" and not same and bool(one.names or other.names) and not one.names & other.names
    )
    need = max(a.shared, b.shared)
    if b.definite and b.passage > a.passage and need and b.low <= 2 * a.low and a.low <= 2 * b.low:
        return not _apart(one.names, other.names)
    if need == 0 and min(a.passage, b.passage) >= OPENING:
        need = 1
    return common + same >= need + lacking


OPENING = 2
"""Sentences in which the article tells what it is about."""
AGAIN = 2 * 365
"""Days after which an act is another one."""
FAR = 4
"""Two counts of one thing are seldom so many times each other."""


def _near(a: Fact, b: Fact) -> bool:
    low, high = sorted((a.low, b.low))
    return high <= FAR * low


def _one_time(a: frozenset[str], b: frozenset[str], *, strict: bool) -> bool:
    """Whether both may be of one time. A number with a month or a year is of no other."""
    for group in TIMES:
        one, other = a & group, b & group
        if _apart(one, other):
            return False
    return not strict or all(a & group == b & group for group in (MONTHS, YEARS))


def _one_scene(a: Context, b: Context, *, strict: bool) -> bool:
    """Whether both may be of one place; a number without a place may be the whole of one with a place."""
    if a.places & b.places or a.words & b.words & _codes(a.words):
        return True
    if a.places and b.places:
        return False
    return not strict or a.places | b.places <= a.scene | b.scene


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both have names, and none in common."""
    return bool(a and b) and not a & b


def _codes(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.startswith("="))


DAYS = {
    "minute": 1 / 1440, "hour": 1 / 24, "night": 1, "day": 1, "weekend": 2, "week": 7, "fortnight": 14, "month": 30.44,
    "quarter": 91.3, "year": 365.25, "decade": 3652.5, "century": 36525,
}  # fmt: skip
"""A unit of duration → its days."""


def duration(number: Number) -> tuple[float, float]:
    """The days that a duration may mean: people round, and "over a year" is less than two."""
    unit = DAYS.get(number.unit or "", 0.0)
    value = number.value
    low, high = bounds(number, value * 0.5 + 0.5 if value < 3 else value * 0.2)
    if number.comparison is None:
        low, high = value - 0.5, (number.upper or value) + 0.99
    return low * unit, high * unit


def bounds(number: Number, slack: float) -> tuple[float, float]:
    """What a number with its comparison may mean, in its own unit; `slack` is how far a vague one reaches."""
    value, top = number.value, number.upper if number.upper is not None else number.value
    match number.comparison:
        case None:
            return value, top
        case "about":
            return value - slack, top + slack
        case "almost" | "less_than":
            return value - slack, top
        case "at_most":
            return 0.0, top
        case "at_least" | "more_than":
            return value, value + 2 * slack if slack else INFINITY
    return value, INFINITY
