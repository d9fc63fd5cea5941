"""Whom a pronoun means: an article's sentences in, the same sentences with names in the place of pronouns out.

"She was serving 12 years" after a sentence whose subject is Ada Vell is read as "Ada Vell was serving 12 years", and
"its dairy" as "Castrell's dairy". The one that is meant is the subject of the sentence before, if it can be, else who or
what was named last and can be. "The commission" is read with the words that it had before: "the electoral commission".
A reading is a guess, and serves one end: to find out whether a statement that names somebody may rest on the sentence.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nutgraf_schemas import Entity

from .cataphora import named_later
from .definites import Definite, Put, Told, definites, described, fuller, modified
from .genders import Gender
from .persons import PERSONS, Mention, Sentence, genders_of, mentions_in
from .propositions import subject

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
    r"is|was|were|has|had|will|would|the|an?|into|over|under|during)\b)[\w“\"]"
)
_EMPTY = re.compile(
    r"[Ii]t\s(?:is|was|has been|had been|will be|would be|seems|appears)\s(?:\w+\s){1,4}?(?:that|to|who|whether)\b"
)
"""An "it" that means nothing: "it was clear that"."""
_THERE = re.compile(r"(?:(?:Then|And|But)\s)?[Tt]here\s(?:is|are|was|were|remains?)\s(?:also\s)?")
_FRONTED = re.compile(r"(?:In|On|At|After|Since|By|During|From|For|Until|Before|Last|Earlier|Later)\s")
_TITLED = re.compile(r"(?:[A-Z][\w.-]*\s){1,3}of\s(?:[A-Z][\w.-]*\s){1,3}[A-Z][\w.-]*")
_THAT = re.compile(r"(?:That|This)\s")
_IS = re.compile(r"\s(?:is|was)\s(?:the\s)?[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,4}")
_NO_NOUN = re.compile(
    r"(?:in|on|at|so|then|we|i|you|there|that|this|what|nobody|neither|both|of|by|but)\b(?!\s\w)", re.I
)
_OF = re.compile(r"\s(?:of|in|at|for|from|with|on|by|who|which|that|to|near)\s")
_PLURAL = re.compile(
    r"(?:[a-z]{2,}[^su\s]s|people|men|women|children|police|troops)$|\band\b|^(?:two|three|four|five|both|many|some|several)\b",
    re.I,
)
_LONGEST = 8
"""Words of a noun phrase that a pronoun stands for."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A sentence with names for pronouns; `put` are the words that stand there now, each with the sentence it comes from."""

    text: str
    put: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody or something that a later pronoun may mean: `kinds` are the pronouns that fit."""

    text: str
    sentence: int
    end: int
    kinds: frozenset[Kind]
    subject: bool


def resolved(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> dict[int, tuple[Resolved, ...]]:
    """For the number of each sentence that has a pronoun to resolve, or a short form: how it reads.

    `entities` are the article's, with spans that count as the sentences' `start` does.
    """
    named = mentions_in(sentences, entities)
    genders, nouns = genders_of(sentences, named), described(sentences, named)
    still = named_later(sentences, named, nouns, genders)
    firms = {e.name.split()[0] for e in entities if e.kind != "person" and " " in e.name}
    shared = _shared(entities)
    bearer: dict[str, tuple[str, int]] = {}
    found: dict[int, tuple[Resolved, ...]] = {}
    before: list[Sequence[_Candidate]] = []
    told = Told()
    modifiers: dict[str, tuple[str, int]] = {}
    for sentence, own in zip(sentences, named, strict=True):
        here = _candidates(sentence, own, genders, firms)
        kinds = list(definites(sentence, own, told))
        told.add(sentence.id, own, nouns)
        here = [_renamed(c, sentence.text, kinds) for c in here]
        later = still.get(sentence.id, ())
        here = [_named_later(c, later) for c in here]
        meant = list(_meant(sentence.text, here, before[-FAR:][::-1]))
        put = [(m.start(), m.end(), _written(m, c), c.sentence) for m, c in meant]
        put += _full_names(sentence, own, shared, bearer)
        put += later
        called = [(d.start, d.end, d.entity.name, d.sentence) for d in kinds]
        short = list(fuller(sentence.text, modifiers))
        ways = [put + short] if put or short else []
        if called:
            ways.append(put + called + [s for s in short if not any(a <= s[0] < b for a, b, *_ in called)])
        if ways:
            found[sentence.id] = tuple(_replaced(sentence, way) for way in ways)
        opened = [
            replace(c, end=0, subject=True) for m, c in meant if not sentence.text[: m.start()].strip(' “"')
        ]
        before.append([*here, *opened])
        modifiers |= modified(sentence)
    return found


def _shared(entities: Sequence[Entity]) -> frozenset[str]:
    """Surnames that several persons have."""
    surnames = Counter(e.name.split()[-1] for e in entities if e.kind == "person" and " " in e.name)
    return frozenset(s for s, times in surnames.items() if times > 1)


def _full_names(
    sentence: Sentence, own: Sequence[Mention], shared: frozenset[str], bearer: dict[str, tuple[str, int]]
) -> Iterator[Put]:
    """A bare surname that several have, with the full name that stood before it last; `bearer` remembers those."""
    for start, end, entity in own:
        surname = sentence.text[start:end].split()[-1]
        if surname not in shared:
            continue
        if " " in sentence.text[start:end]:
            bearer[surname] = entity.name, sentence.id
        elif surname in bearer:
            yield start, end, *bearer[surname]


def _candidates(
    sentence: Sentence, own: Sequence[Mention], genders: Mapping[str, set[Gender]], firms: Container[str]
) -> list[_Candidate]:
    """Those who are named in a sentence, and its subject."""
    text = sentence.text
    found = []
    if (there := _THERE.match(text)) is not None:  # "Then there is Karro": Karro is what it is about
        opens, ends, head = there.end(), len(text), ""
    else:
        head = subject(text).split(", ")[0]
        opens = text.find(head) if head else -1
        inner = None if _TITLED.fullmatch(head) else _OF.search(head)
        ends = opens + (inner.start() if inner else len(head))
    last = opens + len(head) if _FRONTED.match(head) else None
    for start, end, entity in own:
        first = end == last if last else (bool(head) or opens > 0) and opens <= start < ends
        found.append(
            _Candidate(entity.name, sentence.id, end, _kinds(entity, genders.get(entity.id, set())), first)
        )
        if entity.kind == "person" and text[start:end] in firms:  # a firm that is called as its founder is
            found.append(_Candidate(text[start:end], sentence.id, end, frozenset(["it", "they"]), first))
    plain = (
        head and not any(c.subject for c in found) and not _PRONOUN.match(head) and not _NO_NOUN.match(head)
    )
    if plain and len(head.split()) <= _LONGEST:
        is_named = _IS.match(text, opens + len(head)) if _THAT.match(head) else None
        kinds = _kinds_of_noun(text[opens:ends])
        same = (c for c in found if is_named and c.end == is_named.end() and c.kinds & kinds)
        plain_one = _Candidate(head, sentence.id, opens + len(head), kinds, subject=True)
        found.append(next((replace(c, subject=True) for c in same), plain_one))  # "That rival was Karro."
    return found


def _renamed(candidate: _Candidate, text: str, kinds: Sequence[Definite]) -> _Candidate:
    """What a definite noun names is what a later pronoun means."""
    same = (
        d
        for d in kinds
        if candidate.subject and d.end == candidate.end and candidate.text == text[d.start : d.end]
    )
    return next((replace(candidate, text=d.entity.name, sentence=d.sentence) for d in same), candidate)


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


def _named_later(candidate: _Candidate, later: Sequence[Put]) -> _Candidate:
    """The lede's subject under the name that a later sentence gives."""
    before = [put for put in later if put[0] == put[1]]
    if not before or not candidate.subject:
        return candidate
    *_, words, number = before[0]
    return replace(candidate, text=words.removesuffix(", "), sentence=number)


def _replaced(sentence: Sentence, put: Sequence[Put]) -> Resolved:
    text = sentence.prompt
    for start, end, words, _ in sorted(put, reverse=True):
        text = text[:start] + words + text[end:]
    return Resolved(text, tuple((words, n) for *_, words, n in put if n != sentence.id))
