"""Where in the article something stands."""

from pydantic import BaseModel, ConfigDict, Field


class Answer(BaseModel):
    """Base of everything a caller receives: frozen, no field beyond those named."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Span(Answer):
    """A run of the article's text, `text[start:end]`, counted in the digest's `offset_unit`."""

    start: int = Field(ge=0, description="Offset of the first character, from 0.")
    end: int = Field(ge=1, description="Offset after the last character.")


class Evidence(Span):
    """A cited sentence, or the exact words inside it that carry a claim."""

    sentence: int = Field(ge=1, description="Number of the sentence, from 1.")
