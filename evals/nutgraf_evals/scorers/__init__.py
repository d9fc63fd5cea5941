"""One question a file: what a digest tells and its article's label in, a `Score` and the reason out.

A scorer module has `NAME`, `QUESTION` (one line) and `score(told, label) -> Score`. A question that does not
apply to an article (no contradiction in it, no event told) has the value None and counts for nothing.
A module whose values are amounts (tokens, seconds), where less is better, has `MEASURE`, their unit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType

from nutgraf_evals.label import Label
from nutgraf_evals.told import Told

NAMES: tuple[str, ...] = (
    "form",
    "grounding",
    "key_facts",
    "forbidden",
    "headline",
    "length",
    "main_event",
    "events",
    "event_type",
    "event_date",
    "event_place",
    "participants",
    "quantities",
    "attribution",
    "modality",
    "contradictions",
    "cost",
    "time",
)
"""The scorers, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Score:
    """`value` is between 0 and 1, higher is better, None where the question does not apply; scorers whose
    `MEASURE` names a unit (tokens, seconds) give an amount instead, lower is better.

    `because` says it in words, worst first. `parts` are figures behind the value, by name.
    """

    value: float | None
    because: tuple[str, ...] = ()
    parts: Mapping[str, float] = field(default_factory=dict)


Scorer = Callable[[Told, Label], Score]


def scorers() -> Mapping[str, Scorer]:
    """Every scorer, by name."""
    return {name: module.score for name, module in _modules().items()}


def questions() -> Mapping[str, str]:
    """What each scorer asks, by name."""
    return {name: module.QUESTION for name, module in _modules().items()}


def measures() -> Mapping[str, str]:
    """The units of the scorers that give amounts, by name."""
    return {name: module.MEASURE for name, module in _modules().items() if hasattr(module, "MEASURE")}


def _modules() -> Mapping[str, ModuleType]:
    return {name: import_module(f"nutgraf_evals.scorers.{name}") for name in NAMES}
