"""A recording: a run's digests, the LLM's answers behind them and the scores that they had, a folder in and out.

With the answers today's code can be run over the articles again, and no LLM is needed.
"""

import asyncio
import json
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from pydantic import ValidationError

from nutgraf.article_pipeline import digest
from nutgraf.errors import SetupError, UpstreamInvalid, UpstreamUnavailable
from nutgraf.llm import LLM, Messages, Spent, T
from nutgraf.llm.scripted import Scripted, request_sha256
from nutgraf_evals.answers import Answers, Remembering
from nutgraf_evals.label import Label, written
from nutgraf_evals.records import RECORDS, Frozen, Record, Run, append, case_key, describe
from nutgraf_evals.score import Scored
from nutgraf_evals.seeds import HOME
from nutgraf_evals.uniform import NoData
from nutgraf_prompts import Prompt
from nutgraf_schemas import Article, Digest

ANSWERS, SCORES = "answers.jsonl", "scores.json"
BASELINE = HOME / "baselines" / "recording"
"""The recording that is checked in."""


class Had(Frozen):
    """What the recording had when it was kept: the fingerprint of each label, and each article's scores by scorer."""

    labels: dict[str, str]
    scores: dict[str, dict[str, float | None]]

    @classmethod
    def of(cls, scored: Scored, labels: Mapping[str, Label]) -> Self:
        return cls(
            labels={article: label_sha256(labels[article]) for article in scored.cases},
            scores={
                article: {
                    name: score.value if score.value is None else round(score.value, 6)
                    for name, score in case.scores.items()
                }
                for article, case in scored.cases.items()
            },
        )


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording that was read."""

    folder: Path
    run: Run
    had: Had

    @property
    def llm(self) -> LLM:
        """What answers as the LLM did, and knows nothing else."""
        return Scripted(self.folder / ANSWERS, name=self.run.configuration.llm or "none")


def label_sha256(label: Label) -> str:
    """The fingerprint of all that a label says."""
    return sha256(written(label).encode()).hexdigest()


def read(folder: Path) -> Recording:
    """Raises `NoData` where `folder` holds no recording."""
    if not (folder / SCORES).exists():
        raise NoData(f"{folder} holds no recording. Make one of a run: `nutgraf evals record RUN`")
    try:
        had = Had.model_validate_json((folder / SCORES).read_text("utf-8"))
        return Recording(folder, Run.read(folder), had)
    except (OSError, ValidationError) as error:
        raise NoData(f"{folder} holds no recording: {error}") from error


@dataclass(frozen=True, slots=True)
class Replayed:
    """The digests that today's code makes of recorded answers; `unanswered` are articles for which some are not there."""

    digests: Mapping[str, Digest]
    unanswered: tuple[str, ...]

    def as_run(self, run: Run, articles: Mapping[str, Article]) -> Run:
        """`run` with these digests; what its digests took by the clock stays as it was."""
        records = {name: _record(run, name, articles[name], found) for name, found in self.digests.items()}
        return run.model_copy(update={"records": records})


def replay(llm: LLM, prompt: Prompt, articles: Mapping[str, Article]) -> Replayed:
    """Digest the articles with an LLM that answers from memory. Raises `BadArticle`."""

    async def all_of_them() -> dict[str, Digest]:
        return {name: await digest(article, llm, prompt) for name, article in articles.items()}

    digests = asyncio.run(all_of_them())
    whole = {name: found for name, found in digests.items() if found.status == "complete"}
    return Replayed(whole, tuple(sorted(digests.keys() - whole.keys())))


