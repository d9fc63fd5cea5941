"""What we say to the LLM: one Markdown file a version, read by `load`.

A file opens with TOML front matter between `+++` lines: `purpose`, `family` (`steps`: many short calls for a small
LLM; `whole`: one call for a large one; `judge`: yes or no), `schemas` (task → name in `nutgraf_schemas.draft`), `inputs` (the
placeholders) and `changed`.
Then a conversation a task, as headings `## TASK ROLE` in order; the last block of a task is the one that is filled in.
Placeholders are `string.Template`'s: what is put in is never scanned again.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import Literal

Message = dict[str, str]


@dataclass(frozen=True)
class Prompt:
    """One version of a prompt. `conversations` maps a task to its blocks of (role, text)."""

    id: str
    sha256: str
    family: Literal["steps", "whole", "judge"]
    purpose: str
    schemas: Mapping[str, str]
    inputs: tuple[str, ...]
    conversations: Mapping[str, tuple[tuple[str, Template], ...]]

    def messages(self, task: str, **values: str) -> list[Message]:
        """The conversation of `task` with `values` put in.

        Raises `KeyError` for an unknown task or a missing value.
        """
        return [{"role": role, "content": text.substitute(values)} for role, text in self.conversations[task]]


@cache
def load(name: str, version: int) -> Prompt:
    """The prompt `name@version`. Raises `FileNotFoundError` when there is none."""
    raw = (files(__name__) / name / f"v{version}.md").read_text("utf-8")
    _, head, body = raw.split("+++\n", 2)
    meta = tomllib.loads(head)
    conversations: dict[str, list[tuple[str, Template]]] = {}
    for block in body.split("\n## ")[1:]:
        heading, _, words = block.partition("\n")
        task, role = heading.split()
        conversations.setdefault(task, []).append((role, Template(words.strip())))
    return Prompt(
        id=f"{name}@{version}",
        sha256=sha256(raw.encode()).hexdigest(),
        family=meta["family"],
        purpose=meta["purpose"],
        schemas=meta["schemas"],
        inputs=tuple(meta["inputs"]),
        conversations={task: tuple(blocks) for task, blocks in conversations.items()},
    )


def named(reference: str) -> Prompt:
    """The prompt that `reference` (`steps@1`) names. Raises `ValueError` when there is none."""
    name, _, version = reference.partition("@")
    try:
        return load(name, int(version))
    except (ValueError, OSError) as error:
        raise ValueError(f"there is no prompt {reference!r}; write NAME@VERSION, e.g. steps@1") from error
