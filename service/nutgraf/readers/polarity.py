"""Negation, denial and modality: text in, the cues out that turn what is said, each with its span and its scope.

Kinds: `negation` (not, without, yet to), `denial` (denies), `allegation` (allegedly, accused of), `plan` (will, is due
to), `attempt` (tried to), `possibility` (may, likely), `condition` (if, whether), `hedge` (almost, partly).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import Literal

Place = tuple[int, int]
Kind = Literal[
    "negation", "denial", "allegation", "plan", "attempt", "possibility", "belief", "condition", "hedge"
]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue. `scope` are the parts of the text that it turns, `clause` is where its clause begins.

    Offsets count in the text that was read.
    """

    kind: Kind
    text: str
    start: int
    end: int
    scope: tuple[Place, ...]
    clause: int


_PHRASES: dict[Kind | None, str] = {
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
        dismissed claims, pleaded not guilty, pleads not guilty, pleading not guilty, pleaded not guilty to,
        pleads not guilty to, pleading not guilty to, reject claims, rejects claims, rejected claims
    """,
    "allegation": """
        alleged, allegedly, allege, alleges, alleging, allegation, allegations, accuse, accuses, accused, accusing,
        accused of, accusation, accusations, suspected, suspected of, suspects, suspicion of, purported, purportedly,
        supposedly, reportedly, charged with, charge, charges, charges of, claims, claimed, claiming, rumoured, rumored,
        rumours, rumors, is said to, are said to, was said to, were said to, said to be, said to have, is said that,
        believed to, is believed to, are believed to, was believed to, were believed to, is believed that,
        was believed that, thought to, is thought to, are thought to, was thought to, were thought to, is thought that,
        was thought that, is reported to, was reported to, reported to be, reported to have, is reported that,
        was reported that, is understood to, understood to be, understood to have, is understood that, is alleged that,
        was alleged that, is claimed that, was claimed that, is suspected that, is rumoured that, is rumored that
    """,
    "plan": """
        will, would, 'll, shall, is to, are to, was to, were to, due to be, is due to, are due to, was due to,
        were due to, set to, expect, expects, expected, expect to, expects to, expected to, intend to, intends to,
        intended to, plans, planned, plan to, plans to, planned to, planning to, going to, is about to, are about to,
        aim to, aims to, aimed to, hope to, hopes to, hoped to, want to, wants to, wanted to, meant to, would like to,
        would rather, prefer, prefers, would prefer, must, need to, needs to, have to, has to, have to be, has to be,
        required to, obliged to, liable to, scheduled for, scheduled to, slated to, poised to, proposed,
        proposes to, proposed to
    """,
    "attempt": """
        try to, tries to, tried to, trying to, attempt to, attempts to, attempted to, attempting to, attempted, seek to,
        seeks to, sought to, seeking to
    """,
    "possibility": """
        may, might, could, can, likely, unlikely, possible, possibly, perhaps, probably, potential, potentially, may be, might be,
        may have, might have, could have, should, ought to
    """,
    "belief": "believe, believes, believed, think, thinks, thought, fear that, fears that, feared that",
    "condition": """
        if, unless, whether, in case, in the event, provided that, providing that, on condition that,
        on the condition that, as long as, so long as, assuming that
    """,
    "hedge": """
        almost, nearly, partly, partially, largely, mostly, mainly, virtually, apparently, seemingly, seems to, appears to,
        appeared to
    """,
    # What has the form of a cue and turns nothing.
    None: """
        not only, not just, not merely, not least, no fewer than, no more than, no less than,
        no later than, no matter, no sooner, no doubt, none other than, as if, if anything, in charge, in charge of,
        take charge, took charge, free of charge, is to blame, are to blame, was to blame, were to blame,
        believe in, believes in, believed in, think of, thinks of, thought of, did was to, done was to, does is to, done is to
    """,
}


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Kind | None]]]:
    """The phrases by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Kind | None]]] = {}
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
    r"is|are|was|were|has|have|had|will|would|did|does|can|could|may|might|must|said|says|\w+ed)\b))",
    re.I,
)
_ASIDE = re.compile(r",\s(?:which|who|whom|whose|where)\b[^,;:]*,\s")
"""A relative clause between commas: what is turned before it is turned after it too."""
_NAMED = re.compile(r",(?:\s[A-Z][\w’'-]+){1,4}(?=[,.]|$)")
"""A name between commas: "did not believe a second witness, Dora Lund"."""
_ACCUSED_OF = re.compile(r"\b(?:accus\w+|suspect\w*|charg\w+)$", re.I)
_OF = re.compile(r"[^.;:!?“”\"]{1,80}?\b(?:of|with)\s", re.I)
_THAT = re.compile(r"(?:(?!\sbut\s)[^.;:!?“”\"]){0,160}?\sthat\s")
_NO_VERB = (
    r"(?!(?:an?|the|his|her|its|their|this|that|these|those|him|them|it|us|all|some|any|more|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|many|several|both|each|(?-i:[A-Z])\w*|"
    r"\d[\d,]*)\b)"
)
_INTENT = re.compile(
    r"\b(?:agree[ds]?|agreeing|agreement|vow(?:s|ed|ing)?|promis(?:e[ds]?|ing)|pledg(?:e[ds]?|ing)|"
    r"threat(?:ens?|ened|ening)?|offer(?:s|ed|ing)?|decid(?:e[ds]?|ing)|decision|ready|order(?:s|ed|ing)?|"
    r"call(?:s|ed|ing)?|urg(?:e[ds]?|ing)|ask(?:s|ed|ing)?|told|tells|telling|deal|propos(?:es|ed|al)|bid|plan|"
    r"prepar\w+|want(?:s|ed|ing)?|request(?:s|ed|ing)?|demand(?:s|ed|ing)?)"
    rf"(?:\s+(?:on\s|for\s)?[\w’'-]+){{0,3}}?\s+(?P<to>to)\s{_NO_VERB}",
    re.I,
)
"""What is only intended, promised or asked: "agreed on Tuesday to buy". The verb itself is a word like any other."""
_DEADLINE = re.compile(r"\b(?:has|have|had)\suntil\s(?:[\w’'-]+\s){1,4}?(?P<to>to)\b", re.I)
"""What must be done by a day: "has until Friday to decide"."""
_HEADLINE_TO = re.compile(
    r"(?!(?:Up|According|Close|Next|Prior|Back|Due|Thanks|Contrary|Compared|Owing|Subject|Down)\sto\b)"
    rf"(?:(?:[A-Z][\w’'&.-]*|of|and|the|The)\s+){{1,6}}(?P<to>to)\s(?=[a-z])(?i:{_NO_VERB})"
)
"""A headline's future: "Halvorsen to buy rival"."""
_REJECTED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|refut|repudiat)(?:e?s|ed|ing)?)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:claim|charge|accusation|allegation|report|suggestion|assertion)s?\b(?:\s(?:that|of))?",
    re.I,
)
"""What is denied by rejecting that somebody said it: "rejects the charge that"."""
_INVERTED = re.compile(
    r"(?:(?:^|(?<=[,;.]\s))(?:should|(?:had|were)(?=\s(?:the|an?|he|she|it|they)\b))"
    r"|(?<=ed\s)had(?=\s(?:the|he|she|it|they)\b))(?![^?.]{0,300}\?)\b",
    re.I,
)
"""A condition without an if: "Should the talks fail, …", "it would have closed had the donor not paid"."""
_BESIDE_VERB = re.compile(r"\b(?:who|whom|which|whose)\s(?:(?!said|says|told)[\w’'-]+\s){0,4}?$", re.I)
_VERB_AFTER = re.compile(
    r"\s(?:(?!the|an?|it|he|she|they|that|there|what|who|which|his|her|its|their|(?-i:[A-Z]))[\w’'-]+\s){1,4}?"
    r"(?=(?:said|says|told|tells|is|are|was|were|has|have|had|must|will|would|can|could|may|might)\b)",
    re.I,
)
"""In a clause that opens with "who", up to the verb of what it hangs on: "who were not insured | will be paid"."""
_AWAITED = re.compile(r"\b(?:until|once|as\ssoon\sas)(?=\s(?:[\w’'-]+\s){1,4}?(?:is|are|has|have)\b)", re.I)
"""What is not so yet: "until the pipes are repaired"."""
_AGAINST = re.compile(r"(?<=s)\s(?:against|by|from)\s(?:[^.;:!?“”\"]{1,80}?\s(?P<what>of|that)\s)?", re.I)
"""After "allegations" as a noun, whom they are against: that is not what is alleged."""
_NOUN_BEFORE = frozenset("a an the this that of in over his her its their no any".split())
"""Before "dispute" or "will" as a noun, which turns nothing."""
_NOUNS = frozenset(("dispute", "will"))


