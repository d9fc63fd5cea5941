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


# Phrases between bars; `_` is a space.
_PHRASES: dict[Kind, str] = {
    "negation": "not|n't|cannot|no|never|without|nobody|no_one|none|nothing|nowhere|neither|nor|no_longer|hardly|scarcely|"
    "could_not|would_not|will_not|"
    "may_not|might_not|should_not|must_not|can_not|"
    "could_n't|wo_n't|fail_to|fails_to|failed_to|failing_to|failure_to|refuse_to|refuses_to|refused_to|refusing_to|"
    "decline_to|declines_to|declined_to|declining_to|yet_to|unable_to|stop_short_of|stopped_short_of|"
    "lack_of|lacks|lacked|free_of|absence_of|instead_of|rather_than|"
    "unconfirmed|nor_did|not_yet|has_yet_to|have_yet_to|had_yet_to",
    "denial": "deny|denies|denied|denying|denial_of|denial|denials|dismiss_claims|dismissed_claims|dispute|disputes|disputed|"
    "reject_claims|rejected_claims|rejects_claims",
    "allegation": "alleged|allegedly|alleges|allege|alleging|allegation|allegations|accused_of|accuse|accuses|accused|accusing|"
    "accusation|accusations|suspected_of|suspected|suspects|suspicion_of|purported|purportedly|supposedly|reportedly|"
    "charged_with|charges_of|claims|claimed|claiming|rumoured|rumored|rumours|rumors|charges|charge",
    "plan": "will|would|'ll|shall|is_to|are_to|was_to|were_to|due_to_be|is_due_to|are_due_to|was_due_to|were_due_to|set_to|"
    "expected_to|expected|expects|expects_to|expect|expect_to|intends_to|intend_to|intended_to|plans_to|plan_to|planned_to|"
    "planning_to|plans|going_to|is_about_to|are_about_to|aims_to|aim_to|aimed_to|hopes_to|hope_to|hoped_to|wants_to|want_to|"
    "wanted_to|scheduled_for|scheduled_to|slated_to|poised_to|<agreed_>to|<agrees_>to|<agree_>to|<agreeing_>to|<vowed_>to|<vows_>to|"
    "<promised_>to|<promises_>to|<pledged_>to|<pledges_>to|<threatened_>to|<threatens_>to|<offered_>to|<offers_>to|<decided_>to|"
    "<decides_>to|<ready_>to|<ordered_>to|<called_on_>to|<urged_>to|<asked_>to|proposed|proposes_to|proposed_to|planned",
    "attempt": "tried_to|tries_to|try_to|trying_to|attempted_to|attempts_to|attempt_to|attempting_to|sought_to|seeks_to|"
    "seek_to|seeking_to|attempted",
    "possibility": "may|might|could|likely|possibly|possible|perhaps|probably|potentially|potential|may_be|might_be|may_have|"
    "might_have|could_have|can",
    "condition": "if|unless|whether|in_case|in_the_event|provided_that|as_long_as|should_it",
    "hedge": "almost|nearly|partly|partially|largely|mostly|mainly|apparently|seemingly|seems_to|appears_to|appeared_to|virtually",
}


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Kind]]]:
    """The phrases by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    for kind, phrases in _PHRASES.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split("_"))
            table.setdefault(words[0], []).append((words, kind))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


_TABLE = _by_first_word()
_TOKEN = re.compile(r"[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’]ll\b|\w+")
_MONTH_MAY = re.compile(r"(?<=[\w,] )May\b|\bMay(?=\s\d)")
_CLAUSE_END = re.compile(
    r"[,;:.!?](?=\s|[\"”’)]|$)|\s[–—-]{1,2}\s|[\"“”]"
    r"|\b(?:but|while|although|though|because|after|before|when|since|who|which|where|whose|despite|until|unless|if)\b"
    r"|\b(?:and|or)\b(?=\s+(?:(?-i:[A-Z])|(?:an?|the|he|she|it|they|we|his|her|its|their|that|is|are|was|were|has|have|had|will|would|"
    r"said|says|\w+ed)\b))",
    re.I,
)
_ASIDE = re.compile(r",\s(?:which|who|whom|whose|where)\b[^,;:]*,\s")
"""A relative clause between commas: what is turned before it is turned after it too."""
_ACCUSED_OF = re.compile(r"\b(?:accus\w+|suspect\w*|charg\w+)$", re.I)
_OF = re.compile(r"[^.;:!?“”\"]{1,80}?\b(?:of|with)\s", re.I)
_INTENT = re.compile(
    r"\b(?:agree[ds]?|agreeing|agreement|vow(?:s|ed)?|promise[ds]?|pledge[ds]?|threat(?:ens?|ened)?|offer(?:s|ed)?|decide[ds]?|"
    r"decision|ready|order(?:s|ed)?|call(?:s|ed)?|urge[ds]?|ask(?:s|ed)?|told|tells|deal|propos(?:es|ed|al)|bid|plan|prepar\w+|"
    r"want(?:s|ed)?|request(?:s|ed)?|demand(?:s|ed)?)(?:\s+(?:on\s|for\s)?[\w’'-]+){0,3}?\s+(?P<to>to)\s"
    r"(?!(?:an?|the|his|her|its|their|this|that|these|those|him|them|it|us|all|some|any|more|(?-i:[A-Z])\w*|\d[\d,]*)\b)",
    re.I,
)
"""What is only intended, promised or asked: "agreed on Tuesday to buy". The verb itself is a word like any other."""
_HEADLINE_TO = re.compile(r"(?:(?:[A-Z][\w’'&.-]*|of|and|the|The)\s+){1,6}(?P<to>to)\s(?=[a-z])")
"""A headline's future: "Halvorsen to buy rival"."""


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
        if kind is None or (tokens[at].start() in months):
            at += 1
            continue
        found.append(_cue(kind, text, tokens[at].start(), tokens[at + phrase - 1].end()))
        at += phrase
    return tuple(sorted(found, key=lambda c: c.start))


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
    parts = []
    while True:
        stop = _CLAUSE_END.search(text, end)
        parts.append((end, stop.start() if stop else len(text)))
        aside = _ASIDE.match(text, stop.start()) if stop else None
        if aside is None:
            return tuple(parts)
        end = aside.end()
