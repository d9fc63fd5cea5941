"""Words of a label and free text in, whether the words stand there out; no scorer, but what several ask with.

Case, articles and possessives do not matter, and a number is one in digits or in words ("fourteen years", "14-year";
"2.1 million", "2.1m", "2,100,000"). A phrase stands where its words stand in a row, in any inflection, or `exact`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from nutgraf.readers.number_words import MAGNITUDES, WORDS
from nutgraf.readers.words import stem

_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LEFT_OUT = frozenset({"a", "an", "the"})
_TENS = range(20, 100, 10)


def stands(phrase: str, text: str, *, exact: bool = False) -> bool:
    """Whether the words of `phrase` stand in `text`, in a row; in the very forms where `exact`."""
    return f" {' '.join(_keys(phrase, exact))} " in f" {' '.join(_keys(text, exact))} "


def tells(groups: Iterable[Sequence[str]], text: str, *, exact: bool = False) -> bool:
    """Whether `text` has a phrase of every group."""
    return all(any(stands(phrase, text, exact=exact) for phrase in group) for group in groups)


def length(text: str) -> int:
    """How many words a text has: what stands between blanks and has a letter or a digit."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


@lru_cache(maxsize=20_000)
def _keys(text: str, exact: bool) -> tuple[str, ...]:
    """The words of a text, each as its stem, or its form where `exact`; a number as its value in digits."""
    found: list[str] = []
    amount: float | None = None  # the number that is being read: it may go on
    for match in _TOKEN.finditer(text):
        word = _POSSESSIVE.sub("", match[0].casefold())
        value = _value(word)
        if amount is not None and word in MAGNITUDES:
            amount *= MAGNITUDES[word]
        elif amount in _TENS and value is not None and 0 < value < 10 and word in WORDS:
            amount = (amount or 0) + value
        else:
            found += [_written(amount)] if amount is not None else []
            amount = value
            if value is None and word not in _LEFT_OUT:
                found.append(word if exact else stem(word))
    return (*found, _written(amount)) if amount is not None else tuple(found)


def _written(amount: float) -> str:
    return f"{amount:.15g}"


def _value(word: str) -> float | None:
    if word.isascii() and word[0].isdigit():
        return float(word.replace(",", ""))
    return float(WORDS[word]) if word in WORDS else None
