"""What stands around a value: a passage and a place in it in, the clause with its names, words and times out."""

import re
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
_LAST_WORD = re.compile(r"(?P<word>[a-z]+),?\s(?:who|which|whose|where|that)\s$")
_WHERE = re.compile(r"\b(?:in|at|near|outside|around|across|from) (?:the )?$")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Hh]im)\b")


@dataclass(frozen=True, slots=True)
class Context:
    """The clause of a value. `names` are ids of entities, `words` stems of the other content words.

    `persons` are those of persons. `places` are the ids of places that the article's first sentences do not name: they narrow what is said.
    """

    start: int
    end: int
    names: frozenset[str]
    words: frozenset[str]
    times: frozenset[str]
    places: frozenset[str]
    persons: frozenset[str]


def alike(word: str) -> str:
    """The stem that stands for `word` and its like: a walkout is a strike."""
    return NOUNS.get(word, word)


def clause(passage: Passage, start: int, end: int) -> tuple[int, int]:
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
    text = passage.text[low:high]
    inside = [m for m in passage.mentions if low <= m.start and m.end <= high]
    placed = {m.entity for m in inside if _placed(m, passage)}
    names = {m.entity for m in inside} - placed
    extra = set()
    opened = _OPENS_RELATIVE.search(passage.text[max(0, low - 8) : low])
    if opened or _PRONOUN.search(text):
        earlier = [m for m in passage.mentions if m.end <= low]
        opener = None if earlier and earlier[-1].end >= low - 16 else _LAST_WORD.search(passage.text, 0, low)
        if opened and opener:
            extra.add(alike(stem(opener["word"].lower())))
        elif earlier:
            names.add(earlier[-1 if opened else 0].entity)
        else:
            names |= {who for who in (passage.he, passage.she, passage.it) if who}
    if passage.text[max(0, low - 2) : low].startswith(":") and (label := passage.ending(low - 2)):
        names.add(label.entity)
    named = [(m.start - low, m.end - low) for m in inside] + [(start - low, end - low)]
    times = frozenset(m[0].lower() for m in TIME.finditer(text))
    words = extra
    for word in stems(text):
        if word.text.lower() in times or word.text[0].isdigit():
            continue
        if code := demonyms().get(word.text):
            words.add(f"={code}")
        elif not any(a <= word.start < b for a, b in named):
            words.add(alike(word.stem))
    words |= {
        f"={code}"
        for m in inside
        if m.kind == "place" and (code := country(passage.text[m.start : m.end]).country)
    }
    if opened and opened[0].strip(" ,") == "where":
        inside += [m for m in passage.mentions if m.end <= low][-1:]
    places = frozenset(m.entity for m in inside if _placed(m, passage) and m.entity not in passage.known)
    persons = frozenset(m.entity for m in inside if m.kind == "person")
    return Context(low, high, frozenset(names), frozenset(words), times, places, persons)


def _placed(mention: Mention, passage: Passage) -> bool:
    """Whether the name says where."""
    before = passage.text[max(0, mention.start - 12) : mention.start]
    return mention.kind in ("place", "other") and _WHERE.search(before) is not None
