"""Who says so? Sources that are read for what is reported, against the set's sources of its content spans.

A prediction counts where what it reports overlaps a content span of the set, and belongs to the row
whose content it shares most with (intersection over union). It is right when its words and those of
the row's source have a token F1 of at least .5. Predictions outside all content spans are not
counted; a prediction in a row without a source is wrong.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nutgraf.line import Sentence
from nutgraf.readers.reports import frames
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Place, Suite, share
from nutgraf_evals.reading import read

ALIKE = 0.5

_WORD = re.compile(r"\w+")
_CUE = re.compile(r"\b(?:said|says|say|told|tells|according to|added|claimed|announced|reported)\b")
_NAME = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*|\b(?:he|she|they|He|She|They)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """Who says what, as spans of the document."""

    source: Place
    content: Place


def mark(document: Document) -> Marks:
    sentences = read(document)[1]
    rows = [row for row in document.of_type("attribution") if row["content"]]
    counts: Counts = Counter({"n": len(rows), "sources": sum(bool(row["source"]) for row in rows)})
    found, misses = compared(document.text, rows, list(predicted(sentences)))
    naive, _ = compared(document.text, rows, list(_naive(sentences)))
    for name, part in (("found", found), ("naive", naive)):
        counts += Counter({f"{name}_{key}": value for key, value in part.items()})
    return Marks(counts, tuple(misses))


def predicted(sentences: Iterable[Sentence]) -> Iterator[Said]:
    """What the pipeline reads of the sentences' report frames."""
    for sentence in sentences:
        for frame in frames(sentence.prompt):
            yield Said(_moved(frame.source, sentence.start), _moved(frame.content, sentence.start))


def compared(text: str, rows: Sequence[Mapping[str, Any]], said: Iterable[Said]) -> tuple[Counts, list[Miss]]:
    """`counted` predictions, `right` ones, and rows whose source was `hit`."""
    counts: Counts = Counter()
    misses = []
    hit: set[int] = set()
    for each in said:
        number = _home(each.content, rows)
        if number is None:
            continue
        source = " ".join(piece["text"] for piece in rows[number]["source"])
        right = alike(text[slice(*each.source)], source)
        counts += Counter(counted=1, right=right)
        if right:
            hit.add(number)
        else:
            misses.append(
                Miss("another source" if source else "no source", each.source[0], text[slice(*each.source)])
            )
    counts["hit"] = len(hit)
    for number, row in enumerate(rows):
        if row["source"] and number not in hit:
            misses.append(Miss("missed", row["source"][0]["start"], row["source"][0]["text"]))
    return counts, misses


def alike(one: str, other: str) -> bool:
    """Whether the token F1 of two strings is at least .5."""
    a, b = Counter(_WORD.findall(one.lower())), Counter(_WORD.findall(other.lower()))
    return share(2 * (a & b).total(), a.total() + b.total()) >= ALIKE


def _home(content: Place, rows: Sequence[Mapping[str, Any]]) -> int | None:
    """The row whose content shares most with a span; None where none shares anything."""
    best, home = 0.0, None
    for number, row in enumerate(rows):
        spans = [(piece["start"], piece["end"]) for piece in row["content"]]
        both = sum(max(0, min(content[1], b) - max(content[0], a)) for a, b in spans)
        either = content[1] - content[0] + sum(b - a for a, b in spans) - both
        if both and both / either > best:
            best, home = both / either, number
    return home


def _naive(sentences: Iterable[Sentence]) -> Iterator[Said]:
    """The name next to a reporting word speaks the whole sentence."""
    for sentence in sentences:
        cue = _CUE.search(sentence.text)
        names = list(_NAME.finditer(sentence.text))
        if cue and names:
            nearest = min(names, key=lambda name: max(cue.start() - name.end(), name.start() - cue.end()))
            yield Said(_moved(nearest.span(), sentence.start), (sentence.start, sentence.end))


def _moved(place: Place, by: int) -> Place:
    return place[0] + by, place[1] + by


def _figures(counts: Counts, name: str) -> Figures:
    precision = share(counts[f"{name}_right"], counts[f"{name}_counted"])
    recall = share(counts[f"{name}_hit"], counts["sources"])
    return {
        "value": min(precision, recall),
        "precision": precision,
        "recall": recall,
        "predictions": counts[f"{name}_counted"],
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
