"""Negation, denial and modality: text in, the cues out that turn what is said, each with its span and its scope.

Kinds: `negation` (not, without, yet to), `denial` (denies), `allegation` (allegedly, accused of), `plan` (will, is due
to), `attempt` (tried to), `possibility` (may, likely), `condition` (if, whether), `hedge` (almost, partly).
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Place = tuple[int, int]
Kind = Literal["negation", "denial", "allegation", "plan", "attempt", "possibility", "condition", "hedge"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue. `scope` are the parts of the text that it turns; offsets count in the text that was read."""

    kind: Kind
    text: str
    start: int
    end: int
    scope: tuple[Place, ...]


_PHRASES: dict[Kind, str] = {
    "negation": """
        not, n't, cannot, no, never, without, nobody, no one, none, nothing, nowhere, neither, nor, no longer, hardly,
        scarcely, could not, would not, will not, may not, might not, should not, must not, can not, could n't, wo n't,
        would n't, fail to, fails to, failed to, failing to, failure to, refuse to, refuses to, refused to, refusing to,
        decline to, declines to, declined to, declining to, unable to, stop short of, stopped short of, lack of, lacks,
        lacked, free of, absence of, instead of, rather than, unconfirmed, not yet, yet to, has yet to, have yet to,
        had yet to
    """,
    "denial": """
        deny, denies, denied, denying, denial, denials, denial of, dispute, disputes, disputed, dismiss claims,
        dismissed claims, reject claims, rejects claims, rejected claims
    """,
    "allegation": """
        alleged, allegedly, allege, alleges, alleging, allegation, allegations, accuse, accuses, accused, accusing,
        accused of, accusation, accusations, suspected, suspected of, suspects, suspicion of, purported, purportedly,
        supposedly, reportedly, charged with, charge, charges, charges of, claims, claimed, claiming, rumoured, rumored,
        rumours, rumors,
        is said to, are said to, was said to, were said to, is believed to, are believed to, was believed to,
        were believed to, is thought to, are thought to, was thought to, were thought to, is reported to,
        was reported to, is understood to
    """,
    "plan": """
        will, would, 'll, shall, is to, are to, was to, were to, due to be, is due to, are due to, was due to, were due to,
        set to, expect, expects, expected, expect to, expects to, expected to, intend to, intends to, intended to, plans,
        planned, plan to, plans to, planned to, planning to, going to, is about to, are about to, aim to, aims to, aimed to,
        hope to, hopes to, hoped to, want to, wants to, wanted to, must, need to, needs to, have to be, has to be, scheduled for, scheduled to, slated to, poised to,
        proposed, proposes to, proposed to
    """,
    "attempt": """
        try to, tries to, tried to, trying to, attempt to, attempts to, attempted to, attempting to, attempted, seek to,
        seeks to, sought to, seeking to
    """,
    "possibility": """
        may, might, could, can, likely, possible, possibly, perhaps, probably, potential, potentially, may be, might be,
        may have, might have, could have
    """,
    "condition": "if, unless, whether, in case, in the event, provided that, as long as",
    "hedge": """
        almost, nearly, partly, partially, largely, mostly, mainly, virtually, apparently, seemingly, seems to, appears to,
        appeared to
    """,
}


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Kind]]]:
    """The phrases by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    for kind, phrases in _PHRASES.items():
        for phrase in phrases.split(","):
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, kind))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


_TABLE = _by_first_word()
_TOKEN = re.compile(r"[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’]ll\b|\w+")
_MONTH_MAY = re.compile(r"(?<=[\w,] )May\b|\bMay(?=\s\d)")
_CLAUSE_END = re.compile(
    r"[,;:.!?](?=\s|[\"”’)]|$)|\s[–—-]{1,2}\s|[\"“”]"
    r"|\b(?:but|while|although|though|because|after|before|when|since|who|which|where|whose|despite|until|"
    r"unless|if)\b|\b(?:and|or)\b(?=\s+(?:(?-i:[A-Z])|(?:an?|the|he|she|it|they|we|his|her|its|their|that|"
    r"is|are|was|were|has|have|had|will|would|said|says|\w+ed)\b))",
    re.I,
)
_ASIDE = re.compile(r",\s(?:which|who|whom|whose|where)\b[^,;:]*,\s")
"""A relative clause between commas: what is turned before it is turned after it too."""
_ACCUSED_OF = re.compile(r"\b(?:accus\w+|suspect\w*|charg\w+)$", re.I)
_OF = re.compile(r"[^.;:!?“”\"]{1,80}?\b(?:of|with)\s", re.I)
_THAT = re.compile(r"[^.;:!?“”\"]{1,160}?\sthat\s")
_NO_VERB = (
    r"(?!(?:an?|the|his|her|its|their|this|that|these|those|him|them|it|us|all|some|any|more|(?-i:[A-Z])\w*|"
    r"\d[\d,]*)\b)"
)
_INTENT = re.compile(
    r"\b(?:agree[ds]?|agreeing|agreement|vow(?:s|ed)?|promise[ds]?|pledge[ds]?|threat(?:ens?|ened)?|"
    r"offer(?:s|ed)?|decide[ds]?|decision|ready|order(?:s|ed)?|call(?:s|ed)?|urge[ds]?|ask(?:s|ed)?|told|tells|"
    r"deal|propos(?:es|ed|al)|bid|plan|prepar\w+|want(?:s|ed)?|request(?:s|ed)?|demand(?:s|ed)?)"
    rf"(?:\s+(?:on\s|for\s)?[\w’'-]+){{0,3}}?\s+(?P<to>to)\s{_NO_VERB}",
    re.I,
)
"""What is only intended, promised or asked: "agreed on Tuesday to buy". The verb itself is a word like any other."""
_HEADLINE_TO = re.compile(
    rf"(?:(?:[A-Z][\w’'&.-]*|of|and|the|The)\s+){{1,6}}(?P<to>to)\s(?=[a-z])(?i:{_NO_VERB})"
)
"""A headline's future: "Halvorsen to buy rival"."""


