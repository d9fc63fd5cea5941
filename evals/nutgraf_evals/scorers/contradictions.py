"""The contradictions that a digest tells and those of the label in, how well they agree out."""

from nutgraf_evals.label import Label, LabelContradiction, Passage
from nutgraf_evals.marks import f1
from nutgraf_evals.pairing import best_pairs
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told, ToldContradiction, ToldSide

NAME = "contradictions"
QUESTION = "Is it seen where the article contradicts itself, and only there?"


def score(told: Told, label: Label) -> Score:
    """F1, where one is found if both its sides overlap the label's, whichever comes first.

    None where the article does not contradict itself and nobody says so; 0 for a false alarm.
    """
    if not told.contradictions and not label.contradictions:
        return Score(None)
    same = [[float(_same(ours, each)) for each in label.contradictions] for ours in told.contradictions]
    pairs = best_pairs(same)
    alarms = set(range(len(told.contradictions))) - {ours for ours, _ in pairs}
    missed = set(range(len(label.contradictions))) - {theirs for _, theirs in pairs}
    figures = f1(len(pairs), len(told.contradictions), len(label.contradictions))
    return Score(
        figures["f1"],
        (
            *(f"not found: {label.contradictions[each].about}" for each in sorted(missed)),
            *(
                f"false alarm: “{told.contradictions[each].a.value}” and “{told.contradictions[each].b.value}”"
                for each in sorted(alarms)
            ),
        ),
        {"precision": figures["precision"], "recall": figures["recall"]},
    )


def _same(told: ToldContradiction, label: LabelContradiction) -> bool:
    return any(
        _overlap(told.a, one) and _overlap(told.b, other)
        for one, other in ((label.a, label.b), (label.b, label.a))
    )


def _overlap(told: ToldSide, passage: Passage) -> bool:
    return told.start < (passage.end or 0) and (passage.start or 0) < told.end
