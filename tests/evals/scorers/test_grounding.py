from typing import Any

import pytest

from nutgraf_evals.scorers.grounding import homes, score
from nutgraf_evals.told import told


def test_a_digest_that_cites_what_carries_its_words_passes(ridge: Any) -> None:
    said = score(ridge.told(), ridge.label)
    assert (said.value, said.because) == (1.0, ())


def test_shuffled_evidence_scores_low(ridge: Any) -> None:
    right = ridge.right
    statements = ridge.shuffled(
        [*right["summary"], *right["key_points"][:1], right["headline"], *right["key_points"][1:]]
    )
    events = [
        {**event, "description": {**event["description"], "evidence": [ridge.sentence(3)]}}
        for event in right["events"]
    ]
    said = score(
        ridge.told(
            summary=statements[:2],
            key_points=[statements[2], statements[4]],
            headline=statements[3],
            events=events,
        ),
        ridge.label,
    )
    assert said.value is not None
    assert said.value < 0.2


def test_evidence_beside_the_point_is_named(ridge: Any) -> None:
    summary = [ridge.statement("Oda Brekke had broken a leg.", 3)]
    said = score(ridge.told(summary=summary), ridge.label)
    assert said.parts["precision"] == pytest.approx(4 / 5)
    assert said.because == (
        "the evidence does not carry that Oda Brekke broke a leg: “Oda Brekke had broken a leg.”",
    )


def test_words_of_a_sentence_are_as_good_as_the_sentence(ridge: Any) -> None:
    summary = [{**ridge.statement("Brekke broke a leg.", 2), "evidence": [ridge.words("had broken a leg")]}]
    assert score(ridge.told(summary=summary), ridge.label).value == 1


def test_an_event_that_nothing_cites_is_missed_unless_it_is_background(ridge: Any) -> None:
    said = score(ridge.told(events=[]), ridge.label)
    assert said.parts["recall"] == 0.5
    assert said.value == pytest.approx(2 / 3)
    assert said.because == ("not cited: Tor Vaage denied that they had ignored a warning.",)


def test_a_fact_is_carried_by_the_sentences_that_have_all_its_words(ridge: Any) -> None:
    found = homes(ridge.label, ridge.text)
    assert found["two climbers were rescued"] == {0}
    assert found["Oda Brekke broke a leg"] == {1}
    assert found["the ridge is closed until May"] == {4}


def test_no_digest_cites_nothing(ridge: Any) -> None:
    assert score(told(None, ridge.text), ridge.label).value == 0


def test_who_cites_everything_cites_nothing(ridge: Any) -> None:
    text = f"{ridge.text} The ridge is 900 metres high."
    whole = [{"start": 0, "end": len(text)}]
    each = [{"start": at, "end": at + 1} for at, letter in enumerate(text) if letter in "TOAV"]
    for evidence in (whole, each):
        everything = [{"text": "Two climbers were rescued.", "evidence": evidence}]
        said = score(told({"summary": everything}, text), ridge.label)
        assert (said.value, said.parts["precision"], said.parts["recall"]) == (0.0, 0.0, 0.0)
