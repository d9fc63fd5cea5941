"""The patterns of the numbers reader: how numbers are written, and what stands before and after them."""

import re
from collections.abc import Iterable

from nutgraf.readers import number_words as table


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))


DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
BIG = "hundred|thousand|million|billion|trillion"
WORD = _any([*table.WORDS, "hundred", "thousand", "million", "billion", "trillion"])
MONTH = _any(table.MONTHS)
ORDINAL = _any(table.ORDINALS)
TENS = _any(w for w, v in table.WORDS.items() if v >= 20)
SPAN_NOUN = _any([*table.DURATIONS, "mile", "kilometre", "kilometer", "metre", "meter"])
HOUR = _any(word for word, value in table.WORDS.items() if 1 <= value <= 12)
PART = r"(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b"
SCAN = re.compile(
    rf"""
    (?P<time>\b\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\b\d{{1,2}}:\d\d(?![\d:])
            |\b(?:12\s)?(?:noon|midday|midnight)\b|\b(?:\d{{1,2}}|{HOUR})\so[’']clock\b(?:\s{PART})?
            |(?:(?<=\bat\s)|(?<=\bby\s)|(?<=until\s)|(?<=before\s)|(?<=after\s))(?:\d{{1,2}}|{HOUR})\s{PART})
  | (?P<day>\b(?:{MONTH})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?![\d,.]*\d)|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{MONTH})\b)
  | (?P<decade>\b(?:1[5-9]|20)\d0s\b)
  | (?<![\w.,]) (?<![A-Za-z]-) (?P<symbol>{_any(table.SYMBOLS)})\s?
      (?P<amount>{DIGITS})(?:[\s-]?(?P<amount_by>(?i:{BIG}|bn|mn|tn|k|m)))?(?!\w)
  | (?<![\w.,:]) (?:(?<![A-Za-z]-)|(?<=mid-)|(?<=pre-)|(?<=post-))
      (?P<digits>{DIGITS})(?:(?P<th>st|nd|rd|th)|[\s-]?(?P<by>(?i:{BIG}|dozen|bn|mn|tn|k)(?!\w)))?(?=$|\W|km|kg|cm|mm|m\b)
  | (?<![\w-]) (?i:
      (?P<vague>{_any(table.VAGUE)})
    | (?P<fraction>(?:an?|one|two|three|four)[\s-](?:thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)
            (?=\s+(?:of|as|in|from|since|after|compared|to)\b|\s*[.,;:!?)”"]|\s*$)
        |(?:two|three|four)[\s-](?:thirds|quarters|fifths|eighths|tenths)|half(?!\s+an?\s+(?:{BIG}|dozen)))
    | (?P<round>(?:an?|half\s+an?|a\s+few|several)\s+(?:{BIG}|dozen))
    | (?P<times>{_any(table.TIMES)})
    | (?:(?P<ordinal_tens>{TENS})-)?(?P<ordinal>{ORDINAL})
    | (?P<words>(?:{WORD})(?:(?:[\s-]+|(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+)(?:{WORD}))*)
    | (?P<article>an?)(?=\s(?:full\s|whole\s)?(?:{SPAN_NOUN})\b)
    ) (?!\w)
    """,
    re.X,
)
BEFORE = re.compile(rf"(?<![\w-])(?P<words>{_any(table.BEFORE)})\s+(?:the\s+|an?\s+)?$", re.I)
AFTER = re.compile(rf"\s+(?P<words>{_any(table.AFTER)})\b", re.I)
PERCENT = re.compile(
    r"\s?%|[\s-](?:percent|per\scent|pct)\b(?!age)|[\s-](?P<points>percentage\spoints?)\b", re.I
)
CURRENCY = re.compile(rf"[\s-](?P<name>{_any(table.CURRENCIES)})s?\b", re.I)
OLD = re.compile(r"[\s-](?P<unit>year|month|week|day)s?[\s-]olds?\b", re.I)
MEASURE = re.compile(
    rf"[\s-]?(?P<squared>square\s|cubic\s)?(?P<name>{_any([*table.MEASURES, *table.DURATIONS])}|centuries|"
    rf"feet)s?(?![\w/])"
)
_SOMEBODY = "man|woman|boy|girl|child|baby|toddler|infant|teenager|youth|widow|widower"
_OF = rf"\b[Aa]n?\s(?:[\w-]+\s)?(?:{_SOMEBODY}|[A-Z]\w*n)\sof\s"
AGED = re.compile(rf"(?:\baged?(?:\s+of)?\s+|[A-Z][\w’'-]*,\s|[A-Z][\w’'-]*\s(?:is|was|turned)\s|{_OF})$")
"""What stands before an age: "aged", a name, "Bo Strand is", "a girl of", "an American of"."""
AGED_IN_UNITS = re.compile(rf"{_OF}$")
"""Before an age with its unit: "a boy of" eleven months."""
AGE_ENDS = re.compile(r"[,;.)]|\s(?:and|or|was|has|who|whom|from|of)\b|$")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
YEAR_AFTER = re.compile(
    r"(?:\b(?:in|since|by|until|from|the|a|an|of|late|early|mid|year|to|and)[\s-]|\d,\s)$", re.I
)
TIMES_AFTER = re.compile(
    r"[\s-]times\b(?=\s(?:as|the|more|higher|larger|bigger|its|what|faster|greater)\b)", re.I
)
NOUNS = re.compile(r"(?:[\s-]+[^\W\d_][\w’']*)")
OF = re.compile(rf"\s+of\s+(?:(?:the|its|their|his|her|those|these|all)\s+)?(?:(?:{DIGITS}|{WORD})(?=\s))?")
SUPERLATIVE = re.compile(r"[\s-](?P<word>most[\s-]\w+|best|worst|least|[a-z]{3,}est)\b")
"""What makes an ordinal a rank among others: "second-largest"."""
NOT_ONE = re.compile(r"\b(?:no|any|every|this|that|which|each|the|some|another)[\s-]$", re.I)
RANGE = re.compile(r"\s?[–-]\s?|\s+to\s+")
