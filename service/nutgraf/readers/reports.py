"""Who says so: from a sentence to its report frames, with source, cue, what is said, and through whom.

"X said that …", "…, said X", "according to X, which cited Y", "X was quoted as saying". No grammar
is built: the source is what stands between the last boundary and the verb, so a frame is right most
of the time, and its words always stand in the sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from . import report_sources as subject
from .report_sources import QUOTES, REACH, phrase_from, skip
from .report_words import (
    ACCORDING,
    ADVERBIAL,
    CITING,
    DROPPABLE,
    FORMS,
    INVERTS,
    MAYBE_NOUN,
    NEEDS_THAT,
    NOUNISH,
    OUTLET,
    PASSIVE,
    PASSIVE_BY,
    PRONOUNS,
    QUOTED_AS,
    VERB,
    Manner,
)

Place = tuple[int, int]
Position = Literal["initial", "medial", "final"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One report frame. Spans count in the sentence that was read.

    `source` and `cue` are spans of words; `content` is what is said, `span` the whole frame with
    its comma and its "that"; `verb` is the base form of the cue's verb, or `according`. `via`
    passes the words on: the outlet that cites.
    """

    source: Place
    cue: Place
    span: Place
    content: Place
    position: Position
    manner: Manner
    verb: str
    via: Place | None = None
    quote: bool = False


_ADDRESSEE = re.compile(
    r"\s(?P<to>(?:to\s)?(?:(?:the|a|an|his|her|their|its|local|state|foreign|several)\s)*"
    r"(?:[A-Z][\w’'.]*(?:\s(?:of\s|and\s)?[A-Z][\w’'.]*)*"
    r"(?:\s(?:television|radio|newspapers?|news agency|TV))?|reporters|journalists|lawmakers|parliament"
    r"|supporters|radio"
    r"|television|state television|newspaper|paper|agency|broadcaster|court|police|him|her|them|us|me"
    r"|investors"
    r"|officials|voters|news\sconference|briefing|crowd|rally|magazine|committee|senators|members"
    r"|\w+(?=\sthat\b)))"
    r"(?=[\s,.”\"]|$)"
)
_TAIL = re.compile(
    r"(?:,?\s(?:(?:late|early)\s)?(?:on|in|at|during|to|via|through|by|from|after|of|about|before|with"
    r"|outside|late|early"
    r"|earlier|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)\b[^.,;:“”\"]{0,70})?"
)
_THAT = re.compile(
    r"(?:,?\s(?:on|in|at|during|to|via|for|outside|late|early|\w+day|yesterday|repeatedly"
    r"|again)\b[^.,;:“”\"]{0,60}?)?"
    r"\s+that\b\s*|\s*[,:]?\s*(?=[“\"])|\s*:\s*|\s+"
)
_END = re.compile(r"\s*[.!?…]*[”\"’')]*\s*$")


_TELLS = frozenset("tell ask inform urge warn".split())


def frames(sentence: str) -> tuple[Frame, ...]:
    """The report frames of one sentence, in the order of their cues."""
    found = sorted(
        [*_according(sentence), *_quoted_as(sentence), *_verbs(sentence), *_passives(sentence)],
        key=lambda frame: frame.cue,
    )
    kept: list[Frame] = []
    for frame in found:
        if not kept or frame.cue[0] >= kept[-1].cue[1]:
            kept.append(frame)
    return tuple(_nested(_chained(sentence, kept), sentence))


def droppable(sentence: str) -> Place | None:
    """The span of a report frame at the start or end whose removal leaves a full clause that claims the
    same."""
    for frame in frames(sentence):
        words = sentence[slice(*frame.content)].strip(" ,")
        left = sentence[: frame.span[0]] + sentence[frame.span[1] :]
        if frame.verb not in (*DROPPABLE, "according") or frame.quote or len(left.split()) < 4 or not words:
            continue
        if frame.position == "final" and words[0] not in QUOTES and _END.match(sentence, frame.span[1]):
            return frame.span
        opens = frame.position == "initial" and not sentence[: frame.span[0]].strip()
        if opens and not PRONOUNS.search(words) and words[0].isalnum():
            return frame.span
    return None


# ----------------------------------------------------------------------------------------------- according to


def _according(sentence: str) -> Iterator[Frame]:
    for match in ACCORDING.finditer(sentence):
        start, end = phrase_from(sentence, match.end())
        if start == end:
            continue
        comma = match.start() - len(sentence[: match.start()]) + len(sentence[: match.start()].rstrip(" ,"))
        if not sentence[:comma].strip(QUOTES + " "):
            after = skip(sentence, end, " ,")
            yield Frame(
                (start, end),
                match.span("cue"),
                (match.start(), after),
                (after, len(sentence)),
                "initial",
                "say",
                "according",
            )
            continue
        final = bool(_END.match(sentence, end))
        quote = sentence[:comma][-1] in QUOTES
        yield Frame(
            (start, end),
            match.span("cue"),
            (comma, end),
            (0, comma),
            "final" if final else "medial",
            "say",
            "according",
            quote=quote,
        )


def _quoted_as(sentence: str) -> Iterator[Frame]:
    for match in QUOTED_AS.finditer(sentence):
        if source := subject.before(sentence, match.start(), "was"):
            via = match.span("via") if match["via"] else None
            content = (skip(sentence, match.end(), " ,:"), len(sentence))
            yield Frame(
                source, match.span("cue"), (source[0], content[0]), content, "initial", "say", "say", via,
                sentence[content[0] : content[0] + 1] in tuple(QUOTES),
            )  # fmt: skip


# ------------------------------------------------------------------------------------------------ verbs


