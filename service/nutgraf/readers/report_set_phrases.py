"""Set phrases as cues: "according to X", "per X", "in X's view", "in the words of X", "in a poll by X"."""

from collections.abc import Callable

from .report_contents import sentence_end
from .report_parts import Position, Report
from .report_phrases import Range, owner, phrase_behind, with_apposition
from .report_tokens import Tokens

_SURVEYS = frozenset("poll polls survey surveys study report polling".split())
_BEFORE = frozenset(("open", "coo", "adv", "break"))
_CLAUSE_SIGNS = frozenset((":", ";", "coo", "sub", "open"))
_IN = frozenset("view words opinion eyes mind telling account estimation judgment statement".split())


def _according(t: Tokens, at: int) -> Report | None:
    end = sentence_end(t, at)
    start = at + (2 if t.word[at + 1 : at + 2] == ["to"] else 1)
    if start > end or (t.word[at] == "according") == (start == at + 1):
        return None
    if start == at + 1 and (t.capital(at) or not (t.capital(start) or t.tag[start] == "det")):
        return None  # "per day", and Per as a name
    return _by_phrase(t, at, start, (at, start - 1), "according")


def _by_phrase(t: Tokens, at: int, start: int, cue: Range, verb: str) -> Report | None:
    """A phrase at either end of the sentence, or set into it: "according to X"."""
    low, end = t.first[t.sentence[at]], sentence_end(t, at)
    who = phrase_behind(t, start, end)
    if who is None:
        return None
    who = with_apposition(t, who, end) if at > low else who
    opens = (
        at == low
        or all(t.tag[k] in _BEFORE for k in range(max(low, at - 3), at))
        or t.tag[at - 1] in _CLAUSE_SIGNS
    )
    if opens:
        begin = who[1] + 1
        while begin < end and t.tag[begin] in (",",):
            begin += 1
        return (
            Report(who, cue, [(begin, end)], (at, begin - 1), "initial", "say", verb)
            if begin <= end
            else None
        )
    last = at - 1
    while last > low and t.tag[last] in (",", "dash"):
        last -= 1
    said = [(low, last)]
    if who[1] + 1 < end and t.tag[who[1] + 1] == "," and not _aside(t, who[1] + 2):
        said.append((who[1] + 2, end))
    position: Position = "medial" if len(said) > 1 else "final"
    return Report(who, cue, said, (last + 1, who[1]), position, "say", verb, t.tag[last] == "close")


def _aside(t: Tokens, at: int) -> bool:
    """Whether what begins here hangs on what stands before it: ", citing …", ", which …"."""
    return t.word[at].endswith("ing") or t.tag[at] == "rel" or t.word[at] in ("which", "whose")


def _in(t: Tokens, at: int) -> Report | None:
    """`in X's view`, `in the words of X`, `in a poll by X`."""
    end = sentence_end(t, at)
    for k in range(at + 1, min(end, at + 8)):
        if t.word[k] in _SURVEYS and at - t.first[t.sentence[at]] < 2:
            return _by_phrase(t, at, at + 1, (at, at), "according")
        if t.word[k] in _IN:
            if t.word[k + 1] == "of" and t.word[k - 1] == "the":
                return _by_phrase(t, at, k + 2, (at, k + 1), "according")
            own = owner(t, at + 1, k)
            if own is None or own[0] <= at or "," not in (t.tag[k + 1], *t.tag[at - 1 : at]):
                return None
            found = _by_phrase(t, at, k, (k, k), "according")
            if found:
                found.source = own
            return found
        if t.tag[k] not in ("word", "det", "pos"):
            return None
    return None


SET_PHRASES: dict[str, Callable[[Tokens, int], Report | None]] = {
    "according": _according,
    "per": _according,
    "in": _in,
}
