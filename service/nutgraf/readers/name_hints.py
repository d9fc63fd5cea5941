"""Hints: the words of a name and what stands beside it in, its kind out, or None where nothing says it."""

import re
from typing import Literal

from . import kind_words
from . import name_words as words
from .given_names import GIVEN_NAMES
from .name_runs import JOINERS

Kind = Literal["person", "organisation", "place", "other"]

_AGED = re.compile(r",? aged \d|, \d{1,3}(?:,|\.| and |$)|, who\b|, an? \d+-year-old")
_FROM = re.compile(r"\b(?:from|in|at|near|of) $")
_APPOSED = re.compile(
    r", (?:an?|the|his|her|its|their) (?:[\w-]+ ){0,4}?([a-z]+(?:-elect)?)"
    r"(?=[,.;:)]|$| (?:of|in|from|at|for|on|with|to|by|since|near|who|whose|that|which|and|[a-z]+ing)\b)"
)
_NOUN_BEFORE = re.compile(r"(?<!fund )(?<!asset )(?<!wealth )(?<!money )\b([a-z-]+),? $")
_LOCATED = re.compile(
    r"(?<![Ss]hares )(?<![Ss]take )(?<!trust )(?<!confidence )(?<!faith )(?<!interest )\b(?:[Ii]n|[Nn]ear) $"
    r"|\b(?:(?:north|south|east|west)(?:ern|[- ]?eastern|[- ]?western)|central|[Nn]eighbou?ring|capital,"
    r"|(?:city|town|village|port|capital|state|province|region|island|district|suburb|county) of) $"
)
_TOWN = re.compile(
    r", (?:an?|the) (?:[\w-]+ ){0,3}?(?:city|town|village|port|capital|suburb|island|region)"
    r"(?=[,.;:)]|$| (?:of|in|on|at|near|where|that|which|with|north|south|east|west|about|some)\b)"
    r"| (?:district|region|province|county|peninsula|airport)\b"
)
_COMPANY = re.compile(r"(?:[’']s)? (?:chief executive|shareholders|shares|stock|CEO|PLC|plc)\b")
_INITIAL = re.compile(r"(?:[A-Z]\.)+")
_PERSONAL = re.compile(r"al-|O['’][A-Z]|Ma?c[A-Z]|[A-Z][a-z]+-[a-z]+$")
_ACRONYM = re.compile(r"(?![IVX]+$)(?:[A-Z][.&]?){2,5}")
_PLACE_HEADS = frozenset("Mount Mt. Lake Cape Fort Port St. Gulf Isle".split())
_TABLES: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("organisation", kind_words.ORGANISATION_WORDS),
    ("place", kind_words.PLACE_WORDS),
    ("other", kind_words.OTHER_WORDS),
)


def is_acronym(word: str) -> bool:
    """Whether `word` is made of two to five capitals: "FSB", "U.N."."""
    return _ACRONYM.fullmatch(word) is not None


def kind_by_words(texts: list[str]) -> Kind | None:
    """The kind that the words of a name say by themselves."""
    if len(texts) < 2:
        return None
    if texts[0] == "University":
        return "organisation"
    joined = next((i for i, word in enumerate(texts) if i and word in JOINERS), len(texts))
    head = texts[joined - 1]
    if len(texts) == 2 and texts[0] in GIVEN_NAMES and head in kind_words.SURNAMES_TOO:
        return "person"
    for kind, table in _TABLES:
        if head in table:
            return kind
    return "place" if texts[0] in _PLACE_HEADS else None


def hint(texts: list[str], text: str, start: int, end: int) -> Kind | None:
    """The kind of the name at `text[start:end]`, of the words `texts`, by its words and its neighbours."""
    kind = kind_by_words(texts)
    if kind is None and " & " in text[start:end]:
        return "organisation"
    if kind is None and len(texts) == 1 and is_acronym(texts[0]):
        return "place" if texts[0] in kind_words.PLACE_ACRONYMS else "organisation"
    if kind is not None:
        return kind
    before, after = text[max(0, start - 40) : start], text[end : end + 80]
    if _COMPANY.match(after):
        return "organisation"
    if _is_person(texts, before, after):
        return "person"
    if _described(before, after, kind_words.ORGANISATION_NOUNS):
        return "organisation"
    located = _LOCATED.search(before) or _TOWN.match(after)
    return "place" if located and len(texts) < 4 and texts[0] not in kind_words.NOT_PLACES else None


def _is_person(texts: list[str], before: str, after: str) -> bool:
    if any(word in JOINERS for word in texts):
        return False
    if 1 < len(texts) < 6:
        first, last = texts[0], texts[-1]
        if first in GIVEN_NAMES or first in words.SURNAME_FIRST or _PERSONAL.match(last):
            return True
        if any(w in words.PATRONYMIC or w.rstrip(".") in words.GENERATIONS for w in texts[1:]):
            return True
        if any(_INITIAL.fullmatch(w) for w in texts[:-1]):
            return True
    if _FROM.search(before):
        return False
    return _AGED.match(after) is not None or _described(before, after, kind_words.PERSON_NOUNS)


def _described(before: str, after: str, nouns: frozenset[str]) -> bool:
    """Whether one of `nouns` stands straight before the name or in apposition after it."""
    found = (_NOUN_BEFORE.search(before), _APPOSED.match(after))
    return any(match is not None and match[1] in nouns for match in found)
