"""The tables of evals/README.md, and the figures that `nutgraf llm list` tells."""

from functools import cache

import pytest

from nutgraf.llm.fetch import QWEN
from nutgraf.measured import MEASURED, Measured
from nutgraf_evals.figures import SEEN, figures
from nutgraf_evals.label import articles, labels
from nutgraf_evals.records import Run
from nutgraf_evals.score import Scored, figure, score
from nutgraf_evals.seeds import HOME


@cache
def recorded(name: str) -> Scored:
    texts = {name: article.text for name, article in articles().items()}
    return score(Run.read(HOME / "baselines" / name), labels(), texts)


def test_the_default_is_the_first_llm_that_was_measured() -> None:
    assert (MEASURED[0].name, MEASURED[0].size) == (QWEN.name, QWEN.size)


@pytest.mark.parametrize("llm", MEASURED, ids=lambda llm: llm.name)
def test_the_scores_of_an_llm_are_those_of_its_run(llm: Measured) -> None:
    run = recorded("recording")
    assert (run.run.configuration.llm, run.run.configuration.prompt) == (llm.name, llm.prompt)
    unseen = {name: case for name, case in run.cases.items() if case.story not in SEEN}
    assert figure(unseen, "key_facts").value == pytest.approx(llm.key_facts, abs=0.005)
    assert figure(unseen, "events").value == pytest.approx(llm.events, abs=0.005)


def test_a_table_has_a_row_a_scorer_and_marks_the_best() -> None:
    text = figures([recorded("recording"), recorded("lead3")])
    first, second = text.split("\n\n")
    assert first.startswith("| 24 articles of 8 stories never tuned on | n | nutgraf | lead-3 |")
    assert second.startswith("| all 36 articles of 12 stories | n | nutgraf | lead-3 |")
    (row,) = (line for line in second.splitlines() if line.startswith("| events |"))
    assert row.startswith("| events | 35 | **")
    assert "| 0.000 [0.000, 0.000] |" in row
