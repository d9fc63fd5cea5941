"""An LLM with a memory: the same question costs once."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from nutgraf.errors import StoreUnavailable
from nutgraf.llm import Judge, Messages, Spent, T
from nutgraf.llm.scripted import ScriptedJudge
from nutgraf.store import open_store
from nutgraf.store.remembering import Remembering, remembering
from nutgraf_schemas import Digest
from nutgraf_schemas.draft import EventFields, Rewrite

ASKED: Messages = [{"role": "user", "content": "Rewrite: the bridge closed."}]


class Counting:
    """Answers with how often it was asked."""

    name = "counting"

    def __init__(self) -> None:
        self.asked = 0

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        self.asked += 1
        return schema.model_validate({"t": f"Answer {self.asked}"}), Spent(1, 10, 0, 5)


def test_the_same_request_is_asked_once_even_by_a_later_process_once_a_digest_is_kept(
    tmp_path: Path, digest: Digest
) -> None:
    llm = Counting()

    async def ask() -> tuple[Rewrite, Spent]:
        async with open_store(tmp_path / "s.sqlite") as store:
            memory = Remembering(llm, store)
            answer = await memory.fill(ASKED, Rewrite, max_tokens=50)
            assert (await memory.fill(ASKED, Rewrite, max_tokens=50))[0] == answer[0]
            await store.put(digest, memory.answers)
            return answer

    first, again = asyncio.run(ask()), asyncio.run(ask())
    assert llm.asked == 1
    assert first == (Rewrite(text="Answer 1"), Spent(1, 10, 0, 5))
    assert again == (Rewrite(text="Answer 1"), Spent())


def test_whatever_differs_in_a_request_is_another_request(tmp_path: Path) -> None:
    llm, other = Counting(), Counting()
    other.name = "other"

    class Differs(Rewrite):
        """Another schema with the same field."""

    async def ask() -> int:
        async with open_store(tmp_path / "s.sqlite") as store:
            memory = Remembering(llm, store)
            await memory.fill(ASKED, Rewrite, max_tokens=50)
            await memory.fill(ASKED, Rewrite, max_tokens=51)
            await memory.fill([*ASKED, *ASKED], Rewrite, max_tokens=50)
            await memory.fill(ASKED, Differs, max_tokens=50)
            await Remembering(other, store).fill(ASKED, Rewrite, max_tokens=50)
            return llm.asked

    assert asyncio.run(ask()) == 4
    assert other.asked == 1


def test_an_answer_keeps_its_names_on_the_wire_and_in_full(tmp_path: Path) -> None:
    answer = EventFields.model_validate(
        {"what": "A bridge closed", "when": "", "where": "", "by": ["the council"], "to": []}
    )

    class Fixed(Counting):
        async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
            self.asked += 1
            return schema.model_validate(answer.model_dump(by_alias=True)), Spent(1)

    async def ask() -> None:
        async with open_store(tmp_path / "s.sqlite") as store:
            memory = Remembering(llm, store)
            assert [(await memory.fill(ASKED, EventFields, max_tokens=9))[0] for _ in "ab"] == [
                answer,
                answer,
            ]

    llm = Fixed()
    asyncio.run(ask())
    assert llm.asked == 1


def test_nothing_is_written_before_a_digest_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "s.sqlite"

    async def ask() -> None:
        async with open_store(file) as store:
            await Remembering(Counting(), store).fill(ASKED, Rewrite, max_tokens=50)

    asyncio.run(ask())
    with sqlite3.connect(file) as connection:
        assert connection.execute("select count(*) from llm_answers").fetchone() == (0,)
    connection.close()


def test_a_store_that_cannot_be_read_costs_a_call_and_no_failure(tmp_path: Path) -> None:
    async def ask() -> Rewrite:
        async with open_store(tmp_path / "s.sqlite") as store:
            with sqlite3.connect(tmp_path / "s.sqlite") as connection:
                connection.execute("drop table llm_answers")
            connection.close()
            with pytest.raises(StoreUnavailable):
                await store.recall("anything")
            return (await Remembering(Counting(), store).fill(ASKED, Rewrite, max_tokens=50))[0]

    assert asyncio.run(ask()) == Rewrite(text="Answer 1")


def test_a_verdict_is_remembered_too_and_who_cannot_judge_does_not_learn_it(
    tmp_path: Path, digest: Digest
) -> None:
    asked: list[Messages] = []

    def probability(messages: Messages) -> float:
        asked.append(messages)
        return 0.25

    async def ask() -> tuple[float, Spent]:
        async with open_store(tmp_path / "s.sqlite") as store:
            memory = remembering(ScriptedJudge([], probability), store)
            assert isinstance(memory, Judge)
            told = await memory.judge(ASKED)
            assert (await memory.judge(ASKED))[0] == told[0]
            await store.put(digest, memory.answers)
            assert not isinstance(remembering(Counting(), store), Judge)
            return told

    assert asyncio.run(ask()) == (0.25, Spent(calls=1, output_tokens=1))
    assert asyncio.run(ask()) == (0.25, Spent())
    assert asked == [ASKED]
