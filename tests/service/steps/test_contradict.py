"""The contradict step: what an article says in two ways that cannot both be true, and what only looks like it."""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.line import Cited, Claim
from nutgraf.readers.mentions import group
from nutgraf.readers.names import names
from nutgraf.steps.contradict import contradict
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import split
from nutgraf_schemas import Article, Contradiction, Entity, Span


def found(text: str, published: str | None = "2026-03-20") -> list[Contradiction]:
    """The contradictions of an article of which nothing is drafted yet."""
    read = normalise(Article(text=text, published=published))
    sentences = split(read)
    entities = tuple(
        Entity(
            id=f"e{n}",
            name=each.name,
            kind=each.kind,
            aliases=list(each.aliases),
            mentions=[Span(start=m.start, end=m.end) for m in each.mentions],
        )
        for n, each in enumerate(group(names(text), text), 1)
    )
    claim = Claim(text="…", sentences=(1,))
    cited = Cited(headline=claim, summary=(), key_points=(), records=(), entities=entities)
    return list(contradict(cited, sentences, read.published).contradictions)


def values(text: str) -> list[tuple[str, str, str]]:
    """What each is about, and its two values."""
    return [(c.about, c.a.value, c.b.value) for c in found(text)]


CONTRADICTORY = [
    (
        "Mara Velton, 44, was picked from nine candidates. “I am ready,” said Mara Velton, who is 47.",
        ("age", "44", "47"),
    ),
    (
        "Tomas Ardent, who has been held in Brevia for nine years, flew home. Ardent was detained for a month.",
        ("time in detention", "nine years", "a month"),
    ),
    (
        "A court sentenced Ivo Kremmel, 40, to six years in prison. Kremmel is serving an eight-year prison sentence.",
        ("length of the sentence", "six years", "eight-year"),
    ),
]
INNOCENT = [
    "Mara Velton, 44, beat her cousin Lena Velton, 47, on Sunday.",
    "A court sentenced Ivo Kremmel, 40, to six years in prison. Kremmel has been held in Brevia for two years.",
    "A court sentenced Ivo Kremmel, 40, to six years in prison. Prosecutors had asked for nine years.",
]


@pytest.mark.parametrize(("text", "expected"), CONTRADICTORY)
def test_two_values_of_one_attribute_of_one_subject_are_shown(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_may_both_be_true_is_no_contradiction(text: str) -> None:
    assert values(text) == []


SENTENCES = [*chain.from_iterable(text.split(". ") for text, _ in CONTRADICTORY), *INNOCENT]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), max_size=6),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Co")), max_size=20),
)
def test_every_span_is_exactly_the_words_of_its_value(sentences: list[str], noise: str) -> None:
    text = "A start. " + ". ".join([*sentences[:3], noise, *sentences[3:]])
    for contradiction in found(text):
        for side in (contradiction.a, contradiction.b):
            assert text[side.start : side.end] == side.value
        assert contradiction.a.start < contradiction.b.start
