import pytest

from nutgraf_evals.marks import Document
from nutgraf_evals.suites.summary import SUITE, mark
from nutgraf_evals.uniform import NoData

LEAD = "Police arrested Ida Holm in Velby on Monday."
TEXT = f"{LEAD} The boats were found in a barn."


def entity(words: str, salience: int, kind: str = "person", text: str = TEXT) -> dict[str, object]:
    start = text.index(words)
    mention = {"start": start, "end": start + len(words), "text": words}
    return {"type": "entity", "salience": salience, "entity_type": kind, "mentions": [mention]}


def document(*summaries: str, entities: tuple[dict[str, object], ...] = ()) -> Document:
    told = tuple({"type": "summary_reference", "text": text} for text in summaries)
    return Document("a", "gum_news", TEXT, date="2026-05-12", labels=(*told, *entities))


def test_the_humans_own_words_give_one_and_others_nothing() -> None:
    figures = SUITE.score(mark(document(TEXT)).counts)
    assert (figures["value"], figures["rouge_1"], figures["rouge_2"]) == (1.0, 1.0, 1.0)
    assert SUITE.score(mark(document("Nine barges sank.")).counts)["value"] == 0.0


def test_of_several_summaries_the_mean_counts_and_people_are_held_against_each_other() -> None:
    counts = mark(document(TEXT, "Nine barges sank.")).counts
    figures = SUITE.score(counts)
    assert figures["value"] == pytest.approx(0.5)
    (people,) = figures["where_people_wrote_several"].values()
    assert (people["rouge_l_people"], people["rouge_l_ours"]) == (0.0, pytest.approx(0.5))


def test_the_lead_of_the_same_length_is_the_baseline() -> None:
    assert SUITE.baseline(mark(document(TEXT)).counts)["value"] == 1.0


def test_participants_are_those_that_summaries_name() -> None:
    marks = mark(
        document(LEAD, entities=(entity("Ida Holm", 5), entity("Police", 0), entity("a barn", 4, "place")))
    )
    figures = SUITE.score(marks.counts)["participants"]
    assert (figures["precision"], figures["recall"]) == (0.5, 0.5)
    assert {(miss.kind, miss.words) for miss in marks.misses} == {
        ("not salient", "Police"),
        ("not among the participants", "a barn"),
    }


def test_times_events_and_ideas_are_no_participants() -> None:
    marks = mark(document(LEAD, entities=(entity("Ida Holm", 5), entity("Monday", 5, "time"))))
    assert marks.counts["entities wanted"] == 1


def test_a_document_that_nobody_summed_up_is_left_out() -> None:
    assert mark(document()).counts["n"] == 0


def test_an_entity_without_salience_is_named() -> None:
    with pytest.raises(NoData, match="a has an entity without salience"):
        mark(document(LEAD, entities=({"type": "entity", "mentions": []},)))