def cues(text: str) -> tuple[Cue, ...]:
    """The cues of `text`, in order."""
    ends = [m.span() for m in _CLAUSE_END.finditer(text)]
    found: list[tuple[Kind, int, int]] = []
    if headline := _HEADLINE_TO.match(text):
        found.append(("plan", *headline.span("to")))
    found += [("plan", *m.span("to")) for p in (_INTENT, _DEADLINE) for m in p.finditer(text)]
    rejected = [m.span() for m in _REJECTED.finditer(text)]
    inverted = [m.span() for p in (_INVERTED, _AWAITED) for m in p.finditer(text)]
    taken = {at for a, b in (*rejected, *inverted) for at in range(a, b)}
    found += [("denial", *place) for place in rejected] + [("condition", *place) for place in inverted]
    months = {m.start() for m in _MONTH_MAY.finditer(text)}
    tokens = list(_TOKEN.finditer(text))
    words = [m[0].lower().replace("’", "'") for m in tokens]
    at = 0
    while at < len(words):
        phrase, kind = _longest(words, at, text, tokens)
        start = tokens[at].start()
        if (
            phrase == 0
            or (words[at] in _NOUNS and at > 0 and words[at - 1] in _NOUN_BEFORE)
            or start in months
            or start in taken
            or _compound(text, tokens[at], tokens[at + phrase - 1])
        ):
            at += 1
            continue
        if kind is not None:
            found.append((kind, start, tokens[at + phrase - 1].end()))
        at += phrase
    return tuple(_cue(text, *place, ends) for place in sorted(found, key=lambda place: place[1:]))


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


