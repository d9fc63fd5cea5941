"""Settings in; the LLM that a maker asks out, with a memory, and all that decides its answers."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import nutgraf.llm
from nutgraf.app import connect
from nutgraf.llm import LLM
from nutgraf.llm.fetch import QWEN
from nutgraf.llm.weights import ENGINE, ensure, expected
from nutgraf.settings import Settings
from nutgraf_evals.answers import Answers
from nutgraf_evals.makers import Say, source


def identity(settings: Settings) -> Mapping[str, str]:
    """What decides the answers of the LLM that `settings` name; `llm` is its name."""
    if not settings.embedded:
        return {"llm": settings.llm_name or "", "url": settings.llm}
    own = settings.weights
    return {
        "llm": own.stem if own else QWEN.name,
        "weights": f"{own.stat().st_size} bytes" if own and own.exists() else QWEN.sha256,
        "engine": f"{ENGINE} {_version()}, {source(nutgraf.llm)}",
    }


def answers(settings: Settings, path: Path, say: Say) -> Answers:
    """Its answers, those in the file at `path` at no cost."""

    @asynccontextmanager
    async def start() -> AsyncIterator[LLM]:
        if settings.embedded and (settings.weights or not expected(settings.cache).gguf.exists()):
            await asyncio.to_thread(ensure, settings.weights, settings.cache, say)
        async with connect(settings) as llm:
            yield llm

    return Answers(path, identity(settings), start)


def _version() -> str:
    try:
        return version(ENGINE)
    except PackageNotFoundError:
        return "not installed"
