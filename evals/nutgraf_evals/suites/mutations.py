"""Does the check refuse a changed fact and take a true statement? Our own statements about our own articles.

A row is true, in the article's own words or in others, or has one fact changed, of a kind. The statement is judged
by the whole article. What was looked at while the check was written (`tuned`) and what was not (`fresh`) are told
apart.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from nutgraf_evals.judging import failed_checks
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Suite, share
from nutgraf_evals.reading import read

_WORD = re.compile(r"\w+(?:[.,]\d+)*")


def mark(document: Document) -> Marks:
    sentences = [frozenset(_words(sentence.text.lower())) for sentence in read(document)[1]]
    counts: Counts = Counter()
    misses = []
    judged = failed_checks(document, [row["text"] for row in document.labels])
    for row, reasons in zip(document.labels, judged, strict=True):
        words = _words(row["text"])
        anchors = [word for at, word in enumerate(words) if word[0].isdigit() or (at and word[0].isupper())]
        by = {
            "check": not reasons,
            "anchors": _stand_in_one(anchors, sentences),
            "words": _stand_in_one(words, sentences),
        }
        class_ = f"true {row['form']}" if row["true"] else f"changed {row['kind']}"
        counts += _counted(row, class_, by)
        if by["check"] != row["true"]:
            outcome = (
                f"refused for {reasons[0] if len(reasons) == 1 else 'several'}" if reasons else "accepted"
            )
            misses.append(Miss(f"{class_} {outcome}", 0, f"{row['split']}: {row['text']}"))
    return Marks(counts, tuple(misses))


def _counted(row: Mapping[str, Any], class_: str, by: Mapping[str, bool]) -> Counts:
    counts: Counts = Counter(n=1)
    for part in ("all", row["split"].split("-")[0]):
        for name in (class_.split()[0], class_):
            counts[f"{part} {name} n"] += 1
            counts += Counter({f"{part} {name} {judge}": taken for judge, taken in by.items()})
    return counts


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _stand_in_one(words: Iterable[str], sentences: Iterable[frozenset[str]]) -> bool:
    wanted = {word.lower() for word in words}
    return any(wanted <= sentence for sentence in sentences)


def _figures(counts: Counts, part: str, by: str) -> dict[str, float]:
    def taken(name: str) -> float:
        return share(counts[f"{part} {name} {by}"], counts[f"{part} {name} n"])

    changed_refused = 1 - taken("changed") if counts[f"{part} changed n"] else 0.0
    return {
        "value": min(taken("true"), changed_refused),
        "true_accepted": taken("true"),
        "own_words": taken("true own_words"),
        "other_words": taken("true paraphrase"),
        "changed_refused": changed_refused,
    }


def _score(counts: Counts) -> Figures:
    parts = sorted({name.split()[0] for name in counts if " " in name} - {"all"})
    kinds = sorted(
        {name.split()[2] for name in counts if name.startswith("all changed ") and name.count(" ") == 3}
    )
    return {
        **_figures(counts, "all", "check"),
        "splits": {part: {**_sizes(counts, part), **_figures(counts, part, "check")} for part in parts},
        "false_accepted": {
            kind: {
                part: f"{counts[f'{part} changed {kind} check']} of {counts[f'{part} changed {kind} n']}"
                for part in parts
            }
            for kind in kinds
        },
    }


def _sizes(counts: Counts, part: str) -> dict[str, int]:
    return {"true": counts[f"{part} true n"], "changed": counts[f"{part} changed n"]}


def _baseline(counts: Counts) -> Figures:
    anchors, words = _figures(counts, "all", "anchors"), _figures(counts, "all", "words")
    return {
        **anchors,
        "what": "every number and capitalised word stands in one sentence",
        "every_word_stands_in_it": words,
    }


SUITE = Suite(
    question="Does the check refuse a changed fact and take a true statement?",
    sets=(),
    unit="statements",
    mark=mark,
    score=_score,
    baseline=_baseline,
)
