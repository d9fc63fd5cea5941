from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.line import Cited, Claim, Record, Sentence
from nutgraf.steps.check import check
from nutgraf_schemas import Entity, Evidence, Participant, Span, When
from nutgraf_schemas.draft import DraftEvent

STORY = (
    "A ferry carrying 212 passengers ran aground off Skarn on Sunday, injuring at least 14 people, the coastguard said.",
    "Captain Mira Holt denied that she had been asleep.",
    "The council has yet to reopen the port.",
    "Blue Line bought the ferry in 2019 for almost £3 million.",
)


def sentences(*texts: str) -> list[Sentence]:
    found, at = [], 0
    for i, text in enumerate(texts, 1):
        found.append(Sentence(i, at, at + len(text), text, text, 1))
        at += len(text) + 1
    return found


def claim(text: str, *cites: int) -> Claim:
    return Claim(text=text, sentences=cites)


def checked(*claims: Claim, headline: Claim | None = None, entities: tuple[Entity, ...] = ()) -> Cited:
    cited = Cited(
        headline=headline or claim("A ferry ran aground off Skarn", 1),
        summary=claims,
        key_points=(),
        records=(),
        entities=entities,
    )
    return check(cited, sentences(*STORY), None)


def test_words_of_the_sentence_are_verbatim_with_their_span() -> None:
    (found,) = checked(claim("A ferry carrying 212 passengers ran aground off Skarn on Sunday.", 1)).summary
    assert found.support == "verbatim"
    assert found.span == (0, 63)


def test_words_of_the_sentence_that_leave_out_its_denial_are_refused() -> None:
    (found,) = checked(claim("she had been asleep", 2)).summary
    assert found.support == "extracted"
    assert found.checks["polarity"] == "failed"


def test_a_true_paraphrase_is_supported_and_says_what_was_checked() -> None:
    (found,) = checked(claim("At least 14 people were hurt when a ferry ran aground.", 1)).summary
    assert found.support == "supported"
    assert dict(found.checks) == {
        "numbers": "ok",
        "names": "not_applicable",
        "dates": "not_applicable",
        "polarity": "not_applicable",
        "hedges": "ok",
        "roles": "ok",
        "words": "ok",
    }


@pytest.mark.parametrize(
    ("text", "cites", "failed"),
    [
        ("Fourteen people were injured when a ferry ran aground.", 1, "hedges"),
        ("At least 40 people were injured when a ferry ran aground.", 1, "numbers"),
        ("Blue Line bought the ferry in 2018.", 4, "dates"),
        ("The ferry bought Blue Line in 2019.", 4, "roles"),
        ("Captain Mira Hult denied it.", 2, "names"),
        ("The council has reopened the port.", 3, "polarity"),
        ("Blue Line sold the ferry in 2019.", 4, "words"),
    ],
)
def test_a_failed_statement_gives_way_to_its_sentence_and_a_warning_names_the_check(
    text: str, cites: int, failed: str
) -> None:
    found = checked(claim("The council has yet to reopen the port.", 3), claim(text, cites))
    replaced = found.summary[1]
    assert replaced.support == "extracted"
    assert replaced.extract
    assert replaced.checks[failed] == "failed"  # type: ignore[index]  # a check's name
    (warning,) = found.warnings
    assert (warning.code, warning.pointer) == ("draft_failed_check", "/summary/1")
    assert failed in warning.message


def test_no_sentence_is_extracted_twice() -> None:
    found = checked(*(claim(f"The council has reopened the port {n} times.", 3) for n in range(4)))
    assert len({c.sentences for c in found.summary}) == 4


def test_an_extracted_headline_is_a_short_safe_run() -> None:
    found = checked(headline=claim("Two ferries collided off Skarn", 1))
    assert found.headline.text == "A ferry carrying 212 passengers ran aground off Skarn on Sunday"
    assert found.headline.span == (0, 63)


