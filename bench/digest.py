"""How fast is a digest, against the plain structured call? Ratios, measured alternating in one run.

    pip install xllamacpp==2026.10.11549      # llama.cpp's own server, the second peer
    python bench/digest.py                    # about 15 minutes on two cores; nothing else should run
    python bench/digest.py --part growth      # one part: peers, growth, again, faults

Both sides are asked for the same: headline, 3 summary sentences, 3 key points, at most 4 events.
On the same engine the plain call pays for the grammar of its unbounded strings, which is ours: about 1.9 times the
seconds a token that it takes without (`evals/LOG.md`). Read that ratio with this in mind.
"""

import argparse
import asyncio
import os
import signal
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from peers import Client, PlainResult, llama_cpp, plain

from nutgraf.app import connect
from nutgraf.article_pipeline import digest
from nutgraf.desk import Desk
from nutgraf.llm import LLM
from nutgraf.llm.embedded import Embedded
from nutgraf.llm.weights import ensure
from nutgraf.settings import Settings
from nutgraf.steps.check import check
from nutgraf.steps.cite import cite
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import split
from nutgraf.store import open_store
from nutgraf_prompts import load
from nutgraf_schemas import Article, Digest, Options
from nutgraf_schemas.draft import Draft, DraftStatement

ARTICLES = Path(__file__).parent / "articles"
FOUR = ("strike", "court", "flood", "vaccine")
WANT = Options(summary_sentences=3, key_points=3, events=4)
PROMPT = load("steps", 1)
PARTS = ("peers", "growth", "again", "faults")


@dataclass(frozen=True, slots=True)
class Row:
    """What one call delivered. `support` counts statements by what the check says of them."""

    seconds: float
    evaluated: int
    written: int
    statements: int
    events: int
    support: Counter[str]


def of_digest(made: Digest, seconds: float) -> Row:
    told = [made.headline, *made.summary, *made.key_points]
    usage = made.usage
    return Row(
        seconds,
        usage.input_tokens - usage.cached_tokens,
        usage.output_tokens,
        len(told),
        len(made.events),
        Counter(s.support for s in told),
    )


def of_plain(result: PlainResult, text: str) -> Row:
    """The plain call's statements, put through the same check."""
    sentences = split(normalise(Article(text=text)))
    told = [DraftStatement.model_construct(text=s, sentences=[]) for s in result.statements]
    support: Counter[str] = Counter()
    if told:
        draft = Draft.model_construct(headline=told[0], summary=told[1:], key_points=[], events=[])
        checked = check(cite(draft, sentences), sentences, None)
        support = Counter(c.support or "" for c in (checked.headline, *checked.summary))
    return Row(
        result.seconds, result.evaluated, result.written, len(result.statements), result.events, support
    )


def say(*words: object) -> None:
    print(*words, flush=True)


def show(name: str, side: str, row: Row) -> None:
    kinds = ", ".join(f"{n} {k}" for k, n in sorted(row.support.items()))
    say(
        f"{name:8} {side:12} {row.seconds:6.1f} s {row.evaluated:5} prompt tokens evaluated {row.written:5} written "
        f"{row.statements} statements {row.events} events  ({kinds})"
    )


async def ours(llm: LLM, name: str) -> Row:
    text = (ARTICLES / f"{name}.txt").read_text("utf-8")
    started = perf_counter()
    made = await digest(Article(text=text, options=WANT), llm, PROMPT)
    return of_digest(made, perf_counter() - started)


async def theirs(client: Client, name: str) -> Row:
    text = (ARTICLES / f"{name}.txt").read_text("utf-8")
    return of_plain(await plain(client, text), text)


