"""What a digest tells and its label in, whether its main event is the article's, and how right its fields are, out."""

from nutgraf_evals.alignment import align
from nutgraf_evals.label import Label
from nutgraf_evals.scorers import (
    Score,
    attribution,
    event_date,
    event_place,
    event_type,
    modality,
    participants,
)
from nutgraf_evals.told import Told

NAME = "main_event"
QUESTION = "Is the main event the article's, with type, date, place, participants, attribution and modality?"

FIELDS = (event_type, event_date, event_place, participants, attribution, modality)


def score(told: Told, label: Label) -> Score:
    """Half for the right event, the other half for its fields; 0 for another event, or none.

    The digest's main event is the first one that is marked so, or else the first. Where the label has two of equal
    weight, either is right. Parts: `event` is 1 where it is the right one; of each field its credit.
    """
    if not label.asks_for_events:
        return Score(None)
    ours = next((event for event in told.events if event.main), next(iter(told.events), None))
    if ours is None:
        return Score(0.0, ("no event is told",), {"event": 0.0})
    theirs = align(told, label).label_of(ours)
    if theirs is None or not theirs.main:
        what = (
            f"{theirs.id}: {theirs.description}"
            if theirs
            else f"no event of the label: {ours.description.text}"
        )
        return Score(0.0, (f"the main event is told to be {what}",), {"event": 0.0})
    judged = {field.NAME: field.credit(ours, theirs) for field in FIELDS}
    worst = sorted(judged.items(), key=lambda item: item[1].value)
    return Score(
        0.5 + sum(each.value for each in judged.values()) / len(judged) / 2,
        tuple(f"{name}: {each.because}" for name, each in worst if each.value < 1),
        {"event": 1.0, **{name: each.value for name, each in judged.items()}},
    )
