"""Values of the same articles from two runs in, how they differ and what chance could make of that out.

Articles of one story are no independent cases: all that is drawn or flipped here is whole stories.
"""

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist

FEWEST = 6
"""Stories: with fewer, not even a difference of one sign in all of them has a p under .05 (2 in 2**5 is .06)."""
FEWEST_DRAWN = 3
"""Stories: with fewer, drawing them again says nothing."""
DRAWS = 4_000
_EXACT = 14
_POWER = 0.8
_LEVEL = 0.05
_EQUAL = 1e-9


@dataclass(frozen=True, slots=True)
class Paired:
    """Run B against run A over the articles of both. `a`, `b` and `difference` (B less A) are means over articles.

    `interval` is the middle 95 % over draws of the stories, None of fewer than `FEWEST_DRAWN`. `p` is that of as
    great a difference if A and B were the same, `detectable` the least true difference that so many stories show
    four times in five: None of fewer than `FEWEST`, `detectable` also where no article differs.
    """

    articles: int
    stories: int
    a: float
    b: float
    difference: float
    wins: int
    losses: int
    ties: int
    interval: tuple[float, float] | None
    p: float | None
    detectable: float | None

    @property
    def significant(self) -> bool:
        """Whether the difference is more than chance: the interval leaves out 0, and p is at most .05."""
        if self.interval is None or self.p is None:
            return False
        return self.p <= _LEVEL and not self.interval[0] <= 0 <= self.interval[1]


def paired(values: Mapping[str, tuple[float, float]], stories: Mapping[str, str]) -> Paired:
    """Compare the two values of each article; `stories` says which story it belongs to.

    Raises `ValueError` where there is no article.
    """
    if not values:
        raise ValueError("there is no article to compare by")
    differences = {article: b - a for article, (a, b) in values.items()}
    groups: dict[str, list[float]] = {}
    for article, difference in sorted(differences.items()):
        groups.setdefault(stories[article], []).append(difference)
    sums, sizes = [math.fsum(group) for group in groups.values()], [len(group) for group in groups.values()]
    n, enough = len(values), len(groups) >= FEWEST
    error = standard_error(sums, sizes)
    return Paired(
        articles=n,
        stories=len(groups),
        a=math.fsum(a for a, _ in values.values()) / n,
        b=math.fsum(b for _, b in values.values()) / n,
        difference=math.fsum(sums) / n,
        wins=sum(difference > _EQUAL for difference in differences.values()),
        losses=sum(difference < -_EQUAL for difference in differences.values()),
        ties=sum(abs(difference) <= _EQUAL for difference in differences.values()),
        interval=interval(sums, sizes) if len(groups) >= FEWEST_DRAWN else None,
        p=flipped(sums) if enough else None,
        detectable=detectable(error, len(groups)) if enough and error > _EQUAL else None,
    )


def interval(sums: Sequence[float], sizes: Sequence[int]) -> tuple[float, float]:
    """The middle 95 % of the mean over draws of as many groups, with replacement, given their sums and sizes.

    Of few groups the percentiles are too narrow: they are taken further out, as far as Student's t lies outside
    the normal (Hesterberg, "What Teachers Should Know About the Bootstrap", The American Statistician 69, 2015).
    The same groups give the same interval. There must be at least two.
    """
    dice = random.Random(0)  # noqa: S311 - a statistic, no secret
    groups = list(zip(sums, sizes, strict=True))
    drawn = []
    for _ in range(DRAWS):
        chosen = dice.choices(groups, k=len(groups))
        drawn.append(sum(total for total, _ in chosen) / sum(size for _, size in chosen))
    drawn.sort()
    k = len(groups)
    tail = NormalDist().cdf(-math.sqrt(k / (k - 1)) * quantile(1 - _LEVEL / 2, k - 1))
    last = int(tail * DRAWS)
    return drawn[last], drawn[-1 - last]


def flipped(sums: Sequence[float]) -> float:
    """How often the mean is at least as far from 0 if each group's sum keeps or changes its sign by the toss of a coin.

    Every way to toss is counted, or 10,000 of them where more than 14 groups differ.
    """
    telling = [total for total in sums if abs(total) > _EQUAL]
    observed = abs(math.fsum(telling)) - _EQUAL
    if len(telling) <= _EXACT:
        all_ways = [0.0]
        for total in telling:
            all_ways = [way + total for way in all_ways] + [way - total for way in all_ways]
        return sum(abs(way) >= observed for way in all_ways) / len(all_ways)
    dice, tosses = random.Random(0), 10_000  # noqa: S311 - a statistic, no secret
    as_far = sum(
        abs(sum(total if dice.random() < 0.5 else -total for total in telling)) >= observed
        for _ in range(tosses)
    )
    return (1 + as_far) / (1 + tosses)


def standard_error(sums: Sequence[float], sizes: Sequence[int]) -> float:
    """Of the mean over all cases, by group: the root of k/(k-1) Σ(sum - size x mean)², over the number of cases.

    The cluster-robust one (Cameron and Miller, "A Practitioner's Guide to Cluster-Robust Inference", Journal of
    Human Resources 50, 2015). 0 where there is one group.
    """
    k, n = len(sums), sum(sizes)
    if k < 2:
        return 0.0
    mean = math.fsum(sums) / n
    squares = math.fsum((total - size * mean) ** 2 for total, size in zip(sums, sizes, strict=True))
    return math.sqrt(k / (k - 1) * squares) / n


def detectable(error: float, groups: int) -> float:
    """The least true difference that a two-sided test at 5 % finds with a power of 80 %: (t.975 + t.8) x the error.

    Student's t of `groups` - 1 degrees of freedom (Bloom, "Minimum Detectable Effects", Evaluation Review 19, 1995).
    """
    return (quantile(1 - _LEVEL / 2, groups - 1) + quantile(_POWER, groups - 1)) * error


@cache
def quantile(p: float, freedom: int) -> float:
    """Student's t below which the share `p` (from .5) lies, to six places."""
    low, high = 0.0, 1_000.0
    while high - low > 1e-7:
        middle = (low + high) / 2
        low, high = (middle, high) if student(middle, freedom) < p else (low, middle)
    return round((low + high) / 2, 6)


def student(t: float, freedom: int) -> float:
    """The share below `t` of Student's t of a whole number of degrees of freedom.

    The finite series 26.7.3 and 26.7.4 of Abramowitz and Stegun, "Handbook of Mathematical Functions".
    """
    angle = math.atan(t / math.sqrt(freedom))
    sine, cosine = math.sin(angle), math.cos(angle)
    odd = freedom % 2
    term, total = (cosine, 0.0) if odd else (1.0, 0.0)
    for step in range(1 + odd, freedom, 2):
        total += term
        term *= step / (step + 1) * cosine**2
    within = 2 / math.pi * (angle + sine * total) if odd else sine * total
    return (1 + within) / 2