def test_an_alias_stands_for_its_entity() -> None:
    at = " ".join(STORY).index("Mira Holt")
    holt = Entity(
        id="e1", name="Mira Holt", kind="person", aliases=["Skipper"], mentions=[Span(start=at, end=at + 9)]
    )
    text = "Mira Holt, Skipper, denied that she had been asleep."
    (plain,) = checked(claim(text, 2)).summary
    (known,) = checked(claim(text, 2), entities=(holt,)).summary
    assert plain.checks["names"] == "failed"
    assert known.checks["names"] == "ok"


def test_an_extractive_claim_stays_extracted_without_checks() -> None:
    (found,) = checked(Claim(text=STORY[2], sentences=(3,), extract=True)).summary
    assert (found.support, dict(found.checks), found.text) == ("extracted", {}, STORY[2])


def record(**fields: object) -> Record:
    draft = DraftEvent.model_validate(
        {
            "what": "A ferry ran aground",
            "type": "other",
            "status": "happened",
            "when": "",
            "where": "",
            "by": [],
            "to": [],
            "s": [1],
        }
    )
    plain = Record(draft=draft, description=claim("A ferry ran aground", 1), type="other", sentences=(1,))
    return replace(plain, **fields)  # type: ignore[arg-type]  # fields of a record


def test_a_field_that_does_not_stand_in_its_evidence_is_emptied_with_a_reason() -> None:
    there = [Evidence(sentence=1, start=0, end=len(STORY[0]))]
    when = When(
        text="Tuesday", edtf="2025-04-08", precision="day", anchor="none", rule="weekday", evidence=there
    )
    people = (
        Participant(name="A ferry", role="actor", evidence=there),
        Participant(name="A whale", role="actor", evidence=there),
    )
    cited = Cited(
        headline=claim("A ferry ran aground", 1),
        summary=(),
        key_points=(),
        records=(
            record(
                when=when, participants=people, null_reasons=MappingProxyType({"where": "not_in_article"})
            ),
        ),
    )
    made = check(cited, sentences(*STORY), None)
    (found,) = made.records
    assert found.when is None
    told = {(w.code, w.pointer) for w in made.warnings}
    assert told == {("field_failed_check", f"/events/0/{field}") for field in ("when", "participants")}
    assert dict(found.null_reasons) == {"where": "not_in_article", "when": "failed_check"}
    assert [p.name for p in found.participants] == ["A ferry"]


def test_a_failed_description_gives_way_and_its_warning_points_to_the_event() -> None:
    cited = Cited(
        headline=claim("A ferry ran aground", 1),
        summary=(),
        key_points=(),
        records=(record(), record(description=claim("A ferry sank off Skarn", 1))),
    )
    found = check(cited, sentences(*STORY), None)
    assert [r.description.support for r in found.records] == ["supported", "extracted"]
    assert [w.pointer for w in found.warnings] == ["/events/1/description"]


@given(
    st.lists(
        st.tuples(st.text(max_size=50) | st.sampled_from(STORY), st.integers(1, 4)), min_size=1, max_size=6
    )
)
def test_whatever_comes_in_what_goes_out_is_marked_and_extracts_stand_in_the_article(
    claims: list[tuple[str, int]],
) -> None:
    source = " ".join(STORY)
    for found in checked(*(claim(text, n) for text, n in claims)).summary:
        assert found.support in ("verbatim", "supported", "extracted")
        if found.support == "extracted":
            assert found.text in source
            if found.span is not None:
                assert source[slice(*found.span)] == found.text


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("Ferry bought in 2019 for almost £3 million", "supported"),  # "was" left out, as headlines do
        ("Ferry bought Blue Line in 2019", "extracted"),
    ],
)
def test_a_headline_may_leave_out_the_verb_of_its_passive(text: str, support: str) -> None:
    assert checked(headline=claim(text, 4)).headline.support == support
