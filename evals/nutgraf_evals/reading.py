"""A document read as the pipeline reads an article: text and numbered sentences."""

from collections.abc import Sequence

from nutgraf.line import Sentence, Text
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import split
from nutgraf_evals.marks import Document, Place
from nutgraf_schemas import Article


def read(document: Document) -> tuple[Text, tuple[Sentence, ...]]:
    """Raises `BadArticle` for a document that no pipeline would take."""
    text = normalise(Article(text=document.text, published=document.date, language="en"))
    return text, split(text)


def around(text: str, sentences: Sequence[Sentence], at: int) -> Place:
    """The sentence that a place stands in; in furniture, its line."""
    for sentence in sentences:
        if sentence.start <= at < sentence.end:
            return sentence.start, sentence.end
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)
