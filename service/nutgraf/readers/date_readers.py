"""From a matched phrase of a day, or one counted in units, and its context to EDTF: a function a kind."""

import re
from datetime import date

from .calendar import (
    Unresolved,
    add_days,
    day_edtf,
    month_edtf,
    precision,
    quarter_edtf,
    safe_date,
    week_edtf,
    year_edtf,
    years_on,
)
from .date_context import AnchorName, Context, Value, nearest_year
from .date_words import count_of, day_of, month_of, step_of, weekday_of, year_of

Match = re.Match[str]


# ------------------------------------------------------------------------------------------------ days


def iso(m: Match, _c: Context) -> Value:
    year, month = int(m["y"]), int(m["m"])
    first = safe_date(year, month, int(m["d"] or 1))
    return Value(day_edtf(first) if m["d"] else month_edtf(year, month), "none")


def numeric(m: Match, _c: Context) -> Value:
    first, second, year = int(m["a"]), int(m["b"]), year_of(m["y"] if len(m["y"]) == 4 else "'" + m["y"])
    if first == second or first > 12:
        return Value(day_edtf(safe_date(year, second, first)), "none")
    if second > 12:
        return Value(day_edtf(safe_date(year, first, second)), "none")
    raise Unresolved("ambiguous_day_month")


def month_day(m: Match, c: Context) -> Value:
    month, day = month_of(m["mo"]), day_of(m["d"])
    if m["y"]:
        return Value(day_edtf(safe_date(year_of(m["y"]), month, day)), "none")
    safe_date(2000, month, day)
    step = step_of(m["which"])
    year = c.base.year + step if step is not None else nearest_year(c, month, day, _weekday(m))
    return Value(day_edtf(safe_date(year, month, day)))


def _weekday(m: Match) -> int | None:
    return weekday_of(m["wd"]) if m["wd"] else None


def days(m: Match, c: Context) -> Value:
    """`May 3-5`, `3 May to 5 June 2024`."""
    month, other = month_of(m["mo"] or m["mo2"]), month_of(m["mo2"] or m["mo"])
    day, last = int(m["d"]), int(m["d2"])
    year = year_of(m["y"]) if m["y"] else nearest_year(c, other, last)
    start, end = safe_date(year - (month > other), month, day), safe_date(year, other, last)
    if end <= start:
        raise Unresolved("not_a_date")
    return Value(f"{day_edtf(start)}/{day_edtf(end)}", "none" if m["y"] else "article.published")


def weekday(m: Match, c: Context) -> Value:
    """The nearest on or before publication; after it where the verb looks ahead or "next" says so.

    "This Friday" is the one to come unless the verb looks back.
    """
    which = (m["which"] or "").lower()
    counted = which in ("the previous", "the following")
    if counted:
        c = c.from_reference()
    anchored: AnchorName = "sentence" if counted else "article.published"
    if c.base.date is None:
        return Value(c.base.edtf, anchored)
    back = (c.base.date.weekday() - weekday_of(m["wd"])) % 7
    ahead = (7 - back) % 7
    match {"the previous": -1, "the following": 1}.get(which, step_of(which)):
        case -1:
            offset = -(back or 7)
        case 1:
            offset = ahead or 7
        case 0:
            offset = -back if c.tense == "past" else ahead
        case _:
            offset = ahead if c.tense == "future" else -back
    return Value(c.near(offset), anchored)


def week_of(m: Match, c: Context) -> Value:
    """`the week of May 4`, `the week ending May 9`, `the week beginning May 4`."""
    found = month_day(m, c)
    day = date.fromisoformat(found.edtf)
    if m["ending"]:
        return Value(f"{day_edtf(add_days(day, -6))}/{found.edtf}", found.anchor)
    if m["opening"]:
        return Value(f"{found.edtf}/{day_edtf(add_days(day, 6))}", found.anchor)
    return Value(week_edtf(day), found.anchor)


