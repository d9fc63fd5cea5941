"""A run, labels and texts in; what every scorer says of every article out, and figures over the articles.

A digest that its maker failed to make is worth 0 wherever the question applies, never absent.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nutgraf.errors import SetupError
from nutgraf_evals.interval import interval
from nutgraf_evals.label import Label, fingerprint
from nutgraf_evals.perfect import perfect
from nutgraf_evals.records import Record, Run
from nutgraf_evals.scorers import Score, Scorer, measures, scorers
from nutgraf_evals.told import readable, told

FEWEST_STORIES = 3
"""Of fewer stories no interval is given: drawing them again says nothing."""


class Stale(SetupError):
    """What was recorded, what was labelled and the articles no longer fit each other."""


@dataclass(frozen=True, slots=True)
class Case:
    """One article: the story it belongs to, what each scorer says, and the problem where the maker failed."""

    article: str
    story: str
    scores: Mapping[str, Score]
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """The mean over the `n` articles that the question applies to; None where it applies to none.

    `interval` is where it could be by the choice of stories; None of fewer than `FEWEST_STORIES`.
    """

    value: float | None
    interval: tuple[float, float] | None
    n: int


@dataclass(frozen=True, slots=True)
class Scored:
    """A run with its cases and figures, each by name.

    What could not be scored is told: records without a label, labels without a record, and articles whose
    record and label are there but whose text is not.
    """

    run: Run
    cases: Mapping[str, Case]
    figures: Mapping[str, Figure]
    unlabelled: tuple[str, ...] = ()
    unrecorded: tuple[str, ...] = ()
    textless: tuple[str, ...] = ()


def score(run: Run, labels: Mapping[str, Label], texts: Mapping[str, str]) -> Scored:
    """Score the articles that have a record, a label and a text, each known by the article's id.

    Raises `Stale` where a text is not the one that was recorded, or not the one that was labelled.
    """
    both = [article for article in sorted(run.records) if article in labels]
    here = [article for article in both if article in texts]
    _refuse_stale(run, labels, texts, here)
    ask = scorers()
    cases = {
        article: Case(
            article,
            labels[article].story,
            _scores(ask, run.records[article], labels[article], texts[article]),
            _problem(run.records[article]),
        )
        for article in here
    }
    return Scored(
        run,
        cases,
        {name: figure(cases, name) for name in ask},
        unlabelled=tuple(sorted(set(run.records) - set(labels))),
        unrecorded=tuple(sorted(set(labels) - set(run.records))),
        textless=tuple(sorted(set(both) - set(here))),
    )


def figure(cases: Mapping[str, Case], name: str) -> Figure:
    """The figure of one scorer over some cases."""
    stories: dict[str, Counter[str]] = defaultdict(Counter)
    n, total = 0, 0.0
    for case in cases.values():
        value = case.scores[name].value
        if value is not None:
            n, total = n + 1, total + value
            stories[case.story].update({"total": value, "n": 1})
    if not n:
        return Figure(None, None, 0)
    between = interval(list(stories.values()), _mean) if len(stories) >= FEWEST_STORIES else None
    return Figure(total / n, between, n)


def answer(scored: Scored) -> dict[str, object]:
    """The figures as JSON."""
    return {
        "run": scored.run.name,
        "n": len(scored.cases),
        "failed": [case.article for case in scored.cases.values() if case.problem],
        "unrecorded": [*scored.unrecorded],
        "unlabelled": [*scored.unlabelled],
        "textless": [*scored.textless],
        "scores": {
            name: {"value": each.value, "interval": each.interval and [*each.interval], "n": each.n}
            for name, each in scored.figures.items()
        },
        "articles": {
            article: {name: each.value for name, each in case.scores.items()}
            for article, case in scored.cases.items()
        },
    }


def _mean(counts: Mapping[str, float]) -> float:
    return counts["total"] / counts["n"]


def _scores(ask: Mapping[str, Scorer], record: Record, label: Label, text: str) -> Mapping[str, Score]:
    if _problem(record) is None:
        said = told(record.digest, text)
        found = {name: scorer(said, label) for name, scorer in ask.items()}
        if record.remembered:
            found["time"] = Score(None, ("the LLM's answers were known from before",))
        return found
    best, amounts = perfect(label, text), measures()
    return {
        name: Score(None)
        if name in amounts or scorer(best, label).value is None
        else Score(0.0, ("there is no digest",))
        for name, scorer in ask.items()
    }


def _problem(record: Record) -> str | None:
    """Why there is no digest to be read, where there is none."""
    if record.digest is None:
        return record.problem or "there is no digest"
    return None if readable(record.digest) else "the digest cannot be read"


def _refuse_stale(
    run: Run, labels: Mapping[str, Label], texts: Mapping[str, str], here: Sequence[str]
) -> None:
    now = {article: fingerprint(texts[article]) for article in here}
    if other := [article for article in here if labels[article].sha256 != now[article]]:
        raise Stale(
            f"Labelled when its text was another: {', '.join(other)}. "
            "Mend the label and run `python -m nutgraf_evals.label --fill`."
        )
    if other := [article for article in here if run.records[article].article_sha256 != now[article]]:
        raise Stale(
            f"{run.name} was recorded when the text was another: {', '.join(other)}. "
            "Run `nutgraf evals run` again, with --out and its folder: it makes what has changed."
        )
