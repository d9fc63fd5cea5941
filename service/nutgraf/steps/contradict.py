"""The checked draft and the article's sentences in; where the article contradicts itself out, both spans shown.

A value is compared only with others of the same attribute of the same subject. A precise finding beats many: what may
be another time, another source or a part of the whole is left alone.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from nutgraf.line import Cited, Sentence
from nutgraf.readers.facts import Fact, agree, alike
from nutgraf.readers.facts_of_acts import acts
from nutgraf.readers.facts_of_numbers import counts
from nutgraf.readers.facts_of_names import holders, spellings
from nutgraf.readers.facts_of_persons import ages, terms
from nutgraf.readers.facts_of_polarity import polarities
from nutgraf.readers.passages import Mention, Passage, passages
from nutgraf_schemas import Contradiction, Entity, Published, Side

MOST = 8
"""Values of one attribute that a further value is compared with."""


def contradict(cited: Cited, sentences: Sequence[Sentence], published: Published) -> Cited:
    """Add what the article says in two ways that cannot both be true, in the order of the text."""
    names = {e.id: e.name for e in cited.entities}
    read = passages([(s.text, s.start) for s in sentences], _mentions(cited.entities), names)
    found = sorted(
        _conflicts(_facts(read, published.edtf, names)), key=lambda pair: (pair[0].start, pair[1].start)
    )
    return replace(cited, contradictions=tuple(_told(a, b) for a, b in found))


def _mentions(entities: Iterable[Entity]) -> list[Mention]:
    return [Mention(m.start, m.end, e.id, e.kind) for e in entities for m in e.mentions]


def _facts(read: Sequence[Passage], published: str | None, names: Mapping[str, str]) -> Iterator[Fact]:
    for number, passage in enumerate(read):
        yield from ages(passage, number)
    yield from terms(read)
    yield from counts(read)
    yield from acts(read, published)
    yield from holders(read, names)
    yield from spellings(read, names)
    yield from polarities(read)


def _conflicts(facts: Iterable[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs that cannot both hold; a value that agrees with an earlier one adds nothing."""
    known: dict[tuple[str, Hashable], list[Fact]] = defaultdict(list)
    for fact in facts:
        earlier = known[fact.about, fact.key]
        same = [other for other in earlier if alike(other, fact)]
        if any(agree(fact, other) for other in same) or len(earlier) == MOST:
            continue
        if same:
            yield same[0], fact
        earlier.append(fact)


def _told(a: Fact, b: Fact) -> Contradiction:
    if a.start > b.start:
        a, b = b, a
    return Contradiction(
        kind=a.kind,
        subject=a.subject,
        about=a.about,
        a=Side(value=a.text, start=a.start, end=a.end),
        b=Side(value=b.text, start=b.start, end=b.end),
        explanation=f"For the {a.about} the article gives both “{a.text}” and “{b.text}”.",
    )
