from typing import Any

from nutgraf_evals.marks import Document
from nutgraf_evals.suites.attribution import SUITE, Said, alike, compared, mark

TEXT = (
    "The dam will hold, engineer Mona Falk said on Friday. Farmers have sold their cattle.\n\n"
    "The ministry said that the valley must be cleared."
)
HOLD, CLEARED = "The dam will hold", "that the valley must be cleared"


def row(source: str | None, content: str) -> dict[str, Any]:
    return {
        "doc_id": "a",
        "type": "attribution",
        "source": pieces(source),
        "cue": [],
        "content": pieces(content),
    }


def pieces(words: str | None) -> list[dict[str, Any]]:
    if words is None:
        return []
    start = TEXT.index(words)
    return [{"start": start, "end": start + len(words), "text": words}]


def document(*rows: dict[str, Any]) -> Document:
    return Document("a", "polnear", TEXT, labels=rows)


def test_sources_that_are_found_give_one() -> None:
    marks = mark(document(row("engineer Mona Falk", HOLD), row("The ministry", CLEARED)))
    figures = SUITE.score(marks.counts)
    assert (figures["value"], figures["precision"], figures["recall"]) == (1.0, 1.0, 1.0)
    assert (marks.counts["n"], marks.misses) == (2, ())


def test_sources_that_are_others_give_nothing() -> None:
    marks = mark(document(row("Farmers", HOLD), row("cattle", CLEARED)))
    assert SUITE.score(marks.counts)["value"] == 0.0
    assert [miss.kind for miss in marks.misses] == ["another source"] * 2


def test_a_row_without_a_source_counts_for_precision_only() -> None:
    figures = SUITE.score(mark(document(row("engineer Mona Falk", HOLD), row(None, CLEARED))).counts)
    assert (figures["precision"], figures["recall"], figures["value"]) == (0.5, 1.0, 0.5)


def test_a_prediction_outside_all_content_counts_for_nothing() -> None:
    figures = SUITE.score(mark(document(row("The ministry", CLEARED))).counts)
    assert (figures["precision"], figures["answered"]) == (1.0, 1)


def test_a_row_without_an_answer_counts_for_recall_only() -> None:
    marks = mark(document(row("Farmers", "Farmers have sold their cattle"), row("The ministry", CLEARED)))
    figures = SUITE.score(marks.counts)
    assert (figures["precision"], figures["recall"], figures["value"]) == (1.0, 0.5, 0.5)
    assert [(miss.kind, miss.words) for miss in marks.misses] == [("no answer", "Farmers")]


def test_of_several_predictions_the_one_that_shares_most_answers() -> None:
    said = [Said((0, 1), ((0, 40),)), Said((2, 3), ((10, 14), (16, 20))), Said((4, 5), ((12, 60),))]
    row = {"content": [{"start": 10, "end": 21}], "source": [{"start": 2, "end": 3, "text": "c"}]}
    assert compared("abcdef", [row], said)[0] == {"answered": 1, "right": 1}


def test_a_row_without_content_is_left_out() -> None:
    assert mark(document({**row(None, HOLD), "content": []})).counts["n"] == 0


def test_sources_are_alike_when_half_of_their_words_are() -> None:
    assert alike("the mayor", "Mayor")
    assert alike("Mona Falk", "engineer Mona Falk of Marby, 40")
    assert not alike("he", "the mayor")
    assert not alike("the mayor", "")
