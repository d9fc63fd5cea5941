"""The trigger that a sentence is about: text in, the triggers of its main clause out, the best kind of them only.

A reporting verb outweighs a noun ("told the paper that the deal shows …") unless the noun is said to happen.
"""

import re

from .triggers import Trigger, triggers

_SUBORDINATE = re.compile(
    r"[,\s](?:who|whom|whose|which|where|when|after|before|following|since|because|while|for \w+ing|by \w+ing)\b"
)
_HAPPENS = re.compile(
    r"s?\s+(?:\w+\s+){0,3}?(?:took place|taken place|happened|occurred|began|begun|started|ended|broke out|followed|(?:was|were) held)\b"
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_VERB_BEFORE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|\w{3,}ed)\b")
SPEAKING = "statement"


def main_triggers(text: str) -> tuple[Trigger, ...]:
    """Verbs of acts, or else nouns of what happens, or verbs of speaking, or nouns that open the clause."""
    quoted = [m.span() for m in _QUOTED.finditer(text)] if len(_QUOTED.sub("", text).split()) > 2 else []
    found = [t for t in triggers(text) if not any(a < t.start < b for a, b in quoted)]
    main = [t for t in found if not _SUBORDINATE.search(text[: t.start])] or list(found)
    acting = [t for t in main if t.verb and t.type != SPEAKING]
    happening = [t for t in main if not t.verb and _HAPPENS.match(text, t.end)]
    speaking = [t for t in main if t.verb and t.type == SPEAKING]
    naming = [t for t in main if not _VERB_BEFORE.search(text[: t.start])]  # "A fire destroyed …"
    return next((tuple(kind) for kind in (acting, happening, speaking, naming) if kind), ())
