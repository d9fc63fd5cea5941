"""How far a told event and an event of the label are one: a digest and a label in, a table of likenesses out.

Two events are one as far as they are told from the same place and say the same. What they say is their words, their
type, who takes part and when; so "was arrested in May and freed in June" is the arrest where its type is arrest.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from nutgraf_evals.label import Label, LabelEvent, LabelParticipant
from nutgraf_evals.told import Told, ToldEvent
from nutgraf_evals.values import date_credit, f1, one_of, words

WEIGHTS: Mapping[str, float] = {"words": 0.5, "type": 0.25, "participants": 0.15, "date": 0.1}
"""What of two events says that they are one; of participants and date, what either lacks does not count."""

SOME_WORDS = 0.2
"""Likeness of words below which another event is told, whatever else is right. Two people's labels of one event have
more than 0.5."""

IN_PASSING = 0.9
"""How much an event in the background counts: a sentence that tells two things is told for the other one."""

Words = frozenset[str]


def likenesses(told: Told, label: Label) -> list[list[float]]:
    """How alike each told event, a row, and each event of the label, a column, are: from 0 to 1."""
    ours = [_told_words(event, told.text) for event in told.events]
    theirs = [_label_words(event, told.text) for event in label.events]
    counts = [Counter(word for each in side for word in each.all) for side in (ours, theirs)]
    # A word that many events have ("the minister") says little of which event is meant.
    weight = {word: 1 / max(count[word] for count in counts) for count in counts for word in count}
    return [
        [_likeness(event, known, a, b, weight) for known, b in zip(label.events, theirs, strict=True)]
        for event, a in zip(told.events, ours, strict=True)
    ]


def is_type(told: str, label: LabelEvent) -> bool:
    """Whether a careful person could call the event so."""
    return told == label.type or told in label.or_types


@dataclass(frozen=True, slots=True)
class _Words:
    """Content words of an event: `said` of its description, `cited` of each passage of its evidence."""

    said: Words
    cited: tuple[Words, ...]

    @property
    def all(self) -> Words:
        return self.said.union(*self.cited)


def _told_words(event: ToldEvent, text: str) -> _Words:
    return _Words(words(event.description.text), tuple(words(text[a:b]) for a, b in _cited(event)))


def _label_words(event: LabelEvent, text: str) -> _Words:
    passages = (text[each.start : each.end] or each.words or "" for each in event.evidence)
    return _Words(words(event.description), tuple(map(words, passages)))


def _cited(event: ToldEvent) -> list[tuple[int, int]]:
    """Where a told event is told: its evidence, or that of its description where it has none of its own."""
    return [(span.start, span.end) for span in event.evidence or event.description.evidence]


def _likeness(
    told: ToldEvent, label: LabelEvent, ours: _Words, theirs: _Words, weight: Mapping[str, float]
) -> float:
    """The geometric mean of how far the two are told from the same place and how far they say the same."""
    ways = (theirs.said, *theirs.cited, theirs.all)
    alike = {
        "words": max(_cosine(ours.said, each, weight) for each in ways),
        "type": float(is_type(told.type, label)),
    }
    if told.participants and label.participants:
        alike["participants"] = _participants(told, label.participants)
    if told.when and told.when.edtf and label.when and label.when.edtf:
        known = (label.when.edtf, *label.when.or_edtf)
        alike["date"] = max(date_credit(told.when.edtf, each) for each in known)
    statement = sum(WEIGHTS[name] * value for name, value in alike.items()) / sum(
        map(WEIGHTS.__getitem__, alike)
    )
    # An article may tell one event in two places, and the label name one: words in common will do.
    # Of who cites nothing only the words of the description are known.
    place = max(_cosine(Words().union(*ours.cited), theirs.all, weight), _touching(_cited(told), label))
    likeness = sqrt((place if ours.cited else alike["words"]) * statement)
    return likeness * min(1.0, alike["words"] / SOME_WORDS) * (IN_PASSING if label.background else 1.0)


def _cosine(a: Words, b: Words, weight: Mapping[str, float]) -> float:
    """The weight of the words in common by the geometric mean of both sides'; few and common words prove little."""

    def weigh(some: Iterable[str]) -> float:
        return sum(map(weight.__getitem__, some))

    return weigh(a & b) / sqrt(max(weigh(a), 1.0) * max(weigh(b), 1.0))


def _participants(told: ToldEvent, label: Sequence[LabelParticipant]) -> float:
    """F1 of the names, whatever their roles."""
    found = sum(any(one_of(each.name, (one.name, *one.also)) for each in told.participants) for one in label)
    right = sum(any(one_of(each.name, (one.name, *one.also)) for one in label) for each in told.participants)
    return f1(min(found, right), len(told.participants), len(label))


def _touching(cited: Sequence[tuple[int, int]], label: LabelEvent) -> float:
    """F1 of what is cited, where one of the label's passages is enough: they may all say the same."""
    known = [(each.start or 0, each.end or 0) for each in label.evidence]
    share = sum(any(_touch(each, other) for other in known) for each in cited) / max(len(cited), 1)
    return 2 * share / (share + 1)


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two passages share at least half of the shorter one."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and 2 * shared >= min(a[1] - a[0], b[1] - b[0])
