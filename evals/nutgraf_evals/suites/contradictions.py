"""Does it see where an article contradicts itself? Our own articles, each with one sentence changed or added.

A row plants a contradiction, or a difference that is none; a few articles have one as they stand. What is found is
right where its two sides touch the two passages that the row names. Each row's article is read anew: precision is
over all that is found in any of them, without what is known to stand in the article anyway, recall over what was
planted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from nutgraf.steps.contradict import contradict
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Place, Suite, share
from nutgraf_evals.reading import around, named, read
from nutgraf_evals.uniform import NoData

Pair = tuple[Place, Place]

_COUNT = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)[ -](?P<unit>[a-z]+)|(?P<sign>[$€£])(?P<price>\d+(?:[.,]\d+)*)"
)


def mark(document: Document) -> Marks:
    counts: Counts = Counter()
    misses: list[Miss] = []
    for row in document.labels:
        edited = edit(document, row)
        known = [other for other in document.meta["rows"] if not _is_edit(other)]
        planted, kind = row["planted"], row["kind"]
        counts["n"] += 1
        counts[f"planted {kind}" if planted else "innocent"] += 1
        counts["planted"] += planted
        for name, pairs in (("check", sides(edited)), ("naive", tuple(_naive(edited.text)))):
            right = [pair for pair in pairs if planted and _touches(edited.text, pair, row)]
            false = [
                pair
                for pair in pairs
                if pair not in right and not any(_touches(edited.text, pair, other) for other in known)
            ]
            counts += Counter({f"right {name}": len(right), f"false {name}": len(false)})
            counts += Counter({f"seen {name}": bool(right), f"alarmed {name}": bool(false) and not planted})
            counts[f"seen {name} {kind}"] += bool(right)
            if name == "check":
                misses += _misses(edited.text, right, false, row)
    return Marks(counts, tuple(misses))


def edit(document: Document, row: Mapping[str, Any]) -> Document:
    """The article with the row's change. Raises `NoData` where it has not the words that the row names."""
    edited = document.text
    if "replace" in row:
        old, new = row["replace"]
        at = _only(document, old, row)
        edited = edited[:at] + new + edited[at + len(old) :]
    elif "after" in row:
        at = _only(document, row["after"], row) + len(row["after"])
        end = around(document.text, read(document)[1], at - 1)[1]
        edited = f"{edited[:end]} {row['insert']}{edited[end:]}"
    for side in ("a", "b"):
        if row.get(side) and row[side] not in edited:
            raise NoData(f"{row['split']}: the changed {document.id} has not the words {row[side]!r}.")
    return Document(document.id, document.dataset, edited, document.date)


def _only(document: Document, words: str, row: Mapping[str, Any]) -> int:
    """Where the words stand, which must be one place."""
    if (times := document.text.count(words)) != 1:
        raise NoData(f"{row['split']}: {document.id} has {words!r} {times} times, and must have it once.")
    return document.text.index(words)


def sides(document: Document) -> Sequence[Pair]:
    """The spans of what the pipeline finds, with no draft of an LLM."""
    text, sentences = read(document)
    found = contradict(named(sentences), sentences, text.published).contradictions
    return [((each.a.start, each.a.end), (each.b.start, each.b.end)) for each in found]


def _is_edit(row: Mapping[str, Any]) -> bool:
    return "replace" in row or "after" in row


def _touches(text: str, pair: Pair, row: Mapping[str, Any]) -> bool:
    one, other = pair
    a, b = _places(text, row["a"]), _places(text, row["b"])
    return (_meets(one, a) and _meets(other, b)) or (_meets(one, b) and _meets(other, a))


def _places(text: str, words: str) -> list[Place]:
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def _meets(place: Place, others: Iterable[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _misses(
    text: str, right: Sequence[Pair], false: Sequence[Pair], row: Mapping[str, Any]
) -> Iterator[Miss]:
    for pair in false:
        a, b = (text[slice(*place)] for place in pair)
        yield Miss("false alarm" if row["planted"] else "innocent taken for one", pair[0][0], f"{a} / {b}")
    if row["planted"] and not right:
        yield Miss(f"{row['kind']} not seen", text.index(row["a"]), f"{row['a']} / {row['b']}")


def _naive(text: str) -> Iterator[Pair]:
    """Two numbers with one unit that differ."""
    counted: dict[str, list[tuple[str, Place]]] = {}
    for match in _COUNT.finditer(text):
        unit = match["sign"] or match["unit"].removesuffix("s")
        counted.setdefault(unit, []).append((match["price"] or match["number"], match.span()))
    for values in counted.values():
        for (one, here), (other, there) in combinations(values, 2):
            if one != other:
                yield here, there


def _figures(counts: Counts, by: str) -> dict[str, Any]:
    found = counts[f"right {by}"] + counts[f"false {by}"]
    precision = share(counts[f"right {by}"], found)
    recall = share(counts[f"seen {by}"], counts["planted"])
    return {
        "value": share(2 * precision * recall, precision + recall),
        "precision": precision,
        "recall": recall,
        "found": found,
        "planted": f"{counts[f'seen {by}']} of {counts['planted']} seen",
        "innocent": f"{counts[f'alarmed {by}']} of {counts['innocent']} taken for one",
    }


def _score(counts: Counts) -> Figures:
    kinds = sorted(name.split()[1] for name in counts if name.startswith("planted "))
    seen = {kind: f"{counts[f'seen check {kind}']} of {counts[f'planted {kind}']}" for kind in kinds}
    return {**_figures(counts, "check"), "seen": seen}


SUITE = Suite(
    question="Does it see where an article contradicts itself?",
    sets=(),
    unit="changed articles",
    mark=mark,
    score=_score,
    baseline=lambda counts: {**_figures(counts, "naive"), "what": "two numbers with one unit differ"},
)
