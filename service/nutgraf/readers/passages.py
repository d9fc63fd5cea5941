"""The sentences of an article as facts are read from them: a sentence and its names in, who is meant where out.

No grammar is built. The subject of a word is the name, or the pronoun's name, that word order puts before it; where
order does not tell, there is none.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .given_names import MEN, WOMEN
from .report_words import FORMS

PERSONS = frozenset(("person", "other"))
"""Kinds of entities that may be persons: of many a name nothing in the article says what it names."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands, and the id and kind of the entity that it names."""

    start: int
    end: int
    entity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: its words, where it begins in the article, its names; offsets count in `text`.

    `he`, `she` and `it` are whom these words mean before the sentence names anybody, None where that is not clear.
    `known` are the ids of the entities in the article's first sentences: what they name is the scene of all.
    """

    text: str
    offset: int
    mentions: tuple[Mention, ...]
    known: frozenset[str]
    he: str | None = None
    she: str | None = None
    it: str | None = None

    def ending(self, end: int) -> Mention | None:
        """The name that ends at `end`."""
        return next((m for m in self.mentions if m.end == end), None)


_HE = re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im)\b")
_SHE = re.compile(r"\b(?:[Ss]he|[Hh]er)\b")
_IT = re.compile(r"Its?\b")
_PRONOUN = re.compile(r"\b(?:(?P<he>[Hh]e)|(?P<she>[Ss]he))\b")
_OBJECT = re.compile(r"\s(?:(?P<he>him)|(?P<she>her))\b")
_RELATIVE = re.compile(r",?\s(?:who|whom)\s(?:[\w’'-]+\s){0,6}?$")
_APPOSED = re.compile(r"(?:,\s(?:aged\s)?\d{1,3}|,\s(?:an?|the|his|her)\s[^,]{3,60}|\s\([^()]{1,20}\)),?$")
_BOUNDARY = re.compile(
    r"[;:“”\"]|\s[–—-]{1,2}\s|,?\s\b(?:after|before|when|while|because|if|that|but|where|whether|although|and|as)\s"
    r"(?=(?:the|an?|his|her|their|its|he|she|they|it|who|[A-Z])\b)"
)
_OWNED = re.compile(
    r"(?:\b(?:of|by|with|from|to|for|against|in|at|on|near|told|between|under|about)\s+(?:the\s)?)$"
)
_POSSESSIVE = re.compile(r"[’']s?\b")
_REPORTS = re.compile(r",?\s(?:\w+\s)?(?P<verb>[a-z]+)")


def passages(
    sentences: Sequence[tuple[str, int]], found: Sequence[Mention], names: Mapping[str, str]
) -> tuple[Passage, ...]:
    """The sentences, each as (text, offset), with the names among `found`, which count in the article.

    `names` are the entities' names by id.
    """
    found = sorted(found, key=lambda m: m.start)
    starts = [m.start for m in found]
    scene = sentences[min(2, len(sentences) - 1)][1] if sentences else 0
    known = frozenset(m.entity for m in found[: bisect_left(starts, scene)])
    bearers = _bearers(names)
    he: str | None = None
    she: str | None = None
    it: str | None = None
    read = []
    for text, offset in sentences:
        low, high = bisect_left(starts, offset), bisect_left(starts, offset + len(text))
        inside = tuple(replace(m, start=m.start - offset, end=m.end - offset) for m in found[low:high])
        passage = Passage(text, offset, inside, known, he, she, it)
        read.append(passage)
        he = _meant(passage, "he", _HE, bearers)
        she = _meant(passage, "she", _SHE, bearers)
        it = _thing(passage)
    return tuple(read)


def _bearers(names: Mapping[str, str]) -> Mapping[tuple[str, str], str | None]:
    """Whom a name may mean as "he" or "she": an entity by its id, one of several by a surname that they share."""
    table: dict[tuple[str, str], str | None] = {}
    for entity, name in names.items():
        given, _, rest = name.partition(" ")
        for gender, listed, others in (("he", MEN, WOMEN), ("she", WOMEN, MEN)):
            if given in others and given not in listed:
                continue
            table[gender, entity] = entity
            if rest and given in listed:
                surname = (gender, name.rpartition(" ")[2])
                table[surname] = None if surname in table else entity
    for entity, name in names.items():
        if " " not in name:
            for gender in ("he", "she"):
                table[gender, entity] = table.get((gender, name), entity)
    return table


def _meant(
    passage: Passage, gender: str, pronoun: re.Pattern[str], bearers: Mapping[tuple[str, str], str | None]
) -> str | None:
    """Whom the pronoun means in the next sentence: the first who may be, or whom this sentence's own pronoun means."""
    persons = [
        (m, bearers.get((gender, m.entity)))
        for m in passage.mentions
        if m.kind in PERSONS and not _aside(m, passage.text)
    ]
    fitting = [who for _, who in persons if who]
    own = passage.he if gender == "he" else passage.she
    word = pronoun.search(passage.text)
    if word and own and not (fitting and persons[0][0].start < word.start()):
        return own
    certain = persons and persons[0][0].kind == "person" and persons[0][1] is not None
    return fitting[0] if certain or (len(set(fitting)) == 1 and persons[0][0].kind == "person") else None


