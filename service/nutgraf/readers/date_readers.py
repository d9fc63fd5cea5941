"""From a matched date phrase and its context to EDTF: one function a kind of phrase."""

import re
from datetime import date

from .calendar import (
    SEASONS,
    Unresolved,
    add_days,
    as_part,
    day_edtf,
    month_edtf,
    precision,
    safe_date,
    year_edtf,
)
from .date_context import Context, Reader, Value, nearest_year
from .date_words import DECADES, ORDINALS, count_of, month_of, step_of, weekday_of, year_of

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
    month, day = month_of(m["mo"]), int(m["d"])
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
    """The nearest on or before publication; after it where the verb looks ahead or "next" says so."""
    if m["which"] and m["which"].lower() in ("the previous", "the following"):
        c = c.from_reference()
    if c.base.date is None:
        return Value(c.base.edtf)
    back = (c.base.date.weekday() - weekday_of(m["wd"])) % 7
    ahead = (7 - back) % 7
    step = step_of(m["which"])
    offset = {None: ahead if c.tense == "future" else -back, -1: -(back or 7), 1: ahead or 7}.get(step)
    return Value(c.near(offset if offset is not None else ahead if c.tense == "future" else -back))


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
    reference = c.reference
    if reference and precision(reference) == "season" and m["unit"].lower().startswith("year"):
        return Value(
            _years_on(reference, -count_of(m["n"])), "sentence"
        )  # "third-quarter profit, up from a year ago"
    return _counted(-count_of(m["n"]), m["unit"], c)


def hence(m: Match, c: Context) -> Value:
    return _counted(count_of(m["n"]), m["unit"], c)


def later(m: Match, c: Context) -> Value:
    """`two days later`, `a year earlier`: counted from the date that stands before, if there is one."""
    start = c.from_reference()
    sign = 1 if m["way"].lower().startswith(("later", "after")) else -1
    count, unit = sign * count_of(m["n"]), m["unit"]
    edtf = c.reference or ""
    if unit.lower().startswith("year") and precision(edtf) != "day":
        return Value(_years_on(edtf, count), "sentence")
    return Value(_counted(count, unit, start).edtf, "sentence")


def same(m: Match, c: Context) -> Value:
    """`the same day`, `that year`, `the following month`: from the date that stands before."""
    start, unit = c.from_reference(), m["unit"].lower()
    step = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(m["way"].lower().split()[-1], 0)
    if unit not in ("day", "week", "month", "year") and step == 0:
        unit = "day"
    return Value(_counted(step, unit, start).edtf, "sentence")


def _years_on(edtf: str, count: int) -> str:
    return year_edtf(int(edtf[:4]) + count) + edtf[4:]


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
            return Value(_quarter(c, count))
        case "year":
            return Value(year_edtf(c.base.year + count))
        case "decade":
            return Value(year_edtf(c.base.year + 10 * count) + "~")
        case _:
            return Value(year_edtf(c.base.year + 100 * count) + "~")


