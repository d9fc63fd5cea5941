"""What a digest tells and its label in, how right the events' places are out."""

from nutgraf_evals.event_fields import Credit, over_events
from nutgraf_evals.label import Label, LabelEvent
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told, ToldEvent, ToldWhere
from nutgraf_evals.values import place_credit

NAME = "event_place"
QUESTION = "Have the events the right place, and none where none is told?"


def credit(told: ToldEvent, label: LabelEvent) -> Credit:
    """As `place_credit` says; half of it where the country is another than the label's."""
    ours, theirs = told.where or ToldWhere(), label.where
    value = place_credit(ours.text, (theirs.text, *theirs.also) if theirs else None)
    because = "" if value == 1 else f"told {_quoted(ours.text)}, is {_quoted(theirs.text if theirs else '')}"
    if theirs and theirs.country and ours.country and theirs.country != ours.country:
        value, because = value / 2, f"told in {ours.country}, is in {theirs.country}"
    return Credit(value, because, given=theirs is not None)


def score(told: Told, label: Label) -> Score:
    """The mean over the label's events; one that was missed has 0."""
    return over_events(told, label, credit)


def _quoted(place: str) -> str:
    return f"“{place}”" if place else "nowhere"
