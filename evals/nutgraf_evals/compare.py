"""The scores of two runs in, whether the second is better and where they differ out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from nutgraf_evals.chance import Paired, paired
from nutgraf_evals.score import Case, Scored
from nutgraf_evals.scorers import measures

Verdict = Literal["better", "worse", "more", "less", "within chance", "the same", "too few stories"]


@dataclass(frozen=True, slots=True)
class Row:
    """What one scorer says of B against A. `measure` names the unit of a scorer that gives an amount."""

    scorer: str
    paired: Paired
    verdict: Verdict
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An article that both runs have. `differences` are B less A by scorer, the greatest first, none that is 0."""

    article: str
    differences: Mapping[str, float]

    @property
    def size(self) -> float:
        return sum(map(abs, self.differences.values()))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Run `b` against run `a`. `changes` are the articles that changed, the most changed first; amounts do not count.

    `only_a` and `only_b` are articles that one of them has: they are left out.
    """

    a: str
    b: str
    articles: tuple[str, ...]
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The answer of `nutgraf evals compare --json`."""
        return {
            "a": self.a,
            "b": self.b,
            "articles": len(self.articles),
            "only_a": list(self.only_a),
            "only_b": list(self.only_b),
            "scorers": [_row(row) for row in self.rows],
            "changes": [{"article": each.article, **each.differences} for each in self.changes],
        }


def compare(a: Scored, b: Scored) -> Comparison:
    """Compare two runs over the articles that both have, each scorer over those where it has a value in both."""
    both = sorted(a.cases.keys() & b.cases.keys())
    stories = {article: a.cases[article].story for article in both}
    amounts = measures()
    values = {article: _values(a.cases[article], b.cases[article], amounts) for article in both}
    rows = []
    for scorer in a.figures:
        if found := {article: each[scorer] for article, each in values.items() if scorer in each}:
            difference = paired(found, stories)
            verdict = _verdict(difference, scorer in amounts)
            rows.append(Row(scorer, difference, verdict, amounts.get(scorer)))
    changes = [Change(article, _differences(each, amounts)) for article, each in values.items()]
    return Comparison(
        a.run.name,
        b.run.name,
        articles=tuple(both),
        rows=tuple(rows),
        changes=tuple(sorted((c for c in changes if c.differences), key=lambda c: (-c.size, c.article))),
        only_a=tuple(sorted(a.cases.keys() - b.cases.keys())),
        only_b=tuple(sorted(b.cases.keys() - a.cases.keys())),
    )


def _values(a: Case, b: Case, amounts: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """The values of both by scorer. A question that arises in one of them only (a contradiction that is none is told)
    has found nothing wrong in the other: that one is right, 1."""
    found = {}
    for scorer, score in a.scores.items():
        one, other = score.value, b.scores[scorer].value
        if one is None and other is None:
            continue
        if scorer not in amounts:
            found[scorer] = (1.0 if one is None else one, 1.0 if other is None else other)
        elif one is not None and other is not None:
            found[scorer] = (one, other)
    return found


def _verdict(found: Paired, amount: bool) -> Verdict:
    if found.ties == found.articles:
        return "the same"
    if found.p is None:
        return "too few stories"
    if not found.significant:
        return "within chance"
    words: Sequence[Verdict] = ("more", "less") if amount else ("better", "worse")
    return words[found.difference < 0]


def _differences(values: Mapping[str, tuple[float, float]], amounts: Mapping[str, str]) -> dict[str, float]:
    found = {scorer: round(b - a, 6) for scorer, (a, b) in values.items() if scorer not in amounts}
    return dict(
        sorted(((name, each) for name, each in found.items() if each), key=lambda item: -abs(item[1]))
    )


def _row(row: Row) -> dict[str, Any]:
    found = row.paired
    return {
        "scorer": row.scorer,
        "measure": row.measure,
        "articles": found.articles,
        "stories": found.stories,
        "a": found.a,
        "b": found.b,
        "difference": found.difference,
        "interval": list(found.interval) if found.interval else None,
        "p": found.p,
        "wins": found.wins,
        "losses": found.losses,
        "ties": found.ties,
        "detectable": found.detectable,
        "verdict": row.verdict,
    }
