"""Each event's type, from its trigger: cited draft in, cited draft out.

Code proposes the types of the verbs that the description uses outside subordinate clauses; failing those, of nouns
("the swap took place"). The LLM's type decides among several, and stands alone where code sees no trigger at all.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from nutgraf.line import Cited, Record, Sentence
from nutgraf.readers.triggers import triggers
from nutgraf_schemas import EventType

_SUBORDINATE = re.compile(
    r"[,\s](?:who|whom|whose|which|where|when|after|before|following|since|because|while|for \w+ing|by \w+ing)\b"
)
_HAPPENS = re.compile(
    r"s?\s+(?:\w+\s+){0,3}?(?:took place|taken place|happened|occurred|began|begun|started|ended|broke out|followed|(?:was|were) held)\b"
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_VERB_BEFORE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|\w{3,}ed)\b")
_SPEAKING: EventType = "statement"


def classify(cited: Cited, sentences: Sequence[Sentence]) -> Cited:
    """Give each record the type of its trigger."""
    by_id = {s.id: s for s in sentences}
    return replace(
        cited,
        records=tuple(replace(r, type=_type(r, by_id[r.sentences[0]].core)) for r in cited.records),
    )


def _type(record: Record, core: str) -> EventType:
    for text in (record.description.text, core):
        proposed = _proposed(text)
        if proposed:
            return record.type if record.type in proposed else proposed[0]
    return record.type


def _proposed(text: str) -> list[EventType]:
    """Types that the text's main clause proposes, best first.

    A reporting verb outweighs a noun ("told the paper that the deal shows …") unless the noun is said to happen.
    """
    quoted = [m.span() for m in _QUOTED.finditer(text)] if len(_QUOTED.sub("", text).split()) > 2 else []
    found = [t for t in triggers(text) if not any(a < t.start < b for a, b in quoted)]
    main = [t for t in found if not _SUBORDINATE.search(text[: t.start])] or list(found)
    acting = [t for t in main if t.verb and t.type != _SPEAKING]
    happening = [t for t in main if not t.verb and _HAPPENS.match(text, t.end)]
    speaking = [t for t in main if t.verb and t.type == _SPEAKING]
    naming = [t for t in main if not _VERB_BEFORE.search(text[: t.start])]  # "A fire destroyed …"
    for kind in (acting, happening, speaking, naming):
        if kind:
            return list(dict.fromkeys(t.type for t in kind))
    return []