async def against_peers(llm: Embedded, engine: Client, weights: Path) -> None:
    """Four articles: ours, the plain call on the same engine, the plain call on llama.cpp, in turns."""
    rows: dict[str, list[Row]] = {"nutgraf": [], "same engine": [], "llama.cpp": []}
    async with llama_cpp(weights) as other:
        await theirs(engine, "short")  # the engine compiles the plain call's grammar
        for name in FOUR:
            for side in rows:
                row = await (
                    ours(llm, name)
                    if side == "nutgraf"
                    else theirs(engine if side == "same engine" else other, name)
                )
                rows[side].append(row)
                show(name, side, row)
    mine = rows.pop("nutgraf")
    told = sum((r.support for r in mine), Counter())
    say(f"statements delivered: {sum(r.statements for r in mine)} of {7 * len(FOUR)}; {dict(told)}")
    say(f"share supported: {told['supported'] / sum(told.values()):.2f} (reach 0.50)")
    for side, peer in rows.items():
        seconds = median(a.seconds / b.seconds for a, b in zip(mine, peer, strict=True))
        written = sum(r.written for r in mine) / sum(r.written for r in peer)
        reach = 0.45 if side == "same engine" else 0.40
        say(
            f"against {side}: {seconds:.2f} of its seconds (median; reach {reach}), {written:.2f} of its output tokens (reach 0.90)"
        )


async def growth(llm: LLM, engine: Client) -> None:
    """One story in 300 and in 3,000 words, the same options."""
    for side in ("nutgraf", "same engine"):
        found = []
        for name in ("short", "long"):
            row = await (ours(llm, name) if side == "nutgraf" else theirs(engine, name))
            show(name, side, row)
            found.append(row)
        say(f"growth from 300 to 3,000 words, {side}: ×{found[1].seconds / found[0].seconds:.2f}")


async def again(llm: LLM) -> None:
    """The same request twice, through the desk and a store on disk."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_store(Path(folder) / "digests.sqlite") as store:
            ready: asyncio.Future[LLM] = asyncio.get_running_loop().create_future()
            ready.set_result(llm)
            desk = Desk(ready, PROMPT, store, llm.name)
            # a title of its own: nothing else of this run has asked the engine for it
            article = Article(text=(ARTICLES / "court.txt").read_text("utf-8"), title="again", options=WANT)
            started = perf_counter()
            first = await desk.digest(article, 600)
            between = perf_counter()
            second = await desk.digest(article, 600)
            ended = perf_counter()
    assert (first.how, second.how) == ("miss", "hit")
    assert first.kept.body == second.kept.body
    say(
        f"the same request again: {(ended - between) * 1000:.1f} ms after {between - started:.1f} s, "
        f"1/{(between - started) / (ended - between):.0f} (reach 1/300), no tokens, the same bytes"
    )


async def faults(llm: Embedded) -> None:
    """The engine killed, and the engine stopped, two seconds into an article: is the answer there, and when?"""
    for name, sign in (("killed", signal.SIGKILL), ("hung (SIGSTOP)", signal.SIGSTOP)):
        started = perf_counter()
        asked = asyncio.create_task(ours(llm, "vaccine"))
        await asyncio.sleep(2)
        assert llm.pid is not None
        os.kill(llm.pid, sign)
        row = await asked
        say(
            f"engine {name} after 2 s: answer after {perf_counter() - started:.1f} s with {row.statements} statements and "
            f"{row.events} events; {llm.restarts} restarts so far"
        )


def peak(pid: int | str) -> int:
    """Most memory that a process has held, in megabytes."""
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


async def main(parts: list[str]) -> None:
    settings = Settings()
    weights = await asyncio.to_thread(ensure, settings.weights, settings.cache)
    async with connect(settings) as llm:
        assert isinstance(llm, Embedded)
        assert llm._engine is not None
        engine = llm._engine._http  # the plain call goes to the same engine, past nutgraf's own client
        if "peers" in parts:
            await against_peers(llm, engine, weights.gguf)
        if "growth" in parts:
            await growth(llm, engine)
        if "again" in parts:
            await again(llm)
        say(f"peak memory: engine {peak(llm.pid or 'self')} MB, this process {peak('self')} MB")
        if "faults" in parts:
            await faults(llm)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be repeated")
    asyncio.run(main(parser.parse_args(sys.argv[1:]).part or list(PARTS)))
