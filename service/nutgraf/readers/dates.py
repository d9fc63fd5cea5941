"""The dates of news text: from a string to date phrases, from a phrase and the publication date to EDTF.

Durations are no dates. A phrase counted from another event ("a week later") has no date unless the
date that it is counted from is given, and the reason says so.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from .calendar import Part, Precision, Unresolved, add_days, anchor, bounds, day_edtf, precision
from .date_context import AnchorName, Context, Rule, Tense
from .date_rules import RULES
from .date_tense import is_ahead
from .date_words import CUE


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
    anchor: AnchorName
    rule: str


LONGEST = 120
"""Characters. Words that are more are no date phrase."""

# A bare month ("may", "March on") or four digits are a date only behind one of these words.
_LEAD = re.compile(
    r"(?i)(?:\b(?:in|of|since|by|until|till|from|to|and|or|during|through|for|before|after|between|around"
    r"|about|on|at"
    r"|early|late|mid|circa|than|the|a|an|its|their|his|her|last|this|next|as of|that)|['’]s|[(,–—-])\s*$"
)
_COUNTS = re.compile(
    r"(?i)\b(?:of|than|about|around|for|to|or|and|least|some|over|nearly|almost|with|from)\s*$"
)
# "On a Monday", "every May", "in her forties", "Ann Christmas" are no dates.
_ANY = re.compile(r"(?i)\b(?:on an?|each|every|any|most)\s$")
_GIVEN_NAME = re.compile(
    r"\b(?!(?:Since|Before|After|Over|During|Until|Every|Early|Late)\b)[A-Z][a-z]{2,12}\s$"
)
_AGE = re.compile(r"(?i)\b(?:my|his|her|their|your|our|its)\s(?:early |mid[- ]|late )?$")
_THINGS = re.compile(
    r"\s{1,2}(?:(?!(?:was|is|has|does|as|its|his|this|elections?|games|olympics)\b)[a-z-]{1,30}s|people"
    r"|[a-z]{0,9}children|men|women|per\s?cent|percent|feet|million|billion|km)\b"
)
_DROP = re.compile(r"\s(?:in|of|from|to|off|away|apart|into|short|behind)\b")  # "the fall in prices"
_OF_THE_CLOCK = re.compile(r"\s(?:GMT|UTC|hours|hrs|[A-Z]{1,2}[SD]T)\b")
_SINCE = re.compile(r"(?i)\bsince\s+(?:the\s+)?$")
_FROM = re.compile(r"(?i)\b(?:from|between)\s+(?:the\s+)?$")
_TO = re.compile(r"(?i) {0,2}(?:-|–|—|\bto\b|\band\b|\buntil\b|\btill\b|\bthrough\b)\s{0,2}")
_OPEN = re.compile(r"(?i)(?:from|between) ")
_MOVED = re.compile(
    r"(?i)\b(?:moved|postponed|delayed|put back|pushed back|brought forward|rescheduled|shifted|switched|changed"
    r"|extended)\s(?:[\w-]+\s){0,2}$"
)
_NTH = re.compile(r"(?i)\b(?:first|second|third|fourth|fifth|last) $")
_OF_MONTH = re.compile(r" (?:in|of) [A-Z]")
_OF_WEEK = re.compile(r" (?:of )?(?:last|next) week\b")
"""What names another day than the nearest: "the first Monday in May", "Tuesday last week"."""
_LENGTH = re.compile(r"(?i)(?:the )?(?:past|coming) |this (?:past|coming) (?:quarter|year|decade|century)")
_PREPOSITION = re.compile(
    r"(?i)(?:on|in|at|by|during|for|until|till|before|after|from|around|about|as of|of|back in|ahead of"
    r"|the|to|through)\s+"
)
_POSSESSIVE = re.compile(r"(?<=[a-z])['’]s$|(?<=[a-z]s)['’]$")
_BRACKETS = dict.fromkeys(map(ord, "[]"))  # an editor's "[Ten] years ago"
_CLOCK = re.compile(
    r"(?i)(?:at )?(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight)(?: [A-Z]{2,4})?,?(?: on)? "
)


def phrases(text: str) -> tuple[DatePhrase, ...]:
    """Every date phrase of a text, in order, none inside another."""
    cues = {match.lastgroup for match in CUE.finditer(text)}
    if not cues:
        return ()
    found = [
        (match.start(), match.end())
        for rule in RULES
        if rule.cues & cues
        for match in rule.pattern.finditer(text)
        if _stands(rule, match, text)
    ]
    found.sort(key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(DatePhrase(text[a:b], a, b) for a, b in _joined(kept, text))


def _stands(rule: Rule, found: re.Match[str], text: str) -> bool:
    """Whether a match that could be something else is a date here."""
    words, start = found.group(), found.start()
    low = max(0, start - 14)
    match rule.name:
        case "units_ahead":
            return is_ahead(text, start, found.end())
        case "step":
            return not _LENGTH.match(words)
        case "weekend":  # "weekend traffic" is of any weekend
            return "the " in words.lower()
        case "weekday":
            counted = _NTH.search(text, low, start) and _OF_MONTH.match(text, found.end())
            return not (_ANY.search(text, low, start) or counted or _OF_WEEK.match(text, found.end()))
        case "holiday":
            return not _GIVEN_NAME.search(text, low, start)
        case "decade":
            return not _AGE.search(text, low, start)
        case "reported_period":
            return bool(found["ago"]) or not words.lower().endswith(("the period", "year"))
        case "year" if words.isdigit():
            if _OF_THE_CLOCK.match(text, found.end()):
                return False
            if _THINGS.match(text, found.end()) and _COUNTS.search(text, low, start):
                return False
            return bool(_LEAD.search(text, low, start))
        case "season" if words.lower() == "the fall":
            return not _DROP.match(text, found.end())
        case "month" | "season" if " " not in words and "-" not in words:
            lead = _LEAD.search(text, low, start)
            if not lead or text[start - 2 : start] == ", " or _ANY.search(text, low, start):
                return False
            drops = _DROP.match(text, found.end()) or lead.group().strip().lower() in ("to", "a", "and", "or")
            return not words.lower().endswith("fall") or not drops
    return True


def _joined(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Spans with "from … to …" made one, and with "since" before the date it opens."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and _TO.fullmatch(text, joined[-1][1], start):
            before = _FROM.search(text, max(0, joined[-1][0] - 14), joined[-1][0])
            moved = before and _MOVED.search(text, max(0, before.start() - 40), before.start())
            if before and not moved and _range(text[before.start() : end]):
                joined[-1] = (before.start(), end)
                continue
        since = _SINCE.search(text, max(0, start - 12), start)
        joined.append((since.start() if since else start, end))
    return joined


def _range(words: str) -> tuple[str, str] | None:
    """The two dates of "from … to …", if that is what the words are."""
    opened = _OPEN.match(words)
    start = opened.end() if opened else 0
    for joint in _TO.finditer(words, start):
        first, last = words[start : joint.start()], words[joint.end() :]
        if _match(first) and _match(last):
            return first, last
    return None


def _match(words: str) -> tuple[Rule, re.Match[str]] | None:
    """The rule that reads the whole of the words; of several, the first of the table."""
    for rule in RULES:
        if match := rule.pattern.fullmatch(words):
            return rule, match
    return None


def resolve(
    phrase: str,
    published: str | None,
    *,
    tense: Tense | None = None,
    reference: str | None = None,
    period: str | None = None,
) -> Resolved | str:
    """What a phrase means, counted from the publication date (EDTF, at the precision that is known).

    `tense` is that of its verb (`date_tense.tense`); `reference` is the EDTF of a date that stands before
    the phrase, for "a week later"; `period` is that of the quarter that results are reported for, for "a
    year earlier", or `fiscal`. Gives the reason's code where the phrase has no date. `dated.read` finds
    all three in the text.
    """
    words = _POSSESSIVE.sub("", " ".join(phrase.translate(_BRACKETS).split()).strip(" ,;"))
    context = Context(anchor(published), tense, reference, period)
    if len(words) > LONGEST:
        return "not_a_date"
    try:
        return _resolve(words, context)
    except Unresolved as no:
        return no.reason


def _resolve(words: str, context: Context) -> Resolved:
    if words[:6].lower() == "since ":
        found = _resolve(words[6:], context)
        first, _ = bounds(found.edtf)
        start = (
            found.edtf
            if "X" not in found.edtf and "/" not in found.edtf
            else first.isoformat()
            if first
            else ".."
        )
        return Resolved(f"{start}/..", "interval", found.part, found.anchor, "since")
    if found_rule := _match(words):
        rule, match = found_rule
        value = rule.read(match, context)
        return Resolved(
            value.edtf, precision(value.edtf), value.part, value.anchor, _name(rule, match, context)
        )
    if ends := _range(words):
        return _interval(ends, context)
    if preposition := _PREPOSITION.match(words):
        return _resolve(words[preposition.end() :], context)
    if words.endswith("."):
        return _resolve(words.rstrip(" ."), context)
    if clock := _CLOCK.match(words):
        return _resolve(words[clock.end() :], context)
    raise Unresolved("not_a_date")


def _name(rule: Rule, match: re.Match[str], context: Context) -> str:
    """`weekday_on_or_before` and `weekday_on_or_after` say which way the week was counted."""
    if rule.name != "weekday":
        return rule.name
    which = match["which"]
    ahead = which.lower().endswith(("next", "coming", "following")) if which else context.tense == "future"
    return "weekday_on_or_after" if ahead else "weekday_on_or_before"


def _interval(ends: tuple[str, str], context: Context) -> Resolved:
    """`between 2019 and 2021`; a year that stands only behind the second date holds for both."""
    last = _resolve(ends[1], context)
    year = last.edtf[:4] if last.anchor == "none" and last.precision in ("day", "month") else ""
    first = f"{ends[0]}, {year}"
    borrowed = bool(year and not re.search(r"\d{4}", ends[0]) and _match(first))
    start = _resolve(first if borrowed else ends[0], context)
    if borrowed and start.edtf > last.edtf:
        start = _resolve(f"{ends[0]}, {int(year) - 1:04}", context)
    if start.rule[:7] == last.rule[:7] == "weekday" and start.edtf > last.edtf:
        start, last = _days_in_order(start, last, context)
    low, high = bounds(start.edtf)[0], bounds(last.edtf)[1]
    if low is None or high is None or low > high:
        raise Unresolved("not_a_date")
    plain = all(end.precision in ("day", "month", "year") for end in (start, last))
    edtf = f"{start.edtf}/{last.edtf}" if plain else f"{day_edtf(low)}/{day_edtf(high)}"
    return Resolved(
        edtf, "interval", None, last.anchor if last.anchor != "none" else start.anchor, "interval"
    )


def _days_in_order(start: Resolved, last: Resolved, context: Context) -> tuple[Resolved, Resolved]:
    """`from Monday until Friday`, read on a Tuesday: two weekdays of which one is a week off."""
    if context.tense == "future":
        return start, replace(last, edtf=day_edtf(add_days(date.fromisoformat(last.edtf), 7)))
    return replace(start, edtf=day_edtf(add_days(date.fromisoformat(start.edtf), -7))), last
