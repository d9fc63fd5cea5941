"""An article as evidence: its sentences in; for a statement, the fewest of them that carry it and what each check found out."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nutgraf_schemas import Entity

from .antecedents import Sentence, subjects_of
from .equivalents import implied_by
from .propositions import propositions
from .reading import Reading
from .support import CHECKS, check_all

MOST = 3
"""Sentences that a statement may cite."""
_TRIED = 5
"""Sentences that are tried for a proposition."""

Results = Mapping[str, bool | None]


@dataclass(frozen=True, slots=True)
class Found:
    """Numbers of sentences, in reading order, and the result of each check against them."""

    sentences: tuple[int, ...]
    results: Results

    @property
    def supported(self) -> bool:
        return False not in self.results.values()


class Source:
    """The sentences of an article published on `published` (EDTF or None), with the names of each one's entities."""

    def __init__(
        self, sentences: Sequence[Sentence], entities: Sequence[Entity] = (), published: str | None = None
    ) -> None:
        self._published = published
        self._readings = {s.id: Reading(s.prompt, published) for s in sentences}
        self._aliases = _aliases(sentences, entities)
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, reading in self._readings.items():
            for stem in reading.known:
                self._having[stem].append(number)

    def reading(self, number: int) -> Reading:
        return self._readings[number]

    def seek(self, statement: str, hint: Sequence[int] = (), only: Sequence[int] = ()) -> Found:
        """The fewest sentences that carry the statement, or else the one that says most of it.

        One sentence carries all of it, the `hint`ed at first; or each of its propositions is carried by one sentence.
        What is of two sentences and of no one proposition ("freed" here, "in Oslo" there) is not carried. With `only`,
        no other sentence counts.
        """

        def likely(text: str) -> tuple[int, ...]:
            found = self._likely(text, only or self._readings)
            return tuple(dict.fromkeys((*hint, *found)))

        if (one := self._carrier(statement, likely(statement))) is not None:
            return self._checked(statement, one)
        parts = propositions(statement)
        homes = [self._carrier(part, likely(part)) for part in parts] if len(parts) > 1 else [None]
        carriers = [n for n in homes if n is not None]
        numbers = tuple(sorted(set(carriers)))
        if len(carriers) == len(homes) and len(numbers) <= MOST:
            results = [self._checked(p, n).results for p, n in zip(parts, carriers, strict=True)]
            return Found(numbers, {name: _together(r[name] for r in results) for name in CHECKS})
        return self._checked(statement, (*likely(statement), *only, *self._readings)[0])

    def _checked(self, statement: str, number: int) -> Found:
        reading = Reading(statement, self._published)
        return Found((number,), check_all(reading, [self._readings[number]], self._names(number)))

    def _carrier(self, statement: str, likely: Iterable[int]) -> int | None:
        """The first of the sentences that passes every check."""
        stated = Reading(statement, self._published)
        for number in likely:
            cited = [self._readings[number]]
            names = self._names(number)
            put = stated.towards(cited)
            if all(check(put, cited, names) is not False for check in CHECKS.values()):
                return number
        return None

    def _likely(self, statement: str, among: Container[int]) -> tuple[int, ...]:
        """The sentences that have most of the statement's words, the best first."""
        points: Counter[int] = Counter()
        for word in Reading(statement).words:
            weight = 2 if word.text[0].isupper() else 1
            for number in {n for s in (word.stem, *implied_by(word.stem)) for n in self._having.get(s, ())}:
                points[number] += weight
        return tuple(sorted((n for n in points if n in among), key=lambda n: (-points[n], n))[:_TRIED])

    def _names(self, number: int) -> Sequence[frozenset[str]]:
        return self._aliases.get(number, ())


def _together(results: Iterable[bool | None]) -> bool | None:
    """One result for several propositions: failed where one failed, nothing where none had any."""
    known = [r for r in results if r is not None]
    return all(known) if known else None


def _aliases(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> dict[int, list[frozenset[str]]]:
    """For each sentence the names of every entity that it mentions, or opens with a pronoun for."""
    by_id = {e.id: frozenset((e.name, *e.aliases)) for e in entities}
    starts = [s.start for s in sentences]
    found: dict[int, set[str]] = defaultdict(set)
    for entity in entities:
        for mention in entity.mentions:
            place = bisect_right(starts, mention.start) - 1
            if place >= 0:
                found[sentences[place].id].add(entity.id)
    for number, entity_id in subjects_of(sentences, entities).items():
        if entity_id is not None:
            found[number].add(entity_id)
    return {number: [by_id[i] for i in sorted(ids)] for number, ids in found.items()}
