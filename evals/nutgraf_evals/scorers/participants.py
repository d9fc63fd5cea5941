"""What a digest tells and its label in, how right it is about who takes part in the events, and as what, out."""

from collections.abc import Collection

from nutgraf_evals.event_fields import Credit, over_events
from nutgraf_evals.label import Label, LabelEvent, LabelParticipant
from nutgraf_evals.pairing import best_pairs
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told, ToldEvent, ToldParticipant
from nutgraf_evals.values import f1, normal, one_of

NAME = "participants"
QUESTION = "Is it told who takes part in the events, and in which role?"

WITHOUT_ROLE = 0.5
"""Credit for a participant whose role is wrong."""

Names = frozenset[str]


def score(told: Told, label: Label) -> Score:
    """The mean over the label's events; one that was missed has 0."""
    known = people(label)
    return over_events(told, label, lambda ours, theirs: credit(ours, theirs, known))


def credit(told: ToldEvent, label: LabelEvent, known: Collection[Names] = ()) -> Credit:
    """F1 of the participants, one to one; half for one whose role is wrong. `known` are all people of the label.

    A second name for somebody who was found ("the panel", "the court") is neither right nor wrong.
    """
    alike = [[_credit(ours, one, known) for one in label.participants] for ours in told.participants]
    column_of = dict(best_pairs(alike, WITHOUT_ROLE))
    right = sum(alike[row][column] for row, column in column_of.items())
    strangers = [
        ours for row, ours in enumerate(told.participants) if row not in column_of and 1.0 not in alike[row]
    ]
    wrong = [f"lacks {one.name}" for at, one in enumerate(label.participants) if at not in column_of.values()]
    for row, column in column_of.items():
        if alike[row][column] < 1:
            ours, one = told.participants[row], label.participants[column]
            wrong.append(f"{ours.name} is {one.role}, told as {ours.role}")
    wrong += [f"{ours.name} is not in it as {ours.role}" for ours in strangers]
    value = f1(right, len(column_of) + len(strangers), len(label.participants))
    return Credit(value, "; ".join(wrong), given=bool(label.participants))


def people(label: Label) -> list[Names]:
    """Everybody of the label's events, each by all names that some event has for them."""
    found: list[Names] = []
    for event in label.events:
        for each in event.participants:
            names = frozenset(map(normal, (each.name, *each.also)))
            same = [other for other in found if other & names]
            found = [other for other in found if not other & names]
            found.append(names.union(*same))
    return found


def _credit(told: ToldParticipant, label: LabelParticipant, known: Collection[Names]) -> float:
    names = (label.name, *label.also)
    own = frozenset(map(normal, names))
    others = {name for each in known if not each & own for name in each}
    if not one_of(told.name, names, others):
        return 0.0
    return 1.0 if told.role in (label.role, *label.or_roles) else WITHOUT_ROLE
