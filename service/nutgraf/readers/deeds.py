"""What a sentence tells, read by word order alone: a sentence in, the words that say who, to whom and where out.

For the event of its main trigger; this is what an LLM would copy out of the sentence, and what stands in where none can
be had. No grammar is built: where order does not tell, nothing is said.
"""

import re
from dataclasses import dataclass

from .dates import phrases
from .locations import is_about_a_place
from .main_triggers import main_triggers
from .names import names
from .report_groups import verblike
from .report_phrases import phrase_before
from .report_subjects import subject
from .report_tokens import Tokens, being, read
from .reports import frames
from .triggers import Trigger
from .words import IRREGULAR_PAST

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """The event's trigger, who takes part, its place and its date, in words; "" where there are none.

    `trigger` counts in the sentence.
    """

    trigger: Trigger
    by: Words = ()
    to: Words = ()
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
_DATELINE = re.compile(r"[^()]{2,80}\([^()]{2,60}\)\s(?:--|–|—)\s(?:\[[^\]]{1,40}\]\s){0,3}")
"""What an old wire report opens with: place, day, agency, and what its translator says."""
_AT = frozenset(("at", "outside", "inside", "under", "near", "in"))
_MOST_WORDS = 12
_LABEL = 40
"""Characters of what may stand before a headline's colon, or before the name that it is about."""
_MOST_MEMBERS = 4
_NOBODY = frozenset(("pro", "obj", "rel", "sub", "coo", "adv"))
_TIMES = frozenset("last next this early late today yesterday tomorrow".split())
_WITHOUT_OBJECT = frozenset(
    "protest_or_strike appointment_or_departure meeting agreement statement military_movement ceasefire_or_withdrawal "
    "call_or_letter election_or_vote sport_or_culture denial_or_refusal threat_or_warning request_or_demand".split()
)
"""Types whose verbs need nobody to whom it is done: "workers marched"."""
_CLAUSE = re.compile(
    r"[;:]\s|,\s(?:and|but)\s|\s[–—-]{1,2}\s|[\"“”]|\b(?:who|which|whose|whom|where|when(?!\s\w+ing)|while|because|if|although|though|that|after|before"
    r"|since|until|following|as(?=\s(?:he|she|it|they|police|[a-z]+s)\s))\s|,\s(?:\w+ly\s)?\w{3,}(?:ed|ing)\s"
)
"""What stands between two verbs."""


def deed(sentence: str) -> Deed | None:
    """The event that the sentence tells; None where it has no trigger."""
    if opening := _DATELINE.match(sentence):
        sentence = " " * opening.end() + sentence[opening.end() :]
    found = main_triggers(sentence)
    if not found:
        return None
    trigger, t = found[0], read(sentence)
    by, to = (_around_verb if trigger.verb else _around_noun)(t, trigger)
    acting = tuple(words for words in by if not _THINGS.search(words))
    return Deed(trigger, acting, to, _where(t, trigger), _when(sentence, trigger))


def topic(headline: str) -> Deed | None:
    """What a headline without a trigger is about: the phrase before its verb, or else the name that it opens with."""
    t, at = read(headline), 0
    if (colon := headline.find(": ", 0, _LABEL)) > 0:  # "Velby floods: Three bridges shut"
        at = t.at(colon + 2)
    k = at
    while k < len(t.tag) and t.tag[k] in ("word", "det", "pos") and not (k > at and _acts(t, k)):
        k += 1
    if at < k < len(t.tag) and _acts(t, k):
        verb = Trigger("other", True, t.text[slice(*t.span(k, k))], *t.span(k, k))
        done_to = _PARTICIPLE.match(verb.text) and not _object(t, k + 1, len(t.tag) - 1)
        who = _members(t, at, k - 1)
        return Deed(
            verb, () if done_to else who, who if done_to else (), _where(t, verb), _when(headline, verb)
        )
    name = next((n for n in names(headline) if not (n.demonym or n.calendar)), None)
    if name is None or name.start > _LABEL:
        return None
    nothing = Trigger("other", False, "", name.end, name.end)
    return Deed(nothing, (name.text,), (), _where(t, nothing), _when(headline, nothing))


