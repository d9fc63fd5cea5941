"""A run: a folder with `run.json` (what made it) and `records.jsonl` (a record a line) in and out.

The lines are only ever appended, each in one write that is flushed to the disk, so a run that was killed has
every finished article, and at most one torn line at its end, which reading passes over.
A folder is one maker's. Where its code has changed since, records of both stand in it, and those of `run.json` count.
"""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from nutgraf_evals.uniform import NoData

RECORDS, ABOUT = "records.jsonl", "run.json"


class Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Configuration(Frozen):
    """What decides how a maker answers, its name first; two records of one configuration and article are one."""

    maker: str
    """`nutgraf`, or a baseline: `lead3`, `plain`, `langextract`."""
    llm: str | None = None
    prompt: str | None = None
    parts: dict[str, str] = {}
    """Whatever else decides, by name: versions and fingerprints of prompts and schemas, settings."""

    @property
    def key(self) -> str:
        """The SHA-256 of it all."""
        return _hash(self.model_dump(mode="json"))


class Record(Frozen):
    """One article by one maker. `digest` is null where the maker failed; `problem` says how."""

    key: str
    article: str
    article_sha256: str
    digest: dict[str, Any] | None
    problem: str | None = None
    seconds: float
    """By the clock, of this article, others running beside it."""
    configuration: str | None = None
    """The key of what made it; null for that of `run.json`."""
    remembered: int = 0
    """Answers of the LLM that were known from before; where there are any, `seconds` says too little."""


class Run(Frozen):
    """A run that was read. `records` are by article; of two with one key the later counts."""

    name: str
    configuration: Configuration
    together: int = 1
    """Articles that were in the works at once."""
    records: dict[str, Record]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Raises `NoData` where `folder` holds no run."""
        try:
            about = dict(json.loads((folder / ABOUT).read_text("utf-8")))
            run = cls.model_validate({"name": folder.name, **about, "records": {}})
            mine = {None, run.configuration.key}
            records = {each.article: each for each in read(folder) if each.configuration in mine}
            return run.model_copy(update={"records": records})
        except (OSError, ValueError) as error:
            raise NoData(f"{folder} holds no run: {error}") from error


def case_key(article: Mapping[str, Any], configuration: Configuration) -> str:
    """What a record is known by: the SHA-256 of the article as sent and the configuration."""
    return _hash({"article": dict(article), "configuration": configuration.key})


def read(folder: Path) -> list[Record]:
    """The records of a run, oldest first; none where there is no file. A torn last line is passed over."""
    return [Record.model_validate_json(line) for line in whole_lines(folder / RECORDS)]


def append(folder: Path, record: Record) -> None:
    """Add a record, on the disk when this returns; a torn line before it is cut off."""
    folder.mkdir(parents=True, exist_ok=True)
    append_line(folder / RECORDS, record.model_dump_json())


def append_line(path: Path, line: str) -> None:
    """Add a line to a file in one write, on the disk when this returns; a torn line before it is cut off."""
    with path.open("a+b") as file:
        if size := file.tell():
            file.seek(size - 1)
            if file.read() != b"\n":
                file.seek(0)
                file.truncate(file.read().rfind(b"\n") + 1)
        file.write(line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def whole_lines(path: Path) -> list[str]:
    """The lines of a file to which `append_line` adds, without a torn last one; none where there is no file."""
    if not path.exists():
        return []
    return [line.decode() for line in path.read_bytes().split(b"\n")[:-1] if line]


def describe(folder: Path, configuration: Configuration, together: int) -> None:
    """Write what makes the run, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f"{ABOUT}.part"
    about = {"configuration": configuration.model_dump(mode="json"), "together": together}
    draft.write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", "utf-8")
    draft.replace(folder / ABOUT)


def _hash(value: Any) -> str:
    return sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
