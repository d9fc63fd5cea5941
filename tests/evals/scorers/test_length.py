from typing import Any

import pytest

from nutgraf_evals.scorers.length import score
from nutgraf_evals.told import told


def of(ridge: Any, words: int, article: int) -> float | None:
    summary = {"summary": [{"text": "word " * words}]}
    return score(told(summary, "word " * article), ridge.label).value


@pytest.mark.parametrize(("words", "article"), [(25, 400), (75, 250), (75, 100), (160, 800), (15, 60)])
def test_a_summary_within_the_bounds_passes(ridge: Any, words: int, article: int) -> None:
    assert of(ridge, words, article) == 1


def test_outside_them_it_is_worth_what_it_is_near(ridge: Any) -> None:
    assert of(ridge, 5, 400) == pytest.approx(0.2)
    assert of(ridge, 150, 300) == pytest.approx(0.5)
    assert of(ridge, 0, 400) == 0


def test_it_is_said_how_many_words_there_are(ridge: Any) -> None:
    said = score(ridge.told(summary=[]), ridge.label)
    assert (said.value, said.because) == (0.0, ("0 words, of at least 19",))
    assert score(ridge.told(), ridge.label).parts["words"] == 23
