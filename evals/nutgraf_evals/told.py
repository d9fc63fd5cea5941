"""A digest read leniently: the JSON of nutgraf, or of another system, in; what it tells out.

Scorers read this, so that they can judge what others made too. Whether the digest keeps to the schema and its
spans are exact is a question of its own (`scorers/form.py`); here what does not fit is empty.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from nutgraf_schemas import Digest


class Lenient(BaseModel):
    """Base of what is read leniently: unknown fields are passed over, absent ones empty."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class ToldSpan(Lenient):
    """`article[start:end]`, in code points; `sentence` is 0 where none is named."""

    start: int
    end: int
    sentence: int = 0


class ToldStatement(Lenient):
    text: str = ""
    evidence: list[ToldSpan] = []
    support: str | None = None


class ToldWhen(Lenient):
    text: str = ""
    edtf: str | None = None


class ToldWhere(Lenient):
    text: str = ""
    country: str | None = None


class ToldParticipant(Lenient):
    name: str
    entity: str | None = None
    role: str = "other"


class ToldQuantity(Lenient):
    text: str = ""
    value: float | None = None
    unit: str | None = None


class ToldAttribution(Lenient):
    source: str
    cue: str = ""
    via: str | None = None


class ToldEvent(Lenient):
    id: str = ""
    type: str = "other"
    main: bool = False
    description: ToldStatement = ToldStatement()
    when: ToldWhen | None = None
    where: ToldWhere | None = None
    participants: list[ToldParticipant] = []
    quantities: list[ToldQuantity] = []
    modality: str = "asserted"
    attribution: list[ToldAttribution] = []
    evidence: list[ToldSpan] = []


class ToldEntity(Lenient):
    id: str
    name: str
    kind: str = "other"
    aliases: list[str] = []


class ToldSide(Lenient):
    value: str = ""
    start: int = 0
    end: int = 0


class ToldContradiction(Lenient):
    kind: str = ""
    a: ToldSide = ToldSide()
    b: ToldSide = ToldSide()


class ToldArticle(Lenient):
    published: ToldWhen | None = None
    dateline: dict[str, Any] | None = None


class ToldUsage(Lenient):
    calls: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0


class Told(Lenient):
    """What a digest tells. `raw` is the digest as it was given, `text` the article that it is of."""

    raw: dict[str, Any] = {}
    text: str = ""
    article: ToldArticle = ToldArticle()
    headline: ToldStatement = ToldStatement()
    summary: list[ToldStatement] = []
    key_points: list[ToldStatement] = []
    events: list[ToldEvent] = []
    entities: list[ToldEntity] = []
    contradictions: list[ToldContradiction] = []
    usage: ToldUsage = ToldUsage()

    @property
    def statements(self) -> Iterator[ToldStatement]:
        """Headline, summary and key points: what a reader reads first."""
        yield self.headline
        yield from self.summary
        yield from self.key_points

    @property
    def everything(self) -> Iterator[ToldStatement]:
        """All statements, those of events too."""
        yield from self.statements
        for event in self.events:
            yield event.description


def told(digest: Mapping[str, Any] | Digest | None, text: str) -> Told:
    """What `digest` tells of the article `text`; nothing where there is none, or nothing of it can be read.

    Raises `ValidationError` where a part that is there has another shape altogether.
    """
    if digest is None:
        return Told(text=text)
    raw = digest.model_dump(mode="json") if isinstance(digest, Digest) else dict(digest)
    present = {name: value for name, value in raw.items() if value is not None}
    return Told.model_validate({**present, "raw": raw, "text": text})


def readable(digest: Mapping[str, Any] | None) -> bool:
    """Whether `told` can read it."""
    try:
        told(digest, "")
    except ValidationError:
        return False
    return True
