"""What a digest tells and what a careless reader would wrongly write in, the share of it that is not told out."""

from nutgraf_evals.label import ForbiddenFact, Label
from nutgraf_evals.scorers import Score
from nutgraf_evals.scorers.phrases import stands, tells
from nutgraf_evals.told import Told

NAME = "forbidden"
QUESTION = "Is nothing told that only a careless reader would write?"


def says(forbidden: ForbiddenFact, text: str) -> bool:
    """Whether a statement tells the forbidden fact.

    The words count in the very forms that the label has: who "paid him to start the fire" does not say that he
    "started the fire". What exonerates counts in any form.
    """
    return tells(forbidden.groups, text, exact=True) and not any(
        stands(phrase, text) for phrase in forbidden.without
    )


def score(told: Told, label: Label) -> Score:
    """1 where no statement, of an event or not, tells a forbidden fact; None where the label names none.

    A digest that tells nothing at all has told nothing right either: 0.
    """
    if not label.forbidden:
        return Score(None)
    statements = [statement.text for statement in told.everything if statement.text]
    if not statements:
        return Score(0.0, ("nothing is told at all",))
    said = [
        (each, statement)
        for each in label.forbidden
        for statement in dict.fromkeys(statements)
        if says(each, statement)
    ]
    bad = {each.fact for each, _ in said}
    return Score(
        1 - len(bad) / len(label.forbidden),
        tuple(f"wrongly told: {each.fact} ({each.why}): “{statement}”" for each, statement in said),
        {"said": len(bad), "facts": len(label.forbidden)},
    )
