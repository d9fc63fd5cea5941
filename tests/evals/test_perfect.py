"""Our own labels, asked by our own scorers: what the label says must be right, or one of the two is wrong."""

from collections.abc import Mapping

import pytest

from nutgraf_evals import seeds
from nutgraf_evals.label import Label, labels
from nutgraf_evals.perfect import perfect
from nutgraf_evals.scorers import scorers

TEXTS: Mapping[str, str] = {name: each.text for name, each in seeds.articles(seeds.HOME).items()}
LABELS: Mapping[str, Label] = {name: each for name, each in labels().items() if name in TEXTS}
OF_ITS_MAKING = {"form", "length", "cost", "time"}
OF_ITS_WORDS = {"headline", "grounding"}
"""A description is no headline, and may have words of a fact that it does not tell."""


@pytest.mark.parametrize("article", LABELS)
def test_who_says_what_the_label_says_is_right(article: str) -> None:
    best = perfect(LABELS[article], TEXTS[article])
    found = {name: score(best, LABELS[article]) for name, score in scorers().items()}
    wrong = {
        name: each.because
        for name, each in found.items()
        if each.value not in (1.0, None) and name not in OF_ITS_MAKING | OF_ITS_WORDS
    }
    assert wrong == {}
    assert (found["grounding"].value or 0.0) > 0.85
    assert (found["headline"].value or 0.0) >= 0.5
