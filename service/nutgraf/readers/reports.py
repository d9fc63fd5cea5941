"""Who says so: text in, its report frames out, with source, cue, what is said, and through whom.

"X said that …", "…, said X", "according to X, which cited Y", "X was quoted as saying". The words are read once,
left to right; each cue asks for its subject and for what is said. A quotation goes on over sentences and paragraphs,
so whole texts are read better than single sentences.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .report_chains import chained
from .report_contents import sentence_end
from .report_cues import reports
from .report_parts import Position, Report
from .report_quotes import transcripts, with_quotations
from .report_tokens import Tokens, read
from .report_words import DROPPABLE, MARKED, SPEECH, Manner

Place = tuple[int, int]

_NEGATED = frozenset(("not", "never", "cannot"))
_PRONOUNS = frozenset(
    "it its itself he his him himself she her hers herself they their them themselves we our us i my me".split()
)
_LONGEST = 60
_BACK = 8
_CUT = ("open", ":")


@dataclass(frozen=True, slots=True)
class Frame:
    """One report frame. Spans count in the text that was read.

    `source` and `cue` are spans of words; `source` is None where nobody is named ("is expected to"). `content` is
    what is said, in pieces; `span` the whole frame with its comma and its "that"; `verb` is the base form of the
    cue's verb, `noun`, `be` (an adjective), `quote` (quoted words without a verb of their own) or `according`.
    `via` passes the words on: the outlet that cites.
    """

    source: Place | None
    cue: Place
    span: Place
    content: tuple[Place, ...]
    position: Position
    manner: Manner
    verb: str
    via: Place | None = None
    quote: bool = False


def attributions(text: str) -> tuple[Frame, ...]:
    """Whatever somebody says, thinks, wants or holds in `text`; sources stand as they are ("who", "his")."""
    t = read(text)
    return tuple(_frame(t, report) for report in _all(t))


def reported(text: str) -> tuple[Frame, ...]:
    """The frames that report: speech, claims, expectations and requests with a source, with their chains.

    Stances ("backs the plan"), nouns and negated speech are left out, and a "who" is given as the one it stands for.
    """
    t = read(text)
    found = chained(t, _all(t))
    return tuple(_frame(t, report) for report in found if report.source and _reports(t, report))


def frames(sentence: str) -> list[Frame]:
    """The frames of one sentence that report, in order."""
    return list(reported(sentence))


def droppable(sentence: str) -> Place | None:
    """The span of a report frame at the start or end whose removal leaves a full clause that claims the same."""
    for frame in frames(sentence):
        words = " ".join(sentence[a:b] for a, b in frame.content).strip(" ,")
        left = sentence[: frame.span[0]] + sentence[frame.span[1] :]
        if frame.verb not in (*DROPPABLE, "according") or frame.quote or len(left.split()) < 4 or not words:
            continue
        if frame.position == "final" and words[0].isalnum() and not sentence[frame.span[1] :].strip(" .!?"):
            return frame.span
        opens = frame.position == "initial" and not sentence[: frame.span[0]].strip()
        if opens and words[0].isalnum() and not _PRONOUNS.intersection(words.lower().split()):
            return frame.span
    return None


def _all(t: Tokens) -> list[Report]:
    found = [*reports(t), *transcripts(t)]
    _end_at_the_next(t, found)
    return with_quotations(t, found)


def _end_at_the_next(t: Tokens, found: list[Report]) -> None:
    """What is said ends where the same source goes on to report: "said A and added B"."""
    for at, later in enumerate(found):
        earlier = _same(t, found[max(0, at - _BACK) : at], later) if later.shared else None
        if earlier is None:
            continue
        a, b = earlier.said[-1]
        cut = later.cue[0] - 1
        while cut > a and t.tag[cut] in ("adv", "aux", "date"):
            cut -= 1
        joined = cut
        while cut > a and t.tag[cut] in ("coo", ",", "dash", "adv"):
            cut -= 1
        if a < cut < joined and joined < b:
            earlier.said[-1] = (a, cut)


def _same(t: Tokens, before: list[Report], later: Report) -> Report | None:
    """The last report of the same source in the same sentence."""
    for earlier in reversed(before):
        if t.sentence[earlier.cue[0]] != t.sentence[later.cue[0]]:
            return None
        if earlier.source == later.source and earlier.position == "initial":
            return earlier
    return None


def _reports(t: Tokens, report: Report) -> bool:
    """Whether somebody reports here, in so many words."""
    if report.manner == "stance" or report.verb in ("noun", "be", "quote"):
        return False
    group = t.word[max(0, report.cue[0] - 3) : report.cue[0]]
    if any(word in _NEGATED or word.endswith("n't") for word in group) or _has_to(t, report):
        return False
    first = report.said[0][0]
    signalled = (
        t.word[first] == "that"
        or t.tag[first] in _CUT
        or t.tag[report.cue[1] + 1 : report.cue[1] + 2] == [":"]
    )
    return report.verb in SPEECH or (report.verb in MARKED and (signalled or report.position != "initial"))


def _has_to(t: Tokens, report: Report) -> bool:
    return report.cue[0] > 0 and t.tag[report.cue[0] - 1] == "to"


def _frame(t: Tokens, report: Report) -> Frame:
    return Frame(
        t.span(*report.source) if report.source else None,
        t.span(*report.cue),
        _span(t, report),
        tuple(t.span(a, b) for a, b in report.said if a <= b),
        report.position,
        report.manner,
        report.verb,
        t.span(*report.via) if report.via else None,
        report.quote,
    )


def _span(t: Tokens, report: Report) -> Place:
    """The whole frame: to its "that" in front of what is said, from its comma to its stop behind it."""
    first, last = report.frame
    if report.position == "initial":
        said = report.said[0][0]
        after = t.start[said]
        if t.word[said] == "that" and said < report.said[0][1]:
            after = t.start[said + 1]
        return (
            (t.start[first], max(after, t.end[report.cue[1]]))
            if after >= t.start[first]
            else t.span(*report.cue)
        )
    if first and t.tag[first - 1] in (",", "dash"):
        first -= 1
    begin = t.end[first - 1] if t.tag[first] == "dash" and first else t.start[first]
    end = min(sentence_end(t, report.cue[1]), last + _LONGEST)
    while last < end and t.tag[last + 1] not in (",", "dash", ";", "close", "break", "open", ":"):
        last += 1
    return begin, t.end[last]


def spoken(frame: Frame, start: int, end: int) -> int:
    """How many characters of a stretch of the text the frame has as what is said."""
    return _common(frame.content, start, end)


def _common(pieces: Iterable[Place], start: int, end: int) -> int:
    return sum(max(0, min(b, end) - max(a, start)) for a, b in pieces)
