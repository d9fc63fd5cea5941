"""Places: a place phrase in, the country it lies in out (ISO 3166-1 alpha-2), or why that is not known.

Looked up in `places.tsv` (GeoNames, CC BY 4.0, made by `service/make_places.py`): countries, their
capitals, cities of 300,000 people and more, some regions. A name of several countries in the table has
no country unless the article names exactly one of them; a smaller namesake abroad (Birmingham, Alabama)
is not seen.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from .names import demonyms

Reason = Literal["ambiguous_place", "not_in_table"]
Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The country of a place, or the reason why there is none."""

    country: str | None
    reason: Reason | None = None


_WORD = re.compile(r"(?:[A-Z]\.){2,}|St\.|[^\W\d_]+(?:(?![’']s\b)[-’'][^\W\d_]+)*")
_COUNTRIES = {"country", "nation"}
_LONGEST = 6  # words in the longest name that is looked for inside a phrase
_INSIDE = re.compile(r"\b(?:in|near|outside|around|at|to|of|from|across|off)\b")
_NOT_AFTER = re.compile(r"\b(?:Gulf|Sea|Straits?|Bay|Bank) of (?:the )?$")
_JOINED_BEFORE = re.compile(r"(?<!\w)([A-Z]\w*) $")
_QUARTERS = {
    "Central",
    "Greater",
    "Downtown",
    "Inner",
    "Eastern",
    "Western",
    "Northern",
    "Southern",
    "The",
    "In",
}
_NOT_BEFORE = re.compile(
    r" (?:Street|Road|Avenue|Lane|Drive|Way|Square|Park|Bridge|Boulevard|Hotel|River|Valley|Sea|Ocean|Strait"
    r"|Delta|Cup)\b"
)
_OF_A_COUNTRY = re.compile(
    r" (?:city|town|village|region|capital|coast|territory|soil|port|province|island|airport|prison|waters"
    r"|airspace|countryside|district|county|state|hamlet|suburb|resort|peninsula|exclave|oblast)\b"
)


def country(place: str, *, context: Iterable[str] = ()) -> Found:
    """The country that `place` lies in.

    `place` is a name or a phrase that holds one: "Cyprus", "Leeds, England", "off the coast of Peru".
    `context` are the names that the article holds; names of countries among them settle an ambiguous place.
    """
    if rows := _rows(place.strip().removeprefix("the ")):
        return _settle([rows], context)
    head, comma, last = place.rpartition(",")
    if comma and (rows := _rows(last.strip())) and any(kind != "city" for _, kind in rows):
        inner = list(_known(head))
        return _settle([*inner, rows], context) if _shared([*inner, rows]) else _settle([rows], context)
    if found := _in_last_part(place) or list(_known(place)):
        return _settle(found, context)
    return _by_people(place)


def is_place(name: str) -> bool:
    """Whether the table knows `name` as it stands."""
    return bool(_rows(name))


def is_country(name: str) -> bool:
    """Whether `name` is the name of a country, or of a part that is called one (Scotland)."""
    return any(kind in _COUNTRIES for _, kind in _rows(name))


def same_country(name: str) -> str | None:
    """The code that all names of one country share: "US", "United States"; None for every other name."""
    rows = _rows(name)
    return rows[0][0] if len(rows) == 1 and rows[0][1] == "country" else None


@cache
def _table() -> dict[str, Rows]:
    table: dict[str, Rows] = {}
    for line in files(__package__).joinpath("places.tsv").read_text("utf-8").splitlines()[1:]:
        name, code, kind = line.split("\t")
        key = name if name.isupper() else name.casefold()
        table[key] = (*table.get(key, ()), (code, kind))
    return table


def _rows(name: str) -> Rows:
    """The (country, kind) pairs of a name; acronyms only in capitals, so that "us" is no country."""
    table, name = _table(), name.replace("’", "'")
    low = name.casefold()
    return table.get(name) or table.get(low) or table.get(low.replace("st. ", "saint "), ())


def _known(phrase: str, begin: int = 0) -> Iterator[Rows]:
    """The names inside a phrase from `begin` on, the longest where they overlap."""
    found = [(match.start(), match.end()) for match in _WORD.finditer(phrase, begin)]
    i = 0
    while i < len(found):
        start = found[i][0]
        if phrase[start].isupper() and not _NOT_AFTER.search(phrase, 0, start) and _may_begin(phrase, start):
            for j in range(min(i + _LONGEST, len(found)), i, -1):
                end = found[j - 1][1]
                rows = _rows(phrase[start:end])
                if rows and not _NOT_BEFORE.match(phrase, end):
                    yield rows
                    i = j - 1
                    break
        i += 1


def _may_begin(phrase: str, start: int) -> bool:
    """No capitalised word stands directly before, except one that only says which part is meant."""
    before = _JOINED_BEFORE.search(phrase, 0, start)
    return before is None or before[1] in _QUARTERS or bool(_rows(before[1]))


def _in_last_part(phrase: str) -> list[Rows]:
    """The names after the last "in" or so: "the US embassy in Moscow" is in Moscow."""
    starts = [match.end() for match in _INSIDE.finditer(phrase)]
    return next((rows for start in reversed(starts) if (rows := list(_known(phrase, start)))), [])


def _shared(names: list[Rows]) -> set[str]:
    return set.intersection(*({code for code, _ in rows} for rows in names))


def _settle(names: list[Rows], context: Iterable[str]) -> Found:
    """The one country that all `names` may lie in."""
    possible = _shared(names)
    if len(possible) > 1:
        # "Georgia" names a country itself: that the article names the United States says nothing against it.
        own = {code for rows in names for code, kind in rows if kind in _COUNTRIES and code in possible}
        if not own or own == possible:
            possible &= _named(context)
    return Found(possible.pop()) if len(possible) == 1 else Found(None, "ambiguous_place")


def _named(context: Iterable[str]) -> set[str]:
    """The countries that `context` names beyond doubt."""
    every = (_rows(name) for name in context)
    return {rows[0][0] for rows in every if len(rows) == 1 and rows[0][1] in _COUNTRIES}


def _by_people(phrase: str) -> Found:
    """ "A Peruvian village" lies in Peru; a French restaurant may lie anywhere."""
    codes = set()
    for match in _WORD.finditer(phrase):
        code = demonyms().get(match[0])
        if code and _OF_A_COUNTRY.match(phrase, match.end()):
            codes.add(code)
    return Found(codes.pop()) if len(codes) == 1 else Found(None, "not_in_table")
