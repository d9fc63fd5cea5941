"""How far a figure could be off by the choice of articles: the bootstrap over documents."""

import random
from collections import Counter
from collections.abc import Callable, Sequence

from nutgraf_evals.marks import Counts

DRAWS = 1_000


def interval(documents: Sequence[Counts], value: Callable[[Counts], float]) -> tuple[float, float]:
    """The middle 95 % of the figure over random draws of as many documents, with replacement.

    The same documents give the same interval. There must be at least one.
    """
    dice = random.Random(0)  # noqa: S311 - a statistic, no secret
    names = sorted({name for counts in documents for name in counts})
    columns = [[counts[name] for counts in documents] for name in names]
    places = range(len(documents))
    drawn = []
    for _ in range(DRAWS):
        chosen = dice.choices(places, k=len(documents))
        sums = (sum(map(column.__getitem__, chosen)) for column in columns)
        drawn.append(value(Counter(dict(zip(names, sums, strict=True)))))
    drawn.sort()
    return drawn[int(0.025 * DRAWS)], drawn[int(0.975 * DRAWS) - 1]