def _acts(t: Tokens, at: int) -> bool:
    return verblike(t, at) or (t.word[at] in IRREGULAR_PAST and not t.capital(at))


def _around_verb(t: Tokens, trigger: Trigger) -> tuple[Words, Words]:
    """Who does it and to whom it is done."""
    at, behind = t.at(trigger.start), t.at(trigger.end)
    last = t.last[t.sentence[at]]
    who = subject(t, at)
    first = _members(t, _with_those_before(t, who.first), who.last) if who else ()
    group = range(who.group, at) if who else range(at)
    second = _object(t, behind, last)
    helped = any(t.tag[k] == "aux" for k in group)
    passive = not t.word[at].endswith("ing") and any(being(t.word[k]) for k in group)
    if not second and not passive:
        if trigger.type == "attack" and _HAPPENS_TO.match(t.word[at]):
            return (), _struck(t, behind, last)
        if _HAPPENS_TO.match(t.word[at]):
            return (), tuple(words for words in first if not _THINGS.search(words))
        passive = not helped and _PARTICIPLE.match(t.word[at]) is not None  # "Five shot in Velby"
        if passive and trigger.type in _WITHOUT_OBJECT:
            passive = False
    return (_agent(t, behind, last), first) if passive else (first, second)


def _around_noun(t: Tokens, trigger: Trigger) -> tuple[Words, Words]:
    """Of "an attack by rebels on a barracks" both, in either order."""
    at = t.at(trigger.end)
    last = t.last[t.sentence[min(at, len(t.tag) - 1)]]
    by: Words = ()
    to: Words = ()
    for k in range(at, min(at + _MOST_WORDS, last)):
        if t.tag[k] in (",", "end", "sub") or verblike(t, k):
            break
        if t.word[k] == "by" and not by:
            by = _agent(t, k, last)
        elif t.word[k] in ("of", "on", "against") and not to:
            to = _object(t, k + 1, last)
    return by or _agent(t, at, last), to


def _agent(t: Tokens, at: int, last: int) -> Words:
    """Who stands behind the "by" that follows soon."""
    for k in range(at, min(at + _MOST_WORDS, last)):
        if t.tag[k] in ("end", "sub", "coo", ";"):
            break
        if t.word[k] == "by" and t.tag[k + 1] != "date" and not t.word[k + 1].endswith("ing"):
            return _object(t, k + 1, last)
    return ()


def _with_those_before(t: Tokens, first: int) -> int:
    """Where a list of subjects begins, of which the last begins at a token: "Two soldiers and a rebel were"."""
    low = t.first[t.sentence[first]]
    while first - 2 >= low and (
        t.word[first - 1] == "and" or (t.tag[first - 1] == "," and _counts(t, first))
    ):
        joint = first - 1 - (t.tag[first - 2] == ",")
        found = phrase_before(t, joint - 1, low)
        if found is None or not _counts(t, found[0]):
            break
        first = found[0]
    return first


def _counts(t: Tokens, at: int) -> bool:
    """Whether a member of a list begins here: with a determiner or a number."""
    return t.tag[at] == "det" or t.word[at][:1].isdigit()


def _object(t: Tokens, at: int, last: int) -> Words:
    """The noun phrases that begin at a token, up to the next preposition but "of", the next verb or sign."""
    while at < last and t.tag[at] == "adv":  # "blew up a bridge"
        at += 1
    k = at
    while k <= last and _goes_on(t, k, at, last):
        k += 1
    return _members(t, at, k - 1) if k > at else ()


def _struck(t: Tokens, behind: int, last: int) -> Words:
    """Where a bomb explodes, if that is a thing: "at the gate of a barracks"."""
    for k in range(behind, min(behind + _MOST_WORDS, last)):
        if t.tag[k] in (",", "end", "sub") or verblike(t, k):
            break
        if t.word[k] in _AT and t.tag[k + 1] == "det" and (found := _object(t, k + 1, last)):
            return found
    return ()


