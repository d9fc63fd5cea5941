"""A labelled document in, its digest out, made by the pipeline that everybody uses; for suites, which wait for it."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from nutgraf.app import connect
from nutgraf.article_pipeline import digest
from nutgraf.errors import UpstreamUnavailable
from nutgraf.llm.scripted import Scripted
from nutgraf.settings import read
from nutgraf_evals.marks import Document
from nutgraf_prompts import load, named
from nutgraf_schemas import Article, Digest, Options

Digester = Callable[[Document, Options], Digest]
"""Makes the digest of a document, of whose labels it sees nothing."""

_NOBODY = Scripted(lambda *_: UpstreamUnavailable("No LLM was asked."), name="none")


def without_llm(document: Document, want: Options) -> Digest:
    """The digest made of the article's own sentences. Raises `BadArticle` for what no pipeline would take."""
    return asyncio.run(digest(_article(document, want), _NOBODY, load("steps", 1)))


@contextmanager
def with_llm() -> Iterator[Digester]:
    """Start the LLM of the settings, and keep it while the context lasts.

    Raises `SetupError` where it cannot be started; who asks for a digest meets `UpstreamError` where it is gone.
    """
    settings = read()
    prompt = named(settings.prompt)
    with asyncio.Runner() as runner:
        connection = connect(settings)
        llm = runner.run(connection.__aenter__())
        try:
            yield lambda document, want: runner.run(
                digest(_article(document, want.model_copy(update={"on_failure": "error"})), llm, prompt)
            )
        finally:
            runner.run(connection.__aexit__(None, None, None))


def _article(document: Document, want: Options) -> Article:
    return Article(text=document.text, published=document.date, language="en", options=want)
