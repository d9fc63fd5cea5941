"""What a digest tells of its making in, the seconds it took out."""

from nutgraf_evals.label import Label
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told

NAME = "time"
QUESTION = "How many seconds did it take, other articles in the works beside it?"
MEASURE = "seconds"


def score(told: Told, label: Label) -> Score:  # noqa: ARG001 (every scorer takes both)
    """None where the digest does not say."""
    if "usage" not in told.raw:
        return Score(None, ("the digest does not say how long it took",))
    return Score(told.usage.seconds)
