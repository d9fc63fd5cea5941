"""Cited draft in, cited draft with attribution and modality out: who says that it is so, and how firmly.

The source and the cue stand in the cited words. Modality is that of the event's own verb; what the
draft says of it is only a hint, taken where the sentence has a cue for it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nutgraf.line import Cited, Place, Record, Sentence
from nutgraf.readers.polarity import Cue, Kind, cues
from nutgraf.readers.reports import Frame, reported
from nutgraf.readers.triggers import triggers
from nutgraf.readers.words import stems
from nutgraf_schemas import Attribution, Evidence, Modality

# What a cue before the event's verb makes of the event; of several, the first of this table.
_BY_CUE: dict[Kind, Modality] = {
    "denial": "denied",
    "negation": "negated",
    "allegation": "alleged",
    "condition": "hypothetical",
    "plan": "planned",
    "attempt": "hypothetical",
    "possibility": "hypothetical",
}
# What the verb of a report makes of what is reported. Other verbs attribute it.
_VERBS: dict[Modality, str] = {
    "denied": "deny reject dismiss dispute",
    "alleged": "claim allege accuse charge blame suspect",
    "hypothetical": "expect hope fear predict forecast project speculate ask urge demand request call_for"
    " call_on"
    " recommend advise want appeal warn",
    "planned": "vow pledge promise threaten propose plan agree order",
}
_BY_VERB = {verb.replace("_", " "): modality for modality, verbs in _VERBS.items() for verb in verbs.split()}
_FIRM: frozenset[Modality] = frozenset(("denied", "negated", "alleged"))
_UNCONFIRMED = ("confirm", "verif", "acknowledg", "corroborat", "authenticat")
_HINTS: dict[str, Kind] = {"planned": "plan", "alleged": "allegation", "denied": "denial"}


@dataclass(frozen=True, slots=True)
class Report:
    """A report of the article with the sentence that its cue stands in. Spans count in the article as it was read.

    The sentences were put back in their places for that: `start` is where the first of them begins.
    """

    sentence: Sentence
    source: Place
    cue: Place
    via: Place | None
    content: tuple[Place, ...]
    verb: str
    start: int


def attribute(cited: Cited, sentences: Sequence[Sentence]) -> Cited:
    """Give every record its `attribution` and `modality`."""
    by_id = {sentence.id: sentence for sentence in sentences}
    told = _told(sentences) if cited.records else {}
    return replace(cited, records=tuple(_attributed(record, by_id, told) for record in cited.records))


def _attributed(
    record: Record, by_id: Mapping[int, Sentence], told: Mapping[int, Sequence[Report]]
) -> Record:
    home = by_id[record.sentences[0]]
    governing = [
        (sentence, report)
        for sentence in (by_id[number] for number in record.sentences)
        for report in _governing(sentence, record.draft.what, told.get(sentence.id, ()))
    ]
    attribution = {
        (_words(report, report.source).lower(), _words(report, report.cue)): report for _, report in governing
    }
    own = [report for sentence, report in governing if sentence is home or home.speech]
    return replace(
        record,
        attribution=tuple(map(_attribution, attribution.values())),
        modality=_modality(home, record, own),
    )


# --------------------------------------------------------------------------------------------- who says so


def _told(sentences: Sequence[Sentence]) -> dict[int, list[Report]]:
    """The reports of the article by the numbers of the sentences that are told in them, wholly or in part."""
    told: dict[int, list[Report]] = {}
    begins = [sentence.start for sentence in sentences]
    for frame in reported(_text(sentences)):
        own = sentences[bisect_right(begins, frame.cue[0] + begins[0]) - 1]
        report = _report(frame, own, begins[0])
        if report is None:
            continue
        for a, b in frame.content:
            first = max(0, bisect_right(begins, a + begins[0]) - 1)
            for sentence in sentences[first : bisect_left(begins, b + begins[0])]:
                told.setdefault(sentence.id, []).append(report)
    return told


def _report(frame: Frame, own: Sentence, start: int) -> Report | None:
    """A report whose cue, source and outlet stand in one sentence; None for any other, and for one without a source."""
    spans = (frame.source, frame.cue, frame.via or frame.cue)
    if frame.source is None or any(not _within(own, span, start) for span in spans if span):
        return None
    return Report(own, frame.source, frame.cue, frame.via, frame.content, frame.verb, start)


def _within(sentence: Sentence, place: Place, start: int) -> bool:
    return sentence.start <= place[0] + start and place[1] + start <= sentence.end


def _text(sentences: Sequence[Sentence]) -> str:
    """The article's prose, each sentence in its place; what stood between two paragraphs is a blank line."""
    parts: list[str] = []
    end, paragraph = sentences[0].start, sentences[0].paragraph
    for sentence in sentences:
        gap = sentence.start - end
        parts.append((" " if sentence.paragraph == paragraph else "\n") * gap + sentence.prompt)
        end, paragraph = sentence.end, sentence.paragraph
    return "".join(parts)


