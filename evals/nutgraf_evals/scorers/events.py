"""What a digest tells and its label in, how many events were found and how many are none, as F1, out."""

from nutgraf_evals.alignment import align
from nutgraf_evals.label import Label
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told
from nutgraf_evals.values import f1

NAME = "events"
QUESTION = "Are the events told that the article tells, each once, and no others?"


def score(told: Told, label: Label) -> Score:
    """F1 of the events. One in the background is no loss where it is missed, and no error where it is found."""
    if not label.asks_for_events:
        return Score(None)
    alignment = align(told, label)
    found = [event for event in label.events if alignment.told_of(event)]
    missed = [event for event in label.events if not event.background and event not in found]
    right = sum(not event.background for event in found)
    stated = right + len(alignment.extra)
    because = [f"missed {event.id}: {event.description}" for event in missed]
    because += [f"{event.id} is no event of the label: {event.description.text}" for event in alignment.extra]
    return Score(
        f1(right, stated, right + len(missed)),
        tuple(because),
        {
            "precision": right / stated if stated else 0.0,
            "recall": right / (right + len(missed)) if right + len(missed) else 1.0,
            "background": sum(event.background for event in found),
        },
    )
