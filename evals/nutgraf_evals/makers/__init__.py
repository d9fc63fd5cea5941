"""Who makes digests: nutgraf itself, and the baselines that it has to beat."""

import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

from nutgraf.settings import Settings
from nutgraf_evals.records import Configuration
from nutgraf_schemas import Article

Say = Callable[[str, int, int], None]
"""Hears of a fetch: words, bytes done, of how many."""


@dataclass(frozen=True, slots=True)
class Made:
    """A digest as JSON has it. `remembered` of the LLM's answers were known from before."""

    digest: Mapping[str, Any]
    remembered: int = 0


class Maker(Protocol):
    """Makes digests; `configuration` is everything that decides how, and known before anything starts."""

    @property
    def configuration(self) -> Configuration: ...

    async def make(self, article: Article) -> Made:
        """Raises `UpstreamError` or `BadArticle` where there is no digest, `SetupError` where there can be none."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a maker is told.

    `settings` are those of the LLM, None for none; `answers` is the file with the LLM's answers from before;
    `python` has what a maker needs and ours may lack.
    """

    settings: Settings | None
    answers: Path
    say: Say = lambda *_: None
    python: Path = Path(sys.executable)


@asynccontextmanager
async def opened(name: str, wanted: Wanted) -> AsyncIterator[Maker]:
    """The maker called `name`, while the context lasts."""
    async with import_module(f"{__name__}.{name}").opened(wanted) as maker:
        yield maker


def source(*modules: ModuleType) -> str:
    """A fingerprint of the code of modules and packages: of their files' names and bytes."""
    told = sha256()
    for module in modules:
        file = Path(str(module.__file__))
        for path in sorted(file.parent.rglob("*.py")) if file.name == "__init__.py" else [file]:
            told.update(f"{path.relative_to(file.parent)}\n".encode() + path.read_bytes() + b"\0")
    return told.hexdigest()
