"""Around the line: the same request is made once, whoever asks, and nobody waits longer than they said."""

import asyncio
import gc
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from nutgraf.desk import Desk, Served
from nutgraf.errors import (
    ArticleEmpty,
    DeadlineExceeded,
    SetupError,
    UpstreamInvalid,
    UpstreamUnavailable,
    WeightsError,
)
from nutgraf.llm import LLM, Messages, Spent, T
from nutgraf.store import open_store
from nutgraf_prompts import load
from nutgraf_schemas import Article, Digest, Options

ARTICLE = Article(
    text="The harbour bridge in Lowmouth closed on Tuesday. It opens again in May, the council said."
)
OR_ERROR = ARTICLE.model_copy(update={"options": Options(on_failure="error")})
NOTHING_MORE: dict[str, Any] = {"when": "", "where": "", "by": [], "to": []}
ANSWERS: dict[str, dict[str, Any]] = {
    "Rewrite": {"t": "A bridge closed on Tuesday."},
    "EventFields": {"what": "A bridge closed", **NOTHING_MORE},
}


class Gated:
    """An LLM that answers once its gate is open, and counts who asked and who gave up."""

    name = "gated"

    def __init__(self, *, open: bool = True) -> None:  # noqa: A002
        self.asked = self.left = 0
        self.gate = asyncio.Event()
        if open:
            self.gate.set()

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        self.asked += 1
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.left += 1
            raise
        return schema.model_validate(ANSWERS[schema.__name__]), Spent(1, 10, 0, 5)


class Failing(Gated):
    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        await super().fill(messages, schema, max_tokens=max_tokens)
        raise UpstreamInvalid


class FailingLate(Gated):
    """Answers the first call only."""

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        if self.asked:
            await asyncio.sleep(0.1)
            raise UpstreamUnavailable
        return await super().fill(messages, schema, max_tokens=max_tokens)


@pytest.fixture
def at_the_desk(
    tmp_path: Path,
) -> Callable[[Callable[[], LLM], Callable[[Desk, Any], Awaitable[None]]], None]:
    """Run a story at a desk whose LLM is made by the first argument."""

    @asynccontextmanager
    async def desk(llm: LLM) -> AsyncIterator[Desk]:
        async with open_store(tmp_path / "digests.sqlite") as store:
            ready: asyncio.Future[LLM] = asyncio.get_running_loop().create_future()
            ready.set_result(llm)
            yield Desk(ready, load("steps", 1), store, llm.name)

    def run(make: Callable[[], LLM], story: Callable[[Desk, Any], Awaitable[None]]) -> None:
        async def told() -> None:
            llm = make()
            async with desk(llm) as its:
                await asyncio.wait_for(story(its, llm), 20)

        asyncio.run(told())

    return run


def warnings(served: Served) -> dict[str, str]:
    digest = Digest.model_validate_json(served.kept.body)
    assert (digest.status, served.how) == ("degraded", "miss")
    return {warning.code: warning.message for warning in digest.warnings}


At = Callable[[Callable[[], LLM], Callable[[Desk, Any], Awaitable[None]]], None]


def closed() -> Gated:
    return Gated(open=False)


async def until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 (a test that polls needs no event of its own)
        await asyncio.sleep(0.005)


def test_the_same_article_is_made_once_and_then_served_byte_for_byte(at_the_desk: At) -> None:
    async def story(desk: Desk, llm: Gated) -> None:
        made = await desk.digest(ARTICLE, 10)
        asked = llm.asked
        again = await desk.digest(ARTICLE.model_copy(), 10)
        assert (made.how, again.how) == ("miss", "hit")
        assert again.kept == made.kept
        assert llm.asked == asked > 0

    at_the_desk(Gated, story)


def test_other_options_are_another_digest(at_the_desk: At) -> None:
    async def story(desk: Desk, llm: Gated) -> None:
        one = await desk.digest(ARTICLE, 10)
        other = await desk.digest(ARTICLE.model_copy(update={"options": Options(summary_sentences=1)}), 10)
        assert other.how == "miss"
        assert other.kept.id != one.kept.id

    at_the_desk(Gated, story)


