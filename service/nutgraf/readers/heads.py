"""Who stands in a place, and not whose: words and a place in a text in, the stems of those that are meant there out."""

import re
from collections.abc import Sequence

from .words import Word, stem

Stems = frozenset[str]

_OWNER = re.compile(r"['’]s?\s(?=\w)")
_BEHIND = re.compile(r"\s(?P<preposition>of|to|for|with|against|near|who|whom|whose)\s[^,;:]*", re.I)
_BEHIND_OBJECT = re.compile(r"\s(?P<preposition>of)\s[^,;:]*", re.I)
_QUANTITIES = frozenset(
    "number group panel dozens hundreds thousands millions team half some one two three four five six seven eight nine ten "
    "members majority most many few all none several part third quarter pair couple series crowd percent number lot "
    "both each any scores tens board crew body generation".split()
)
_TIMES = frozenset(
    map(
        stem,
        "second minute hour day night morning afternoon evening week weekend month quarter year decade last next today "
        "yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april "
        "june july august september october november december".split(),
    )
)
"""Words that say when, and neither who nor whom."""


def within(words: Sequence[Word], start: int, end: int, text: str = "") -> Stems:
    """Stems of the words of a place; of "Ada Vell's lawyer", where the text is given, only the lawyer's."""
    found: list[Word] = []
    for w in words:
        if not start <= w.start < end or w.text[0].isdigit() or w.stem in _TIMES:
            continue
        found.append(w)
        if _OWNER.match(text, w.end):
            found.pop()
            while (
                found and w.text[0].isupper() and found[-1].text[0].isupper() and found[-1].end + 1 == w.start
            ):
                w = found.pop()
    return frozenset(w.stem for w in found)


def actors(words: Sequence[Word], start: int, end: int, text: str) -> Stems:
    """Who is meant before a verb: "the brother of the banker" is a brother, and a number of people are people."""
    return _without(_BEHIND, words, start, end, text)


def objects(words: Sequence[Word], start: int, end: int, text: str) -> Stems:
    """Who or what is meant behind a verb, with the phrases that follow, but without what is only "of" them."""
    return _without(_BEHIND_OBJECT, words, start, end, text)


def _without(behind: re.Pattern[str], words: Sequence[Word], start: int, end: int, text: str) -> Stems:
    """Where nothing else would be left, all is taken."""
    skipped = [
        m.span()
        for m in behind.finditer(text, start, end)
        if (head := next((w for w in reversed(words) if start <= w.start and w.end <= m.start()), None))
        and not (
            m["preposition"].lower() == "of" and (head.text.lower() in _QUANTITIES or head.text[0].isdigit())
        )
    ]
    kept = [w for w in words if not any(a <= w.start < b for a, b in skipped)]
    return within(kept, start, end, text) or within(words, start, end, text)
