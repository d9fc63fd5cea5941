"""What a caller sends: an article and what is wanted of it."""

import re
from typing import Annotated, Literal

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StrictInt

MAX_CHARACTERS = 200_000
"""The longest article, in code points."""

_MOMENT = r"(?!0000)\d{4}(?:-(?:(?:0\d|1[0-2]|2[1-4])(?:-(?:\d\d|XX))?|XX(?:-XX)?))?[~?%]?"
_PUBLISHED = re.compile(
    rf"(?P<edtf>{_MOMENT}(?:/{_MOMENT})?)"
    r"|(?P<day>(?!0000)\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?",
    re.ASCII,
)


def _published(value: str) -> str:
    if found := _PUBLISHED.fullmatch(value):
        try:
            date = parse_edtf(found["edtf"] or found["day"])
            if date.lower_strict() <= date.upper_strict():
                return value
        except (EDTFParseException, ValueError):
            pass
    raise ValueError(
        "write a date as 2025-04-10, 2025-04, 2025, 2025-04~, 2025-21 (spring), 2025-04-10/2025-04-12"
        " or 2025-04-10T14:00:00Z"
    )


def _plain(value: str) -> str:
    if re.search(r"[\x00-\x1f\x7f-\x9f]", value):
        raise ValueError("control characters and line breaks are not allowed here")
    return value


PublicationDate = Annotated[str, AfterValidator(_published)]
"""EDTF level 0 or 1, or RFC 3339, as sent."""
Language = Annotated[str, Field(max_length=35, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 tag."""
Line = Annotated[str, Field(max_length=1_000), AfterValidator(_plain)]
"""One line of plain text."""


class Options(BaseModel):
    """How much is wanted, and in which form."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    summary_sentences: StrictInt = Field(default=3, ge=1, le=10, description="Sentences of the summary.")
    key_points: StrictInt = Field(default=4, ge=0, le=10, description="Key points beside the summary.")
    events: StrictInt = Field(default=8, ge=0, le=20, description="Event records, at most.")
    offset_unit: Literal["codepoint", "utf16", "utf8"] = Field(
        default="codepoint",
        description="What `start` and `end` count: code points (Python), UTF-16 units (JavaScript) or bytes (PHP, Go).",
    )
    on_failure: Literal["extractive", "error"] = Field(
        default="extractive",
        description="When the LLM cannot be had: answer from the article's own sentences, or with a problem.",
    )
    second_opinion: StrictBool = Field(
        default=False,
        description="Ask the LLM about each statement that passed the check, yes or no, one token each. "
        "It can only lower a mark.",
    )


class Article(BaseModel):
    """One news article. `text` is never changed: every span of the answer points into it as sent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(
        description=f"The article as plain text, at most {MAX_CHARACTERS} characters.",
        examples=[
            "GENEVA (Lake Wire) - Two climbers were rescued from the Aiguille ridge on Monday, police said."
        ],
    )
    title: Line | None = None
    source: Line | None = Field(default=None, description="Who published it.")
    author: Line | None = None
    url: Line | None = Field(default=None, description="Kept as an identifier; never fetched.")
    published: PublicationDate | None = Field(
        default=None,
        description="EDTF level 0 or 1, or RFC 3339: 2025-04-10, 2025-04, 2025-04-10T14:00:00Z.",
        examples=["2025-04-10"],
    )
    language: Language | None = Field(default=None, description="BCP 47 tag; detected if absent.")
    options: Options = Options()
