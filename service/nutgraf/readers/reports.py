"""Who says so: from a sentence to its report frames, with source, cue, what is said, and through whom.

"X said that …", "…, said X", "according to X, which cited Y", "X was quoted as saying". No grammar is built: the source
is what stands between the last boundary and the verb, so a frame is right most of the time, and its words always stand
in the sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

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
    OPENING,
    OUTLET,
    PASSIVE,
    PASSIVE_BY,
    PRONOUNS,
    QUOTED_AS,
    SUBORDINATOR,
    VERB,
    Manner,
)

Place = tuple[int, int]
Position = Literal["initial", "medial", "final"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One report frame. Spans count in the sentence that was read.

    `source` and `cue` are spans of words; `content` is what is said, `span` the whole frame with its comma and its
    "that"; `verb` is the base form of the cue's verb, or `according`. `via` passes the words on: the outlet that cites.
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


_QUOTES = '“”"«»'
_LEFT_EDGE = re.compile(r"[“”\"«»;:?!()]|\s[–—-]{1,2}\s|—")
_NP_END = re.compile(
    r"[,.;:?!“”\"()]|\s[–—-]{1,2}\s|\s(?:who|which|that|when|while|after|before|because|as|and that|but|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|$"
)
_APPOSITION = re.compile(
    r",\s[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}(?=[.,])|,\s(?:an?|the|his|her|its|their|[\w’']+['’]s|\d{1,3}(?=,)|who)\s?[^,.;:“”\"]*|,\s\d{1,3}(?=,)"
)
_ADDRESSEE = re.compile(
    r"\s(?P<to>(?:to\s)?(?:(?:the|a|an|his|her|their|its|local|state|foreign|several)\s)*(?:(?:[A-Z][\w’'.]*)(?:\s(?:of\s|and\s)?[A-Z][\w’'.]*)*"
    r"(?:\s(?:television|radio|newspaper|news agency|TV|newspapers))?|reporters|journalists|lawmakers|parliament|supporters|radio|television"
    r"|state television|newspaper|paper|agency|broadcaster|court|police|him|her|them|us|me|investors|officials|voters|\w+(?=\sthat\b)"
    r"|news\sconference|briefing|crowd|rally|magazine|committee|senators|members))(?=[\s,.”\"]|$)"
)
_TAIL = re.compile(
    r"(?:,?\s(?:(?:late|early)\s)?(?:on|in|at|during|to|via|through|by|from|after|of|about|before|with|outside|late|early|earlier|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday|yesterday|today)\b[^.,;:“”\"]{0,70})?"
)
_COORDINATED = re.compile(r"(?:^|[\s,])(?:and|but|or|then|also|later)$")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|\w{2,}ed)\b")
_SUBJECT = re.compile(
    r"(?:[A-Z][\w’'.-]*|[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?: [\w’'-]+){0,6}?(?=,| (?:was|were|is|are|has|had|have|will|would|\w+ed|said)\b)"
    r"|(?:[Tt]he |[Aa]n? )?[A-Z][\w’'.-]*(?: (?:of (?:the )?)?[A-Z][\w’'.-]*)*"
)
_THAT = re.compile(
    r"(?:,?\s(?:on|in|at|during|to|via|for|outside|late|early|\w+day|yesterday|repeatedly|again)\b[^.,;:“”\"]{0,60}?)?\s+that\b\s*|\s*[,:]?\s*(?=[“\"])|\s*:\s*|\s+"
)
_END = re.compile(r"\s*[.!?…]*[”\"’')]*\s*$")


def frames(sentence: str) -> tuple[Frame, ...]:
    """The report frames of one sentence, in the order of their cues."""
    found = sorted(
        [*_according(sentence), *_quoted_as(sentence), *_verbs(sentence)], key=lambda frame: frame.cue
    )
    kept: list[Frame] = []
    for frame in found:
        if not kept or frame.cue[0] >= kept[-1].cue[1]:
            kept.append(frame)
    return tuple(_nested(_chained(sentence, kept), sentence))


def droppable(sentence: str) -> Place | None:
    """The span of a report frame at the start or end whose removal leaves a full clause that claims the same."""
    for frame in frames(sentence):
        words = sentence[slice(*frame.content)].strip(" ,")
        if frame.verb not in (*DROPPABLE, "according") or frame.quote or len(words.split()) < 4:
            continue
        if frame.position == "final" and words[0] not in _QUOTES and _END.match(sentence, frame.span[1]):
            return frame.span
        opens = frame.position == "initial" and not sentence[: frame.span[0]].strip()
        if opens and not PRONOUNS.search(words) and words[0].isalnum():
            return frame.span
    return None


# ------------------------------------------------------------------------------------------------ according to


def _according(sentence: str) -> Iterator[Frame]:
    for match in ACCORDING.finditer(sentence):
        start, end = _phrase_after(sentence, match.end())
        if start == end:
            continue
        comma = match.start() - len(sentence[: match.start()]) + len(sentence[: match.start()].rstrip(" ,"))
        if not sentence[:comma].strip(_QUOTES + " "):
            after = _skip(sentence, end, " ,")
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
        quote = sentence[:comma][-1] in _QUOTES
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
        if source := _subject(sentence, match.start()):
            via = match.span("via") if match["via"] else None
            content = (_skip(sentence, match.end(), " ,:"), len(sentence))
            yield Frame(
                source, match.span("cue"), (source[0], content[0]), content, "initial", "say", "say", via,
                sentence[content[0] : content[0] + 1] in tuple(_QUOTES),
            )  # fmt: skip


# ------------------------------------------------------------------------------------------------ verbs


def _verbs(sentence: str) -> Iterator[Frame]:
    last: Place | None = None
    for match in VERB.finditer(sentence):
        before, form = sentence[: match.start()], match["verb"]
        manner, base = FORMS[form]
        if (
            NOUNISH.search(before)
            or _open_quote(before)
            or (PASSIVE.search(before) and not form.endswith("ing"))
        ):
            continue
        inverted = _inverted(sentence, match) if base in INVERTS else None
        source = (
            inverted
            or _subject(sentence, match.start(), form)
            or last
            or _opening_subject(sentence, match.start())
        )
        if not source or (_unsure(form, base, sentence[slice(*source)]) and not _signalled(sentence, match)):
            continue
        group = (match.start(), match.end())
        if frame := _framed(sentence, source, group, match.span("verb"), manner, base, inverted is not None):
            last = source
            yield frame
    for match in PASSIVE_BY.finditer(sentence):
        source = _phrase_after(sentence, match.end())
        source = (
            source[0],
            source[0] + len(re.split(r"\s(?:of|as|for|in|on|to)\s", sentence[slice(*source)])[0]),
        )
        manner, base = FORMS[match["verb"]] if match["verb"] in FORMS else ("say", "say")
        yield Frame(
            source, match.span("verb"), (match.start(), source[1]), (0, len(sentence)), "medial", manner, base
        )


def _open_quote(before: str) -> bool:
    """Whether the words after `before` are inside a quotation."""
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _unsure(form: str, base: str, subject: str) -> bool:
    if base in NEEDS_THAT:
        return True
    return form in MAYBE_NOUN and not PRONOUNS.fullmatch(subject)


def _signalled(sentence: str, match: re.Match[str]) -> bool:
    """Whether "that", a colon or a quotation shows that the verb reports."""
    before = sentence[: match.start()]
    after = re.compile(r"(?: \w+){0,2} that\b|[,:]?\s*[“\"]|:\s").match(sentence, match.end())
    return bool(after or re.search(r"[,?!][”\"]\s[^,]*$", before))


def _inverted(sentence: str, match: re.Match[str]) -> Place | None:
    """The subject behind the verb: `…," said X, a doctor`."""
    before = sentence[: match.start()].rstrip()
    if not before or before[-1] not in _QUOTES + ",?!":
        return None
    start = _skip(sentence, match.end(), " ")
    words = sentence[start : start + 30]
    if not words or not (
        words[0].isupper()
        or re.match(r"(?:an?|the|one|another|his|her|its|their|he|she|they|officials|police)\b", words)
    ):
        return None
    if words.startswith(("I ", "We ", "It ")) or re.match(
        r"\W*\w+\W+(?:was|is|had|has|were|are|will|would)\b", words
    ):
        return None
    start, end = _phrase_after(sentence, start)
    if apposition := _APPOSITION.match(sentence, end):
        end = apposition.end()
    return (start, end) if start < end else None


def _subject(sentence: str, verb: int, form: str = "") -> Place | None:
    """What stands between the last boundary and the verb, with the apposition before it."""
    edge = max((m.end() for m in _LEFT_EDGE.finditer(sentence, 0, verb)), default=0)
    edge = max((m.end() for m in SUBORDINATOR.finditer(sentence, edge, verb) if m.end() < verb), default=edge)
    words = sentence[edge:verb]
    relative = re.search(r",?\s(?:who|which)\s+$", words)
    if relative:
        words = words[: relative.start()]
    stripped = words.rstrip()
    if _COORDINATED.search(stripped) or (form.endswith("ing") and stripped.endswith(",")):
        return None
    parts = stripped.rstrip(",").split(", ")
    if stripped.endswith(",") and len(parts) > 1:
        keep = 3 if len(parts) > 2 and parts[-2].isdigit() else 2
        phrase = ", ".join(parts[-keep:])
        if parts[-1].startswith(("which ", "who ", "whose ")):
            phrase, stripped = parts[-2], ", ".join(parts[:-1])
    elif stripped.endswith(","):
        return None
    else:
        phrase = parts[-1]
    end = edge + len(stripped.rstrip(","))
    start = end - len(phrase)
    if opening := OPENING.match(sentence, start, end):
        start = opening.end()
    start = _after_and(sentence, start, end)
    start = _skip(sentence, start, " ")
    if start >= end or len(sentence[start:end].split()) > 18 or not sentence[start:end][0].isalnum():
        return None
    return start, end


def _after_and(sentence: str, start: int, end: int) -> int:
    """Past an "and" that joins clauses, not names."""
    for match in re.finditer(r"\s(?:and|or)\s", sentence[start:end]):
        left = sentence[start : start + match.start()].split()
        if left and (len(left) > 4 or PRONOUNS.fullmatch(left[0]) or _FINITE.search(" ".join(left))):
            return start + match.end()
    return start


def _opening_subject(sentence: str, verb: int) -> Place | None:
    """The subject of `…, saying that` or `… and said that`: the phrase that opens the sentence."""
    opening = OPENING.match(sentence)
    at = opening.end() if opening else _skip(sentence, 0, _QUOTES + " ")
    found = _SUBJECT.match(sentence, at, verb)
    return found.span() if found else None


def _framed(
    sentence: str, source: Place, group: Place, cue: Place, manner: Manner, base: str, inverted: bool
) -> Frame | None:
    """Find what is said: before the frame, behind it, or on both sides."""
    start, end = (group[0], source[1]) if inverted else (source[0], group[1])
    before = sentence[:start].rstrip()
    said_before = before.rstrip(" ,–—-")
    precedes = (
        len(said_before.split()) > 1
        and before[-1] in _QUOTES + ",?!–—"
        and not (before[-1] == "," and len(said_before.split()) < 8 and ADVERBIAL.match(said_before))
    )
    via = None
    if addressee := _ADDRESSEE.match(sentence, end):
        if base in ("tell", "ask", "inform", "urge", "warn") or addressee["to"].startswith("to "):
            end = addressee.end()
            if OUTLET.search(addressee["to"]):
                via = (addressee.start("to") + 3 * addressee["to"].startswith("to "), end)
    tail = _TAIL.match(sentence, end)
    ended = tail.end() if tail else end
    if precedes and _END.match(sentence, ended):
        comma = len(said_before)
        quote = said_before[-1] in _QUOTES
        return Frame(source, cue, (comma, ended), (0, comma), "final", manner, base, via, quote)
    if precedes and (inverted or sentence[ended : ended + 1] in (",", ".", ":")):
        comma = len(said_before)
        return Frame(
            source,
            cue,
            (comma, ended),
            (0, len(sentence)),
            "medial",
            manner,
            base,
            via,
            said_before[-1] in _QUOTES,
        )
    that = _THAT.match(sentence, end)
    content = that.end() if that else end
    if not sentence[content:].strip(_QUOTES + " .!?"):
        return None
    quote = sentence[content] in _QUOTES
    return Frame(source, cue, (start, content), (content, len(sentence)), "initial", manner, base, via, quote)


# ------------------------------------------------------------------------------------------------ through whom


def _chained(sentence: str, found: list[Frame]) -> list[Frame]:
    """With "citing Y" or "which cited Y" behind a frame, Y is the source and the frame's own source passes it on."""
    chained = list(found)
    for match in CITING.finditer(sentence):
        start, end = _phrase_after(sentence, match.end())
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


def _phrase_after(sentence: str, start: int) -> Place:
    """A noun phrase from here to the next boundary, trimmed."""
    stop = _NP_END.search(sentence, start)
    end = stop.start() if stop else len(sentence)
    while end > start and sentence[end - 1] in " ,":
        end -= 1
    return start, end


def _skip(sentence: str, at: int, signs: str) -> int:
    while at < len(sentence) and sentence[at] in signs:
        at += 1
    return at
