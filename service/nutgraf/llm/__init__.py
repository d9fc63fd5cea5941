"""Where words are generated. `LLM` is the whole interface; `Judge` is what some can do besides."""

from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)
Messages = list[dict[str, str]]
"""Chat messages: `{"role": "system" | "user" | "assistant", "content": …}`."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Tokens and calls. `cached_tokens` is the part of `input_tokens` that the LLM had read before."""

    calls: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(
            self.calls + other.calls,
            self.input_tokens + other.input_tokens,
            self.cached_tokens + other.cached_tokens,
            self.output_tokens + other.output_tokens,
        )


class LLM(Protocol):
    """One method. Calls may run side by side; an engine that batches takes them in one batch."""

    name: str
    """What answers, for provenance: the name of the weights or of the remote LLM."""

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        """Answer `messages` with an object of `schema`.

        Raises `UpstreamError` (one of its kinds) when there is no such answer.
        """
        ...


@runtime_checkable
class Judge(Protocol):
    """An LLM that can also answer yes or no, with one token."""

    async def judge(self, messages: Messages) -> tuple[float, Spent]:
        """How probable yes is against no, from 0 to 1; 0 or 1 where nothing but the word is known.

        Raises `UpstreamError` (one of its kinds) when there is no such answer.
        """
        ...