def _governing(sentence: Sentence, what: str, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports in whose content the event is told. A report that is the event itself governs nothing."""
    told = _stems(what)
    shared = told & _stems(sentence.text)
    for report in reports:
        verb = _stems(_words(report, report.cue))
        inside = _stems(" ".join(_inside(report, sentence))) - verb
        who = _stems(_words(report, report.source))
        is_the_event = verb & told and who & told
        other = shared - who  # "Karelina's lawyer confirmed that she": her name stands with the source
        if other and not is_the_event and 2 * len(other & inside) >= len(other):
            yield report


def _inside(report: Report, sentence: Sentence) -> Iterator[str]:
    """The words of a sentence that are told in the report."""
    for a, b in report.content:
        start, end = a + report.start - sentence.start, b + report.start - sentence.start
        if start < len(sentence.text) and end > 0:
            yield sentence.text[max(0, start) : end]


def _attribution(report: Report) -> Attribution:
    spans = [report.source, report.cue, *([report.via] if report.via else [])]
    start, end = min(a for a, _ in spans) + report.start, max(b for _, b in spans) + report.start
    return Attribution(
        source=_words(report, report.source),
        cue=_words(report, report.cue),
        via=_words(report, report.via) if report.via else None,
        evidence=[Evidence(sentence=report.sentence.id, start=start, end=end)],
    )


def _words(report: Report, place: Place) -> str:
    shift = report.start - report.sentence.start
    return report.sentence.text[place[0] + shift : place[1] + shift]


def _stems(text: str) -> set[str]:
    return {word.stem for word in stems(text)}


# --------------------------------------------------------------------------------------------- how firmly


def _modality(sentence: Sentence, record: Record, governing: Sequence[Report]) -> Modality:
    text = sentence.prompt
    found = cues(text)
    at = _verb(text, record.draft.what)
    over = [cue for cue in found if at is not None and any(a <= at < b for a, b in cue.scope)]
    if any(_awaits_confirmation(cue, text) for cue in over):
        return "unconfirmed"
    found_here = [modality for kind, modality in _BY_CUE.items() if any(cue.kind == kind for cue in over)]
    by_verb = [_BY_VERB[report.verb] for report in governing if report.verb in _BY_VERB]
    # "urged them to free him" is no plan, so the report's verb comes before the cues that look ahead.
    firm = [modality for modality in found_here if modality in _FIRM]
    if chosen := next(iter([*firm, *by_verb, *found_here]), None):
        return chosen
    hinted = _HINTS.get(record.draft.status)
    if hinted and any(cue.kind == hinted for cue in found):
        return _BY_CUE[hinted]
    return "attributed" if governing else "asserted"


def _awaits_confirmation(cue: Cue, text: str) -> bool:
    """`has yet to confirm`, `could not verify`, `unconfirmed`."""
    if cue.text.lower().startswith(("unconfirmed", "reportedly")):
        return True
    return cue.kind == "negation" and text[cue.end :].lstrip().startswith(_UNCONFIRMED)


def _verb(text: str, what: str) -> int | None:
    """Where the event's own word stands in the sentence: "confirm" or the like, its trigger, or the first word
    that both share.
    """
    told = stems(what)
    named = {trigger.start for trigger in triggers(what) if trigger.verb} or {t.start for t in triggers(what)}
    triggering = {word.stem for word in told if word.start in named}
    confirming = {word.stem for word in told if word.text.lower().startswith(_UNCONFIRMED)}
    words = stems(text)
    sought = (confirming, triggering, {word.stem for word in told})
    return next((word.start for own in sought for word in words if word.stem in own), None)
