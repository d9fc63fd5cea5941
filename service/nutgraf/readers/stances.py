"""Stances: a cue of a statement and one of its source in, whether both turn the same in the same way out.

"Says that she did not" and "denies that she did" are one stance of hers, and so are "if … not" and "unless".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .polarity import Cue, Kind
from .reading import Place, Reading, Turn, inside
from .words import stem

ATTRIBUTED = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|according|report(?:ed|edly|s that)|cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|alleg\w+|"
    r"claim\w*|wr(?:ite|ites|ote)|accus\w+|insist\w*|maintain\w*|stated|add(?:s|ed)|argu(?:es?|ed)|answer(?:s|ed)|"
    r"repl(?:y|ies|ied)|testif(?:y|ies|ied))\b"
)
_LIKELY = re.compile(r"expect|likely|probabl", re.I)
FIRM: frozenset[Kind] = frozenset(("negation", "denial"))
_MODAL: Mapping[Kind, re.Pattern[str]] = {
    "plan": re.compile(r"(?:wo|will|would)\s?n", re.I),
    "possibility": re.compile(r"(?:may|might|could|can|should)\s?n", re.I),
}
"""Negations of what would or could be."""
_REFUSED = re.compile(r"(?:refus|declin)\w+ to", re.I)
OPEN = re.compile(r"unless|without", re.I)
_EVER = re.compile(r"\b(?:n?ever|always)\b", re.I)
_HELD = re.compile(r"believ|thought|suspect|understood", re.I)
WEIGHED = re.compile(
    r"\b(?:consider|weigh|mull|contemplat|explor|study|studi|debat|investigat|examin)\w* $", re.I
)
"""What is done before a decision: what is weighed may be."""
_EVIDENCE = frozenset(stem(word) for word in "evidence proof sign indication suggestion".split())
_PRESENT = re.compile(r"will|'ll|shall|is to|are to", re.I)
_PAST = re.compile(r"\b(?:was|were|had)(?: been)?(?: due to)? ?$|(?:was|were) (?:due )?to$", re.I)


def turns_of(reading: Reading, but: Sequence[Place] = ()) -> list[Turn]:
    """What is turned in a reading `but` by cues in those places. "Would not" is both, a negation and a plan."""
    turns = [t for t in reading.turns if not any(t.cue.start < b and a < t.cue.end for a, b in but)]
    turns = [t if t.scope != {"cannot"} else replace(t, head=None, scope=frozenset()) for t in turns]
    modal = [
        replace(t, cue=replace(t.cue, kind=kind))
        for t in turns
        for kind, pattern in _MODAL.items()
        if t.cue.kind == "negation" and pattern.match(t.cue.text)
    ]
    return turns + modal


def nested(turns: Sequence[Turn]) -> bool:
    """Whether what is denied is itself a denial: "did not deny", "no alarm was not raised"."""
    firm = [t.cue for t in turns if t.cue.kind in FIRM and t.cue.text.lower() != "nor"]
    return any(inside(b.start, a.scope) for a in firm for b in firm)


def same(turn: Turn, stated: Reading, other: Turn, source: Reading) -> bool:
    """Whether the statement's cue takes the stance of the source's."""
    kinds = turn.cue.kind, other.cue.kind
    if kinds == ("negation", "negation"):
        if turn.cue.text.lower() == "never" and not _EVER.search(source.text):
            return False
        if other.head in _EVIDENCE and other.head not in turn.scope:
            return False  # "found no evidence that it is so" is no "found that it is not so"
        return other.head is not None or _conditioned(turn, stated) == _conditioned(other, source)
    if kinds == ("plan", "plan") and _PRESENT.fullmatch(turn.cue.text) and _was(other.cue, source.text):
        return False  # what was to be may have come to nothing
    if all(_LIKELY.search(t.cue.text) for t in (turn, other)):  # "not expected to" is "unlikely to"
        return _doubted(turn, stated) == _doubted(other, source)
    if kinds[0] == kinds[1]:
        return True
    if kinds == ("negation", "denial"):  # "says that she did not", of one who denies it
        return bool(ATTRIBUTED.search(stated.text)) and _one_act(turn, stated, other, source)
    if kinds == ("denial", "negation"):
        return bool(ATTRIBUTED.search(source.text)) and _one_act(turn, stated, other, source)
    if kinds == ("allegation", "denial"):  # what is denied was said
        return any(t.cue.kind == "denial" for t in stated.turns)
    if set(kinds) == {"plan", "negation"}:
        plan, refused = (turn, other) if kinds[0] == "plan" else (other, turn)
        return bool(_MODAL["plan"].match(plan.cue.text) and _REFUSED.match(refused.cue.text))
    if set(kinds) == {"belief", "allegation"}:  # "police believe that", "is believed to"
        return all(t.cue.kind == "belief" or _HELD.search(t.cue.text) for t in (turn, other))
    if kinds == ("possibility", "belief"):
        return any(t.cue.kind == "belief" for t in stated.turns)
    if kinds == ("possibility", "condition"):  # "considers whether to close it"
        return other.cue.text.lower() == "whether" and bool(WEIGHED.search(source.text, 0, other.cue.start))
    if set(kinds) == {"negation", "condition"}:  # "unless", "if … not"
        negated, condition, home = (turn, other, stated) if kinds[0] == "negation" else (other, turn, source)
        if OPEN.fullmatch(condition.cue.text):
            return bool(OPEN.fullmatch(negated.cue.text)) or _conditioned(negated, home)
    return False


def _doubted(turn: Turn, reading: Reading) -> bool:
    """Whether what is likely or expected is so not to be."""
    return turn.cue.text.lower() == "unlikely" or any(
        t.cue.kind == "negation"
        and (inside(turn.cue.start, t.cue.scope) or inside(t.cue.start, turn.cue.scope))
        for t in reading.turns
    )


def _was(cue: Cue, text: str) -> bool:
    """Whether a plan is told as one of the past: "was due to", "had planned to"."""
    return bool(_PAST.match(cue.text) or _PAST.search(text, max(0, cue.start - 12), cue.start))


def _one_act(turn: Turn, stated: Reading, other: Turn, source: Reading) -> bool:
    """Whether two cues turn first what the other turns too."""
    mine = turn.scope | beside(turn.cue, stated)
    theirs = other.scope | beside(other.cue, source)
    return turn.head in theirs and other.head in mine


def _conditioned(turn: Turn, reading: Reading) -> bool:
    """Whether a cue stands in a condition: "if it cannot"."""
    return any(t.cue.kind == "condition" and inside(turn.cue.start, t.cue.scope) for t in reading.turns)


def beside(cue: Cue, reading: Reading) -> frozenset[str]:
    """The stems that stand before a cue in its clause."""
    return within(reading, (cue.clause, cue.start))


def within(reading: Reading, place: Place) -> frozenset[str]:
    return frozenset(w.stem for w in reading.words if place[0] <= w.start < place[1])