def test_a_hundred_who_ask_at_once_share_one_making(at_the_desk: At) -> None:
    async def story(desk: Desk, llm: Gated) -> None:
        all_of_them = [asyncio.create_task(desk.digest(ARTICLE, 10)) for _ in range(100)]
        await until(lambda: llm.asked > 0)
        llm.gate.set()
        served = await asyncio.gather(*all_of_them)
        assert [s.how for s in served].count("miss") == 1
        assert [s.how for s in served].count("collapsed") == 99
        assert len({s.kept.body for s in served}) == 1
        assert llm.asked == Digest.model_validate_json(served[0].kept.body).usage.calls

    at_the_desk(closed, story)


def test_when_the_first_to_ask_leaves_the_others_are_served(at_the_desk: At) -> None:
    async def story(desk: Desk, llm: Gated) -> None:
        first = asyncio.create_task(desk.digest(ARTICLE, 10))
        await until(lambda: llm.asked > 0)
        second = asyncio.create_task(desk.digest(ARTICLE, 10))
        await asyncio.sleep(0.1)
        asked = llm.asked
        first.cancel()
        await asyncio.wait([first])
        llm.gate.set()
        assert (await second).how == "collapsed"
        assert (llm.asked, llm.left) == (asked, 0)

    at_the_desk(closed, story)


def test_when_the_last_one_has_gone_the_work_is_given_up_and_can_be_asked_for_again(at_the_desk: At) -> None:
    async def story(desk: Desk, llm: Gated) -> None:
        with pytest.raises(DeadlineExceeded, match=r"0\.2 seconds"):
            await desk.digest(OR_ERROR, 0.2)
        await until(lambda: llm.left == llm.asked > 0)
        llm.gate.set()
        assert (await desk.digest(OR_ERROR, 10)).how == "miss"

    at_the_desk(closed, story)


def test_a_failure_is_told_to_all_who_wait_and_is_not_kept(at_the_desk: At) -> None:
    async def story(desk: Desk, llm: Failing) -> None:
        told = await asyncio.gather(*(desk.digest(OR_ERROR, 10) for _ in range(3)), return_exceptions=True)
        assert [type(error) for error in told] == [UpstreamInvalid] * 3
        with pytest.raises(UpstreamInvalid):
            await desk.digest(OR_ERROR, 10)

    at_the_desk(Failing, story)


def test_a_degraded_digest_can_be_read_but_is_made_anew_for_the_next_who_asks(at_the_desk: At) -> None:
    async def story(desk: Desk, llm: Failing) -> None:
        made = await desk.digest(ARTICLE, 10)
        assert not made.kept.complete
        assert await desk.store.get(made.kept.id) == made.kept
        assert (await desk.digest(ARTICLE, 10)).how == "miss"

    at_the_desk(Failing, story)


def test_what_the_llm_answered_is_not_asked_again_after_the_digest_is_gone_from_the_table(
    at_the_desk: At,
) -> None:
    async def story(desk: Desk, llm: Gated) -> None:
        one = Options(events=0, key_points=1)
        two = Options(events=0, key_points=1, offset_unit="utf16")
        await desk.digest(ARTICLE.model_copy(update={"options": one}), 10)
        asked = llm.asked
        again = await desk.digest(ARTICLE.model_copy(update={"options": two}), 10)
        assert again.how == "miss"
        assert llm.asked == asked
        assert Digest.model_validate_json(again.kept.body).usage.calls == 0

    at_the_desk(Gated, story)


def test_what_was_answered_for_a_digest_that_never_came_is_not_kept(at_the_desk: At, tmp_path: Path) -> None:
    async def story(desk: Desk, llm: FailingLate) -> None:
        with pytest.raises(UpstreamUnavailable):
            await desk.digest(OR_ERROR, 10)
        assert llm.asked == 1
        with sqlite3.connect(tmp_path / "digests.sqlite") as connection:
            assert connection.execute("select count(*) from llm_answers").fetchone() == (0,)
        connection.close()

    at_the_desk(FailingLate, story)


def test_deleting_makes_the_llm_work_again(at_the_desk: At) -> None:
    async def story(desk: Desk, llm: Gated) -> None:
        made = await desk.digest(ARTICLE, 10)
        asked = llm.asked
        assert await desk.store.delete(made.kept.id)
        assert (await desk.digest(ARTICLE, 10)).kept.id == made.kept.id
        assert llm.asked == 2 * asked

    at_the_desk(Gated, story)


