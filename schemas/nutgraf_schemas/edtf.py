"""Dates with their precision: EDTF (Extended Date/Time Format, ISO 8601-2) levels 0 and 1."""

from typing import Literal

from pydantic import Field

from .evidence import Answer, Evidence, Span

Precision = Literal["day", "month", "year", "season", "interval", "approximate", "unknown"]


class Published(Answer):
    """When the article was published, and where that is known from."""

    edtf: str | None = Field(description="EDTF, at the precision that is known; null when nothing says.")
    precision: Precision
    basis: Literal["field", "header", "dateline", "none"] = Field(
        description="The request's field, an inline header line, the dateline, or nothing."
    )
    span: Span | None = Field(
        default=None, description="The words that say so, where they stand in the text."
    )


class When(Answer):
    """A date as the article words it, resolved by code."""

    text: str = Field(description="The phrase as it stands in the article.")
    edtf: str = Field(description="EDTF of what the phrase means, at the precision that is known.")
    precision: Precision
    part: Literal["early", "mid", "late"] | None = Field(
        default=None, description="Which part of the month or year the phrase names."
    )
    anchor: Literal["article.published", "dateline", "sentence", "none"] = Field(
        description="What the phrase was counted from; `none` where it is a date by itself."
    )
    rule: str = Field(description="Name of the rule that resolved it, e.g. `weekday_on_or_before`.")
    evidence: list[Evidence]
