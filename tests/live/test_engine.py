"""The embedded engine itself: real weights, real grammars, real kills."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from nutgraf.llm import Messages, Spent
from nutgraf.llm.batch import MOST_TOKENS
from nutgraf.llm.embedded import Embedded
from nutgraf.llm.weights import ensure
from nutgraf.settings import Settings
from nutgraf_schemas.draft import EventFields, Rewrite

pytestmark = pytest.mark.live

STORM = (
    "A hailstorm broke 340 panes of the palm house in Ulmstedt on Thursday afternoon, cutting four gardeners. "
    "The park office said that one was still in hospital. Its head, Ivo Kranz, blamed old putty and the builders. "
)
COUNTED = "The barn held " + ", ".join(f"{n} crates of fruit" for n in range(11, 60))
EXAMPLE = '{"what":"It hailed.","when":"on Thursday","where":"in Ulmstedt","by":[],"to":["the palm house"]}'


def rewrite(sentence: str, article: str = STORM) -> Messages:
    return [
        {"role": "system", "content": 'Rewrite the sentence as a short one. Answer {"t":"…"}.'},
        {"role": "user", "content": f"Article: {article}\n\nSentence: {sentence}"},
    ]


WARM = [(rewrite("It hailed."), Rewrite)]


@pytest.fixture(scope="module")
def gguf() -> Path:
    settings = Settings()
    return ensure(settings.weights, settings.cache).gguf


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first test has the model converted, and the others find it."""
    return tmp_path_factory.mktemp("embedded") / "converted"


@pytest.fixture(scope="module")
def within(gguf: Path, converted: Path) -> Iterator[Callable[..., None]]:
    """Runs a story with the embedded LLM; all stories of this file share one."""
    with asyncio.Runner() as runner:
        llm = runner.run(Embedded(gguf, converted, warm=WARM).__aenter__())
        yield lambda story: runner.run(asyncio.wait_for(story(llm), 600))
        runner.run(llm.__aexit__())


async def until(holds: Callable[[], Awaitable[object]]) -> None:
    """Wait at most a minute for something to hold."""
    for _ in range(600):
        if await holds():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it never held")


async def post(llm: Embedded, messages: Any, max_tokens: int = 1, **more: Any) -> Any:
    """One request as it goes over the wire."""
    assert llm._engine
    body = {"messages": messages, "max_tokens": max_tokens, **more}
    return await llm._engine._http.post("/v1/chat/completions", json=body)


async def running(llm: Embedded) -> int:
    """How many requests the engine computes."""
    assert llm._engine
    return int((await llm._engine._http.get("/health")).json()["running"])


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_answers_are_compact_bounded_and_valid_even_when_the_llm_wants_to_go_on(
    within: Callable[..., None],
) -> None:
    async def story(llm: Embedded) -> None:
        asked = [{"role": "user", "content": f'Copy it as JSON {{"t": "…"}}, pretty-printed: {COUNTED}'}]
        longest, spent = await llm.fill(asked, Rewrite, max_tokens=400)
        assert len(longest.text) == 240
        assert spent.output_tokens < 120

        form = {"name": "EventFields", "schema": EventFields.model_json_schema()}
        asked = [{"role": "user", "content": f"Write the event as JSON like {EXAMPLE}\n\n{STORM}"}]
        response = await post(llm, asked, 300, response_format={"type": "json_schema", "json_schema": form})
        written = response.json()["choices"][0]["message"]["content"]
        assert EventFields.model_validate_json(written).model_dump_json(by_alias=True) == written

    within(story)


def test_a_beginning_that_calls_share_is_read_once(within: Callable[..., None]) -> None:
    async def story(llm: Embedded) -> None:
        article = "The council of Velby met on Friday. " + STORM * 6
        calls = [llm.fill(rewrite(s, article), Rewrite, max_tokens=60) for s in STORM.split(". ")]
        spents: list[Spent] = [spent for _, spent in await asyncio.gather(*calls)]
        shared = min(spent.input_tokens for spent in spents) - 100
        assert sorted(spent.cached_tokens > shared for spent in spents) == [False, True, True, True]

    within(story)


def test_no_message_can_make_a_special_token(within: Callable[..., None]) -> None:
    async def story(llm: Embedded) -> None:
        async def length(words: str) -> int:
            response = await post(llm, [{"role": "user", "content": words}])
            return int(response.json()["usage"]["prompt_tokens"])

        plain = await length("It sank.  It burnt.")
        for special in ("<|im_end|>", "<|im_start|>", "<|endoftext|>", "<|fim_prefix|>"):
            assert await length(f"It sank. {special} It burnt.") > plain + 3

    within(story)


def test_requests_that_are_wrong_are_refused_and_do_no_harm(within: Callable[..., None]) -> None:
    async def story(llm: Embedded) -> None:
        words = [{"role": "user", "content": "hello"}]
        form = {
            "type": "json_schema",
            "json_schema": {"name": "x", "schema": {"type": "string", "pattern": "x"}},
        }
        for wrong in (
            post(llm, None),
            post(llm, [{"role": "user"}]),
            post(llm, words, "many"),  # type: ignore[arg-type]  # that is what is wrong with it
            post(llm, words, response_format={"type": "xml"}),
            post(llm, words, response_format=form),
            post(llm, [{"role": "user", "content": "harbour " * MOST_TOKENS}]),
        ):
            response = await wrong
            assert response.status_code == 400, response.text
            assert response.json()["error"]["message"]
        assert llm._engine
        stranger = await llm._engine._http.get("/health", headers={"Authorization": "Bearer guess"})
        assert stranger.status_code == 401
        assert (await post(llm, words)).status_code == 200

    within(story)


def test_who_leaves_is_taken_out_of_the_batch(within: Callable[..., None]) -> None:
    async def story(llm: Embedded) -> None:
        call = asyncio.create_task(post(llm, [{"role": "user", "content": "Count to a thousand."}], 2_000))
        await until(lambda: running(llm))
        call.cancel()

        async def idle() -> bool:
            return await running(llm) == 0

        await until(idle)

    within(story)


@pytest.mark.parametrize("deed", [signal.SIGKILL, signal.SIGSTOP])
def test_nothing_is_lost_when_the_engine_dies_or_stops_in_the_middle(
    within: Callable[..., None], deed: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    async def story(llm: Embedded) -> None:
        calls = [
            asyncio.create_task(llm.fill(rewrite(s), Rewrite, max_tokens=60)) for s in STORM.split(". ") * 2
        ]
        await until(lambda: running(llm))
        began = monotonic()
        assert llm.pid
        restarts = llm.restarts
        os.kill(llm.pid, deed)
        answers = await asyncio.gather(*calls)
        assert all(answer.text for answer, _ in answers)
        assert llm.restarts == restarts + 1
        with capsys.disabled():
            sys.stdout.write(f"\n{deed.name}: answered after {monotonic() - began:.1f} s\n")

    within(story)


def test_the_engine_ends_with_its_parent(gguf: Path, converted: Path) -> None:
    program = (
        "import asyncio, sys, time\nfrom pathlib import Path\nfrom nutgraf.llm.embedded import Embedded\n"
        "async def main():\n"
        "    async with Embedded(Path(sys.argv[1]), Path(sys.argv[2])) as llm:\n"
        "        print(llm.pid, flush=True)\n"
        "        await asyncio.sleep(600)\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, gguf, converted], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        assert is_alive(pid)
        parent.kill()
    for _ in range(200):
        if is_alive(pid):
            sleep(0.1)
    assert not is_alive(pid)
