import asyncio

import pytest

from nutgraf.errors import UpstreamUnavailable
from nutgraf.llm import Messages
from nutgraf.llm.scripted import ScriptedJudge
from nutgraf_evals.marks import Document, Suite
from nutgraf_evals.opinion import opinions
from nutgraf_evals.suites.support import SUITE, mark, with_second_opinion

TEXT = (
    "The council of Marby closed two schools on Monday.\n\n"
    "Parents gathered outside the town hall. The mayor, Ida Holm, promised new buses."
)


def document(*summaries: tuple[str, bool | None]) -> Document:
    labels = [
        {"doc_id": "a", "type": "system_summary", "summary_id": str(n), "text": text, "faithful": faithful}
        for n, (text, faithful) in enumerate(summaries)
    ]
    return Document("a", "summedits_news", TEXT, labels=tuple(labels))


def test_what_the_article_says_is_taken_and_what_it_does_not_is_refused() -> None:
    marks = mark(
        document(
            ("The council of Marby closed two schools on Monday.", True),
            (
                "The council of Marby closed two schools on Monday. The mayor, Ida Holm, promised new buses.",
                True,
            ),
            ("The council of Marby closed nine schools on Monday.", False),
            ("Parents gathered outside the town hall. The mayor, Ida Holm, promised new prisons.", False),
        )
    )
    assert SUITE.score(marks.counts) == {"value": 1.0, "true_accepted": 1.0, "changed_refused": 1.0}
    assert (marks.counts["n"], marks.misses) == (4, ())
    assert SUITE.baseline(marks.counts)["value"] == pytest.approx(0.75)  # a word of twelve is new


def test_labels_that_say_the_opposite_give_nothing() -> None:
    marks = mark(
        document(
            ("The council of Marby closed two schools on Monday.", False),
            ("The council of Marby closed nine schools on Monday.", True),
        )
    )
    assert SUITE.score(marks.counts)["value"] == 0.0
    assert [miss.kind for miss in marks.misses] == ["accepted", "refused: numbers"]


def test_taking_everything_is_worth_a_half() -> None:
    same = "The council of Marby closed two schools on Monday."
    assert SUITE.score(mark(document((same, True), (same, False))).counts)["value"] == 0.5


def test_summaries_that_nobody_has_judged_are_left_out() -> None:
    assert mark(document(("The mayor, Ida Holm, promised new buses.", None))).counts["n"] == 0


PASSES = "The council of Marby closed two schools on Monday."


def doubting(no: str) -> tuple[Suite, list[str]]:
    """The suite with an LLM that says no where a text stands in the question, and what it was asked."""
    asked: list[str] = []

    def probability(messages: Messages) -> float:
        asked.append(messages[-1]["content"])
        return 0.05 if no in asked[-1].split("Sentence: ")[1] else 0.95

    llm = ScriptedJudge([], probability)
    return with_second_opinion(lambda claims, found: asyncio.run(opinions(llm, claims, found))), asked


def test_a_clear_no_refuses_what_the_check_takes_and_its_gain_is_told() -> None:
    said = "The council of Marby closed schools"
    suite, asked = doubting(said)
    marks = suite.mark(document((said, False), (PASSES, True), ("Nine prisons closed.", False)))
    assert len(asked) == 1  # a whole sentence needs no opinion, and what fails the check is not asked about
    figures = suite.score(marks.counts)
    assert (figures["value"], figures["check_alone_value"]) == (1.0, 0.75)
    assert (figures["sentences_asked_about"], figures["not_answered"]) == (2, 0)
    assert suite.gain is not None
    assert suite.gain(marks.counts) == pytest.approx(0.25)


def test_a_yes_saves_nothing() -> None:
    suite, _ = doubting("nowhere")
    marks = suite.mark(
        document(("The council of Marby closed nine schools on Monday.", True), (PASSES, False))
    )
    assert suite.score(marks.counts)["value"] == 0.0
    assert suite.gain is not None
    assert suite.gain(marks.counts) == 0.0


def test_an_llm_that_is_gone_ends_the_suite() -> None:
    gone = ScriptedJudge([], lambda _: UpstreamUnavailable())
    suite = with_second_opinion(lambda claims, found: asyncio.run(opinions(gone, claims, found)))
    with pytest.raises(UpstreamUnavailable):
        suite.mark(document(("The council of Marby closed schools", True)))
