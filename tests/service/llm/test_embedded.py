"""The watch over the engine: nothing that was asked is lost when it dies, stops or hangs."""

import asyncio
import errno
import json
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from nutgraf.errors import SetupError, UpstreamUnavailable
from nutgraf.llm import Messages
from nutgraf.llm import embedded as module
from nutgraf.llm.embedded import Embedded, check_machine
from nutgraf_schemas.draft import Rewrite

ENGINE = Path(__file__).with_name("fake_engine.py")


def asking(words: str) -> Messages:
    return [{"role": "user", "content": words}]


async def ask(llm: Embedded, words: str) -> str:
    answer, _ = await llm.fill(asking(words), Rewrite, max_tokens=20)
    return answer.text


def journal(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "journal.jsonl").read_text("utf-8").splitlines()]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def until(holds: Callable[[], bool]) -> None:
    """Wait at most ten seconds for something to hold."""
    for _ in range(500):
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never held")


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_EVERY", 0.05)
    monkeypatch.setattr(module, "_PAUSES", (0.0, 0.05, 0.05))


@pytest.fixture
def within(tmp_path: Path) -> Callable[..., None]:
    """Runs a story with an LLM whose engine is the fake one."""

    def run(story: Callable[[Embedded], Awaitable[None]], *options: str, **how: Any) -> None:
        command = [sys.executable, str(ENGINE), str(tmp_path), *options]

        async def told() -> None:
            llm = Embedded(Path("weights.gguf"), tmp_path, command=command, **{"patience": 0.6} | how)
            async with llm:
                pid = llm.pid
                await story(llm)
            assert pid
            assert not is_alive(pid)
            assert not llm.ready

        asyncio.run(asyncio.wait_for(told(), 30))

    return run


def test_calls_are_answered_by_an_engine_that_was_warmed_first(
    within: Callable[..., None], tmp_path: Path
) -> None:
    async def story(llm: Embedded) -> None:
        assert llm.ready
        assert llm.name == "weights"
        assert await asyncio.gather(*(ask(llm, word) for word in "abc")) == [f"It said {w}." for w in "abc"]
        assert llm.restarts == 0

    within(story, warm=[(asking("first"), Rewrite)])
    first, *rest = journal(tmp_path)
    assert first == {"start": 1, "asked": "first", "max_tokens": 1}
    assert {line["asked"] for line in rest} == set("abc")


@pytest.mark.parametrize("deed", ["die", "stop", "stall"])
def test_an_engine_that_fails_in_the_middle_is_replaced_and_asked_again(
    within: Callable[..., None], tmp_path: Path, deed: str
) -> None:
    async def story(llm: Embedded) -> None:
        await ask(llm, "hello")
        old = llm.pid
        answers = await asyncio.gather(ask(llm, "wait 1"), ask(llm, f"{deed} 1"), ask(llm, "hello"))
        assert answers == ["It said wait 1.", f"It said {deed} 1.", "It said hello."]
        assert llm.restarts == 1
        assert llm.pid != old
        assert old
        assert not is_alive(old)

    within(story, warm=[(asking("first"), Rewrite)])
    assert [line["start"] for line in journal(tmp_path) if line["asked"] == "first"] == [1, 2]


def test_a_request_that_fells_three_engines_is_given_up_and_the_others_go_on(
    within: Callable[..., None],
) -> None:
    async def story(llm: Embedded) -> None:
        with pytest.raises(UpstreamUnavailable, match="3 times"):
            await ask(llm, "die 9")
        assert await ask(llm, "hello") == "It said hello."
        assert llm.restarts == 3

    within(story)


def test_an_idle_engine_that_dies_is_replaced_before_anyone_asks(within: Callable[..., None]) -> None:
    async def story(llm: Embedded) -> None:
        assert llm.pid
        assert llm.trouble is None
        os.kill(llm.pid, 9)
        await until(lambda: llm.trouble == "The embedded LLM is starting again.")
        await until(lambda: llm.ready and llm.restarts == 1)
        assert await ask(llm, "hello") == "It said hello."

    within(story)


