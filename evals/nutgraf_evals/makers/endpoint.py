"""Settings in; the address and key of an endpoint that speaks OpenAI's protocol out, for other people's clients.

A remote LLM has both. For the embedded one an engine is started, which nobody watches: who asks it hears of its end.
"""

import asyncio
import json
import os
import secrets
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from nutgraf.errors import SetupError
from nutgraf.llm.embedded import KEY, check_machine
from nutgraf.llm.weights import conversion, ensure, seal
from nutgraf.settings import Settings
from nutgraf_evals.makers import Say


@asynccontextmanager
async def endpoint(settings: Settings, say: Say) -> AsyncIterator[tuple[str, str]]:
    """Base URL and key, while the context lasts. Raises `SetupError` where the engine cannot run."""
    if not settings.embedded:
        given = settings.llm_api_key
        yield settings.llm, given.get_secret_value() if given else "none"
        return
    weights = await asyncio.to_thread(ensure, settings.weights, settings.cache, say)
    check_machine()
    key = secrets.token_urlsafe(24)
    with conversion(weights) as first:
        command = (sys.executable, "-m", "nutgraf.llm.engine", str(weights.gguf), str(weights.converted))
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={**os.environ, KEY: key}
        )
        try:
            port = await _port(process)
            if first:
                seal(weights)
        except BaseException:
            await _end(process)
            raise
    try:
        yield f"http://127.0.0.1:{port}/v1", key
    finally:
        await _end(process)


async def _port(process: asyncio.subprocess.Process) -> int:
    assert process.stdout is not None  # noqa: S101 (asked for above)
    async for line in process.stdout:
        try:
            return int(json.loads(line)["port"])
        except (ValueError, TypeError, KeyError):
            continue
    raise SetupError("The embedded LLM ended while it was loaded. Try `nutgraf demo`, which says more.")


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.kill()
    await process.wait()
