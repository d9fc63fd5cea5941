"""Locations: words of a text and the names in it in, out whether they say where, and where a verb says it.

`names` carry in `kind_hint` what they were found to be in the whole article.
"""

import re
from collections.abc import Sequence

from nutgraf_schemas import EventType

from .names import Name
from .phrases import Place, has_content, head
from .places import is_place
from .triggers import triggers

_PLACE_NOUN = re.compile(
    r"\b(?:airport|airspace|apartment|area|barracks|base|bay|beach|border|bridge|building|cafe|camp|campus"
    r"|canal|capital|cemetery|centre|center|checkpoint|church|city|coast|compound|countryside|county"
    r"|court|courthouse|crossing|dam|depot|desert|district|dock|downtown|embassy|factory|farm|ferry"
    r"|field|forest|frontier|garage|harbour|harbor|headquarters|highway|hill|home|hospital|hotel|house"
    r"|island|islands|jail|junction|lake|library|mall|market|mine|mosque|motorway|mountain|mountains"
    r"|museum|nightclub|office|offices|palace|park|parliament|peninsula|plant|plaza|port|prison"
    r"|province|pub|railway|refinery|region|restaurant|ridge|river|road|ruins|school|sea|shelter|shop"
    r"|shore|site|square|stadium|state|station|store|street|suburb|suburbs|supermarket|synagogue"
    r"|temple|territory|theatre|theater|tower|town|tunnel|university|valley|venue|village|villages"
    r"|volcano|ward|warehouse|waters|zone|neighbou?rhood|municipality|jurisdiction|locality|settlement|sector|floor|hall"
    r"|jungle|canton|slum|outskirts|plateau|avenue|intersection|hamlet|quarter)s?\b",
    re.I,
)
_PREPOSITION = re.compile(r"(?:in|at|on|from|to|into|inside|within)\s+(?=\S)", re.I)
_LINK = re.compile(
    r"(?P<verb>(?:took|takes?|taken|taking) place|(?:was|were|been|be|is|are) held|happened|occurred|[\w-]+)"
    r"(?: (?:early|late))?(?: (?:on )?\w+day)?(?: (?:morning|afternoon|evening|night))?"
    r",? (?:in|at|near|outside|off) (?P<place>(?:the |an? )?(?:[a-z]+ ){0,2}(?:of )?)$"
)
_HAPPENS = re.compile(
    r"(?:took|takes?|taken|taking) place|(?:was|were|been|be|is|are) held|happened|occurred"
)
_LOCATIVE = re.compile(
    r"\b(?:in|at|on|near|off|inside|outside|across|around|through|throughout|over|within|under|along|aboard|between|outside)"
    r"\s+(?:(?:the|an?|its|his|her|their)\s+)?(?:(?!(?:to|from|for|with|against|by)\b)[\w’'-]+\s+){0,3}?$",
    re.I,
)
_LOCATIVE_PHRASE = re.compile(
    r"(?:near|off|outside|across|around|throughout|over|under|along|aboard|between)\s", re.I
)
_SAID_OF_IT = re.compile(r"\s+(?:is|are|was|were|has|have|had|will|would|who|which|that|where)\b")
_STRUCK = re.compile(
    r"\b(?:struck|hit|rocked|shook|jolted|battered|devastated|(?:swept|tore) through)"
    r" (?P<place>(?:the )?(?:[a-z-]+ )?)$"
)
_ASIDE = re.compile(
    r",? (?:who|whom|whose|which|where|while|after|before|when|as|because|that)\b[^,;]*"
    r"|, (?:\w+ing|\w+ed (?:in|by|at|on))\b[^,;]*"
)
_CALLED = re.compile(
    r"\s(?:(?:tram|train|rail|bus|coach|car|plane|air|helicopter|ferry|ship|road|school|church|mosque|hotel|market|mine|dam"
    r"|factory|nightclub|prison|airport|bomb|gas|forest|summer|winter|film|book|music|peace|climate|trade)\s){0,2}"
    r"(?:crash|collision|derailment|disaster|tragedy|shooting|stabbing|attacks?|bombing|explosion|blast|fires?|floods?|flooding"
    r"|earthquake|quake|landslide|stampede|massacre|siege|riots?|protests?|rally|summit|talks|conference|marathon|festival)\b"
)
"""What is called by its place."""
_NEAR = 80  # characters from a verb to the place that stands with it
_RELATIVE = re.compile(r",? (?:who|whom|whose|which)\b[^,;]*")
_MORE = re.compile(
    r" (?:city|town|village|port|region|district|province|state|capital|airport|peninsula|county|suburb"
    r"|prison)\b"
)
_OF = re.compile(r"(?<=\w)\s(?:of|in|near|between|at|from|to|with|for)\s")
_SIDES = frozenset(
    "north south east west centre center middle outskirts heart suburbs slopes foot edge mouth".split()
)
"""Nouns for a part of a place."""
_NOT_PLACES: frozenset[str | None] = frozenset({"person", "organisation", "other"})
_DISASTERS: frozenset[EventType] = frozenset({"accident_or_disaster", "attack", "death_or_injury"})


