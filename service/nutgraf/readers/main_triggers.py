"""The trigger that a sentence is about: text in, the triggers of its main clause out, the best kind of them only.

A reporting verb outweighs a noun ("told the paper that the deal shows …") unless the noun is said to happen.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from .triggers import Trigger, triggers

_SUBORDINATE = re.compile(
    r"[,\s](?:who|whom|whose|which|where|when|after|before|following|since|because|while|for \w+ing|by \w+ing)\b"
)
_HAPPENS = re.compile(
    r"s?\s+(?:\w+\s+){0,3}?(?:took place|taken place|happened|occurred|began|begun|started|ended|broke out|followed|(?:was|were) held)\b"
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_VERB_BEFORE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|\w{3,}ed)\b")
_LIGHT = re.compile(
    r"\b(?:launch|open|beg[aiu]n|start|stag|hold|held|issu|lodg|mak|made|renew|resum|undert|conduct|continu|organi[sz]"
    r"|carr(?:y|ies|ied)_out|call|convok)(?:e?d|es|ing|ook|s|ed)?\s(?:[\w-]+\s){0,4}$"
)
"""A verb that says little itself: "launched an inquiry", "staged rallies"."""
_PURPOSE = re.compile(r"\bto\s$")
_QUALIFIES = re.compile(r"(?:[A-Z]\w+ly\s)?$")
_FIGHTERS = (
    r"(?:gunm[ae]n|bombers?|guerrillas?|guerillas?|rebels?|militants?|militiam[ae]n|terrorists?|attackers?|insurgents?|soldiers"
    r"|troops|forces|snipers?|assailants?|extremists?|fighters|commandos?|death\ssquads?)"
)
_BY_FIGHTERS = re.compile(rf"\s(?:[\w-]+\s){{0,4}}by\s(?:[\w-]+\s){{0,4}}{_FIGHTERS}\b", re.I)
_FIGHTERS_DO = re.compile(rf"\b{_FIGHTERS}\s(?:(?:\w+ly|also|have|has|had)\s){{0,3}}$", re.I)
_BOMB = re.compile(r"\b(?:bombs?|grenades?|mines?|explosives?|devices?|dynamite)\s(?:\w+\s){0,3}$", re.I)
SPEAKING = "statement"


def main_triggers(text: str) -> tuple[Trigger, ...]:
    """Verbs of acts, or else nouns of what happens, or verbs of speaking, or nouns that open the clause."""
    found = [_violent(t, text) for t in _outside_quotes(text)]
    main = _before(_SUBORDINATE, found, text) or found
    nouns = {t.start for t in main if not t.verb}
    main = [t for t in main if t.verb or t.end + 1 not in nouns]  # of "fraud inquiry" the inquiry
    acting = [
        t
        for t in main
        if (t.verb or _LIGHT.search(text, max(0, t.start - 60), t.start)) and t.type != SPEAKING
    ]
    finite = [t for t in acting if not _PURPOSE.search(text, max(0, t.start - 4), t.start)]
    finite = [t for t in finite if not _qualifies(t, text)] or finite
    happening = [t for t in main if not t.verb and _HAPPENS.match(text, t.end)]
    speaking = [t for t in main if t.verb and t.type == SPEAKING]
    naming = _before(_VERB_BEFORE, main, text)  # "A fire destroyed …"
    return next((tuple(kind) for kind in (finite, acting, happening, speaking, naming) if kind), ())


def _outside_quotes(text: str) -> list[Trigger]:
    """The triggers outside quotations, unless nearly all is quoted."""
    quoted = [m.span() for m in _QUOTED.finditer(text)] if len(_QUOTED.sub("", text).split()) > 2 else []
    starts = [start for start, _ in quoted]

    def inside(at: int) -> bool:
        last = bisect_left(starts, at) - 1
        return last >= 0 and at < quoted[last][1]

    return [t for t in triggers(text) if not inside(t.start)]


def _before(pattern: re.Pattern[str], found: Sequence[Trigger], text: str) -> list[Trigger]:
    """Those before which the pattern does not stand."""
    first = pattern.search(text)
    return [t for t in found if first is None or t.start < first.end()]


def _qualifies(trigger: Trigger, text: str) -> bool:
    """Whether a participle opens the sentence as the adjective of its noun: "Ousted president Ida Holm"."""
    return (
        trigger.text.endswith("ed")
        and _QUALIFIES.match(text, 0, trigger.start) is not None
        and text[trigger.end : trigger.end + 2][1:].isalpha()
    )


def _violent(trigger: Trigger, text: str) -> Trigger:
    """Deaths and explosions are an attack where fighters or a bomb make them."""
    if not trigger.verb or trigger.type not in ("death_or_injury", "accident_or_disaster"):
        return trigger
    before = max(0, trigger.start - 60)
    fought = _FIGHTERS_DO.search(text, before, trigger.start) or _BY_FIGHTERS.match(text, trigger.end)
    bombed = trigger.type == "accident_or_disaster" and _BOMB.search(text, before, trigger.start)
    return replace(trigger, type="attack") if fought or bombed else trigger
