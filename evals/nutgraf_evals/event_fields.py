"""One field of the events: a digest, a label and a credit for two events that are the same in, a `Score` out.

The field of an event that the digest missed has no credit: who tells no events is not right about any. Events in
the background do not count, so every maker is asked about the same events of an article.
"""

from collections.abc import Callable
from dataclasses import dataclass

from nutgraf_evals.alignment import align
from nutgraf_evals.label import Label, LabelEvent
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told, ToldEvent


@dataclass(frozen=True, slots=True)
class Credit:
    """How right a field is, from 0 to 1, and what is wrong with it.

    `given` is whether the label has something there; where it has not, nothing is the right answer.
    """

    value: float
    because: str = ""
    given: bool = True


def over_events(told: Told, label: Label, credit: Callable[[ToldEvent, LabelEvent], Credit]) -> Score:
    """The mean credit over the label's events that are not in the background.

    Parts: `found` is the mean over those that the digest found, `given` over those where the label has something.
    """
    if not label.asks_for_events:
        return Score(None)
    alignment = align(told, label)
    judged: list[tuple[LabelEvent, Credit]] = []
    found = []
    for event in label.events:
        if event.background:
            continue
        ours = alignment.told_of(event)
        each = credit(ours or ToldEvent(), event)
        if ours is None:
            each = Credit(0.0, "missed", each.given)
        else:
            found.append(each.value)
        judged.append((event, each))
    if not judged:
        return Score(None)
    values = {"found": found, "given": [each.value for _, each in judged if each.given]}
    worst = sorted((each for each in judged if each[1].value < 1), key=lambda each: each[1].value)
    return Score(
        sum(each.value for _, each in judged) / len(judged),
        tuple(f"{event.id}: {each.because}" for event, each in worst),
        {name: sum(some) / len(some) for name, some in values.items() if some},
    )