def is_location(start: int, end: int, text: str, names: Sequence[Name]) -> bool:
    """Whether the words `text[start:end]` say where: they hold a place's name, or a word like "airport"."""
    phrase = text[start:end]
    if not has_content(phrase):
        return False
    about = head(start, end, text, names)
    if about is not None and about.kind_hint == "person":
        return False
    return (
        any(name.kind_hint not in _NOT_PLACES for name in names)
        or _PLACE_NOUN.search(phrase) is not None
        or is_place(phrase)
    )


def is_about_a_place(phrase: str) -> bool:
    """Whether the noun that a phrase is about is a name or says where: "the port of Velby", but not "the Velby election"."""
    noun = _OF.split(phrase.partition(",")[0], maxsplit=1)[0].rsplit(maxsplit=1)[-1].strip(".;:")
    return not noun.islower() or _PLACE_NOUN.fullmatch(noun) is not None or noun in _SIDES


def is_located(at: int, start: int, text: str) -> bool:
    """Whether the place at `at`, in a sentence from `start`, is where something is: "in Velby", "struck Velby".

    "Flew to Velby", "arrived from Velby" and "Velby denied" name a place where nothing is said to happen.
    """
    before = text[max(start, at - 60) : at]
    return bool(_LOCATIVE.search(before) or _STRUCK.search(before) or _LOCATIVE_PHRASE.match(text, at))


def belongs_elsewhere(kind: EventType, at: int, start: int, end: int, text: str) -> bool:
    """Whether a place at `at` stands in a relative clause that tells of something else than the main clause.

    In "They freed Ada Vell, who was arrested in Velby", Velby is not where she was freed.
    """
    clause = next((m for m in _RELATIVE.finditer(text, start, end) if m.start() < at < m.end()), None)
    if clause is None:
        return False
    own = [t for t in triggers(text[start:end]) if t.type == kind]
    inside = [t for t in own if clause.start() <= start + t.start < clause.end()]
    return bool(own) and not inside


def place_of(start: int, end: int, text: str) -> Place:
    """The place itself: without "in" before it, without what is said of it. "Off Velby" and "near Velby" are elsewhere."""
    verb = _SAID_OF_IT.search(text, start, end)
    found = _PREPOSITION.match(text, start, end)
    return (found.end() if found else start), (verb.start() if verb else end)


def location_after_verb(
    kind: EventType, start: int, end: int, text: str, names: Sequence[Name]
) -> Place | None:
    """The place that stands straight after a verb of this kind of event between `start` and `end`.

    None unless exactly one stands outside relative and adverbial clauses: "took place in Velby".
    """
    asides = [m.span() for m in _ASIDE.finditer(text, start, end)]
    main = [name for name in names if not any(a <= name.start < b for a, b in asides)]
    found = {place for name in main if (place := _after_verb(kind, start, name, text, names))}
    return found.pop() if len(found) == 1 else None


def location_before_noun(start: int, end: int, text: str, names: Sequence[Name]) -> Place | None:
    """The place that an event is called by between `start` and `end`: "the Velby ferry crash"; None unless there is one.

    Only names that are known to be places: "the Norrwater strike" is not in Norrwater.
    """
    found = [
        (name.start, name.end)
        for name in names
        if start <= name.start and name.kind_hint == "place" and _CALLED.match(text, name.end, end)
    ]
    return found[0] if len({text[slice(*place)] for place in found}) == 1 else None


def _after_verb(kind: EventType, start: int, name: Name, text: str, names: Sequence[Name]) -> Place | None:
    if name.kind_hint in _NOT_PLACES:
        return None
    start = max(start, name.start - _NEAR)
    link = _LINK.search(text, start, name.start)
    if link is None or not (_HAPPENS.fullmatch(link["verb"]) or _is_trigger(kind, *link.span("verb"), text)):
        link = _STRUCK.search(text, start, name.start) if kind in _DISASTERS else None
    return None if link is None else (link.start("place"), _end(name, text, names))


def _is_trigger(kind: EventType, start: int, end: int, text: str) -> bool:
    """Whether a verb that ends at `end` tells of this kind of event; the words around it decide."""
    opening = max(0, start - 20)
    return any(
        t.verb and t.type == kind and t.end == end - opening for t in triggers(text[opening : end + 60])
    )


def _end(name: Name, text: str, names: Sequence[Name]) -> int:
    """The end of a place with what belongs to it: "the Ural city of Velby", "Velby, Ostrovia"."""
    end = name.end
    if more := _MORE.match(text, end):
        end = more.end()
    for link in (" of ", ", "):
        following = next(
            (n for n in names if text.startswith(link, end) and n.start == end + len(link)), None
        )
        if following is not None and following.kind_hint not in _NOT_PLACES:
            return following.end
    return end
