"""What a suite says of one document, and what a suite is.

A suite marks documents one by one. What it counts in them adds up, so that the figure of any
collection of documents, and of any resampling of them, comes from the sum of their counts.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Place = tuple[int, int]
Counts = Counter[str]
"""Things counted in documents, by name; `n` is what the suite asks for, whatever it asks for."""
Figures = Mapping[str, Any]
"""Figures by name: numbers between 0 and 1, counts, or figures of a part. `value` is the one that a gate reads."""


@dataclass(frozen=True, slots=True)
class Document:
    """A labelled article. `date` is the day it was published, `labels` are rows as the set has them."""

    id: str
    dataset: str
    text: str
    date: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    labels: tuple[Mapping[str, Any], ...] = ()
    title: str | None = None

    def of_type(self, name: str) -> tuple[Mapping[str, Any], ...]:
        return tuple(label for label in self.labels if label["type"] == name)


@dataclass(frozen=True, slots=True)
class Miss:
    """One error: its class, where it stands in the document, and at most the phrase."""

    kind: str
    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What was right and wrong in one document."""

    counts: Counts
    misses: tuple[Miss, ...] = ()


@dataclass(frozen=True, slots=True)
class Suite:
    """One question. `sets` are the data sets that have its answers, `unit` is what is counted.

    `score` and `baseline` make figures of counts; each has a `value`. `gain` is how much of the value a part adds.
    """

    question: str
    sets: tuple[str, ...]
    unit: str
    mark: Callable[[Document], Marks]
    score: Callable[[Counts], Figures]
    baseline: Callable[[Counts], Figures]
    gain: Callable[[Counts], float] | None = None


def share(part: float, whole: float) -> float:
    """`part` of `whole`; 0 of nothing."""
    return part / whole if whole else 0.0


def f1(found: int, predicted: int, wanted: int) -> dict[str, float]:
    """Precision, recall and their harmonic mean."""
    return {
        "f1": share(2 * found, predicted + wanted),
        "precision": share(found, predicted),
        "recall": share(found, wanted),
    }
