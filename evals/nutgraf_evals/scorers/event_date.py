"""What a digest tells and its label in, how right the events' dates are out."""

from nutgraf_evals.event_fields import Credit, over_events
from nutgraf_evals.label import Label, LabelEvent
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told, ToldEvent
from nutgraf_evals.values import date_credit

NAME = "event_date"
QUESTION = "Have the events the right date, and none where none can be known?"


def credit(told: ToldEvent, label: LabelEvent) -> Credit:
    """1 for the same days, part of it for a date around, within or across the right one, 0 for a guess."""
    ours = told.when.edtf if told.when else None
    theirs = label.when.edtf if label.when else None
    others = label.when.or_edtf if label.when else []
    value = max(date_credit(ours, each) for each in (theirs, *others))
    because = "" if value == 1 else f"told {ours or 'no date'}, is {theirs or 'not known'}"
    return Credit(value, because, given=theirs is not None)


def score(told: Told, label: Label) -> Score:
    """The mean over the label's events; one that was missed has 0."""
    return over_events(told, label, credit)