def test_a_caller_that_leaves_closes_its_request(within: Callable[..., None], tmp_path: Path) -> None:
    async def story(llm: Embedded) -> None:
        call = asyncio.create_task(ask(llm, "wait"))
        await until((tmp_path / "journal.jsonl").exists)
        call.cancel()
        await until(lambda: journal(tmp_path)[-1] == {"start": 1, "left": "wait"})
        assert llm.restarts == 0

    within(story)


def test_an_engine_that_dies_while_it_loads_tells_why(within: Callable[..., None]) -> None:
    async def story(llm: Embedded) -> None:
        raise AssertionError("it cannot have started")

    with pytest.raises(SetupError, match=r"Status 3(.|\n)*the weights are broken"):
        within(story, "1")


def test_an_engine_that_never_loads_is_given_up(
    within: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOADING", 0.5)

    async def story(llm: Embedded) -> None:
        raise AssertionError("it cannot have started")

    with pytest.raises(SetupError, match="could not be started"):
        within(story, warm=[(asking("stall 5"), Rewrite)])


def test_calls_do_not_wait_for_an_engine_that_cannot_be_replaced(within: Callable[..., None]) -> None:
    async def story(llm: Embedded) -> None:
        calls = [asyncio.create_task(ask(llm, words)) for words in ("die 9", "wait", "hello")]
        results = await asyncio.gather(*calls[:2], return_exceptions=True)
        assert all(isinstance(result, UpstreamUnavailable) for result in results)
        assert not llm.ready
        assert llm.trouble
        assert "will not start again" in llm.trouble

    within(story, "2")


def test_a_machine_that_can_start_no_process_any_more_is_told_and_nobody_waits(
    within: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_process(*_: object, **__: object) -> None:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))

    async def story(llm: Embedded) -> None:
        monkeypatch.setattr(asyncio, "create_subprocess_exec", no_process)
        with pytest.raises(UpstreamUnavailable, match="not running"):
            await ask(llm, "die 9")
        with pytest.raises(SetupError, match="Cannot allocate memory"):
            async with Embedded(Path("w.gguf"), Path(), command=["engine"]):
                pass

    within(story)


def test_a_watch_that_ends_by_an_error_leaves_nobody_waiting(
    within: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fault(_: object) -> None:
        raise RuntimeError("a fault of ours")

    async def story(llm: Embedded) -> None:
        monkeypatch.setattr(llm, "_start", fault)
        with pytest.raises(UpstreamUnavailable, match="not running"):
            await ask(llm, "die 9")

    within(story)


def test_a_closed_llm_says_so(tmp_path: Path) -> None:
    async def story() -> None:
        async with Embedded(
            Path("w.gguf"), tmp_path, command=[sys.executable, str(ENGINE), str(tmp_path)]
        ) as llm:
            waiting = asyncio.create_task(ask(llm, "wait"))
            await asyncio.sleep(0.2)
        with pytest.raises(UpstreamUnavailable, match="not running"):
            await ask(llm, "hello")
        with pytest.raises(UpstreamUnavailable, match="not running"):
            await waiting

    asyncio.run(asyncio.wait_for(story(), 30))


def test_too_little_memory_is_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    memory = tmp_path / "meminfo"
    memory.write_text("MemTotal: 9000000 kB\nMemAvailable:    2048000 kB\n")
    monkeypatch.setattr(module, "MEMORY", memory)
    with pytest.raises(SetupError, match=r"2000 MB are free.*NUTGRAF_LLM"):
        check_machine()


def test_a_machine_that_does_not_tell_its_memory_is_tried(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "MEMORY", tmp_path / "none")
    check_machine()


def test_a_missing_engine_is_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(SetupError, match=r"pip install '\.\[embedded\]'"):
        check_machine()


def test_a_verdict_is_asked_of_the_next_engine_where_one_dies(
    within: Callable[..., None], tmp_path: Path
) -> None:
    async def story(llm: Embedded) -> None:
        told, spent = await llm.judge(asking("die 1"))
        assert told == pytest.approx(0.5)
        assert spent.calls == 1
        assert llm.restarts == 1

    within(story)
    assert [line["max_tokens"] for line in journal(tmp_path) if line.get("asked") == "die 1"] == [1, 1]
