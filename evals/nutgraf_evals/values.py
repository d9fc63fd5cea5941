"""How near two values are: dates, names and places of a digest and of a label in, credit from 0 to 1 out."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from unicodedata import normalize

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from nutgraf.readers.calendar import bounds
from nutgraf.readers.words import stems

Days = tuple[date, date]

WITHIN, OVERLAPPING = 0.5, 0.25
"""Credit for a date that contains the right one or lies in it, and for one that shares some of its days."""

_EDGES = " \t\n.,;:!?\"'“”‘’()[]"
_LEADING = re.compile(r"(?:the|a|an|its|his|her|their|our|in|at|near|outside) ")


def days(edtf: str) -> Days | None:
    """First and last day of a date; an open end is the first or last day of all. None for what is no EDTF."""
    plain = edtf.split("T")[0]
    try:
        first, last = bounds(plain)
    except (ValueError, OverflowError):
        return _parsed(plain)
    return first or date.min, last or date.max


def date_credit(told: str | None, label: str | None) -> float:
    """1 for the same first and last day, or where neither has a date; a guess where there is none has 0."""
    if told is None or label is None:
        return float(told is label)
    a, b = days(told), days(label)
    if a is None or b is None:
        return 0.0
    if a == b:
        return 1.0
    if (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1]):
        return WITHIN
    return OVERLAPPING if a[0] <= b[1] and b[0] <= a[1] else 0.0


def normal(name: str) -> str:
    """A name as names are compared: lower case, one kind of quotes and blanks, no article before it."""
    plain = " ".join(normalize("NFKC", name).casefold().replace("’", "'").split()).strip(_EDGES)
    plain = plain.removesuffix("'s")
    while found := _LEADING.match(plain):
        plain = plain[found.end() :]
    return plain


def words(text: str) -> frozenset[str]:
    """The stems of a text's content words; its words as they are where it has no other."""
    return frozenset(word.stem for word in stems(text)) or frozenset(normal(text).split())


def word_f1(a: str, b: str) -> float:
    """The harmonic mean of the shares of content words that two texts have in common."""
    left, right = words(a), words(b)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def one_of(told: str, names: Iterable[str], others: Iterable[str] = ()) -> bool:
    """Whether `told` is one of the `names` of somebody, the fullest first, or a shorter or longer form of it.

    "Judge Mara Venn" is Mara Venn and so is "Venn", unless that is a name of somebody else: one of `others`.
    """
    known = [normal(name) for name in names]
    said = normal(told)
    if said in known:
        return True
    if not said or not known or said in {normal(name) for name in others}:
        return False
    told_words, fullest = words(told), words(known[0])
    return fullest <= told_words or any(told_words <= words(name) for name in known)


def place_credit(told: str | None, label: Sequence[str] | None) -> float:
    """1 for a place of the label's `also` or one that says it shorter or longer, or where neither has a place;
    half for one that shares most words; 0 for a guess where there is none."""
    if not told or not label:
        return float(not told and not label)
    told_words = words(told)
    if any(told_words <= words(name) or words(name) <= told_words for name in label):
        return 1.0
    return 0.5 if any(word_f1(told, name) >= 0.5 for name in label) else 0.0


def f1(right: float, told: float, wanted: float) -> float:
    """The harmonic mean of `right / told` and `right / wanted`; 1 where nothing was told nor wanted."""
    return 2 * right / (told + wanted) if told + wanted else 1.0


def _parsed(edtf: str) -> Days | None:
    try:
        read = parse_edtf(edtf)
        first, last = read.lower_strict(), read.upper_strict()
        return date(*first[:3]), date(*last[:3])
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return None
