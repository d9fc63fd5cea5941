"""The whole line: whatever the article and whatever the LLM writes, every span of the answer is exact."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nutgraf.article_pipeline import digest, digest_id
from nutgraf.errors import BadArticle, UpstreamUnavailable
from nutgraf.llm import Messages, Spent, T
from nutgraf.llm.scripted import Scripted, ScriptedJudge
from nutgraf_prompts import load
from nutgraf_schemas import Article, Digest, Options
from nutgraf_schemas.draft import Draft, EventFields, Rewrite

Exact = Callable[[Digest, str], None]
TYPES = ["release_or_exchange", "business", "attack", "statement", "other"]


class Babbler:
    """An LLM that answers with words of the article, repeats and nonsense, always in the form that is asked for."""

    name = "babbler"

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 (a repeatable babble)

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        words = messages[-1]["content"].replace('"', " ").replace("\\", " ").split() or ["nothing"]
        return schema.model_validate(self.answer(schema, words)), Spent(1, len(words), 0, 5)

    def answer(self, schema: type[Any], words: list[str]) -> dict[str, Any]:
        def some(most: int, least: int = 0) -> str:
            at = self.random.randrange(len(words))
            run = " ".join(words[at : at + self.random.randint(least, 9)])
            kept = "".join(c for c in run if c.isascii() and c.isprintable())[:most]
            return kept if len(kept) >= least * 2 else "ab" * least

        def statement() -> dict[str, Any]:
            return {"t": some(200, 1) or "ab", "s": [self.random.randint(-3, 60) for _ in range(2)]}

        def fields() -> dict[str, Any]:
            return {
                "what": some(200, 1) or "ab",
                "when": some(80),
                "where": some(80),
                "by": [some(80) for _ in range(self.random.randint(0, 3))],
                "to": [some(80) for _ in range(self.random.randint(0, 3))],
            }

        if schema is Rewrite:
            return {"t": some(200, 1) or "ab"}
        if schema is EventFields:
            return fields()
        assert schema is Draft
        return {
            "h": statement(),
            "sum": [statement() for _ in range(3)],
            "key": [statement() for _ in range(3)],
            "ev": [
                {
                    **fields(),
                    "type": self.random.choice(TYPES),
                    "status": self.random.choice(["happened", "planned", "denied"]),
                    "s": [self.random.randint(-3, 60)],
                }
                for _ in range(4)
            ],
        }


class Absent:
    """An LLM that cannot be reached."""

    name = "absent"

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        raise UpstreamUnavailable


WORDS = st.sampled_from(
    "Police said on Thursday that Ana Lima, 52, had been released in Velmar after 12 years . ! ? “ ” \" 's US-Russian "
    "The handover was held Abu Dhabi denied $50 million Mr. U.S. 👩‍👩‍👧 Ä é 北京 \u200b \u202e <|im_end|> [3] \r\n \n\n \u2028 "
    "killed will not according to yesterday in March 2024 a.m. — -- … \t".split(" ")
)
ARTICLES = st.one_of(
    st.lists(WORDS, min_size=1, max_size=80).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=300),
)


@settings(max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    ARTICLES,
    st.integers(0, 2**32),
    st.sampled_from(["codepoint", "utf16", "utf8"]),
    st.sampled_from(["steps", "whole"]),
)
@example("Police said on Thursday that Ana Lima 👩‍👩‍👧 had been released. The handover was held in Abu Dhabi.", 1, "utf16", "steps")  # fmt: skip
def test_every_span_is_exact_whatever_comes(
    exact: Exact, text: str, seed: int, unit: str, family: str
) -> None:
    article = Article(text=text, language="en", options=Options(offset_unit=unit))
    try:
        result = asyncio.run(digest(article, Babbler(seed), load(family, 1)))
    except BadArticle:
        return
    exact(result, text)


def test_a_wire_report_becomes_a_digest(exact: Exact, strike: str) -> None:
    result = asyncio.run(digest(Article(text=strike), Babbler(7), load("steps", 1)))
    exact(result, strike)
    assert result.status == "complete"
    assert result.article.published.edtf == "2026-05-12"
    assert result.article.dateline is not None
    assert len(result.summary) == 3
    assert result.usage.calls > 4


def test_without_an_llm_the_articles_own_sentences_stand_in(exact: Exact, strike: str) -> None:
    result = asyncio.run(digest(Article(text=strike), Absent(), load("steps", 1)))
    exact(result, strike)
    assert result.status == "degraded"
    assert {s.support for s in [result.headline, *result.summary, *result.key_points]} == {"extracted"}
    assert result.warnings[0].code == "upstream-unavailable"
    assert result.provenance.llm is None


def test_who_wants_no_substitute_gets_the_error(strike: str) -> None:
    article = Article(text=strike, options=Options(on_failure="error"))
    with pytest.raises(UpstreamUnavailable):
        asyncio.run(digest(article, Absent(), load("steps", 1)))


def test_another_language_is_extracted_and_said_to_be_unchecked() -> None:
    text = (
        "Die Regierung hat am Montag ein neues Gesetz beschlossen. Das Gesetz gilt ab Januar. "
        "Die Opposition kritisierte die Entscheidung scharf und kündigte eine Klage an."
    )
    result = asyncio.run(digest(Article(text=text), Babbler(1), load("steps", 1)))
    assert result.article.language == "de"
    assert result.events == []
    assert result.entities == []  # they are read by the rules of English
    assert result.usage.calls == 0
    assert {s.support for s in result.summary} == {"extracted"}
    assert "language_not_checked" in [w.code for w in result.warnings]


def test_the_same_request_has_the_same_id(strike: str) -> None:
    ids = {digest_id(Article(text=t), Absent(), load("steps", 1)) for t in (strike, strike, strike + " ")}
    assert len(ids) == 2


def test_the_prompt_for_large_llms_makes_a_digest_in_one_call(exact: Exact) -> None:
    """The recording is the embedded LLM's answer to `whole@1`; a new version of the prompt needs a new one."""
    text = (Path(__file__).parents[2] / "bench" / "articles" / "strike.txt").read_text("utf-8")
    article = Article(text=text, options=Options(summary_sentences=3, key_points=3, events=4))
    recording = Scripted(Path(__file__).parent / "recordings" / "whole_strike.jsonl")
    result = asyncio.run(digest(article, recording, load("whole", 1)))
    exact(result, text)
    assert result.status == "complete"
    assert result.usage.calls == 1
    assert result.events[0].type == "protest_or_strike"
    assert {s.support for s in [result.headline, *result.summary]} <= {"verbatim", "supported", "extracted"}
    assert len(result.summary) >= 2


