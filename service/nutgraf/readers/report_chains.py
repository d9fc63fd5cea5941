"""Reports in, reports with chains out: through whom the words came, and whom a "who" stands for."""

import re
from dataclasses import replace

from .report_contents import sentence_end
from .report_parts import Report
from .report_phrases import Range, phrase_before, phrase_behind, with_apposition
from .report_tokens import Tokens

_OUTLET = re.compile(
    r"\b(?:AP|AFP|Reuters|UPI|PTI|APP|BBC|CNN|CNBC|NPR|NBC|ABC|CBS|TASS|Xinhua|Interfax|Bloomberg|Politico"
    r"|WSJ|NYT|Axios|Fox News|Al Jazeera|Associated Press|Times|Post|Journal|Herald|Tribune|Guardian|Gazette"
    r"|Courier|Press|News|newspapers?|the paper|agency|broadcaster|radio|television|TV|magazine|website"
    r"|outlets?|media|tabloid|daily|weekly|the report|report)\b"
)
_CITES = frozenset(("cite", "quote"))
_RELATIVES = frozenset(("who", "which", "whose", "whom"))
_LONGEST = 20
_NEIGHBOURS = 6


def chained(t: Tokens, found: list[Report]) -> list[Report]:
    """The reports, in their order, with `via` filled in; a "who" as source gives way to the one it stands for.

    "AFP reported, citing the lawyer" becomes one report of the lawyer through AFP.
    """
    reports: list[Report] = []
    for report in sorted(found, key=lambda r: r.cue):
        named = replace(report, source=_named(t, report.source), via=report.via or _told(t, report))
        if named.verb in _CITES and (passed := _passed_on(t, reports, named)) is not None:
            at, source = passed
            frame = (reports[at].frame[0], max(reports[at].frame[1], source[1]))
            reports[at] = replace(reports[at], source=source, via=reports[at].source, frame=frame)
            continue
        reports.append(named)
    return [_nested(t, reports, at) for at in range(len(reports))]


def _named(t: Tokens, source: Range | None) -> Range | None:
    """The source without its relative clause; for a relative pronoun, the noun phrase that it stands for."""
    if source is None:
        return None
    clauses = (k for k in range(source[0] + 2, source[1]) if t.tag[k - 1] == "," and t.word[k] in _RELATIVES)
    if clause := next(clauses, None):
        return source[0], clause - 2
    if t.word[source[0]] not in ("who", "which", "that") or source[0] != source[1]:
        return source
    low = t.first[t.sentence[source[0]]]
    at = source[0] - 1
    at -= at >= low and t.tag[at] == ","
    while low < at and t.tag[low] in ("break", "open"):
        low += 1
    bounds = (
        k + 1
        for k in range(at, max(low, at - _LONGEST) - 1, -1)
        if t.tag[k] in ("prep", "to") and t.word[k] != "of"
    )
    return (phrase_before(t, at, next(bounds, low)) if at >= low else None) or source


def _told(t: Tokens, report: Report) -> Range | None:
    """The outlet that was told: "told AFP that", "confirmed to AFP"."""
    at, end = report.cue[1] + 1, sentence_end(t, report.cue[1])
    to = t.word[at : at + 1] == ["to"]
    if report.verb != "tell" and not to:
        return None
    at += to
    whom = phrase_behind(t, at, end) if at <= end else None
    return whom if whom and _is_outlet(t, whom) else None


def _is_outlet(t: Tokens, place: Range) -> bool:
    start, end = t.span(*place)
    return bool(_OUTLET.search(t.text, start, end))


def _passed_on(t: Tokens, reports: list[Report], citing: Report) -> tuple[int, Range] | None:
    """The place of the report that the cited one's words are in, and who is cited."""
    end = sentence_end(t, citing.cue[1])
    who = phrase_behind(t, citing.cue[1] + 1, end) if citing.cue[1] < end else None
    if who is None:
        return None
    for at in range(len(reports) - 1, max(-1, len(reports) - 1 - _NEIGHBOURS), -1):
        earlier = reports[at]
        if t.sentence[earlier.cue[0]] != t.sentence[citing.cue[0]]:
            return None
        aside = t.word[citing.cue[0]].endswith("ing") and t.tag[citing.cue[0] - 1] == ","
        if (earlier.source == citing.source or aside) and earlier.via is None:
            return at, with_apposition(t, who, end)
    return None


def _nested(t: Tokens, reports: list[Report], at: int) -> Report:
    """With the outlet as `via` in whose own report this one stands."""
    report = reports[at]
    if report.via or report.source is None:
        return report
    for other in reports[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]:
        inside = any(a <= report.cue[0] and report.cue[1] <= b for a, b in other.said)
        if other is report or not inside or other.source in (None, report.source):
            continue
        if other.source and _is_outlet(t, other.source):
            return replace(report, via=other.source)
    return report
