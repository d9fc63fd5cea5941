"""Is what the source denies, doubts or only plans still denied, doubted or planned? A statement and its source in, yes or no out."""

import re
from collections.abc import Iterable, Sequence

from .polarity import Kind
from .reading import Reading, Turn, inside

_UNNAMED = re.compile(
    r"\b(?:unnamed|anonymous|unidentified)\b|\b(?:not|n[’']t) (?:\w+ )?(?:be )?(?:named?|identif\w+)\b|\bnot to be (?:named|identified)"
    r"|\bdeclined to be (?:named|identified)|\bcondition of anonymity|\banonymously\b"
)
_ATTRIBUTED = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|according|report(?:s|ed|edly)?|cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|alleg\w+|"
    r"claim\w*|wr(?:ite|ites|ote)|accus\w+)\b"
)


def check_polarity(stated: Reading, cited: Sequence[Reading], _: object = ()) -> bool | None:
    """No negation, denial or modality is lost or added. None: there is none on either side."""
    if any(_UNNAMED.search(c.text) for c in cited) and not _ATTRIBUTED.search(stated.text):
        return False  # what somebody said who would not be named is told as his word, or not at all
    there = [t for c in cited for t in c.turns]
    if not stated.turns and not there:
        return None
    said = frozenset().union(*(c.stems for c in cited))
    kept = all(_kept(t, stated, cited) for t in there) and _conditional(stated, cited)
    return kept and all(_founded(t, there, said) for t in stated.turns)


def _kept(turn: Turn, stated: Reading, cited: Sequence[Reading]) -> bool:
    """Whether the statement, where it says what the source's cue turns, turns it too."""
    said = turn.scope & stated.stems
    if turn.head is None or not said:
        return True
    if turn.head not in said and len(said) < max(2, 0.6 * len(turn.scope)):
        return True
    if said <= _free(turn.cue.kind, cited):  # also said outside any such cue
        return True
    return any(t.cue.kind == turn.cue.kind and (t.scope & turn.scope or t.head is None) for t in stated.turns)


def _free(kind: Kind, cited: Sequence[Reading]) -> frozenset[str]:
    """Stems that the source has outside the scope of every cue of the kind."""
    free = set()
    for reading in cited:
        spans = [place for t in reading.turns if t.cue.kind == kind for place in t.cue.scope]
        free |= {w.stem for w in reading.words if not inside(w.start, spans)}
    return frozenset(free)


def _founded(turn: Turn, there: Iterable[Turn], said: frozenset[str]) -> bool:
    """Whether the source has the statement's cue, over the same words. `said` are the stems of the source."""
    wanted = turn.scope & said
    alike = [t for t in there if t.cue.kind == turn.cue.kind]
    if turn.cue.kind not in ("negation", "denial") and any(
        t.head in wanted or turn.head in t.scope for t in alike
    ):
        return True
    return any(not wanted or not t.scope or 2 * len(wanted & t.scope) >= len(wanted) for t in alike)


def _conditional(stated: Reading, cited: Sequence[Reading]) -> bool:
    """Whether every condition of what is stated is stated too: "… if rains return"."""
    if any(t.cue.kind == "condition" for t in stated.turns):
        return True
    for reading in cited:
        for turn in reading.turns:
            opened = reading.text[: turn.cue.start].rstrip()[-1:]
            if turn.cue.text.lower() not in ("if", "unless") or opened in (";", ":", "—", "–", "."):
                continue
            before = {w.stem for w in reading.words if w.end <= turn.cue.start}
            near = {w.stem for w in reading.words if 0 <= turn.cue.start - w.end < _NEAR}
            if len(near & stated.stems) * 2 >= len(near) > 1 and before & stated.stems:
                return False
    return True


_NEAR = 50
"""Characters before an "if" that it surely limits."""
