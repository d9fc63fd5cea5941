"""Answers known beforehand come back, in order or by request."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from nutgraf.errors import UpstreamInvalid, UpstreamRefused, UpstreamUnavailable
from nutgraf.llm import LLM, Messages, Spent
from nutgraf.llm.scripted import Recording, Scripted
from nutgraf_schemas.draft import EventFields, Rewrite

CLOSED = Rewrite(text="The bridge closed.")


def asking(words: str) -> Messages:
    return [{"role": "user", "content": words}]


def ask(llm: LLM, *words: str) -> list[Any]:
    """What comes of asking all of `words` at once."""

    async def all_at_once() -> list[Any]:
        calls = [llm.fill(asking(w), Rewrite, max_tokens=10) for w in words]
        return await asyncio.gather(*calls, return_exceptions=True)

    return asyncio.run(all_at_once())


def test_a_list_is_answered_in_its_order_and_ends() -> None:
    llm = Scripted([CLOSED, {"t": "It opened."}, '{"t":"It fell."}', UpstreamRefused()])
    *answers, refused, ended = ask(llm, "a", "b", "c", "d", "e")
    assert [answer.text for answer, _ in answers] == ["The bridge closed.", "It opened.", "It fell."]
    assert isinstance(refused, UpstreamRefused)
    assert isinstance(ended, UpstreamUnavailable)


def test_a_function_sees_messages_and_schema() -> None:
    llm = Scripted(lambda messages, schema: {"t": f"{schema.__name__}: {messages[-1]['content']}"})
    [(answer, spent)] = ask(llm, "said")
    assert answer == Rewrite(text="Rewrite: said")
    assert spent == Spent(calls=1)


@pytest.mark.parametrize("answer", ["no JSON", {"t": ""}, {"t": "x" * 500}, {"text": "good", "more": 1}])
def test_an_answer_that_does_not_fit_is_invalid(answer: Any) -> None:
    [error] = ask(Scripted([answer]), "a")
    assert isinstance(error, UpstreamInvalid)


def test_a_recording_gives_back_what_was_answered_whatever_the_order(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    original = Scripted(lambda messages, _: {"t": f"“{messages[-1]['content']}”, é"}, name="weights")
    recorded = ask(Recording(original, path), "one", "two")
    assert len(path.read_text("utf-8").splitlines()) == 2
    assert ask(Scripted(path), "two", "one") == recorded[::-1]


def test_a_recording_does_not_know_other_messages_or_another_schema(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    ask(Recording(Scripted([CLOSED]), path), "one")
    [error] = ask(Scripted(path), "two")
    assert isinstance(error, UpstreamUnavailable)
    with pytest.raises(UpstreamUnavailable):
        asyncio.run(Scripted(path).fill(asking("one"), EventFields, max_tokens=10))


def test_a_recording_bears_the_name_of_what_it_records(tmp_path: Path) -> None:
    assert Recording(Scripted([], name="weights"), tmp_path / "a").name == "weights"
