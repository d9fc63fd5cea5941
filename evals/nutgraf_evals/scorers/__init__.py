"""One question a file: what a digest tells and its article's label in, a `Score` and the reason out.

A scorer module has `NAME`, `QUESTION` (one line) and `score(told, label) -> Score`. A question that does not
apply to an article (no contradiction in it, no event told) has the value None and counts for nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module

from nutgraf_evals.label import Label
from nutgraf_evals.told import Told

NAMES: tuple[str, ...] = ()
"""The scorers, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Score:
    """`value` is between 0 and 1, higher is better, None where the question does not apply; scorers whose
    `MEASURE` names a unit (tokens, seconds, words) give an amount instead.

    `because` says it in words, worst first. `parts` are figures behind the value, by name.
    """

    value: float | None
    because: tuple[str, ...] = ()
    parts: Mapping[str, float] = field(default_factory=dict)


Scorer = Callable[[Told, Label], Score]


def scorers() -> Mapping[str, Scorer]:
    """Every scorer, by name."""
    found: dict[str, Scorer] = {}
    for name in NAMES:
        found[name] = import_module(f"nutgraf_evals.scorers.{name}").score
    return found
