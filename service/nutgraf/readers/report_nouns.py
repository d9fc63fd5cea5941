"""Nouns and adjectives as cues: "his claim that", "a promise by X to", "X issued a statement", "X is confident that"."""

from .report_contents import ahead, sentence_end
from .report_groups import group_start, verblike
from .report_parts import Report
from .report_phrases import Range, owner, phrase_behind
from .report_subjects import subject
from .report_tokens import Tokens, being
from .report_words import ADJECTIVES, MOVED, NOUNS

_Source = tuple[Range, int, bool]
"""Who, the last token read for it, and whether a verb's subject was taken over."""

_LIGHT = frozenset(
    "make made makes making issue issued issuing express expressed expresses expressing voice voiced give gave"
    " deliver delivered have has had take took raise raised offer offered release released repeat repeated reiterated"
    " draw announced unveiled outlined get show showed shown reject rejected post posted".split()
)
_HELD = frozenset("view views opinion opinions belief beliefs words hopes fears".split())
_LEADS_ON = frozenset("that to of about for on over against with in as :".split())
_LINKS = frozenset(
    "remain remains remained remaining seem seems become becomes became feel feels felt grow grew look".split()
)
_MAKES = ("make", "makes", "made", "making")


def by_noun(t: Tokens, at: int, word: str) -> Report | None:
    """`his claim that`, `a promise by X to`, `X issued a statement`."""
    end = sentence_end(t, at)
    if at >= end or t.tag[at] != "word":
        return None
    owned = _owned(t, at) or _by(t, at, word, end) or _issued(t, at)
    source, last, shared = owned or (None, at, False)
    after, nextword = (t.tag[last + 1], t.word[last + 1]) if last < end else ("end", "")
    leads = nextword in _LEADS_ON or after in ("open", "rel", "sub")
    if (source is None and nextword != "that") or (after == "aux" and not leads):
        return None
    said = ahead(t, last, "noun", clause=False)
    if said is None:
        return None
    frame = (min(source[0], at) if source and not shared else at, max(last, said[0] - 1))
    quote = t.tag[said[0]] == "open"
    return Report(source, (at, at), [said], frame, "initial", NOUNS[word], "noun", quote, shared)


def _owned(t: Tokens, noun: int) -> _Source | None:
    """`the mayor's claim`; in "the mayor repeated his claim" the subject, as it says more than "his"."""
    low = t.first[t.sentence[noun]]
    source = owner(t, low, noun)
    if source is None or source[0] < source[1]:
        return (source, noun, False) if source else None
    verb = source[0] - 1
    while verb > low and t.tag[verb] in ("prep", "adv"):
        verb -= 1
    who = subject(t, verb) if verb >= low and verblike(t, verb) else None
    return ((who.first, who.last), noun, True) if who else (source, noun, False)


def _by(t: Tokens, noun: int, word: str, end: int) -> _Source | None:
    """`accusations by X`, `the belief of X`."""
    joint = t.word[noun + 1]
    if noun + 2 > end or not (joint in ("by", "from", "among") or (joint == "of" and word in _HELD)):
        return None
    source = phrase_behind(t, noun + 2, end)
    return (source, source[1], False) if source else None


def _issued(t: Tokens, noun: int) -> _Source | None:
    """`X issued a statement`."""
    verb = _light(t, noun, t.first[t.sentence[noun]])
    who = subject(t, verb) if verb is not None else None
    return ((who.first, who.last), noun, True) if who else None


def _light(t: Tokens, noun: int, low: int) -> int | None:
    """The verb of "made the claim", "issued a statement"."""
    for k in range(noun - 1, max(low, noun - 6) - 1, -1):
        if t.word[k] in _LIGHT:
            return k
        if t.tag[k] not in ("word", "det", "adv", "coo", "pos"):
            return None
    return None


def by_adjective(t: Tokens, at: int, word: str) -> Report | None:
    """`is confident that`, `was critical of`."""
    low, end = t.first[t.sentence[at]], sentence_end(t, at)
    first = group_start(t, at, low)
    if at >= end or not (
        any(being(t.word[k]) for k in range(first, at))
        or (first > low and t.word[first - 1] in (*_LINKS, *(_MAKES if word == "clear" else ())))
    ):
        return None
    if t.tag[at + 1] not in ("prep", "sub", "to") or (word not in MOVED and t.word[at + 1] == "by"):
        return None
    who = subject(t, at if any(being(t.word[k]) for k in range(first, at)) else first - 1)
    if who is None:
        return None
    said = ahead(t, at, "be", clause=t.tag[at + 1] == "sub")
    if said is None:
        return None
    return Report(
        (who.first, who.last), (at, at), [said], (who.first, said[0] - 1), "initial", ADJECTIVES[word], "be"
    )
