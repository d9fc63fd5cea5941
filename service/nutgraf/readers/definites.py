"""What "the company" or "the street" means: an article's sentences in, the name or the fuller noun for each out.

"The newspaper" is the one whose name or description says so ("the Tervan Herald", "Karro, a newspaper"), the nearest before;
"the street" after "Depot Street" is read as "the Depot street", and "the commission" as "the electoral commission".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nutgraf_schemas import Entity

from .name_words import word_set
from .persons import Mention, Sentence
from .words import FUNCTION_WORDS, IRREGULAR_PAST

Put = tuple[int, int, str, int]
"""Start and end in the sentence, the words for what stands there, and the number of the sentence that they come from."""

_AFTER_NOUN = (
    r"(?=\s(?:[a-z]{1,3}|with|from|that|which|have|will|would|said|says|were|been|after|before|into|over|under|when|while|"
    r"where|until|since|against|between|through|during|because|could|might|also|\w+ed)\b|[’']s\b|[,.;:]|$)"
)
_DEFINITE = re.compile(rf"\b[Tt]he\s(?P<noun>[a-z]{{4,}})\b{_AFTER_NOUN}")
_KIND = re.compile(rf"\b[Tt]he\s(?:[A-Z][a-z]+\s)?(?P<noun>[a-z]{{4,}})\b{_AFTER_NOUN}(?!\sof\b|,\s[A-Z])")
_PAIR = re.compile(r"(?<![\w’'-])(?P<modifier>[A-Za-z][\w’'-]{3,})\s(?=(?P<noun>[A-Za-z]\w{3,}))")
_APPOSED = re.compile(
    r", (?:an?|the|one of) (?P<phrase>[a-z][^,;.:]{2,80})|\s(?:is|was) (?:an?|the) (?P<said>[a-z][^,;.:]{2,80})"
)
_HEAD_END = re.compile(
    r"\s(?:of|in|at|on|from|for|with|who|which|that|whose|whom|to|by|based|near|\w+ing|\w+ed)\b"
)
_NAMED_SO = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?:[\w’'-]+\s){0,3}?(?P<noun>[a-z]{4,}),?\s$"
)

_FIRMS = word_set("company group firm business")
_PAPERS = word_set("newspaper paper magazine")
_PAPER_NAME = re.compile(
    r"\b(?:Journal|Times|Post|Ledger|Observer|Herald|Gazette|News|Tribune|Guardian|Mail|Courier|Chronicle|Globe|Review|Telegraph)$"
)
FAR = 3
"""Sentences back that a company without a description of its own may be named."""


@dataclass(frozen=True, slots=True)
class Definite:
    """A definite noun where it stands, and whom or what it means."""

    start: int
    end: int
    entity: Entity
    sentence: int


@dataclass(slots=True)
class Told:
    """Who was called what last, with the sentence, and the organisation that was named last."""

    called: dict[str, tuple[Entity, int]] = field(default_factory=dict)
    firm: tuple[Entity, int] | None = None

    def add(self, number: int, own: Sequence[Mention], nouns: Mapping[str, frozenset[str]]) -> None:
        """What sentence `number` names."""
        firms = [e for *_, e in own if e.kind in ("organisation", "other")]
        self.firm = (firms[0], number) if firms else self.firm
        for *_, entity in own:
            self.called |= dict.fromkeys(nouns.get(entity.id, ()), (entity, number))


def described(
    sentences: Sequence[Sentence], named: Sequence[Sequence[Mention]]
) -> Mapping[str, frozenset[str]]:
    """For the id of each entity, the nouns that the article calls it by: "Karro, a newspaper", "the preacher, Tom Orme"."""
    found: dict[str, set[str]] = defaultdict(set)
    for sentence, own in zip(sentences, named, strict=True):
        for start, end, entity in own:
            said = found[entity.id]
            if before := _NAMED_SO.search(sentence.text, max(0, start - 60), start):
                said.add(before["noun"])
            if after := _APPOSED.match(sentence.text, end):
                said.add(_head(after["phrase"] or after["said"]))
            said.add(entity.name.split()[-1].lower())
            if _PAPER_NAME.search(entity.name):
                said |= _PAPERS
    return {key: frozenset(nouns) for key, nouns in found.items()}


def _head(phrase: str) -> str:
    return _HEAD_END.split(phrase, maxsplit=1)[0].split()[-1]


def definites(sentence: Sentence, own: Sequence[Mention], told: Told) -> Iterator[Definite]:
    """The definite nouns of a sentence that mean somebody or something `told` before it."""
    here = {e.id for *_, e in own}
    for match in _KIND.finditer(sentence.text):
        noun = match["noun"]
        if any(start <= match.start("noun") < end for start, end, _ in own):
            continue
        found = told.called.get(noun)
        if found is None and noun in _FIRMS and told.firm is not None and sentence.id - told.firm[1] <= FAR:
            found = told.firm
        if found is not None and found[0].id not in here:
            yield Definite(match.start(), match.end(), *found)


def fuller(text: str, modifiers: Mapping[str, tuple[str, int]]) -> Iterator[Put]:
    """Definite nouns of the sentence with the word that they had before them when they were last told."""
    for match in _DEFINITE.finditer(text):
        modifier, number = modifiers.get(match["noun"], ("", 0))
        if modifier:
            yield match.start("noun"), match.start("noun"), f"{modifier} ", number


def modified(sentence: Sentence) -> dict[str, tuple[str, int]]:
    """For each noun of the sentence the word before it, and the sentence's number."""
    found = {}
    for match in _PAIR.finditer(sentence.text):
        lower = match["modifier"].lower()
        plain = lower not in FUNCTION_WORDS and lower not in IRREGULAR_PAST
        if plain and not lower.endswith(("ed", "ing", "ly", "s")):
            found[match["noun"].lower()] = match["modifier"], sentence.id
    return found
