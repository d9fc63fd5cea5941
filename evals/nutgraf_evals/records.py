"""A run: a folder with `run.json` (what made it) and `records.jsonl` (a record a line) in and out.

The lines are only ever appended, each in one write that is flushed to the disk, so a run that was killed has
every finished article, and at most one torn line at its end, which reading passes over.
"""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

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
            about = json.loads((folder / ABOUT).read_text("utf-8"))
            records = {record.article: record for record in read(folder)}
            return cls.model_validate({"name": folder.name, **about, "records": records})
        except (OSError, json.JSONDecodeError, ValidationError) as error:
            raise NoData(f"{folder} holds no run: {error}") from error


def case_key(article: Mapping[str, Any], configuration: Configuration) -> str:
    """What a record is known by: the SHA-256 of the article as sent and the configuration."""
    return _hash({"article": dict(article), "configuration": configuration.key})


def read(folder: Path) -> list[Record]:
    """The records of a run, oldest first; none where there is no file. A torn last line is passed over."""
    path = folder / RECORDS
    if not path.exists():
        return []
    lines = path.read_text("utf-8").split("\n")
    return [Record.model_validate_json(line) for line in lines[:-1] if line]


def append(folder: Path, record: Record) -> None:
    """Add a record, on the disk when this returns; a torn line before it is cut off."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / RECORDS).open("a+b") as file:
        file.seek(0)
        whole = file.read()
        if whole and not whole.endswith(b"\n"):
            file.truncate(whole.rfind(b"\n") + 1)
        file.write(record.model_dump_json().encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _hash(value: Any) -> str:
    return sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
