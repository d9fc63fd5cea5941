"""The plain structured call that anyone would write first, on the same engine and on llama.cpp: a digest's peers."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx
from pydantic import BaseModel, ConfigDict, ValidationError

Client = Any
"""An asynchronous HTTP client: httpx's, or the engine's own, which is httpx2's."""
MOST = 1_200
"""Tokens that the plain call may write."""
SYSTEM = (
    "You edit news. Read the article and answer in JSON: a headline, a summary of 3 sentences, 3 key points, and at most "
    "4 of the events that it tells. Write dates in ISO 8601, counted from the day of publication. As evidence quote the "
    "article exactly."
)
_NUMBERS = count(1)
_SERVER = """
import sys, threading, xllamacpp
p = xllamacpp.CommonParams()
p.model.path, p.n_ctx, p.n_parallel, p.hostnames = sys.argv[1], 16384, 1, ["127.0.0.1"]
p.port, p.cpuparams.n_threads = 0, 2
s = xllamacpp.Server(p)
print(s.listening_address, flush=True)
threading.Event().wait()
"""


class _Plain(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PlainParticipant(_Plain):
    name: str
    role: str


class PlainEvent(_Plain):
    type: str
    description: str
    date: str
    location: str
    participants: list[PlainParticipant]
    evidence: str


class PlainDigest(_Plain):
    """Readable keys, quoted evidence, no bounds but on how many: as one writes it who has not measured."""

    headline: str
    summary: list[str]
    key_points: list[str]
    events: list[PlainEvent]


@dataclass(frozen=True, slots=True)
class PlainResult:
    """`digest` is None where the answer was cut off or is no valid JSON."""

    seconds: float
    evaluated: int
    written: int
    digest: PlainDigest | None

    @property
    def statements(self) -> list[str]:
        d = self.digest
        return [s for s in (d.headline, *d.summary[:3], *d.key_points[:3]) if s.strip()] if d else []

    @property
    def events(self) -> int:
        return len(self.digest.events[:4]) if self.digest else 0


async def plain(client: Client, text: str) -> PlainResult:
    """One plain call. Its first words are new each time, so that no cache knows them."""
    schema = PlainDigest.model_json_schema()
    for name, most in (("summary", 3), ("key_points", 3), ("events", 4)):
        schema["properties"][name]["maxItems"] = most
    body: dict[str, Any] = {
        "model": "plain",
        "temperature": 0,
        "max_tokens": MOST,
        "cache_prompt": False,
        "messages": [
            {"role": "system", "content": f"Call {next(_NUMBERS)}. {SYSTEM}"},
            {"role": "user", "content": text},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "digest", "schema": schema, "strict": True},
        },
    }
    started = perf_counter()
    answer = (await client.post("/v1/chat/completions", json=body)).raise_for_status().json()
    seconds = perf_counter() - started
    usage = answer["usage"]
    cached = (usage.get("prompt_tokens_details") or {}).get("cached_tokens", 0)
    try:
        digest = PlainDigest.model_validate_json(answer["choices"][0]["message"]["content"])
    except ValidationError:
        digest = None
    return PlainResult(seconds, usage["prompt_tokens"] - cached, usage["completion_tokens"], digest)


@asynccontextmanager
async def llama_cpp(weights: Path) -> AsyncIterator[Client]:
    """A client of llama.cpp's own server, from the wheel `xllamacpp`, with one slot and two threads."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        _SERVER,
        str(weights),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        assert process.stdout is not None
        address = ""
        while not address.startswith("http"):
            line = await process.stdout.readline()
            if not line:
                raise SystemExit("llama.cpp did not start: is the wheel xllamacpp installed?")
            address = line.decode().strip()
        async with httpx.AsyncClient(base_url=address, timeout=600, trust_env=False) as client:
            for _ in range(600):
                if (await client.get("/health")).status_code == 200:
                    break
                await asyncio.sleep(0.5)
            yield client
    finally:
        process.kill()
        await process.wait()