DOUBTING = Options(second_opinion=True, summary_sentences=2, key_points=0, events=0)


def copied(messages: Messages, _schema: object) -> dict[str, Any]:
    """The beginning of the sentence that is to be rewritten."""
    words = messages[-1]["content"].split("Sentence: ")[-1].split("\n")[0].split()
    return {"t": " ".join(words[:12])}


def test_a_second_opinion_is_paid_named_and_part_of_what_makes_a_digest(strike: str) -> None:
    article, prompt = Article(text=strike, options=DOUBTING), load("steps", 1)
    llm = ScriptedJudge(copied, lambda _: 0.1)
    result = asyncio.run(digest(article, llm, prompt))
    plain = article.model_copy(update={"options": DOUBTING.model_copy(update={"second_opinion": False})})
    without = asyncio.run(digest(plain, llm, prompt))
    assert (result.provenance.second_opinion, without.provenance.second_opinion) == ("judge@1", None)
    assert result.id != without.id
    lowered = [s for s in result.summary if s.checks.get("second_opinion") == "failed"]
    assert lowered
    assert {s.support for s in lowered} == {"extracted"}
    assert result.usage.calls > without.usage.calls
    assert "second_opinion" not in {name for s in without.summary for name in s.checks}


def test_without_an_llm_for_the_second_opinion_a_digest_is_degraded_or_an_error_as_was_asked(
    strike: str, exact: Exact
) -> None:
    gone, prompt = ScriptedJudge(copied, lambda _: UpstreamUnavailable("It left.")), load("steps", 1)
    result = asyncio.run(digest(Article(text=strike, options=DOUBTING), gone, prompt))
    exact(result, strike)
    assert result.status == "degraded"
    assert "There is no second opinion: It left." in [w.message for w in result.warnings]
    assert {s.support for s in result.summary} <= {"supported", "verbatim"}
    strict = DOUBTING.model_copy(update={"on_failure": "error"})
    with pytest.raises(UpstreamUnavailable):
        asyncio.run(digest(Article(text=strike, options=strict), gone, prompt))