def _thing(passage: Passage) -> str | None:
    """What "it" means in the next sentence: what this one opens with, by name or by "it"."""
    first = passage.mentions[0] if passage.mentions else None
    if first is not None and first.start < len("The ") + 1 and first.kind != "person":
        return first.entity
    return passage.it if _IT.match(passage.text) else None


def _aside(mention: Mention, text: str) -> bool:
    """Whether the name only belongs to another word ("the house of Vell", "Vell's house")."""
    before = text[max(0, mention.start - 16) : mention.start]
    return bool(_OWNED.search(before) or _POSSESSIVE.match(text, mention.end))


def subject(passage: Passage, at: int) -> str | None:
    """The person whom the verb or adjective at `at` is about, None where word order does not tell."""
    before = passage.text[:at]
    if relative := _RELATIVE.search(before):
        end = relative.start()
        if apposed := _APPOSED.search(before[:end]):
            end = apposed.start()
        named = passage.ending(end)
        return named.entity if named and named.kind in PERSONS else None
    bounds = [m.end() for m in _BOUNDARY.finditer(before)]
    for start in (*reversed(bounds), 0):
        if found := _first(passage, start, at):
            return found
    return None


def object_of(passage: Passage, at: int) -> str | None:
    """Whom "him" or "her" right behind the verb that ends at `at` means."""
    found = _OBJECT.match(passage.text, at)
    if found is None:
        return None
    named = passage.ending(found.start())
    return named.entity if named else passage.he if found["he"] else passage.she


def _first(passage: Passage, start: int, end: int) -> str | None:
    """The first person between `start` and `end`: by name or, of the sentences before, by pronoun."""
    named = next(
        (
            m
            for m in passage.mentions
            if start <= m.start < end and m.kind in PERSONS and not _aside(m, passage.text)
        ),
        None,
    )
    pronoun = _PRONOUN.search(passage.text, start, end)
    if pronoun and (named is None or pronoun.start() < named.start):
        earlier = [m for m in passage.mentions if m.end <= pronoun.start() and m.kind == "person"]
        return earlier[0].entity if earlier else passage.he if pronoun["he"] else passage.she
    return named.entity if named else None


def opener(passage: Passage) -> str | None:
    """The person with whose name the sentence opens, unless that is only who reports."""
    first = passage.mentions[0] if passage.mentions else None
    if first is None or first.start > 0 or first.kind not in PERSONS:
        return None
    verb = _REPORTS.match(passage.text, first.end)
    return None if verb and verb["verb"] in FORMS else first.entity
