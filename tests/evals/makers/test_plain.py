"""The plain call: what it asks, and what becomes of its answer."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nutgraf.errors import UpstreamInvalid
from nutgraf.llm import LLM
from nutgraf.llm.grammar import grammar
from nutgraf.llm.scripted import Scripted
from nutgraf_evals.makers import Made, Wanted, opened
from nutgraf_evals.makers.plain import Answer, messages
from nutgraf_evals.told import told
from nutgraf_schemas import Article

QUOTE = "stopping all barges between the lakes"


def answer(**changes: Any) -> dict[str, Any]:
    event = {
        "type": "protest_or_strike",
        "description": "Lock keepers went on strike.",
        "date": "2026-05-12",
        "place": "Aldhaven",
        "participants": [{"name": "Lock keepers", "role": "actor"}, {"name": "", "role": "other"}],
        "modality": "asserted",
        "source": "",
        "quote": QUOTE,
    }
    return {
        "headline": {"text": "Barges stop", "quote": "barges stop"},
        "summary": [{"text": "No barge goes.", "quote": QUOTE}],
        "key_points": [{"text": "They want more.", "quote": ""}],
        "events": [event, {**event, "date": "", "place": "", "source": "Lena Brandt"}],
        **changes,
    }


def make(wanted: Wanted, article: Article) -> Made:
    async def story() -> Made:
        async with opened("plain", wanted) as maker:
            assert (maker.configuration.maker, maker.configuration.prompt) == ("plain", "plain call")
            return await maker.make(article)

    return asyncio.run(story())


def test_the_answer_is_read_as_a_digest(wanted: Callable[[LLM], Wanted], strike: str) -> None:
    found = told(make(wanted(Scripted([answer()])), Article(text=strike)).digest, strike)
    assert (found.headline.text, found.summary[0].text) == ("Barges stop", "No barge goes.")
    first, second = found.events
    assert (first.type, first.main, second.main) == ("protest_or_strike", True, False)
    assert first.when is not None
    assert first.when.edtf == "2026-05-12"
    assert first.where is not None
    assert first.where.text == "Aldhaven"
    assert [(each.name, each.role) for each in first.participants] == [("Lock keepers", "actor")]
    assert (second.when, second.where, second.attribution[0].source) == (None, None, "Lena Brandt")
    assert found.usage.calls == 1


def test_a_quotation_is_evidence_only_where_it_stands(wanted: Callable[[LLM], Wanted], strike: str) -> None:
    found = told(make(wanted(Scripted([answer()])), Article(text=strike)).digest, strike)
    [span] = found.summary[0].evidence
    assert strike[span.start : span.end] == QUOTE
    assert found.headline.evidence == []  # another case, so other words
    assert found.key_points[0].evidence == []
    assert found.events[0].evidence == found.events[0].description.evidence == [span]


def test_the_same_again_asks_nobody(wanted: Callable[[LLM], Wanted], strike: str) -> None:
    make(wanted(Scripted([answer()])), Article(text=strike))
    assert make(wanted(Scripted([])), Article(text=strike)).remembered == 1


def test_an_answer_that_does_not_fit_is_a_failure(wanted: Callable[[LLM], Wanted], strike: str) -> None:
    with pytest.raises(UpstreamInvalid):
        make(wanted(Scripted([answer(events=[{}])])), Article(text=strike))


def test_it_needs_an_llm(tmp_path: Path, strike: str) -> None:
    with pytest.raises(ValueError, match="needs an LLM"):
        make(Wanted(None, tmp_path), Article(text=strike))


def test_the_llm_is_told_what_is_known_of_the_article() -> None:
    asked = messages(Article(text="Fog.", title="Weather", published="2026-01-02"))
    assert asked[-1]["content"] == "Title: Weather\nPublished: 2026-01-02\n\nFog."
    assert messages(Article(text="Fog."))[-1]["content"] == "Fog."
    assert "quote" in asked[0]["content"]


def test_the_embedded_engine_can_keep_to_the_schema_and_its_bounds() -> None:
    assert grammar(Answer.model_json_schema()).startswith("root ::=")
    longest = answer(summary=[{"text": "x" * 241, "quote": ""}])
    with pytest.raises(ValueError, match="240"):
        Answer.model_validate_json(json.dumps(longest))
