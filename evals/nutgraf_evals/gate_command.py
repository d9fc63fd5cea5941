"""`nutgraf evals gate` and `nutgraf evals record`: a run or nothing on the command line in, pass or fail out."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.errors import SetupError

if TYPE_CHECKING:  # `nutgraf --help` need not wait for the pipeline
    from nutgraf.llm import LLM
    from nutgraf_evals.records import Run
    from nutgraf_schemas import Article

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    """Add `gate` and `record` to the commands of `nutgraf evals`."""
    gate = commands.add_parser("gate", help="has anything got worse than it may? ends with 1 if so")
    gate.add_argument(
        "folder",
        metavar="RUN",
        type=Path,
        nargs="?",
        help="the run to judge; without it, today's code over the answers that are recorded, with no LLM",
    )
    _add_baseline(gate)
    gate.set_defaults(run=run_gate)
    record = commands.add_parser("record", help="make a run the recording by which the gate judges")
    record.add_argument(
        "folder",
        metavar="RUN",
        type=Path,
        nargs="?",
        help="the run; without it, what today's code makes of the answers that are recorded",
    )
    record.add_argument(
        "--answers",
        metavar="FILE",
        type=Path,
        help="where its LLM's answers are kept (default: answers.jsonl beside RUN)",
    )
    _add_baseline(record)
    record.set_defaults(run=run_record)


def _add_baseline(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--baseline", metavar="DIR", type=Path, help="the recording (default: evals/baselines/recording)"
    )


def run_gate(arguments: argparse.Namespace) -> int:
    """`nutgraf evals gate`: 1 where anything is found. Raises `SetupError` where there is nothing to judge."""
    from rich.console import Console

    from nutgraf_evals.compare_table import print_comparison
    from nutgraf_evals.gate import counted, judge
    from nutgraf_evals.label import articles, labels
    from nutgraf_evals.recording import BASELINE, read
    from nutgraf_evals.records import Run

    kept = read(arguments.baseline or BASELINE)
    run = Run.read(arguments.folder) if arguments.folder else None
    found = judge(kept, labels(), articles(), run)
    console = Console(highlight=False)
    if found.comparison and (found.findings or found.comparison.changes):
        print_comparison(found.comparison, console)
    for note in found.notes:
        console.print(note, markup=False, soft_wrap=True)
    for finding in found.findings:
        console.print(f"✗ {finding}", markup=False, soft_wrap=True)
    if found.findings:
        console.print(f"The gate is closed: {counted(found.findings, 'finding')}.", markup=False)
        return 1
    console.print(
        f"The gate is open: {counted(kept.run.records, 'digest')} in form, no scorer worse.", markup=False
    )
    return 0


def run_record(arguments: argparse.Namespace) -> int:
    """`nutgraf evals record`. Raises `SetupError` where answers are missing or nothing can be written."""
    from rich.console import Console

    from nutgraf_evals.gate import AGAIN, counted, several
    from nutgraf_evals.label import articles, labels
    from nutgraf_evals.recording import BASELINE, keep, recall
    from nutgraf_evals.score import score
    from nutgraf_prompts import named

    folder = arguments.baseline or BASELINE
    run, llm = _source(arguments, folder)
    known, said = articles(), labels()
    wanted = {name: article for name, article in known.items() if name in said}
    replayed, answers = recall(llm, run, named(run.configuration.prompt or ""), wanted)
    if replayed.unanswered:
        raise SetupError(
            f"{counted(replayed.unanswered)} without all of the LLM's answers: {several(replayed.unanswered)}. {AGAIN}"
        )
    made = replayed.as_run(run, wanted)
    keep(folder, made, score(made, said, _texts(known)), said, answers)
    digests, lines = counted(made.records, "digest"), counted(answers.splitlines(), "answer")
    Console(highlight=False).print(
        f"{folder}: {digests} and {lines} of the LLM", markup=False, soft_wrap=True
    )
    return 0


def _source(arguments: argparse.Namespace, folder: Path) -> tuple["Run", "LLM"]:
    """The run to be kept, and what answers as its LLM did."""
    from nutgraf_evals.recording import read, remembered
    from nutgraf_evals.records import Run

    if arguments.folder is None:
        kept = read(folder)
        return kept.run, kept.llm
    answers = arguments.answers or arguments.folder.resolve().parent / "answers.jsonl"
    if not answers.exists():
        raise SetupError(f"{answers} is not there: say where the LLM's answers are kept, --answers FILE")
    run = Run.read(arguments.folder)
    return run, remembered(run, answers)


def _texts(articles: "Mapping[str, Article]") -> Mapping[str, str]:
    return {name: article.text for name, article in articles.items()}
