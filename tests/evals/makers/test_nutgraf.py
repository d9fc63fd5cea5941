"""nutgraf as a maker: the pipeline's own digest, and none where the LLM had no part in it."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nutgraf.article_pipeline import digest
from nutgraf.errors import SetupError, UpstreamUnavailable
from nutgraf.llm import LLM
from nutgraf.llm.scripted import Scripted
from nutgraf.settings import Settings
from nutgraf_evals.makers import Made, Wanted, opened
from nutgraf_evals.records import Configuration
from nutgraf_prompts import load
from nutgraf_schemas import Article, Digest

REPORTS: dict[str, dict[str, Any]] = {
    "Rewrite": {"t": "Lock keepers went on strike."},
    "EventFields": {
        "what": "Lock keepers went on strike",
        "when": "on Tuesday",
        "where": "",
        "by": [],
        "to": [],
    },
}


def editor(name: str = "editor") -> Scripted:
    return Scripted(lambda _, schema: REPORTS[schema.__name__], name=name)


def make(wanted: Wanted, *articles: Article) -> tuple[Configuration, list[Made]]:
    async def story() -> tuple[Configuration, list[Made]]:
        async with opened("nutgraf", wanted) as maker:
            return maker.configuration, [await maker.make(each) for each in articles]

    return asyncio.run(story())


def without_seconds(made: dict[str, Any]) -> dict[str, Any]:
    return {**made, "usage": {**made["usage"], "seconds": 0}}


def test_it_is_the_digest_of_the_pipeline(wanted: Callable[[LLM], Wanted], strike: str) -> None:
    article = Article(text=strike, title="Locks shut", published="2026-05-12")
    configuration, [made] = make(wanted(editor()), article)
    theirs = asyncio.run(digest(article, editor(), load("steps", 1))).model_dump(mode="json")
    assert without_seconds(dict(made.digest)) == without_seconds(theirs)
    Digest.model_validate(made.digest)
    assert (configuration.maker, configuration.llm, configuration.prompt) == ("nutgraf", "editor", "steps@1")
    assert configuration.parts["prompt"] == load("steps", 1).sha256


def test_the_same_again_asks_nobody_and_costs_what_it_cost(
    wanted: Callable[[LLM], Wanted], strike: str
) -> None:
    _, [first] = make(wanted(editor()), Article(text=strike))
    nobody = Scripted(lambda *_: UpstreamUnavailable("asked"), name="editor")
    _, [again] = make(wanted(nobody), Article(text=strike))
    assert without_seconds(dict(again.digest)) == without_seconds(dict(first.digest))
    assert (first.remembered, again.remembered) == (0, first.digest["usage"]["calls"])


def test_a_digest_in_which_the_llm_has_no_part_is_a_failure(
    wanted: Callable[[LLM], Wanted], strike: str
) -> None:
    gone = Scripted(lambda *_: UpstreamUnavailable("It is gone."), name="editor")
    with pytest.raises(UpstreamUnavailable, match=r"^It is gone"):
        make(wanted(gone), Article(text=strike))


def test_without_an_llm_it_is_the_articles_own_sentences(tmp_path: Path, strike: str) -> None:
    configuration, [made] = make(Wanted(None, tmp_path / "answers.jsonl"), Article(text=strike))
    assert (configuration.llm, configuration.prompt) == (None, None)
    assert {each["support"] for each in made.digest["summary"]} == {"extracted"}
    assert not (tmp_path / "answers.jsonl").exists()


def test_a_lack_of_weights_is_told_and_is_no_failure_of_an_article(tmp_path: Path, strike: str) -> None:
    settings = Settings(llm="embedded", weights=tmp_path / "none.gguf", cache=tmp_path)
    with pytest.raises(SetupError):
        make(Wanted(settings, tmp_path / "answers.jsonl"), Article(text=strike))


def test_the_configuration_changes_with_llm_and_prompt(tmp_path: Path) -> None:
    def key(**given: Any) -> str:
        settings = Settings(**{"llm": "http://127.0.0.1:9/v1", "llm_name": "a", "prompt": "steps@1", **given})
        return make(Wanted(settings, tmp_path / "answers.jsonl"))[0].key

    keys = [
        key(),
        key(llm_name="b"),
        key(prompt="whole@1"),
        key(llm="http://127.0.0.1:8/v1"),
        key(llm="embedded"),
    ]
    assert len(set(keys)) == 5
    assert key() == keys[0]
