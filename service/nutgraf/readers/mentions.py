"""Mentions: the names of an article in, out who and what they name, each with all its mentions.

Conservative: what may be two stays two. A bare surname joins a full name only where one person bears it, an
acronym joins a name whose initials it is or that it follows in brackets, a shortened name joins the one
organisation whose name it begins, and all names of a country are one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .genders import gender_of_name, gender_of_title
from .kind_words import NAMED_BY_PLACE, ORGANISATION_WORDS, REGNAL_TITLES
from .kinds import Reading, reading
from .name_hints import Kind
from .names import Name
from .places import is_place, same_country


@dataclass(frozen=True, slots=True)
class Group:
    """One person, organisation or place: its fullest name, and every mention in the order of the text."""

    name: str
    kind: Kind
    aliases: tuple[str, ...]
    mentions: tuple[Name, ...]


@dataclass(slots=True)
class _Bearer:
    """A group in the making, under its fullest name."""

    reading: Reading
    mentions: list[Name] = field(default_factory=list)


_ACTS = re.compile(
    r"[’']s\b|[’'] |,? (?:also |has |had |have )?"
    r"(?:said|says|told|added|announced|denied|warned|agreed|accused|welcomed|rejected)\b"
)
_IN_BRACKETS = re.compile(r' ?\(["“]?')
_CAPITALS = re.compile(r"[A-Z](?:\.?[A-Z&]){1,5}\.?")
# How a shorter name stands for a fuller one, the surest first.
_INITIALS, _SURNAME, _GIVEN, _SHORTENED = range(4)
_MAY_BE = 4  # "Kalo Kane", of whom nothing says that he is a person, may be another Kane


def group(found: Iterable[Name], text: str) -> tuple[Group, ...]:
    """Who and what the names `found` in `text` name, in the order of their first mentions.

    Peoples, faiths and dates name none of these; nor does a word that only opens a sentence.
    """
    by_form = _by_form([n for n in found if not (n.demonym or n.calendar) and (n.sure or _acts(n, text))])
    acronyms = _defined(by_form, text)
    bearers: list[_Bearer] = []
    shorter: dict[str, list[tuple[int, _Bearer]]] = defaultdict(list)
    for form in sorted(by_form, key=lambda form: -form.count(" ")):
        told = reading(form, by_form, text)
        candidates = [*shorter.get(form, ()), *shorter.get(_code(form), ())]
        sole = _bearer_of(told, candidates)
        namesakes = list({id(bearer): bearer for rank, bearer in candidates if rank == _SURNAME}.values())
        closed = all(rank != _MAY_BE for rank, _ in candidates)
        left = []
        for name in by_form[form]:
            bearer = (
                sole if sole and sole not in namesakes else _by_title(name, namesakes, sole, closed=closed)
            )
            if bearer is None:
                left.append(name)
            else:
                bearer.mentions.append(name)
        if left:
            if namesakes and told.kind is None:
                told = Reading(form, "person", surname=form)
            bearers.append(_Bearer(told, left))
            for rank, short in _shorter(told, acronyms.get(form)):
                shorter[short].append((rank, bearers[-1]))
    return tuple(sorted(map(_group, bearers), key=lambda group: group.mentions[0].start))


def _by_title(
    name: Name, namesakes: Sequence[_Bearer], sole: _Bearer | None, *, closed: bool
) -> _Bearer | None:
    """Which person a surname with its title means: "Ms Kane" is Anna Kane and not Robert, "King Kane" neither.

    `sole` is who a surname without a title means, None where there are several; `closed` says that `namesakes`
    are all who may bear it.
    """
    if name.title is None or not namesakes:
        return sole
    fits = [(_fits(name.title, bearer), bearer) for bearer in namesakes]
    certain = [bearer for fit, bearer in fits if fit]
    told_apart = closed and all(fit is not None for fit, _ in fits)
    if len(certain) == 1 and (told_apart or gender_of_title(name.title) is None):
        return certain[0]
    return sole if any(fit is None for fit, bearer in fits if bearer is sole) else None


def _fits(title: str, bearer: _Bearer) -> bool | None:
    """Whether a title is one of the bearer's; None where nothing is known."""
    own = {name.title for name in bearer.mentions if name.title}
    if title in own or title in REGNAL_TITLES:
        return title in own
    gender = gender_of_title(title)
    if gender is None:
        return None
    known = {gender_of_title(title) for title in own} | {gender_of_name(bearer.reading.given)}
    known.discard(None)
    return gender in known if known else None


