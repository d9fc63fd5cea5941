"""An article as evidence: its sentences in; for a statement, the fewest of them that carry it and what each check found out."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nutgraf_schemas import Entity

from .coreference import resolved
from .equivalents import implied_by
from .lending import lent
from .persons import Sentence
from .propositions import propositions
from .reading import Reading
from .support import CHECKS, check_all, passed
from .words import stems

MOST = 3
"""Sentences that a statement may cite."""
NEAR = 2
"""Sentences back that a noun may stand which a sentence leaves out."""
LOANS = 2
"""Nouns that a sentence may leave out."""
LEAST = 0.6
"""Share of the best sentence's points that another must have to be tried, too."""
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


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read a sentence: as it stands, or with names for its pronouns, which come from other sentences too."""

    reading: Reading
    sentence: int
    names: tuple[frozenset[str], ...]
    put: tuple[tuple[str, int], ...] = ()
    """Words that are put in, each with the sentence that they come from."""

    def cited(self, statement: Reading, had: frozenset[str]) -> tuple[int, ...]:
        """The sentence, and those that gave it words that the statement has; it itself `had` these stems."""
        cited = {self.sentence}
        for words, number in sorted(self.put, key=lambda one: -one[1]):
            lent = Reading(words).stems & statement.stems
            if not lent <= had:
                cited, had = cited | {number}, had | lent
        return tuple(sorted(cited))


class Source:
    """The sentences of an article published on `published` (EDTF or None), with the names of each one's entities."""

    def __init__(
        self, sentences: Sequence[Sentence], entities: Sequence[Entity] = (), published: str | None = None
    ) -> None:
        self._published = published
        self._ways: dict[int, list[_Way]] = {}
        self._parts: dict[int, list[_Way]] = {}
        named, read = _aliases(sentences, entities), resolved(sentences, entities)
        by_name = {e.name: frozenset((e.name, *e.aliases)) for e in entities}
        for s in sentences:
            names = tuple(named.get(s.id, ()))
            ways = [_Way(Reading(s.prompt, published), s.id, names)]
            for other in read.get(s.id, ()):
                put = (words.removesuffix("'s").strip(" ,") for words, _ in other.put)
                lent = (*names, *(by_name[name] for name in put if name in by_name))
                ways.append(_Way(Reading(other.text, published), s.id, lent, other.put))
            self._ways[s.id] = list({way.reading.text: way for way in ways[::-1]}.values())[::-1]
        self._having: dict[str, set[int]] = defaultdict(set)
        for number, ways in self._ways.items():
            for way in ways:
                for word in stems(way.reading.text):
                    self._having[word.stem].add(number)

    def _read(self, number: int) -> list[_Way]:
        """The ways to read a sentence, whole and in parts."""
        if number not in self._parts:
            whole = self._ways[number]
            parts = {part.reading.text: part for way in whole[::-1] for part in _parts(way)}
            self._parts[number] = [*whole, *parts.values()]
        return self._parts[number]

    def reading(self, number: int) -> Reading:
        """The sentence as it stands."""
        return self._ways[number][0].reading

    def seek(self, statement: str, hint: Sequence[int] = (), only: Sequence[int] = ()) -> Found:
        """The fewest sentences that carry the statement, or else the one that says most of it.

        One sentence carries all of it, the `hint`ed at first; or each of its propositions is carried by one sentence.
        What is of two sentences and of no one proposition ("freed" here, "in Oslo" there) is not carried. With `only`,
        no other sentence counts.
        """

        def likely(text: str) -> tuple[int, ...]:
            found = self._likely(text, only or self._ways)
            return tuple(dict.fromkeys((*hint, *found)))

        if (one := self._carrier(statement, likely(statement))) is not None:
            return one
        parts = propositions(statement)
        found = [self._carrier(part, likely(part)) for part in parts] if len(parts) > 1 else []
        carriers = [f for f in found if f is not None]
        numbers = tuple(sorted({n for f in carriers for n in f.sentences}))
        if carriers and len(carriers) == len(found) and len(numbers) <= MOST:
            return Found(numbers, {name: _together(f.results[name] for f in carriers) for name in CHECKS})
        best = (*likely(statement), *only, *self._ways)[0]
        return self._checked(Reading(statement, self._published), self._ways[best][0])

    def _carrier(self, statement: str, likely: Iterable[int]) -> Found | None:
        """The first of the sentences that passes every check, as it stands or with names for its pronouns."""
        stated = Reading(statement, self._published)
        for number in likely:
            for way in self._read(number):
                found = self._passing(stated, way)
                if found is not None:
                    return found
            for way in self._lent(stated, number):
                found = self._passing(stated, way)
                if found is not None:
                    return found
        return None

    def _lent(self, stated: Reading, number: int) -> Iterator[_Way]:
        """The sentence with words of the statement that sentences shortly before it lend."""
        before = [
            (n, self._ways[n][0].reading) for n in range(number - 1, number - 1 - NEAR, -1) if n in self._ways
        ]
        ways = self._ways[number]
        for _ in range(LOANS):
            ways = [
                replace(
                    way,
                    reading=replace(way.reading, text=one.text),
                    put=(*way.put, (one.words, one.sentence)),
                )
                for way in ways
                for one in lent(stated, way.reading, before)
            ]
            yield from ways

    def _passing(self, stated: Reading, way: _Way) -> Found | None:
        """What the checks found out, if none fails and not too many sentences are cited."""
        results = passed(stated, [way.reading], way.names)
        if results is None:
            return None
        sentences = way.cited(stated, self._ways[way.sentence][0].reading.stems)
        return Found(sentences, results) if len(sentences) <= MOST else None

    def _checked(self, stated: Reading, way: _Way) -> Found:
        had = self._ways[way.sentence][0].reading.stems
        return Found(way.cited(stated, had), check_all(stated, [way.reading], way.names))

    def _likely(self, statement: str, among: Container[int]) -> tuple[int, ...]:
        """The sentences that have most of the statement's words, the best first."""
        points: Counter[int] = Counter()
        for word in stems(statement):
            weight = 2 if word.text[0].isupper() else 1
            for number in {n for s in (word.stem, *implied_by(word.stem)) for n in self._having.get(s, ())}:
                points[number] += weight
        least = LEAST * max((points[n] for n in points if n in among), default=0)
        near = (n for n in points if n in among and points[n] >= least)
        return tuple(sorted(near, key=lambda n: (-points[n], n))[:_TRIED])


def _parts(way: _Way) -> Iterator[_Way]:
    """The propositions of a sentence, each a way to read a part of it, with the names that stand in the part."""
    parts = propositions(way.reading.text)
    if len(parts) > 1:
        for part in parts:
            names = tuple(n for n in way.names if any(name in part for name in n))
            yield replace(way, reading=replace(way.reading, text=part), names=names)


def _together(results: Iterable[bool | None]) -> bool | None:
    """One result for several propositions: failed where one failed, nothing where none had any."""
    known = [r for r in results if r is not None]
    return all(known) if known else None


def _aliases(sentences: Sequence[Sentence], entities: Sequence[Entity]) -> dict[int, list[frozenset[str]]]:
    """For each sentence the names of every entity that it mentions."""
    starts = [s.start for s in sentences]
    found: dict[int, list[frozenset[str]]] = defaultdict(list)
    for entity in entities:
        places = {bisect_right(starts, m.start) - 1 for m in entity.mentions}
        for place in sorted(p for p in places if p >= 0):
            found[sentences[place].id].append(frozenset((entity.name, *entity.aliases)))
    return found
