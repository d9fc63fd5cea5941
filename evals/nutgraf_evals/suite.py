"""Runs a suite: its name and where its data are in, the answer of `nutgraf evals suite` out."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from nutgraf_evals import seeds, uniform
from nutgraf_evals.digesting import Digester
from nutgraf_evals.interval import interval
from nutgraf_evals.marks import Counts, Document, Marks, Suite
from nutgraf_evals.opinion import Doubt
from nutgraf_evals.uniform import NoData


@dataclass(frozen=True, slots=True)
class Result:
    """What a suite found: the answer as the contract has it, and the marks of each document."""

    answer: Mapping[str, Any]
    marks: Mapping[str, Marks]


def run(
    name: str,
    data: Path | None,
    *,
    limit: int | None = None,
    split: str = "",
    tell: Callable[[int, int], None] = lambda *_: None,
    doubt: Doubt | None = None,
    make: Digester | None = None,
) -> Result:
    """Score the suite `name` on a set, or on the first `limit` documents of those whose split begins with `split`.

    Raises `NoData` where there is none to score. Our own sets are found in a checkout where no `data` is given.
    `tell` hears how many documents are done, and of how many. `doubt` is the second opinion that `support` takes,
    `make` makes the digests that suites of whole digests ask for, in place of those that need no LLM.
    """
    module = import_module(f"nutgraf_evals.suites.{name}")
    suite: Suite = module.SUITE
    if doubt:
        suite = module.with_second_opinion(doubt)
    if make:
        suite = module.with_digests(make)
    documents = _documents(name, suite, data, split)[:limit]
    marks = {}
    for done, document in enumerate(documents):
        tell(done, len(documents))
        marks[document.id] = suite.mark(document)
    return Result(_answer(name, suite, documents[0].dataset, [each.counts for each in marks.values()]), marks)


def _documents(name: str, suite: Suite, data: Path | None, split: str) -> Sequence[Document]:
    if not suite.sets:
        return seeds.labelled(name, data, split)
    wanted = " or ".join(suite.sets)
    if data is None:
        raise NoData(f"The suite {name} needs the data set {wanted}: give its folder, --data DIR")
    documents = uniform.read(data, split)
    other = next((document.dataset for document in documents if document.dataset not in suite.sets), None)
    if other:
        raise NoData(f"{data} holds {other}, which the suite {name} cannot score; it takes {wanted}.")
    return documents


def _answer(name: str, suite: Suite, dataset: str, counts: Sequence[Counts]) -> Mapping[str, Any]:
    total: Counts = sum(counts, Counter())
    if not total["n"]:
        raise NoData(f"There are no {suite.unit} to score in {dataset}.")
    low, high = interval(counts, lambda drawn: float(suite.score(drawn)["value"]))
    gain = {}
    if suite.gain:
        gain = {"gain": {"value": suite.gain(total), "interval": list(interval(counts, suite.gain))}}
    return {
        "suite": name,
        "dataset": dataset,
        "n": total["n"],
        "unit": suite.unit,
        "documents": len(counts),
        "score": suite.score(total),
        "interval": [low, high],
        **gain,
        "baseline": suite.baseline(total),
    }
