"""A document read as the pipeline reads an article: text, numbered sentences, entities."""

from collections.abc import Sequence

from nutgraf.line import Cited, Sentence, Text
from nutgraf.steps.entities import resolve_entities
from nutgraf.steps.extract import extract
from nutgraf.steps.normalise import normalise
from nutgraf.steps.rank import rank
from nutgraf.steps.sentences import split
from nutgraf_evals.marks import Document, Place
from nutgraf_schemas import Article, Options


def read(document: Document) -> tuple[Text, tuple[Sentence, ...]]:
    """Raises `BadArticle` for a document that no pipeline would take."""
    text = normalise(Article(text=document.text, published=document.date, language="en"))
    return text, split(text)


def named(sentences: Sequence[Sentence]) -> Cited:
    """The article's entities, in the draft that is made without an LLM."""
    want = Options()
    return resolve_entities(extract(sentences, rank(sentences, want), want), sentences)


def around(text: str, sentences: Sequence[Sentence], at: int) -> Place:
    """The sentence that a place stands in; in furniture, its line."""
    for sentence in sentences:
        if sentence.start <= at < sentence.end:
            return sentence.start, sentence.end
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)
