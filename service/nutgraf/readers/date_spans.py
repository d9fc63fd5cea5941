"""From a matched phrase of a week or longer and its context to EDTF: one function a kind of phrase."""

import re

from .calendar import (
    SEASONS,
    Unresolved,
    add_days,
    as_part,
    day_edtf,
    month_edtf,
    quarter_edtf,
    year_edtf,
    years_on,
)
from .date_context import Context, Reader, Value, nearest_year
from .date_words import DECADES, ORDINALS, count_of, month_of, step_of, year_of

Match = re.Match[str]


def step(m: Match, c: Context) -> Value:
    """`last year`, `this week`, `next month`, `earlier this month`."""
    which, unit = m["which"].lower(), m["unit"].lower()
    if which in ("the previous", "the following"):
        c = c.from_reference()
    if which == "this past" and unit in ("week", "weekend", "month"):
        which = "last"
    if which.endswith("past") or which in ("the coming", "coming"):
        raise Unresolved("not_a_date")  # "over the past year" is a duration
    if which == "last" and unit == "year" and c.period:  # "compared with $3 million last year"
        return Value(years_on(c.quarter, -1), "sentence")
    by = {"the previous": -1, "the following": 1}.get(which, step_of(which) or 0)
    anchored = "sentence" if which in ("the previous", "the following") else "article.published"
    match unit:
        case "week":
            # on a Sunday "last week" is the one that ends
            edtf = c.week(by + (by == -1 and anchored != "sentence" and c.day.weekday() == 6))
        case "weekend":
            edtf = _weekend(c, by)
        case "month":
            edtf = month_edtf(c.base.year, c.month + by)
        case "quarter":
            edtf = quarter_edtf(c.base.year, c.month, by)
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


def weekend(_m: Match, c: Context) -> Value:
    return Value(_weekend(c, 0))


def reported(m: Match, c: Context) -> Value:
    """`the quarter`, `year-ago` in a business report: from the quarter named before, else the last."""
    unit = m.group().lower().split()[-1]
    if m["ago"]:
        return Value(years_on(c.quarter, -1), "sentence")
    if unit == "year":
        return Value(year_edtf(c.base.year))
    if c.period:
        if len(c.quarter) == 4:
            raise Unresolved("relative_to_event")
        return Value(c.quarter, "sentence")
    return Value(quarter_edtf(c.base.year, c.month, -1))


def same_period(m: Match, c: Context) -> Value:
    """`the same period last year`, `the same month of 2019`."""
    start = c.quarter if m["unit"].lower() in ("quarter", "period") else c.from_reference().base.edtf
    if len(start) == 4:
        raise Unresolved("relative_to_event")
    by = year_of(m["y"]) - int(start[:4]) if m["y"] else -1
    return Value(years_on(start, by), "sentence")


def year_period(m: Match, c: Context) -> Value:
    """`the 2019 period`: the quarter that is reported on, of that year, else the year."""
    year = year_edtf(year_of(m["y"]))
    return Value(year + c.quarter[4:], "sentence") if c.period else Value(year, "none")


def first_units(m: Match, c: Context) -> Value:
    """`the first two quarters of 2019`, `the last three months of the year`."""
    count = count_of(m["n"]) * (3 if m["unit"].lower() == "quarters" else 1)
    if not 0 < count < 12:
        raise Unresolved("not_a_date")
    number = year_of(m["y"]) if m["y"] else c.base.year + (step_of(m["year_step"]) or 0)
    first = 1 if m["edge"].lower() in ("first", "opening") else 13 - count
    months = f"{month_edtf(number, first)}/{month_edtf(number, first + count - 1)}"
    return Value(months, "none" if m["y"] else "article.published")


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
                number = c.base.year - (start == 12 and now < 3) + (over and c.tense == "future")
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
    first = (m["half"] or m["h"]).lower() in ("first", "1")
    if m["y"]:
        number = year_of(m["y"])
    elif m["year_step"]:
        number = c.base.year + (step_of(m["year_step"]) or 0)
    else:
        number = c.base.year - (c.tense != "future" and not first and c.month < 7)
    months = (
        f"{year_edtf(number)}-01/{year_edtf(number)}-06"
        if first
        else f"{year_edtf(number)}-07/{year_edtf(number)}-12"
    )
    return Value(months, "none" if m["y"] else "article.published")


def years(m: Match, _c: Context) -> Value:
    """`1939–45`; two years in a row are those of a school, a season or a budget."""
    first, second = int(m["y"]), m["z"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if last == first + 1 and len(second) == 2:
        raise Unresolved("fiscal")
    if last <= first:
        raise Unresolved("not_a_date")
    return Value(f"{year_edtf(first)}/{year_edtf(last)}", "none")


def no(reason: str) -> Reader:
    """A reader of what has no date, for a reason."""

    def read(_m: Match, _c: Context) -> Value:
        raise Unresolved(reason)

    return read
