"""The LLMs that were run on our own articles, and what came out: what `nutgraf llm list` tells.

The figures are those of `evals/README.md`, of the articles that nothing was tuned on; a test compares them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """An LLM: its licence, the bytes of its weights, and with which prompt it had which scores, from 0 to 1."""

    name: str
    licence: str
    size: int
    prompt: str
    key_facts: float
    """Share of the facts that a good summary tells."""
    events: float
    """F1 of event records."""


MEASURED = (
    Measured(
        name="qwen2.5-coder-1.5b-instruct-q4_k_m",
        licence="Apache-2.0",
        size=1_117_320_768,
        prompt="steps@1",
        key_facts=0.49,
        events=0.55,
    ),
)
