import pytest

from nutgraf_evals.digesting import without_llm
from nutgraf_evals.marks import Document
from nutgraf_evals.suites.event_type import SUITE, mark, with_digests
from nutgraf_evals.uniform import NoData


def document(text: str, *types: str) -> Document:
    return Document("a", "plover_gsr", text, labels=({"type": "event", "event_type": list(types)},))


def test_the_right_type_gives_one_and_another_nothing() -> None:
    text = "Dock workers in Velby protested against the new toll on Monday."
    assert SUITE.score(mark(document(text, "PROTEST")).counts)["value"] == 1.0
    marks = mark(document(text, "AID"))
    assert SUITE.score(marks.counts)["value"] == 0.0
    assert [miss.kind for miss in marks.misses] == ["AID: protest_or_strike"]


def test_older_names_stand_for_the_types_that_have_them_now() -> None:
    text = "Dock workers in Velby demanded a lower toll on Monday."
    assert SUITE.score(mark(document(text, "DEMAND")).counts)["types"]["REQUEST"]["right"] == 1


def test_types_that_we_have_not_are_wrong_and_told_apart() -> None:
    counts = mark(document("Dock workers in Velby protested on Monday.", "PROTEST")).counts
    counts += mark(document("The mayor of Velby lifted the toll on Monday.", "CONCEDE")).counts
    figures = SUITE.score(counts)
    assert (figures["value"], figures["of_types_that_we_have"]) == (0.5, 1.0)


def test_a_sentence_without_an_event_is_wrong() -> None:
    marks = mark(document("The bridge is 300 metres long.", "AID"))
    assert [miss.kind for miss in marks.misses] == ["AID: no event"]
    assert SUITE.score(marks.counts)["with_an_event"] == 0


def test_the_baseline_says_always_the_commonest_type() -> None:
    text = "The bridge is 300 metres long."
    counts = sum(
        (mark(document(text, name)).counts for name in ("AID", "AGREE", "AID")),
        start=mark(document(text, "AID")).counts,
    )
    assert SUITE.baseline(counts)["value"] == 0.75


def test_digests_may_be_made_otherwise() -> None:
    made = []
    suite = with_digests(lambda given, want: made.append(given.id) or without_llm(given, want))
    suite.mark(document("Dock workers in Velby protested on Monday.", "PROTEST"))
    assert made == ["a"]


def test_an_event_without_a_type_is_named() -> None:
    with pytest.raises(NoData, match="a has an event without event_type"):
        mark(Document("a", "plover_gsr", "Dock workers protested.", labels=({"type": "event"},)))
