"""Do two numbers say the same? A stated number and one of the source in, yes or no out: value and unit, and how firmly."""

import math

from .number_words import is_human
from .numbers import Number

ROUNDED = 0.05
"""How far a number that is "about" may be from the exact one, as a share of it."""
SHORT = 0.1
"""How far "almost" and "more than" may be."""

_HALF_DAY = 720
"""Minutes: "six o'clock" may be 6 a.m. and 6 p.m."""

_IN = {
    "minute": ("second", 60), "hour": ("second", 3600), "day": ("second", 86_400), "week": ("second", 604_800),
    "fortnight": ("second", 1_209_600), "year": ("month", 12), "decade": ("month", 120), "century": ("month", 1200),
    "kilometre": ("metre", 1000), "centimetre": ("metre", 0.01), "millimetre": ("metre", 0.001),
    "tonne": ("kilogram", 1000), "gram": ("kilogram", 0.001), "gigawatt": ("megawatt", 1000),
}  # fmt: skip
"""Units that are a fixed number of another: "24 months" are two years."""


def alike(stated: Number, source: Number) -> bool:
    """Whether the source's number is the one stated: value and unit alike, whatever compares them.

    A bare count may stand for a counted noun ("37 were killed" for "37 people"), "people" for a kind of people, and a
    number that is about, almost or more than an exact one for that one.
    """
    if not _one_unit(stated, source):
        return False
    a, b = _values(stated), _values(source)
    if stated.kind == "time" and "half clock" in (stated.unit, source.unit):
        return stated.value % _HALF_DAY == source.value % _HALF_DAY
    return all(_close(x, y) for x, y in zip(a, b, strict=True)) or (
        stated.upper is None
        and source.upper is None
        and a[0] is not None
        and _rounds(stated, a[0], source, b[0])
    )


def hedged(stated: Number, source: Number) -> bool:
    """Whether a number that is `alike` is told as firmly, and bounded in the same way.

    "about 200" may be said for an exact 212, or for "almost 200"; a bound is neither lost nor made.
    """
    if stated.comparison == source.comparison:
        return True
    if stated.comparison == "about" and source.comparison in ("almost",):
        return True
    exact = _close(_values(stated)[0], _values(source)[0])
    return source.comparison is None and stated.comparison in ("about", "almost", "more_than") and not exact


def _rounds(stated: Number, value: float, source: Number, exact: float | None) -> bool:
    """Whether a hedged number is a rounding of an exact one."""
    if exact is None or source.comparison is not None or stated.kind in ("ordinal", "year", "day", "time"):
        return False
    if stated.comparison == "about":
        return abs(value - exact) <= ROUNDED * exact
    if stated.comparison == "almost":
        return exact < value <= (1 + SHORT) * exact
    return stated.comparison == "more_than" and (1 - SHORT) * exact <= value < exact


def _one_unit(stated: Number, source: Number) -> bool:
    parts = {"fraction", "percent"}
    if stated.kind != source.kind:
        return {stated.kind, source.kind} == parts
    if stated.kind == "time":
        return True
    if stated.kind == "count" and (stated.unit is None or source.unit is None):
        return True
    if stated.kind in parts or stated.unit == source.unit:
        return stated.unit == source.unit or stated.kind == "fraction"
    if stated.unit == "person" and is_human(source.unit or ""):
        return True
    return _base(stated)[0] == _base(source)[0]


def _base(number: Number) -> tuple[str | None, float]:
    if number.kind not in ("duration", "measure"):
        return number.unit, 1
    return _IN.get(number.unit or "", (number.unit, 1))


def _values(number: Number) -> tuple[float | None, float | None]:
    """Value and upper end in the base unit; a fraction in per cent."""
    times = 100 if number.kind == "fraction" else _base(number)[1]
    return number.value * times, None if number.upper is None else number.upper * times


def _close(a: float | None, b: float | None) -> bool:
    return a == b if a is None or b is None else math.isclose(a, b, rel_tol=1e-3 if a < 100 else 1e-9)
