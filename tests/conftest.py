"""What many tests share: articles of our own, and the first steps of the line."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings

from nutgraf.line import Sentence
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import split
from nutgraf_schemas import Article, Digest

settings.register_profile("nutgraf", deadline=None)  # a busy machine is no failure
settings.load_profile("nutgraf")

STRIKE = (
    "date 2026-05-12 ALDHAVEN, Norrland (Fjord Wire) - Lock keepers on the Aldhaven canal went on strike on Tuesday "
    "after the water board cut their allowances, stopping all barges between the lakes.\n\n"
    '"Nobody will turn a wheel until the cut is taken back," said Lena Brandt, who speaks for the 460 lock keepers.\n\n'
    "The board, Norrwater, had offered 2 percent in February; the lock keepers want almost 7 percent. "
    "Brandt and Norrwater are to meet Transport Minister Ole Vik in Velby on Friday.\n\n"
    "In March, police arrested two men over a fire at the upper lock that destroyed 14 boats."
)


@pytest.fixture
def strike() -> str:
    """A short wire report of ours."""
    return STRIKE


@pytest.fixture
def sentences_of() -> Callable[[str], tuple[Sentence, ...]]:
    """The numbered sentences of a text."""
    return lambda text: split(normalise(Article(text=text)))


def spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def cut(text: str, unit: str, start: int, end: int) -> str:
    """The words of a span, as a reader who counts in `unit` gets them."""
    if unit == "codepoint":
        return text[start:end]
    code = {"utf16": "utf-16-le", "utf8": "utf-8"}[unit]
    width = 2 if unit == "utf16" else 1
    return text.encode(code)[start * width : end * width].decode(code)


def assert_exact(result: Digest, text: str) -> None:
    unit = result.article.offset_unit
    whole = result.model_dump()
    sentences = {s.id: (s.start, s.end) for s in result.article.sentences}
    for span in spans(whole):
        words = cut(text, unit, span["start"], span["end"])
        assert words.strip() == words != ""
        if "sentence" in span:
            start, end = sentences[span["sentence"]]
            assert start <= span["start"] < span["end"] <= end
    told = [result.headline, *result.summary, *result.key_points, *(e.description for e in result.events)]
    for statement in told:
        assert statement.evidence
        first = cut(text, unit, statement.evidence[0].start, statement.evidence[0].end)
        if statement.support in ("verbatim", "extracted"):
            assert statement.text in first
    for event in result.events:
        for field in (event.when, event.where, *event.participants, *event.quantities):
            if field is not None:
                words = field.name if hasattr(field, "name") else field.text
                assert any(words in cut(text, unit, e.start, e.end) for e in field.evidence)
    for entity in result.entities:
        assert {cut(text, unit, m.start, m.end) for m in entity.mentions} <= {entity.name, *entity.aliases}


@pytest.fixture(scope="session")
def exact() -> Callable[[Digest, str], None]:
    """Asserts of a digest and the article as sent that every span of the one is exact in the other."""
    return assert_exact
