"""Statements judged by an article: what the check says of them when it may take any sentence as evidence."""

from collections.abc import Callable

from nutgraf.readers.support import Reading, check_all
from nutgraf.steps.cite import _Index
from nutgraf_evals.marks import Document
from nutgraf_evals.reading import read


def judge(document: Document) -> Callable[[str], list[str]]:
    """From a statement to the checks that it fails; none where the article says so."""
    index = _Index(read(document)[1])

    def failed(statement: str) -> list[str]:
        cited = [Reading(index.by_id[number].prompt) for number in index.cover(statement, ())]
        return [name for name, passed in check_all(Reading(statement), cited).items() if passed is False]

    return failed
