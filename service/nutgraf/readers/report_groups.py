"""A token in, whether it is a verb out, and where its verb group begins: looks, no grammar."""

from .report_tokens import Tokens
from .report_words import MAYBE_NOUN, OTHER_VERBS, VERB_FORMS

_SET_IN = frozenset(
    tuple(phrase.split())
    for phrase in (
        "at the time",
        "in particular",
        "in part",
        "of course",
        "for example",
        "in turn",
        "for instance",
        "in response",
    )
)
_SELVES = frozenset(("himself", "herself", "itself", "themselves"))


def verblike(t: Tokens, at: int) -> bool:
    """Whether a token looks like a finite verb or a participle."""
    if t.tag[at] == "aux":
        return True
    word = t.word[at]
    if t.tag[at] != "word" or (t.capital(at) and at and t.sentence[at - 1] == t.sentence[at]):
        return False
    if word in OTHER_VERBS:
        return True
    if word in VERB_FORMS:
        if word in MAYBE_NOUN and not word.endswith("ed"):
            return _acts(t, at)
        return not _qualifies(t, at)
    return (
        len(word) > 4
        and word.endswith("ed")
        and not _qualifies(t, at)
        and (at == 0 or t.tag[at - 1] != "prep")
    )


def _qualifies(t: Tokens, at: int) -> bool:
    """Whether a participle stands before its noun: "the newly elected mayor"."""
    at -= at > 1 and t.tag[at - 1] == "adv"
    return at > 0 and t.tag[at - 1] in ("det", "pos")


def _acts(t: Tokens, at: int) -> bool:
    """Whether a form that may be a noun is a verb here."""
    before = t.tag[at - 1] if at else "end"
    while before == "adv" and at > 1:
        at -= 1
        before = t.tag[at - 1]
    return before in ("pro", "rel", "aux", "to")


def _set_in(t: Tokens, at: int, low: int) -> int | None:
    """Where "in the past" begins in "have in the past said", or "at the time" before a verb; None for other words."""
    for back in (at - 2, at - 3):
        if back <= low or t.tag[back] != "prep":
            continue
        phrase = tuple(t.word[back:at])
        if phrase in _SET_IN or (
            t.tag[back - 1] == "aux" and not t.capital(at - 1) and phrase[0] in ("in", "at")
        ):
            return back
    return None


def group_start(t: Tokens, verb: int, low: int) -> int:
    """The first token of the verb group: before it stand auxiliaries, adverbs and dates."""
    at = verb
    while at > low:
        tag, word = t.tag[at - 1], t.word[at - 1]
        if (
            tag in ("aux", "adv")
            or (word in _SELVES and at - 1 > low)
            or (word == "since" and at - 1 > low and t.tag[at - 2] == "aux")
            or (word in ("both", "all", "each") and at - 1 > low)
        ):
            at -= 1
        elif (aside := _set_in(t, at, low)) is not None:
            at = aside
        elif tag == "date" and at - 1 > low and t.tag[at - 2] in ("prep", "date", "det", "word", "pro"):
            back = at - 1
            while back > low and (
                t.tag[back - 1] == "date" or t.word[back - 1] in ("last", "this", "late", "early")
            ):
                back -= 1
            if back > low and t.tag[back - 1] == "prep":
                back -= 1
            if back <= low:
                break
            at = back
        else:
            break
    return at
