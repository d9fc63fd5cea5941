"""The sentences of an article as facts are read from them: a sentence and its names in, who is meant where out.

No grammar is built. The subject of a word is the name, or the pronoun's name, that word order puts before it; where
order does not tell, there is none.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

PERSONS = frozenset(("person", "other"))
"""Kinds of entities that may be persons: of many a name nothing in the article says what it names."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in a sentence, and the id and kind of the entity that it names."""

    start: int
    end: int
    entity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: its words, where it begins in the article, its names; offsets count in `text`.

    `before` is whom "he" or "she" may mean when the sentence opens, None where that is not clear.
    """

    text: str
    offset: int
    paragraph: int
    mentions: tuple[Mention, ...]
    before: str | None = None

    def at(self, start: int) -> Mention | None:
        """The name that begins at `start`."""
        return next((m for m in self.mentions if m.start == start), None)

    def ending(self, end: int) -> Mention | None:
        """The name that ends at `end`."""
        return next((m for m in self.mentions if m.end == end), None)


_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")
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


def passages(sentences: Sequence[tuple[str, int, int]], names: Sequence[Mention]) -> tuple[Passage, ...]:
    """The sentences, each as (text, offset, paragraph), with the names among `names` (counted in the article)."""
    names = sorted(names, key=lambda m: m.start)
    starts = [m.start for m in names]
    found: list[Passage] = []
    topic: str | None = None
    for text, offset, paragraph in sentences:
        low, high = bisect_left(starts, offset), bisect_left(starts, offset + len(text))
        inside = tuple(Mention(m.start - offset, m.end - offset, m.entity, m.kind) for m in names[low:high])
        passage = Passage(text, offset, paragraph, inside, topic)
        found.append(passage)
        topic = _topic(passage)
    return tuple(found)


def _topic(passage: Passage) -> str | None:
    """Whom a pronoun of the next sentence means: the first person of this one, or whom its own pronoun means."""
    person = next((m for m in passage.mentions if m.kind in PERSONS and not _aside(m, passage.text)), None)
    pronoun = _PRONOUN.search(passage.text)
    if person is None or (pronoun and pronoun.start() < person.start and passage.before):
        return passage.before if pronoun or person is None else None
    return person.entity


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
    start = max((m.end() for m in _BOUNDARY.finditer(before)), default=0)
    while True:
        if found := _first(passage, start, at):
            return found
        if start == 0:
            return None
        start = max((m.end() for m in _BOUNDARY.finditer(before, 0, start - 1)), default=0)


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
    pronoun = re.compile(r"\b(?:[Hh]e|[Ss]he)\b").search(passage.text, start, end)
    if pronoun and (named is None or pronoun.start() < named.start):
        earlier = [m for m in passage.mentions if m.end <= pronoun.start() and m.kind in PERSONS]
        return earlier[0].entity if earlier else passage.before
    return named.entity if named else None