def _cue(text: str, kind: Kind, start: int, end: int, ends: Sequence[Place]) -> Cue:
    before = bisect_right(ends, start, key=itemgetter(1))
    clause = ends[before - 1][1] if before else 0
    return Cue(kind, text[start:end], start, end, _scope(kind, text, start, end, ends), clause)


def _scope(kind: Kind, text: str, start: int, end: int, ends: Sequence[Place]) -> tuple[Place, ...]:
    """The clause that follows the cue, over a relative clause between commas. `ends` are where clauses end."""
    if kind == "allegation" and _ACCUSED_OF.search(text, start, end) and (of := _OF.match(text, end)):
        end = of.end()  # "accused the banker, Teo Marsh, 44, of moving"
    if kind == "allegation" and (against := _AGAINST.match(text, end)):
        return _clauses(text, against.end(), ends) if against["what"] else ()
    if kind == "denial" and (that := _THAT.match(text, end)):
        end = that.end()  # "denied a report in the weekly, which it called false, that"
    if _BESIDE_VERB.search(text, max(0, start - 60), start) and (verb := _VERB_AFTER.match(text, end)):
        stop = _stop(end, ends)
        if stop is None or stop[0] >= verb.end():
            return ((end, verb.end()),)
    return _clauses(text, end, ends)


def _clauses(text: str, end: int, ends: Sequence[Place]) -> tuple[Place, ...]:
    parts = []
    while True:
        stop = _stop(end, ends)
        if stop and (name := _NAMED.match(text, stop[0])):
            stop = _stop(name.end(), ends)
        parts.append((end, stop[0] if stop else len(text)))
        aside = _ASIDE.match(text, stop[0]) if stop else None
        if aside is None:
            return tuple(parts)
        end = aside.end()


def _stop(at: int, ends: Sequence[Place]) -> Place | None:
    """The first end of a clause from an offset on."""
    place = bisect_left(ends, at, key=itemgetter(0))
    return ends[place] if place < len(ends) else None
