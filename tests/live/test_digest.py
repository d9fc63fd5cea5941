"""Two articles of ours through the whole line with the embedded LLM, as the command line has it."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nutgraf.app import connect
from nutgraf.article_pipeline import digest
from nutgraf.settings import Settings
from nutgraf_prompts import load
from nutgraf_schemas import Article, Digest, Options

pytestmark = pytest.mark.live
ARTICLES = Path(__file__).parents[2] / "bench" / "articles"
WANT = Options(summary_sentences=3, key_points=3, events=4)


@pytest.fixture(scope="module")
def made() -> Iterator[Callable[[str], tuple[str, Digest]]]:
    """Digests an article of the bench; all tests of this file share one engine."""
    with asyncio.Runner() as runner:
        engine = connect(Settings())
        llm = runner.run(engine.__aenter__())

        def make(name: str) -> tuple[str, Digest]:
            text = (ARTICLES / f"{name}.txt").read_text("utf-8")
            return text, runner.run(digest(Article(text=text, options=WANT), llm, load("steps", 1)))

        yield make
        runner.run(engine.__aexit__(None, None, None))


@pytest.mark.parametrize(
    ("name", "kind", "edtf"),
    [("strike", "protest_or_strike", "2026-05-12"), ("court", "conviction_or_sentence", "2026-03-20")],
)
def test_an_article_becomes_a_digest_with_its_main_event(
    made: Callable[[str], tuple[str, Digest]],
    exact: Callable[[Digest, str], None],
    name: str,
    kind: str,
    edtf: str,
) -> None:
    text, result = made(name)
    exact(result, text)
    assert result.status == "complete"
    assert (len(result.summary), len(result.key_points)) == (3, 3)
    told = [result.headline, *result.summary, *result.key_points]
    assert sum(s.support == "supported" for s in told) >= 2
    main = result.events[0]
    assert (main.main, main.type) == (True, kind)
    assert main.when is not None
    assert main.when.edtf == edtf
    assert result.usage.calls == 1 + 6 + 4
    assert result.usage.cached_tokens > 0
