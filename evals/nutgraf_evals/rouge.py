"""ROUGE: how much of its wording a summary shares with another; two texts in, F1 of each kind out.

Counted as the package rouge-score counts without stemming, to the last digit: it is not used, because it is an
unmaintained source archive that brings nltk, absl and numpy for these lines.
"""

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[a-z0-9]+")


def rouge(told: str, reference: str) -> dict[str, float]:
    """F1 of shared words, of shared pairs of words, and of the longest run of words that both have in one order."""
    ours, theirs = _WORD.findall(told.lower()), _WORD.findall(reference.lower())
    return {
        "rouge_1": _f1(_shared(ours, theirs, 1), len(ours), len(theirs)),
        "rouge_2": _f1(_shared(ours, theirs, 2), len(ours) - 1, len(theirs) - 1),
        "rouge_l": _f1(_in_order(ours, theirs), len(ours), len(theirs)),
    }


def _f1(shared: int, ours: int, theirs: int) -> float:
    return 2 * shared / (ours + theirs) if shared else 0.0


def _shared(ours: Sequence[str], theirs: Sequence[str], n: int) -> int:
    def runs(words: Sequence[str]) -> Counter[tuple[str, ...]]:
        return Counter(tuple(words[i : i + n]) for i in range(len(words) - n + 1))

    return (runs(ours) & runs(theirs)).total()


def _in_order(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(theirs) + 1)
    for word in ours:
        before = 0
        for i, other in enumerate(theirs, 1):
            above = best[i]
            best[i] = before + 1 if word == other else max(above, best[i - 1])
            before = above
    return best[-1]