_NOUN_BEFORE = frozenset("a an the this that of in over his her its their no any".split())
"""Before "dispute" as a noun, which denies nothing."""


def cues(text: str) -> tuple[Cue, ...]:
    """The cues of `text`, in order."""
    months = {m.start() for m in _MONTH_MAY.finditer(text)}
    found = []
    if headline := _HEADLINE_TO.match(text):
        found.append(_cue("plan", text, *headline.span("to")))
    found += [_cue("plan", text, *m.span("to")) for m in _INTENT.finditer(text)]
    tokens = list(_TOKEN.finditer(text))
    words = [m[0].lower().replace("’", "'") for m in tokens]
    at = 0
    while at < len(words):
        phrase, kind = _longest(words, at, text, tokens)
        if (
            kind is None
            or (words[at] == "dispute" and at > 0 and words[at - 1] in _NOUN_BEFORE)
            or tokens[at].start() in months
            or _compound(text, tokens[at], tokens[at + phrase - 1])
        ):
            at += 1
            continue
        found.append(_cue(kind, text, tokens[at].start(), tokens[at + phrase - 1].end()))
        at += phrase
    return tuple(sorted(found, key=lambda c: c.start))


def _compound(text: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """Whether the words are part of a hyphenated one: "never-ending"."""
    return text[first.start() - 1 : first.start()] == "-" or text[last.end() : last.end() + 1] == "-"


def _longest(words: list[str], at: int, text: str, tokens: list[re.Match[str]]) -> tuple[int, Kind | None]:
    """How many words the longest phrase has that begins here, and its kind; nothing but space stands between them."""
    for phrase, kind in _TABLE.get(words[at], ()):
        end = at + len(phrase)
        if tuple(words[at:end]) == phrase and all(
            not text[a.end() : b.start()].strip() for a, b in pairwise(tokens[at:end])
        ):
            return len(phrase), kind
    return 0, None


def _cue(kind: Kind, text: str, start: int, end: int) -> Cue:
    return Cue(kind, text[start:end], start, end, _scope(kind, text, start, end))


def _scope(kind: Kind, text: str, start: int, end: int) -> tuple[Place, ...]:
    """The clause that follows the cue, over a relative clause between commas."""
    if kind == "allegation" and _ACCUSED_OF.search(text, start, end) and (of := _OF.match(text, end)):
        end = of.end()  # "accused the banker, Teo Marsh, 44, of moving"
    if kind == "denial" and (that := _THAT.match(text, end)):
        end = that.end()  # "denied a report in the weekly, which it called false, that"
    parts = []
    while True:
        stop = _CLAUSE_END.search(text, end)
        parts.append((end, stop.start() if stop else len(text)))
        aside = _ASIDE.match(text, stop.start()) if stop else None
        if aside is None:
            return tuple(parts)
        end = aside.end()
