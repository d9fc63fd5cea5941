"""What a digest tells and the label's key facts in, the share of them that a statement tells out."""

from nutgraf_evals.label import Label
from nutgraf_evals.scorers import Score
from nutgraf_evals.scorers.phrases import tells
from nutgraf_evals.told import Told

NAME = "key_facts"
QUESTION = "Do headline, summary and key points tell what a good digest tells?"


def score(told: Told, label: Label) -> Score:
    """The share of key facts of which one statement has all the words; `with_events` counts events' descriptions too."""
    first = [statement.text for statement in told.statements]
    every = [statement.text for statement in told.everything]
    missed = [
        each.fact for each in label.key_facts if not any(tells(each.groups, statement) for statement in first)
    ]
    found = sum(any(tells(each.groups, statement) for statement in every) for each in label.key_facts)
    total = len(label.key_facts)
    return Score(
        (total - len(missed)) / total,
        tuple(f"not told: {fact}" for fact in missed),
        {"with_events": found / total, "facts": total},
    )
