"""Persons in an article: its sentences and entities in, who is mentioned in each sentence and whether he or she out."""

import re
from collections.abc import Sequence
from typing import Protocol

from nutgraf_schemas import Entity

from .genders import Gender, gender_of_name
from .kind_words import PERSON_NOUNS
from .name_words import word_set


class Sentence(Protocol):
    """A numbered sentence where it stands in the article; `prompt` is `text` with what an LLM must not see taken out."""

    @property
    def id(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def prompt(self) -> str: ...


Mention = tuple[int, int, Entity]
"""Start and end in the sentence, and who or what is named."""

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

_APPOSITION = re.compile(r"(?:, (?:aged )?(?:\d{1,3}|(?:an?|the) [^,;.]{1,80})(?=,)){1,2}")


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
            *first, _ = sentence.text[start:end].split()  # titles may stand before the given name
            said |= {gender for name in first if (gender := gender_of_name(name))}
            if _WOMAN.search(around):
                said.add("she")
            if _MAN.search(around):
                said.add("he")
    return genders


def _after(text: str, end: int) -> str:
    apposed = _APPOSITION.match(text, end)
    return apposed[0] if apposed else ""
