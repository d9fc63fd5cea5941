"""What stands before the first sentence of a report: from a text to its header line, bylines and dateline.

Conservative: what could be prose is left alone.
"""

import re
from dataclasses import dataclass

from .date_words import MO, D

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Header:
    """`date 2025-04-10`, `Published: April 10, 2025`: the whole line's span and the date's words."""

    span: Place
    date: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """`PARIS, March 3 (Reuters) -`. `span` has no dash; `end` is where the first sentence may start."""

    place: str
    agency: str | None
    date: str | None
    date_span: Place | None
    span: Place
    end: int


@dataclass(frozen=True, slots=True)
class Furniture:
    header: Header | None
    dateline: Dateline | None
    spans: tuple[Place, ...]


LINES_READ = 8
"""How many lines with words, from the first, may hold furniture."""

_ISO = r"\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?!-?\d)"
_ZONE = r"(?: ?(?:Z|[+-]\d\d:?\d\d|[A-Z]{2,4}))?"
_TIME = rf"(?:T| |, | at )?\d{{1,2}}[:.]\d\d(?::\d\d(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?{_ZONE}"
_MONTH, _DAY = re.sub(r"\?P<\w+>", "?:", MO), re.sub(r"\?P<\w+>", "?:", D)
_WORDED = rf"(?:{_MONTH} {_DAY}|{_DAY}(?: of)? {_MONTH})(?:,? \d{{4}})?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,? "
_LABEL = r"(?i:dated?|published(?: on)?|publication date|posted(?: on)?|updated|last updated)"

_RULE = re.compile(r"(?m)^(?=[^\S\n\r]*+[^\w\s])[^\w\n\r]*+$")
_INLINE_HEADER = re.compile(rf"(?i:date) (?P<date>{_ISO})(?=\s|$)")
_LINE_HEADER = re.compile(
    rf"(?:{_LABEL} ?:? ?)?(?:{_WEEKDAY})?(?P<date>{_ISO}|(?:{_WORDED})"
    rf"|{_MONTH} \d{{4}})(?:,? ?{_TIME})?[ \t]*$"
)

_PARTICLE = r"(?:van|von|de|der|den|la|le|al|bin|di|da|del|du|el|ibn|ter)\b ?"
_NAME = rf"(?:[A-Z][\w'’.-]*|[A-ZÀ-Þ][^\W\d_]+)(?: (?:{_PARTICLE})*[A-ZÀ-Þ][\w'’.-]*){{1,3}}"
_BYLINE = re.compile(
    rf"(?:By|BY) (?P<name>{_NAME})(?:(?:, | and | & |, and ){_NAME})*"
    r"(?:(?:,| in| for|\s*[|•–—-]) ?[^.!?\n]{1,60}| Special to [^.!?\n]{1,40})?\.?[ \t]*$"
)
_NO_NAME = re.compile(
    r"(?i)(?:all|any|popular|land|sea|air|the|my|far|contrast|now|then|late|early|mid|law|next)\b"
)

_WORD = r"(?:[A-ZÀ-Þ][\w'’.-]*)"
_CAPITALS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ'’.-]+){0,3})"
_TITLED = rf"(?:{_WORD}(?: (?:(?:de|la|el|al|of|the|upon|sur) )?{_WORD}){{0,3}})"
_REGION = rf"(?:, (?!\()(?!{_MONTH}\b){_WORD}(?: (?:of |the )?{_WORD}){{0,3}})?"
_ON_DATE = rf",? (?P<date1>{_WORDED})"
_PAREN = rf"\((?P<agency>[^()\n]{{2,80}}?)(?: ?[-–,/] ?(?P<date2>{_WORDED}))?\)"
_DASH = r"(?:\s*(?:—|–|--|―)|\s+[-_])\s*|\s*:\s+"
_OPENS = r"(?=[\"“‘'(]?[A-ZÀ-Þ0-9$€£])"

