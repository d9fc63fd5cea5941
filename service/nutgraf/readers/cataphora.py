"""Who is named only later: an article's sentences in, the names for those whom a sentence leaves unnamed out.

The lede's "A haulage boss" is whoever is called a boss further on, or who alone is named right after; "a rival" is Karro, if
the next sentence is "That rival was Karro".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from nutgraf_schemas import Entity

from .definites import Put
from .genders import Gender
from .persons import PERSONS, Mention, Sentence
from .propositions import subject

_INDEFINITE = re.compile(r"An?\s")
_REVEALS = re.compile(
    r"(?:That|This|The)\s(?P<noun>[a-z]{3,})\s(?:is|was)\s(?P<name>[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,4})(?=[.,])"
)
_HE = re.compile(r"\b(?:he|him|his)\b", re.I)
_SHE = re.compile(r"\b(?:she|her)\b", re.I)


def named_later(
    sentences: Sequence[Sentence],
    named: Sequence[Sequence[Mention]],
    nouns: Mapping[str, frozenset[str]],
    genders: Mapping[str, set[Gender]],
) -> Mapping[int, Sequence[Put]]:
    """For the number of each sentence that leaves somebody unnamed, the name that a later one gives.

    `named` are the mentions in each sentence, `nouns` what each entity is called, by id.
    """
    found: dict[int, list[Put]] = defaultdict(list)
    if len(sentences) > 1:
        found[sentences[0].id] += _introduced(list(zip(sentences, named, strict=True)), nouns, genders)
    for sentence, after in pairwise(sentences):
        found[sentence.id] += _revealed(sentence, after)
    return found


def _introduced(
    sentences: Sequence[tuple[Sentence, Sequence[Mention]]],
    nouns: Mapping[str, frozenset[str]],
    genders: Mapping[str, set[Gender]],
) -> Iterator[Put]:
    """A name before the lede's "A haulage boss"."""
    (lede, own), *rest = sentences
    head = subject(lede.text).split(", ")[0]
    said = {w.lower() for w in head.split()} & PERSONS
    if not _INDEFINITE.match(head) or not said or any(e.kind == "person" and e.name in head for *_, e in own):
        return
    here = {e.id for *_, e in own}
    later = [
        (s.id, e) for s, mentions in rest for *_, e in mentions if e.kind == "person" and e.id not in here
    ]
    called = [(n, e) for n, e in later if said & nouns.get(e.id, frozenset())]
    after = [(n, e) for n, e in later if n == rest[0][0].id and _may_be(lede.text, e, genders)]
    found = called or after
    if len({e.id for _, e in found}) == 1:
        start = lede.text.find(head)
        yield start, start, f"{found[0][1].name}, ", found[0][0]


def _may_be(text: str, person: Entity, genders: Mapping[str, set[Gender]]) -> bool:
    """Whether the pronouns of a text fit a person."""
    known = genders.get(person.id, set())
    return not known or not (
        ("he" in known) < bool(_HE.search(text)) or ("she" in known) < bool(_SHE.search(text))
    )


def _revealed(sentence: Sentence, after: Sentence) -> Iterator[Put]:
    """The name in the place of "a rival"."""
    named = _REVEALS.match(after.text)
    found = re.search(rf"\ban?\s{named['noun']}\b", sentence.text) if named else None
    if named is not None and found is not None:
        yield *found.span(), named["name"], after.id
