"""The summary of a digest and its article in, whether the summary is as long as one should be out."""

from nutgraf_evals.label import Label
from nutgraf_evals.scorers import Score
from nutgraf_evals.scorers.phrases import length
from nutgraf_evals.told import Told

NAME = "length"
QUESTION = "Is the summary neither a scrap nor half the article?"
SHORTEST = 25
"""Words of a summary, of an article of a hundred words or more."""
LONGEST = 75
"""Words of a summary that are never too many: three sentences."""
SHARE = 0.2
"""Of the article's words; more are too many, where they are more than `LONGEST`."""


def score(told: Told, label: Label) -> Score:  # noqa: ARG001 (every scorer takes both)
    """1 within the bounds; outside, how near it is: a summary twice as long as it may be is worth 0.5."""
    article = length(told.text)
    words = sum(length(statement.text) for statement in told.summary)
    least, most = min(SHORTEST, article // 4), max(LONGEST, round(SHARE * article))
    parts = {"words": words, "of_article": words / article if article else 0.0}
    if words < least:
        return Score(words / least, (f"{words} words, of at least {least}",), parts)
    if words > most:
        return Score(most / words, (f"{words} words, of at most {most}",), parts)
    return Score(1.0, parts=parts)
