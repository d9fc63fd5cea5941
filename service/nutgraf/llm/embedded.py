"""A GGUF file in, an LLM out: starts the engine, warms it, watches it, and asks it as any other endpoint.

An engine that is gone, does not answer, or finishes no step while requests wait is killed and started anew,
and what it was asked is asked again.
"""

import asyncio
import contextlib
import json
import logging
import os
import secrets
import sys
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Self, TypeVar

import httpx2
from pydantic import BaseModel

from nutgraf.errors import SetupError, UpstreamInvalid, UpstreamUnavailable
from nutgraf.llm import Messages, Spent, T
from nutgraf.llm.remote import Remote, prepare

_log = logging.getLogger(__name__)
A = TypeVar("A")

Warmth = Sequence[tuple[Messages, type[BaseModel]]]
"""Conversations whose beginnings, and schemas whose grammars, an engine should know before it is used."""

KEY = "NUTGRAF_ENGINE_KEY"
"""The environment variable in which an engine finds its key."""
NEEDED = 4_000
"""Megabytes of free memory that the engine needs with the embedded weights."""
ASKED = 3
"""How often a call is put to an engine, each time to another."""
MEMORY = Path("/proc/meminfo")
LOADING = 300.0
"""Seconds that an engine may take to load, and to compute a step with a schema that it has not seen."""
_EVERY = 1.0
"""Seconds between two looks at an engine."""
_PAUSES = (0.0, 2.0, 8.0)
"""Seconds before each try to start a new engine in place of one that failed."""
_SLOTS = 64
"""Connections. The engine has a queue of its own."""


