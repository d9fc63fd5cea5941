"""Does the article say so? Short summaries, each faithful or not: the check says yes when every sentence passes."""

import re
from collections import Counter
from dataclasses import replace

from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import split
from nutgraf_evals.judging import failed_checks
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Suite, share
from nutgraf_schemas import Article

ENOUGH = 0.9
"""Share of a summary's words that must stand in the article for the baseline to take it."""

_WORD = re.compile(r"\w+")


def mark(document: Document) -> Marks:
    words = set(_WORD.findall(document.text.lower()))
    counts: Counts = Counter()
    misses = []
    labels = [
        label for label in document.of_type("system_summary") if isinstance(label.get("faithful"), bool)
    ]
    statements = [_statements(label["text"]) for label in labels]
    failed = iter(failed_checks(document, [each for told in statements for each in told]))
    for label, told in zip(labels, statements, strict=True):
        faithful, summary = label["faithful"], label["text"]
        reasons = [name for _ in told for name in next(failed)]
        said = _WORD.findall(summary.lower())
        overlaps = share(sum(word in words for word in said), len(said)) >= ENOUGH
        side = "true" if faithful else "false"
        counts += Counter({"n": 1, side: 1, f"{side}_taken": not reasons, f"{side}_naive": overlaps})
        if faithful == bool(reasons):
            kind = f"refused: {reasons[0]}" if faithful else "accepted"
            misses.append(Miss(kind, 0, str(label.get("summary_id", ""))))
    return Marks(counts, tuple(misses))


def _statements(summary: str) -> tuple[str, ...]:
    text = replace(normalise(Article(text=summary, language="en")), furniture=())
    return tuple(sentence.text for sentence in split(text))


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
