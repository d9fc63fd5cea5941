"""Names: text in, the proper names that stand in it out, each with its exact span and what its form says of it.

A name is a run of capitalised words with the particles, initials and joiners inside it ("Ursula von der Leyen",
"Ministry of Health", "Kane & Lowe"). It excludes titles, a possessive 's and words that only open a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from . import name_words as words

Kind = Literal["person", "organisation", "place", "other"]


@dataclass(frozen=True, slots=True)
class Name:
    """One name where it stands: `text` is `text[start:end]` of what was read.

    `kind_hint` is what the form and the neighbouring words say, None where they say nothing.
    `title` stands before the name and is no part of it ("CIA Director"); `given` and `surname` are set for persons.
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


@dataclass(slots=True)
class _Word:
    text: str
    start: int
    end: int
    capital: bool
    closes: bool = False  # a possessive or a compound's ending follows: nothing joins on the right
    opens: bool = False  # a compound's beginning stands before: nothing joins on the left


_WORD = re.compile(
    r"""(?<![^\W_])(?:
    (?:[A-Z]\.){2,}
    | [A-Z]\.(?=[ \u00a0]?[A-Z][^\W_])
    | (?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Capt|Sgt|Maj|Sen|Rep|Gov|Rev|Hon|St|Ste|Mt|Ft|Jr|Sr|Supt|Det|Insp|Cmdr|Adm)\.
    | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\ \d)
    | [^\W\d_][^\W_]*(?:[-\u2010\u2011’'&][^\W_]+)*
    )""",
    re.VERBOSE,
)
_OWNER = re.compile(r"(.+?)(?:[’'][sS])$")
_CONTRACTED = re.compile(r"(?:n[’']t|[’'](?:ll|re|ve|d|m))$", re.IGNORECASE)
_HYPHEN = re.compile(r"[-\u2010\u2011]")
_STARTS = re.compile(
    r"(?:^|[.!?:…\n\r][\"'”’)\]]*\s*|\)\s*[-–—]+\s*|[•*]\s*)[\"'“‘(\[]*$|[\"“]$|(?:^|\s)[‘']$|\n\s*[-–—]+\s*$"
)
_AGED = re.compile(r",? (?:aged )?\d{1,3}(?:,|\.| and |$)|, who\b|, an? \d+-year-old")
_IN_APPOSITION = re.compile(r", (?:an?|the|his|her|its|their) (?:[\w-]+ ){0,3}?([a-z]+(?:-elect)?)\b")
_EMPHATIC = {"ALL", "AND", "NOT", "THE", "NEVER", "ONLY"}  # words that capitals stress
_ROMAN = re.compile(r"[IVX]+")


@cache
def demonyms() -> dict[str, str]:
    """Names of peoples, faiths and parties, each with the ISO 3166-1 code of its country or an empty string."""
    lines = files(__package__).joinpath("demonyms.tsv").read_text("utf-8").splitlines()[1:]
    return dict(tuple(line.split("\t", 1)) for line in lines)  # type: ignore[misc] # two columns


def is_demonym(text: str) -> bool:
    """Whether `text` names a people, a faith or a party: "Russians", "US-Russian"."""
    table = demonyms()
    if text in table or (text.endswith("s") and text[:-1] in table):
        return True
    *parts, last = _HYPHEN.split(text)
    return (
        bool(parts)
        and is_demonym(last)
        and all(part in table or part in words.PLACE_ACRONYMS for part in parts)
    )


def names(text: str, *, context: str | None = None) -> tuple[Name, ...]:
    """The names in `text`, in order, without overlap.

    `context` is the article that `text` comes from, where it is only a part: a word at the start of a sentence
    is taken for a name if the article has it inside one, and for none if the article has it in lower case.
    """
    found = _read(text)
    lower, known = _seen(text if context is None else context)
    kept = []
    for name in found:
        if name.demonym or name.calendar:
            kept.append(name)
            continue
        name = _without_opener(name, text, lower, known)
        if name.sure or name.text in known:
            kept.append(name if name.sure else replace(name, sure=True))
        elif not _is_common(name.text, lower):
            kept.append(name)
    return tuple(kept)


