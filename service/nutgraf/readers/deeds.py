"""What a sentence tells, read by word order alone: a sentence in, the words that say who, to whom and where out.

For the event of its main trigger; this is what an LLM would copy out of the sentence, and what stands in where none can
be had. No grammar is built: where order does not tell, nothing is said.
"""

import re
from dataclasses import dataclass

from .dates import phrases
from .main_triggers import main_triggers
from .report_groups import verblike
from .report_subjects import subject
from .report_tokens import Tokens, being, read
from .reports import frames
from .triggers import Trigger
from .words import IRREGULAR_PAST

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Deed:
    """The event's trigger, who takes part, its place and its date, in words; "" where there are none.

    `trigger` counts in the sentence.
    """

    trigger: Trigger
    by: str = ""
    to: str = ""
    where: str = ""
    when: str = ""


_HAPPENS_TO = re.compile(
    r"(?:die[ds]?|dying|drown\w*|perish\w*|succumb\w*|explod\w*|erupt\w*|collaps\w*|crash\w*|collid\w*|derail\w*"
    r"|capsiz\w*|sank|sinks?|sunk|burst\w*|overturn\w*)$",
    re.I,
)
"""Verbs without an object, whose subject is what they happen to."""
_THINGS = re.compile(
    r"\b(?:bombs?|explosions?|blasts?|devices?|grenades?|mines?|rockets?|missiles?|shells?|bullets?|gunfire|fire|charges?"
    r"|attacks?|shooting|crash|storm|quake|earthquake|flood\w*|accident)$",
    re.I,
)
"""What kills, but does not act."""
_PARTICIPLE = re.compile(r"\w+(?:ed|en|wn|ot|un|ld|ht)$|(?:hurt|hit|held|set|won|struck)$", re.I)
_LOCATIVE = re.compile(
    r"(?<!\w)(?:in|at|near|outside|inside|off|on)\s(?=(?:the\s|an?\s)?(?:[a-z]+\s){0,3}[A-Z])"
)
_MOST_WORDS = 12
_CLAUSE = re.compile(
    r"[;:]\s|\s[–—-]{1,2}\s|[\"“”]|\b(?:who|which|whose|whom|where|when|while|because|if|although|though|that|after|before"
    r"|since|until|as|following)\s|,\s(?:\w+ly\s)?\w{3,}(?:ed|ing)\s"
)
"""What stands between two verbs."""


def deed(sentence: str) -> Deed | None:
    """The event that the sentence tells; None where it has no trigger."""
    found = main_triggers(sentence)
    if not found:
        return None
    trigger, t = found[0], read(sentence)
    by, to = (_around_verb if trigger.verb else _around_noun)(t, trigger)
    return Deed(trigger, by, to, _where(t, trigger), _when(sentence, trigger))


def _around_verb(t: Tokens, trigger: Trigger) -> tuple[str, str]:
    """Who does it and to whom it is done."""
    at = t.at(trigger.start)
    last = t.last[t.sentence[at]]
    who = subject(t, at)
    first = _words(t, who.first, who.last) if who else ""
    group = range(who.group, at) if who else range(at)
    behind = t.at(trigger.end)
    second = _object(t, behind, last)
    passive = not t.word[at].endswith("ing") and any(being(t.word[k]) for k in group)
    if _HAPPENS_TO.match(t.word[at]) and not second:
        return "", "" if _THINGS.search(first) else first
    if (
        not passive
        and not second
        and _PARTICIPLE.match(t.word[at])
        and not any(t.tag[k] == "aux" for k in group)
    ):
        passive = True  # "Five shot in Velby"
    if passive:
        return _agent(t, behind, last), first
    return ("" if _THINGS.search(first) else first), second


def _around_noun(t: Tokens, trigger: Trigger) -> tuple[str, str]:
    """Of "an attack by rebels on a barracks" both, in either order."""
    at = t.at(trigger.end)
    last = t.last[t.sentence[min(at, len(t.tag) - 1)]]
    by, to = "", ""
    for k in range(at, min(at + _MOST_WORDS, last)):
        if t.tag[k] in (",", "end", "sub") or verblike(t, k):
            break
        if t.word[k] == "by" and not by:
            by = _agent(t, k, last)
        elif t.word[k] in ("of", "on", "against") and not to:
            to = _object(t, k + 1, last)
    return by, to


def _agent(t: Tokens, at: int, last: int) -> str:
    """Who stands behind the "by" that follows soon."""
    for k in range(at, min(at + _MOST_WORDS, last)):
        if t.tag[k] in (",", "end", "sub", "coo"):
            return ""
        if t.word[k] == "by" and t.tag[k + 1] != "date" and not t.word[k + 1].endswith("ing"):
            words = _object(t, k + 1, last)
            return "" if _THINGS.search(words) else words
    return ""


def _object(t: Tokens, at: int, last: int) -> str:
    """The noun phrase that begins at a token, up to the next preposition but "of", the next verb or sign."""
    k = at
    while k <= last and _goes_on(t, k, at, last):
        k += 1
    return _words(t, at, k - 1) if k > at else ""


def _goes_on(t: Tokens, k: int, at: int, last: int) -> bool:
    tag, word = t.tag[k], t.word[k]
    if tag == "prep":
        return word in ("of", "about", "over") and (k == at or word == "of")
    if word in ("and", "&") or tag == ",":
        named = k > at and k < last and t.capital(k - 1) and t.capital(k + 1)
        return named or (word == "and" and k > at and k < last and t.tag[k + 1] == "det")
    if k > at and (verblike(t, k) or word in IRREGULAR_PAST) and t.tag[k - 1] not in ("det", "pos"):
        return False
    return tag in ("word", "det", "pos") or (tag in ("pro", "obj") and k == at)


def _where(t: Tokens, trigger: Trigger) -> str:
    """The first phrase of place behind the trigger, or else the first before it."""
    found = [m.span() for m in _LOCATIVE.finditer(t.text)]
    behind = [place for place in found if place[0] >= trigger.end]
    before = [place for place in found if place[1] < trigger.start]
    for start, end in (*behind, *before):
        at = k = t.at(end)
        last = t.last[t.sentence[at]]
        while k <= last and (_goes_on(t, k, at, last) or _lies_in(t, k, last)):
            k += 1
        if k > at and not any(t.tag[j] == "date" for j in range(at, k)):
            return t.text[start : t.end[k - 1]]
    return ""


def _lies_in(t: Tokens, k: int, last: int) -> bool:
    """Whether a larger place follows: "in the north", ", Peru"."""
    return (t.word[k] in ("in", "near") or t.tag[k] == ",") and k < last and t.capital(k + 1)


def _when(sentence: str, trigger: Trigger) -> str:
    """The date nearest to the trigger in its clause, outside reports."""
    reports = [frame.span for frame in frames(sentence)]
    found = [
        phrase
        for phrase in phrases(sentence)
        if not any(a <= phrase.start < b and not a <= trigger.start < b for a, b in reports)
        and not _CLAUSE.search(sentence, min(phrase.start, trigger.start), max(phrase.start, trigger.start))
    ]
    nearest = min(found, key=lambda p: (abs(p.start - trigger.start), p.start), default=None)
    return nearest.text if nearest else ""


def _words(t: Tokens, first: int, last: int) -> str:
    """The words of a phrase, without what stands behind its comma; none where a pronoun stands for them."""
    if first == last and t.tag[first] in ("pro", "obj", "rel", "sub"):
        return ""
    start, end = t.span(first, last)
    return t.text[start:end].partition(",")[0]
