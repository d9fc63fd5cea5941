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
    """Raises `NoData` where a row does not fit its article."""
    counts: Counts = Counter()
    misses: list[Miss] = []
    known = [row for row in document.meta["rows"] if "replace" not in row and "after" not in row]
    for row in document.labels:
        edited = edit(document, row)
        right, false = _sorted(edited.text, sides(edited), row, known)
        naive_right, naive_false = _sorted(edited.text, tuple(_naive(edited.text)), row, known)
        misses += _misses(edited.text, right, false, row)
        counts["n"] += 1
        for part in ("all", row["split"].split("-")[0]):
            side = "planted" if row["planted"] else "innocent"
            counts += Counter({f"{part} {side}": 1, f"{part} planted {row['kind']}": row["planted"]})
            counts[f"{part} seen {row['kind']}"] += bool(right)
            for name, rights, falses in (("check", right, false), ("naive", naive_right, naive_false)):
                counts += Counter(
                    {
                        f"{part} right {name}": len(rights),
                        f"{part} false {name}": len(falses),
                        f"{part} seen {name}": bool(rights),
                        f"{part} alarmed {name}": bool(falses) and side == "innocent",
                    }
                )
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


def _sorted(
    text: str, found: Sequence[Pair], row: Mapping[str, Any], known: Sequence[Mapping[str, Any]]
) -> tuple[list[Pair], list[Pair]]:
    """What is right of that which was found, and what is false: neither planted nor known to stand there."""
    right = [pair for pair in found if row["planted"] and _touches(text, pair, row)]
    left = [pair for pair in found if pair not in right]
    return right, [pair for pair in left if not any(_touches(text, pair, other) for other in known)]


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


def _figures(counts: Counts, part: str, by: str) -> dict[str, Any]:
    found = counts[f"{part} right {by}"] + counts[f"{part} false {by}"]
    precision = share(counts[f"{part} right {by}"], found)
    recall = share(counts[f"{part} seen {by}"], counts[f"{part} planted"])
    return {
        "value": share(2 * precision * recall, precision + recall),
        "precision": precision,
        "recall": recall,
        "found": found,
        "planted": f"{counts[f'{part} seen {by}']} of {counts[f'{part} planted']} seen",
        "innocent": f"{counts[f'{part} alarmed {by}']} of {counts[f'{part} innocent']} taken for one",
    }


def _score(counts: Counts) -> Figures:
    parts = sorted({name.split()[0] for name in counts if " " in name} - {"all"})
    kinds = sorted(name.split()[2] for name in counts if name.startswith("all planted "))
    return {
        **_figures(counts, "all", "check"),
        "splits": {part: _figures(counts, part, "check") for part in parts},
        "seen": {
            kind: {
                part: f"{counts[f'{part} seen {kind}']} of {counts[f'{part} planted {kind}']}"
                for part in parts
            }
            for kind in kinds
        },
    }


SUITE = Suite(
    question="Does it see where an article contradicts itself?",
    sets=(),
    unit="changed articles",
    mark=mark,
    score=_score,
    baseline=lambda counts: {**_figures(counts, "all", "naive"), "what": "two numbers with one unit differ"},
)
