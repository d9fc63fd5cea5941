"""The baseline langextract: events, facts and a headline extracted by examples, and found again in the article.

It runs in a process of its own, by a Python that has it: ours, or another that is named.
"""

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from time import perf_counter
from typing import Any, get_args

from nutgraf.errors import SetupError, UpstreamInvalid, UpstreamUnavailable
from nutgraf.settings import Settings
from nutgraf_evals.makers import Made, Say, Wanted, langextract_worker, source
from nutgraf_evals.makers.endpoint import endpoint
from nutgraf_evals.makers.llm import identity
from nutgraf_evals.records import Configuration
from nutgraf_schemas import Article, EventType, Options

VERSION = "from importlib.metadata import version; print(version('langextract')); version('openai')"
_LIMIT = 2**24
"""Bytes of a worker's line, at most."""
_WANT = Options()


class Langextract:
    """Enter it as an async context. The endpoint and the workers start with the first article."""

    def __init__(self, configuration: Configuration, settings: Settings, python: Path, say: Say) -> None:
        self.configuration = configuration
        self._settings, self._python, self._say = settings, python, say
        self._stack, self._starting = AsyncExitStack(), asyncio.Lock()
        self._address: tuple[str, str] | None = None
        self._idle: list[Process] = []

    async def __aenter__(self) -> "Langextract":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def make(self, article: Article) -> Made:
        """What is extracted from `article`. Raises `UpstreamError`, and `SetupError` where there is no LLM."""
        started = perf_counter()
        worker = self._idle.pop() if self._idle else await self._start()
        context = "\n".join(
            f"{name}: {value}"
            for name, value in (("Title", article.title), ("Published", article.published))
            if value
        )
        told = await _ask(worker, {"text": article.text, "context": context})
        self._idle.append(worker)
        if "problem" in told:
            raise UpstreamInvalid(told["problem"])
        return Made(digest(told["extractions"], told["usage"], perf_counter() - started))

    async def _start(self) -> Process:
        async with self._starting:
            if self._address is None:
                self._address = await self._stack.enter_async_context(endpoint(self._settings, self._say))
        url, key = self._address
        worker = await asyncio.create_subprocess_exec(
            self._python,
            "-I",
            str(langextract_worker.__file__),
            url,
            self.configuration.llm or "",
            ", ".join(get_args(EventType)),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            limit=_LIMIT,
            env={**os.environ, "LANGEXTRACT_KEY": key},
        )
        self._stack.push_async_callback(_end, worker)
        return worker


@asynccontextmanager
async def opened(wanted: Wanted) -> AsyncIterator[Langextract]:
    """The maker, with the LLM of the settings. Raises `SetupError` where langextract is not installed."""
    if wanted.settings is None:
        raise ValueError("langextract needs an LLM")
    who = dict(identity(wanted.settings))
    version = await _version(wanted.python)
    code = source(sys.modules[__name__], langextract_worker)
    configuration = Configuration(
        maker="langextract", llm=who.pop("llm"), prompt=f"langextract {version}", parts={**who, "code": code}
    )
    async with Langextract(configuration, wanted.settings, wanted.python, wanted.say) as maker:
        yield maker


def digest(
    extractions: Sequence[Mapping[str, Any]], usage: Mapping[str, int], seconds: float
) -> dict[str, Any]:
    """The extractions in the form of a digest, in the order of the article and as many as nutgraf gives.

    What langextract could not find in the article has no evidence. The first event counts as the main one.
    """
    headlines, facts, events = (
        [each for each in extractions if each["class"] == kind] for kind in ("headline", "fact", "event")
    )
    points = _WANT.summary_sentences + _WANT.key_points
    statements = [_statement(each) for each in facts[:points]]
    return {
        "headline": _statement(headlines[0]) if headlines else None,
        "summary": statements[: _WANT.summary_sentences],
        "key_points": statements[_WANT.summary_sentences :],
        "events": [_event(number, each) for number, each in enumerate(events[: _WANT.events], 1)],
        "usage": {**usage, "seconds": round(seconds, 3)},
    }


def _statement(extraction: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "text": _word(extraction["attributes"].get("text")) or extraction["text"],
        "evidence": _evidence(extraction),
    }


def _event(number: int, extraction: Mapping[str, Any]) -> dict[str, Any]:
    told = extraction["attributes"]
    date, where, who_says = (_word(told.get(key)) for key in ("date", "where", "source"))
    return {
        "id": f"ev{number}",
        "type": _word(told.get("type")) or "other",
        "main": number == 1,
        "description": _statement(extraction),
        "when": {"text": _word(told.get("when")), "edtf": date} if date else None,
        "where": {"text": where} if where else None,
        "participants": [
            {"name": name, "role": role}
            for key, role in (("by", "actor"), ("to", "target"))
            for name in _words(told.get(key))
        ],
        "modality": "attributed" if who_says else "asserted",
        "attribution": [{"source": who_says}] if who_says else [],
        "evidence": _evidence(extraction),
    }


def _words(value: object) -> list[str]:
    """An attribute as words, whatever the LLM made of it."""
    return [str(each) for each in (value if isinstance(value, list) else [value]) if each]


def _word(value: object) -> str:
    return ", ".join(_words(value))


def _evidence(extraction: Mapping[str, Any]) -> list[dict[str, int]]:
    return [{"start": extraction["start"], "end": extraction["end"]}] if "start" in extraction else []


async def _version(python: Path) -> str:
    try:
        asked = await asyncio.create_subprocess_exec(python, "-I", "-c", VERSION, stdout=PIPE, stderr=DEVNULL)
        told = (await asked.communicate())[0].decode().strip()
    except OSError as error:
        raise SetupError(f"{python} cannot be run: {error.strerror}.") from error
    if asked.returncode:
        raise SetupError(
            f"{python} has no langextract: pip install 'langextract[openai]==1.7.1' in an environment, "
            "and name its Python, --python FILE"
        )
    return told


async def _ask(worker: Process, asked: Mapping[str, str]) -> dict[str, Any]:
    try:
        if worker.stdin and worker.stdout:
            worker.stdin.write(json.dumps(asked).encode() + b"\n")
            await worker.stdin.drain()
            told: dict[str, Any] = json.loads(await worker.stdout.readline())
            return told
    except (OSError, ValueError):
        pass  # it has ended
    raise UpstreamUnavailable("langextract has ended.")


async def _end(worker: Process) -> None:
    if worker.returncode is None:
        worker.kill()
    await worker.wait()
