"""What a digest tells of its making in, the tokens it took out."""

from nutgraf_evals.label import Label
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told

NAME = "cost"
QUESTION = "How many tokens did the LLM read and write?"
MEASURE = "tokens"


def score(told: Told, label: Label) -> Score:  # noqa: ARG001 (every scorer takes both)
    """None where the digest does not say. Tokens that the LLM had read before count like others."""
    usage = told.usage
    if "usage" not in told.raw:
        return Score(None, ("the digest does not say what it cost",))
    return Score(
        float(usage.input_tokens + usage.output_tokens),
        parts={
            "calls": usage.calls,
            "input": usage.input_tokens,
            "cached": usage.cached_tokens,
            "output": usage.output_tokens,
        },
    )