class Embedded:
    """The LLM in a process of our own; enter it as an async context.

    `converted` is the folder in which the converted model is kept.
    `patience` is how many seconds without a finished step make an engine with requests a hung one.
    `command` starts something else that speaks as the engine does.
    """

    def __init__(
        self,
        gguf: Path,
        converted: Path,
        *,
        warm: Warmth = (),
        patience: float = 20.0,
        name: str | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        self.name = name or gguf.stem
        self.restarts = 0
        self._warm, self._patience, self._needs_check = warm, patience, command is None
        self._command = command or (sys.executable, "-m", "nutgraf.llm.engine", str(gguf), str(converted))
        self._engine: _Engine | None = None
        self._changed = asyncio.Condition()
        self._stopped = False
        self._watch: asyncio.Task[None] | None = None

    @property
    def ready(self) -> bool:
        """Whether a warm engine is there."""
        return self._engine is not None

    @property
    def trouble(self) -> str | None:
        """Why nothing is answered just now, if so."""
        if self._engine:
            return None
        if self._stopped:
            return "The embedded LLM is not running and will not start again by itself. Restart nutgraf."
        return "The embedded LLM is starting again."

    @property
    def pid(self) -> int | None:
        """The engine's process, while one is ready."""
        return self._engine.process.pid if self._engine else None

    async def __aenter__(self) -> Self:
        """Start an engine and warm it. Raises `SetupError` where there can be none."""
        if self._needs_check:
            check_machine()
        self._engine = await self._start()
        self._watch = asyncio.create_task(self._replace())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._watch:
            self._watch.cancel()
            await asyncio.wait([self._watch])
        await self._end()

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        """Answer `messages` with an object of `schema`; waits for a new engine where the old one fails.

        Raises `UpstreamInvalid`, and `UpstreamUnavailable` when three engines fail at it or none can be had.
        """

        async def fill(engine: _Engine) -> tuple[T, Spent]:
            with engine.asked_for(schema):
                return await engine.remote.fill(messages, schema, max_tokens=max_tokens)

        return await self._asked(fill)

    async def judge(self, messages: Messages) -> tuple[float, Spent]:
        """How probable yes is against no; waits for a new engine where the old one fails. Raises as `fill` does."""
        return await self._asked(lambda engine: engine.remote.judge(messages))

    async def _asked(self, ask: "Callable[[_Engine], Awaitable[A]]") -> A:
        for _ in range(ASKED):
            engine = await self._running()
            try:
                return await ask(engine)
            except UpstreamUnavailable:
                engine.failed.set()
                await self._succeeded(engine)
        raise UpstreamUnavailable(f"The embedded LLM failed at this request {ASKED} times.")

    async def _succeeded(self, engine: "_Engine") -> None:
        async with self._changed:
            await self._changed.wait_for(lambda: self._engine is not engine)

    async def _running(self) -> "_Engine":
        async with self._changed:
            await self._changed.wait_for(lambda: self._engine or self._stopped)
        if self._engine is None:
            raise UpstreamUnavailable(self.trouble)
        return self._engine

    async def _now(self, engine: "_Engine | None", *, stopped: bool = False) -> None:
        async with self._changed:
            self._engine, self._stopped = engine, stopped
            self._changed.notify_all()

    async def _end(self) -> None:
        """Nobody waits any longer, and no process is left."""
        engine = self._engine
        await self._now(None, stopped=True)
        if engine:
            await engine.stop()

    async def _start(self) -> "_Engine":
        engine = await _Engine.start(self._command)
        try:
            async with asyncio.timeout(LOADING):
                await engine.load(self.name)
                for messages, schema in self._warm:
                    # One token is no answer, and is not meant to be one.
                    with engine.asked_for(schema), contextlib.suppress(UpstreamInvalid):
                        await engine.remote.fill(messages, schema, max_tokens=1)
        except BaseException as error:
            await engine.stop()
            if isinstance(error, TimeoutError | UpstreamUnavailable):
                raise SetupError(f"The embedded LLM could not be started. {engine.last_words}") from None
            raise
        return engine

    async def _replace(self) -> None:
        """Replace each engine that fails, until one cannot be started."""
        try:
            while self._engine:
                failed = self._engine
                await failed.fails(self._patience)
                await self._now(None)
                await failed.stop()
                for pause in _PAUSES:
                    await asyncio.sleep(pause)
                    self.restarts += 1
                    try:
                        await self._now(await self._start())
                        break
                    except SetupError as error:
                        _log.error("no new engine: %s", error.detail)
        finally:  # whatever has ended this watch: without it nobody would be told of a failed engine
            await self._end()


class _Engine:
    """One process, and the clients that ask it."""

    def __init__(self, process: Process, key: str) -> None:
        self.process, self.failed = process, asyncio.Event()
        self._key = key
        self._said: deque[str] = deque(maxlen=12)
        self._out: Any = process.stdout
        self._listening = [asyncio.create_task(self._listen(process.stderr))]
        self._known: set[type[BaseModel]] = set()
        self._compiling = 0
        self.remote: Remote
        self._http: Any = None

    @classmethod
    async def start(cls, command: Sequence[str]) -> Self:
        key = secrets.token_urlsafe(24)
        try:
            process = await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env={**os.environ, KEY: key}
            )
        except OSError as error:  # out of memory, processes or files
            raise SetupError(f"The embedded LLM could not be started: {error.strerror or error}.") from error
        return cls(process, key)

    async def load(self, name: str) -> None:
        """Wait until the engine has a port. Raises `SetupError` when it ends before."""
        imported = asyncio.create_task(asyncio.to_thread(prepare))
        port = await self._port()
        await imported
        url = f"http://127.0.0.1:{port}"
        self.remote = Remote(f"{url}/v1", name, key=self._key, slots=_SLOTS, timeout=None, attempts=1)
        self._http = httpx2.AsyncClient(
            base_url=url, headers={"Authorization": f"Bearer {self._key}"}, trust_env=False, timeout=None
        )
        self._listening.append(asyncio.create_task(self._listen(self._out)))

    async def _port(self) -> int:
        async for line in self._out:
            with contextlib.suppress(ValueError, TypeError, KeyError):
                return int(json.loads(line)["port"])
        await self.process.wait()
        await asyncio.wait(self._listening)
        raise SetupError(f"The embedded LLM ended while it was loaded. {self.last_words}")

    @property
    def last_words(self) -> str:
        """How it ended, and what it said last."""
        ending = self.process.returncode
        return "\n".join(
            [f"(Status {ending}.)" if ending is not None else "(It did not answer.)", *self._said]
        )

    async def _listen(self, stream: Any) -> None:
        """Read what the engine says, so that it never waits for a reader; keep the end."""
        async for line in stream:
            self._said.append(line.decode(errors="replace").rstrip())

    @contextlib.contextmanager
    def asked_for(self, schema: type[BaseModel]) -> Iterator[None]:
        """While an engine meets a schema for the first time, a step may take long."""
        if schema in self._known:
            yield
            return
        self._compiling += 1
        try:
            yield
        finally:
            self._compiling -= 1
        self._known.add(schema)

    async def fails(self, patience: float) -> None:
        """Return once the engine has failed."""
        signs = [
            asyncio.create_task(sign)
            for sign in (self.process.wait(), self.failed.wait(), self._stalls(patience))
        ]
        try:
            await asyncio.wait(signs, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for sign in signs:
                sign.cancel()

    async def _stalls(self, patience: float) -> None:
        """Return once the engine does not answer in time, or has requests and finishes no step."""
        while True:
            await asyncio.sleep(_EVERY)
            try:
                async with asyncio.timeout(LOADING if self._compiling else patience):
                    health = (await self._http.get("/health")).json()
            except TimeoutError:
                if self._compiling:  # it has met a new schema since we began to wait
                    continue
                return
            except (httpx2.HTTPError, ValueError):
                return
            busy = health["waiting"] + health["running"]
            if busy and not self._compiling and health["seconds_since_step"] > patience:
                return

    async def stop(self) -> None:
        """Kill the process, hanging or not, and wait until it is gone."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()
        for task in self._listening:
            task.cancel()
        if self._http:
            await self._http.aclose()
            await self.remote.close()


def check_machine() -> None:
    """Raise `SetupError` where the engine cannot run: without OpenVINO GenAI, or with too little memory."""
    if find_spec("openvino_genai") is None:
        raise SetupError(
            "The embedded LLM needs OpenVINO GenAI: pip install '.[embedded]' in nutgraf's folder"
        )
    try:
        lines = MEMORY.read_text("ascii").splitlines()
    except OSError:
        return
    free = next((int(line.split()[1]) // 1024 for line in lines if line.startswith("MemAvailable:")), NEEDED)
    if free < NEEDED:
        raise SetupError(
            f"The embedded LLM needs {NEEDED} MB of memory and {free} MB are free. "
            "Free some, or use a remote LLM: set NUTGRAF_LLM to its address."
        )
