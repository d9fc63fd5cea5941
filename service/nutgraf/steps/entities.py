"""Who takes part and where: a cited draft and the sentences in; entities, participants and places out.

The LLM proposes words of a sentence (`by`, `to`, `where`); what stands here was found in the article by code.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nutgraf.line import Cited, Record, Sentence
from nutgraf.readers.descriptions import descriptions
from nutgraf.readers.locations import (
    belongs_elsewhere,
    is_located,
    is_location,
    location_after_verb,
    location_before_noun,
    place_of,
)
from nutgraf.readers.mentions import Group, group
from nutgraf.readers.names import Name, is_demonym, names
from nutgraf.readers.people import are_people
from nutgraf.readers.phrases import find, head, members, noun_phrase, trimmed
from nutgraf.readers.places import country, is_country
from nutgraf.readers.reports import frames
from nutgraf.readers.triggers import triggers
from nutgraf.readers.voice import Side, in_aside, is_modifier, side
from nutgraf_schemas import Entity, EventType, Evidence, Participant, Role, Span, Where

_ACTOR: Mapping[EventType, Role] = {"statement": "speaker"}
"""The role of who does it, where that is not `actor`."""

_TARGET: Mapping[EventType, Role] = {
    "meeting": "counterpart",
    "agreement": "counterpart",
    "cooperation": "counterpart",
    "ceasefire_or_withdrawal": "counterpart",
    "call_or_letter": "counterpart",
    "aid_or_donation": "beneficiary",
    "attack": "victim",
    "crime": "victim",
    "death_or_injury": "victim",
    "accident_or_disaster": "victim",
}
"""The role of whom it is done to, where that is not `target`."""
_ON_THINGS: frozenset[EventType] = frozenset({"attack", "crime"})
"""Types whose target may be a thing."""

_HANGS_ON = re.compile(r"\b(?:in|at|on|from|of|for|near|with|to|under|between|against)\s(?:the\s)?$")
"""Before a name that only says more of a noun: "the mayor of Velby"."""


def resolve_entities(cited: Cited, sentences: Sequence[Sentence]) -> Cited:
    """Name the article's entities, and give each record its participants and its place.

    An entity's mentions are spans of the article. A participant's evidence are the words that name it;
    who stands only in a report frame is none. `null_reasons` says why there is no place
    (`not_in_article`, `failed_check`) or no country of it (`ambiguous_place`, `not_in_table`).
    """
    article = _read(sentences)
    records = tuple(_located(_peopled(record, article), article) for record in cited.records)
    return replace(cited, entities=article.entities, records=records)


def entities_of(sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """The article's entities alone, for statements that are no draft of ours."""
    return _read(sentences).entities


@dataclass(frozen=True, slots=True)
class _Article:
    """The article's sentences and the names in them, with the kinds that they have in the whole article.

    Everything counts in `text`, which is the article with line breaks for what lies between the sentences.
    """

    text: str
    sentences: Mapping[int, Sentence]
    entities: tuple[Entity, ...]
    names: tuple[Name, ...]
    starts: tuple[int, ...]
    entity_at: Mapping[int, Entity]
    described: Mapping[tuple[int, int], Entity]
    countries: tuple[str, ...]

    def within(self, start: int, end: int) -> list[Name]:
        """The names that stand between `start` and `end`."""
        found = self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [name for name in found if name.end <= end]

    def around(self, start: int, end: int) -> Name | None:
        """The name that the words between `start` and `end` are a part of."""
        last = bisect_right(self.starts, start) - 1
        return self.names[last] if last >= 0 and end <= self.names[last].end else None


def _read(sentences: Sequence[Sentence]) -> _Article:
    text = _text(sentences)
    groups = group(names(text), text)
    described = descriptions(groups, text)
    entities = tuple(_entity(i + 1, found, described.get(i, ()), text) for i, found in enumerate(groups))
    pairs = [
        (_kinded(name, found), entity)
        for found, entity in zip(groups, entities, strict=True)
        for name in found.mentions
    ]
    pairs.sort(key=lambda pair: pair[0].start)
    return _Article(
        text=text,
        sentences={s.id: s for s in sentences},
        entities=entities,
        names=tuple(name for name, _ in pairs),
        starts=tuple(name.start for name, _ in pairs),
        entity_at={name.start: entity for name, entity in pairs},
        described={place: entities[i] for i, places in described.items() for place in places},
        countries=tuple(n for found in groups for n in (found.name, *found.aliases) if is_country(n)),
    )


def _kinded(name: Name, found: Group) -> Name:
    """The name with the kind of its group; None stays where nothing says of which kind it is."""
    if found.kind == name.kind_hint or (found.kind == "other" and name.kind_hint is None):
        return name
    return replace(name, kind_hint=found.kind)


def _text(sentences: Sequence[Sentence]) -> str:
    """The sentences at their places in the article; line breaks stand for what lies between them."""
    parts, at = [], 0
    for sentence in sentences:
        parts += ["\n" * (sentence.start - at), sentence.text]
        at = sentence.end
    return "".join(parts)


def _entity(number: int, found: Group, described: Sequence[tuple[int, int]], text: str) -> Entity:
    """An entity with its mentions in the order of the text; "The dancer" and "the dancer" are one alias."""
    places = sorted([*((name.start, name.end) for name in found.mentions), *described])
    aliases = dict.fromkeys((*found.aliases, *(_small(text[start:end]) for start, end in described)))
    return Entity(
        id=f"e{number}",
        name=found.name,
        kind=found.kind,
        aliases=list(aliases),
        mentions=[Span(start=start, end=end) for start, end in places],
    )


def _small(description: str) -> str:
    return description[:1].lower() + description[1:]


