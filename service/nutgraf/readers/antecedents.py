"""Antecedents: sentences and the article's entities in, whom a sentence's opening "He" or "She" stands for out.

Answers only where nothing else is possible by the words: the sentence before tells of one person, who is its
subject, and neither it nor the pronoun's own sentence holds anything against it. Most pronouns get no answer.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from nutgraf_schemas import Entity

from .genders import Gender, gender_of_name
from .kind_words import PERSON_NOUNS
from .name_words import TITLES, word_set
from .report_words import FORMS
from .words import IRREGULAR_PAST


class Sentence(Protocol):
    """A numbered sentence where it stands in the article; `speech` says that it opens inside quoted speech."""

    @property
    def id(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def speech(self) -> bool: ...


Mention = tuple[int, int, Entity]

_OPENING = re.compile(r"(He|She)(?=[’']|,? )")
_GENDERED: Mapping[Gender, re.Pattern[str]] = {
    "he": re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im|[Hh]imself)\b"),
    "she": re.compile(r"\b(?:[Ss]he|[Hh]er|[Hh]ers|[Hh]erself)\b"),
}
_WOMAN = re.compile(
    r"\b(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Countess|Duchess|Princess|Queen|Madam)\b\.?"
    r"|\b(?:spokes|congress|business|police|chair|sports)woman\b|\b(?:actress|mother|daughter|widow|queen)\b"
)
_MAN = re.compile(
    r"\b(?:Mr|Sir|Lord|Baron|Duke|Prince|King|Pope|Cardinal|Imam|Ayatollah)\b\.?"
    r"|\b(?:spokes|congress|business|police|sports)man\b|\b(?:father|son|widower|king)\b"
)
PERSONS = PERSON_NOUNS | word_set(
    """
    man woman boy girl teenager child baby person official aide adviser advisor boss head chair guard gunman
    attacker assailant policeman policewoman firefighter paramedic worker employee employer neighbour neighbor
    deputy member client patient tenant customer passenger motorist cyclist pedestrian rider shopper hostage
    prisoner inmate detainee migrant refugee survivor someone somebody anyone anybody everyone one another
    politician winner loser opponent host guest visitor owner chef clerk caller speaker source whoever uncle
    aunt cousin nephew niece grandfather grandmother boyfriend girlfriend fiance fiancee twin heir grandson
    granddaughter stepfather stepmother teammate executive referee whistleblower creator inventor fan critic
    """
)
"""Singular nouns for persons."""


_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LEAD = re.compile(r"(?:\w[\w’'-]*\.?,? ){0,6}")
_ADVERBIAL = re.compile(
    r"(?:In|On|At|After|Before|Since|By|During|From|Until|For|As|Last|Earlier|Later|Meanwhile|However|Now|Then)\b"
    r"[^,.;:]{0,60}, "
)
_APPOSITION = re.compile(r"(?:, (?:aged )?(?:\d{1,3}|(?:an?|the) [^,;.]{1,80})(?=,)){1,2}")
_VERB = re.compile(
    r",? (?:also |later |then |first |now |never |once |reportedly )?([a-z]+?)(?:n[’']t)?(?![^\W_]|-)"
)
_FINITE = IRREGULAR_PAST | word_set(
    "is was has had will would can could may might must should does did says tells adds plans faces works"
)
_LOCATIVE = re.compile(r"\b(?:in|near|from) $")
_QUOTE = re.compile(r"[\"“”]")


def subjects_of(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> dict[int, str | None]:
    """For the number of each sentence: the id of the person its opening "He" or "She" stands for, or None.

    `sentences` are in the order of the article; `entities` are all of the article's, with spans that count
    as the sentences' `start` does (code points of the article).
    """
    named = mentions_in(sentences, entities)
    genders = genders_of(sentences, named)
    found: dict[int, str | None] = {}
    before = _NOBODY
    for sentence, own in zip(sentences, named, strict=True):
        pronoun = _OPENING.match(sentence.text)
        subject = _stands_for(pronoun, sentence, own, before, genders) if pronoun else None
        found[sentence.id] = subject.id if subject else None
        before = _told(sentence, own, subject, pronoun)
    return found


def mentions_in(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> list[list[Mention]]:
    """The mentions in each sentence, with offsets that count in it."""
    mentions = sorted(((m.start, m.end, e) for e in entities for m in e.mentions), key=lambda m: m[:2])
    named, at = [], 0
    for sentence in sentences:
        own = []
        while at < len(mentions) and mentions[at][0] < sentence.start + len(sentence.text):
            start, end, entity = mentions[at]
            if start >= sentence.start:
                own.append((start - sentence.start, end - sentence.start, entity))
            at += 1
        named.append(own)
    return named


def genders_of(sentences: Sequence[Sentence], named: Sequence[Sequence[Mention]]) -> dict[str, set[Gender]]:
    """What given names, titles and nouns in apposition say of each person, by id."""
    genders: dict[str, set[Gender]] = {}
    for sentence, own in zip(sentences, named, strict=True):
        for start, end, entity in own:
            said = genders.setdefault(entity.id, set())
            around = f"{sentence.text[max(0, start - 24) : start]}|{_after(sentence.text, end)}"
            if gender := gender_of_name(sentence.text[start:end]):
                said.add(gender)
            if _WOMAN.search(around):
                said.add("she")
            if _MAN.search(around):
                said.add("he")
    return genders


def _after(text: str, end: int) -> str:
    apposed = _APPOSITION.match(text, end)
    return apposed[0] if apposed else ""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells: its subject, if that is the one person in it; its pronouns; whether he says it."""

    subject: Entity | None
    pronouns: frozenset[Gender]
    says: bool


