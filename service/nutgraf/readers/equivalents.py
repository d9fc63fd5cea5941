"""Safe equivalents: the stem of a stated word in, the stems of words that say as much or more out.

Read from `equivalents.txt`: `buy = purchase` are words that stand for each other in news prose, and in
`vehicle < car, lorry` the first may be said where the source has one of the others, never the reverse. Words of
several that mean one thing ("call off", "prime minister") are one word here: `joined` makes them so in a text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from .words import Word, stem


@dataclass(frozen=True, slots=True)
class Table:
    """The rows by the words that stand in them, as written.

    `same`: to a word, those of its "=" rows; `more`: to a word left of "<", those right of it. `beginning`: to
    three letters, the words and phrases that begin so, because stemming all of them at once would take too long.
    """

    same: Mapping[str, tuple[str, ...]]
    more: Mapping[str, tuple[str, ...]]
    beginning: Mapping[str, tuple[str, ...]]


def read(lines: Iterable[str]) -> Table:
    """The table of the lines of a file. A row of one phrase alone says that it means what nothing else does."""
    same: dict[str, tuple[str, ...]] = {}
    more: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in lines:
        general, _, specific = line.partition("#")[0].strip().partition(" < ")
        group = tuple(filter(None, general.split(" = ")))
        if specific:
            more[general] += tuple(specific.split(", "))
        else:
            same |= dict.fromkeys(group, group)
    beginning: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for word in sorted({*same, *more}.union(*more.values())):
        beginning[_beginning(word)] += (word,)
    return Table(same, dict(more), dict(beginning))


def _beginning(word: str) -> str:
    """The letters that a word and its stem have in common; where "try" has a y, its stem has an i."""
    return word[:3].replace("y", "i").replace("-", " ").rstrip()


TABLE = read(files(__package__).joinpath("equivalents.txt").read_text("utf-8").splitlines())
"""The rows of `equivalents.txt`."""

EMPTY = frozenset(TABLE.more["-"])
"""Words and phrases that say nothing of their own, like function words: "moreover", "in order to"."""

SET = frozenset(TABLE.more["!"])
"""Phrases whose words say something else than they do alone: nobody "sentenced to death" has died by that."""

GAP = "…"
"""In a phrase, where up to three words may stand: "call … off" is also "call the whole strike off"."""

APART = frozenset(TABLE.more["+"])
"""Words that share their stem with something else, and so are left whole: "executive" is not "execution"."""


def _own(word: str) -> str | None:
    """A lower-case word that is left whole, in the singular; none if it has a stem."""
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return word if word in APART else singular if singular in APART else None


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """What a word of the table is looked up by: its stem, for a phrase the stems of its words, hyphened."""
    if "-" in word:  # made one word by the words reader
        return word
    return _own(word) or "-".join(stem(part) for part in word.split() if part != GAP)


@lru_cache(maxsize=50_000)
def implied_by(stem_: str) -> frozenset[str]:
    """Stems of words that say as much or more than that of a stated word: to "injur" those of "hurt" and "maim".

    The stem itself is not among them. Only what one row says is followed, not rows in a chain.
    """
    found = {*_written(stem_)}
    alike = found.union(*(TABLE.same.get(word, ()) for word in found))
    more = {specific for word in alike for specific in TABLE.more.get(word, ())}
    more.update(*(TABLE.same.get(word, ()) for word in tuple(more)))
    return frozenset(key(word) for word in alike | more) - {stem_}


def _written(stem_: str) -> Iterator[str]:
    """The words of the table that have the stem."""
    return (word for word in TABLE.beginning.get(_beginning(stem_), ()) if key(word) == stem_)


def told_apart(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words, those left whole that only share their stem with others."""
    return tuple(replace(w, stem=_own(w.text.lower()) or w.stem) for w in words)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the table in a text: as the table has it, where its words begin, and its span.

    With a gap the span is that of the words before it: "called", in "called the strike off".
    """

    entry: str
    starts: tuple[int, ...]
    start: int
    end: int


def phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases of the table that a text has, in order, none in another; the longest first."""
    tokens = _tokens(text)
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        begun = next(_begun(text, tokens, at), None) if _phrases(tokens[at].stem) else None
        if begun and tokens[at].stem == "be":  # in "was called off" nothing is called
            begun = max((begun, *_begun(text, tokens, at + 1)), key=lambda one: one[1][-1])
        if begun:
            entry, places = begun
            start, at = tokens[places[0]].start, _run(places)
            found.append(Phrase(entry, tuple(tokens[i].start for i in places), start, tokens[at].end))
        at += 1
    return tuple(found)


