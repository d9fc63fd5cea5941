"""What a digest tells and its label in, how right it is about who says that an event happened out."""

from collections.abc import Iterable

from nutgraf_evals.event_fields import Credit, over_events
from nutgraf_evals.label import Label, LabelAttribution, LabelEvent
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told, ToldEvent
from nutgraf_evals.values import f1, one_of, word_f1

NAME = "attribution"
QUESTION = "Is it told who says so, and nobody where the article says it itself?"

ENOUGH = 0.5
"""Of the words of a source in common (F1), for it to be the one."""


def credit(told: ToldEvent, label: LabelEvent) -> Credit:
    """F1 of the sources; 1 where neither has one. An optional one is no loss where it is missed."""
    ours = {each.source for each in told.attribution}
    wanted = [
        each for each in label.attribution if not each.optional or any(is_source(name, each) for name in ours)
    ]
    right = sum(any(is_source(name, each) for each in wanted) for name in ours)
    found = sum(any(is_source(name, each) for name in ours) for each in wanted)
    value = f1(min(right, found), len(ours), len(wanted))
    because = "" if value == 1 else f"told {_names(ours)}, is {_names(each.source for each in wanted)}"
    return Credit(value, because, given=bool(wanted))


def is_source(name: str, label: LabelAttribution) -> bool:
    """Whether a told source is the label's, in one of its forms or with most of its words."""
    return one_of(name, (label.source, *label.also)) or word_f1(name, label.source) >= ENOUGH


def score(told: Told, label: Label) -> Score:
    """The mean over the label's events; one that was missed has 0."""
    return over_events(told, label, credit)


def _names(sources: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in sorted(sources)) or "nobody"
