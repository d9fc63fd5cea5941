"""The rules of news dates: a table of patterns, and from a match and its context to EDTF."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .calendar import (
    SEASONS,
    Anchor,
    Part,
    Unresolved,
    add_days,
    as_part,
    day_edtf,
    month_edtf,
    safe_date,
    week_edtf,
    year_edtf,
)
from .date_words import (
    DAY_PARTS,
    DECADES,
    MO,
    NUM,
    ORDINALS,
    PART,
    UNIT,
    WD,
    WHICH,
    D,
    Y,
    count_of,
    month_of,
    step_of,
    weekday_of,
    year_of,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is counted from, and whether its verb looks ahead."""

    published: Anchor | None
    future: bool

    @property
    def base(self) -> Anchor:
        if self.published is None:
            raise Unresolved("no_published_date")
        return self.published

    def day(self, offset: int) -> str:
        """A day some days from publication; the publication date itself where its day is unknown."""
        base = self.base
        return day_edtf(add_days(base.date, offset)) if base.date else base.edtf

    def week(self, offset: int) -> str:
        return week_edtf(add_days(self.known_day, 7 * offset))

    @property
    def known_day(self) -> date:
        if self.base.date is None:
            raise Unresolved("month_only" if self.base.month else "year_only")
        return self.base.date

    @property
    def month(self) -> int:
        if self.base.month is None:
            raise Unresolved("year_only")
        return self.base.month


@dataclass(frozen=True, slots=True)
class Value:
    edtf: str
    relative: bool = True
    part: Part | None = None


Reader = Callable[[re.Match[str], Context], Value]


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: re.Pattern[str]
    read: Reader


def _read_iso(m: re.Match[str], _c: Context) -> Value:
    year, month = int(m["y"]), int(m["m"])
    if m["d"]:
        return Value(day_edtf(safe_date(year, month, int(m["d"]))), False)
    safe_date(year, month, 1)
    return Value(month_edtf(year, month), False)


def _read_numeric(m: re.Match[str], _c: Context) -> Value:
    first, second, year = int(m["a"]), int(m["b"]), year_of(m["y"] if len(m["y"]) == 4 else "'" + m["y"])
    if first == second or first > 12:
        return Value(day_edtf(safe_date(year, second, first)), False)
    if second > 12:
        return Value(day_edtf(safe_date(year, first, second)), False)
    raise Unresolved("ambiguous_day_month")


def _nearest_year(c: Context, month: int, day: int | None, weekday: int | None = None) -> int:
    """The year of a day or month named without one: the last such, or the next where the verb looks ahead."""
    base = c.base
    if base.month is None:
        return base.year
    if day is None or base.day is None:
        ahead, behind = month >= base.month, month <= base.month
    else:
        ahead, behind = (month, day) >= (base.month, base.day), (month, day) <= (base.month, base.day)
    after = base.year if ahead else base.year + 1
    before = base.year if behind else base.year - 1
    if weekday is not None and day is not None:
        fitting = [y for y in (before, after) if safe_date(y, month, day).weekday() == weekday]
        if len(fitting) == 1:
            return fitting[0]
    return after if c.future else before


def _read_day(m: re.Match[str], c: Context) -> Value:
    month, day = month_of(m["mo"]), int(m["d"])
    safe_date(2000, month, day)
    if m["y"]:
        return Value(day_edtf(safe_date(year_of(m["y"]), month, day)), False)
    which = m.groupdict().get("which")
    weekday = weekday_of(m) if m["wd"] else None
    year = c.base.year + (step_of(which) or 0) if which else _nearest_year(c, month, day, weekday)
    return Value(day_edtf(safe_date(year, month, day)))


def _read_days(m: re.Match[str], c: Context) -> Value:
    month, other = month_of(m["mo"] or m["mo2"]), month_of(m["mo2"] or m["mo"])
    year = year_of(m["y"]) if m["y"] else _nearest_year(c, other, int(m["d2"]))
    first = safe_date(year - (month > other), month, int(m["d"]))
    last = safe_date(year, other, int(m["d2"]))
    if last <= first:
        raise Unresolved("not_a_date")
    return Value(f"{day_edtf(first)}/{day_edtf(last)}", not m["y"])


def _read_month(m: re.Match[str], c: Context) -> Value:
    month, part = month_of(m["mo"]), as_part(m["part"])
    if m["y"]:
        return Value(month_edtf(year_of(m["y"]), month), False, part)
    if m["year_step"]:
        return Value(month_edtf(c.base.year + (step_of(m["year_step"]) or 0), month), True, part)
    step = step_of(m["which"])
    if step and step < 0:
        year = c.base.year - (month >= c.month)
    elif step and step > 0:
        year = c.base.year + (month <= c.month)
    elif step == 0:
        year = c.base.year
    else:
        year = _nearest_year(c, month, None)
    return Value(month_edtf(year, month), True, part)