def telling(words: Iterable[Word], found: Iterable[Phrase]) -> tuple[Word, ...]:
    """The words without those that say nothing of their own; those that only share their stem are told apart."""
    empty = {start for p in found if p.entry in EMPTY for start in p.starts}
    return told_apart(w for w in words if w.start not in empty and w.text.lower() not in EMPTY)


def made_one(text: str, found: Iterable[Phrase]) -> tuple[Word, ...]:
    """Each phrase that says something as one word, whose stem `implied_by` knows."""
    return tuple(
        Word(key(p.entry), text[p.start : p.end], p.start, p.end) for p in found if p.entry not in EMPTY
    )


def joined(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The content words of a text with those of a known phrase made one, and without those that say nothing."""
    found = phrases(text)
    taken = {start for p in found for start in p.starts}
    kept = telling((w for w in words if w.start not in taken), found)
    return tuple(sorted((*kept, *made_one(text, found)), key=lambda w: w.start))


_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_JOINT = re.compile(r"\s{1,4}|-")
_OF_AN_OBJECT = frozenset(
    "a an the this that these those his her its their our my your him them it us me all both two three".split()
)
_LONGEST_GAP = 3


_AUXILIARIES = {
    form: verb
    for verb, forms in {
        "be": "is are was were am been being",
        "have": "has had having",
        "do": "does did done doing",
    }.items()
    for form in forms.split()
}


def _tokens(text: str) -> list[Word]:
    return [Word(_lemma(m[0].lower()), m[0], *m.span()) for m in _TOKEN.finditer(text)]


def _lemma(word: str) -> str:
    """The stem of a word, of an auxiliary its infinitive."""
    return _AUXILIARIES.get(word) or stem(word)


def _run(places: Sequence[int]) -> int:
    """The last of the places that follow on the first without a gap."""
    return next((a for a, b in pairwise(places) if b != a + 1), places[-1])


@lru_cache(maxsize=50_000)
def _phrases(first: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The phrases whose first word has the stem, with the stems of their words, the longest first."""
    likely = [p for p in TABLE.beginning.get(_beginning(first), ()) if " " in p]
    read_ = [(p, tuple(w if w == GAP else stem(w) for w in p.split())) for p in likely]
    return tuple(sorted((p for p in read_ if p[1][0] == first), key=lambda p: -len(p[1])))


def _begun(text: str, tokens: Sequence[Word], at: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The phrases that begin at a token, each with the places of its words."""
    if at >= len(tokens):
        return
    following = tokens[at + 1].stem if at + 1 < len(tokens) else ""
    for phrase, parts in _phrases(tokens[at].stem):
        if parts[1] in (following, GAP) and (places := _matched(text, tokens, at, parts)):
            yield phrase, places


def _matched(text: str, tokens: Sequence[Word], at: int, parts: Sequence[str]) -> tuple[int, ...]:
    """Where the parts stand, the first at a token; none where one is missing."""
    places: list[int] = []
    for part in parts:
        if part != GAP:
            if at >= len(tokens) or tokens[at].stem != part or (places and not _close(text, tokens, at)):
                return ()
            places.append(at)
            at += 1
            continue
        after = parts[len(places) + 1]
        if at < len(tokens) and tokens[at].text.lower() in _OF_AN_OBJECT:
            ahead = range(at, min(at + _LONGEST_GAP + 1, len(tokens)))
            at = next((i for i in ahead if tokens[i].stem == after), at)
    return tuple(places)


def _close(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether nothing but a blank or a hyphen parts a token from the one before."""
    return bool(_JOINT.fullmatch(text, tokens[at - 1].end, tokens[at].start))
