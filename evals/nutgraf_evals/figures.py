"""Runs in, the generated tables of `evals/README.md` out: figures of the makers, questions, agreement."""

from collections.abc import Mapping, Sequence

from nutgraf_evals.agreement import Agreement
from nutgraf_evals.score import Case, Figure, Scored, figure
from nutgraf_evals.scorers import measures, questions

RUNS = {"recording": "nutgraf", "lead3": "lead-3", "plain": "plain call", "langextract": "langextract"}
"""The runs that are checked in, in the folder `baselines`, and what the table calls them."""
SEEN = ("landslide", "outbreak", "takeover", "trial")
"""The stories that were looked at when prompts, ranking and settings were chosen; the others were not."""


def figures(runs: Sequence[Scored]) -> str:
    """A row a scorer, a column a run, first over the stories that were never tuned on, then over all articles."""
    new = [{name: case for name, case in run.cases.items() if case.story not in SEEN} for run in runs]
    unseen = [
        {name: figure(cases, name) for name in run.figures} for run, cases in zip(runs, new, strict=True)
    ]
    parts = (
        (f"{_counted(new[0])} never tuned on", unseen),
        (f"all {_counted(runs[0].cases)}", [dict(run.figures) for run in runs]),
    )
    return "\n\n".join(_table(title, runs, columns) for title, columns in parts)


def asked() -> str:
    """A row a scorer: what it asks."""
    rows = (f"| {_shown(name)} | {question} |" for name, question in questions().items())
    return "\n".join(["| | |", "|---|---|", *rows])


def agreed(found: Agreement) -> str:
    """A row a figure of two labellings, each with its n."""
    rows = (
        f"| {name} | {'–' if share.value is None else f'{share.value:.3f}'} | {share.n} |"
        for name, share in found.figures.items()
    )
    return "\n".join(["| | agreement | n |", "|---|---|---|", *rows])


def _counted(cases: Mapping[str, Case]) -> str:
    stories = {case.story for case in cases.values()}
    return f"{len(cases)} articles of {len(stories)} stories"


def _table(title: str, runs: Sequence[Scored], columns: Sequence[Mapping[str, Figure]]) -> str:
    units = measures()
    most = max(len(run.cases) for run in runs)
    parts = ("" if len(run.cases) == most else f", {len(run.cases)} of them" for run in runs)
    heads = " | ".join(RUNS[run.run.name] + part for run, part in zip(runs, parts, strict=True))
    rows = []
    for name in runs[0].figures:
        values = [column[name] for column in columns]
        best = max((each.value for each in values if each.value is not None), default=None)
        shown = (
            _figure(each, units.get(name), best=name not in units and each.value == best) for each in values
        )
        unit = f", {units[name]}" if name in units else ""
        rows.append(f"| {_shown(name)}{unit} | {max(each.n for each in values)} | {' | '.join(shown)} |")
    return "\n".join([f"| {title} | n | {heads} |", "|---|---|" + "---|" * len(runs), *rows])


def _figure(given: Figure, unit: str | None, *, best: bool) -> str:
    if given.value is None:
        return "–"
    if unit:
        return f"{given.value:,.0f}"
    value = f"**{given.value:.3f}**" if best else f"{given.value:.3f}"
    return value + (f" [{given.interval[0]:.3f}, {given.interval[1]:.3f}]" if given.interval else "")


def _shown(name: str) -> str:
    return name.replace("_", " ")
