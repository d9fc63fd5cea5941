"""What a digest tells with its evidence and the label in, whether the evidence is the right one out.

Precision: of the key facts that statements tell, the share whose statement cites a sentence that carries the fact.
Recall: of the events that are no background, the share of which a sentence is cited, by a statement or an event.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from nutgraf_evals.label import KeyFact, Label, LabelEvent
from nutgraf_evals.marks import Document, Place, share
from nutgraf_evals.reading import read
from nutgraf_evals.scorers import Score
from nutgraf_evals.scorers.phrases import tells
from nutgraf_evals.told import Told, ToldStatement

NAME = "grounding"
QUESTION = "Does the evidence carry what is told, and is what must be told cited?"
MOST = 5
"""Sentences that one statement cites, or one span covers: who points at more points at nothing."""


def score(told: Told, label: Label) -> Score:
    """The harmonic mean of both; 0 where no key fact is told."""
    sentences = sentences_of(told.text)
    home = homes(label, told.text)
    cited = [(each.text, _cited(each, sentences)) for each in told.everything]
    pairs = [
        (fact, text, places) for text, places in cited for fact in label.key_facts if tells(fact.groups, text)
    ]
    wrong = [(fact, text) for fact, text, places in pairs if not places & home[fact.fact]]
    everywhere = set(chain.from_iterable(places for _, places in cited)) | _touched(
        sentences, ((span.start, span.end) for event in told.events for span in event.evidence)
    )
    required = [event for event in label.events if not event.background]
    missed = [event for event in required if not _carriers(event, sentences) & everywhere]
    precision = share(len(pairs) - len(wrong), len(pairs))
    recall = share(len(required) - len(missed), len(required))
    return Score(
        share(2 * precision * recall, precision + recall),
        (
            *(() if pairs else ("no key fact is told",)),
            *(f"the evidence does not carry that {fact.fact}: “{text}”" for fact, text in wrong),
            *(f"not cited: {event.description}" for event in missed),
        ),
        {"precision": precision, "recall": recall, "told": len(pairs), "events": len(required)},
    )


def homes(label: Label, text: str) -> Mapping[str, set[int]]:
    """The sentences that carry each key fact, by index: those with words of all its groups, or, where none has them
    all, those with the most telling ones (the fewer sentences have words of a group, the more it tells).

    Other passages of an event that is told there carry the fact too, where they have words of one of its groups.
    """
    sentences = sentences_of(text)
    passages = [_carriers(event, sentences) for event in label.events]
    words = [text[start:end] for start, end in sentences]
    return {fact.fact: _home(fact, words, passages) for fact in label.key_facts}


@lru_cache(maxsize=200)
def sentences_of(text: str) -> tuple[Place, ...]:
    """Where the sentences of an article stand; none in no text."""
    if not text.strip():
        return ()
    return tuple((each.start, each.end) for each in read(Document("", "", text))[1])


def _home(fact: KeyFact, sentences: Sequence[str], passages: Iterable[set[int]]) -> set[int]:
    has = [{at for at, words in enumerate(sentences) if tells([group], words)} for group in fact.groups]
    telling = {at: sum(1 / len(each) for each in has if at in each) for at in set().union(*has)}
    best = max(telling.values(), default=0.0)
    home = {at for at, weight in telling.items() if weight == best}
    return home | {at for each in passages if each & home for at in each & set(telling)}


def _cited(statement: ToldStatement, sentences: Sequence[Place]) -> set[int]:
    found = _touched(sentences, ((span.start, span.end) for span in statement.evidence))
    return found if len(found) <= MOST else set()


def _carriers(event: LabelEvent, sentences: Sequence[Place]) -> set[int]:
    return _touched(sentences, ((each.start or 0, each.end or 0) for each in event.evidence))


def _touched(sentences: Sequence[Place], places: Iterable[Place]) -> set[int]:
    """The sentences that some of the places lie in, or overlap; places over too many count for nothing."""
    found: set[int] = set()
    for start, end in places:
        touched = {at for at, (first, last) in enumerate(sentences) if start < last and first < end}
        found |= touched if len(touched) <= MOST else set()
    return found
