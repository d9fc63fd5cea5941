"""Kinds: one spelling and all its mentions in an article in, out whether it names a person, an organisation or a place.

Only what the text shows counts: a hint of the name's form, the table of places, what a person does, what
stands before and after. Where nothing decides, there is no kind; that is better than a wrong one.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .given_names import GIVEN_NAMES
from .kind_words import LONE_ORGANISATIONS, OF_OTHER_KINDS
from .name_hints import Kind, is_acronym
from .name_words import COMMON, GENERATIONS
from .names import Name, is_demonym
from .places import is_country, is_place

Mentions = Mapping[str, Sequence[Name]]
"""The names of an article by their spelling."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one spelling tells: the kind, and the parts of a person's name."""

    form: str
    kind: Kind | None
    given: str | None = None
    surname: str | None = None


_LIVES = re.compile(
    r"[’']s\b|,? (?:who|was|is|has|had|will|would|did|could|said|says|told|added|wrote|also"
    r"|later|himself|herself)\b"
)
_WHO = re.compile(
    r",? who\b|,? whose (?:wife|husband|mother|father|son|daughter|brother|sister)\b|(?: [a-z]+){0,3} (?:himself|herself)\b"
)
_SAID_HE = re.compile(r",? (?:said|says|added|told [a-z]+(?: [a-z]+)?)(?: that)? (?:he|she)\b")
_SPEAKS = re.compile(
    r",? (?:(?:also|later|then|had|has) )?(?:said|says|told|added|wrote|recalled|replied|smiled)\b"
)
_DETERMINED = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]hese|[Tt]hose) (?:[a-z]+ )?[\"“'‘]?$")
_THE = re.compile(r"\b[Tt]he $")
_COMMA_PLACE = re.compile(r", (?:[A-Z]\w+ ){0,2}[A-Z][\w.]+")
_WHERE = re.compile(r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Nn]ear|[Oo]ff|[Oo]utside|[Aa]cross) $")
_HOME = re.compile(r", (?:aged )?\d{1,3},? (?:from|of) $")
_TOWARDS = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Oo]f|[Oo]utside) $")


def reading(form: str, mentions: Mentions, text: str) -> Reading:
    """What `form` names, by its mentions and the other names of the article `text`."""
    own = mentions[form]
    hints = Counter(name.kind_hint for name in own if name.kind_hint)
    person = next((name for name in own if name.kind_hint == "person"), None)
    if person is not None and hints["person"] >= hints["place"] and not is_country(form):
        if person.given and " " in person.given and person.given in mentions:
            return Reading(form, None)  # "Ada Vell Tervan": a headline
        return Reading(form, "person", person.given, person.surname)
    if is_place(form):
        return Reading(form, "place")
    if hints.keys() <= {"place"}:
        if parts := _given_and_surname(form, mentions, text):
            return Reading(form, "person", *parts)
        if " " not in form and _is_person(form, own, text):
            return Reading(form, "person", None, form)
        if form in LONE_ORGANISATIONS and any(_THE.search(text, max(0, n.start - 5), n.start) for n in own):
            return Reading(form, "organisation")
    if any(_before_its_country(name, text) or _is_home(name, text) for name in own):
        return Reading(form, "place")
    if hints["place"] * 3 < len(own):
        del hints["place"]  # "in" stands before other names too
    return Reading(form, hints.most_common(1)[0][0] if hints else None)


def _given_and_surname(form: str, mentions: Mentions, text: str) -> tuple[str, str] | None:
    """The parts of "Kalo Vard", if the article tells of "Kalo Vard" or "Vard" as one does of a person."""
    parts = [part for part in form.split() if part.rstrip(".") not in GENERATIONS]
    if not 1 < len(parts) < 5 or not all(part[0].isupper() for part in parts[:-1]) or is_place(parts[-1]):
        return None
    *given, surname = parts
    if len(given) > 1 and " ".join(given) in mentions:
        return None
    if any(is_acronym(part) or is_demonym(part) or is_place(part) for part in parts):
        return None
    if not OF_OTHER_KINDS.isdisjoint(parts):
        return None
    own, short = mentions[form], mentions.get(surname, ())
    if any(_DETERMINED.search(text, max(0, name.start - 16), name.start) for name in (*own, *short)):
        return None
    if any(_WHERE.search(text, max(0, name.start - 9), name.start) for name in (*own, *short)):
        return None
    lives = any(_LIVES.match(text, name.end) for name in short)
    who = any(_is_who(name, text) or _SAID_HE.match(text, name.end) for name in own)
    return (" ".join(given), surname) if lives or who else None


def _is_person(form: str, own: Sequence[Name], text: str) -> bool:
    """Whether a lone word is told of as a person: "Vell, who", "Vell said he", "Ada said"."""
    if is_acronym(form) or is_demonym(form) or form in OF_OTHER_KINDS or form.lower() in COMMON:
        return False
    if any(_DETERMINED.search(text, max(0, name.start - 16), name.start) for name in own):
        return False
    speaks = form in GIVEN_NAMES and any(_SPEAKS.match(text, name.end) for name in own)
    return speaks or any(_is_who(name, text) for name in own)


def _is_who(name: Name, text: str) -> bool:
    """Whether "who" or "herself" stands for the name, and not for police "from Tervan, who …"."""
    return _WHO.match(text, name.end) is not None and not _follows_preposition(name, text)


def _follows_preposition(name: Name, text: str) -> bool:
    return _TOWARDS.search(text, max(0, name.start - 9), name.start) is not None


def _before_its_country(name: Name, text: str) -> bool:
    """ "in Tervan, Peru"."""
    if not _follows_preposition(name, text):
        return False
    after = _COMMA_PLACE.match(text, name.end)
    return after is not None and is_place(after[0][2:].rstrip("."))


def _is_home(name: Name, text: str) -> bool:
    """ "Ada Vell, 47, from Tervan"."""
    return _HOME.search(text, max(0, name.start - 18), name.start) is not None
