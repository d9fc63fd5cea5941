"""What made a digest, and what that cost."""

from typing import Literal

from pydantic import Field

from .evidence import Answer

TRAINED_ALGORITHMIC_MEDIA = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
"""IPTC Digital Source Type: words written by a trained model."""


class Provenance(Answer):
    nutgraf: str = Field(description="Version of nutgraf.")
    llm: str | None = Field(description="Name of the LLM; null when none was used.")
    prompt: str = Field(description="Prompt and version, e.g. `steps@1`.")
    prompt_sha256: str
    second_opinion: str | None = Field(
        default=None,
        description="Prompt and version of the second opinion, e.g. `judge@1`, where one was asked for.",
    )
    schema_sha256: str = Field(description="Fingerprint of the draft's schemas.")
    generated: bool = Field(description="Whether any statement was written by an LLM.")
    digital_source_type: str | None = Field(description="IPTC Digital Source Type of generated words.")


class Usage(Answer):
    """What the digest cost when it was made."""

    calls: int
    input_tokens: int
    cached_tokens: int = Field(description="Input tokens that the LLM had read before.")
    output_tokens: int
    seconds: float


class Coverage(Answer):
    """How much of the article was read."""

    sentences: int
    used: list[int] = Field(description="Sentences that some evidence cites.")
    read: int = Field(description="Sentences ranked or read; less than `sentences` only with a warning.")


class Warning(Answer):  # noqa: A001 (the contract's name for it)
    code: str
    message: str
    pointer: str | None = Field(default=None, description="JSON pointer into the digest.")


Status = Literal["complete", "degraded"]
