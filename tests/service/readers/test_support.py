"""Statements against their sources: what is true is accepted, what was changed is refused."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from nutgraf.readers.support import Reading, check_all


@dataclass(frozen=True)
class Case:
    mark: str
    kind: str
    text: str
    sources: tuple[str, ...]


def cases() -> list[Case]:
    found: list[Case] = []
    for block in (Path(__file__).parent / "statements.txt").read_text("utf-8").split("\n\n")[1:]:
        lines = [line.split(" ", 1) for line in block.strip().splitlines() if not line.startswith("#")]
        sources = tuple(text for mark, text in lines if mark == "=")
        for mark, text in lines:
            if mark in "+?":
                found.append(Case(mark, "true", text, sources))
            elif mark in "-~":
                kind, said = text.split(": ", 1)
                found.append(Case(mark, kind, said, sources))
    return found


CASES = cases()


def accepted(case: Case) -> bool:
    results = check_all(Reading(case.text), [Reading(s) for s in case.sources])
    return all(result is not False for result in results.values())


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.mark}{c.kind}: {c.text}")
def test_a_true_statement_is_accepted_and_a_changed_one_is_refused(case: Case) -> None:
    assert accepted(case) is (case.mark in "+~")


def test_the_set_is_large_and_few_of_its_changes_slip_through() -> None:
    marks = Counter(case.mark for case in CASES)
    assert marks["+"] >= 40
    assert marks["-"] >= 100
    assert marks["?"] <= 0.03 * (marks["+"] + marks["?"])
    assert marks["~"] <= 0.03 * (marks["-"] + marks["~"])
