"""A label in, what somebody who read the article as its labeller did would tell out.

It answers one question: does a scorer apply to an article? Where it finds nothing to ask of the perfect digest,
a maker that failed has lost nothing there; everywhere else it has.
"""

from nutgraf_evals.label import KeyFact, Label, Passage
from nutgraf_evals.scorers.grounding import homes, sentences_of
from nutgraf_evals.scorers.phrases import tells
from nutgraf_evals.told import Told, told


def perfect(label: Label, text: str) -> Told:
    """What a digest tells that says everything the label says, each with the label's evidence."""
    home = homes(label, text)
    events = [
        {
            "id": event.id,
            "type": event.type,
            "main": event.main,
            "description": {"text": event.description, "evidence": _spans(event.evidence)},
            "when": event.when.model_dump() if event.when else None,
            "where": event.where.model_dump() if event.where else None,
            "participants": [{"name": each.name, "role": each.role} for each in event.participants],
            "quantities": [each.model_dump() for each in event.quantities],
            "modality": event.modality,
            "attribution": [
                {"source": each.source, "cue": each.cue or "", "via": each.via} for each in event.attribution
            ],
            "evidence": _spans(event.evidence),
        }
        for event in label.events
    ]
    return told(
        {
            "headline": {"text": label.events[0].description, "evidence": _spans(label.events[0].evidence)},
            "summary": [
                {"text": _told(fact), "evidence": _sentences(home[fact.fact], text)}
                for fact in label.key_facts
            ],
            "events": events,
            "contradictions": [
                {"kind": each.kind, "a": _side(each.a, text), "b": _side(each.b, text)}
                for each in label.contradictions
            ],
        },
        text,
    )


def _told(fact: KeyFact) -> str:
    return fact.fact if tells(fact.groups, fact.fact) else " ".join(group[0] for group in fact.groups)


def _sentences(which: set[int], text: str) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for at, (start, end) in enumerate(sentences_of(text)) if at in which]


def _spans(passages: list[Passage]) -> list[dict[str, int]]:
    return [{"start": each.start or 0, "end": each.end or 0} for each in passages]


def _side(passage: Passage, text: str) -> dict[str, int | str]:
    return {**_spans([passage])[0], "value": text[passage.start : passage.end]}
