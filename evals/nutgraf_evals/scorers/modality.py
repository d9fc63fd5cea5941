"""What a digest tells and its label in, how many events are told as what they are out: as fact, as said, as planned …"""

from nutgraf_evals.event_fields import Credit, over_events
from nutgraf_evals.label import Label, LabelEvent
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told, ToldEvent

NAME = "modality"
QUESTION = "Is each event told as fact, as said, denied, alleged or planned, as the article has it?"


def credit(told: ToldEvent, label: LabelEvent) -> Credit:
    """1 for the label's modality or one of its `or_modalities`."""
    if told.modality in (label.modality, *label.or_modalities):
        return Credit(1.0)
    return Credit(0.0, f"told as {told.modality}, is {' or '.join((label.modality, *label.or_modalities))}")


def score(told: Told, label: Label) -> Score:
    """The mean over the label's events; one that was missed has 0."""
    return over_events(told, label, credit)
