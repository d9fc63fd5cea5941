"""Cited draft in, cited draft with dates out: each record's phrase is found and resolved by code.

A date that belongs to another verb ("…, who was arrested in 2023") or to the report ("police said
on Monday") is not the event's. Where none is certain the field stays empty and `null_reasons` says
why.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from nutgraf.line import Cited, Place, Record, Sentence
from nutgraf.readers.dated import Dated, read
from nutgraf.readers.dates import DatePhrase, phrases
from nutgraf.readers.reports import frames
from nutgraf.readers.triggers import triggers
from nutgraf.readers.words import stems
from nutgraf_schemas import Evidence, Published, When

# What opens a clause of another verb; behind the prepositions of the second table there may be one.
_CLAUSE = re.compile(
    r"(?:,\s|\s|^)(?:who|which|whose|whom|where|when|while|because|if|although|though)\s"
    r"|,\s(?:\w+ly\s)?(?:born|held|made|built|sent|known|taken|\w{3,}ed)\s"
    r"|(?:,\s|\s[–—-]{1,2}\s)\w{3,}ing\s"
)
_SUBORDINATE = re.compile(_CLAUSE.pattern + r"[^,;:–—]*")
_OTHER_TIME = re.compile(r"(?:,\s|\s|^)(?:that|after|before|since|as|until|following)\s")
_CLOSE = re.compile(r",\s|[;:]\s|\s[–—-]{1,2}\s")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|\w{3,}ed|won|lost|took|gave|sold|bought|fell|rose"
    r"|struck|hit|began|met|held|made"
    r"|cut|sent|came|went|left|found|shot|broke|became|led|paid|fled|quit|beat|drew|wrote|spoke|said|told)\b"
)
_ENDS_ANOTHER = re.compile(
    r"(?:\b(?:until|till|by|before|than|as of|from)(?: the)?|\b(?:an?|the|its|their|his|her|last"
    r"|previous))\s*$",
    re.IGNORECASE,
)


def resolve_dates(cited: Cited, sentences: Sequence[Sentence], published: Published) -> Cited:
    """Give every record its `when`, or the reason why it has none."""
    by_id = {sentence.id: sentence for sentence in sentences}
    return replace(cited, records=tuple(_dated(record, by_id, published.edtf) for record in cited.records))


def _dated(record: Record, by_id: Mapping[int, Sentence], published: str | None) -> Record:
    reason = "not_in_article"
    for sentence, phrase in _proposed(record, by_id):
        when = _when(sentence, phrase, by_id, published)
        if isinstance(when, When):
            return replace(record, when=when)
        reason = when
    own = by_id[record.sentences[0]]
    if reason == "not_in_article" and _tells(own, record.draft.what) and (candidates := _own_phrases(own)):
        when = _when(own, candidates[0], by_id, published) if len(candidates) == 1 else "unresolved"
        if isinstance(when, When):
            return replace(record, when=when)
        reason = when
    return replace(record, null_reasons=MappingProxyType({**record.null_reasons, "when": reason}))


def _proposed(record: Record, by_id: Mapping[int, Sentence]) -> list[tuple[Sentence, DatePhrase]]:
    """The date phrases in the words that the draft copied, in the first sentence that has them."""
    words = record.draft.when.strip(" .,;")
    if not words:
        return []
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)", re.IGNORECASE)
    for number in record.sentences:
        sentence = by_id[number]
        if copied := pattern.search(sentence.prompt):
            inside = [
                p for p in phrases(sentence.prompt) if p.start < copied.end() and copied.start() < p.end
            ]
            found = inside or [DatePhrase(copied.group(), *copied.span())]
            return [(sentence, p) for p in found if not _of_another(sentence.prompt, p, record.draft.what)]
    return []


def _own_phrases(sentence: Sentence) -> list[DatePhrase]:
    """The dates of the main clause: outside quotations, report frames and clauses of other verbs."""
    text = sentence.prompt
    reports = [frame.span for frame in frames(text)]
    return [
        phrase
        for phrase in phrases(text)
        if not any(a <= phrase.start < b for a, b in reports)
        and text.rfind("“", 0, phrase.start) <= text.rfind("”", 0, phrase.start)
        and _clause(text, phrase) is None
        and not (_OTHER_TIME.search(text, 0, phrase.start))
        and _by_a_verb(text, phrase)
        and not _ENDS_ANOTHER.search(text, max(0, phrase.start - 12), phrase.start)
    ]


def _by_a_verb(text: str, phrase: DatePhrase) -> bool:
    """Whether a finite verb stands between the last comma and the date, or the date opens the sentence."""
    segment = _CLOSE.split(text[: phrase.start])[-1]
    return bool(_FINITE.search(segment)) or len(text[: phrase.start].split()) < 3


def _clause(text: str, phrase: DatePhrase) -> Place | None:
    """The span of the subordinate clause that a date stands in; None where it stands in the main clause."""
    opened = list(_CLAUSE.finditer(text, 0, phrase.start))
    if not opened:
        return None
    start = opened[-1].end()
    if _CLOSE.search(text, start, phrase.start):
        return None
    close = _CLOSE.search(text, phrase.end)
    return opened[-1].start(), close.start() if close else len(text)


def _of_another(text: str, phrase: DatePhrase, what: str) -> bool:
    """Whether a date stands in a clause that shares no word with the event."""
    clause = _clause(text, phrase)
    if clause is None:
        return False
    told = text[clause[0] : phrase.start] + text[phrase.end : clause[1]]
    return not _stems(told) & _stems(what)


def _stems(words: str) -> set[str]:
    return {word.stem for word in stems(words)}


def _tells(sentence: Sentence, what: str) -> bool:
    """Whether the event's own word stands in the sentence outside its subordinate clauses."""
    own = _stems(" ".join(trigger.text for trigger in triggers(what)))
    return not own or bool(own & _stems(_SUBORDINATE.sub(" ", sentence.prompt)))


def _when(
    sentence: Sentence, phrase: DatePhrase, by_id: Mapping[int, Sentence], published: str | None
) -> When | str:
    """The phrase resolved, with the span of its exact words, or the reason why it has no date."""
    found = _read(sentence, phrase, by_id.get(sentence.id - 1), published)
    if found.edtf is None:
        return "unresolved" if found.reason == "not_a_date" else found.reason or "unresolved"
    return When(
        text=sentence.text[phrase.start : phrase.end],
        edtf=found.edtf,
        precision=found.precision,
        part=found.part,
        anchor=found.anchor,
        rule=found.rule,
        evidence=[
            Evidence(
                sentence=sentence.id, start=sentence.start + phrase.start, end=sentence.start + phrase.end
            )
        ],
    )


def _read(sentence: Sentence, phrase: DatePhrase, previous: Sentence | None, published: str | None) -> Dated:
    """The phrase as it is meant behind the other dates of its sentence and of the one before."""
    told = previous.prompt + " " if previous else ""
    text, shift = told + sentence.prompt, len(told)
    span = phrase.start + shift, phrase.end + shift
    others = [(p.start, p.end) for p in phrases(told)]
    others += [(p.start + shift, p.end + shift) for p in phrases(sentence.prompt)]
    spans = sorted({span, *(other for other in others if other[1] <= span[0] or span[1] <= other[0])})
    return read(text, spans, published)[spans.index(span)]
