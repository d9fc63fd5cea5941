"""What a sentence says of persons in numbers: a passage in, their ages, sentences and times in detention out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .facts import Fact, duration
from .numbers import numbers
from .passages import PERSONS, Passage, object_of, opener, subject

_AFTER_NAME = re.compile(
    r"(?:, (?:aged )?|, (?:who|is|was) (?:is |was )?| \(| is | was )(?P<age>\d{1,3})"
    r"(?= years old|[,;.)](?! ?\d)| and\b| when (?:he|she) (?:died|was killed)|$)"
)
_BEFORE_NAME = re.compile(r"\b(?P<age>\d{1,3})-year-old (?:[\w’'-]+ ){0,4}?$")
_PRONOUN_AGE = re.compile(
    r"(?<!since )(?<!when )(?<!until )(?<!before )(?<!while )\b(?:[Hh]e|[Ss]he) (?:is|was) (?P<age>\d{1,3})(?= years old[,.;]|[,.;]| when (?:he|she) (?:died|was killed))"
)
_DURATION = (
    r"(?:(?:more than|over|nearly|almost|about|around|at least|just under|just over|up to|some) )?"
    r"(?:an?|\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)(?: and a half)?[ -](?:year|month|week|day|decade|hour)s?"
)
_HELD = re.compile(
    r"\b(?:(?:has|have|had) been (?:\w+ly )?(?:held|imprisoned|jailed|incarcerated)|(?:was|were|been|being) (?:\w+ly )?"
    r"(?:detained|held)|in (?:custody|detention|captivity)|behind bars)\b[^.;,“”\"]{0,60}? for (?P<time>"
    + _DURATION
    + r")\b|\bspent (?:the (?:last|past) )?(?P<time2>"
    + _DURATION
    + r") (?:in (?:\w+ ){0,2}?(?:custody|detention|captivity|prison|jail)|behind bars)\b"
    r"|\bafter (?P<time4>"
    + _DURATION
    + r") (?:in (?:\w+ )?(?:custody|detention|captivity|prison|jail)|behind bars)\b"
    r"|\b(?P<verb>held|detained|imprisoned)\b (?P<whom>him|her|(?:[A-Z][\w’'-]+ ?){1,3}) ?for (?P<time3>"
    + _DURATION
    + r")\b"
)
_SENTENCE = re.compile(
    r"\b(?P<verb>sentenced|jailed|serving|given|got|received|handed|imprisoned)\b(?P<whom>(?:[^.;,“”\"]{1,40}?(?:, \d{1,3},)?)?)"
    r" (?:to |for |an? |the )*(?P<time>" + _DURATION + r")"
    r"(?= (?:in |of |behind |(?:suspended |prison |jail )*(?:sentence|term)|for\b|on |after|at )|[,.;]|$)"
)
_OPEN = re.compile(
    r"\b(?:face[sd]?|facing|up to|asked|demand\w*|sought|seek\w*|maximum|minimum|could|would|may|might|if|reduced|"
    r"instead|originally|initially|first|earlier|previous\w*|former|then|another|additional|further|suspended|not|"
    r"cut|commuted|before|later|about to|at the time)\b"
)


def ages(passage: Passage, number: int) -> Iterator[Fact]:
    """The ages of persons, by name or by the pronoun that means them."""
    for mention in passage.mentions:
        if mention.kind not in PERSONS:
            continue
        found = _AFTER_NAME.match(passage.text, mention.end) or _BEFORE_NAME.search(
            passage.text, max(0, mention.start - 60), mention.start
        )
        if found:
            yield _age(passage, number, mention.entity, found)
    for found in _PRONOUN_AGE.finditer(passage.text):
        if who := subject(passage, found.end("age")):
            yield _age(passage, number, who, found)


def _age(passage: Passage, number: int, who: str, found: re.Match[str]) -> Fact:
    start, end = found.span("age")
    value = float(found["age"])
    return Fact(
        "number",
        "age",
        who,
        found["age"],
        passage.offset + start,
        passage.offset + end,
        number,
        who,
        value,
        value,
    )


def terms(passages: Sequence[Passage]) -> Iterator[Fact]:
    """How long persons have been held, and how long the sentences are that they got: two attributes.

    Whom an article's first sentence does not name is who opens the second, or the only one it tells the same of.
    """
    found = [fact for number, passage in enumerate(passages) for fact in _terms(passage, number)]
    for fact in found:
        if fact.subject is None:
            others = {f.subject for f in found if f.about == fact.about and f.subject}
            who = opener(passages[1]) if len(passages) > 1 else None
            who = who or (others.pop() if len(others) == 1 else None)
            if fact.passage > 0 or who is None:
                continue
            fact = replace(fact, subject=who, key=who)
        yield fact


def _terms(passage: Passage, number: int) -> Iterator[Fact]:
    for pattern, about in ((_HELD, "time in detention"), (_SENTENCE, "length of the sentence")):
        for found in pattern.finditer(passage.text):
            group = next(
                name
                for name in ("time", "time2", "time3", "time4")
                if name in found.groupdict() and found[name]
            )
            start, end = found.span(group)
            start -= len("for ")  # "a year" alone is no number
            value = next(iter(numbers(passage.text[start:end])), None)
            if (
                value is None
                or value.kind != "duration"
                or _OPEN.search(passage.text[: found.start()].rsplit(",", 1)[-1])
            ):
                continue
            verb = found.end("verb") if found["verb"] else found.start()
            who = _named(passage, *found.span("whom")) if found["whom"] else None
            who = who or object_of(passage, verb) or subject(passage, found.start())
            low, high = duration(value)
            at = passage.offset + start
            yield Fact(
                "number",
                about,
                who,
                value.text,
                at + value.start,
                at + value.end,
                number,
                subject=who,
                low=low,
                high=high,
                exact=False,
                unit=value.unit,
            )


def _named(passage: Passage, start: int, end: int) -> str | None:
    """Whom a court sentenced: "sentenced Vell to two years"."""
    return next((m.entity for m in passage.mentions if start <= m.start < end and m.kind in PERSONS), None)
