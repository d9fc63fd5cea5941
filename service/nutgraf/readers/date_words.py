"""The words of dates: patterns with named groups, and what the matched words count."""

import re

from .calendar import MONTHS, WEEKDAYS, Unresolved

_SHORT_DAYS = {word[:3]: index for index, word in enumerate(WEEKDAYS)}
_SHORT_MONTHS = {word[:3]: index + 1 for index, word in enumerate(MONTHS)}
_ONES = "one two three four five six seven eight nine".split()
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = (
    {word: value for value, word in enumerate(_ONES, 1)}
    | {word: value for value, word in enumerate(_TEENS, 10)}
    | dict(zip(_TENS, range(20, 100, 10), strict=True))
)
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = (
    {word: value for value, word in enumerate(_ORDINAL_WORDS, 1)}
    | {f"twenty-{word}": value for value, word in enumerate(_ORDINAL_WORDS[:9], 21)}
    | {"thirtieth": 30, "thirty-first": 31}
)
DECADES = {re.sub("y$", "ies", word): value for word, value in _NUMBERS.items() if word in _TENS}

DAY_PARTS = r"(?:morning|afternoon|evening|night|midnight|noon|lunchtime)"
WD = (
    r"(?P<wd>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun)\.)"
)
MO = (
    r"(?P<mo>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
D = r"(?P<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:.,]{0,4}\d)"
ORDINAL_DAY = rf"(?P<d>(?i:thirtieth|thirty-first|twenty-(?:{'|'.join(_ORDINAL_WORDS[:9])})|{'|'.join(_ORDINAL_WORDS)}))"
_TENS_WORDS = "|".join(_TENS)
SPOKEN = (
    rf"nineteen[ -](?:{_TENS_WORDS}|hundred)(?:[ -](?:{'|'.join(_ONES)}))?"
    rf"|two thousand(?: and)?(?: (?:{'|'.join(_ONES + _TEENS)}))?|twenty (?:{'|'.join(_TEENS)}"
    rf"|twenty(?:-(?:{'|'.join(_ONES)}))?)"
)
Y = rf"(?P<y>(?:1[0-9]\d\d|20\d\d|['’]\d\d)(?![\d%]|,\d{{3}}|\.\d)|(?i:{SPOKEN}))"
_EDGE = r"(?:the )?(?:beginning|start|middle|end|close) of"
PART = rf"(?:(?P<part>(?i:early|late|mid|{_EDGE}|end))(?:[ -]in)?[ -](?:the )?)?"
WHICH = (
    r"(?P<which>(?i:last|this past|this coming|this|next|coming|past|the current|the past|the coming"
    r"|the previous"
    r"|the following))"
)
NUM = (
    r"(?P<n>(?i:\d{1,4}|an?|half an?|a couple of|a few|several|some"
    rf"|(?:{'|'.join((*_TEENS, *_TENS, *_ONES))})(?:-(?:{'|'.join(_ONES)}))?))"
)
UNIT = r"(?P<unit>(?i:(?:minute|hour|day|week|fortnight|month|quarter|year|decade)s?|century|centuries))"
CUE = re.compile(
    r"(?i)(?P<digit>\d)\d{0,9}|\b(?=[a-z])(?:(?P<month>jan|feb|ma[ry]|apr|ju[nl]|aug|sep|oct|nov|dec(?!ade))"
    r"|(?P<weekday>mon(?!th)|tue|wed|thu|fri|sat|sun)"
    r"|(?P<season>spring|summer|autumn|fall|winter)"
    r"|(?P<spoken>nineteen|twent|two thou|[a-z]{3,5}ties\b)"
    r"|(?P<holiday>new year|christ|boxing|hallow|valent|thanks|labor)"
    r"|(?P<unit>day|week|fortnight|month|quarter|period|year|decade|centur|hour|minute|night|morning|afternoon|evening"
    r"|to(?:day|night|morrow)|yester|overnight))"
)
"""One word of every date phrase: a text without any has no date."""


def weekday_of(word: str) -> int:
    """0 is Monday."""
    return _SHORT_DAYS[word[:3].capitalize()]


def day_of(word: str) -> int:
    """`8`, `eighth`."""
    return int(word) if word.isdigit() else ORDINALS[word.lower()]


def month_of(word: str) -> int:
    return _SHORT_MONTHS[word[:3].capitalize()]


def year_of(word: str) -> int:
    """`2025`, `'98`, `nineteen ninety-six`, `two thousand`."""
    if word.isdigit():
        return int(word)
    if word[0] in "'’":
        short = int(word[1:])
        return short + (2000 if short < 50 else 1900)
    words = re.split(r"[ -]", word.lower().replace(" and", "").replace(" hundred", ""))
    century, rest = (1900, words[1:]) if words[0] == "nineteen" else (2000, words[1:])
    return century + sum(_NUMBERS.get(part, 0) for part in rest)


def step_of(which: str | None) -> int | None:
    """`last` is a step back, `this` none, `next` one ahead; None where there is no such word."""
    if not which:
        return None
    return {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which.lower().split()[-1], 0)


def count_of(word: str) -> int:
    """Raises `Unresolved("vague")` for "a few" and the like."""
    word = word.lower()
    if word.isdigit():
        return int(word)
    if word in ("a", "an"):
        return 1
    tens, _, ones = word.partition("-")
    if tens in _NUMBERS:
        return _NUMBERS[tens] + _NUMBERS.get(ones, 0)
    raise Unresolved("vague")
