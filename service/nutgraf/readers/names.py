"""Names: text in, the proper names that stand in it out, each with its exact span and what its form says.

A name is a run of capitalised words with the particles, initials and joiners inside it ("Ursula von der
Leyen", "Ministry of Health", "Kane & Lowe"), without titles, a possessive 's and words that open a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from . import kind_words
from . import name_words as words
from .name_hints import Kind, hint, is_acronym, kind_by_words
from .name_runs import HYPHEN, JOINERS, Word, is_calendar, runs


@dataclass(frozen=True, slots=True)
class Name:
    """One name where it stands: `text` is `text[start:end]` of what was read.

    `kind_hint` is what the form and the neighbouring words say, None where they say nothing.
    `title` stands before the name and is no part of it ("CIA Director"); persons have `given` and `surname`.
    `demonym` marks names of peoples, faiths and parties ("US-Russian"), `calendar` months and weekdays.
    `sure` is False for a lone word whose only claim is a capital at the start of a sentence.
    """

    text: str
    start: int
    end: int
    kind_hint: Kind | None = None
    title: str | None = None
    given: str | None = None
    surname: str | None = None
    demonym: bool = False
    calendar: bool = False
    sure: bool = True


_STARTS = re.compile(
    r"(?:^|[.!?:…\n\r][\"'”’)\]]*\s*|\)\s*[-–—]+\s*|[•*]\s*|\n\s*[-–—]+\s*)[\"'“‘(\[]*$|[\"“]$|(?:^|\s)[‘']$"
)
_LOWER = re.compile(r"\b[a-z][a-z'’-]*\b")
_CHINESE = re.compile(r"[A-Z][a-z]+-[a-z]+")  # the given name of "Lee Wai-man"
_ROMAN = re.compile(r"[IVX]+")


@cache
def demonyms() -> dict[str, str]:
    """Names of peoples, faiths and parties, each with its country's ISO 3166-1 code or an empty string."""
    lines = files(__package__).joinpath("demonyms.tsv").read_text("utf-8").splitlines()[1:]
    return {people: country for people, _, country in (line.partition("\t") for line in lines)}


def is_demonym(text: str) -> bool:
    """Whether `text` names a people, a faith or a party: "Russians", "US-Russian"."""
    table = demonyms()
    if text in table or (text.endswith("s") and text[:-1] in table):
        return True
    *parts, last = HYPHEN.split(text)
    known = all(part in table or part in kind_words.PLACE_ACRONYMS for part in parts)
    return bool(parts) and known and is_demonym(last)


def names(text: str, *, context: str | None = None) -> tuple[Name, ...]:
    """The names in `text`, in order, without overlap.

    `context` is the article, where `text` is only a part of it or says something about it: a word that starts
    a sentence is a name if the article has it as one elsewhere, and none if the article has it in lower case.
    """
    found, lower, known = _seen(text if context is None else context)
    kept = []
    for name in found if context is None else _read(text):
        if name.demonym or name.calendar:
            kept.append(name)
            continue
        name = _without_opener(name, text, lower, known)
        if name.sure or name.text in known or name.text.title() in known:
            kept.append(name if name.sure else replace(name, sure=True))
        elif not _is_common(name.text, lower):
            kept.append(name)
    return tuple(kept)


@lru_cache(maxsize=4)
def _seen(text: str) -> tuple[tuple[Name, ...], frozenset[str], frozenset[str]]:
    """All names read, words in lower case, and the names that stand inside sentences with parts of them."""
    found = _read(text)
    lower = frozenset(_LOWER.findall(text))
    known = set()
    for name in found:
        if name.sure and not name.calendar:
            known.add(name.text)
            if name.surname:
                known.add(name.surname)
            elif name.kind_hint in (None, "organisation") and not _is_common(name.text.split()[0], lower):
                known.add(name.text.split()[0])
    return found, lower, frozenset(known)


def _without_opener(name: Name, text: str, lower: frozenset[str], known: frozenset[str]) -> Name:
    """ "Rival United Renewal" at the start of a sentence is "United Renewal", if that stands elsewhere."""
    first, _, rest = name.text.partition(" ")
    if not rest or first.lower() not in lower or rest not in known or not _starts(text, name.start):
        return name
    return replace(name, text=rest, start=name.end - len(rest))


def _is_common(word: str, lower: frozenset[str]) -> bool:
    low = word.lower()
    return low in words.COMMON or low in words.WEAK or low in lower or low.endswith(words.COMMON_ENDINGS)


def _starts(text: str, at: int) -> bool:
    return _STARTS.search(text[max(0, at - 12) : at]) is not None


