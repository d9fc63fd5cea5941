"""Antecedents: whom an opening "He" or "She" stands for, and silence wherever it may be somebody else."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.antecedents import subjects_of
from nutgraf.readers.mentions import group
from nutgraf.readers.names import names
from nutgraf_schemas import Entity, Span


@dataclass(frozen=True)
class Numbered:
    id: int
    start: int
    text: str
    speech: bool = False


def read(text: str, *, speech: frozenset[int] = frozenset()) -> list[str | None]:
    """For each sentence of `text`, the name of whom its opening pronoun stands for."""
    found = re.finditer(r"(?:(?:Mr|Ms|Dr|Mrs)\.|[^.])+\.", text)
    sentences = [
        Numbered(i, m.end() - len(m[0].lstrip()), m[0].lstrip(), i in speech) for i, m in enumerate(found, 1)
    ]
    entities = [
        Entity(
            id=f"e{i}",
            name=one.name,
            kind=one.kind,
            aliases=list(one.aliases),
            mentions=[Span(start=m.start, end=m.end) for m in one.mentions],
        )
        for i, one in enumerate(group(names(text), text), start=1)
    ]
    known = {entity.id: entity.name for entity in entities}
    subjects = subjects_of(sentences, entities)
    return [known[id_] if (id_ := subjects[s.id]) else None for s in sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Vell was born in Tervan. She was arrested in 2024.",
        "Dancer Ada Vell, 33, lived in Tervan. She was arrested in 2024.",
        "Ada Vell, a dancer from Tervan, has left. She'd been ill.",
        "On Monday, Ms Vell went home. She was arrested in 2024.",
        "The 33-year-old dancer Ada Vell said it was over. She added that it was late.",
    ],
)
def test_the_one_person_of_the_sentence_before_is_meant(text: str) -> None:
    assert (found := read(text)[1]) is not None
    assert found.endswith("Vell")


def test_a_pronoun_goes_on_from_a_pronoun() -> None:
    text = "Ada Vell was born in Tervan. She was arrested in 2024. She was freed in 2025."
    assert read(text) == [None, "Ada Vell", "Ada Vell"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Vell was born in Tervan. He was arrested in 2024.",  # a woman's name
        "Tom Orme was born in Tervan. She was arrested in 2024.",
        "Ms Vell was born in Tervan. He was arrested in 2024.",
        "Ada Vell met Tom Orme. She was arrested in 2024.",  # two persons
        "Ada Vell met her lawyer. She was arrested in 2024.",
        "Ada Vell's lawyer was born in Tervan. She was arrested in 2024.",  # not the subject
        "Police arrested Ada Vell in Tervan. She was freed in 2025.",
        "Ada Vell was ill. She said Vell had been cold.",  # she names herself
        "Ada Vell was ill. She added that it was late.",  # somebody else may be speaking
        "Kalo Vell, 33, lost his home. She was arrested in 2024.",
        'Ada Vell was ill, the paper said: "No news." She was arrested in 2024.',
        "It was late. She was arrested in 2024.",
    ],
)
def test_what_may_be_somebody_else_is_nobody(text: str) -> None:
    assert set(read(text)) == {None}


def test_speech_is_left_alone() -> None:
    text = "Ada Vell was ill. She was arrested in 2024."
    assert read(text, speech=frozenset({2})) == [None, None]
    assert read(text, speech=frozenset({1})) == [None, None]


def test_a_person_two_sentences_back_is_too_far() -> None:
    assert read("Ada Vell was ill. It was late. She was arrested.") == [None, None, None]


words = st.sampled_from(
    [
        "Ada Vell",
        "Vell",
        "Tom Orme",
        "She",
        "He",
        "was",
        "said",
        ".",
        ",",
        "a dancer",
        "ill",
        "On Monday",
        '"',
        "the",
    ]
)


@given(st.lists(words, max_size=40).map(" ".join))
def test_every_sentence_has_an_answer_and_only_pronouns_have_persons(text: str) -> None:
    found = read(text)
    sentences = re.findall(r"[^.]+\.", text)
    assert len(found) == len(sentences)
    for name, sentence in zip(found, sentences, strict=True):
        assert name is None or sentence.lstrip().startswith(("He", "She"))
