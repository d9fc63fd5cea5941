"""Who does it and to whom it is done, by word order around an event's verb: a clause and a name's place in it in, a side out.

Before an active verb stands who does it, before a passive one to whom it is done; straight after an active verb stands to
whom, after "by" who. Elsewhere order tells nothing.
"""

import re
from typing import Literal

from .triggers import triggers

Side = Literal["by", "to"]
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|gets?|got)(?:\s+(?:\w+ly|also|not|never|first|since))*\s+$", re.I
)
_BY = re.compile(r"\bby\s+(?:[\w-]+\s+){0,4}$")
_PREPOSITION = re.compile(
    r"\b(?:in|at|on|from|to|of|with|for|over|about|near|after|before|against|as|into|under|between)\s+(?:[\w-]+\s+){0,3}$"
)
_LOWER = re.compile(r"\s+([a-z][\w-]*)")
_AFTER_SUBJECT = frozenset(
    "is are was were be been being has have had will would can could may might must should did does do and or but also then "
    "later first since not never who whom whose which that where when while as after before in at on from to of with for by "
    "over into against near during under about between".split()
)
_ASIDE = re.compile(
    r",? (?:who|whom|whose|which|where|while|when|because|after|before|following|amid|despite|including)\b[^,;]*"
    r"|,? with\b[^,;]*?\w+ing\b[^,;]*|,? according to\b[^,;]*"
)


def side(start: int, end: int, clause: str) -> Side | None:
    """The side of the name at `clause[start:end]`, or None where word order does not tell."""
    verb = next((t for t in triggers(clause) if t.verb and not in_aside(t.start, clause)), None)
    if verb is None:
        return None
    passive = _PASSIVE.search(clause, max(0, verb.start - 40), verb.start) is not None
    if end <= verb.start:
        return "to" if passive else "by"
    between = clause[verb.end : start]
    if _BY.search(between):
        return "by" if passive else None
    return None if passive or _PREPOSITION.search(between) or "," in between else "to"


def is_modifier(end: int, clause: str) -> bool:
    """Whether the name that ends at `end` only qualifies the noun after it: "US citizens", "the Velby airport"."""
    word = _LOWER.match(clause, end)
    if word is None or word[1] in _AFTER_SUBJECT:
        return False
    return not any(t.start == word.start(1) for t in triggers(clause))


def in_aside(at: int, sentence: str) -> bool:
    """Whether a place lies in a part of the sentence that tells of something else: a relative clause, "following …"."""
    return any(m.start() <= at < m.end() for m in _ASIDE.finditer(sentence))