def _goes_on(t: Tokens, k: int, at: int, last: int) -> bool:
    tag, word = t.tag[k], t.word[k]
    if tag == "prep":
        return word in ("about", "over") if k == at else word == "of"
    if word in ("and", "&") or tag == ",":
        if not at < k < last or t.start[k + 1] == t.end[k]:  # "12,000"
            return tag == "," and k < last and t.word[k + 1].isdigit()
        named = t.capital(k - 1) and t.capital(k + 1)
        return named or _counts(t, k + 1) or (tag == "," and t.word[k + 1] == "and")
    if tag == "aux" or (k == at and word in IRREGULAR_PAST):
        return False
    if k > at and t.tag[k - 1] not in ("det", "pos") and (verblike(t, k) or word in IRREGULAR_PAST):
        return False
    if word in _TIMES:
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
        while k <= last and ((t.tag[k] != "," and _goes_on(t, k, at, last)) or _lies_in(t, k, last)):
            k += 1
        words = t.text[start : t.end[k - 1]] if k > at else ""
        if words and is_about_a_place(words) and not phrases(words):
            return words
    return ""


def _lies_in(t: Tokens, k: int, last: int) -> bool:
    """Whether a larger place follows: "in the north", ", Peru"."""
    return (
        (t.word[k] in ("in", "near") or t.tag[k] == ",")
        and k < last
        and t.capital(k + 1)
        and t.tag[k + 1] != "det"
    )


def _when(sentence: str, trigger: Trigger) -> str:
    """The date nearest to the trigger in its clause, outside reports."""
    reports = [frame.span for frame in frames(sentence)]
    found = [
        phrase
        for phrase in phrases(sentence)
        if not sentence.startswith(("'s", "’s"), phrase.end)
        and not any(a <= phrase.start < b and not a <= trigger.start < b for a, b in reports)
        and not _CLAUSE.search(sentence, min(phrase.start, trigger.start), max(phrase.start, trigger.start))
    ]
    nearest = min(found, key=lambda p: (abs(p.start - trigger.start), p.start), default=None)
    return nearest.text if nearest else ""


def _members(t: Tokens, first: int, last: int) -> Words:
    """The members of a list, each in its words; pronouns are none."""
    found: list[str] = []
    start = _behind_time(t, first, last)
    for k in range(start, last + 2):
        if k <= last and not (k > start and _parts(t, k, last)):
            continue
        end = k - 1
        alone = start == end and (t.tag[end] in _NOBODY or t.word[end].endswith("ing"))
        if start <= end and not alone:
            a, b = t.span(start, end)
            found.append(t.text[a:b].partition(", ")[0])
        start = k + 1 + (k < last and t.word[k + 1] == "and")
    return tuple(found[:_MOST_MEMBERS])


def _parts(t: Tokens, k: int, last: int) -> bool:
    """Whether the next member of a list begins behind a token; not inside "12,000"."""
    if k >= last or not (t.tag[k] == "," or t.word[k] == "and") or t.start[k + 1] == t.end[k]:
        return False
    return _counts(t, k + 1) or t.word[k + 1] == "and"


def _behind_time(t: Tokens, first: int, last: int) -> int:
    """Where a phrase begins behind "a few hours later" or "since 20 August"."""
    later = next(
        (k for k in range(first, min(first + 6, last)) if t.word[k] in ("later", "earlier", "ago")), None
    )
    if later is not None:
        return later + 1
    k = first
    if t.tag[k] in ("prep", "sub"):
        k += 1
    while (
        k < last
        and (t.tag[k] == "date" or t.word[k].isdigit() or t.word[k] in _TIMES)
        and (t.tag[k] == "date" or t.tag[k + 1] == "date" or k > first)
    ):
        k += 1
    return k if k > first + (t.tag[first] in ("prep", "sub")) else first
