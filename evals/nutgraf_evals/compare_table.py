"""A comparison in, a table for people out."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from nutgraf_evals.chance import FEWEST, Paired
from nutgraf_evals.compare import Comparison, Row

MOST_CHANGED = 10
FINE_PRINT = (
    "n: articles / stories. + − =: articles where B is higher, lower, the same. The brackets hold the middle 95 % of "
    "draws of whole stories; p: how often as great a difference comes about if each story's sign is tossed. "
    "“would show”: the least true difference that so many stories find four times in five "
    "((t.975 + t.8) × standard error by story; Bloom, Evaluation Review 19, 1995). "
    "Beyond chance: p ≤ .05 and 0 outside the brackets; of twenty rows, one does so by chance."
)


def print_comparison(found: Comparison, console: Console) -> None:
    """The articles that changed most, then a row for each scorer, then what the columns mean."""
    if not found.rows:
        console.print(f"{found.a} and {found.b} have no article in common.", markup=False)
        return
    console.print(f"A: {found.a}   B: {found.b}   {len(found.articles)} articles in both", markup=False)
    for name, missing in ((found.a, found.only_b), (found.b, found.only_a)):
        if missing:
            console.print(f"not in {name}, left out: {', '.join(missing)}", markup=False)
    _print_changes(found, console)
    table = Table("", "A", "B", "B − A", "p", "+ − =", "n", "would show", "verdict", box=SIMPLE_HEAD)
    for column in table.columns[1:-1]:
        column.justify, column.no_wrap = "right", True
    for row in found.rows:
        table.add_row(*_cells(row))
    console.print(table)
    if any(row.paired.p is None for row in found.rows):
        console.print(
            f"Articles of fewer than {FEWEST} stories can show no difference beyond chance: of such rows there "
            "is no interval and no p, only the counts.",
            markup=False,
        )
    console.print(FINE_PRINT, style="dim", markup=False)


def _print_changes(found: Comparison, console: Console) -> None:
    if not found.changes:
        console.print("No article is scored differently.", markup=False)
        return
    console.print(f"\nmost changed, of {len(found.changes)} that are scored differently:", markup=False)
    for each in found.changes[:MOST_CHANGED]:
        what = "  ".join(f"{name} {signed(by)}" for name, by in list(each.differences.items())[:4])
        console.print(f"  {each.article}  {what}", markup=False, soft_wrap=True)


def _cells(row: Row) -> list[str]:
    found, digits = row.paired, 0 if row.measure else 3
    name = row.scorer.replace("_", " ") + (f", {row.measure}" if row.measure else "")
    return [
        name,
        f"{found.a:.{digits}f}",
        f"{found.b:.{digits}f}",
        signed(found.difference, digits) + bracketed(found, digits),
        "–" if found.p is None else f"{found.p:.3f}",
        f"{found.wins} {found.losses} {found.ties}",
        f"{found.articles}/{found.stories}",
        "–" if found.detectable is None else f"{found.detectable:.{digits}f}",
        row.verdict,
    ]


def bracketed(found: Paired, digits: int = 3) -> str:
    """The interval behind a difference, or nothing where there is none."""
    if found.interval is None:
        return ""
    low, high = found.interval
    return f" [{signed(low, digits)}, {signed(high, digits)}]"


def signed(value: float, digits: int = 3) -> str:
    """With its sign, a true minus, and no sign for what rounds to 0."""
    shown = f"{abs(value):.{digits}f}"
    if not float(shown):
        return shown
    return ("−" if value < 0 else "+") + shown
