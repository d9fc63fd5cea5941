"""Two runs on the command line in, a table out: `nutgraf evals compare A B`."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # `nutgraf --help` need not wait for the readers
    from nutgraf_evals.score import Scored

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    """Add `compare` to the commands of `nutgraf evals`."""
    compare = commands.add_parser("compare", help="is run B better than run A, and is that more than chance?")
    compare.add_argument("a", metavar="A", type=Path, help="the folder of a run")
    compare.add_argument("b", metavar="B", type=Path, help="that of another")
    compare.add_argument(
        "--seeds", metavar="DIR", type=Path, help="a folder with texts that are known by hash only"
    )
    compare.add_argument("--json", metavar="OUT", help="write the answer there, or to - for standard output")
    compare.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """`nutgraf evals compare A B`. Raises `SetupError` where a run cannot be read, scored or written."""
    from rich.console import Console

    from nutgraf_evals.compare import compare
    from nutgraf_evals.compare_table import print_comparison
    from nutgraf_evals.writing import write

    a, b = scored(arguments.a, arguments.seeds), scored(arguments.b, arguments.seeds)
    found = compare(a, b)
    if arguments.json:
        write(arguments.json, json.dumps(found.as_json(), indent=2, ensure_ascii=False) + "\n")
    print_comparison(found, Console(highlight=False, stderr=arguments.json == "-"))
    return 0


def scored(folder: Path, seeds: Path | None = None) -> "Scored":
    """The run in `folder`, scored by the labels of this checkout; `seeds` is a folder with more texts.

    Raises `SetupError` where there is no run, or it does not fit the labels and articles any more.
    """
    from nutgraf_evals.label import articles, labels
    from nutgraf_evals.records import Run
    from nutgraf_evals.score import score

    texts = {name: article.text for name, article in articles(seeds).items()}
    return score(Run.read(folder), labels(), texts)
