"""Does the article say so? Short summaries, each faithful or not: the check says yes when every sentence passes."""

import re
from collections import Counter
from dataclasses import replace

from nutgraf.readers.support import Reading, check_all
from nutgraf.steps.cite import _Index
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import split
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Suite, share
from nutgraf_evals.reading import read
from nutgraf_schemas import Article

ENOUGH = 0.9
"""Share of a summary's words that must stand in the article for the baseline to take it."""

_WORD = re.compile(r"\w+")


def mark(document: Document) -> Marks:
    index = _Index(read(document)[1])
    words = set(_WORD.findall(document.text.lower()))
    counts: Counts = Counter()
    misses = []
    for label in document.of_type("system_summary"):
        if not isinstance(label.get("faithful"), bool):
            continue
        faithful, summary = label["faithful"], label["text"]
        failed = [name for statement in _statements(summary) for name in _failed(statement, index)]
        told = _WORD.findall(summary.lower())
        overlaps = share(sum(word in words for word in told), len(told)) >= ENOUGH
        side = "true" if faithful else "false"
        counts += Counter({"n": 1, side: 1, f"{side}_taken": not failed, f"{side}_naive": overlaps})
        if faithful == bool(failed):
            kind = f"refused: {failed[0]}" if faithful else "accepted"
            misses.append(Miss(kind, 0, str(label.get("summary_id", ""))))
    return Marks(counts, tuple(misses))


def _statements(summary: str) -> tuple[str, ...]:
    text = replace(normalise(Article(text=summary, language="en")), furniture=())
    return tuple(sentence.text for sentence in split(text))


def _failed(statement: str, index: _Index) -> list[str]:
    """The checks that a statement fails against the sentences that cover it best."""
    cited = [Reading(index.by_id[number].prompt) for number in index.cover(statement, ())]
    return [name for name, passed in check_all(Reading(statement), cited).items() if passed is False]


def _figures(counts: Counts, name: str) -> dict[str, float]:
    accepted = share(counts[f"true_{name}"], counts["true"])
    refused = 1 - share(counts[f"false_{name}"], counts["false"]) if counts["false"] else 0.0
    return {"value": (accepted + refused) / 2, "true_accepted": accepted, "changed_refused": refused}


def _baseline(counts: Counts) -> Figures:
    return {**_figures(counts, "naive"), "what": f"{ENOUGH:.0%} of its words stand in the article"}


SUITE = Suite(
    question="Does the article say so?",
    sets=("summedits_news",),
    unit="summaries",
    mark=mark,
    score=lambda counts: _figures(counts, "taken"),
    baseline=_baseline,
)
