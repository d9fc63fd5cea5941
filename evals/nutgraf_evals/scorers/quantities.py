"""What a digest tells and its label in, how right the events' numbers are out."""

from math import isclose

from nutgraf.readers.words import stem
from nutgraf_evals.event_fields import Credit, over_events
from nutgraf_evals.label import Label, LabelEvent, LabelQuantity
from nutgraf_evals.pairing import best_pairs
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told, ToldEvent, ToldQuantity
from nutgraf_evals.values import f1, normal

NAME = "quantities"
QUESTION = "Are the numbers of the events told, each with its unit?"

WITHOUT_UNIT = 0.5
"""Credit for a number whose unit is wrong."""


def score(told: Told, label: Label) -> Score:
    """The mean over the label's events; one that was missed has 0."""
    return over_events(told, label, credit)


def credit(told: ToldEvent, label: LabelEvent) -> Credit:
    """F1 of the numbers, one to one; half for one whose unit is another."""
    alike = [[_credit(ours, one) for one in label.quantities] for ours in told.quantities]
    chosen = best_pairs(alike, WITHOUT_UNIT)
    right = sum(alike[row][column] for row, column in chosen)
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    wrong = [f"lacks {one.text}" for at, one in enumerate(label.quantities) if at not in columns]
    wrong += [f"told {ours.text} too" for at, ours in enumerate(told.quantities) if at not in rows]
    wrong += [
        f"{told.quantities[a].text} is {label.quantities[b].text}" for a, b in chosen if alike[a][b] < 1
    ]
    value = f1(right, len(told.quantities), len(label.quantities))
    return Credit(value, "; ".join(wrong), given=bool(label.quantities))


def _credit(told: ToldQuantity, label: LabelQuantity) -> float:
    """1 for the same value in the same unit. The same words are in the same unit, be it called euro or EUR."""
    worded = normal(told.text) == normal(label.text)
    if told.value is None or label.value is None:
        return float(worded)
    if not isclose(told.value, label.value, rel_tol=1e-6):
        return 0.0
    units = {stem(each.casefold()) for each in (told.unit, label.unit) if each}
    return 1.0 if worded or len(units) < 2 else WITHOUT_UNIT
