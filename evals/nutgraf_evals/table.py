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
    for name in {**ours, **theirs}:
        between = f"  [{low:.3f} – {high:.3f}]" if name == "value" else ""
        table.add_row(_words(name), _shown(ours.get(name, "")) + between, _shown(theirs.get(name, "")))
    console.print(table)
    if gain := answer.get("gain"):
        low, high = gain["interval"]
        console.print(
            f"gain of the second opinion: {gain['value']:+.3f}  [{low:+.3f} – {high:+.3f}]", markup=False
        )
    console.print(f"baseline: {what}", markup=False)
    for name, rows in answer["score"].items():
        if _is_table(rows):
            console.print(_table(name, rows))


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


def _is_table(figures: object) -> bool:
    return isinstance(figures, Mapping) and all(isinstance(row, Mapping) for row in figures.values())


def _table(name: str, rows: Mapping[str, Figures]) -> Table:
    """Figures of parts: a row for each part, a column for each figure."""
    columns = list(dict.fromkeys(column for row in rows.values() for column in row))
    table = Table(*map(_words, (name, *columns)))
    for part, row in rows.items():
        table.add_row(_words(part), *(_shown(row.get(column, "")) for column in columns))
    return table


def _flat(figures: Figures, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Figures by name, those of a mapping behind its name; tables are left out."""
    for name, figure in figures.items():
        if _is_table(figure):
            continue
        if isinstance(figure, Mapping):
            yield from _flat(figure, f"{prefix}{name}: ")
        else:
            yield f"{prefix}{name}", figure


def _words(name: str) -> str:
    return name.replace("_", " ")


def _shown(figure: float | str) -> str:
    return f"{figure:.3f}" if isinstance(figure, float) else str(figure)