def test_an_article_without_words_never_reaches_the_llm(at_the_desk: At) -> None:
    async def story(desk: Desk, llm: Gated) -> None:
        with pytest.raises(ArticleEmpty):
            await desk.digest(Article(text=" \n"), 10)
        assert llm.asked == 0

    at_the_desk(Gated, story)


def test_while_the_llm_starts_a_request_waits_and_the_desk_is_not_ready(tmp_path: Path) -> None:
    async def story() -> None:
        async with open_store(tmp_path / "digests.sqlite") as store:
            ready: asyncio.Future[LLM] = asyncio.get_running_loop().create_future()
            desk = Desk(ready, load("steps", 1), store, "gated")
            with pytest.raises(UpstreamUnavailable, match="starting"):
                desk.check_ready()
            with pytest.raises(DeadlineExceeded):
                await desk.digest(OR_ERROR, 0.05)
            waiting = asyncio.create_task(desk.digest(ARTICLE, 10))
            await asyncio.sleep(0.05)
            ready.set_result(Gated())
            assert (await waiting).how == "miss"
            desk.check_ready()

    asyncio.run(story())


def test_an_llm_that_could_not_start_is_told_with_its_remedy(tmp_path: Path) -> None:
    async def story() -> None:
        async with open_store(tmp_path / "digests.sqlite") as store:
            ready: asyncio.Future[LLM] = asyncio.get_running_loop().create_future()
            ready.set_exception(WeightsError("No room for the weights. Make 3 GB of room."))
            desk = Desk(ready, load("steps", 1), store, "gated")
            with pytest.raises(SetupError, match="Make 3 GB"):
                desk.check_ready()
            with pytest.raises(SetupError, match="Make 3 GB"):
                await desk.digest(OR_ERROR, 10)
            assert warnings(await desk.digest(ARTICLE, 10)) == {
                "upstream-unavailable": "The article's own sentences stand in: "
                "No room for the weights. Make 3 GB of room."
            }

    asyncio.run(story())


def test_when_time_is_up_the_articles_own_sentences_are_served_and_give_way_to_the_digest(
    at_the_desk: At,
) -> None:
    async def story(desk: Desk, llm: Gated) -> None:
        late = await desk.digest(ARTICLE, 0.1)
        assert "deadline-exceeded" in warnings(late)
        assert Digest.model_validate_json(late.kept.body).summary[0].text in ARTICLE.text
        assert await desk.store.get(late.kept.id) == late.kept
        llm.gate.set()
        made = await desk.digest(ARTICLE, 10)
        assert made.kept.complete
        assert made.kept.id == late.kept.id

    at_the_desk(closed, story)


def test_what_is_kept_is_served_while_the_llm_starts_or_is_gone(at_the_desk: At) -> None:
    async def story(desk: Desk, llm: Gated) -> None:
        kept = (await desk.digest(ARTICLE, 10)).kept
        starting: asyncio.Future[LLM] = asyncio.get_running_loop().create_future()
        later = Desk(starting, load("steps", 1), desk.store, llm.name)
        assert await later.digest(ARTICLE, 10) == Served(kept, "hit")
        starting.set_exception(SetupError("It is gone."))
        assert await later.digest(ARTICLE, 10) == Served(kept, "hit")

    at_the_desk(Gated, story)


def test_a_desk_is_not_ready_while_its_llm_has_trouble(at_the_desk: At) -> None:
    class Troubled(Gated):
        trouble: str | None = None

    async def story(desk: Desk, llm: Troubled) -> None:
        desk.check_ready()
        llm.trouble = "It is starting again."
        with pytest.raises(UpstreamUnavailable, match="starting again"):
            desk.check_ready()

    at_the_desk(Troubled, story)


def test_no_task_is_left_behind(at_the_desk: At) -> None:
    async def story(desk: Desk, llm: Gated) -> None:
        before = len(asyncio.all_tasks())
        for _ in range(20):
            with pytest.raises(DeadlineExceeded):
                await desk.digest(OR_ERROR, 0.01)
        await until(lambda: len(asyncio.all_tasks()) <= before)
        gc.collect()

    at_the_desk(closed, story)
