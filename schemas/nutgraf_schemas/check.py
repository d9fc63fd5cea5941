"""What a caller sends to have statements checked against an article, and what comes back."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, model_validator

from .article import Language, PublicationDate
from .evidence import Answer
from .statement import Statement

MOST_STATEMENTS = 100
"""Statements of one request."""


def _worded(value: str) -> str:
    if not any(letter.isalnum() for letter in value):
        raise ValueError("a statement has words")
    return value


class StatementToCheck(BaseModel):
    """What somebody says that the article says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Annotated[str, Field(max_length=1_000), AfterValidator(_worded)]
    sentences: (
        Annotated[list[Annotated[StrictInt, Field(ge=1)]], Field(min_length=1, max_length=3)] | None
    ) = Field(
        default=None,
        description="Numbers of the sentences that are to carry it; without them the whole article may.",
    )


class CheckRequest(BaseModel):
    """Statements and the article that they are about: its text, or its text and the digest that numbered its sentences."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(description="The article as plain text, at most 200,000 characters.")
    published: PublicationDate | None = Field(
        default=None, description="When the article was published, as for a digest."
    )
    language: Language | None = Field(default=None, description="BCP 47 tag; detected if absent.")
    digest: str | None = Field(
        default=None,
        description="Id of the article's digest, in place of `published`, `language` and `offset_unit`: its own hold. "
        "Without `statements` the digest's are checked.",
    )
    offset_unit: Literal["codepoint", "utf16", "utf8"] = "codepoint"
    statements: list[StatementToCheck] = Field(default=[], max_length=MOST_STATEMENTS)

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.statements and self.digest is None:
            raise ValueError("send `statements`, or the id of a `digest`")
        if self.digest is not None and (
            twice := {"published", "language", "offset_unit"} & self.model_fields_set
        ):
            raise ValueError(f"leave out {', '.join(sorted(twice))}: the digest says so")
        return self


class CheckAnswer(Answer):
    """Every statement, in order, with what was verified of it."""

    statements: list[Statement]
