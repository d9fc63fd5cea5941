"""Each event's type, from its trigger: cited draft in, cited draft out.

Code proposes the types of the verbs that the description uses outside subordinate clauses; failing those, of nouns
("the swap took place"). The LLM's type decides among several, and stands alone where code sees no trigger at all.
"""

from collections.abc import Sequence
from dataclasses import replace

from nutgraf.line import Cited, Record, Sentence
from nutgraf.readers.main_triggers import main_triggers
from nutgraf_schemas import EventType


def classify(cited: Cited, sentences: Sequence[Sentence]) -> Cited:
    """Give each record the type of its trigger."""
    by_id = {s.id: s for s in sentences}
    return replace(
        cited,
        records=tuple(replace(r, type=_type(r, by_id[r.sentences[0]].core)) for r in cited.records),
    )


def _type(record: Record, core: str) -> EventType:
    if record.description.extract:
        return record.type  # read from its trigger already, in the whole sentence
    for text in (record.description.text, core):
        proposed = [trigger.type for trigger in main_triggers(text)]
        if proposed:
            return record.type if record.type in proposed else proposed[0]
    return record.type
