"""A comparison in, tables for people out."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from nutgraf_evals.chance import FEWEST, Paired
from nutgraf_evals.compare import Comparison, Row

MOST_CHANGED = 10
FINE_PRINT = (
    "Brackets: the middle 95 % of draws of whole stories. p: how often as great a difference comes about if each "
    "story's sign is tossed. Beyond chance: p ≤ .05 and 0 outside the brackets; of twenty rows, one is so by chance. "
    "Would show: the least true difference that so many stories find four times in five, (t.975 + t.8) × the standard "
    "error by story (Bloom, Evaluation Review 19, 1995)."
)


def print_comparison(found: Comparison, console: Console) -> None:
    """The articles that changed most, then what each scorer says, then on how much that rests."""
    if not found.rows:
        console.print(f"{found.a} and {found.b} have no article in common.", markup=False)
        return
    console.print(f"A: {found.a}   B: {found.b}   {len(found.articles)} articles in both", markup=False)
    for name, missing in ((found.a, found.only_b), (found.b, found.only_a)):
        if missing:
            console.print(f"not in {name}, left out: {', '.join(missing)}", markup=False, soft_wrap=True)
    _print_changes(found, console)
    said = _table("", "A", "B", "B − A", "95 %", "verdict")
    rests = _table("", "articles", "stories", "higher", "lower", "same", "p", "would show")
    for row in found.rows:
        said.add_row(*_said(row))
        rests.add_row(*_rests(row))
    console.print("", said, "", rests, "", sep="\n")
    if any(row.paired.p is None for row in found.rows):
        console.print(
            f"Articles of fewer than {FEWEST} stories can show no difference beyond chance at p ≤ .05: of such "
            "rows there is no verdict; a difference of one sign in every story leaves 0 outside the brackets.",
            markup=False,
        )
    console.print(FINE_PRINT, style="dim", markup=False)


def shown(value: float, measure: str | None) -> str:
    """A score to three places, as .500; of an amount one, or none where it is large."""
    if measure is None:
        return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 0.9995 else f"{value:.3f}"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}"


def signed(value: float, measure: str | None = None) -> str:
    """With its sign, a true minus, and no sign for what rounds to 0."""
    words = shown(abs(value), measure)
    if not any(digit in words for digit in "123456789"):
        return "0"
    return ("−" if value < 0 else "+") + words


def bracketed(found: Paired, measure: str | None = None) -> str:
    """The interval of a difference; a dash where there is none."""
    if found.interval is None:
        return "–"
    low, high = found.interval
    return f"[{signed(low, measure)}, {signed(high, measure)}]"


def _print_changes(found: Comparison, console: Console) -> None:
    if not found.changes:
        console.print("No article is scored differently.", markup=False)
        return
    console.print(f"\nmost changed, of {len(found.changes)} that are scored differently:", markup=False)
    for each in found.changes[:MOST_CHANGED]:
        what = "  ".join(f"{_name(name)} {signed(by)}" for name, by in list(each.differences.items())[:4])
        console.print(f"  {each.article}  {what}", markup=False, soft_wrap=True)


def _table(*columns: str) -> Table:
    table = Table(*columns, box=SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False)
    for column in table.columns:
        column.no_wrap = True
        column.justify = "left" if column.header in ("", "verdict") else "right"
    return table


def _name(scorer: str) -> str:
    return scorer.replace("_", " ")


def _said(row: Row) -> list[str]:
    found, measure = row.paired, row.measure
    name = _name(row.scorer) + (f", {measure}" if measure else "")
    means = [shown(found.a, measure), shown(found.b, measure), signed(found.difference, measure)]
    return [name, *means, bracketed(found, measure), row.verdict]


def _rests(row: Row) -> list[str]:
    found = row.paired
    counts = (found.articles, found.stories, found.wins, found.losses, found.ties)
    p = "–" if found.p is None else f"{found.p:.3f}"
    least = "–" if found.detectable is None else shown(found.detectable, row.measure)
    return [_name(row.scorer), *map(str, counts), p, least]
