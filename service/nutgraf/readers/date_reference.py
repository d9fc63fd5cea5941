"""What stands around a date phrase: the date it is counted from, the quarter reported on, the words it leans on.

"A year earlier" in a report of third-quarter results is the third quarter of the year before; "25" behind
"April 24 and" is a day of April.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from .calendar import anchor, bounds, precision
from .date_context import Tense
from .date_tense import is_ahead
from .date_words import MO, D, Y, month_of
from .dates import Resolved

_NEAR = 400
"""Characters. "Two days later" is not counted from a date farther back."""

_FAR = 2_000
"""Characters. "The nine months" farther back are not those of "a year earlier"."""

_COUNTED = frozenset({"units_later", "same_unit", "same_period", "reported_period", "year_period"})
_QUARTERS = frozenset({"quarter", "reported_period", "same_unit"})

# "…, who was born on 3 May 1980, was freed two days later": no date to count from.
_ASIDE = re.compile(r",\s(?:who|whose|which|where|when|born)\b[^;.]{0,100}$")
_JOINT = re.compile(r"(?i)\s{0,3}(?:,|,? ?\b(?:and|or|to|through|until)\b|-|–|—)\s{0,3}")
_DAY_ALONE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_MONTH = re.compile(MO)
_NO_YEAR = re.compile(rf"{MO}(?: {D})?|{D} {MO.replace('?P<mo>', '?P<mo2>')}".replace("?P<d>", "?:"))
_YEAR = re.compile(Y)
_IN_THE_DAY = re.compile(r"(?i)\b(?:later|earlier|early|late) in $")
_IN = re.compile(r"(?i)\bin $")
_LENGTH = re.compile(r"(?i)(?:\d{1,4}|[a-z]{2,9}(?:-[a-z]{3,5})?) (?:day|week|month|year|decade)s?")

# Company results: "a year earlier" is that quarter of the year before only where results are compared.
_BACK = re.compile(r"(?i)(?:an?|one) year (?:ago|earlier|before|previously)|last year")
_COMPARED = re.compile(
    r"(?i)\b(?:compared (?:with|to)|from|than|against|versus|over|up|down|increase|decrease)\b[^;.]{0,80}$"
)
_RESULTS = re.compile(
    r"(?i)\b(?:profits?|loss(?:es)?|earn(?:s|ed|ings)|net|sales|revenues?|income|results?)\b|[$€£¥]\d"
)
_RESULTS_NEXT = re.compile(
    r"['’]s? (?:[$€£¥]\d|(?:[a-z]+ )?(?:results|profit|loss|net|earnings|sales|period|quarter)\b)"
)
_LONGER = re.compile(
    r"(?i)\b(?:(?:six|nine|twelve|6|9|12)[ -]months?|(?:first|second)[ -]half|(?:the|full) (?:full |fiscal )?year)\b"
)
_REPORTS = re.compile(r"(?i)\b(?:report|post|show|reporting|posting) [^;.]{0,80}$")
_ENDED = re.compile(rf"(?i:,? (?:that |which )?(?:ended|ending|ends?) (?:on )?)(?:{MO} {D})")


def words_of(text: str, start: int, end: int, before: int, following: tuple[int, int] | None) -> str:
    """The words of a phrase with those outside it that it cannot be read without.

    `before` is where the phrase before it ends, `following` the span of the next one.
    """
    words, lead = text[start:end], text[max(0, start - 12) : start]
    if _DAY_ALONE.fullmatch(words) and _JOINT.fullmatch(text, before, start):
        months = _MONTH.findall(text[max(0, before - 30) : before])
        return f"{months[-1]} {words}" if months else words
    if words.lower() == "the day" and (leaned := _IN_THE_DAY.search(lead)):
        return leaned.group() + words
    if _LENGTH.fullmatch(words) and (leaned := _IN.search(lead)) and is_ahead(text, start, end):
        return leaned.group() + words
    if following and _NO_YEAR.fullmatch(words) and _JOINT.fullmatch(text, end, following[0]):
        return _with_year(words, text[slice(*following)])
    return words


def _with_year(words: str, following: str) -> str:
    """`January 23 – March 9 2014`: a year that stands only behind the second date holds for both."""
    first, last, year = _MONTH.search(words), _MONTH.search(following), _YEAR.search(following)
    if not (first and last and year and year["y"].isdigit()):
        return words
    number = int(year["y"]) - (month_of(first["mo"]) > month_of(last["mo"]))
    return f"{words}, {number}"


Mark = tuple[int, str]
"""Where a phrase ends, and the EDTF it was read as."""


@dataclass(frozen=True, slots=True)
class Before:
    """What was read before a phrase: the last date, and the quarter whose results are told (or `fiscal`)."""

    date: Mark | None = None
    quarter: Mark | None = None


def reference(text: str, before: Before, start: int) -> str | None:
    """The EDTF of the date that a phrase may be counted from: it is near, and not said in passing."""
    if before.date is None:
        return None
    end, edtf = before.date
    if start - end > _NEAR or ("," in text[end:start] and _ASIDE.search(text, max(0, end - 120), end)):
        return None
    return edtf


def period(text: str, before: Before, start: int, end: int) -> str | None:
    """The period whose results are told, where the phrase is compared with it.

    A quarter, the year where a longer period is told, or `fiscal`.
    """
    if before.quarter is None:
        return None
    words = text[start:end]
    if _BACK.fullmatch(words) and not _compares(text, start, end):
        return None
    at, quarter = before.quarter
    if (
        quarter != "fiscal"
        and "quarter" not in words.lower()
        and _LONGER.search(text, max(at, start - _FAR), start)
    ):
        return quarter[:4]
    return quarter


def _compares(text: str, start: int, end: int) -> bool:
    """Whether results are compared with those of the phrase."""
    if _RESULTS_NEXT.match(text, end):
        return True
    low = max(0, start - 160)
    compared = bool(_COMPARED.search(text, low, start))
    if text[start:end].lower() == "last year":
        return compared and bool(_RESULTS.search(text, low, start))
    return compared or bool(_RESULTS.search(text, low, end + 60))


def of_results(text: str, start: int, tense: Tense | None) -> Tense | None:
    """The tense of a phrase; results that are to be reported are those of a quarter that is over."""
    return "past" if _REPORTS.search(text, max(0, start - 100), start) else tense


def ended(text: str, end: int, value: Resolved) -> Resolved | str:
    """`the quarter ended July 31` is no quarter of the calendar: the reason `fiscal`."""
    match = _ENDED.match(text, end)
    if value.rule not in _QUARTERS or not match:
        return value
    month, day = month_of(match["mo"]), int(match["d"])
    if day <= 7:
        month -= 1
    whole = month % 3 == 0 and not 7 < day < 24
    same = value.edtf[4:] == f"-{32 + (month or 12) // 3}"
    return value if whole and same else "fiscal"


def after(
    before: Before,
    text: str,
    span: tuple[int, int],
    value: Resolved | str,
    tense: Tense | None,
    published: str | None,
) -> Before:
    """What was read before the next phrase."""
    start, end = span
    if isinstance(value, str):
        is_fiscal = value == "fiscal" and "quarter" in text[start:end].lower()
        return replace(before, quarter=(end, value)) if is_fiscal else before
    if _is_told(value, tense, published, before):
        before = replace(before, quarter=(end, value.edtf))
    if value.rule in _COUNTED or "/" in value.edtf or "X" in value.edtf:
        return before
    return replace(before, date=(end, value.edtf))


def _is_told(value: Resolved, tense: Tense | None, published: str | None, before: Before) -> bool:
    """Whether it is the quarter whose results an article tells: not one to come, nor one of years ago."""
    if value.rule not in _QUARTERS or precision(value.edtf) != "season" or tense == "future":
        return False
    last, base = bounds(value.edtf)[1], anchor(published)
    if last is None or base is None or base.date is None:
        return True
    if last > base.date:
        return before.quarter is None  # a quarter that is over has results, one that runs has none
    return last > base.date - timedelta(days=300)
