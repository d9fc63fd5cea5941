from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.line import Cited, Claim, Record, Sentence
from nutgraf.steps.dates import resolve_dates
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import split
from nutgraf_schemas import Article, Published
from nutgraf_schemas.draft import DraftEvent

Split = Callable[[str], tuple[Sentence, ...]]
TUESDAY = Published(edtf="2026-05-12", precision="day", basis="field")
MAY = Published(edtf="2026-05", precision="month", basis="field")
NOBODY_KNOWS = Published(edtf=None, precision="unknown", basis="none")
SWAP = (
    "On Monday, Norrland freed Per Aas, a pilot who was arrested in Estmark in 2023, officials said on"
    " Tuesday. "
    "Norrland released the student Kim Dahl, who had been arrested in 2019. "
    "He had served 12 years. "
    "Lima was jailed on March 3 and freed two days later."
)


def dated(
    sentences: tuple[Sentence, ...], number: int, what: str, when: str, published: Published = TUESDAY
) -> Record:
    draft = DraftEvent(
        what=what, type="other", status="happened", when=when, where="", by=[], to=[], sentences=[number]
    )
    record = Record(
        draft=draft, description=Claim(text=what, sentences=(number,)), type="other", sentences=(number,)
    )
    cited = Cited(headline=record.description, summary=(), key_points=(), records=(record,))
    return resolve_dates(cited, sentences, published).records[0]


@pytest.mark.parametrize(
    ("number", "what", "when", "edtf"),
    [
        (1, "Norrland freed Per Aas", "on Monday", "2026-05-11"),
        (1, "Norrland freed Per Aas", "Monday", "2026-05-11"),
        (1, "Per Aas was arrested in Estmark", "in 2023", "2023"),
        (1, "Norrland freed Per Aas", "", "2026-05-11"),
        (4, "Lima was jailed", "March 3", "2026-03-03"),
        (4, "Lima was freed", "two days later", "2026-03-05"),
    ],
)
def test_the_phrase_of_an_event_is_resolved(
    number: int, what: str, when: str, edtf: str, sentences_of: Split
) -> None:
    sentences = sentences_of(SWAP)
    record = dated(sentences, number, what, when)
    assert record.when is not None
    assert record.when.edtf == edtf
    (evidence,) = record.when.evidence
    assert evidence.sentence == number
    assert SWAP[evidence.start : evidence.end] == record.when.text
    assert "when" not in record.null_reasons


@pytest.mark.parametrize(
    ("number", "what", "when", "reason"),
    [
        (2, "Norrland released the student Kim Dahl", "", "not_in_article"),
        (2, "Norrland released the student Kim Dahl", "in 2019", "not_in_article"),
        (2, "Norrland released the student Kim Dahl", "on Friday", "not_in_article"),
        (3, "He served in prison", "12 years", "unresolved"),
    ],
)
def test_a_date_that_is_not_the_events_is_null_with_a_reason(
    number: int, what: str, when: str, reason: str, sentences_of: Split
) -> None:
    record = dated(sentences_of(SWAP), number, what, when)
    assert record.when is None
    assert record.null_reasons["when"] == reason


def test_the_precision_is_that_of_publication(sentences_of: Split) -> None:
    sentences = sentences_of(SWAP)
    month = dated(sentences, 1, "Norrland freed Per Aas", "on Monday", MAY)
    assert month.when is not None
    assert (month.when.edtf, month.when.precision) == ("2026-05", "month")
    unknown = dated(sentences, 1, "Norrland freed Per Aas", "on Monday", NOBODY_KNOWS)
    assert (unknown.when, unknown.null_reasons["when"]) == (None, "no_published_date")


def test_the_verb_looks_ahead(sentences_of: Split) -> None:
    sentences = sentences_of("Bishop Ole Vik is to open the harbour in Velby on Friday.")
    record = dated(sentences, 1, "Ole Vik is to open the harbour", "Friday")
    assert record.when is not None
    assert (record.when.edtf, record.when.rule) == ("2026-05-15", "weekday_on_or_after")


@pytest.mark.parametrize(
    "text",
    [
        "“We won on Monday,” the mayor said of the court ruling.",
        "The mayor won the case, a lawyer told reporters on Monday.",
        "The mayor won the case after the court met on Monday.",
        "The mayor won the case on Monday and lost it on Tuesday.",
        "The port will be closed until Monday.",
    ],
)
def test_where_no_date_is_certainly_the_events_there_is_none(text: str, sentences_of: Split) -> None:
    assert dated(sentences_of(text), 1, "The mayor won the case", "").when is None


WORDS = st.sampled_from(
    "The mayor won lost on Monday , who was arrested in 2023 May 3 ago “ ” said until two weeks later ."
    " since".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=25).map(" ".join), st.lists(WORDS, max_size=3).map(" ".join))
def test_evidence_is_always_the_exact_words(text: str, when: str) -> None:
    article = "It rained. " + text + " it did."
    sentences = split(normalise(Article(text=article)))
    record = dated(sentences, len(sentences), "The mayor won", when)
    if record.when is None:
        assert record.null_reasons["when"]
        return
    (evidence,) = record.when.evidence
    assert article[evidence.start : evidence.end] == record.when.text
    sentence = sentences[evidence.sentence - 1]
    assert sentence.start <= evidence.start < evidence.end <= sentence.end
