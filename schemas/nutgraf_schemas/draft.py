"""What the LLM fills in: short, flat and bounded. Private; it changes with the prompts.

The schemas are constants, so an engine compiles each grammar once.
What differs by article (which sentences exist, which words stand in one) is checked by code afterwards.
Bounds stand inside the patterns, because engines are known to drop `maxLength` beside `pattern`.
Keys on the wire are those of the prompts' worked examples.
"""

import json
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from .event import EventType

_LETTER = r"[ !#-\[\]-~¡-ɏ‘-”–—…€₤₩₹]"
"""No control character, straight double quote or backslash: nothing that JSON must escape."""

Sentence = Annotated[str, Field(pattern=f"^{_LETTER}{{2,240}}$")]
Copied = Annotated[str, Field(pattern=f"^{_LETTER}{{0,80}}$")]
Status = Literal["happened", "planned", "alleged", "denied", "unknown"]


class Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Rewrite(Wire):
    """One statement, rewritten from one sentence."""

    text: Sentence = Field(alias="t")


class EventFields(Wire):
    """One event, read from one sentence. Empty strings and lists say that the sentence does not say."""

    what: Sentence
    when: Copied
    where: Copied
    by: Annotated[list[Copied], Field(max_length=4)]
    to: Annotated[list[Copied], Field(max_length=4)]


class DraftStatement(Wire):
    text: Sentence = Field(alias="t")
    sentences: Annotated[list[int], Field(max_length=3, alias="s")]


class DraftEvent(EventFields):
    """`type` and `status` are a large LLM's proposals; a small one's are worse than none (`evals/LOG.md`)."""

    type: EventType = "other"
    status: Status = "unknown"
    sentences: Annotated[list[int], Field(max_length=3, alias="s")]


class Draft(Wire):
    """The whole draft: what a large LLM gives in one call, and what code puts together from small calls."""

    headline: DraftStatement = Field(alias="h")
    summary: Annotated[list[DraftStatement], Field(max_length=10, alias="sum")]
    key_points: Annotated[list[DraftStatement], Field(max_length=10, alias="key")]
    events: Annotated[list[DraftEvent], Field(max_length=20, alias="ev")]


FINGERPRINT = sha256(
    json.dumps([m.model_json_schema() for m in (Rewrite, EventFields, Draft)], sort_keys=True).encode()
).hexdigest()
"""Names this version of the draft's schemas in a digest's provenance."""
