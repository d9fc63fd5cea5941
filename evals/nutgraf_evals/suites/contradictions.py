"""Does it see where an article contradicts itself? Our own articles, each with one sentence changed or added.

A row plants a contradiction, or a difference that is none. What is found is right where the row planted one
and its two sides touch the two passages that the row names. Each row's article is read anew: precision is over
all that is found in any of them, recall over what was planted.
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
        found = sides(edited)
        planted, kind = row["planted"], row["kind"]
        counts["n"] += 1
        counts[f"planted {kind}" if planted else "innocent"] += 1
        counts["planted"] += planted
        for name, pairs in (("check", found), ("naive", tuple(_naive(edited.text)))):
            right = [pair for pair in pairs if planted and _touches(edited.text, pair, row)]
            counts += Counter({f"found {name}": len(pairs), f"right {name}": len(right)})
            counts += Counter({f"seen {name}": bool(right), f"alarmed {name}": bool(pairs) and not planted})
            counts[f"seen {name} {kind}"] += bool(right)
        misses += _misses(edited.text, found, row)
    return Marks(counts, tuple(misses))


def edit(document: Document, row: Mapping[str, Any]) -> Document:
    """The article with the row's change. Raises `NoData` where it has not the words that are to be changed."""
    text = document.text
    old = row["replace"][0] if "replace" in row else row["after"]
    if text.count(old) != 1:
        raise NoData(
            f"{row['split']}: {document.id} has {old!r} {text.count(old)} times, and must have it once."
        )
    at = text.index(old)
    if "replace" in row:
        edited = text[:at] + row["replace"][1] + text[at + len(old) :]
    else:
        end = around(text, read(document)[1], at + len(old) - 1)[1]
        edited = f"{text[:end]} {row['insert']}{text[end:]}"
    for side in ("a", "b"):
        if row.get(side) and row[side] not in edited:
            raise NoData(f"{row['split']}: the changed {document.id} has not the words {row[side]!r}.")
    return Document(document.id, document.dataset, edited, document.date)


def sides(document: Document) -> Sequence[Pair]:
    """The spans of what the pipeline finds, with no draft of an LLM."""
    text, sentences = read(document)
    found = contradict(named(sentences), sentences, text.published).contradictions
    return [((each.a.start, each.a.end), (each.b.start, each.b.end)) for each in found]


def _touches(text: str, pair: Pair, row: Mapping[str, Any]) -> bool:
    one, other = pair
    a, b = _places(text, row["a"]), _places(text, row["b"])
    return (_meets(one, a) and _meets(other, b)) or (_meets(one, b) and _meets(other, a))


def _places(text: str, words: str) -> list[Place]:
    return [match.span() for match in re.finditer(re.escape(words), text)]


def _meets(place: Place, others: Iterable[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _misses(text: str, found: Sequence[Pair], row: Mapping[str, Any]) -> Iterator[Miss]:
    right = [pair for pair in found if row["planted"] and _touches(text, pair, row)]
    for pair in found:
        if pair not in right:
            a, b = (text[slice(*place)] for place in pair)
            yield Miss(
                "false alarm" if row["planted"] else "innocent taken for one", pair[0][0], f"{a} / {b}"
            )
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
    precision = share(counts[f"right {by}"], counts[f"found {by}"])
    recall = share(counts[f"seen {by}"], counts["planted"])
    return {
        "value": share(2 * precision * recall, precision + recall),
        "precision": precision,
        "recall": recall,
        "found": counts[f"found {by}"],
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
