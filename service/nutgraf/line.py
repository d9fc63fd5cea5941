"""The values that walk the line from step to step.

Offsets are code points of the article as sent; `assemble` turns them into the caller's unit.
A claim's `sentences` are numbers of sentences, from 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from nutgraf_schemas import (
    Attribution,
    CheckName,
    CheckResult,
    Contradiction,
    Dateline,
    Entity,
    EventType,
    Modality,
    Participant,
    Published,
    Quantity,
    Support,
    Warning,
    When,
    Where,
)
from nutgraf_schemas.draft import DraftEvent

Place = tuple[int, int]
"""A span as (start, end), end exclusive."""


@dataclass(frozen=True, slots=True)
class Text:
    """The article, read: what is prose, what is furniture, when it was published.

    `prompt` is `source` with everything an LLM must not see neutralised: the same length, character by character.
    `furniture` are the spans of header line, dateline and byline; no sentence covers them.
    """

    source: str
    prompt: str
    language: str
    published: Published
    dateline: Dateline | None = None
    furniture: tuple[Place, ...] = ()
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One numbered sentence. `text` is `source[start:end]`; `prompt` is the same span of the prompt copy.

    `speech` says that it opens inside or with quoted speech.
    `frame` is the span of its report frame ("…, police said"), counted in the article, or None.
    """

    id: int
    start: int
    end: int
    text: str
    prompt: str
    paragraph: int
    speech: bool = False
    frame: Place | None = None

    @property
    def core(self) -> str:
        """The sentence as the LLM sees it, without its report frame."""
        if self.frame is None:
            return self.prompt
        a, b = self.frame[0] - self.start, self.frame[1] - self.start
        left, right = self.prompt[:a].rstrip(" ,"), self.prompt[b:].lstrip(" ,")
        if not left:
            return right[:1].upper() + right[1:]
        return f"{left} {right}" if right[:1].isalnum() else left + (right or ".")


@dataclass(frozen=True, slots=True)
class Ranked:
    """Which sentences carry the story, by number; the best first.

    `statements` are to be rewritten (the first of them also gives the headline), `events` are to be read for
    event records, `order` is every sentence from the most to the least telling.
    """

    statements: tuple[int, ...]
    events: tuple[int, ...]
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement with the sentences that carry it; `support` and `checks` are empty until checked.

    `span` narrows the evidence to words inside the first sentence (an extract cut at a clause).
    `extract` says that the text is the source's own.
    """

    text: str
    sentences: tuple[int, ...]
    extract: bool = False
    span: Place | None = None
    support: Support | None = None
    checks: Mapping[CheckName, CheckResult] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An event record in the making. `draft` is what the LLM proposed; the fields are what code has made of it.

    `sentences` are all sentences that tell the event; the first is the one it was read from.
    `null_reasons` says of a field that stayed empty why.
    """

    draft: DraftEvent
    description: Claim
    type: EventType
    sentences: tuple[int, ...]
    when: When | None = None
    where: Where | None = None
    participants: tuple[Participant, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    modality: Modality = "asserted"
    attribution: tuple[Attribution, ...] = ()
    null_reasons: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A draft whose claims know their sentences. Every step from `cite` to `contradict` takes one and gives one."""

    headline: Claim
    summary: tuple[Claim, ...]
    key_points: tuple[Claim, ...]
    records: tuple[Record, ...]
    entities: tuple[Entity, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    warnings: tuple[Warning, ...] = ()
