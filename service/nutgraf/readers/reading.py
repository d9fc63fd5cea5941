"""A text with everything read in it that a check compares: words, numbers, dates, names, cues. Each is read when first asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from .dated import Dated, dated
from .equivalents import SET, Phrase, implied_by, made_one, phrases, telling
from .names import Name, names, one_people
from .numbers import Number, numbers
from .polarity import Cue, cues
from .words import Word, stems

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Turn:
    """A cue with the content words that it turns: `head` the first of them that is no name, `scope` all."""

    cue: Cue
    head: str | None
    scope: frozenset[str]


@dataclass(frozen=True)
class Reading:
    """A statement, or a sentence of an article that was published on `published` (EDTF, or None).

    `said` are its content words put in the words of a source; all else is read in `plain`, which is it without.
    """

    text: str
    published: str | None = None
    said: tuple[Word, ...] | None = None
    plain: "Reading | None" = None

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return telling(stems(self.text), self._found) if self.said is None else self.said

    @cached_property
    def _found(self) -> tuple[Phrase, ...]:
        return self.plain._found if self.plain else phrases(self.text)

    @cached_property
    def phrases(self) -> tuple[Word, ...]:
        """Phrases of several words that mean one thing: "stepped down"."""
        return made_one(self.text, self._found)

    @cached_property
    def known(self) -> Mapping[str, str]:
        """The stem of each word and phrase → the stem of the word that it is, or begins with.

        Words that stand in a set phrase alone are not among them.
        """
        heads = {
            p.stem: w.stem for p in self.phrases for w in reversed(self.words) if p.start <= w.start < p.end
        }
        bound = {start for p in self._found if p.entry in SET for start in p.starts}
        return heads | {w.stem: w.stem for w in self.words if w.start not in bound}

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(w.stem for w in self.words)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        return self.plain.numbers if self.plain else numbers(self.text)

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        return self.plain.dates if self.plain else dated(self.text, self.published)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        if self.plain:
            return self.plain.names
        return tuple(n for n in names(self.text) if n.sure and not n.calendar)

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Its cues, but for hedges of numbers."""
        if self.plain:
            return self.plain.cues
        counted = [(n.start, n.end) for n in self.numbers]
        return tuple(c for c in cues(self.text) if not (c.kind == "hedge" and inside(c.start, counted)))

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        return tuple(_turn(c, self.words) for c in self.cues)

    def towards(self, cited: Iterable["Reading"]) -> "Reading":
        """This statement in the words of its source: what the source lacks, by what says as much there."""
        there: dict[str, str] = {}
        for source in cited:
            there.update(source.known)
        words = [w for w in self.words if w.stem in there]
        left = [w for w in self.words if w.stem not in there]
        for phrase in self.phrases:
            parts = [w for w in left if phrase.start <= w.start < phrase.end]
            if parts and (other := _equal(phrase.stem, there)) is not None:
                left = [w for w in left if w not in parts]
                words.append(replace(phrase, stem=there[other]))
        for word in left:
            other = _equal(word.stem, there)
            words.append(word if other is None else replace(word, stem=there[other]))
        return Reading(self.text, self.published, tuple(sorted(words, key=lambda w: w.start)), self)


def _equal(stem: str, there: Mapping[str, str]) -> str | None:
    """What stands for a stem among those that are there: it itself, one that says as much, its country or people."""
    if stem in there:
        return stem
    if alike := implied_by(stem) & there.keys():
        return min(alike)
    return next((other for other in sorted(there) if one_people(stem, other)), None)


def _turn(cue: Cue, words: Iterable[Word]) -> Turn:
    governed = [w for w in words if inside(w.start, cue.scope) and not w.text.endswith("ly")]
    head = next((w.stem for w in governed if w.text[0].islower()), governed[0].stem if governed else None)
    return Turn(cue, head, frozenset(w.stem for w in governed))


def inside(at: int, spans: Iterable[Place]) -> bool:
    """Whether an offset lies in one of the spans."""
    return any(a <= at < b for a, b in spans)
