"""The uniform format of the public sets: a folder in, its documents with their labels out."""

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nutgraf.errors import SetupError
from nutgraf_evals.marks import Document


class NoData(SetupError):
    """The data set cannot be read. Give its folder: --data DIR."""


FIELDS: Mapping[str, tuple[str, ...]] = {
    "timex": ("start", "end", "timex_type", "edtf"),
    "system_summary": ("text",),
    "attribution": ("source", "content"),
    "fivew": ("slot", "answers"),
    "summary_reference": ("text",),
}
"""What a label of a type has, of those that a suite reads."""


def read(folder: Path, split: str = "") -> tuple[Document, ...]:
    """The documents of `documents.jsonl` whose `orig_split` begins with `split`, each with its rows of `labels.jsonl`.

    Raises `NoData` where a file is missing, a row is not in the format, or there is no such split.
    """
    labels = defaultdict(list)
    for row in rows(folder / "labels.jsonl", ("doc_id", "type")):
        if lacking := [name for name in FIELDS.get(row["type"], ()) if name not in row]:
            raise NoData(
                f"{folder / 'labels.jsonl'}: a {row['type']} of {row['doc_id']} lacks {', '.join(lacking)}."
            )
        labels[row["doc_id"]].append(row)
    found = tuple(
        Document(
            id=row["id"],
            dataset=row["dataset"],
            text=row["text"],
            date=row.get("date"),
            meta=row.get("meta") or {},
            labels=tuple(labels[row["id"]]),
            title=row.get("title"),
        )
        for row in rows(folder / "documents.jsonl", ("id", "dataset", "text"))
        if (row.get("orig_split") or "").casefold().startswith(split.casefold())
    )
    if not found:
        raise NoData(f"No document of {folder} is of a split that begins with {split}.")
    return found


def rows(path: Path, needed: tuple[str, ...]) -> list[Mapping[str, Any]]:
    """The objects of a JSON-lines file. Raises `NoData` where it is missing, or one lacks what is needed."""
    try:
        lines = path.read_text("utf-8").split("\n")
    except FileNotFoundError:
        raise NoData(f"{path} is not there. Give the folder that holds it: --data DIR") from None
    except (OSError, UnicodeDecodeError) as error:
        raise NoData(f"{path} cannot be read: {error}") from error
    found: list[Mapping[str, Any]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise NoData(f"{path}, line {number} is no JSON: {error}") from error
        if not isinstance(row, dict) or (lacking := [name for name in needed if name not in row]):
            what = f"lacks {', '.join(lacking)}" if isinstance(row, dict) else "is no object"
            raise NoData(f"{path}, line {number} {what}.")
        found.append(row)
    if not found:
        raise NoData(f"{path} has no rows.")
    return found
