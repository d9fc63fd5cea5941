"""Who says it: a sentence and where a report verb stands in, the span of its subject out."""

import re

from .report_words import ADVERBIAL, OPENING, PRONOUNS, SUBORDINATOR

Place = tuple[int, int]

QUOTES = '“”"«»'
_LEFT_EDGE = re.compile(r"[“”\"«»;:?!]|\s[–—-]{1,2}\s|—")
_PHRASE_END = re.compile(
    r"[,.;:?!“”\"()]|\s[–—-]{1,2}\s|$"
    r"|\s(?:who|which|that|when|while|after|before|because|as|but|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day)\b"
)
_APPOSITION = re.compile(
    r",\s[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}(?=[.,])"
    r"|,\s(?:an?|the|his|her|its|their|[\w’']+['’]s|\d{1,3}(?=,)|who)\s?[^,.;:“”\"]*|,\s\d{1,3}(?=,)"
    r"|,\s(?!(?:who|which|and|but|as|after|while|when|with|in|on|at|\w+ing)\b)[a-z][^,.;:“”\"]*(?=[,.]|$)"
)
_COORDINATED = re.compile(r"(?:^|[\s,])(?:and|but|or|then|also|later)$")
_RELATIVE = re.compile(r",?\s(?:who|which)\s+$")
_BEING = re.compile(r"(?:\s(?:is|was|are|were|am|been)|['’](?:m|re|s))$")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|\w{2,}ed)\b")
_PREDICATE = re.compile(_FINITE.pattern + r"|\b(?:can|cannot|could|may|might|should|must)\b|n['’]t\b")
_SUBJECT = re.compile(
    r"(?:[A-Z][\w’'.-]*|[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?: [\w’'-]+){0,6}?"
    r"(?=,| (?:was|were|is|are|has|had|have|will|would|\w+ed|said)\b)"
    r"|(?:[Tt]he |[Aa]n? )?[A-Z][\w’'.-]*(?: (?:of (?:the )?)?[A-Z][\w’'.-]*)*"
)
_OPENS_NAME = re.compile(r"[A-Z]|(?:an?|the|one|another|his|her|its|their|he|she|they|officials|police)\b")
_CLAUSE = re.compile(r"(?:I|We|It) |\W*\w+\W+(?:was|is|had|has|were|are|will|would)\b")
_MOST_WORDS = 18
REACH = 300
"""How many characters before its verb a subject may begin."""


def behind(sentence: str, before: int, after: int) -> Place | None:
    """The subject behind its verb: `…," said X, a doctor`. The verb is `sentence[before:after]`."""
    said = sentence[:before].rstrip()
    start = skip(sentence, after, " ")
    if not said or said[-1] not in QUOTES + ",?!":
        return None
    if not _OPENS_NAME.match(sentence, start) or _CLAUSE.match(sentence, start):
        return None
    start, end = phrase_from(sentence, start)
    if said[-1] == "," and (_PREDICATE.search(sentence, start, end) or sentence[end : end + 1] not in ",.;"):
        return None  # "Roth, a doctor, said the ward was full": the comma closes an apposition
    if apposition := _APPOSITION.match(sentence, end):
        end = apposition.end()
    return (start, end) if start < end else None


def before(sentence: str, verb: int, form: str, edge: int = 0) -> Place | None:
    """The subject between the last boundary and its verb, with the apposition between the two."""
    edge = max(edge, verb - REACH)
    edge = max((m.end() for m in _LEFT_EDGE.finditer(sentence, edge, verb)), default=edge)
    edge = max((m.end() for m in SUBORDINATOR.finditer(sentence, edge, verb) if m.end() < verb), default=edge)
    words = sentence[edge:verb]
    if relative := _RELATIVE.search(words):
        words = words[: relative.start()]
    words = words.rstrip()
    if form.endswith("ing"):
        words = _BEING.sub("", words)
    if _COORDINATED.search(words) or (form.endswith("ing") and words.endswith(",")):
        return None
    phrase, end = _last_phrase(words)
    start = edge + end - len(phrase)
    end += edge
    if opening := OPENING.match(sentence, start, end):
        start = opening.end()
    start = skip(sentence, _past_and(sentence, start, end), " ")
    if start >= end or len(sentence[start:end].split()) > _MOST_WORDS or not sentence[start].isalnum():
        return None
    return start, end


def _last_phrase(words: str) -> tuple[str, int]:
    """The noun phrase that the words end with, over the commas of an apposition, and where it ends."""
    if not words.endswith(","):
        return words.rsplit(", ", 1)[-1], len(words)
    words = words.rstrip(", ")
    parts = words.split(", ")
    if len(parts) == 1:
        return "", len(words)
    if parts[-1].startswith(("which ", "who ", "whose ")):
        return parts[-2], len(words) - len(parts[-1]) - 2
    if ADVERBIAL.match(parts[-2]):
        return parts[-1], len(words)
    kept = parts[-3:] if parts[-2].isdigit() else parts[-2:]
    return ", ".join(kept), len(words)


def _past_and(sentence: str, start: int, end: int) -> int:
    """Past an "and" that joins clauses, not names."""
    for match in re.finditer(r"\s(?:and|or)\s", sentence[start:end]):
        left = sentence[start : start + match.start()].split()
        if left and (
            len(left) > 8
            or ADVERBIAL.match(left[0])
            or PRONOUNS.fullmatch(left[0])
            or _FINITE.search(" ".join(left))
        ):
            return start + match.end()
    return start


def opening(sentence: str, verb: int) -> Place | None:
    """The subject of `…, saying that` or `… and said that`: the phrase that opens the sentence."""
    adverbs = OPENING.match(sentence)
    found = _SUBJECT.match(sentence, adverbs.end() if adverbs else skip(sentence, 0, QUOTES + " "), verb)
    return found.span() if found else None


def phrase_from(sentence: str, start: int) -> Place:
    """A noun phrase from here to the next boundary, trimmed."""
    stop = _PHRASE_END.search(sentence, start)
    end = stop.start() if stop else len(sentence)
    while end > start and sentence[end - 1] in " ,":
        end -= 1
    return start, end


def skip(sentence: str, at: int, signs: str) -> int:
    """The first place from `at` on that has none of the signs."""
    while at < len(sentence) and sentence[at] in signs:
        at += 1
    return at
