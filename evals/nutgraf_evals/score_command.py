"""Runs and digests on the command line in, a table of scores out: `nutgraf evals score RUN…`."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # `nutgraf --help` need not wait for the readers
    from rich.console import Console

    from nutgraf_evals.label import Label
    from nutgraf_evals.score import Case, Figure, Scored

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

MOST_REASONS = 8
"""Of a scorer, for one article."""


def add(commands: "Commands") -> None:
    """Add `score` to the commands of `nutgraf evals`."""
    score = commands.add_parser("score", help="score runs, or digests that others made; asks no LLM")
    score.add_argument("runs", metavar="RUN", nargs="*", type=Path, help="the folder of a run")
    score.add_argument(
        "--digests",
        metavar="PATH",
        type=Path,
        action="append",
        default=[],
        help='a folder of ARTICLE.json, or JSON lines {"article": ID, "digest": {…}}; may be given again',
    )
    score.add_argument(
        "--labels", metavar="DIR", type=Path, help="the labels (default: those of evals/labels)"
    )
    score.add_argument(
        "--seeds", metavar="DIR", type=Path, help="a folder with texts that are known by hash only"
    )
    score.add_argument("--json", metavar="OUT", help="write the answer there, or to - for standard output")
    score.add_argument(
        "--by-article", action="store_true", help="each article's scores with the reasons, the worst first"
    )
    score.set_defaults(run=run, usage=score.error)


def run(arguments: argparse.Namespace) -> int:
    """`nutgraf evals score`. Raises `SetupError` where a run cannot be read, or no longer fits the articles."""
    if not arguments.runs and not arguments.digests:
        arguments.usage("give the folder of a run, or --digests PATH")
    from rich.console import Console

    from nutgraf_evals import others
    from nutgraf_evals.label import labels
    from nutgraf_evals.records import Run
    from nutgraf_evals.score import answer, score
    from nutgraf_evals.writing import write

    home: Path | None = arguments.labels
    known = labels(home.parent, home.name) if home else labels()
    texts = _texts(known, arguments.seeds)
    runs = [*map(Run.read, arguments.runs), *(others.read(each, texts) for each in arguments.digests)]
    scored = [score(each, known, texts) for each in runs]
    if arguments.json:
        answers = [answer(each) for each in scored]
        told = answers[0] if len(answers) == 1 else answers
        write(arguments.json, json.dumps(told, indent=2, ensure_ascii=False) + "\n")
    console = Console(highlight=False, stderr=arguments.json == "-")
    if arguments.by_article:
        for each in scored:
            print_articles(each, console)
    print_scores(scored, console)
    return 0


def print_scores(scored: Sequence["Scored"], console: "Console") -> None:
    """A row a scorer, a column a run: the mean, its interval, and over how many articles; then what is missing."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from nutgraf_evals.score import FEWEST_STORIES
    from nutgraf_evals.scorers import measures

    units = measures()
    table = Table("", *(each.run.name for each in scored), box=SIMPLE_HEAD)
    for row, tell in _COUNTED.items():
        if any(map(tell, scored)) or row == "articles":
            table.add_row(row, *(str(tell(each)) for each in scored))
    table.add_section()
    for name in scored[0].figures:
        unit = units.get(name)
        shown = name.replace("_", " ") + (f", {unit}" if unit else "")
        table.add_row(shown, *(_figure(each.figures[name], unit) for each in scored))
    console.print(table)
    for each in scored:
        for what, articles in _MISSING.items():
            if found := articles(each):
                console.print(f"{each.run.name}: {what}: {', '.join(found)}", markup=False, soft_wrap=True)
    console.print(
        "n: articles that the question applies to. The brackets hold the middle 95 % of draws of whole stories; "
        f"of fewer than {FEWEST_STORIES} there are none. Amounts are means, less is better.",
        style="dim",
        markup=False,
    )


def print_articles(scored: "Scored", console: "Console") -> None:
    """What each scorer says of each article, the worst article first, and why."""
    from nutgraf_evals.scorers import measures

    units = measures()
    for case in sorted(scored.cases.values(), key=lambda case: (_mean(case, units), case.article)):
        console.print(f"\n{scored.run.name}: {case.article}", style="bold", markup=False)
        if case.problem:
            console.print(f"  {case.problem}", markup=False, soft_wrap=True)
            continue
        for name, score in case.scores.items():
            if score.value is not None:
                value, parts = (
                    _value(score.value, units.get(name)),
                    ", ".join(map(_part, score.parts.items())),
                )
                shown = f"  {value:>6}  {name.replace('_', ' ')}" + (f" ({parts})" if parts else "")
                console.print(shown, markup=False, soft_wrap=True)
                for reason in (*score.because[:MOST_REASONS], *_more(score.because[MOST_REASONS:])):
                    console.print(f"          {reason}", style="dim", markup=False, soft_wrap=True)
    console.print()


def _texts(known: Mapping[str, "Label"], folder: Path | None) -> Mapping[str, str]:
    """Our articles' texts by id, and those in `folder` whose hash a label has."""
    from nutgraf_evals import seeds
    from nutgraf_evals.label import fingerprint

    found = {name: article.text for name, article in seeds.articles(seeds.HOME).items()}
    by_hash = {label.sha256: name for name, label in known.items()}
    for path in sorted(folder.glob("*.txt")) if folder else ():
        text = path.read_bytes().decode("utf-8")
        if name := by_hash.get(fingerprint(text)):
            found[name] = text
    return found


def _mean(case: "Case", units: Mapping[str, str]) -> float:
    values = [
        score.value for name, score in case.scores.items() if score.value is not None and name not in units
    ]
    return sum(values) / len(values) if values else 0.0


def _figure(figure: "Figure", unit: str | None) -> str:
    if figure.value is None:
        return "–"
    between = ""
    if figure.interval:
        between = " [" + ", ".join(_value(each, unit) for each in figure.interval) + "]"
    return f"{_value(figure.value, unit)}{between} n={figure.n}"


def _value(value: float, unit: str | None) -> str:
    return f"{value:,.{0 if value >= 100 else 1}f}" if unit else f"{value:.3f}"


def _more(left_out: Sequence[str]) -> Sequence[str]:
    return (f"… and {len(left_out)} more",) if left_out else ()


def _part(part: tuple[str, float]) -> str:
    name, value = part
    return (
        f"{name.replace('_', ' ')} {value:,.0f}"
        if value == int(value)
        else f"{name.replace('_', ' ')} {value:.2f}"
    )


def _failed(scored: "Scored") -> list[str]:
    return [f"{case.article} ({case.problem})" for case in scored.cases.values() if case.problem]


_MISSING: Mapping[str, Callable[["Scored"], Sequence[str]]] = {
    "no digest, worth 0": _failed,
    "labelled, but not in the run": lambda scored: scored.unrecorded,
    "in the run, but not labelled": lambda scored: scored.unlabelled,
    "the text is not here (--seeds DIR)": lambda scored: scored.textless,
}
_COUNTED: Mapping[str, Callable[["Scored"], int]] = {
    "articles": lambda scored: len(scored.cases),
    "of these without a digest": lambda scored: len(_failed(scored)),
    "left out": lambda scored: sum(map(len, (scored.unrecorded, scored.unlabelled, scored.textless))),
}
