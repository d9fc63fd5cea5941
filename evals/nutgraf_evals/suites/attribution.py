"""Who says so? Sources that are read for what is reported, against the set's sources of its content spans.

A row of the set is a content with its source. The answer to a row is the prediction whose content shares
most with that of the row (intersection over union), and right when the words of the two sources, as they
stand, have a token F1 of at least .5. Recall is over the rows with a source, precision over the rows with
an answer, so that rows without a source count for precision only and predictions outside all content of the
set for nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nutgraf.line import Sentence
from nutgraf.readers.reports import attributions
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Place, Suite, share
from nutgraf_evals.reading import read

ALIKE = 0.5

_WORD = re.compile(r"\w+")
_CUE = re.compile(r"\b(?:said|says|say|told|tells|according to|added|claimed|announced|reported)\b")
_NAME = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*|\b(?:he|she|they|He|She|They)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """Who says what, as spans of the document; what is said may be in pieces."""

    source: Place
    content: tuple[Place, ...]


def mark(document: Document) -> Marks:
    sentences = read(document)[1]
    rows = [row for row in document.of_type("attribution") if row["content"]]
    counts: Counts = Counter({"n": len(rows), "sources": sum(bool(row["source"]) for row in rows)})
    found, misses = compared(document.text, rows, list(predicted(document.text)))
    naive, _ = compared(document.text, rows, list(_naive(sentences)))
    for name, part in (("found", found), ("naive", naive)):
        counts += Counter({f"{name}_{key}": value for key, value in part.items()})
    return Marks(counts, tuple(misses))


def predicted(text: str) -> Iterator[Said]:
    """What the reader of the pipeline finds in the article."""
    for frame in attributions(text):
        if frame.source is not None:
            yield Said(frame.source, frame.content)


def compared(text: str, rows: Sequence[Mapping[str, Any]], said: Sequence[Said]) -> tuple[Counts, list[Miss]]:
    """How many rows have an `answer`, how many a `right` one, and what is wrong with the others."""
    counts: Counts = Counter()
    misses = []
    for row in rows:
        source = " ".join(piece["text"] for piece in row["source"])
        answer = _answer([(piece["start"], piece["end"]) for piece in row["content"]], said)
        if answer is None:
            if source:
                misses.append(Miss("no answer", row["source"][0]["start"], source))
            continue
        words = text[slice(*answer.source)]
        right = alike(words, source)
        counts += Counter(answered=1, right=right)
        if not right:
            misses.append(Miss("another source" if source else "no source", answer.source[0], words))
    return counts, misses


def alike(one: str, other: str) -> bool:
    """Whether the token F1 of two strings is at least .5."""
    a, b = Counter(_WORD.findall(one.lower())), Counter(_WORD.findall(other.lower()))
    return share(2 * (a & b).total(), a.total() + b.total()) >= ALIKE


def _answer(content: Sequence[Place], said: Iterable[Said]) -> Said | None:
    """What is said that shares most with the content of a row; None where nothing shares anything."""
    best, answer = 0.0, None
    size = _length(content)
    for each in said:
        both = sum(max(0, min(b, d) - max(a, c)) for a, b in content for c, d in each.content)
        overlap = share(both, size + _length(each.content) - both)
        if overlap > best:
            best, answer = overlap, each
    return answer


def _length(content: Iterable[Place]) -> int:
    return sum(end - start for start, end in content)


def _naive(sentences: Iterable[Sentence]) -> Iterator[Said]:
    """The name next to a reporting word speaks the whole sentence."""
    for sentence in sentences:
        cue = _CUE.search(sentence.text)
        names = list(_NAME.finditer(sentence.text))
        if cue and names:
            nearest = min(names, key=lambda name: max(cue.start() - name.end(), name.start() - cue.end()))
            yield Said(_moved(nearest.span(), sentence.start), ((sentence.start, sentence.end),))


def _moved(place: Place, by: int) -> Place:
    return place[0] + by, place[1] + by


def _figures(counts: Counts, name: str) -> Figures:
    precision = share(counts[f"{name}_right"], counts[f"{name}_answered"])
    recall = share(counts[f"{name}_right"], counts["sources"])
    return {
        "value": min(precision, recall),
        "precision": precision,
        "recall": recall,
        "answered": counts[f"{name}_answered"],
        "sources": counts["sources"],
    }


SUITE = Suite(
    question="Who says so?",
    sets=("polnear",),
    unit="attributions",
    mark=mark,
    score=lambda counts: _figures(counts, "found"),
    baseline=lambda counts: {**_figures(counts, "naive"), "what": "the name next to a reporting word"},
)
