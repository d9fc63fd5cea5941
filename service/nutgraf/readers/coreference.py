"""Whom a pronoun means: an article's sentences in, the same sentences with names in the place of pronouns out.

"She was serving 12 years" after a sentence whose subject is Ada Vell is read as "Ada Vell was serving 12 years", and
"its dairy" as "Castrell's dairy". The one that is meant is the subject of the sentence before, if it can be, else who or
what was named last and can be. "The commission" is read with the words that it had before: "the electoral commission".
A reading is a guess, and serves one end: to find out whether a statement that names somebody may rest on the sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nutgraf_schemas import Entity

from .genders import Gender
from .persons import PERSONS, Mention, Sentence, genders_of, mentions_in
from .propositions import subject
from .words import FUNCTION_WORDS, IRREGULAR_PAST

Kind = Literal["he", "she", "it", "they"]

FAR = 3
"""Sentences that may lie between a pronoun and what it means."""

_PRONOUN = re.compile(
    r"\b(?P<word>[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]er|[Ii]ts?|[Tt]hey|[Tt]heir|[Tt]hem)\b(?![’'](?:ll|d|re|ve|s)\b)"
)
_MEANT: Mapping[str, Kind] = {
    "he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it",
    "they": "they", "their": "they", "them": "they",
}  # fmt: skip
_POSSESSIVE = frozenset(["his", "its", "their"])
_OWNED = re.compile(
    r"\s(?!(?:in|on|at|to|of|for|from|with|by|as|and|or|but|that|who|when|while|after|before|because|if|not|"
    r"is|was|were|has|had|will|would|the|an?|into|over|under|during|\w+ly)\b)[\w“\"]"
)
_EMPTY = re.compile(
    r"[Ii]t\s(?:is|was|has been|had been|will be|would be|seems|appears)\s(?:\w+\s){1,4}?(?:that|to|who|whether)\b"
)
"""An "it" that means nothing: "it was clear that"."""
_DEFINITE = re.compile(
    r"\b[Tt]he\s(?P<noun>[a-z]{4,})\b(?=\s(?:[a-z]{1,3}|with|from|that|which|have|will|would|said|says|\w+ed)\b|[’']s\b|[,.;:]|$)"
)
_PAIR = re.compile(r"(?<![\w’'-])(?P<modifier>[A-Za-z][\w’'-]{3,})\s(?=(?P<noun>[A-Za-z]\w{3,}))")
_INDEFINITE = re.compile(r"An?\s")
_PLURAL = re.compile(
    r"(?:[a-z]{2,}[^su\s]s|people|men|women|children|police|troops)$|\band\b|^(?:two|three|four|five|both|many|some|several)\b",
    re.I,
)
_LONGEST = 8
"""Words of a noun phrase that a pronoun stands for."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A sentence with names for pronouns, the numbers of the sentences that they come from, and what was put."""

    text: str
    sources: tuple[int, ...]
    put: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody or something that a later pronoun may mean: `kinds` are the pronouns that fit."""

    text: str
    sentence: int
    end: int
    kinds: frozenset[Kind]
    subject: bool


def resolved(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> dict[int, Resolved]:
    """For the number of each sentence that has a pronoun to resolve, or a short form: how it reads.

    `entities` are the article's, with spans that count as the sentences' `start` does.
    """
    named = mentions_in(sentences, entities)
    genders = genders_of(sentences, named)
    found: dict[int, Resolved] = {}
    before: list[Sequence[_Candidate]] = []
    modifiers: dict[str, tuple[str, int]] = {}
    for sentence, own in zip(sentences, named, strict=True):
        here = _candidates(sentence, own, genders)
        meant = list(_meant(sentence.text, here, before[-FAR:][::-1]))
        put = [(m.start(), m.end(), _written(m, c), c.sentence) for m, c in meant]
        put += _fuller(sentence.text, modifiers)
        if sentence.id == sentences[0].id and len(sentences) > 1:
            put += _introduced(sentence, own, _candidates(sentences[1], named[1], genders))
        if put:
            sources = {n for *_, n in put} - {sentence.id}
            names = frozenset(words.removesuffix("'s").strip(" ,") for *_, words, _ in put)
            found[sentence.id] = Resolved(_replaced(sentence.text, put), tuple(sorted(sources)), names)
        opened = [
            replace(c, end=0, subject=True) for m, c in meant if not sentence.text[: m.start()].strip(' “"')
        ]
        before.append([*here, *opened])
        modifiers.update((m["noun"].lower(), (m["modifier"], sentence.id)) for m in _pairs(sentence.text))
    return found


def _candidates(
    sentence: Sentence, own: Sequence[Mention], genders: Mapping[str, set[Gender]]
) -> list[_Candidate]:
    """Those who are named in a sentence, and its subject."""
    head = subject(sentence.text).split(", ")[0]
    opens = sentence.text.find(head) if head else -1
    ends = opens + len(head)
    found = [
        _Candidate(e.name, sentence.id, end, _kinds(e, genders.get(e.id, set())), bool(head) and end <= ends)
        for _, end, e in own
    ]
    plain = head and not any(start < ends for start, _, _ in own) and not _PRONOUN.match(head)
    if plain and len(head.split()) <= _LONGEST:
        found.append(_Candidate(head, sentence.id, ends, _kinds_of_noun(head), subject=True))
    return found


def _kinds(entity: Entity, genders: set[Gender]) -> frozenset[Kind]:
    if entity.kind == "person":
        return frozenset(genders or ("he", "she"))
    return frozenset(("it", "they") if entity.kind == "organisation" else ("it",))


def _kinds_of_noun(phrase: str) -> frozenset[Kind]:
    if _PLURAL.search(phrase):
        return frozenset(["they"])
    words = {w.lower() for w in phrase.split()}
    return frozenset(["he", "she"] if words & PERSONS else ["it"])


def _meant(
    text: str, here: Sequence[_Candidate], before: Iterable[Sequence[_Candidate]]
) -> Iterator[tuple[re.Match[str], _Candidate]]:
    """The pronouns of a sentence, each with the one that it means; `before` are earlier sentences, the nearest first."""
    earlier = list(before)
    for match in _PRONOUN.finditer(text):
        kind = _MEANT[match["word"].lower()]
        if kind == "it" and _EMPTY.match(text, match.start()):
            continue
        inside = [c for c in here if c.end <= match.start() and kind in c.kinds]
        for candidates in (inside, *earlier):
            fit = [c for c in candidates if kind in c.kinds]
            if fit:
                yield match, next((c for c in fit if c.subject), fit[-1])
                break


def _written(pronoun: re.Match[str], meant: _Candidate) -> str:
    word = pronoun["word"].lower()
    owns = word in _POSSESSIVE or (word == "her" and _OWNED.match(pronoun.string, pronoun.end()))
    return f"{meant.text}'s" if owns else meant.text


def _introduced(
    lede: Sentence, own: Sequence[Mention], after: Sequence[_Candidate]
) -> Iterator[tuple[int, int, str, int]]:
    """The lede's "A haulage boss" with the name of the person that the next sentence has for its subject."""
    head = subject(lede.text).split(", ")[0]
    start = lede.text.find(head)
    named = next((c for c in after if c.subject and c.kinds & {"he", "she"}), None)
    if named is None or not _INDEFINITE.match(head) or any(e.kind == "person" for *_, e in own):
        return
    if {w.lower() for w in head.split()} & PERSONS:
        yield start, start, f"{named.text}, ", named.sentence


def _fuller(text: str, modifiers: Mapping[str, tuple[str, int]]) -> Iterator[tuple[int, int, str, int]]:
    """Definite nouns of the sentence with the word that they had before them when they were last told."""
    for match in _DEFINITE.finditer(text):
        modifier, number = modifiers.get(match["noun"], ("", 0))
        if modifier:
            yield match.start("noun"), match.start("noun"), f"{modifier} ", number


def _pairs(text: str) -> Iterator[re.Match[str]]:
    for match in _PAIR.finditer(text):
        lower = match["modifier"].lower()
        if (
            lower not in FUNCTION_WORDS
            and lower not in IRREGULAR_PAST
            and not lower.endswith(("ed", "ing", "ly", "s"))
        ):
            yield match


def _replaced(text: str, put: Iterable[tuple[int, int, str, int]]) -> str:
    for start, end, words, _ in sorted(put, reverse=True):
        text = text[:start] + words + text[end:]
    return text
