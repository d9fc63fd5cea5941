"""The checked draft and the article's sentences in; where the article contradicts itself out, both spans shown.

A value is compared only with others of the same attribute of the same subject. A precise finding beats many: what may
be another time, another source or a part of the whole is left alone.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from nutgraf.line import Cited, Sentence
from nutgraf.readers.contexts import context
from nutgraf.readers.facts import Fact, agree, alike
from nutgraf.readers.facts_of_acts import acts
from nutgraf.readers.facts_of_names import holders, spellings
from nutgraf.readers.facts_of_numbers import counts
from nutgraf.readers.facts_of_persons import ages, terms
from nutgraf.readers.facts_of_polarity import polarities
from nutgraf.readers.passages import Mention, Passage, passages
from nutgraf.readers.reports import frames
from nutgraf_schemas import Contradiction, Entity, Published, Side

_RELATIVE = re.compile(r"\b(?:who|which)\s[^,;“”\"]*$")
"""The beginning of a relative clause: what stands in it, the article says itself."""
_CORRECTS = re.compile(
    r"\b(?:earlier|previous|initial|first|original) (?:reports?|versions?|figures?|counts?|statements?|estimates?)\b"
    r"|\b[Cc]orrect(?:ion|ed|s)\b|\b(?:mistaken|wrong|incorrect|erroneous)(?:ly)?\b|\bmisstated\b"
)
"""A sentence that takes something back, or tells what was taken for true."""
MANY = 3
"""Contradictions of one attribute that are none."""
MOST = 5
"""Values of one attribute, whatever they are of, that are a list."""


def contradict(cited: Cited, sentences: Sequence[Sentence], published: Published) -> Cited:
    """Add what the article says in two ways that cannot both be true, in the order of the text."""
    names = {e.id: e.name for e in cited.entities}
    read = passages([(s.text, s.start) for s in sentences], _mentions(cited.entities), names)
    found = sorted(
        _conflicts(_facts(read, published.edtf, names), read), key=lambda pair: (pair[0].start, pair[1].start)
    )
    return replace(cited, contradictions=tuple(_told(a, b, names) for a, b in found))


def _mentions(entities: Iterable[Entity]) -> list[Mention]:
    """The mentions of all; a bare surname that several bear is that of the first, who needs no other name."""
    every = list(entities)
    bearers: dict[str, Entity] = {}
    for entity in every:
        if entity.kind == "person" and " " in entity.name:
            bearers.setdefault(entity.name.rpartition(" ")[2], entity)
    means = {e.id: bearers.get(e.name, e) if e.mentions[0].start > 0 else e for e in every if e.mentions}
    return [Mention(m.start, m.end, means[e.id].id, means[e.id].kind) for e in every for m in e.mentions]


def _facts(read: Sequence[Passage], published: str | None, names: Mapping[str, str]) -> Iterator[Fact]:
    for number, passage in enumerate(read):
        yield from ages(passage, number)
    yield from terms(read)
    yield from counts(read)
    yield from acts(read, published)
    yield from holders(read)
    yield from spellings(read, names)
    yield from polarities(read)


def _conflicts(facts: Iterable[Fact], read: Sequence[Passage]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs that cannot both hold."""
    attributes: dict[tuple[str, Hashable], list[Fact]] = defaultdict(list)
    for fact in facts:
        if not _CORRECTS.search(read[fact.passage].text):
            attributes[fact.about, fact.key].append(fact)
    for values in attributes.values():
        if any(not agree(values[0], other) for other in values):
            yield from _among(values, read)


def _among(values: Iterable[Fact], read: Sequence[Passage]) -> list[tuple[Fact, Fact]]:
    """Those of one attribute; a value that agrees with an earlier one adds nothing.

    Where there are many values, the attribute is one of several things, or one that changes.
    """
    known: list[Fact] = []
    found: list[tuple[Fact, Fact]] = []
    for value in values:
        fact = value
        if fact.around:
            fact = replace(fact, context=context(read[fact.passage], *fact.around))
        same = [other for other in known if alike(other, fact) and not _told_by_two(other, fact, read)]
        if any(agree(fact, other) for other in same):
            continue
        if same:
            found.append((same[0], fact))
        known.append(fact)
        if len(found) == MANY or len(known) == MOST:
            return []
    return found


def _told_by_two(a: Fact, b: Fact, read: Sequence[Passage]) -> bool:
    """Whether each is what another source says."""
    one, other = _source(a, read[a.passage]), _source(b, read[b.passage])
    return bool(one and other and one != other)


def _source(fact: Fact, passage: Passage) -> str | None:
    """Who says so: the id of an entity, or the words for the source. Relative clauses are the article's own."""
    start = fact.start - passage.offset
    if _RELATIVE.search(passage.text, max(0, start - 200), start):
        return None
    for frame in frames(passage.text):
        if frame.source and any(a <= start < b for a, b in frame.content):
            low, high = frame.source
            named = next((m for m in passage.mentions if low <= m.start < high), None)
            words = passage.text[low:high].lower()
            meant = {"he": passage.he, "she": passage.she, "it": passage.it}.get(words)
            return named.entity if named else meant or words
    return None


def _told(a: Fact, b: Fact, names: Mapping[str, str]) -> Contradiction:
    if a.start > b.start:
        a, b = b, a
    return Contradiction(
        kind=a.kind,
        subject=a.subject if a.subject == b.subject else None,
        about=a.about,
        a=Side(value=a.text, start=a.start, end=a.end),
        b=Side(value=b.text, start=b.start, end=b.end),
        explanation=_explained(a, b, names),
    )


def _explained(a: Fact, b: Fact, names: Mapping[str, str]) -> str:
    both = f"“{a.text}” and “{b.text}”"
    of = f" of {names[a.subject]}" if a.subject and a.subject == b.subject else ""
    match a.kind:
        case "polarity":
            return f"The article says both {both}{of}."
        case "name" if a.about == "spelling of a name":
            return f"The article spells one name in two ways: {both}."
        case "name":
            return f"The article names two as {a.about}: {both}."
    return f"The article gives two values for the {a.about}{of}: {both}."