def _read(text: str) -> tuple[Name, ...]:
    return tuple(name for run in runs(text) for name in _named(text, run))


def _named(text: str, run: list[Word]) -> Iterator[Name]:
    """The names that one run holds: before a title, the person after it; a leading demonym apart."""
    starts = _starts(text, run[0].start)
    while run and starts and run[0].text in words.OPENERS:
        run = run[1:]
    while run and not run[-1].capital:
        run = run[:-1]
    if not run:
        return
    texts = [word.text for word in run]
    if len(run) == 1 and is_calendar(texts[0]):
        yield replace(_name(text, run, "other"), calendar=True)
    elif " & " not in text[run[0].start : run[-1].end] and (title := _title(texts)):
        first, last = title
        while first and texts[first - 1] in words.TITLE_MODIFIERS:
            first -= 1
        if first:
            yield from (replace(name, sure=True) for name in _named(text, run[:first]))
        if last < len(run):
            yield replace(_person(text, run[last:]), title=text[run[0].start : run[last - 1].end])
    elif size := _demonym(texts):
        yield replace(_name(text, run[:size], "other"), demonym=True)
        if size < len(run):
            yield from _named(text, run[size:])
    elif any(word not in words.NOT_NAMES for word in texts) and (len(run) > 1 or len(texts[0]) > 1):
        name = _plain(text, run)
        yield name if not starts or len(run) > 1 or is_acronym(texts[0]) else replace(name, sure=False)


def _title(texts: list[str]) -> tuple[int, int] | None:
    """Where a title stands in the run, as (first, end), if it is one and no part of a name."""
    for first in range(len(texts)):
        for end in range(min(first + 4, len(texts)), first, -1):
            if " ".join(texts[first:end]) not in words.TITLES:
                continue
            rest = [word for word in texts[end:] if word.rstrip(".") not in words.GENERATIONS]
            if rest:
                named = rest[0] in (*JOINERS, "and") or kind_by_words(rest) not in (None, "person")
                if named:
                    return None
                after = _title(texts[end:]) or (0, 0)  # "Lieutenant Colonel"
                return first, end + (after[1] if after[0] == 0 and after[1] < len(texts) - end else 0)
            bare = all(w in words.TITLE_MODIFIERS or is_acronym(w) or is_demonym(w) for w in texts[:first])
            clear = texts[end - 1] not in words.SURNAMES_LIKE_TITLES
            return (first, end) if end == len(texts) and (bare or clear) else None
    occupied = len(texts) > 1 and texts[0].lower() in kind_words.PERSON_NOUNS and kind_by_words(texts) is None
    return (0, 1) if occupied else None  # "Biologist Ada Vell"


def _demonym(texts: list[str]) -> int:
    """How many words at the start of the run are a demonym and no part of a longer name."""
    for size in (2, 1):
        if len(texts) >= size and is_demonym(" ".join(texts[:size])):
            return size if len(texts) == size or kind_by_words(texts) is None else 0
    return 0


def _name(text: str, run: list[Word], kind: Kind | None) -> Name:
    start, end = run[0].start, run[-1].end
    return Name(text[start:end], start, end, kind)


def _person(text: str, run: list[Word]) -> Name:
    given, surname = _given_and_surname([word.text for word in run])
    return replace(_name(text, run, "person"), given=given, surname=surname)


def _given_and_surname(texts: list[str]) -> tuple[str | None, str]:
    core = [w for w in texts if w.rstrip(".") not in words.GENERATIONS and not _ROMAN.fullmatch(w)] or texts
    if len(core) == 1:
        return None, core[0]
    if len(core) < 4 and (core[0] in words.SURNAME_FIRST or _CHINESE.fullmatch(core[-1])):
        return " ".join(core[1:]), core[0]
    cut = len(core) - 1
    while cut > 1 and core[cut - 1].lower() in words.PARTICLES:
        cut -= 1
    return " ".join(core[:cut]), " ".join(core[cut:])


def _plain(text: str, run: list[Word]) -> Name:
    """A run that is one name, with the kind that its words and neighbours say."""
    kind = hint([word.text for word in run], text, run[0].start, run[-1].end)
    return _person(text, run) if kind == "person" else _name(text, run, kind)


_PEOPLE_ENDINGS = frozenset("an ian n i ese ish ean".split())


def one_people(a: str, b: str) -> bool:
    """Whether two stems are one, or a country and its people: "russia" and "russian"."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return (
        len(short) > 3 and long[: len(short) - 1] == short[:-1] and long[len(short) - 1 :] in _PEOPLE_ENDINGS
    )