def _verbs(sentence: str) -> Iterator[Frame]:
    last: Frame | None = None
    for match in VERB.finditer(sentence):
        near, form = sentence[max(0, match.start() - REACH) : match.start()], match["verb"]
        manner, base = FORMS[form]
        passive = PASSIVE.search(near[-40:]) and not form.endswith("ing")
        if passive or NOUNISH.search(near[-40:]) or _open_quote(sentence, match.start()):
            continue
        edge = last.cue[1] if last and last.cue[1] < match.start() else 0
        inverted = subject.behind(sentence, *match.span()) if base in INVERTS else None
        source = inverted or subject.before(sentence, match.start(), form, edge)
        source = source or (last.source if last else subject.opening(sentence, match.start()))
        if not source or (_unsure(form, base, sentence[slice(*source)]) and not _signalled(sentence, match)):
            continue
        frame = _framed(sentence, source, match, manner, base, inverted=inverted is not None)
        if frame:
            last = frame
            yield frame


def _passives(sentence: str) -> Iterator[Frame]:
    """`was accused by X of fraud`."""
    for match in PASSIVE_BY.finditer(sentence):
        start, end = phrase_from(sentence, match.end())
        end = start + len(re.split(r"\s(?:of|as|for|in|on|to)\s", sentence[start:end])[0])
        manner, base = FORMS.get(match["verb"], ("say", "say"))
        if start < end:
            span = (match.start(), end)
            yield Frame((start, end), match.span("verb"), span, (0, len(sentence)), "medial", manner, base)


def _open_quote(sentence: str, at: int) -> bool:
    """Whether a place is inside a quotation."""
    return sentence.rfind("“", 0, at) > sentence.rfind("”", 0, at) or sentence.count('"', 0, at) % 2 == 1


def _unsure(form: str, base: str, subject: str) -> bool:
    if base in NEEDS_THAT:
        return True
    return form in MAYBE_NOUN and not PRONOUNS.fullmatch(subject)


def _signalled(sentence: str, match: re.Match[str]) -> bool:
    """Whether "that", a colon or a quotation shows that the verb reports."""
    before = sentence[max(0, match.start() - REACH) : match.start()]
    after = re.compile(r"(?: \w+){0,2} that\b|[,:]?\s*[“\"]|:\s").match(sentence, match.end())
    return bool(after or re.search(r"[,?!][”\"]\s[^,]*$", before))


def _framed(
    sentence: str, source: Place, verb: re.Match[str], manner: Manner, base: str, *, inverted: bool
) -> Frame | None:
    """Find what is said: before the frame, behind it, or on both sides."""
    start, end = (verb.start(), source[1]) if inverted else (source[0], verb.end())
    cue = verb.span("verb")
    via = None
    addressee = _ADDRESSEE.match(sentence, end)
    if addressee and (base in _TELLS or addressee["to"].startswith("to ")):
        end = addressee.end()
        if OUTLET.search(addressee["to"]):
            via = (end - len(addressee["to"].removeprefix("to ")), end)
    tail = _TAIL.match(sentence, end)
    ended = tail.end() if tail else end
    before = sentence[:start].rstrip()
    said = before.rstrip(" ,–—-")
    if _precedes(before, said):
        span, quote = (len(said), ended), said[-1] in QUOTES
        if _END.match(sentence, ended):
            return Frame(source, cue, span, (0, len(said)), "final", manner, base, via, quote)
        if inverted or sentence[ended] in ",.:":
            return Frame(source, cue, span, (0, len(sentence)), "medial", manner, base, via, quote)
    that = _THAT.match(sentence, end)
    content = that.end() if that else end
    if not sentence[content:].strip(QUOTES + " .!?"):
        return None
    quote = sentence[content] in QUOTES
    return Frame(source, cue, (start, content), (content, len(sentence)), "initial", manner, base, via, quote)


def _precedes(before: str, said: str) -> bool:
    """Whether the words before a frame are what is said, and no mere adverbial ("On Monday, police said")."""
    words = len(said.split(maxsplit=8))
    if words < 2 or before[-1] not in QUOTES + ",?!–—":
        return False
    return not (before[-1] == "," and words < 8 and ADVERBIAL.match(said))


# ----------------------------------------------------------------------------------------------- through whom


def _chained(sentence: str, found: list[Frame]) -> list[Frame]:
    """With "citing Y" or "which cited Y" behind a frame, Y is the source and the frame's own source passes
    it on."""
    chained = list(found)
    for match in CITING.finditer(sentence):
        start, end = phrase_from(sentence, match.end())
        before = [
            index for index, frame in enumerate(chained) if frame.cue[1] <= match.start() and not frame.via
        ]
        if start == end or not before:
            continue
        frame = chained[before[-1]]
        stop = end if frame.position == "final" or frame.span[1] >= match.start() - 1 else frame.span[1]
        closes = frame.verb == "according" and frame.content[0] == 0 and _END.match(sentence, end)
        position: Position = "final" if closes else frame.position
        chained[before[-1]] = replace(
            frame, source=(start, end), via=frame.source, span=(frame.span[0], stop), position=position
        )
    return chained


def _nested(found: list[Frame], sentence: str) -> Iterator[Frame]:
    """A frame inside what an outlet or report says has that outlet as `via`."""
    for frame in found:
        outer = next(
            (
                f
                for f in found
                if f is not frame
                and f.content[0] <= frame.cue[0]
                and frame.cue[1] <= f.content[1]
                and f.cue != frame.cue
            ),
            None,
        )
        outlet = outer is not None and OUTLET.search(sentence[slice(*outer.source)])
        yield replace(frame, via=outer.source) if outer and outlet and not frame.via else frame