def _acts(name: Name, text: str) -> bool:
    """Whether a word at the start of a sentence is used as a name."""
    return name.kind_hint is not None or is_place(name.text) or _ACTS.match(text, name.end) is not None


def _by_form(found: Sequence[Name]) -> dict[str, list[Name]]:
    """The names by spelling; "U.S." goes with "US", and a name in capitals with the same in small letters."""
    forms = [_form(name.text) for name in found]
    known = set(forms)
    by_form: dict[str, list[Name]] = defaultdict(list)
    for form, name in zip(forms, found, strict=True):
        by_form[form.title() if form.isupper() and form.title() in known else form].append(name)
    return by_form


def _form(text: str) -> str:
    text = " ".join(text.replace("’", "'").split())
    return text.replace(".", "") if _CAPITALS.fullmatch(text) else text


def _defined(forms: dict[str, list[Name]], text: str) -> dict[str, str]:
    """Names with the acronym that stands in brackets after them: "Civic Alliance (CA)"."""
    acronyms = {name.start: form for form in forms if _CAPITALS.fullmatch(form) for name in forms[form]}
    defined = {}
    for form in forms:
        for name in forms[form] if " " in form else ():
            bracket = _IN_BRACKETS.match(text, name.end)
            acronym = acronyms.get(bracket.end()) if bracket else None
            if acronym and acronym[0] == form[0]:
                defined[form] = acronym
    return defined


def _shorter(full: Reading, acronym: str | None) -> Iterator[tuple[int, str]]:
    """The shorter names that may stand for `full`."""
    parts = full.form.split()
    if same_country(full.form):
        yield _INITIALS, _code(full.form)
    if len(parts) > 1:
        yield _INITIALS, acronym or "".join(part[0] for part in parts if part[0].isupper())
    if full.surname and full.given:
        first, *more = full.given.split()
        yield _SURNAME, full.surname
        yield _GIVEN, first
        if more:
            yield _SURNAME, f"{first} {full.surname}"
    if full.kind is None and 1 < len(parts) < 4:
        yield _MAY_BE, parts[-1]
    if full.kind == "organisation":
        for i in range(1, len(parts)):
            if parts[-1] not in NAMED_BY_PLACE:
                yield _SHORTENED, " ".join(parts[:i])
            if parts[-1] in ORGANISATION_WORDS:
                yield _SHORTENED, " ".join(parts[i:])


def _code(form: str) -> str:
    """What all names of one country have in common, and no other name."""
    return f"={same_country(form)}"


def _bearer_of(short: Reading, candidates: Sequence[tuple[int, _Bearer]]) -> _Bearer | None:
    """The bearer that a name stands for, if there is exactly one of the surest kind."""
    if short.kind == "person":
        ranks: tuple[int, ...] = (_SURNAME,) if short.given else (_SURNAME, _GIVEN)
    elif short.kind == "place":
        ranks = (_INITIALS, _SURNAME)
    elif short.kind == "organisation":
        ranks = (_INITIALS, _SHORTENED)
    else:
        ranks = (_INITIALS, _SURNAME, _GIVEN, _SHORTENED)
    for rank in ranks:
        bearers = [bearer for r, bearer in candidates if r == rank]
        if bearers:
            if rank == _SURNAME and any(r == _MAY_BE for r, _ in candidates):
                return None
            return bearers[0] if all(bearer is bearers[0] for bearer in bearers) else None
    return None


def _group(bearer: _Bearer) -> Group:
    mentions = sorted(bearer.mentions, key=lambda name: name.start)
    spellings = list(dict.fromkeys(name.text for name in mentions))
    form = bearer.reading.form
    name = next((s for s in spellings if s == form), None) or next(s for s in spellings if _form(s) == form)
    aliases = tuple(spelling for spelling in spellings if spelling != name)
    return Group(name, bearer.reading.kind or "other", aliases, tuple(mentions))
