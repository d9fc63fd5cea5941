"""What a digest tells and its label in, how many events have a type that a careful person could choose out."""

from nutgraf_evals.event_fields import Credit, over_events
from nutgraf_evals.label import Label, LabelEvent
from nutgraf_evals.likeness import is_type
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told, ToldEvent

NAME = "event_type"
QUESTION = "Have the events the right type?"


def credit(told: ToldEvent, label: LabelEvent) -> Credit:
    """1 for the label's type or one of its `or_types`."""
    if is_type(told.type, label):
        return Credit(1.0)
    return Credit(0.0, f"told as {told.type}, is {' or '.join((label.type, *label.or_types))}")


def score(told: Told, label: Label) -> Score:
    """The mean over the label's events; one that was missed has 0."""
    return over_events(told, label, credit)
