"""What a caller receives: the article's digest."""

from typing import Literal

from pydantic import Field

from .contradiction import Contradiction
from .edtf import Published
from .event import Event
from .evidence import Answer, Span
from .provenance import Coverage, Provenance, Status, Usage, Warning
from .statement import Statement


class Dateline(Answer):
    """The place and agency that a report opens with."""

    place: str | None
    agency: str | None
    span: Span


class NumberedSentence(Span):
    id: int = Field(ge=1)


class ArticleInfo(Answer):
    """What was read, and what stands in it where."""

    title: str | None
    source: str | None
    url: str | None
    language: str
    published: Published
    dateline: Dateline | None
    text: str | None = Field(default=None, description="The extracted text, where HTML was sent.")
    sha256: str = Field(description="Of the text as sent, in UTF-8.")
    characters: int
    offset_unit: Literal["codepoint", "utf16", "utf8"]
    sentences: list[NumberedSentence]


class Entity(Answer):
    """One person, organisation or place under all the names the article gives it."""

    id: str
    name: str
    kind: Literal["person", "organisation", "place", "other"]
    aliases: list[str]
    mentions: list[Span]


class Digest(Answer):
    id: str
    schema_version: Literal["1"] = "1"
    status: Status
    article: ArticleInfo
    headline: Statement
    summary: list[Statement]
    key_points: list[Statement]
    events: list[Event] = Field(description="The main event first.")
    entities: list[Entity]
    contradictions: list[Contradiction] = Field(
        default=[], description="What the article says in two ways that cannot both be true."
    )
    warnings: list[Warning]
    coverage: Coverage
    provenance: Provenance
    usage: Usage
