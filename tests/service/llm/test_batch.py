"""Who is computed when: a pipeline of lists in place of the real one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.llm.batch import BLOCK, MOST_TOKENS, SEQUENCES, Answer, Batch, NoRoomError, blocks


@dataclass
class Handle:
    """A request that gives one token a step: the length of its prompt."""

    prompt: Sequence[int]
    left: int
    status: str = "RUNNING"
    unread: list[int] = field(default_factory=list)

    def can_read(self) -> bool:
        return bool(self.unread)

    def read(self) -> dict[int, Any]:
        reason = "LENGTH" if self.left == 0 else "NONE"
        output = SimpleNamespace(
            generated_ids=[token := self.unread.pop(0)],
            generated_log_probs=[-token / 8],
            finish_reason=SimpleNamespace(name=reason),
        )
        return {0: output}

    def get_status(self) -> Any:
        return SimpleNamespace(name=self.status)

    def cancel(self) -> None:
        self.status = "CANCEL"


@dataclass
class Pipeline:
    """Gives every request a token a step."""

    steps: list[list[int]] = field(default_factory=list)
    handles: list[Handle] = field(default_factory=list)
    fails: bool = False
    asked: asyncio.Event = field(default_factory=asyncio.Event)

    def add_request(self, _number: int, prompt: Sequence[int], config: Any) -> Handle:
        self.asked.set()
        if not prompt:
            raise RuntimeError("there is nothing to go on")
        self.handles.append(Handle(prompt, config.max_new_tokens))
        return self.handles[-1]

    def step(self) -> None:
        running = [handle for handle in self.handles if handle.status == "RUNNING"]
        self.steps.append([len(handle.prompt) for handle in running])
        for handle in running:
            handle.unread.append(len(handle.prompt))
            handle.left -= 1
            if self.fails:
                handle.status = "IGNORED"
            elif handle.left == 0:
                handle.status = "FINISHED"


def told(story: Callable[[Batch], Awaitable[None]], pipeline: Pipeline) -> None:
    async def tell() -> None:
        batch = Batch(pipeline, lambda tokens: tokens)
        running = asyncio.create_task(batch.run())
        await story(batch)
        assert (batch.waiting, batch.running) == (0, 0)
        running.cancel()

    asyncio.run(asyncio.wait_for(tell(), 10))


def tokens(most: int) -> Any:
    return SimpleNamespace(max_new_tokens=most)


def beginning(length: int, *, with_: int = 0) -> list[int]:
    """A prompt of `length` tokens; those with different `with_` have nothing in common."""
    return [with_ * 10_000 + n for n in range(length)]


def test_requests_are_computed_together_and_end_when_they_end() -> None:
    pipeline = Pipeline()

    async def story(batch: Batch) -> None:
        short, long = await asyncio.gather(
            batch.answer([1, 2], tokens(1)), batch.answer([1, 2, 3], tokens(3))
        )
        assert short == Answer([2], "length", 0, [-0.25])
        assert long == Answer([3, 3, 3], "length", 0, [-0.375] * 3)

    told(story, pipeline)
    assert pipeline.steps == [[2, 3], [3], [3]]


def test_who_shares_a_beginning_waits_until_it_has_been_read_once() -> None:
    pipeline = Pipeline()
    shared = beginning(100)

    async def story(batch: Batch) -> None:
        answers = await asyncio.gather(
            *(batch.answer([*shared, *tail], tokens(2)) for tail in ([1], [2, 2], [3, 3, 3])),
            batch.answer(beginning(80, with_=1), tokens(2)),
        )
        assert [answer.cached for answer in answers] == [0, 96, 96, 0]

    told(story, pipeline)
    assert pipeline.steps == [[101, 80], [101, 80, 102, 103], [102, 103]]


def test_who_shares_less_than_two_blocks_goes_at_once() -> None:
    pipeline = Pipeline()

    async def story(batch: Batch) -> None:
        alike = [[*beginning(2 * BLOCK - 1), *beginning(90, with_=n)] for n in (1, 2)]
        await asyncio.gather(*(batch.answer(prompt, tokens(1)) for prompt in alike))

    told(story, pipeline)
    assert len(pipeline.steps) == 1


def test_what_has_been_read_is_known_afterwards() -> None:
    async def story(batch: Batch) -> None:
        first = await batch.answer(beginning(200), tokens(1))
        again = await batch.answer(beginning(200), tokens(1))
        longer = await batch.answer(beginning(256), tokens(1))
        assert (first.cached, again.cached, longer.cached) == (0, 192, 192)

    told(story, Pipeline())


def test_no_prompt_counts_as_known_to_its_last_token() -> None:
    async def story(batch: Batch) -> None:
        await batch.answer(beginning(64), tokens(1))
        assert (await batch.answer(beginning(64), tokens(1))).cached == 63

    told(story, Pipeline())


def test_no_more_run_than_there_are_places_nor_than_the_cache_holds() -> None:
    pipeline = Pipeline()

    async def story(batch: Batch) -> None:
        await asyncio.gather(*(batch.answer([n], tokens(1)) for n in range(SEQUENCES + 3)))
        half = beginning(MOST_TOKENS // 2)
        await asyncio.gather(*(batch.answer([n, *half], tokens(1)) for n in (-1, -2)))

    told(story, pipeline)
    assert [len(step) for step in pipeline.steps] == [SEQUENCES, 3, 1, 1]


def test_what_can_never_fit_is_refused_at_once() -> None:
    async def story(batch: Batch) -> None:
        with pytest.raises(ValueError, match="fit"):
            await batch.answer(beginning(MOST_TOKENS), tokens(1))

    told(story, Pipeline())


def test_who_leaves_is_taken_out_and_those_who_waited_for_it_go_on() -> None:
    pipeline = Pipeline()
    shared = beginning(100)

    async def story(batch: Batch) -> None:
        first = asyncio.create_task(batch.answer(shared, tokens(10_000)))
        second = asyncio.create_task(batch.answer([*shared, 1], tokens(1)))
        waiting = asyncio.create_task(batch.answer(beginning(9), tokens(1)))
        waiting.cancel()
        async with asyncio.timeout(5):
            await pipeline.asked.wait()
        first.cancel()
        assert (await second).tokens == [101]

    told(story, pipeline)
    assert [handle.status for handle in pipeline.handles] == ["CANCEL", "FINISHED"]


def test_a_request_that_the_pipeline_gives_up_is_told_so() -> None:
    async def story(batch: Batch) -> None:
        with pytest.raises(NoRoomError, match="IGNORED"):
            await batch.answer([1], tokens(5))

    told(story, Pipeline(fails=True))


def test_a_request_that_the_pipeline_refuses_harms_no_other() -> None:
    async def story(batch: Batch) -> None:
        refused, answer = await asyncio.gather(
            batch.answer([], tokens(1)), batch.answer([1], tokens(1)), return_exceptions=True
        )
        assert isinstance(refused, ValueError)
        assert answer == Answer([1], "length", 0, [-0.125])

    told(story, Pipeline())


def test_blocks_stand_for_everything_up_to_their_end() -> None:
    a, b = blocks(beginning(100)), blocks([7, *beginning(99)])
    assert len(a) == len(b) == 3
    assert not set(a) & set(b)
    assert blocks(beginning(70)) == a[:2]
