"""Which told event is which event of the label: two lists of events in, pairs of one and the same event out.

The pairs are one to one and chosen so that they are as alike as can be in all, none less alike than a floor.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf_evals.label import Label, LabelEvent
from nutgraf_evals.likeness import likenesses
from nutgraf_evals.pairing import best_pairs
from nutgraf_evals.told import Told, ToldEvent

FLOOR = 0.45
"""Less alike, two events are not one. In digests of our articles 98 pairs of 100 are above 0.6; what is told and no
event of the label is below 0.35, unless it tells one again."""


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
    nearest: Sequence[int | None]
    """Of each told event the place of the label's event that is most like it; None where none is like it."""

    def told_of(self, event: LabelEvent) -> ToldEvent | None:
        """The told event that is this one; None where it was missed."""
        return next((self.told[pair.told] for pair in self.pairs if self.label[pair.label] is event), None)

    def label_of(self, event: ToldEvent) -> LabelEvent | None:
        """The label's event that this told one is, be it told before; None where it is none of them."""
        place = next(place for place, each in enumerate(self.told) if each is event)
        paired = next((pair.label for pair in self.pairs if pair.told == place), self.nearest[place])
        return None if paired is None else self.label[paired]

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
    chosen = best_pairs([[alike[row][column] for column in columns] for row in rows], floor)
    pairs = [Pair(rows[row], columns[column], alike[rows[row]][columns[column]]) for row, column in chosen]
    best = [max(columns, key=values.__getitem__) for values in alike]
    nearest = [at if values[at] >= floor else None for at, values in zip(best, alike, strict=True)]
    return Alignment(told.events, label.events, tuple(sorted(pairs, key=lambda pair: pair.label)), nearest)


def _content(event: ToldEvent | LabelEvent) -> str:
    return event.model_dump_json(exclude={"id"})