_NOBODY = _Told(None, frozenset(), says=False)


def _told(
    sentence: Sentence, own: Sequence[Mention], resolved: Entity | None, pronoun: re.Match[str] | None
) -> _Told:
    text = sentence.text
    if resolved is not None and pronoun is not None:
        begin, end, subject = 0, pronoun.end(), resolved
    elif (found := _named_subject(text, own)) is not None:
        begin, end, subject = found
    else:
        return _NOBODY
    if apposed := _APPOSITION.match(text, end):
        end = apposed.end()
    verb = _VERB.match(text, end)
    known = verb is not None and (verb[1] in _FINITE or verb[1].endswith("ed"))
    if sentence.speech or not known or _others(text, begin, end, own, subject):
        return _NOBODY
    pronouns = frozenset(gender for gender, pattern in _GENDERED.items() if pattern.search(text))
    return _Told(subject, pronouns, says=verb is not None and verb[1] in FORMS)


def _named_subject(text: str, own: Sequence[Mention]) -> tuple[int, int, Entity] | None:
    """The person whose mention opens the sentence, but for titles, "dancer" and "On Monday,"."""
    first = next((mention for mention in own if mention[2].kind == "person"), None)
    if first is None:
        return None
    adverbial = _ADVERBIAL.match(text, 0, first[0])
    begin = adverbial.end() if adverbial else 0
    lead = _WORD.findall(text, begin, first[0])
    if not _LEAD.fullmatch(text, begin, first[0]) or (lead and not _is_title(lead)):
        return None
    return begin, first[1], first[2]


def _is_title(lead: Sequence[str]) -> bool:
    """Whether the words before a name only say what the person is: "The 33-year-old dancer", "Mr"."""
    *before, last = lead
    known = last in TITLES or f"{last}." in TITLES or last.lower() in PERSON_NOUNS
    return known and not any(w in _FINITE or w.endswith("ed") or w in PERSON_NOUNS for w in before)


def _others(text: str, begin: int, end: int, own: Sequence[Mention], subject: Entity) -> bool:
    """Whether the sentence tells of anybody else who may be the one: by name, or by a noun for a person."""
    for start, _, entity in own:
        where = entity.kind == "other" and _LOCATIVE.search(text, max(0, start - 9), start)
        if entity is not subject and entity.kind in ("person", "other") and not where:
            return True
    if _QUOTE.search(text):
        return True
    outside = [*_WORD.findall(text, 0, begin), *_WORD.findall(text, end)]
    return any(word.lower().removesuffix("'s").removesuffix("’s") in PERSONS for word in outside)


def _stands_for(
    pronoun: re.Match[str],
    sentence: Sentence,
    own: Sequence[Mention],
    before: _Told,
    genders: Mapping[str, set[Gender]],
) -> Entity | None:
    gender: Gender = "he" if pronoun[1] == "He" else "she"
    subject = before.subject
    if subject is None or sentence.speech or before.pronouns - {gender}:
        return None
    if genders.get(subject.id, set()) - {gender}:
        return None
    verb = _VERB.match(sentence.text, len(pronoun[1]))
    says = verb is not None and verb[1] in FORMS
    if (says and not before.says) or any(entity is subject for _, _, entity in own):
        return None
    return subject
