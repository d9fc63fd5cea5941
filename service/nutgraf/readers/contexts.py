"""What stands around a value: a passage and a place in it in, the clause with its names, words and times out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .fact_words import NOUNS, TIME
from .names import demonyms
from .passages import Mention, Passage
from .places import country
from .words import stem, stems

_BOUNDARY = re.compile(
    r"[;:](?=\s)|[“”\"()]|\s[–—-]{1,2}\s|,?\s\b(?:after|before|when|while|because|if|that|but|where|who|which|whose|although|"
    r"though|until|as|since|amid|despite)\b\s|,\s(?:and|or)\s|,\s(?=\w+ing\s)"
    r"|\sand\s(?=(?:the|an?|his|her|their|its|he|she|they|it|was|were|is|are|has|had|will|would|\w+ed|[A-Z])\b)"
)
_OPENS_RELATIVE = re.compile(r",?\s(?:who|which|whose|where)\s$")
_LISTED = re.compile(
    r",?\s(?:(?:and|in|of|the|(?:[a-z]+\s)?(?:city|town|village|region) of|[A-Z][a-z]+)\s){0,3}"
)
_LAST_WORD = re.compile(r"(?P<word>[a-z]+),?\s(?:who|which|whose|where|that)\s$")
_WHERE = re.compile(r"\b(?:in|at|near|outside|around|across|from) (?:the )?$")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Hh]im)\b")


Place = tuple[int, int]
"""Start and end in a passage, end exclusive."""


@dataclass(frozen=True, slots=True)
class Context:
    """The clause of a value. `names` are ids of entities, `words` stems of the other content words.

    `persons` and `organisations` are the names of that kind. `places` are where it is, by id; `scene` are those of
    them that the article's first sentences name, where all of it happens.
    """

    start: int
    end: int
    names: frozenset[str]
    words: frozenset[str]
    times: frozenset[str]
    places: frozenset[str]
    scene: frozenset[str]
    persons: frozenset[str]
    organisations: frozenset[str]


def alike(word: str) -> str:
    """The stem that stands for `word` and its like: a walkout is a strike."""
    return NOUNS.get(word, word)


def clause(passage: Passage, start: int, end: int) -> Place:
    """The bounds of the clause that the words between `start` and `end` stand in."""
    low, high = 0, len(passage.text)
    for match in _BOUNDARY.finditer(passage.text):
        if match.end() <= start:
            low = match.end()
        elif match.start() >= end:
            high = match.start()
            break
    return low, high


def context(passage: Passage, start: int, end: int) -> Context:
    """The clause of the value between `start` and `end`; who a relative clause or a pronoun is about belongs to it."""
    low, high = clause(passage, start, end)
    inside = [m for m in passage.mentions if low <= m.start and m.end <= high]
    placed = frozenset(_places(passage, inside, low))
    meant, antecedent = _meant(passage, low, high)
    names = {m.entity for m in inside} - placed | meant
    times = frozenset(m[0].lower() for m in TIME.finditer(passage.text, low, high))
    taken = [(m.start, m.end) for m in inside] + [(start, end)]
    words = {code for m in inside if m.kind == "place" and (code := _code(passage.text[m.start : m.end]))}
    for word in stems(passage.text[low:high]):
        at = word.start + low
        if code := demonyms().get(word.text):
            words.add(f"={code}")
        elif not (word.text.lower() in times or word.text[0].isdigit() or any(a <= at < b for a, b in taken)):
            words.add(alike(word.stem))
    return Context(
        low,
        high,
        frozenset(names),
        frozenset(words | antecedent),
        times,
        placed,
        placed & passage.known,
        frozenset(m.entity for m in inside if m.kind == "person"),
        frozenset(m.entity for m in inside if m.kind == "organisation"),
    )


def _meant(passage: Passage, low: int, high: int) -> tuple[set[str], set[str]]:
    """The names, or else the noun, that a clause is about without naming them: "…, which", "it", "Label: …"."""
    text = passage.text
    if text[max(0, low - 2) : low].startswith(":"):
        label = passage.ending(low - 2)
        return ({label.entity} if label else set()), set()
    opened = _OPENS_RELATIVE.search(text, max(0, low - 8), low)
    if not (opened or _PRONOUN.search(text, low, high)):
        return set(), set()
    earlier = [m for m in passage.mentions if m.end <= low]
    near = bool(earlier) and earlier[-1].end >= low - 16
    if opened and not near and (noun := _LAST_WORD.search(text, max(0, low - 40), low)):
        return set(), {alike(stem(noun["word"].lower()))}
    if earlier:
        return {earlier[-1 if opened else 0].entity}, set()
    return {who for who in (passage.he, passage.she, passage.it) if who}, set()


def _places(passage: Passage, inside: Sequence[Mention], low: int) -> Iterator[str]:
    """The places that say where: "in" one, or in a list of them, or before a clause that opens with "where"."""
    if passage.text[max(0, low - 7) : low].strip(" ,") == "where":
        yield from (m.entity for m in [m for m in passage.mentions if m.end <= low][-1:])
    before = None
    for m in inside:
        if m.kind in ("place", "other"):
            listed = before is not None and _LISTED.fullmatch(passage.text, before, m.start)
            if listed or _WHERE.search(passage.text, max(0, m.start - 12), m.start):
                before = m.end
                yield m.entity


def _code(place: str) -> str | None:
    """The country of a place, as a word."""
    found = country(place).country
    return f"={found}" if found else None