@lru_cache(maxsize=8)
def _seen(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words in lower case, and names that stand inside sentences with the words they are made of."""
    lower = frozenset(found[0] for found in _WORD.finditer(text) if found[0].islower())
    known = set()
    for name in _read(text):
        if name.sure and not name.calendar:
            known.add(name.text)
            if name.surname:
                known.add(name.surname)
            elif name.kind_hint in (None, "organisation") and " " in name.text:
                known.add(name.text.split()[0])
    return lower, frozenset(known)


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
    return _STARTS.search(text[max(0, at - 12) : at]) is not None if at else True


@lru_cache(maxsize=8)
def _read(text: str) -> tuple[Name, ...]:
    return tuple(
        name for run in _runs(text, _words(text)) for part in _parts(run) for name in _named(text, part)
    )


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        word, start, end, closes, opens = match[0], match.start(), match.end(), False, False
        if word.islower():
            found.append(_Word(word, start, end, False))
            continue
        if owner := _OWNER.match(word):
            word, closes = owner[1], True
            end = start + len(word)
        if _CONTRACTED.search(word):
            found.append(_Word(word, start, end, False, True, True))
            continue
        first, *others = _HYPHEN.split(word)
        last = others[-1] if others else ""
        if last in words.COMPOUND_ENDINGS:
            word, closes = word[: -len(last) - 1], True
            end = start + len(word)
        elif (
            others
            and first.islower()
            and first not in words.PARTICLES
            and first not in {"ul", "ad", "as", "ash"}
        ):
            word, opens = word[len(first) + 1 :], True
            start = end - len(word)
        found.append(_Word(word, start, end, _is_capital(word), closes, opens))
    return found


def _is_capital(word: str) -> bool:
    if word in _EMPHATIC:
        return False
    return word[0].isupper() or (
        not word.islower() and any(part[:1].isupper() for part in _HYPHEN.split(word)[1:])
    )


def _runs(text: str, found: list[_Word]) -> Iterator[list[_Word]]:
    """Capitalised words and what joins them."""
    i = 0
    while i < len(found):
        if not found[i].capital or found[i].text in words.FUNCTION_WORDS:
            if not (found[i].text == "The" and i + 1 < len(found) and found[i + 1].text == "Hague"):
                i += 1
                continue
        run = [*_opening_particles(text, found, i), found[i]]
        while (ahead := _joined(text, found, i, run)) > i:
            run.extend(found[i + 1 : ahead + 1])
            i = ahead
        yield run
        i += 1


def _gap(text: str, left: _Word, right: _Word) -> str:
    return text[left.end : right.start].replace("\u00a0", " ")


def _opening_particles(text: str, found: list[_Word], i: int) -> list[_Word]:
    first = i
    while (
        first
        and found[first - 1].text in words.PARTICLES
        and _gap(text, found[first - 1], found[first]) == " "
    ):
        first -= 1
    while first < i and found[first].text not in words.OPENING_PARTICLES:
        first += 1
    if found[first].text == "van" and first + 1 == i:
        return []  # "the van Rossum drove"
    return found[first:i]


def _joined(text: str, found: list[_Word], i: int, run: list[_Word]) -> int:
    """Index of the last word of the next part that joins the run ending at `i`, or `i`."""
    if found[i].closes or i + 1 >= len(found):
        return i
    right = found[i + 1]
    gap = _gap(text, found[i], right)
    if right.capital:
        if right.opens or right.text in words.FUNCTION_WORDS:
            return i
        suffix = gap == ", " and right.text.rstrip(".") in {"Jr", "Sr", "Inc", "Ltd"}
        return i + 1 if gap in (" ", " & ") or (gap == "" and found[i].text.endswith(".")) or suffix else i
    if gap != " ":
        return i
    j = i + 1
    if right.text in words.PARTICLES:
        while j < len(found) and found[j].text in words.PARTICLES and j - i < 4:
            j += 1
    elif (right.text in {"of", "for", "on"} and _takes_of(run)) or (
        right.text == "and" and _takes_and(found, i, run)
    ):
        j += 1
        if j < len(found) and found[j].text == "the":
            j += 1
    else:
        return i
    if j >= len(found) or not found[j].capital or found[j].opens or found[j].text in words.FUNCTION_WORDS:
        return i
    if found[j].text in words.MONTHS | words.WEEKDAYS:
        return i
    together = all(_gap(text, found[k], found[k + 1]) == " " for k in range(i, j))
    return j if together else i


def _takes_of(run: list[_Word]) -> bool:
    return run[-1].text in words.OF_HEADS or (len(run) > 1 and run[-1].text.rstrip("s") in words.OF_HEADS)


def _takes_and(found: list[_Word], i: int, run: list[_Word]) -> bool:
    """ "Ministry of Trade and Industry", but not "Ministry of Trade and President Faro"."""
    if run[0].text not in words.AND_HEADS or not any(word.text in {"of", "for"} for word in run):
        return False
    after = [word.text for word in found[i + 2 : i + 4]]
    return bool(after) and after[0] not in words.TITLES and not (len(after) > 1 and after[1] in words.TITLES)


def _parts(run: list[_Word]) -> Iterator[list[_Word]]:
    """Cut a run at weekdays and months."""
    part: list[_Word] = []
    for i, word in enumerate(run):
        if word.text in words.MONTHS or word.text in words.WEEKDAYS:
            if word.text in words.MONTHS_AND_NAMES and len(run) > 1 and (i or run[1].capital):
                part.append(word)
                continue
            if part:
                yield part
            yield [word]
            part = []
        else:
            part.append(word)
    if part:
        yield part


def _named(text: str, run: list[_Word]) -> Iterator[Name]:
    """The names that one run holds: prefix, title and person apart, a leading demonym apart."""
    starts = _starts(text, run[0].start)
    if run[0].text in words.FUNCTION_WORDS and run[0].text != "The":
        run = run[1:]
    while run and starts and run[0].text in words.OPENERS:
        run = run[1:]
    while run and not run[-1].capital:
        run = run[:-1]
    if not run:
        return
    texts = [word.text for word in run]
    if len(run) == 1 and (texts[0] in words.MONTHS or texts[0] in words.WEEKDAYS):
        yield _name(text, run, "other", calendar=True)
        return
    if (title := _title(texts)) is not None:
        first, last = title
        start = first
        while start and texts[start - 1] in words.TITLE_MODIFIERS:
            start -= 1
        if start:
            yield from _named(text, run[:start])
        if last < len(run):
            whole = text[run[0].start : run[last - 1].end]
            yield _person(text, run[last:], whole)
        return
    size = 2 if len(run) > 1 and is_demonym(" ".join(texts[:2])) else 1
    if is_demonym(" ".join(texts[:size])):
        if len(run) == size:
            yield _name(text, run, "other", demonym=True)
            return
        if _by_words(texts) is None:
            yield _name(text, run[:size], "other", demonym=True)
            yield from _named(text, run[size:])
            return
    if any(t not in words.NOT_NAMES for t in texts) and (len(run) > 1 or len(texts[0]) > 1):
        yield _plain(text, run, sure=not starts or len(run) > 1 or _is_acronym(texts[0]))


def _title(texts: list[str]) -> tuple[int, int] | None:
    """Where a title stands in the run, as (first, end), if it is one and no part of a name."""
    for first in range(len(texts)):
        for size in range(4, 0, -1):
            if first + size > len(texts) or " ".join(texts[first : first + size]) not in words.TITLES:
                continue
            rest = [t for t in texts[first + size :] if t not in {"Jr.", "Jr", "Sr.", "Sr"}]
            before = texts[:first]
            if rest:
                if (
                    rest[0] in {"of", "for", "and"}
                    or not rest[0][0].isalpha()
                    or _by_words(rest) not in (None, "person")
                ):
                    return None
                return first, first + size
            bare = all(t in words.TITLE_MODIFIERS or _is_acronym(t) or is_demonym(t) for t in before)
            return (first, first + size) if bare and len(texts) == first + size else None
    return None


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("&", "")
    return 1 < len(letters) < 6 and letters.isupper()


def _by_words(texts: list[str]) -> Kind | None:
    """The kind that the words of a name say by themselves."""
    if "&" in texts:
        return "organisation"
    head = texts[-1]
    for joiner in ("of", "for", "on"):
        if joiner in texts[1:]:
            head = texts[texts.index(joiner) - 1]
            break
    if len(texts) == 2 and texts[0] in words.GIVEN_NAMES and head in words.SURNAMES_TOO:
        return "person"
    tables: tuple[tuple[Kind, frozenset[str]], ...] = (
        ("organisation", words.ORGANISATION_WORDS),
        ("place", words.PLACE_WORDS),
        ("other", words.OTHER_WORDS),
    )
    for kind, table in tables:
        if len(texts) > 1 and head in table:
            return kind
    if texts[0] in {"Mount", "Mt.", "Lake", "Cape", "Fort", "Port", "St.", "Gulf", "Isle"} and len(texts) > 1:
        return "place"
    if texts[0] == "University" and len(texts) > 1:
        return "organisation"
    return None


def _name(
    text: str,
    run: list[_Word],
    kind: Kind | None,
    *,
    demonym: bool = False,
    calendar: bool = False,
    sure: bool = True,
) -> Name:
    start, end = run[0].start, run[-1].end
    return Name(text[start:end], start, end, kind, demonym=demonym, calendar=calendar, sure=sure)


def _person(text: str, run: list[_Word], title: str | None, *, sure: bool = True) -> Name:
    start, end = run[0].start, run[-1].end
    given, surname = _given_and_surname([word.text for word in run])
    return Name(text[start:end], start, end, "person", title, given, surname, sure=sure)


def _given_and_surname(texts: list[str]) -> tuple[str | None, str | None]:
    core = [t for t in texts if t.rstrip(".") not in {"Jr", "Sr"} and not _ROMAN.fullmatch(t)] or texts
    if len(core) == 1:
        return None, core[0]
    if core[0] in words.SURNAME_FIRST and len(core) < 4:
        return " ".join(core[1:]), core[0]
    cut = len(core) - 1
    while cut > 1 and core[cut - 1].lower() in words.PARTICLES:
        cut -= 1
    return " ".join(core[:cut]), " ".join(core[cut:])


def _plain(text: str, run: list[_Word], *, sure: bool) -> Name:
    """A run that is one name, with the kind that its words and neighbours say."""
    texts = [word.text for word in run]
    before, after = text[max(0, run[0].start - 40) : run[0].start], text[run[-1].end : run[-1].end + 80]
    kind = _by_words(texts)
    if kind is None and len(run) == 1 and _is_acronym(texts[0]):
        kind = "place" if texts[0] in words.PLACE_ACRONYMS else "organisation"
    if kind is None:
        noun = re.search(r"([a-z-]+),? $", before)
        apposed = _IN_APPOSITION.match(after)
        if (
            (noun and noun[1] in words.PERSON_NOUNS)
            or _AGED.match(after)
            or (apposed and apposed[1] in words.PERSON_NOUNS)
            or (1 < len(run) < 6 and texts[0] in words.GIVEN_NAMES)
        ):
            kind = "person"
        elif re.search(r"\b(?:[Ii]n|[Nn]ear) $", before) and len(run) < 4:
            kind = "place"
    if kind == "person":
        return _person(text, run, None, sure=sure or len(run) > 1)
    return _name(text, run, kind, sure=sure)
