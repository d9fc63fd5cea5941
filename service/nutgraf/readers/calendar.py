"""Days, months and years: from calendar arithmetic to EDTF, and from EDTF to its first and last day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import Literal, cast

Precision = Literal["day", "month", "year", "season", "interval", "approximate", "unknown"]
Part = Literal["early", "mid", "late"]

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


class Unresolved(Exception):
    """The phrase has no date; `reason` is the code that says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The publication date at the precision that is known. `edtf` is it as written."""

    edtf: str
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


@lru_cache(maxsize=32)
def anchor(edtf: str | None) -> Anchor | None:
    """Read a publication date: an EDTF value within one year, with or without a mark (`~?%`) or a time.

    What its days have in common is known: of a season the year, of two days in April the month.
    """
    if not edtf:
        return None
    plain = edtf.split("T")[0]
    try:
        first, last = bounds(plain)
    except ValueError:
        return None
    if first is None or last is None or first.year != last.year:
        return None
    month = first.month if first.month == last.month else None
    return Anchor(plain, first.year, month, first.day if first == last else None)


def day_edtf(value: date) -> str:
    return value.isoformat()


def month_edtf(year: int, month: int) -> str:
    """`month` may run past either end of the year: 0 is December of the year before."""
    years, index = divmod(month - 1, 12)
    return year_edtf(year + years) + f"-{index + 1:02}"


def quarter_edtf(year: int, month: int, step: int = 0) -> str:
    """The quarter of a month, some quarters on."""
    years, index = divmod(4 * year + (month - 1) // 3 + step, 4)
    return f"{year_edtf(years)}-{33 + index}"


def years_on(edtf: str, count: int) -> str:
    """The same month, season or quarter some years on."""
    return year_edtf(int(edtf[:4]) + count) + edtf[4:]


def year_edtf(year: int) -> str:
    if not 1 <= year <= 9999:
        raise Unresolved("out_of_range")
    return f"{year:04}"


def add_days(value: date, days: int) -> date:
    try:
        return value + timedelta(days=days)
    except OverflowError:
        raise Unresolved("out_of_range") from None


def week_edtf(value: date) -> str:
    """The week of a day: Monday/Sunday."""
    monday = add_days(value, -value.weekday())
    return f"{monday.isoformat()}/{add_days(monday, 6).isoformat()}"


def safe_date(year: int, month: int, day: int) -> date:
    """Raises `Unresolved("no_such_day")` for 30 February and the like."""
    try:
        return date(year, month, day)
    except ValueError:
        raise Unresolved("no_such_day") from None


def precision(edtf: str) -> Precision:
    """What an EDTF string of ours is precise to."""
    if "/" in edtf or "X" in edtf:
        return "interval"
    if edtf[-1] in "~?%":
        return "approximate"
    if len(edtf) == 7:
        return "month" if int(edtf[5:]) <= 12 else "season"
    return "day" if len(edtf) == 10 else "year"


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """First and last day; None for an open end.

    Raises `ValueError` for what is no EDTF.
    """
    first, _, last = edtf.partition("/")
    return _ends(first)[0], _ends(last or first)[1]


def _ends(edtf: str) -> tuple[date | None, date | None]:
    """First and last day of a piece without a slash."""
    if edtf == "..":
        return None, None
    plain = edtf.rstrip("~?%")
    if "X" in plain:
        return date(int(plain.replace("X", "0")) or 1, 1, 1), date(int(plain.replace("X", "9")), 12, 31)
    numbers = [int(part) for part in plain.split("-")]
    year = numbers[0]
    match numbers[1:]:
        case [month, day]:
            return date(year, month, day), date(year, month, day)
        case [code] if code > 12:
            return _season(year, code)
        case [month]:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        case _:
            return date(year, 1, 1), date(year, 12, 31)


def _season(year: int, code: int) -> tuple[date, date]:
    """Seasons 21–24, quarters 33–36, halves 40 and 41."""
    start = SEASON_STARTS.get(code) or (3 * (code - 33) + 1 if code < 40 else 6 * (code - 40) + 1)
    length = 6 if code >= 40 else 3
    end_year, end = divmod(year * 12 + start + length - 2, 12)
    if end_year > MAXYEAR:
        return date(year, start, 1), date.max
    return date(year, start, 1), date(end_year, end + 1, monthrange(end_year, end + 1)[1])


def as_part(word: str | None) -> Part | None:
    """`the end of` → `late`, `beginning` → `early`."""
    if not word or word.lower().startswith(
        ("earlier", "later")
    ):  # "earlier this year" is no early part of it
        return None
    for part, words in PARTS.items():
        if any(each in word.lower() for each in words):
            return cast("Part", part)
    return None


PARTS = {
    "early": ("early", "beginning", "start", "opening"),
    "mid": ("mid", "halfway"),
    "late": ("late", "end", "close"),
}
