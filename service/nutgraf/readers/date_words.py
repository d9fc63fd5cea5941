"""The words of dates: patterns with named groups, and what the matched words count."""

import re

from .calendar import MONTHS, WEEKDAYS, Unresolved

DAY_PARTS = r"(?:morning|afternoon|evening|night|midnight|noon|lunchtime)"
_SHORT_DAYS = {w[:3]: i for i, w in enumerate(WEEKDAYS)}
_SHORT_MONTHS = {w[:3]: i + 1 for i, w in enumerate(MONTHS)}
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * (value + 2) for value, word in enumerate(_TENS)
}
ORDINALS = {w: i + 1 for i, w in enumerate("first second third fourth".split())}
DECADES = {
    word: 10 * (value + 2)
    for value, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split()
    )
}

WD = r"(?P<wd>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun)\.)"
MO = (
    r"(?P<mo>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
D = r"(?P<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:.,]*\d)"
Y = r"(?P<y>1[0-9]\d\d|20\d\d|'\d\d|’\d\d)(?![\d%]|,\d{3}|\.\d)"
PART = (
    r"(?:(?P<part>(?i:early|late|mid|the beginning of|the start of|the middle of|the end of|the close of|end of|end))"
    r"(?:[ -]in)?[ -](?:the )?)?"
)
WHICH = r"(?P<which>(?i:last|this past|this coming|this|next|coming|past|the current|the past|the coming|the previous|the following))"
NUM = (
    r"(?P<n>(?i:\d{1,4}|an?|half an?|a couple of|a few|several|some|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
UNIT = r"(?P<unit>(?i:minute|hour|day|week|fortnight|month|quarter|year|decade|centur(?:y|ie))s?)"


def weekday_of(m: re.Match[str]) -> int:
    return _SHORT_DAYS[m["wd"][:3].capitalize()]


def month_of(word: str) -> int:
    return _SHORT_MONTHS[word[:3].capitalize()]


def year_of(word: str) -> int:
    if word[0] in "'’":
        short = int(word[1:])
        return short + (2000 if short < 50 else 1900)
    return int(word)


def step_of(which: str | None) -> int | None:
    """`last` is a step back, `this` none, `next` one ahead."""
    if not which:
        return None
    word = which.lower().split()[-1]
    return {"last": -1, "past": -1, "next": 1, "coming": 1}.get(word, 0)


def count_of(word: str) -> int:
    word = word.lower()
    if word.isdigit():
        return int(word)
    if word in ("a", "an"):
        return 1
    if word == "a couple of":
        return 2
    tens, _, ones = word.partition("-")
    if tens in _NUMBERS:
        return _NUMBERS[tens] + _NUMBERS.get(ones, 0)
    raise Unresolved("vague")