_WITH_AGENCY = re.compile(
    rf"(?P<place>(?P<capitals>{_CAPITALS})|{_TITLED}){_REGION}(?:{_ON_DATE})?,? {_PAREN}(?P<dash>{_DASH}"
    rf"|\s+|$)(?:{_OPENS}|$)"
)
_WITH_DASH = re.compile(
    rf"(?P<place>{_CAPITALS}(?:, {_WORD}(?: {_WORD})?)?"
    rf"|{_TITLED}(?:, {_WORD})?(?=,? {_WORDED})){_REGION}(?:{_ON_DATE})?(?P<dash>{_DASH}){_OPENS}"
)
_AGENCY = re.compile(
    r"\b(?:AP|AFP|Reuters|UPI|PTI|APP|ANI|IANS|DPA|dpa|EFE|TASS|Tass|Xinhua|Bloomberg|CNN|BBC|Kyodo|Yonhap"
    r"|ANSA|KUNA|WAM|SPA|MENA|NNA"
    r"|PA|AAP|CP|JTA|IRNA|Interfax|Anadolu|AA|Press|News|Wire|Newswire|Agency|Agencies|Agence|Post|Times"
    r"|Herald|Courier|Tribune|Journal"
    r"|Gazette|Service|Media|Network|Online|Radio|Daily|Report|Reporter)\b"
)
# Capitals before a dash or colon that name no place.
_SLUGS = re.compile(
    r"(?:BREAKING|UPDATE|UPDATED|EXCLUSIVE|WATCH|OPINION|ANALYSIS|VIDEO|LIVE|EXPLAINER|CORRECTION|NEWS"
    r"|COVID|BREXIT|EDITORIAL"
    r"|NOTE|PHOTOS?|SPECIAL|FACTBOX|TIMELINE|INTERVIEW|REVIEW|FEATURE|SPORTS?|ALERT|URGENT|JUST|READ|Q&A"
    r"|NASA|NATO|WHO|FIFA|UEFA|OPEC)\b"
)


def furniture(text: str) -> Furniture:
    """Header, dateline and bylines, with every span that is no prose; spans are in order and disjoint.

    A line without a letter or digit (`* * *`) is furniture wherever it stands.
    """
    spans: list[Place] = []
    header: Header | None = None
    dateline: Dateline | None = None
    at = 0
    for line in _lines(text):
        at = line[0]
        if header is None and (found := _header(text, at, line[1])):
            header = found
            spans.append(found.span)
            at = _skip(text, found.span[1])
        if (
            at < line[1]
            and (byline := _BYLINE.match(text, at, line[1]))
            and not _NO_NAME.match(byline["name"])
        ):
            spans.append((at, at + len(byline.group().rstrip())))
            at = line[1]
        if at < line[1] and (found_line := _dateline(text, at, line[1])):
            dateline = found_line
            spans.append((found_line.span[0], found_line.end))
            break
        if at < line[1] and re.search(r"[.!?][\"”’')]*\s*$", text[at : line[1]]):
            break  # the first line that ends a sentence is prose: nothing after it is furniture
    rules = [_trim(text, *match.span()) for match in _RULE.finditer(text)]
    apart = [(a, b) for a, b in rules if all(b <= start or end <= a for start, end in spans)]
    return Furniture(header, dateline, tuple(sorted([*spans, *apart])))


def _lines(text: str) -> list[Place]:
    """The first lines that have words, trimmed."""
    lines = []
    for match in re.finditer(r"[^\n\r\u2028\u2029\x85]+", text):
        a, b = _trim(text, *match.span())
        if a < b:
            lines.append((a, b))
        if len(lines) == LINES_READ:
            break
    return lines


def _trim(text: str, start: int, end: int) -> Place:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\u00a0":
        at += 1
    return at


def _header(text: str, start: int, end: int) -> Header | None:
    if inline := _INLINE_HEADER.match(text, start, end):
        return Header(inline.span(), inline["date"])
    if line := _LINE_HEADER.match(text, start, end):
        return Header((start, end), line["date"])
    return None


def _dateline(text: str, start: int, end: int) -> Dateline | None:
    if found := _WITH_AGENCY.match(text, start, end):
        known = bool(_AGENCY.search(found["agency"]))
        dashed = bool(found["dash"].strip())
        dated = bool(found["date1"] or found["date2"])
        if known or dated or (dashed and found["capitals"]):
            return _made(
                text,
                found,
                found["agency"].strip(" -–,/"),
                (found["date2"] and "date2") or "date1",
                end=found.start("dash"),
            )
    if (found := _WITH_DASH.match(text, start, end)) and not _SLUGS.match(found["place"]):
        colon = ":" in found["dash"]
        if not colon or len(found["place"]) >= 6:
            return _made(text, found, None, "date1", end=found.start("dash"))
    return None


def _made(text: str, found: re.Match[str], agency: str | None, date: str, *, end: int) -> Dateline:
    return Dateline(
        place=text[found.start() : found.end("place")],
        agency=agency,
        date=found[date],
        date_span=found.span(date) if found[date] else None,
        span=(found.start(), end),
        end=found.start("dash") + len(found["dash"].rstrip()),
    )
