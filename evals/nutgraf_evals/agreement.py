"""Two labellings of the same articles in, how far they agree out: what a label is worth as a measure.

The second label is read as a digest and paired with the first as any digest is, so agreement is what a careful person
would reach; above it a score says nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Protocol

from nutgraf.errors import SetupError
from nutgraf_evals.alignment import align
from nutgraf_evals.event_fields import Credit
from nutgraf_evals.label import Label, LabelEvent, fingerprint
from nutgraf_evals.perfect import perfect
from nutgraf_evals.scorers import attribution, event_date, event_place, event_type, modality, participants
from nutgraf_evals.scorers.main_event import FIELDS
from nutgraf_evals.scorers.phrases import tells
from nutgraf_evals.told import ToldEvent
from nutgraf_evals.values import f1


class Field(Protocol):
    """A scorer of one field of events."""

    NAME: str

    def credit(self, told: ToldEvent, label: LabelEvent, /) -> Credit: ...


@dataclass(frozen=True, slots=True)
class Pair:
    """One event as the first and as the second label has it; and each as a digest would tell it."""

    first: LabelEvent
    second: LabelEvent
    first_told: ToldEvent
    second_told: ToldEvent

    def credits(self, credit: Callable[[ToldEvent, LabelEvent], Credit]) -> tuple[Credit, Credit]:
        """How right the second is by the first, and the first by the second."""
        return credit(self.second_told, self.first), credit(self.first_told, self.second)

    def same(self, field: Field) -> bool:
        """Whether the two say the same of a field, or one says what the other holds for right as well."""
        return any(each.value == 1 for each in self.credits(field.credit))


@dataclass(frozen=True, slots=True)
class Share:
    """A figure from 0 to 1 (kappa from -1) over `n`; None where there is nothing to agree on."""

    value: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """`articles` are those that both labelled; `figures` by name, in the order in which they are read.

    `differences` say where the two differ, by article.
    """

    articles: Sequence[str]
    figures: Mapping[str, Share]
    differences: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article with its two labels, and their events in pairs."""

    first: Label
    second: Label
    pairs: Sequence[Pair]

    @property
    def alone(self) -> list[LabelEvent]:
        """Events that only one of the two has, but for those in the background."""
        paired = {id(event) for pair in self.pairs for event in (pair.first, pair.second)}
        only = [event for event in (*self.first.events, *self.second.events) if id(event) not in paired]
        return [event for event in only if not event.background]


def agreement(first: Mapping[str, Label], second: Mapping[str, Label], texts: Mapping[str, str]) -> Agreement:
    """How far two labellings agree on the articles that both have and whose text is there.

    Raises `SetupError` where there are none, or a label is of another text.
    """
    articles = sorted(first.keys() & second.keys() & texts.keys())
    if not articles:
        raise SetupError("No article has both labels and its text.")
    found = {article: labelled(first[article], second[article], texts[article]) for article in articles}
    differences = {article: _differences(each) for article, each in found.items()}
    return Agreement(articles, _figures(list(found.values())), differences)


def labelled(first: Label, second: Label, text: str) -> Labelled:
    """The events of two labels of one article in pairs. Raises `SetupError` where one is of another text."""
    for label in (first, second):
        if label.sha256 != fingerprint(text):
            raise SetupError(
                f"A label of {label.article} is of another text: run `python -m nutgraf_evals.label --fill`."
            )
    ours, theirs = perfect(first, text), perfect(second, text)
    pairs = [
        Pair(
            first.events[each.label],
            second.events[each.told],
            ours.events[each.label],
            theirs.events[each.told],
        )
        for each in align(theirs, first).pairs
    ]
    return Labelled(first, second, pairs)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: agreement beyond what two labellers with these habits would have by chance.

    None where chance alone would agree, and of no pairs.
    """
    if not pairs:
        return None
    ours, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    observed = sum(one == other for one, other in pairs) / len(pairs)
    chance = sum(ours[name] * theirs[name] for name in ours) / len(pairs) ** 2
    return (observed - chance) / (1 - chance) if chance < 1 else None


def _figures(found: Sequence[Labelled]) -> Mapping[str, Share]:
    pairs = [pair for each in found for pair in each.pairs]
    either = [pair for pair in pairs if not (pair.first.background and pair.second.background)]
    alone = sum(len(each.alone) for each in found)
    types = [(pair.first.type, pair.second.type) for pair in pairs]
    dated = [pair for pair in pairs if any(each.when and each.when.edtf for each in _both(pair))]
    placed = [pair for pair in pairs if any(each.where for each in _both(pair))]
    said = [pair for pair in pairs if any(each.attribution for each in _both(pair))]
    return {
        "events, F1": Share(f1(len(either), len(either), len(either) + alone), len(either) + alone),
        "main event": _mean(
            any(all(each.main for each in _both(pair)) for pair in each.pairs) for each in found
        ),
        "background": _mean(pair.first.background == pair.second.background for pair in pairs),
        "type": _mean(one == other for one, other in types),
        "type, kappa": Share(kappa(types), len(types)),
        "type, any that either label allows": _mean(pair.same(event_type) for pair in pairs),
        "date": _mean(pair.same(event_date) for pair in pairs),
        "date, where either has one": _mean(pair.same(event_date) for pair in dated),
        "place": _mean(pair.same(event_place) for pair in pairs),
        "place, where either has one": _mean(pair.same(event_place) for pair in placed),
        "participants, F1 with roles": _mean(
            fmean(each.value for each in pair.credits(participants.credit)) for pair in pairs
        ),
        "modality": _mean(pair.same(modality) for pair in pairs),
        "source": _mean(pair.same(attribution) for pair in pairs),
        "source, where either has one": _mean(pair.same(attribution) for pair in said),
        "key facts that the other tells": _mean(told for each in found for told in _facts(each)),
    }


def _both(pair: Pair) -> tuple[LabelEvent, LabelEvent]:
    return pair.first, pair.second


def _mean(values: Iterable[float]) -> Share:
    each = list(values)
    return Share(sum(each) / len(each) if each else None, len(each))


def _facts(each: Labelled) -> list[bool]:
    """Of the key facts of either, whether the other tells them, among its own or as an event."""
    return [
        any(tells(fact.groups, statement) for statement in _statements(other))
        for label, other in ((each.first, each.second), (each.second, each.first))
        for fact in label.key_facts
    ]


def _statements(label: Label) -> list[str]:
    return [*(fact.fact for fact in label.key_facts), *(event.description for event in label.events)]


def _differences(each: Labelled) -> list[str]:
    found = [f"only one has: {event.description}" for event in each.alone]
    for pair in each.pairs:
        for field in FIELDS:
            which = pair.credits(field.credit)[0]
            if which.value < 1 and not pair.same(field):
                found.append(f"{pair.first.id}, {field.NAME}: {which.because}")
    return found
