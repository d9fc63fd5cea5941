from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf_evals.label import Label
from nutgraf_evals.scorers.form import score
from nutgraf_evals.told import told

LABEL = Label.model_construct()


def faults(ridge: Any, **fields: Any) -> tuple[str, ...]:
    said = score(ridge.told(**fields), ridge.label)
    assert said.value == (not said.because)
    return said.because


def test_a_digest_by_the_schema_with_exact_spans_passes(ridge: Any) -> None:
    said = score(ridge.told(), ridge.label)
    assert (said.value, said.because, said.parts["spans"]) == (1.0, (), 1.0)


def test_json_of_another_shape_fails_and_its_spans_are_judged_all_the_same(ridge: Any) -> None:
    others = {
        "summary": [{"text": "They fell.", "evidence": [{"start": 0, "end": 9}, {"start": 5, "end": 5}]}]
    }
    said = score(told(others, ridge.text), ridge.label)
    assert said.value == 0
    assert said.parts["spans"] == 0.5
    assert said.because[0] == "/summary/0/evidence/1: 5 to 5 is no span of 423 characters"
    assert "/headline: Field required" in said.because


def test_nothing_is_no_digest(ridge: Any) -> None:
    assert score(told(None, ridge.text), ridge.label).value == 0


def test_a_span_beyond_the_article_is_told(ridge: Any) -> None:
    statement = ridge.statement("Two climbers were brought down.", 1)
    statement["evidence"][0]["end"] = 4_000
    assert faults(ridge, summary=[statement]) == (
        "/summary/0/evidence/0: 0 to 4000 is no span of 423 characters",
        "/summary/0/evidence: 0 to 4000 is not in sentence 1",
    )


def test_evidence_lies_in_the_sentence_that_it_cites(ridge: Any) -> None:
    statement = ridge.statement("Two climbers were brought down.", 1)
    statement["evidence"][0]["sentence"] = 2
    assert faults(ridge, headline=statement) == ("/headline/evidence: 0 to 94 is not in sentence 2",)


@pytest.mark.parametrize("support", ["verbatim", "extracted"])
def test_words_that_are_said_to_be_the_articles_stand_there(ridge: Any, support: str) -> None:
    right = ridge.statement("Oda Brekke, 31, had broken a leg", 2, support=support)
    wrong = ridge.statement("Oda Brekke, 31, had broken an arm", 2, support=support)
    assert faults(ridge, summary=[right]) == ()
    assert faults(ridge, summary=[wrong]) == (
        f"/summary/0/text: {support}, but not the words of its evidence: “Oda Brekke, 31, had broken an arm”",
    )


def test_shuffled_evidence_carries_no_verbatim_words(ridge: Any) -> None:
    said = [
        ridge.statement("Oda Brekke, 31, had broken a leg", 2, support="verbatim"),
        ridge.statement("The service will close the ridge until May", 5, support="verbatim"),
    ]
    assert faults(ridge, summary=said) == ()
    assert len(faults(ridge, summary=ridge.shuffled(said))) == 2


def test_what_is_unsupported_may_not_stand_in_a_digest(ridge: Any) -> None:
    statement = ridge.statement("The ridge is haunted.", 5, support="unsupported")
    assert faults(ridge, key_points=[statement]) == ("/key_points/0/support: unsupported",)


def test_fields_of_events_stand_in_their_evidence(ridge: Any) -> None:
    somebody = {"name": "Oda Brekke", "role": "actor", "evidence": [ridge.words("Tor Vaage")]}
    nobody = {"name": "Vaage", "role": "actor", "evidence": [], "entity": "e7"}
    event = ridge.event("ev1", "Two climbers were brought down.", 1, "climbers", main=True)
    event |= {
        "participants": [somebody, nobody],
        "where": {"text": "the Harn Ridge", "country": None, "evidence": [ridge.words("the Harn ridge")]},
    }
    assert faults(ridge, events=[event]) == (
        "/events/0/participants/0: “Oda Brekke” does not stand in its evidence",
        "/events/0/participants/1/evidence: there is none",
        "/events/0/participants/1: “Vaage” does not stand in its evidence",
        "/events/0/where: “the Harn Ridge” does not stand in its evidence",
        "/events/0/participants: e7 is no entity",
    )


def test_the_first_event_and_no_other_is_the_main_one(ridge: Any) -> None:
    events = list(reversed(ridge.right["events"]))
    assert faults(ridge, events=events) == ("/events: the first and no other is the main one",)
    assert faults(ridge, events=[]) == ()


def test_the_sides_of_a_contradiction_are_the_articles_words(ridge: Any) -> None:
    sides = {
        name: {**ridge.words(words), "value": "14 hours"} for name, words in (("a", "14 hours"), ("b", "31"))
    }
    for side in sides.values():
        del side["sentence"]
    found = {"kind": "number", "subject": None, "about": "time", "explanation": "Twice.", **sides}
    assert faults(ridge, contradictions=[found]) == (
        "/contradictions/0/b: the words there are not “14 hours”",
    )


def test_a_digest_of_another_text_is_told(ridge: Any) -> None:
    other = ridge.text.replace("Harn", "Horn")
    assert score(told(ridge.digest(), other), ridge.label).because == (
        "/article/sha256: not that of the article",
    )


def test_evals_count_code_points_only(ridge: Any) -> None:
    article = {**ridge.right["article"], "offset_unit": "utf16"}
    assert faults(ridge, article=article) == ("/article/offset_unit: utf16, where evals count code points",)


def test_sentences_are_numbered_in_order_and_apart(ridge: Any) -> None:
    article = ridge.right["article"]
    article["sentences"][1]["start"] -= 5
    assert faults(ridge, article=article) == ("/article/sentences: 2 begins before the one before has ended",)
    article = ridge.right["article"]
    article["sentences"] = article["sentences"][:4]
    assert "/coverage/sentences: 5, of 4" in faults(ridge, article=article)


@given(start=st.integers(-5, 500), end=st.integers(-5, 500))
def test_of_any_offsets_only_those_of_a_run_inside_the_cited_sentence_pass(start: int, end: int) -> None:
    text = "The bridge is shut. It opened in 1931."
    statement = {"text": "It opened.", "evidence": [{"start": start, "end": end, "sentence": 2}]}
    said = score(told({"summary": [statement]}, text), LABEL)
    assert said.parts["spans"] == (0 <= start < end <= len(text))
    assert said.value == 0
