"""Genders: a title or a given name in, "he" or "she" out, or None where it does not tell."""

from typing import Literal

from .given_names import MEN, WOMEN
from .name_words import word_set

Gender = Literal["he", "she"]

_WOMEN = word_set(
    "Mrs Ms Miss Dame Lady Baroness Countess Duchess Princess Queen Empress Madam Congresswoman"
)
_MEN = word_set("Mr Sir Lord Baron Count Duke Prince King Emperor Pope Cardinal Imam Ayatollah Congressman")


def gender_of_title(title: str) -> Gender | None:
    """What a title before a name says: "Ms" is she; "Dr" does not tell."""
    word = title.split()[-1].rstrip(".") if title else ""
    return "she" if word in _WOMEN else "he" if word in _MEN else None


def gender_of_name(given: str | None) -> Gender | None:
    """What the first given name says, if only women or only men bear it."""
    first = given.split()[0] if given else ""
    return "she" if first in WOMEN else "he" if first in MEN else None
