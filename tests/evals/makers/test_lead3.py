"""The lead as a digest."""

import asyncio
from pathlib import Path

import pytest

from nutgraf.errors import ArticleEmpty
from nutgraf_evals.makers import Made, Wanted, opened
from nutgraf_evals.told import told
from nutgraf_schemas import Article


def make(article: Article) -> Made:
    async def story() -> Made:
        async with opened("lead3", Wanted(None, Path("nowhere"))) as maker:
            assert (maker.configuration.maker, maker.configuration.llm) == ("lead3", None)
            return await maker.make(article)

    return asyncio.run(story())


def test_it_is_the_title_and_the_first_three_sentences(strike: str) -> None:
    found = told(make(Article(text=strike, title="Locks shut")).digest, strike)
    assert found.headline.text == "Locks shut"
    assert len(found.summary) == 3
    assert found.summary[0].text.startswith("Lock keepers on the Aldhaven canal went on strike")
    for statement in found.summary:
        assert strike[statement.evidence[0].start : statement.evidence[0].end] == statement.text
    assert found.headline.evidence == found.summary[0].evidence
    assert (found.key_points, found.events) == ([], [])
    assert found.usage.input_tokens == 0


def test_without_a_title_the_first_sentence_is_the_headline(strike: str) -> None:
    found = told(make(Article(text=strike)).digest, strike)
    assert found.headline == found.summary[0]


def test_a_short_article_has_a_short_lead() -> None:
    text = "The harbour closed on Monday."
    assert len(told(make(Article(text=text)).digest, text).summary) == 1


def test_an_empty_article_is_none() -> None:
    with pytest.raises(ArticleEmpty):
        make(Article(text=" \n"))
