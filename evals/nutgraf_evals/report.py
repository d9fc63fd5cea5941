"""The answer of a suite as a table for people, and its errors by class."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

from nutgraf_evals.marks import Figures, Marks


def print_table(answer: Mapping[str, Any], console: Console) -> None:
    """Each figure of ours with the baseline's beside it; the interval stands with `value`."""
    low, high = answer["interval"]
    table = Table(
        "",
        answer["suite"],
        "baseline",
        title=f"{answer['dataset']}: {answer['n']:,} {answer['unit']} in {answer['documents']:,} documents",
        title_justify="left",
    )
    ours, theirs = dict(_flat(answer["score"])), dict(_flat(answer["baseline"]))
    what = theirs.pop("what", "")
    for name, figure in ours.items():
        between = f"  [{low:.3f} – {high:.3f}]" if name == "value" else ""
        table.add_row(name, _shown(figure) + between, _shown(theirs.get(name, "")))
    console.print(table)
    console.print(f"baseline: {what}", markup=False)


def print_errors(marks: Mapping[str, Marks], most: int, console: Console) -> None:
    """The first errors of each class: document, offset, phrase."""
    if not most:
        return
    by_kind = defaultdict(list)
    for document, each in marks.items():
        for miss in each.misses:
            by_kind[miss.kind].append((document, miss))
    for kind, found in sorted(by_kind.items(), key=lambda item: -len(item[1])):
        console.print(f"\n{kind}: {len(found)}", markup=False)
        for document, miss in found[:most]:
            console.print(f"  {document}:{miss.at}  {miss.words!r}", markup=False, soft_wrap=True)


def _flat(figures: Figures, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, figure in figures.items():
        if isinstance(figure, Mapping):
            yield from _flat(figure, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", figure


def _shown(figure: float | str) -> str:
    return f"{figure:.3f}" if isinstance(figure, float) else str(figure)
