"""The baseline without an LLM: the title, or else the first sentence, and the first three sentences."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import nutgraf
from nutgraf.line import Sentence
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import split
from nutgraf_evals.makers import Made, Wanted, source
from nutgraf_evals.records import Configuration
from nutgraf_schemas import Article

SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Lead:
    configuration: Configuration

    async def make(self, article: Article) -> Made:
        """The lead of `article`. A title cites the first sentence. Raises `BadArticle`."""
        started = perf_counter()
        sentences = split(normalise(article))
        headline = {**_statement(sentences[0]), **({"text": article.title} if article.title else {})}
        summary = [_statement(each) for each in sentences[:SENTENCES]]
        return Made(
            {
                "headline": headline,
                "summary": summary,
                "usage": {"calls": 0, "seconds": perf_counter() - started},
            }
        )


@asynccontextmanager
async def opened(_: Wanted) -> AsyncIterator[Lead]:
    """The maker; it needs nothing."""
    yield Lead(Configuration(maker="lead3", parts={"sentences": str(SENTENCES), "code": source(nutgraf)}))


def _statement(sentence: Sentence) -> dict[str, Any]:
    where = {"sentence": sentence.id, "start": sentence.start, "end": sentence.end}
    return {"text": sentence.text, "evidence": [where]}
