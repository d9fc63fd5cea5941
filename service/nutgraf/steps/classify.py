"""Each event's type, from its trigger: cited draft in, cited draft out.

Code proposes the types of the verbs (failing those, the nouns) that the description uses outside relative clauses;
the LLM's type decides among several, and stands alone only where code sees no trigger at all
(small LLMs name about half of the types right, `evals/LOG.md`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from nutgraf_schemas import EventType

from nutgraf.line import Cited, Record, Sentence
from nutgraf.readers.triggers import Trigger, triggers

_RELATIVE = re.compile(r"[,\s](?:who|whom|whose|which|where|when|after|before|following|since|because|while)\b")
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
    """Types that the text's main clause proposes, best first; reporting verbs only where nothing else happens."""
    found = triggers(text)
    main = [t for t in found if not _RELATIVE.search(text[: t.start])] or list(found)
    acting = [t for t in main if t.type != _SPEAKING]
    for kind in (_verbs(acting), acting, main):
        if kind:
            return list(dict.fromkeys(t.type for t in kind))
    return []


def _verbs(found: list[Trigger]) -> list[Trigger]:
    return [t for t in found if t.verb]
