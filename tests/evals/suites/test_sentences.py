import pytest

from nutgraf_evals.marks import Document
from nutgraf_evals.suites.sentences import SUITE, boundaries, mark
from nutgraf_evals.uniform import NoData

TEXT = (
    "Divers found the wreck on Monday. Nobody was aboard.\n\nDr. Lind called it a riddle\nThe search goes on."
)


def document(text: str, *sentences: str) -> Document:
    spans = [[text.index(words), text.index(words) + len(words)] for words in sentences]
    return Document("a", "gum_news", text, meta={"sentences": spans})


def test_the_right_boundaries_give_one() -> None:
    marks = mark(
        document(
            TEXT,
            "Divers found the wreck on Monday.",
            "Nobody was aboard.",
            "Dr. Lind called it a riddle",
            "The search goes on.",
        )
    )
    figures = SUITE.score(marks.counts)
    assert (figures["value"], figures["all"]["f1"], marks.counts["n"]) == (1.0, 1.0, 3)
    assert marks.misses == ()
    assert SUITE.baseline(marks.counts)["value"] == pytest.approx(6 / 7)  # "Dr. | Lind"


def test_where_the_set_has_other_boundaries_all_is_wrong() -> None:
    marks = mark(document("Ships sail. Boats rest.", "Ships", "sail. Boats", "rest."))
    assert SUITE.score(marks.counts)["value"] == 0.0
    assert {(miss.kind, miss.at) for miss in marks.misses} == {
        ("missed, unmarked", 6),
        ("false, marked", 12),
        ("missed, unmarked", 18),
    }


def test_a_boundary_with_neither_stop_nor_line_break_counts_among_all_only() -> None:
    marks = mark(
        document(
            "Harbour opens Tuesday, May 5 The mayor came.",
            "Harbour opens",
            "Tuesday, May 5",
            "The mayor came.",
        )
    )
    assert marks.counts["n"] == 0
    assert SUITE.score(marks.counts)["all"]["n"] == 2


def test_quotes_and_brackets_may_stand_behind_the_stop() -> None:
    text = '(She said "Go.") Then they went.'
    marks = mark(document(text, '(She said "Go.")', "Then they went."))
    assert marks.counts["n"] == 1


def test_a_boundary_is_where_the_next_visible_character_stands() -> None:
    assert boundaries("One. \n Two.  ", [(0, 4), (7, 11)]) == {7}
    assert boundaries("  One. Two.", [(2, 6), (7, 11)]) == {7}


def test_a_document_without_sentences_is_named() -> None:
    with pytest.raises(NoData, match="a has no sentences"):
        mark(Document("a", "gum_news", TEXT))
