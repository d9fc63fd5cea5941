"""A run on the command line in, an HTML file out: `nutgraf evals report RUN --out report.html`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # `nutgraf --help` need not wait for the readers
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    """Add `report` to the commands of `nutgraf evals`."""
    report = commands.add_parser("report", help="a run as one HTML file, its worst articles first")
    report.add_argument("folder", metavar="RUN", type=Path, help="the folder of the run")
    report.add_argument("--against", metavar="RUN", type=Path, help="another run to hold it against")
    report.add_argument(
        "--out", metavar="FILE", required=True, help="the HTML file, or - for standard output"
    )
    report.add_argument(
        "--seeds", metavar="DIR", type=Path, help="a folder with texts that are known by hash only"
    )
    report.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """`nutgraf evals report`. Raises `SetupError` where a run cannot be read or scored, or the file not written."""
    from nutgraf_evals.label import articles, labels
    from nutgraf_evals.page.build import build
    from nutgraf_evals.records import Run
    from nutgraf_evals.score import score
    from nutgraf_evals.writing import write

    known, said = articles(arguments.seeds), labels()
    texts = {name: article.text for name, article in known.items()}
    scored, *others = [
        score(Run.read(folder), said, texts) for folder in (arguments.folder, arguments.against) if folder
    ]
    write(arguments.out, build(scored, said, known, others[0] if others else None))
    return 0
