import pytest

from nutgraf_evals.marks import Document
from nutgraf_evals.suites.support import SUITE, mark

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
