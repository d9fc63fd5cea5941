"""Words of a label and free text in, whether the words stand there out; no scorer, but what several ask with.

Case, inflection, articles and possessives do not matter, and a number is one in digits or in words
("fourteen years", "14-year"; "2.1 million", "2.1m", "2,100,000"). A phrase stands where its words stand in a row.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from nutgraf.readers.number_words import MAGNITUDES, WORDS
from nutgraf.readers.words import stem

_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEFT_OUT = frozenset({"a", "an", "the"})
_TENS = range(20, 100, 10)
_LONGEST = 30


def stands(phrase: str, text: str) -> bool:
    """Whether the words of `phrase` stand in `text`, in a row."""
    return f" {' '.join(_keys(phrase))} " in f" {' '.join(_keys(text))} "


def tells(groups: Iterable[Sequence[str]], text: str, without: Iterable[str] = ()) -> bool:
    """Whether `text` has a phrase of every group, and none of `without`."""
    return all(any(stands(phrase, text) for phrase in group) for group in groups) and not any(
        stands(phrase, text) for phrase in without
    )


@lru_cache(maxsize=20_000)
def _keys(text: str) -> tuple[str, ...]:
    """The words of a text, each as a stem, or as a value in digits."""
    found: list[str] = []
    amount: float | None = None
    for match in _TOKEN.finditer(text):
        word = re.sub(r"['’]s?$", "", match[0].casefold())
        value = _value(word)
        if amount is not None and word in MAGNITUDES and len(word) > 0:
            amount *= MAGNITUDES[word]
            continue
        if amount is not None and value is not None and amount in _TENS and 0 < value < 10 and word in WORDS:
            amount += value
            continue
        if amount is not None:
            found.append(f"{amount:.10g}")
        amount = value
        if value is None and word not in _LEFT_OUT:
            found.append(stem(word))
    return (*found, f"{amount:.10g}") if amount is not None else tuple(found)


def _value(word: str) -> float | None:
    if word[0].isdigit():
        return float(word.replace(",", "")) if word.isascii() else None
    return float(WORDS[word]) if word in WORDS else None
