"""The dates of news text: from a string to date phrases with spans; from a phrase and the publication date to EDTF.

Durations are no dates. A phrase counted from another event ("a week later") has no date, and the reason says so.
"""

import re
from dataclasses import dataclass
from typing import Literal

from .calendar import Part, Precision, Unresolved, anchor, bounds, day_edtf, precision
from .date_rules import RULES, Context, Rule


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date phrase where it stands: `text` is `source[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a phrase means. `anchor` is `none` where the phrase is a date by itself."""

    edtf: str
    precision: Precision
    part: Part | None
    anchor: Literal["article.published", "none"]
    rule: str


# A bare month ("may", "March on") or four digits are a date only behind one of these words.
_LEAD = re.compile(
    r"(?i)(?:\b(?:in|of|since|by|until|till|from|to|and|or|during|through|for|before|after|between|around|about|on|at"
    r"|back in|early|late|mid|circa|than|the|a|an|its|their|his|her|last|this|next|as of|that)|[(,–—-])\s*$"
)
_COUNTED = re.compile(
    r"\s+(?:people|persons|men|women|children|soldiers|troops|votes|dollars|euros|pounds|miles|metres|meters|feet|km"
    r"|kilomet\w+|tons|tonnes|jobs|shares|homes|houses|cases|deaths|points|per\s?cent|percent|million|billion|others"
    r"|workers|employees|students|members|degrees|hours|days|years|km)\b"
)
_SINCE = re.compile(r"(?i)\bsince\s+(?:the\s+)?$")
_FROM = re.compile(r"(?i)\b(?:from|between)\s+(?:the\s+)?$")
_TO = re.compile(r"(?i)\s*(?:-|–|—|\bto\b|\band\b|\buntil\b|\btill\b|\bthrough\b)\s*")
_RANGE = re.compile(
    r"(?i)(?:from |between )?(?P<a>.+?)\s*(?:-|–|\bto\b|\band\b|\buntil\b|\btill\b|\bthrough\b)\s*(?P<b>.+)"
)
_PREPOSITION = re.compile(
    r"(?i)(?:on|in|at|by|during|for|until|till|before|after|from|around|about|as of|of|back in|ahead of|the|to|through)\s+"
)
_AHEAD = re.compile(
    r"(?i)\b(?:will|would|shall|'ll|’ll|due|scheduled|expected|set|slated|planned|plans?|planning|going|about|hopes?"
    r"|intends?|until|till|ahead|upcoming|deadline|to be|can|could|may|might|should|must)\b"
)
_BREAK = re.compile(
    r"[;:.!?“”\"]|,(?=\s+(?:but|while|after|before|when|who|which|and)\b)|\b(?:after|when|since|who|which|because)\b"
)


def phrases(text: str) -> tuple[DatePhrase, ...]:
    """Every date phrase of a text, in order, none inside another."""
    found = [
        (match.start(), match.end())
        for rule in RULES
        for match in rule.pattern.finditer(text)
        if _stands(rule, match, text)
    ]
    found.sort(key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(DatePhrase(text[a:b], a, b) for a, b in _joined(kept, text))


def _stands(rule: Rule, match: re.Match[str], text: str) -> bool:
    """Whether a match that could be something else is a date here."""
    words = match.group()
    bare_year = rule.name == "year" and words[-4:].isdigit() and len(words) == 4
    bare_month = rule.name == "month" and " " not in words and "-" not in words
    bare_season = rule.name == "season" and " " not in words
    if not (bare_year or bare_month or bare_season):
        return True
    if bare_year and _COUNTED.match(text, match.end()):
        return False
    return bool(_LEAD.search(text, max(0, match.start() - 12), match.start()))


def _joined(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Spans with "from … to …" made one, and with "since" before the date it opens."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and _TO.fullmatch(text, joined[-1][1], start):
            before = _FROM.search(text, max(0, joined[-1][0] - 14), joined[-1][0])
            if before and _range(text[before.start() : end]):
                joined[-1] = (before.start(), end)
                continue
        since = _SINCE.search(text, max(0, start - 12), start)
        joined.append((since.start() if since else start, end))
    return joined


def _range(words: str) -> tuple[str, str] | None:
    for match in (_RANGE.fullmatch(words),):
        if match and _match(match["a"]) and _match(match["b"]):
            return match["a"], match["b"]
    return None


def _match(words: str) -> tuple[Rule, re.Match[str]] | None:
    """The rule that reads the whole of the words; of several, the first of the table."""
    for rule in RULES:
        if match := rule.pattern.fullmatch(words):
            return rule, match
    return None


def looks_ahead(text: str, start: int) -> bool:
    """Whether the clause before the phrase at `start` speaks of what is to come."""
    breaks = [match.end() for match in _BREAK.finditer(text, 0, start)]
    return bool(_AHEAD.search(text, breaks[-1] if breaks else 0, start))


def resolve(phrase: str, published: str | None, *, future: bool = False) -> Resolved | str:
    """What a phrase means, counted from the publication date (EDTF, at the precision that is known).

    `future` says that its verb looks ahead. Gives the reason's code where the phrase has no date.
    """
    words = (
        " ".join(phrase.split()).strip(" ,;.")
        if not phrase.rstrip().endswith(".")
        else " ".join(phrase.split()).strip(" ,;")
    )
    context = Context(anchor(published), future)
    try:
        return _resolve(words, context)
    except Unresolved as no:
        return no.reason


def _resolve(words: str, context: Context) -> Resolved:
    if words[:6].lower() == "since ":
        inner = _resolve(words[6:].removeprefix("the "), context)
        first, _ = bounds(inner.edtf)
        open_ended = (
            f"{inner.edtf.split('/')[0] if 'X' not in inner.edtf else first.year if first else inner.edtf}/.."
        )
        return Resolved(open_ended, "interval", inner.part, inner.anchor, "since")
    if found := _match(words):
        rule, match = found
        value = rule.read(match, context)
        name = rule.name
        if name == "weekday_on_or_before" and context.future:
            name = "weekday_on_or_after"
        return Resolved(
            value.edtf,
            precision(value.edtf),
            value.part,
            "article.published" if value.relative else "none",
            name,
        )
    if ends := _range(words):
        return _interval(ends, context)
    stripped = _PREPOSITION.match(words)
    if stripped:
        return _resolve(words[stripped.end() :], context)
    raise Unresolved("not_a_date")


def _interval(ends: tuple[str, str], context: Context) -> Resolved:
    last = _resolve(ends[1], context)
    year = last.edtf[:4] if last.anchor == "none" and last.precision in ("day", "month") else ""
    first = _match(f"{ends[0]}, {year}") if year and not re.search(r"\d{4}", ends[0]) else None
    start = _resolve(f"{ends[0]}, {year}" if first else ends[0], context)
    low, high = bounds(start.edtf)[0], bounds(last.edtf)[1]
    if low is None or high is None or low > high:
        raise Unresolved("not_a_date")
    plain = start.edtf.isascii() and all(x.precision in ("day", "month", "year") for x in (start, last))
    edtf = f"{start.edtf}/{last.edtf}" if plain else f"{day_edtf(low)}/{day_edtf(high)}"
    return Resolved(
        edtf, "interval", None, last.anchor if last.anchor != "none" else start.anchor, "interval"
    )
