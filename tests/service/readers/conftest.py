"""Small articles for tests of readers: a text in, numbered sentences and the entities that are named in them out."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from nutgraf.readers.mentions import group
from nutgraf.readers.names import names
from nutgraf_schemas import Entity, Span


@dataclass(frozen=True)
class Numbered:
    """A sentence of a test's article."""

    id: int
    start: int
    text: str

    @property
    def prompt(self) -> str:
        return self.text


def read(text: str) -> tuple[list[Numbered], list[Entity]]:
    """Sentences end at a full stop before a space."""
    found = re.finditer(r"\S(?:(?:Mr|Ms|Dr|Mrs)\.|\.(?=\d)|[^.])+\.", text)
    sentences = [Numbered(i, m.start(), m[0]) for i, m in enumerate(found, 1)]
    entities = [
        Entity(
            id=f"e{i}",
            name=one.name,
            kind=one.kind,
            aliases=list(one.aliases),
            mentions=[Span(start=m.start, end=m.end) for m in one.mentions],
        )
        for i, one in enumerate(group(names(text), text), start=1)
    ]
    return sentences, entities


@pytest.fixture(scope="session")
def article() -> Callable[[str], tuple[list[Numbered], list[Entity]]]:
    return read
