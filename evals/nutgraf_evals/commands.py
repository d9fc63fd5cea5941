"""`nutgraf evals …`: how good nutgraf is on labelled articles. Joins the command line by an entry point."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf_evals import (
    agreement_command,
    compare_command,
    gate_command,
    report_command,
    run_command,
    score_command,
)
from nutgraf_evals.suites import NAMES, OF_DIGESTS

if TYPE_CHECKING:  # `nutgraf --help` need not wait for the readers
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    """Add `evals` to the commands of `nutgraf`."""
    evals = commands.add_parser("evals", help="score nutgraf on labelled articles")
    each = evals.add_subparsers(required=True, metavar="COMMAND")
    run_command.add(each)
    score_command.add(each)
    _add_suite(each)
    compare_command.add(each)
    gate_command.add(each)
    report_command.add(each)
    agreement_command.add(each)


def _add_suite(commands: "Commands") -> None:
    suite = commands.add_parser("suite", help="one question, asked of one data set")
    suite.add_argument("name", metavar="NAME", choices=NAMES, help=", ".join(NAMES))
    suite.add_argument(
        "--data",
        metavar="DIR",
        help="the folder with documents.jsonl and labels.jsonl; for our own sets the folder evals",
    )
    suite.add_argument("--json", metavar="OUT", help="write the answer there, or to - for standard output")
    suite.add_argument("--limit", type=_count, metavar="N", help="score the first N documents only")
    suite.add_argument(
        "--split", metavar="NAME", default="", help="score the splits that begin with NAME only"
    )
    suite.add_argument(
        "--errors", type=_count, metavar="N", default=0, help="show the first N errors of each class"
    )
    suite.add_argument(
        "--second-opinion",
        action="store_true",
        help="support only: ask the LLM of the settings about what passes, too",
    )
    suite.add_argument(
        "--llm",
        action="store_true",
        help=f"{', '.join(OF_DIGESTS)}: digests by the LLM of the settings, not of the articles' own sentences",
    )
    suite.set_defaults(run=run_suite, usage=suite.error)


def run_suite(arguments: argparse.Namespace) -> int:
    """`nutgraf evals suite NAME`"""
    if arguments.second_opinion and arguments.name != "support":
        arguments.usage("argument --second-opinion: only the suite support takes one")
    if arguments.llm and arguments.name not in OF_DIGESTS:
        arguments.usage(f"argument --llm: only {', '.join(OF_DIGESTS)} take one")
    import json
    from contextlib import nullcontext

    from rich.console import Console
    from rich.progress import Progress

    from nutgraf_evals.digesting import with_llm
    from nutgraf_evals.opinion import doubt
    from nutgraf_evals.suite import run
    from nutgraf_evals.table import print_errors, print_table
    from nutgraf_evals.writing import write

    data = Path(arguments.data) if arguments.data else None
    with (
        doubt() if arguments.second_opinion else nullcontext() as doubting,
        with_llm() if arguments.llm else nullcontext() as make,
        Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress,
    ):
        bar = progress.add_task(arguments.name)

        def tell(done: int, total: int) -> None:
            progress.update(bar, completed=done, total=total)

        result = run(
            arguments.name,
            data,
            limit=arguments.limit,
            split=arguments.split,
            tell=tell,
            doubt=doubting,
            make=make,
        )
    answer = json.dumps(result.answer, indent=2, ensure_ascii=False) + "\n"
    console = Console(highlight=False, stderr=arguments.json == "-")
    if arguments.json:
        write(arguments.json, answer)
    print_table(result.answer, console)
    print_errors(result.marks, arguments.errors, console)
    return 0


def _count(given: str) -> int:
    if not given.isascii() or not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given} is no count: a number from 1")
    return int(given)
