"""What a digest tells and its label in, how many events were found and how many are none, as F1, out."""

from nutgraf_evals.alignment import align
from nutgraf_evals.label import Label
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told
from nutgraf_evals.values import f1

NAME = "events"
QUESTION = "Are the events told that the article tells, each once, and no others?"


def score(told: Told, label: Label) -> Score:
    """F1 of the events. One in the background is no loss where it is missed, and no error where it is found.

    Parts: `background` is how many of those were found; `again` how many told events tell one that another has told,
    or a part of it.
    """
    if not label.asks_for_events:
        return Score(None)
    alignment = align(told, label)
    found = [event for event in label.events if alignment.told_of(event)]
    missed = [event for event in label.events if not event.background and event not in found]
    wrong = [
        (event, known)
        for event in alignment.extra
        if not ((known := alignment.label_of(event)) and known.background)
    ]
    right = sum(not event.background for event in found)
    stated = right + len(wrong)
    because = [f"missed {event.id}: {event.description}" for event in missed]
    for event, known in wrong:
        what = f"tells {known.id} once more" if known else "is no event of the label"
        because.append(f"{event.id} {what}: {event.description.text}")
    return Score(
        f1(right, stated, right + len(missed)),
        tuple(because),
        {
            "precision": right / stated if stated else 0.0,
            "recall": right / (right + len(missed)) if right + len(missed) else 1.0,
            "background": sum(event.background for event in found),
            "again": sum(known is not None for _, known in wrong),
        },
    )
