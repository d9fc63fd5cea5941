"""Words of a statement that a sentence leaves out because a sentence before has them: both in, the sentence with them out.

"It would cost 700 million euros", after a sentence with "a landing", may say so of the landing; "seven were addressed to the
minister", after one with "letters", of letters; "the building", after "the school", may be the school building.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .amounts import alike
from .numbers import Number
from .reading import Reading
from .words import Word, stem

_THING = re.compile(r"\b(?P<one>[Ii]ts?|[Tt]his|one)\b|\b(?P<many>[Tt]hey|[Tt]hem|[Tt]heir|[Tt]hese|both)\b")
_OWNING = frozenset(["its", "their"])
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]hese|[Tt]his|[Tt]hose)\s(?:[\w’'-]+\s){0,2}$")
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|his|her|its|their)\s$", re.I)
_OF_THEM = re.compile(r"\sof\s(?:them|these|those)\b")
_NO_NOUN = re.compile(
    r"(?=[,.;:]|$|\s(?:were|was|are|is|have|has|had|will|would|in|of|to|for|from|by|at|on|and|came|went|said)\b)"
)
_OF = re.compile(r"\sof\s$")
LONGEST = 1000
"""Characters of a sentence that anything is put into."""
_NOUN_OF = re.compile(r"\b[Tt]he (?P<noun>[a-z]{3,}) (?:of|in|at) (?:the )?$")
_LONGEST = 3
"""Words that are lent at a time."""


@dataclass(frozen=True, slots=True)
class Lent:
    """The sentence with the words put in, the words, and the number of the sentence that lent them."""

    text: str
    words: str
    sentence: int


def lent(statement: Reading, home: Reading, before: Sequence[tuple[int, Reading]]) -> Iterator[Lent]:
    """The sentence `home` with words of the statement that it lacks and that one of `before` (the nearest first) has."""
    if len(home.text) > LONGEST:
        return
    put = statement.towards([home])
    counted = [(n.start, n.end, Reading(n.unit or "").stems) for n in statement.numbers]
    missing = [
        w
        for w in put.words
        if w.stem not in home.stems
        and not any(a <= w.start < b and w.stem not in unit for a, b, unit in counted)
    ]
    for run in _runs(statement.text, missing):
        if len(run) > _LONGEST:
            continue
        words = statement.text[run[0].start : run[-1].end]
        yield from _belonging(statement, home, run, before)
        found = (n for n, reading in before if all(_has(reading, w) for w in run))
        number = next(found, None)
        if number is None:
            continue
        for start, end, written in _places(statement, home, run, put):
            yield Lent(home.text[:start] + written + home.text[end:], words, number)


def _has(reading: Reading, word: Word) -> bool:
    """Whether a reading has a word, or the name that it is a plural of."""
    return word.stem in reading.stems or (
        word.text[0].isupper() and stem(word.text.lower().removesuffix("s")) in reading.stems
    )


def _belonging(
    statement: Reading, home: Reading, run: Sequence[Word], before: Sequence[tuple[int, Reading]]
) -> Iterator[Lent]:
    """ "The preacher", which the statement calls "the preacher of Osk", after a sentence with both words."""
    joint = _NOUN_OF.search(statement.text, 0, run[0].start)
    if joint is None or not run[0].text[0].isupper():
        return
    words = statement.text[joint.end("noun") : run[-1].end]
    at = re.search(rf"\b[Tt]he {joint['noun']}\b", home.text)
    stems = {stem(joint["noun"]), *(w.stem for w in run)}
    number = next((n for n, reading in before if stems <= reading.stems), None)
    if at is not None and number is not None:
        yield Lent(home.text[: at.end()] + words + home.text[at.end() :], words, number)


def _runs(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if run and text[run[-1].end : word.start] not in (" ", " of ", " of the "):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _places(
    statement: Reading, home: Reading, run: Sequence[Word], put: Reading
) -> Iterator[tuple[int, int, str]]:
    """Where in the sentence the words may stand, and how they are written there."""
    text, start, end = statement.text, run[0].start, run[-1].end
    words = text[start:end]
    if not all(w.text[0].islower() for w in run):
        if len(run) == 1 and words.endswith("s"):  # "the two Ormes"
            yield from _counted(statement, home, start, words)
        return
    yield from _counted(statement, home, start, words)
    yield from _modified(statement, home, run, put)
    opened = _ARTICLE.search(text, max(0, start - 40), start)
    phrase = text[opened.start() : end] if opened else words
    sort = (
        "many"
        if run[-1].text.endswith("s") or run[-1].text in ("people", "men", "women", "children")
        else "one"
    )
    for pronoun in _THING.finditer(home.text):
        if pronoun[sort] and (opened or sort == "many"):
            yield *pronoun.span(), f"{phrase}'s" if pronoun[0].lower() in _OWNING else phrase


def _counted(statement: Reading, home: Reading, start: int, words: str) -> Iterator[tuple[int, int, str]]:
    """After a number that stands without its noun: "seven were addressed", "40 of them", "14 kilograms are left"."""
    of = _OF.search(statement.text, 0, start)
    at = of.start() if of else start - 1
    told = [
        n
        for n in statement.numbers
        if n.start < at and (n.end == at or (n.end == start + len(words) and not of))
    ]
    for number in told:
        for same in home.numbers:
            if not _same(number, same):
                continue
            of_them = _OF_THEM.match(home.text, same.end)
            if of_them or _NO_NOUN.match(home.text, same.end):
                yield same.end, of_them.end() if of_them else same.end, f" of {words}" if of else f" {words}"


def _same(number: Number, other: Number) -> bool:
    return alike(number, other) or (number.value == other.value and other.unit is None)


def _modified(
    statement: Reading, home: Reading, run: Sequence[Word], put: Reading
) -> Iterator[tuple[int, int, str]]:
    """Before a definite noun: "the building", which the statement calls "the school building"."""
    after = next((w for w in put.words if w.start == run[-1].end + 1), None)
    for word in home.words if after is not None else ():
        if (
            after is not None
            and word.stem == after.stem
            and _DEFINITE.search(home.text, max(0, word.start - 8), word.start)
        ):
            yield word.start, word.start, statement.text[run[0].start : run[-1].end] + " "
