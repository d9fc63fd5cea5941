"""Nouns and adjectives as cues: "his claim that", "a promise by X to", "X issued a statement", "X is confident that"."""

from .report_contents import ahead, sentence_end
from .report_groups import group_start, verblike
from .report_parts import Report
from .report_phrases import owner, phrase_behind
from .report_subjects import subject
from .report_tokens import Tokens, being
from .report_words import ADJECTIVES, NOUNS

_LIGHT = frozenset(
    "make made makes making issue issued issuing express expressed expresses expressing voice voiced give gave"
    " deliver delivered have has had take took raise raised offer offered release released repeat repeated reiterated"
    " draw announced unveiled outlined get show showed shown reject rejected post posted".split()
)
_LEADS_ON = frozenset("that to of about for on over against with in as :".split())
_LINKS = frozenset(
    "remain remains remained remaining seem seems become becomes became feel feels felt grow grew look".split()
)
_MAKES = ("make", "makes", "made", "making")


def by_noun(t: Tokens, at: int, word: str) -> Report | None:
    """`his claim that`, `a promise by X to`, `X issued a statement`."""
    end = sentence_end(t, at)
    if at >= end or t.tag[at] not in ("word",):
        return None
    low = t.first[t.sentence[at]]
    after, nextword = t.tag[at + 1], t.word[at + 1]
    source = owner(t, low, at)
    last = at
    shared = False
    if source and source[0] == source[1]:
        verb = next(
            (
                k
                for k in range(source[0] - 1, max(low, source[0] - 4) - 1, -1)
                if t.tag[k] not in ("prep", "adv")
            ),
            low,
        )
        who = subject(t, verb) if verblike(t, verb) and verb < source[0] else None
        if who:
            source, shared = (who.first, who.last), True
    if source is None and nextword in ("by", "from", "among") and at + 2 <= end:
        source = phrase_behind(t, at + 2, end)
        last = source[1] if source else at
        if last < end:
            after, nextword = t.tag[last + 1], t.word[last + 1]
    elif (
        source is None
        and nextword == "of"
        and word in ("view", "views", "opinion", "belief", "words", "opinions", "hopes", "fears")
        and at + 2 <= end
    ):
        source = phrase_behind(t, at + 2, end)
        last = source[1] if source else at
    if source is None:
        verb = _light(t, at, low)
        who = subject(t, verb) if verb is not None else None
        if who:
            source, shared = (who.first, who.last), True
        elif t.word[at + 1] != "that":
            return None
    leads = nextword in _LEADS_ON or after in ("open", "rel", "sub")
    if not leads and (source is None or after == "aux"):
        return None
    said = ahead(t, last, "noun", clause=False)
    if said is None:
        return None
    frame = (min(source[0], at) if source and not shared else at, max(last, said[0] - 1))
    return Report(
        source, (at, at), [said], frame, "initial", NOUNS[word], "noun", t.tag[said[0]] == "open", shared
    )


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
    if t.tag[at + 1] not in ("prep", "sub", "to"):
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
