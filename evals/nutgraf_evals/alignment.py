"""Which told event is which event of the label: two lists of events in, pairs of one and the same event out.

Two events are the same as far as they are told from the same place and say the same; the pairs are chosen so that
they are as alike as can be in all, one to one, and none less alike than a floor.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import networkx

from nutgraf_evals.label import Label, LabelEvent, LabelParticipant
from nutgraf_evals.told import Told, ToldEvent, ToldSpan
from nutgraf_evals.values import date_credit, f1, one_of, words

FLOOR = 0.5
"""Less alike, two events are not the same."""

WEIGHTS: Mapping[str, float] = {"words": 0.5, "participants": 0.25, "type": 0.15, "date": 0.1}
"""What of two events says that they are the same; what either of them lacks does not count."""

_STEPS = 1_000_000
"""Likenesses are compared as whole numbers, so that no rounding decides."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A told event and the label's event that it is, by their places in the lists; `likeness` from 0 to 1."""

    told: int
    label: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The events of a digest and of a label; `pairs` in the order of the label's events."""

    told: Sequence[ToldEvent]
    label: Sequence[LabelEvent]
    pairs: tuple[Pair, ...]

    def told_of(self, event: LabelEvent) -> ToldEvent | None:
        """The told event that is this one; None where it was missed."""
        return next((self.told[pair.told] for pair in self.pairs if self.label[pair.label] is event), None)

    def label_of(self, event: ToldEvent) -> LabelEvent | None:
        """The label's event that this told one is; None where it is none of them."""
        return next((self.label[pair.label] for pair in self.pairs if self.told[pair.told] is event), None)

    @property
    def extra(self) -> list[ToldEvent]:
        """What was told and is no event of the label."""
        found = {pair.told for pair in self.pairs}
        return [event for place, event in enumerate(self.told) if place not in found]


def align(told: Told, label: Label, floor: float = FLOOR) -> Alignment:
    """The events of a digest and of its article's label, paired. The order of the lists decides nothing."""
    alike = likenesses(told, label)
    # Equal sums: what the events are decides, not where they stand.
    rows = sorted(range(len(told.events)), key=lambda at: _content(told.events[at]))
    columns = sorted(range(len(label.events)), key=lambda at: _content(label.events[at]))
    chosen = assigned([[alike[row][column] for column in columns] for row in rows], floor)
    pairs = [Pair(rows[row], columns[column], alike[rows[row]][columns[column]]) for row, column in chosen]
    return Alignment(told.events, label.events, tuple(sorted(pairs, key=lambda pair: pair.label)))


def assigned(alike: Sequence[Sequence[float]], floor: float) -> list[tuple[int, int]]:
    """Rows and columns, each at most once, of the greatest sum; no value below `floor` is taken."""
    graph = networkx.Graph()
    for row, values in enumerate(alike):
        for column, value in enumerate(values):
            if value >= floor:
                graph.add_edge(row, ~column, weight=round(value * _STEPS))
    pairs = (sorted(pair) for pair in networkx.max_weight_matching(graph))
    return sorted((row, ~column) for column, row in pairs)


def likenesses(told: Told, label: Label) -> list[list[float]]:
    """How alike each told event, a row, and each event of the label, a column, are: from 0 to 1."""
    ours = [_Words.of_told(event, told.text) for event in told.events]
    theirs = [_Words.of_label(event, told.text) for event in label.events]
    counts = [Counter(word for each in side for word in each.all) for side in (ours, theirs)]
    # A word that half the events have ("the minister") says little of which event is meant.
    weight = {word: 1 / max(count[word] for count in counts) for count in counts for word in count}
    return [
        [_likeness(event, known, a, b, weight) for known, b in zip(label.events, theirs, strict=True)]
        for event, a in zip(told.events, ours, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Words:
    """Content words of an event: `said` of its description, `cited` of its evidence; a label's say all the same."""

    said: frozenset[str]
    cited: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.said | self.cited

    @classmethod
    def of_told(cls, event: ToldEvent, text: str) -> "_Words":
        cited = " ".join(text[span.start : span.end] for span in spans(event))
        return cls(words(event.description.text), words(cited))

    @classmethod
    def of_label(cls, event: LabelEvent, text: str) -> "_Words":
        cited = " ".join(text[each.start : each.end] or each.words or "" for each in event.evidence)
        return cls(words(event.description), words(cited))


def spans(event: ToldEvent) -> list[ToldSpan]:
    """Where a told event is told: its evidence, or that of its description where it has none of its own."""
    return event.evidence or event.description.evidence


def _likeness(
    told: ToldEvent, label: LabelEvent, ours: _Words, theirs: _Words, weight: Mapping[str, float]
) -> float:
    """The geometric mean of how far the two are told from the same place and how far they say the same."""
    alike = {"words": _share(ours.said, theirs.all, weight), "type": float(is_type(told.type, label))}
    if told.participants and label.participants:
        alike["participants"] = _participants(told, label.participants)
    if told.when and told.when.edtf and label.when and label.when.edtf:
        alike["date"] = date_credit(told.when.edtf, label.when.edtf)
    statement = sum(WEIGHTS[name] * value for name, value in alike.items()) / sum(
        WEIGHTS[name] for name in alike
    )
    if not (cited := spans(told)):
        return statement
    # An article may tell one event in two places, and the label name one: words in common will do.
    place = max(_touching(cited, label), _share(ours.cited, theirs.all, weight))
    return sqrt(place * statement)


def is_type(told: str, label: LabelEvent) -> bool:
    """Whether a careful person could call the event so."""
    return told == label.type or told in label.or_types


def _share(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """The weight of the words in common, in that of the side with less; a side of two words proves little."""

    def weigh(some: Iterable[str]) -> float:
        return sum(weight.get(word, 1.0) for word in some)

    less = min(weigh(a), weigh(b))
    return weigh(a & b) / max(less, 1.0) if less else 0.0


def _participants(told: ToldEvent, label: Sequence[LabelParticipant]) -> float:
    found = sum(any(one_of(each.name, (one.name, *one.also)) for each in told.participants) for one in label)
    right = sum(any(one_of(each.name, (one.name, *one.also)) for one in label) for each in told.participants)
    return f1(min(found, right), len(told.participants), len(label))


def _touching(cited: Sequence[ToldSpan], label: LabelEvent) -> float:
    """F1 of the passages that share at least half of the shorter one with a passage of the other side."""
    known = [
        (each.start, each.end) for each in label.evidence if each.start is not None and each.end is not None
    ]
    ours = [(span.start, span.end) for span in cited]

    def touched(some: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> float:
        return sum(any(_touch(each, other) for other in others) for each in some) / len(some)

    if not known:
        return 0.0
    precision, recall = touched(ours, known), touched(known, ours)
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and 2 * shared >= min(a[1] - a[0], b[1] - b[0])


def _content(event: ToldEvent | LabelEvent) -> str:
    return event.model_dump_json(exclude={"id"})
