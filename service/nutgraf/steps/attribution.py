"""Cited draft in, cited draft with attribution and modality out: who says that it is so, and how firmly.

The source and the cue stand in the cited words. Modality is that of the event's own verb; what the
draft says of it is only a hint, taken where the sentence has a cue for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from nutgraf.line import Cited, Place, Record, Sentence
from nutgraf.readers.polarity import Cue, Kind, cues
from nutgraf.readers.reports import Frame, frames
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


def attribute(cited: Cited, sentences: Sequence[Sentence]) -> Cited:
    """Give every record its `attribution` and `modality`."""
    by_id = {sentence.id: sentence for sentence in sentences}
    return replace(cited, records=tuple(_attributed(record, by_id) for record in cited.records))


def _attributed(record: Record, by_id: Mapping[int, Sentence]) -> Record:
    home = by_id[record.sentences[0]]
    what = record.draft.what
    governing = [
        (by_id[number], frame) for number in record.sentences for frame in _governing(by_id[number], what)
    ] or list(_spoken(home, by_id))
    attribution = {(_words(s, f.source).lower(), _words(s, f.cue)): _attribution(s, f) for s, f in governing}
    own = [frame for sentence, frame in governing if sentence is home or home.speech]
    return replace(record, attribution=tuple(attribution.values()), modality=_modality(home, record, own))


# --------------------------------------------------------------------------------------------- who says so


def _governing(sentence: Sentence, what: str) -> Iterator[Frame]:
    """The frames in whose content the event is told. A report that is the event itself governs nothing."""
    text = sentence.prompt
    told = _stems(what)
    shared = told & _stems(text)
    for frame in frames(text):
        verb = _stems(_words(sentence, frame.cue))
        inside = _stems(text[slice(*frame.content)]) - verb
        is_the_event = verb & told and _stems(_words(sentence, frame.source)) & told
        if shared and not is_the_event and 2 * len(shared & inside) > len(shared):
            yield frame


def _spoken(sentence: Sentence, by_id: Mapping[int, Sentence]) -> Iterator[tuple[Sentence, Frame]]:
    """The frame of a quotation that runs over several sentences of a paragraph."""
    if not sentence.speech:
        return
    for step in (1, -1):
        near = by_id.get(sentence.id + step)
        while near and near.paragraph == sentence.paragraph:
            if frame := next((frame for frame in frames(near.prompt) if frame.quote), None):
                yield near, frame
                return
            near = by_id.get(near.id + step)


def _attribution(sentence: Sentence, frame: Frame) -> Attribution:
    spans = [frame.source, frame.cue, *([frame.via] if frame.via else [])]
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    return Attribution(
        source=_words(sentence, frame.source),
        cue=_words(sentence, frame.cue),
        via=_words(sentence, frame.via) if frame.via else None,
        evidence=[Evidence(sentence=sentence.id, start=sentence.start + start, end=sentence.start + end)],
    )


def _words(sentence: Sentence, place: Place) -> str:
    return sentence.text[slice(*place)]


def _stems(text: str) -> set[str]:
    return {word.stem for word in stems(text)}


# --------------------------------------------------------------------------------------------- how firmly


def _modality(sentence: Sentence, record: Record, governing: Sequence[Frame]) -> Modality:
    text = sentence.prompt
    found = cues(text)
    at = _verb(text, record.draft.what)
    over = [cue for cue in found if at is not None and any(a <= at < b for a, b in cue.scope)]
    if any(_awaits_confirmation(cue, text) for cue in over):
        return "unconfirmed"
    found_here = [modality for kind, modality in _BY_CUE.items() if any(cue.kind == kind for cue in over)]
    by_verb = [_BY_VERB[frame.verb] for frame in governing if frame.verb in _BY_VERB]
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
    """Where the event's own word stands in the sentence: its trigger, else the first word that both share."""
    told = stems(what)
    named = {trigger.start for trigger in triggers(what) if trigger.verb} or {t.start for t in triggers(what)}
    own = {word.stem for word in told if word.start in named}
    words = stems(text)
    return next((word.start for word in words if word.stem in own), None)
