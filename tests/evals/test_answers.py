"""An LLM with a memory: what it is asked, what it is not asked again, and what ends it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from nutgraf.errors import SetupError, UpstreamInvalid, UpstreamUnavailable
from nutgraf.llm import LLM, Messages, Spent
from nutgraf_evals.answers import Answers, Remembering
from nutgraf_schemas.draft import EventFields, Rewrite

IDENTITY = {"llm": "quill", "weights": "1"}


class Quill:
    """Counts how often it is started and asked."""

    name = "quill"

    def __init__(self) -> None:
        self.started = self.asked = self.ended = 0

    async def fill(self, messages: Messages, schema: type, *, max_tokens: int) -> tuple[Rewrite, Spent]:
        self.asked += 1
        if messages[0]["content"] == "Rage.":
            raise UpstreamInvalid
        return Rewrite(text=f"It says “{messages[0]['content']}”"), Spent(1, 20, 8, max_tokens)

    @asynccontextmanager
    async def start(self) -> AsyncIterator[LLM]:
        self.started += 1
        await asyncio.sleep(0)
        yield self
        self.ended += 1


def said(*words: str) -> list[Messages]:
    return [[{"role": "user", "content": each}] for each in words]


def ask(
    quill: Quill, path: Path, *messages: Messages, identity: dict[str, str] = IDENTITY, max_tokens: int = 9
) -> tuple[list[tuple[Rewrite, Spent]], int]:
    """The answers to messages that are asked side by side, and how many were remembered."""

    async def all_at_once() -> tuple[list[tuple[Rewrite, Spent]], int]:
        async with Answers(path, identity, quill.start) as answers:
            llm = Remembering("quill", answers)
            found = await asyncio.gather(
                *(llm.fill(each, Rewrite, max_tokens=max_tokens) for each in messages)
            )
            return found, llm.remembered

    return asyncio.run(all_at_once())


def test_an_answer_is_asked_for_once_and_costs_what_it_cost(tmp_path: Path) -> None:
    first, second, path = Quill(), Quill(), tmp_path / "answers.jsonl"
    found, remembered = ask(first, path, *said("Rain.", "Fog."))
    assert [answer.text for answer, _ in found] == ["It says “Rain.”", "It says “Fog.”"]
    assert (first.started, first.asked, first.ended, remembered) == (1, 2, 1, 0)
    assert ask(second, path, *said("Fog.", "Rain.")) == (found[::-1], 2)
    assert (second.started, second.asked) == (0, 0)


def test_a_new_request_among_known_ones_is_asked(tmp_path: Path) -> None:
    quill, path = Quill(), tmp_path / "answers.jsonl"
    ask(quill, path, *said("Rain."))
    assert ask(quill, path, *said("Rain.", "Snow."))[1] == 1
    assert quill.asked == 2


@pytest.mark.parametrize("changed", [{"identity": {**IDENTITY, "weights": "2"}}, {"max_tokens": 10}])
def test_another_llm_and_another_bound_are_other_requests(tmp_path: Path, changed: dict[str, object]) -> None:
    quill, path = Quill(), tmp_path / "answers.jsonl"
    ask(quill, path, *said("Rain."))
    assert ask(quill, path, *said("Rain."), **changed)[1] == 0  # type: ignore[arg-type]  # either option


def test_another_schema_is_another_request(tmp_path: Path) -> None:
    quill, path = Quill(), tmp_path / "answers.jsonl"
    ask(quill, path, *said("Rain."))

    async def ask_for_an_event() -> None:
        async with Answers(path, IDENTITY, quill.start) as answers:
            await answers.fill(said("Rain.")[0], EventFields, 9)

    asyncio.run(ask_for_an_event())
    assert quill.asked == 2


def test_a_failure_is_raised_and_not_remembered(tmp_path: Path) -> None:
    quill, path = Quill(), tmp_path / "answers.jsonl"
    for _ in range(2):
        with pytest.raises(UpstreamInvalid):
            ask(quill, path, *said("Rage."))
    assert (quill.asked, quill.ended) == (2, 2)
    assert not path.exists()


def test_an_answer_torn_by_a_kill_is_asked_for_again(tmp_path: Path) -> None:
    quill, path = Quill(), tmp_path / "answers.jsonl"
    ask(quill, path, *said("Rain.", "Fog."))
    path.write_bytes(path.read_bytes()[:-5])
    assert ask(quill, path, *said("Rain.", "Fog."))[1] == 1
    assert ask(quill, path, *said("Rain.", "Fog."))[1] == 2


def test_an_llm_that_cannot_be_started_is_started_once_and_says_why(tmp_path: Path) -> None:
    starts = []

    @asynccontextmanager
    async def start() -> AsyncIterator[LLM]:
        starts.append(1)
        raise SetupError("There is no ink.")
        yield Quill()

    async def story() -> None:
        async with Answers(tmp_path / "answers.jsonl", IDENTITY, start) as answers:
            for _ in range(2):
                with pytest.raises(UpstreamUnavailable):
                    await answers.fill(said("Rain.")[0], Rewrite, 9)
            assert answers.failure is not None
            assert answers.failure.detail == "There is no ink."

    asyncio.run(story())
    assert starts == [1]
