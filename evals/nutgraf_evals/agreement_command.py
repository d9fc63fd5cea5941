"""Two labellings of the same articles on the command line in, a table out: `nutgraf evals agreement`."""

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # `nutgraf --help` need not wait for the readers
    from rich.console import Console

    from nutgraf_evals.agreement import Agreement

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

FIRST, SECOND = "labels", "labels-second"


def add(commands: "Commands") -> None:
    """Add `agreement` to the commands of `nutgraf evals`."""
    agreement = commands.add_parser("agreement", help="how far two people's labels of one article agree")
    agreement.add_argument(
        "--second", metavar="FOLDER", default=SECOND, help=f"the second labels, in evals (default {SECOND})"
    )
    agreement.add_argument(
        "--json", metavar="OUT", help="write the answer there, or to - for standard output"
    )
    agreement.add_argument("--differences", action="store_true", help="say where they differ, by article")
    agreement.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """`nutgraf evals agreement`. Raises `SetupError` where there are no second labels, or they do not fit."""
    from rich.console import Console

    from nutgraf_evals.agreement import agreement
    from nutgraf_evals.label import articles, labels
    from nutgraf_evals.writing import write

    texts = {name: article.text for name, article in articles().items()}
    found = agreement(labels(folder=FIRST), labels(folder=arguments.second), texts)
    if arguments.json:
        write(arguments.json, json.dumps(asdict(found), indent=2, ensure_ascii=False) + "\n")
    print_agreement(found, Console(highlight=False, stderr=arguments.json == "-"), arguments.differences)
    return 0


def print_agreement(found: "Agreement", console: "Console", differences: bool = False) -> None:
    """A row a figure, each with its n; and, if asked for, what the two say differently of each article."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table("", "agreement", "n", box=SIMPLE_HEAD)
    for name, share in found.figures.items():
        table.add_row(name, "–" if share.value is None else f"{share.value:.3f}", str(share.n))
    console.print(
        f"{len(found.articles)} articles: {', '.join(found.articles)}", markup=False, soft_wrap=True
    )
    console.print(table)
    if differences:
        for article, each in found.differences.items():
            console.print(f"\n{article}", style="bold", markup=False)
            for difference in each:
                console.print(f"  {difference}", markup=False, soft_wrap=True)