_TODAYS = {
    "yesterday": -1,
    "last night": -1,
    "the day before yesterday": -2,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def today(m: Match, c: Context) -> Value:
    return Value(c.near(_TODAYS.get(m["word"].lower(), 0)))


_HOLIDAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
}
_MOVABLE = {"thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1)}
"""Month, weekday and which one of the month, in the United States."""


def holiday(m: Match, c: Context) -> Value:
    name = m["holiday"].lower().replace("’", "'")
    month, *rest = _HOLIDAYS.get(name) or _MOVABLE[name]

    def day_in(year: int) -> date:
        if len(rest) == 1:
            return date(year, month, rest[0])
        first = date(year, month, 1)
        return add_days(first, (rest[0] - first.weekday()) % 7 + 7 * (rest[1] - 1))

    if m["y"]:
        return Value(day_edtf(day_in(year_of(m["y"]))), "none")
    step = step_of(m["which"])
    if step is None:
        return Value(day_edtf(day_in(nearest_year(c, month, day_in(c.base.year).day))))
    if step:
        turned = Context(c.base, "future" if step > 0 else "past")
        return Value(day_edtf(day_in(nearest_year(turned, month, day_in(c.base.year).day))))
    return Value(day_edtf(day_in(c.base.year)))


# ------------------------------------------------------------------------------------------------ counted


def ago(m: Match, c: Context) -> Value:
    if c.period and _one_year(m):  # "third-quarter profit, up from a year ago"
        return Value(years_on(c.quarter, -1), "sentence")
    return _about(m, _counted(-count_of(m["n"]), m["unit"], c))


def hence(m: Match, c: Context) -> Value:
    return _counted(count_of(m["n"]), m["unit"], c)


def ahead(m: Match, c: Context) -> Value:
    """`in five years`: a date where the verb looks ahead, else a length of time."""
    if c.tense != "future":
        raise Unresolved("not_a_date")
    return _counted(count_of(m["n"]), m["unit"], c)


def later(m: Match, c: Context) -> Value:
    """`two days later`, `a year earlier`: counted from the date that stands before, if there is one."""
    if c.period and _one_year(m) and m["way"].lower() in ("earlier", "previously"):
        return Value(years_on(c.quarter, -1), "sentence")
    start = c.from_reference()
    sign = 1 if m["way"].lower().startswith(("later", "after")) else -1
    count, unit = sign * count_of(m["n"]), m["unit"]
    edtf = c.reference or ""
    if unit.lower().startswith("year") and precision(edtf) != "day":
        return Value(years_on(edtf, count), "sentence")
    return _about(m, Value(_counted(count, unit, start).edtf, "sentence"))


def _one_year(m: Match) -> bool:
    return m["unit"].lower() == "year" and count_of(m["n"]) == 1


def _about(m: Match, value: Value) -> Value:
    """`about two years ago` is an approximate year."""
    return Value(value.edtf + "~", value.anchor) if m["about"] and value.edtf.isalnum() else value


def same(m: Match, c: Context) -> Value:
    """`the same day`, `that year`, `the following month`: from the date that stands before."""
    unit = m["unit"].lower()
    step = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(m["way"].lower().split()[-1], 0)
    if unit == "quarter" and c.period and len(c.quarter) > 4:
        return Value(quarter_edtf(int(c.quarter[:4]), 3 * (int(c.quarter[5:]) - 33) + 1, step), "sentence")
    start = c.from_reference()
    if unit not in ("day", "week", "month", "quarter", "year"):  # a night, a morning
        unit = "day"
    return Value(_counted(step, unit, start).edtf, "sentence")


def in_the_day(_m: Match, c: Context) -> Value:
    """`later in the day`: of the day that stands before, else of publication."""
    if c.reference and precision(c.reference) == "day":
        return Value(c.reference, "sentence")
    return Value(c.near(0))


def by_name(_m: Match, _c: Context) -> Value:
    """`9/11` is the name of one day."""
    return Value("2001-09-11", "none")


def _counted(count: int, unit: str, c: Context) -> Value:
    match unit.lower().rstrip("s"):
        case "minute":
            return Value(c.near(0))
        case "hour":
            return Value(c.near(int(count / 24)))
        case "day":
            return Value(c.near(count) if abs(count) <= 6 else day_edtf(add_days(c.day, count)))
        case "week":
            return Value(c.week(count))
        case "fortnight":
            return Value(c.week(2 * count))
        case "month":
            return Value(month_edtf(c.base.year, c.month + count))
        case "quarter":
            return Value(quarter_edtf(c.base.year, c.month, count))
        case "year":
            return Value(year_edtf(c.base.year + count))
        case "decade":
            return Value(year_edtf(c.base.year + 10 * count) + "~")
        case _:
            return Value(year_edtf(c.base.year + 100 * count) + "~")
