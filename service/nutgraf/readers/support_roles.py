"""Does the same one do the same to the same? A statement and its source in, yes or no out, as far as word order tells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from types import MappingProxyType

from .heads import Stems
from .links import apart, beside, doubled, governed, links, origins, owners, settings
from .names import Name, one_people
from .reading import Reading, inside
from .roles import Act, acts, infinitives, past, verbs
from .words import stem

_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?")
_LISTED = re.compile(r",?\s(?:and|or|&)\s|,\s")
_TELLING = 3
"""Words besides names whose order tells."""
LONGEST = 2000
"""Characters of a text whose word order is looked at."""
_GENERIC = frozenset(
    map(stem, ("country", "nation", "disease", "illness", "virus", "city", "town", "village"))
)
"""Nouns that take up whatever was named before."""


def check_roles(stated: Reading, cited: Sequence[Reading], _: object = ()) -> bool | None:
    """Whether, as far as word order tells, the same act on the same in both, and each phrase hangs on the same word.

    None: order tells nothing. Only words that both have can tell; a word that the source lacks is not this check's
    business. A sentence of more than `LONGEST` characters is no sentence, and its roles are nobody's.
    """
    if any(len(reading.text) > LONGEST for reading in (stated, *cited)):
        return False
    verdicts = list(_verdicts(stated, cited))
    return all(verdicts) if verdicts else None


def _verdicts(stated: Reading, cited: Sequence[Reading]) -> Iterator[bool]:
    had: frozenset[str] = frozenset().union(*(c.stems for c in cited))
    told = verbs(stated.text, stated.words)
    given = _given(stated, cited)
    done = [act for c in cited for act in acts(c.text, c.words, told)]
    for act in acts(stated.text, stated.words, frozenset(a.verb for a in done)):
        if same := [a for a in done if a.verb == act.verb]:
            yield any(_same_act(act, a, had, given) for a in same)
    source = [link for c in cited for link in links(c.text, c.words)]
    acting = {a.verb for a in done}
    for link in links(stated.text, stated.words):
        if link.preposition == "by" and link.head in acting:
            continue  # acts tell
        phrases = [
            p for x in source if (x.head, x.preposition) == (link.head, link.preposition) for p in x.phrases
        ]
        if phrases and link.phrases[0]:
            yield not any(phrases) or any(
                p <= _GENERIC or _meet(link.phrases[0], p, had) for p in phrases if p
            )
    yield from _places_kept(stated, cited)
    yield from _order_kept(stated, cited)
    owned = [pair for c in cited for pair in owners(c.text, c.words)]
    for noun, owner in owners(stated.text, stated.words):
        others = [o for n, o in owned if n == noun]
        if others and owner & had:
            yield any(_meet(owner, o, had) for o in others)
    if twice := doubled(n.text for n in stated.names):
        yield twice <= doubled(n.text for c in cited for n in c.names)  # "released A in exchange for A"
    come = [phrase for c in cited for phrase in origins(c.text, c.words)]
    for phrase in origins(stated.text, stated.words):
        if phrase & had:  # freed, but not from where somebody was arrested
            yield any(_meet(phrase, p, had) for p in come)
    scenes = [settings(c.text, c.words) for c in cited]
    for place in settings(stated.text, stated.words)[0]:
        for scene, other in scenes:
            if scene and place in other:  # arrested in Osk, not where she is from
                yield any(_meet(place, p, had) for p in scene)
    verbal = frozenset(a.verb for a in done).union(
        *(infinitives(c.text, c.words) | verbs(c.text, c.words) for c in cited)
    )
    plain = tuple(w for w in stated.words if not inside(w.start, [(n.start, n.end) for n in stated.numbers]))
    for name, noun in beside(stated.text, plain, verbal):
        yield _beside(name, noun, cited)


def _places_kept(stated: Reading, cited: Sequence[Reading]) -> Iterator[bool]:
    """Whether two names that stand behind a preposition, or behind none, have not changed places: "told Ana Poe, in Osk"."""
    there: dict[str, frozenset[str]] = {}
    for c in cited:
        there.update(governed(c.text, c.names))
    told = {n: p for n, p in governed(stated.text, stated.names).items() if n in there}
    for one, other in combinations(told, 2):
        moved = not told[one] & there[one] and not told[other] & there[other]
        if moved and told[one] & there[other] and told[other] & there[one]:
            yield False


def _order_kept(stated: Reading, cited: Sequence[Reading]) -> Iterator[bool]:
    """Whether names keep their places among words that all stand in the source in the same order.

    A passive may turn them round, a phrase with its preposition may be moved, and the members of a list may stand in
    any order: none of these is compared.
    """
    told = governed(stated.text, stated.names)
    for source in cited:
        turned = _passive(stated) - _passive(source)
        if len(told) < 2 or turned or any(" by " in text for text in (stated.text, source.text)):
            continue
        there = governed(source.text, source.names)
        moved = [n for n in stated.names if not (told[n.text] - {""}) & there.get(n.text, frozenset())]
        fixed = _sequence(stated, [n for n in stated.names if n not in moved])
        plain, named = [w for w, name in fixed if not name], [w for w, _ in fixed]
        order = [w.stem for w in source.words]
        if len(plain) >= _TELLING and _follows(plain, order):
            yield _follows(named, order)


def _passive(reading: Reading) -> frozenset[str]:
    """Stems of the verbs that stand in the passive."""
    after = [m.end() for m in _BE.finditer(reading.text)]
    return frozenset(w.stem for w in reading.words if w.start in after and past(w))


def _sequence(reading: Reading, left_out: Sequence[Name]) -> list[tuple[str, bool]]:
    """The stems of the words in order, each with whether it is of a name, without `left_out` and but one of a list."""
    names = [n for n in reading.names if n not in left_out]
    listed = {b.start for a, b in pairwise(names) if _LISTED.fullmatch(reading.text, a.end, b.start)}
    skipped = [(n.start, n.end) for n in reading.names if n in left_out or n.start in listed]
    spans = [(n.start, n.end) for n in names]
    return [(w.stem, inside(w.start, spans)) for w in reading.words if not inside(w.start, skipped)]


def _follows(stems: Sequence[str], order: Sequence[str]) -> bool:
    """Whether the stems stand in the order, in this order, whatever stands between them."""
    at = iter(order)
    return all(any(s == o for o in at) for s in stems)


def _beside(name: str, noun: str, cited: Sequence[Reading]) -> bool:
    """Whether the source, where it has the noun, has the name close to it."""
    seen = False
    for reading in cited:
        names_ = [w for w in reading.words if one_people(name, w.stem)]
        nouns = [w for w in reading.words if one_people(noun, w.stem)]
        if any(not apart(reading.text, reading.words, a, b) for a in names_ for b in nouns):
            return True
        owned = any(apart(reading.text, reading.words, b, b) is None for b in nouns)
        if owned:
            return True
        seen = seen or bool(nouns)
    return not seen


def _given(stated: Reading, cited: Sequence[Reading]) -> Mapping[str, Stems]:
    """What stands before the last word of each full name, by that word, where the source names others that end so."""
    there = {full for c in cited for n in c.names if " " in (full := n.text)}
    return {
        stem(last.lower()): frozenset(map(stem, first.lower().split()))
        for first, _, last in (n.text.rpartition(" ") for n in stated.names)
        if first and any(other.endswith(f" {last}") and other != f"{first} {last}" for other in there)
    }


def _same_act(stated: Act, source: Act, had: Stems, given: Mapping[str, Stems]) -> bool:
    if stated.by and source.agent is None:
        return False
    return _meet(stated.agent, source.agent, had, given) and _meet(stated.patient, source.patient, had, given)


def _meet(
    stated: Stems | None, source: Stems | None, had: Stems, given: Mapping[str, Stems] = MappingProxyType({})
) -> bool:
    """Whether two places share a word; a place that nobody can tell shares any.

    Of one of two who share a surname, the surname alone is not enough.
    """
    known = {a for a in stated or () if any(one_people(a, b) for b in had)}
    if not known or not source:
        return True
    known -= {s for s, first in given.items() if not first & source}
    return any(one_people(a, b) for a in known for b in source)
