from collections.abc import Callable

import pytest

from nutgraf.line import Cited, Claim, Record, Sentence
from nutgraf.steps.attribution import attribute
from nutgraf_schemas.draft import DraftEvent, Status

Split = Callable[[str], tuple[Sentence, ...]]


def told(
    sentences: tuple[Sentence, ...], what: str, numbers: tuple[int, ...] = (1,), status: Status = "happened"
) -> Record:
    draft = DraftEvent(
        what=what, type="other", status=status, when="", where="", by=[], to=[], sentences=[numbers[0]]
    )
    record = Record(
        draft=draft, description=Claim(text=what, sentences=numbers), type="other", sentences=numbers
    )
    cited = Cited(headline=record.description, summary=(), key_points=(), records=(record,))
    return attribute(cited, sentences).records[0]


@pytest.mark.parametrize(
    ("text", "what", "source", "cue", "via"),
    [
        ("Two men were arrested, police said on Monday.", "Two men were arrested", "police", "said", None),
        (
            "The talks failed, according to the Journal, which cited an unnamed diplomat.",
            "The talks failed",
            "an unnamed diplomat",
            "according to",
            "the Journal",
        ),
        (
            "The mayor's lawyer, Tom Ode, told AFP that the court had freed her.",
            "The court freed the mayor",
            "The mayor's lawyer, Tom Ode",
            "told",
            "AFP",
        ),
    ],
)
def test_who_says_so_is_named(
    text: str, what: str, source: str, cue: str, via: str | None, sentences_of: Split
) -> None:
    record = told(sentences_of(text), what)
    (found,) = record.attribution
    assert (found.source, found.cue, found.via) == (source, cue, via)
    (evidence,) = found.evidence
    words = text[evidence.start : evidence.end]
    assert source in words
    assert cue in words
    assert via is None or via in words
    assert record.modality == "attributed"


@pytest.mark.parametrize(
    ("text", "what", "modality"),
    [
        ("Norrland freed two prisoners on Monday.", "Norrland freed two prisoners", "asserted"),
        ("Norrland has yet to confirm the swap.", "Norrland has yet to confirm the swap", "unconfirmed"),
        ("Norrland did not free the prisoners.", "Norrland did not free the prisoners", "negated"),
        ("Norrland will free the prisoners on Friday.", "Norrland will free the prisoners", "planned"),
        ("Norrland could free the prisoners.", "Norrland could free the prisoners", "hypothetical"),
        ("The owner denied that he bribed the mayor.", "The owner bribed the mayor", "denied"),
        ("Prosecutors alleged that the owner bribed the mayor.", "The owner bribed the mayor", "alleged"),
        ("The mayor urged Norrland to free the prisoners.", "Norrland frees the prisoners", "hypothetical"),
        ("The mayor vowed to close the port.", "The mayor closes the port", "planned"),
    ],
)
def test_modality_is_that_of_the_events_own_verb(
    text: str, what: str, modality: str, sentences_of: Split
) -> None:
    assert told(sentences_of(text), what).modality == modality


def test_a_cue_of_another_clause_turns_nothing(sentences_of: Split) -> None:
    text = "Norrland freed the pilot, who denied that he had spied."
    assert told(sentences_of(text), "Norrland freed the pilot").modality == "asserted"


def test_a_report_that_is_the_event_itself_is_not_attributed(sentences_of: Split) -> None:
    record = told(sentences_of("The minister denied the report on Monday."), "The minister denied the report")
    assert record.attribution == ()
    assert record.modality == "asserted"


def test_the_status_of_the_draft_counts_only_where_the_sentence_has_a_cue(sentences_of: Split) -> None:
    sentences = sentences_of("Norrland freed two prisoners on Monday.")
    assert told(sentences, "Norrland freed two prisoners", status="alleged").modality == "asserted"


def test_a_quotation_over_several_sentences_has_the_source_of_its_frame(sentences_of: Split) -> None:
    sentences = sentences_of("“The police arrested my son. They beat him,” Ana Lima told reporters.")
    (found,) = told(sentences, "The police arrested a son").attribution
    assert (found.source, found.evidence[0].sentence) == ("Ana Lima", 2)


def test_sources_of_all_sentences_are_gathered_once(sentences_of: Split) -> None:
    sentences = sentences_of(
        "Norrland freed Per Aas, police said. The pilot Per Aas was freed, police said. Aas was freed, his"
        " lawyer confirmed."
    )
    record = told(sentences, "Norrland freed Per Aas", (1, 2, 3))
    assert [a.source for a in record.attribution] == ["police", "his lawyer"]


def test_an_outlet_that_cites_somebody_passes_the_words_on(sentences_of: Split) -> None:
    sentences = sentences_of("The talks failed, the Courier reported, citing an unnamed envoy.")
    (found,) = told(sentences, "The talks failed").attribution
    assert (found.source, found.cue, found.via) == ("an unnamed envoy", "reported", "the Courier")


def test_a_source_that_said_nothing_of_the_event_is_not_named(sentences_of: Split) -> None:
    sentences = sentences_of("The minister did not say that the dam had failed. The dam failed on Friday.")
    assert told(sentences, "The dam failed", (2,)).attribution == ()


def test_a_quotation_goes_on_in_the_next_paragraph(sentences_of: Split) -> None:
    text = "“The police arrested my son,” Ana Lima told reporters.\n\n“They beat him and broke his arm.”"
    sentences = sentences_of(text)
    (found,) = told(sentences, "They beat a son and broke his arm", (2,)).attribution
    assert (found.source, found.evidence[0].sentence) == ("Ana Lima", 1)


def test_an_unverified_claim_is_unconfirmed_whoever_makes_it(sentences_of: Split) -> None:
    sentences = sentences_of("The ministry could not verify the loss of the ferry.")
    record = told(sentences, "The ministry could not verify the loss of the ferry")
    assert (record.modality, record.attribution) == ("unconfirmed", ())
