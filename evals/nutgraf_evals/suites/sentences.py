"""Where do sentences begin? Boundaries of the pipeline's sentences against those of the set.

A boundary is the first visible character behind it. Counted are boundaries that end punctuation or a
line break marks; all boundaries stand beside them.
"""

import re
from collections import Counter
from collections.abc import Iterable

from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Place, Suite, f1
from nutgraf_evals.reading import read
from nutgraf_evals.uniform import NoData

_MARKED = re.compile(r"[.!?…][\"”’'»)\]]*$")
_CLOSERS = 8
_NAIVE = re.compile(r"[.!?]\s+|\n\s*")


def mark(document: Document) -> Marks:
    """Raises `NoData` for a document without sentences."""
    text = document.text
    if "sentences" not in document.meta:
        raise NoData(f"{document.id} has no sentences in its meta.")
    gold = boundaries(text, [(start, end) for start, end in document.meta["sentences"]])
    found = boundaries(text, [(sentence.start, sentence.end) for sentence in read(document)[1]])
    naive = boundaries(text, [(match.end(), match.end()) for match in _NAIVE.finditer(text)])
    counts: Counts = Counter()
    for name, places in (("found", found), ("naive", naive)):
        counts += _compared(f"{name}_all", places, gold)
        counts += _compared(name, _marked(text, places), _marked(text, gold))
    counts["n"] = counts["found_gold"]
    misses = [
        Miss(
            f"{kind}, {'marked' if _is_marked(text, at) else 'unmarked'}", at, text[max(0, at - 20) : at + 10]
        )
        for kind, places in (("missed", gold - found), ("false", found - gold))
        for at in sorted(places)
    ]
    return Marks(counts, tuple(misses))


def boundaries(text: str, spans: Iterable[Place]) -> set[int]:
    """Where one span ends or begins, but for the beginning and the end of the text."""
    places = {_visible(text, at) for span in spans for at in span}
    return places - {_visible(text, 0), len(text)}


def _visible(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _marked(text: str, places: set[int]) -> set[int]:
    return {at for at in places if _is_marked(text, at)}


def _is_marked(text: str, at: int) -> bool:
    before = at
    while before and text[before - 1].isspace():
        before -= 1
    return "\n" in text[before:at] or bool(_MARKED.search(text[max(0, before - _CLOSERS) : before]))


def _compared(name: str, found: set[int], gold: set[int]) -> Counts:
    return Counter(
        {f"{name}_right": len(found & gold), f"{name}_found": len(found), f"{name}_gold": len(gold)}
    )


def _figures(counts: Counts, name: str) -> dict[str, float]:
    return f1(counts[f"{name}_right"], counts[f"{name}_found"], counts[f"{name}_gold"])


def _with_all(counts: Counts, name: str) -> Figures:
    marked = _figures(counts, name)
    every = {**_figures(counts, f"{name}_all"), "n": counts[f"{name}_all_gold"]}
    return {"value": marked.pop("f1"), **marked, "all": every}


SUITE = Suite(
    question="Where do sentences begin?",
    sets=("gum_news",),
    unit="boundaries",
    mark=mark,
    score=lambda counts: _with_all(counts, "found"),
    baseline=lambda counts: {**_with_all(counts, "naive"), "what": "a break after each . ! ? and each line"},
)