def _peopled(record: Record, article: _Article) -> Record:
    """Who takes part: whom the draft proposes and whom its description names, on the side where word order puts them."""
    found: dict[str, Participant] = {}
    for proposed, copied in _proposed(record, article):
        for sentence, start, end in _stands(copied, record, article):
            if in_aside(start - sentence.start, sentence.prompt) and copied not in record.description.text:
                continue
            for a, b in members(start, end, article.text, article.within(start, end)):
                words = article.text[a:b]
                told = None if record.description.extract else _side(words, record.description.text)
                role = _role(told or proposed, record.type)
                participant = _participant(a, b, role, sentence, article)
                if participant and _is_thing(participant, record.type, article):
                    participant = participant.model_copy(update={"role": "target"})
                if participant and not _within(participant, found.values()):
                    found.setdefault(participant.entity or participant.name.casefold(), participant)
            break
    return replace(record, participants=tuple(found.values()))


def _is_thing(participant: Participant, kind: EventType, article: _Article) -> bool:
    """Whether what an attack or a crime is done to is no victim: a building, a bank."""
    if participant.role != "victim" or kind not in _ON_THINGS:
        return False
    entity = next((e for e in article.entities if e.id == participant.entity), None)
    if entity is not None and entity.kind in ("person", "organisation", "place"):
        return entity.kind != "person"
    return not are_people(participant.name)


def _within(participant: Participant, others: Iterable[Participant]) -> bool:
    """Whether the words that name the participant lie in those of another: the CIA in "a CIA spokeswoman"."""
    [own] = participant.evidence
    return any(e.start <= own.start and own.end <= e.end for other in others for e in other.evidence)


def _proposed(record: Record, article: _Article) -> Iterator[tuple[Side, str]]:
    for copied in record.draft.by:
        yield "by", copied
    for copied in record.draft.to:
        yield "to", copied
    if record.description.extract:
        return  # the article's own words: no more is known than was copied
    what = record.description.text
    for name in names(what, context=article.text):
        found = side(name.start, name.end, what)
        if found == "by" and _HANGS_ON.search(what, max(0, name.start - 20), name.start):
            continue
        if found and not (name.demonym or name.calendar or is_modifier(name.end, what)):
            yield found, name.text


def _side(words: str, what: str) -> Side | None:
    place = next(find(words, what), None)
    return None if place is None else side(*place, what)


def _role(proposed: Side, kind: EventType) -> Role:
    return _ACTOR.get(kind, "actor") if proposed == "by" else _TARGET.get(kind, "target")


def _stands(copied: str, record: Record, article: _Article) -> Iterator[tuple[Sentence, int, int]]:
    """Where the words stand in the record's sentences, outside report frames (but for statements: who says it)."""
    for number in record.sentences:
        sentence = article.sentences[number]
        for a, b in (*find(copied, sentence.text), *find(copied, sentence.prompt)):
            start, end = sentence.start + a, sentence.start + b
            if record.type == "statement" or not _framed(start, end, sentence, record.type):
                yield sentence, start, end


def _framed(start: int, end: int, sentence: Sentence, kind: EventType) -> bool:
    """Whether the words only say who reports it, to whom or through whom: not where the report is the event."""
    own = [t.start for t in triggers(sentence.prompt) if t.type == kind]
    spans = [frame.span for frame in frames(sentence.prompt)]
    return any(
        a <= start - sentence.start and end - sentence.start <= b and not any(a <= at < b for at in own)
        for a, b in spans
    )


def _participant(
    start: int, end: int, role: Role, sentence: Sentence, article: _Article
) -> Participant | None:
    """Who the phrase names: the name it is about or a part of, or else the phrase itself."""
    start, end = trimmed(start, end, article.text)
    phrase = noun_phrase(start, end, article.text)
    entity: str | None
    if name := head(start, end, article.text, article.within(start, end)) or article.around(start, end):
        text, entity = name.text, article.entity_at[name.start].id
        start, end = min(start, name.start), max(phrase[1] if phrase else 0, name.end)
    elif phrase and not is_demonym(article.text[slice(*phrase)]):
        start, end = phrase
        described = article.described.get(phrase)
        text, entity = article.text[start:end], described.id if described else None
    else:
        return None
    evidence = Evidence(sentence=sentence.id, start=start, end=end)
    return Participant(name=text, entity=entity, role=role, evidence=[evidence])


def _located(record: Record, article: _Article) -> Record:
    where, reasons = _where(record, article), dict(record.null_reasons)
    if where is None:
        reasons["where"] = "failed_check" if record.draft.where.strip() else "not_in_article"
        return replace(record, null_reasons=reasons)
    sentence, start, end = where
    text = article.text[start:end]
    found = country(text, context=article.countries)
    if found.reason:
        reasons["country"] = found.reason
    evidence = Evidence(sentence=sentence.id, start=start, end=end)
    return replace(
        record, where=Where(text=text, country=found.country, evidence=[evidence]), null_reasons=reasons
    )


def _where(record: Record, article: _Article) -> tuple[Sentence, int, int] | None:
    """The place that the draft proposes, or else the one that stands with the event's verb."""
    for sentence, start, end in _stands(record.draft.where, record, article):
        start, end = place_of(start, end, article.text)
        if belongs_elsewhere(record.type, start, sentence.start, sentence.end, article.text):
            continue
        if not is_located(start, sentence.start, article.text):
            continue
        if is_location(start, end, article.text, article.within(start, end)):
            return sentence, start, end
    sentence = article.sentences[record.sentences[0]]
    start, end = sentence.start, sentence.end
    inside = article.within(start, end)
    found = location_after_verb(record.type, start, end, article.text, inside)
    found = found or location_before_noun(start, end, article.text, inside)
    if found is None or _framed(*found, sentence, record.type):
        return None
    return sentence, *found