class Recalled:
    """An LLM that answers from memory, while one article is digested; `lines` are its answers as a recording has them.

    The LLM of a run may have given no usable answer, and memory has none then: it is recorded as one that does not
    fit. `unknown` counts those, for they could also be requests that were never made.
    """

    def __init__(self, llm: LLM) -> None:
        self.name, self._llm = llm.name, llm
        self.lines: dict[str, str] = {}
        self.unknown = 0

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        """The answer in memory. Raises `UpstreamInvalid` where there is none."""
        try:
            answer, spent = await self._llm.fill(messages, schema, max_tokens=max_tokens)
        except (UpstreamInvalid, UpstreamUnavailable) as error:
            self.unknown += isinstance(error, UpstreamUnavailable)
            self._note(messages, schema, "", Spent())
            raise UpstreamInvalid from error
        self._note(messages, schema, answer.model_dump(mode="json", by_alias=True), spent)
        return answer, spent

    def _note(self, messages: Messages, schema: type[T], answer: object, spent: Spent) -> None:
        request = request_sha256(messages, schema)
        line = {"request_sha256": request, "answer": answer, "usage": asdict(spent)}
        self.lines[request] = json.dumps(line, ensure_ascii=False) + "\n"


def recall(llm: LLM, run: Run, prompt: Prompt, articles: Mapping[str, Article]) -> tuple[Replayed, str]:
    """Digest the articles of `run` anew from its LLM's memory; also the lines of all answers that this took.

    Where memory lacks an answer, an article counts only if its digest is the run's own. Raises `BadArticle`.
    """
    digests, unanswered, lines = {}, [], dict[str, str]()
    for name, article in articles.items():
        asked = Recalled(llm)
        found = asyncio.run(digest(article, asked, prompt))
        if found.status != "complete" or (
            asked.unknown and said(found.model_dump(mode="json")) != run_said(run, name)
        ):
            unanswered.append(name)
        digests[name] = found
        lines |= asked.lines
    return Replayed(digests, tuple(sorted(unanswered))), "".join(line for _, line in sorted(lines.items()))


def said(digest: Mapping[str, Any]) -> Mapping[str, Any]:
    """A digest without what changes with every version and run."""
    return {part: value for part, value in digest.items() if part not in ("id", "usage", "provenance")}


def run_said(run: Run, article: str) -> Mapping[str, Any]:
    """What the run's digest of an article says; nothing where there is none."""
    record = run.records.get(article)
    return said((record.digest if record else None) or {})


def remembered(run: Run, answers: Path) -> LLM:
    """What answers from the file in which a run has kept its LLM's answers, and knows nothing else."""
    how = run.configuration
    decides = {name: part for name, part in how.parts.items() if name in ("weights", "engine", "url")}
    kept = Answers(answers, {"llm": how.llm or "", **decides}, _nobody)
    asyncio.run(kept.__aenter__())
    return Remembering(how.llm or "none", kept)


def keep(folder: Path, run: Run, scored: Scored, labels: Mapping[str, Label], answers: str) -> None:
    """Write `run` and its scores as the recording in `folder`; `answers` are the lines of the LLM's answers.

    Raises `SetupError` where it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ANSWERS).write_text(answers, "utf-8")
        (folder / RECORDS).unlink(missing_ok=True)
        for _, record in sorted(run.records.items()):
            append(folder, record)
        describe(folder, run.configuration, run.together)
        had = Had.of(scored, labels).model_dump(mode="json")
        (folder / SCORES).write_text(json.dumps(had, indent=1, sort_keys=True) + "\n", "utf-8")
    except OSError as error:
        raise SetupError(f"{folder} cannot be written: {error.strerror}.") from error


def _record(run: Run, name: str, article: Article, found: Digest) -> Record:
    was = run.records.get(name)
    made = found.model_dump(mode="json")
    if was is not None and was.digest is not None:
        made["usage"]["seconds"] = was.digest["usage"]["seconds"]
    return Record(
        key=case_key(article.model_dump(), run.configuration),
        article=name,
        article_sha256=made["article"]["sha256"],
        digest=made,
        seconds=was.seconds if was else 0.0,
    )


def _nobody() -> AbstractAsyncContextManager[LLM]:
    raise SetupError("The LLM is not asked.")