def _quarter(c: Context, step: int) -> str:
    year, index = divmod(4 * c.base.year + (c.month - 1) // 3 + step, 4)
    return f"{year_edtf(year)}-{33 + index}"


# ------------------------------------------------------------------------------------------------ longer


def step(m: Match, c: Context) -> Value:
    """`last year`, `this week`, `next month`, `earlier this month`."""
    which, unit = m["which"].lower(), m["unit"].lower()
    if which in ("the previous", "the following"):
        c = c.from_reference()
    if which.endswith("past") or which in ("the coming", "coming"):
        raise Unresolved("not_a_date")  # "over the past year" is a duration
    by = {"the previous": -1, "the following": 1}.get(which, step_of(which) or 0)
    anchored = "sentence" if which in ("the previous", "the following") else "article.published"
    match unit:
        case "week":
            edtf = c.week(by)
        case "weekend":
            edtf = _weekend(c, by)
        case "month":
            edtf = month_edtf(c.base.year, c.month + by)
        case "quarter":
            edtf = _quarter(c, by)
        case "decade":
            edtf = year_edtf(c.base.year + 10 * by)[:3] + "X"
        case "century":
            edtf = year_edtf(c.base.year + 100 * by)[:2] + "XX"
        case _:
            edtf = year_edtf(c.base.year + by)
    return Value(edtf, "sentence" if anchored == "sentence" else "article.published", as_part(m["part"]))


def _weekend(c: Context, by: int) -> str:
    saturday = add_days(c.day, 5 - c.day.weekday() + 7 * max(by, 0))
    if by < 0 or (by == 0 and c.tense != "future" and saturday > c.day):
        saturday = add_days(saturday, -7)
    return f"{day_edtf(saturday)}/{day_edtf(add_days(saturday, 1))}"


def edge(m: Match, c: Context) -> Value:
    """`the end of the year`, `earlier in the month`, `month-end`."""
    part = as_part(m["part"] or "end")
    match (m["unit"] or m["unit2"]).lower():
        case "week":
            return Value(c.week(0), part=part)
        case "month":
            return Value(month_edtf(c.base.year, c.month), part=part)
        case _:
            return Value(year_edtf(c.base.year), part=part)


def reported(m: Match, c: Context) -> Value:
    """`the quarter`, `year-ago` in a business report: from the quarter named before, else the last."""
    if not m.group().lower().endswith("year") and c.reference and precision(c.reference) == "season":
        return Value(_years_on(c.reference, -1 if m["ago"] else 0), "sentence")
    if m["ago"]:
        raise Unresolved("relative_to_event")
    return Value(year_edtf(c.base.year) if m.group().lower().endswith("year") else _quarter(c, -1))


def month(m: Match, c: Context) -> Value:
    number, part = month_of(m["mo"]), as_part(m["part"])
    if m["y"]:
        return Value(month_edtf(year_of(m["y"]), number), "none", part)
    if m["year_step"]:
        return Value(month_edtf(c.base.year + (step_of(m["year_step"]) or 0), number), part=part)
    match step_of(m["which"]):
        case None:
            year = nearest_year(c, number)
        case -1:
            year = c.base.year - (number >= c.month)
        case 1:
            year = c.base.year + (number <= c.month)
        case _:
            year = c.base.year
    return Value(month_edtf(year, number), part=part)


def year(m: Match, _c: Context) -> Value:
    return Value(year_edtf(year_of(m["y"])), "none", as_part(m["part"]))


def decade(m: Match, _c: Context) -> Value:
    part = as_part(m["part"])
    if m["word"]:
        return Value(f"19{DECADES[m['word'].lower()] // 10}X", "none", part)
    digits = m["digits"].lstrip("'’")
    century = "" if len(digits) == 4 else "19" if int(digits) > 29 else "20"
    return Value((century + digits)[:3] + "X", "none", part)


def century(m: Match, _c: Context) -> Value:
    return Value(f"{int(m['n']) - 1:02}XX", "none", as_part(m["part"]))


def season(m: Match, c: Context) -> Value:
    code, part = SEASONS[m["season"].lower()], as_part(m["part"])
    if m["y"]:
        return Value(f"{year_edtf(year_of(m['y']))}-{code}", "none", part)
    start, now = 3 * (code - 20), c.month
    over = start != 12 and now > start + 2  # winter ends in the next year
    if m["year_step"]:
        number = c.base.year + (step_of(m["year_step"]) or 0)
    else:
        match step_of(m["which"]):
            case -1:
                number = c.base.year - (not over)
            case 1:
                number = c.base.year + (now >= start)
            case 0:
                number = c.base.year - (start == 12 and now < 3)
            case _:
                number = c.base.year + over if c.tense == "future" else c.base.year - (now < start)
    return Value(f"{year_edtf(number)}-{code}", part=part)


def quarter(m: Match, c: Context) -> Value:
    if m["fiscal"]:
        raise Unresolved("fiscal")
    word = (m["q"] or m["digit"]).lower()
    number = ORDINALS.get(word) or int(word[0])
    if written := m["y"] or m["y0"]:
        return Value(f"{year_edtf(year_of(written))}-{32 + number}", "none")
    by = step_of(m["year_step"] or m["step0"])
    start = 3 * number - 2
    if by is not None:
        which = c.base.year + by
    elif c.tense == "future" and "-" not in m.group():
        which = c.base.year + (c.month > start + 2)
    else:
        which = c.base.year - (c.month < start)
    return Value(f"{year_edtf(which)}-{32 + number}")


def half(m: Match, c: Context) -> Value:
    number = year_edtf(year_of(m["y"]) if m["y"] else c.base.year + (step_of(m["year_step"]) or 0))
    first = (m["half"] or m["h"]).lower() in ("first", "1")
    months = f"{number}-01/{number}-06" if first else f"{number}-07/{number}-12"
    return Value(months, "none" if m["y"] else "article.published")


def no(reason: str) -> Reader:
    """A reader of what has no date, for a reason."""

    def read(_m: Match, _c: Context) -> Value:
        raise Unresolved(reason)

    return read