def _read_weekday(m: re.Match[str], c: Context) -> Value:
    step, base = step_of(m["which"]), c.base
    if m["which"] and m["which"].lower().split()[-1] in ("previous", "following"):
        raise Unresolved("relative_to_event")
    if base.date is None:
        return Value(base.edtf)
    back = (base.date.weekday() - weekday_of(m)) % 7
    if step is None:
        step = 1 if c.future else None
        offset = -back if step is None else (7 - back) % 7
    elif step < 0:
        offset = -(back or 7)
    elif step > 0:
        offset = 7 - back
    else:
        offset = (7 - back) % 7 if c.future else -back
    return Value(c.day(offset))


_TODAYS = {
    "yesterday": -1,
    "last night": -1,
    "the day before yesterday": -2,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def _read_today(m: re.Match[str], c: Context) -> Value:
    return Value(c.day(_TODAYS.get(m["word"].lower(), 0)))


def _counted(count: int, unit: str, c: Context) -> Value:
    unit = unit.lower().rstrip("s")
    match unit:
        case "minute" | "hour":
            days = int(count / 24) if unit == "hour" else 0
            return Value(c.day(days))
        case "day":
            if abs(count) > 6:
                return Value(day_edtf(add_days(c.known_day, count)))
            return Value(c.day(count))
        case "week" | "fortnight":
            return Value(c.week(count * (2 if unit == "fortnight" else 1)))
        case "month":
            return Value(month_edtf(c.base.year, c.month + count))
        case "quarter":
            return Value(month_edtf(c.base.year, c.month + 3 * count))
        case "year":
            return Value(year_edtf(c.base.year + count))
        case "decade":
            return Value(year_edtf(c.base.year + 10 * count) + "~")
        case _:
            return Value(year_edtf(c.base.year + 100 * count) + "~")


def _read_ago(m: re.Match[str], c: Context) -> Value:
    return _counted(-count_of(m["n"]), m["unit"], c)


def _read_hence(m: re.Match[str], c: Context) -> Value:
    return _counted(count_of(m["n"]), m["unit"], c)


def _read_step(m: re.Match[str], c: Context) -> Value:
    """Last year, this week, next month, earlier this month."""
    which, unit = m["which"].lower(), m["unit"].lower()
    if which in ("the previous", "the following"):
        raise Unresolved("relative_to_event")
    if which in ("the past", "past", "the coming", "coming"):
        raise Unresolved("not_a_date")  # "over the past year" is a duration
    step, part = step_of(which) or 0, as_part(m["part"])
    match unit:
        case "week":
            return Value(c.week(step), True, part)
        case "weekend":
            saturday = add_days(c.known_day, -c.known_day.weekday() + 5 + 7 * (step if step >= 0 else 0))
            if step < 0 or (step == 0 and not c.future and saturday > c.known_day):
                saturday = add_days(saturday, -7)
            return Value(f"{day_edtf(saturday)}/{day_edtf(add_days(saturday, 1))}", True, part)
        case "month":
            return Value(month_edtf(c.base.year, c.month + step), True, part)
        case "quarter":
            year, index = divmod(4 * c.base.year + (c.month - 1) // 3 + step, 4)
            return Value(f"{year_edtf(year)}-{33 + index}", True, part)
        case "decade":
            return Value(year_edtf(c.base.year + 10 * step)[:3] + "X", True, part)
        case "century":
            return Value(year_edtf(c.base.year + 100 * step)[:2] + "XX", True, part)
        case _:
            return Value(year_edtf(c.base.year + step), True, part)


def _read_unit_end(m: re.Match[str], c: Context) -> Value:
    """The end of the year, earlier in the month, month-end."""
    unit = (m["unit"] or m["unit2"]).lower()
    part = as_part(m["part"] or "end")
    if unit == "week":
        return Value(c.week(0), True, part)
    if unit == "month":
        return Value(month_edtf(c.base.year, c.month), True, part)
    return Value(year_edtf(c.base.year), True, part)


def _read_year(m: re.Match[str], _c: Context) -> Value:
    return Value(year_edtf(year_of(m["y"])), False, as_part(m["part"]))


def _read_decade(m: re.Match[str], _c: Context) -> Value:
    part = as_part(m["part"])
    if m["word"]:
        return Value(f"{1900 + DECADES[m['word'].lower()]}"[:3] + "X", False, part)
    digits = m["digits"].lstrip("'’")
    century = "" if len(digits) == 4 else "19" if int(digits) > 29 else "20"
    return Value((century + digits)[:3] + "X", False, part)


def _read_century(m: re.Match[str], _c: Context) -> Value:
    return Value(f"{int(m['n']) - 1:02}XX", False, as_part(m["part"]))


def _read_season(m: re.Match[str], c: Context) -> Value:
    code = SEASONS[m["season"].lower()]
    if m["y"]:
        return Value(f"{year_edtf(year_of(m['y']))}-{code}", False, as_part(m["part"]))
    start, month = 3 * (code - 20), c.month
    which = m["year_step"] or m["which"]
    if m["year_step"]:
        year = c.base.year + (step_of(m["year_step"]) or 0)
    elif (step := step_of(which)) and step < 0:
        year = c.base.year - (month < start + 3 - (start == 12))
    elif step and step > 0:
        year = c.base.year + (month >= start)
    elif step == 0:
        year = c.base.year - (start == 12 and month < 3)
    else:
        year = c.base.year + (month >= start + 3) if c.future else c.base.year - (month < start)
    return Value(f"{year_edtf(year)}-{code}", True, as_part(m["part"]))


def _read_quarter(m: re.Match[str], c: Context) -> Value:
    if m["fiscal"]:
        raise Unresolved("fiscal")
    word = (m["q"] or m["digit"]).lower()
    number = ORDINALS[word] if word in ORDINALS else int(word[0])
    written = m["y"] or m["y0"]
    if written:
        return Value(f"{year_edtf(year_of(written))}-{32 + number}", False)
    step = m["year_step"] or m["step0"]
    if step:
        year = c.base.year + (step_of(step) or 0)
    else:
        starts, month = 3 * number - 2, c.month
        year = c.base.year + (month > starts + 2) if c.future else c.base.year - (month < starts)
    return Value(f"{year_edtf(year)}-{32 + number}")


def _read_half(m: re.Match[str], c: Context) -> Value:
    year = year_edtf(year_of(m["y"]) if m["y"] else c.base.year + (step_of(m["year_step"]) or 0))
    first = m["half"].lower() in ("first", "1")
    return Value(f"{year}-01/{year}-06" if first else f"{year}-07/{year}-12", not m["y"])


_HOLIDAYS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}


def _read_holiday(m: re.Match[str], c: Context) -> Value:
    month, day = _HOLIDAYS[m["holiday"].lower().replace("’", "'")]
    if m["y"]:
        return Value(day_edtf(date(year_of(m["y"]), month, day)), False)
    year = _nearest_year(c, month, day)
    if m["which"]:
        step = step_of(m["which"]) or 0
        year = _nearest_year(Context(c.base, step > 0), month, day) if step else c.base.year
    return Value(day_edtf(date(year, month, day)))


def _no(reason: str) -> Reader:
    def read(_m: re.Match[str], _c: Context) -> Value:
        raise Unresolved(reason)

    return read


def _rule(name: str, pattern: str, read: Reader) -> Rule:
    return Rule(name, re.compile(rf"(?<![\w$€£-])(?:{pattern})(?![\w])"), read)


_STEP = r"(?P<{0}>(?i:last|this|next))"
_OF_YEAR = r"(?:,? (?:of )?" + _STEP.format("year_step") + r" year)?"
_WITH_YEAR = rf"(?:,? (?:of )?{Y})?"
_AGO = r"(?i:ago|back|earlier today)"
_EDGE = (
    r"(?P<part>(?i:earlier in|later in|early in|late in|the beginning of|the start of|the middle of|the end of"
    r"|the close of|by the end of|end of))"
)

RULES = (
    _rule("date", r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>\d\d))?(?!-?\d)", _read_iso),
    _rule("date", r"(?P<a>\d{1,2})(?P<s>[/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d\d)", _read_numeric),
    _rule(
        "month_day",
        rf"(?:{WD}(?: {DAY_PARTS})?,? )?(?:(?P<which>(?i:last|this|next)) )?{MO} {D}(?:,? (?:of )?{Y})?",
        _read_day,
    ),
    _rule(
        "month_day", rf"(?:{WD}(?: {DAY_PARTS})?,? )?(?:(?i:the) )?{D}(?: of)? {MO}{_WITH_YEAR}", _read_day
    ),
    _rule(
        "days",
        rf"{MO} {D} ?(?:-|–|(?i:to|and|through|until)) ?(?:{MO.replace('<mo>', '<mo2>')} )?{D.replace('<d>', '<d2>')}(?:,? {Y})?",
        _read_days,
    ),
    _rule(
        "days",
        rf"{D}(?: {MO})? ?(?:-|–|(?i:to|and|through|until)) ?{D.replace('<d>', '<d2>')} {MO.replace('<mo>', '<mo2>')}(?:,? {Y})?",
        _read_days,
    ),
    _rule("month", rf"{PART}(?:{WHICH} )?{MO}(?:{_WITH_YEAR}|{_OF_YEAR})", _read_month),
    _rule(
        "weekday_on_or_before",
        rf"(?:(?i:early|late|earlier|later)(?: on)? )?(?:{WHICH} )?{WD}(?: {DAY_PARTS})?",
        _read_weekday,
    ),
    _rule(
        "today",
        r"(?:(?i:early|late|earlier|later) )?(?P<word>(?i:today|tonight|overnight|this (?:morning|afternoon|evening)"
        rf"|yesterday|last night|the day before yesterday|tomorrow|the day after tomorrow))(?: {DAY_PARTS})?",
        _read_today,
    ),
    _rule(
        "units_ago",
        rf"(?:(?i:about|around|almost|nearly|some|over|more than) )?{NUM}[ -]{UNIT}[ -]ago",
        _read_ago,
    ),
    _rule("units_hence", rf"(?i:in )?{NUM} {UNIT}(?i: from now|['’] time| hence)", _read_hence),
    _rule(
        "step",
        rf"(?:(?P<part>(?i:early|mid|late|later|earlier|the end of|the beginning of|the start of|end))[ -])?{WHICH} (?P<unit>(?i:week|weekend|month|quarter|year|decade|century))",
        _read_step,
    ),
    _rule(
        "unit_edge",
        rf"(?:{_EDGE} (?:the )?(?P<unit>(?i:week|month|year))|(?P<unit2>(?i:month|year))[ -]end)",
        _read_unit_end,
    ),
    _rule("year", rf"{PART}(?:(?i:the year) )?{Y}", _read_year),
    _rule(
        "decade",
        rf"{PART}(?:(?i:the) )?(?:(?P<part2>early|mid|late)[ -])?(?:(?P<digits>1\d\d0|20\d0|['’]?\d0)['’]?s|(?P<word>(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))",
        _read_decade,
    ),
    _rule("century", rf"{PART}(?:(?i:the) )?(?P<n>1\d|2[01])(?:st|nd|rd|th)[ -](?i:century)", _read_century),
    _rule(
        "season",
        rf"{PART}(?:(?:{WHICH}|(?i:the)) )?(?P<season>(?i:spring|summer|autumn|fall|winter))(?:{_WITH_YEAR}|{_OF_YEAR})",
        _read_season,
    ),
    _rule(
        "quarter",
        rf"(?:(?i:the|its|their) )?(?:{Y.replace('<y>', '<y0>')} |{_STEP.format('step0')} year['’]s )?(?P<fiscal>(?i:fiscal) )?"
        r"(?:(?P<q>(?i:first|second|third|fourth|1st|2nd|3rd|4th))[ -](?i:quarter)|[Qq](?P<digit>[1-4]))"
        rf"(?:{_WITH_YEAR}|{_OF_YEAR})",
        _read_quarter,
    ),
    _rule(
        "half",
        rf"(?:(?i:the) )?(?:(?P<half>(?i:first|second|last)) half of|[Hh](?P<h>[12])) (?:the )?(?:{Y}|{_STEP.format('year_step')} year)",
        _read_half,
    ),
    _rule(
        "holiday",
        rf"(?:{WHICH} )?(?P<holiday>(?i:new year['’]s (?:day|eve)|christmas(?: day| eve)?|boxing day|halloween|valentine['’]s day)){_WITH_YEAR}",
        _read_holiday,
    ),
    _rule(
        "fiscal",
        rf"(?:(?i:the) )?(?i:fiscal|financial|school|academic)(?: year)? (?:{Y}|year)",
        _no("fiscal"),
    ),
    _rule(
        "relative_to_event",
        rf"(?:(?i:about|almost|nearly|just) )?(?:{NUM} {UNIT} )(?i:later|earlier|after(?:wards)?|before(?:hand)?|previously)",
        _no("relative_to_event"),
    ),
    _rule(
        "relative_to_event",
        rf"(?i:the|that|the very|earlier that|later that) (?i:next|following|previous|same|preceding|that) (?:{UNIT}|{DAY_PARTS})",
        _no("relative_to_event"),
    ),
    _rule(
        "relative_to_event",
        rf"(?:(?i:earlier|later) )?(?i:that) (?i:day|week|month|year|night|morning|evening|afternoon|summer|winter|spring|autumn)",
        _no("relative_to_event"),
    ),
    _rule("relative_to_event", r"(?i:the day (?:before|after))", _no("relative_to_event")),
)
