"""One scored article in, all that the report shows of it out."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from nutgraf_evals.alignment import align
from nutgraf_evals.label import Label, LabelEvent
from nutgraf_evals.marks import Place
from nutgraf_evals.page.fields import Field, fields, of_label, of_told
from nutgraf_evals.page.passages import Claim, Piece, cut
from nutgraf_evals.records import Record
from nutgraf_evals.score import Case
from nutgraf_evals.scorers import forbidden
from nutgraf_evals.scorers.participants import people
from nutgraf_evals.scorers.phrases import tells
from nutgraf_evals.told import Told, ToldEvent, ToldStatement, readable, told
from nutgraf_schemas import Article


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A statement, the claim that it makes on the text, and what of it was doubted."""

    claim: Claim
    text: str
    support: str | None
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event of the label and the told one that it is, or one of them alone."""

    state: Literal["found", "missed", "extra"]
    label: LabelEvent | None
    told: ToldEvent | None
    claim: Claim | None
    rows: list[Field]
    label_claim: Claim | None = None

    @property
    def right(self) -> int:
        return sum(row.mark == "match" for row in self.rows)

    @property
    def asked(self) -> int:
        return sum(row.mark != "empty" for row in self.rows)


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A fact of the label. `told` is where the digest tells it; none where it does not."""

    fact: str
    why: str
    told: Claim | None


@dataclass(frozen=True, slots=True)
class ShownContradiction:
    about: str
    a: str
    b: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A statement of the other run's digest; `same` where this run's has it too."""

    what: str
    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """All that is shown of an article. `slug` is its name in addresses within the page."""

    slug: str
    article: Article
    label: Label
    case: Case
    pieces: list[Piece]
    headline: list[ShownStatement]
    summary: list[ShownStatement]
    key_points: list[ShownStatement]
    events: list[ShownEvent]
    passed_over: list[LabelEvent]
    """Events in the background that are not told, which is no loss."""
    key_facts: list[ShownFact]
    forbidden: list[ShownFact]
    contradictions: list[ShownContradiction]
    expected: list[ShownContradiction]
    raw: str
    elsewhere: list[Elsewhere]


def show(case: Case, record: Record, label: Label, article: Article, other: Record | None = None) -> Shown:
    """What the report shows of an article with its digest and label; `other` is another run's record of it."""
    said = told(record.digest if readable(record.digest) else None, article.text)
    claims = _Claims(slug(case.article))
    headline = [claims.statement("H", said.headline, label)] if said.headline.text else []
    summary = [claims.statement(f"S{n}", each, label) for n, each in enumerate(said.summary, 1)]
    key_points = [claims.statement(f"K{n}", each, label) for n, each in enumerate(said.key_points, 1)]
    events = list(_events(said, label, claims))
    contradictions = [
        claims.contradiction(
            f"C{n}", each.kind, ((each.a.start, each.a.end), (each.b.start, each.b.end)), said.text
        )
        for n, each in enumerate(said.contradictions, 1)
    ]
    expected = [
        claims.contradiction(
            f"L{n}",
            each.about,
            ((each.a.start or 0, each.a.end or 0), (each.b.start or 0, each.b.end or 0)),
            said.text,
        )
        for n, each in enumerate(label.contradictions, 1)
    ]
    statements = [*headline, *summary, *key_points]
    return Shown(
        slug=slug(case.article),
        article=article,
        label=label,
        case=case,
        pieces=cut(article.text, claims.made),
        headline=headline,
        summary=summary,
        key_points=key_points,
        events=events,
        passed_over=[
            each for each in label.events if each.background and not any(e.label is each for e in events)
        ],
        key_facts=[ShownFact(each.fact, "", _telling(each.groups, statements)) for each in label.key_facts],
        forbidden=list(_forbidden(label, statements, events)),
        contradictions=contradictions,
        expected=expected,
        raw=json.dumps(record.digest, indent=1, ensure_ascii=False),
        elsewhere=list(_elsewhere(said, other, article)) if other else [],
    )


def slug(article: str) -> str:
    """An article's name in addresses within the page."""
    return re.sub(r"[^\w-]", "-", article)


class _Claims:
    """The claims of one article, as they are made; `made` has them all."""

    def __init__(self, slug: str) -> None:
        self.made: list[Claim] = []
        self._slug = slug

    def claim(
        self, sign: str, places: Iterable[Place], kind: Literal["told", "label", "clash"] = "told"
    ) -> Claim:
        made = Claim(f"{self._slug}.{sign}", sign, tuple(places), kind)
        self.made.append(made)
        return made

    def statement(self, sign: str, said: ToldStatement, label: Label) -> ShownStatement:
        claim = self.claim(sign, ((span.start, span.end) for span in said.evidence))
        wrongly = tuple(each.fact for each in label.forbidden if forbidden.says(each, said.text))
        return ShownStatement(claim, said.text, said.support, wrongly)

    def contradiction(
        self, sign: str, about: str, sides: tuple[Place, Place], text: str
    ) -> ShownContradiction:
        a, b = (text[start:end] for start, end in sides)
        return ShownContradiction(about, a, b, self.claim(sign, sides, "clash"))


def _events(said: Told, label: Label, claims: _Claims) -> Iterator[ShownEvent]:
    """The label's events, each with the told one; then those that are none of the label."""
    alignment, known = align(said, label), people(label)
    signs = {id(event): f"E{n}" for n, event in enumerate(said.events, 1)}
    for n, theirs in enumerate(label.events, 1):
        ours = alignment.told_of(theirs)
        if ours is None and theirs.background:
            continue
        label_claim = claims.claim(f"G{n}", ((e.start or 0, e.end or 0) for e in theirs.evidence), "label")
        if ours is None:
            yield ShownEvent("missed", theirs, None, None, of_label(theirs), label_claim)
        else:
            claim = claims.claim(signs[id(ours)], _places(ours))
            yield ShownEvent("found", theirs, ours, claim, fields(theirs, ours, known), label_claim)
    for ours in alignment.extra:
        claim = claims.claim(signs[id(ours)], _places(ours))
        yield ShownEvent("extra", None, ours, claim, of_told(ours))


def _elsewhere(said: Told, other: Record, article: Article) -> Iterator[Elsewhere]:
    """What the other run's digest tells, beside the fields of its events."""
    theirs = told(other.digest if readable(other.digest) else None, article.text)
    ours = {statement.text for statement in said.everything}
    groups = (
        ("headline", [theirs.headline]),
        ("summary", theirs.summary),
        ("key point", theirs.key_points),
        ("event", [event.description for event in theirs.events]),
    )
    for what, statements in groups:
        for each in statements:
            if each.text:
                yield Elsewhere(what, each.text, each.text in ours)


def _places(event: ToldEvent) -> Iterator[Place]:
    """Where a told event is told: its evidence, or that of its description where it has none of its own."""
    return ((span.start, span.end) for span in event.evidence or event.description.evidence)


def _telling(groups: Iterable[Any], statements: Iterable[ShownStatement]) -> Claim | None:
    return next((each.claim for each in statements if tells(groups, each.text)), None)


def _forbidden(
    label: Label, statements: Iterable[ShownStatement], events: Iterable[ShownEvent]
) -> Iterator[ShownFact]:
    everything = [(each.claim, each.text) for each in statements]
    everything += [(e.claim, e.told.description.text) for e in events if e.claim and e.told]
    for each in label.forbidden:
        claim = next((claim for claim, text in everything if forbidden.says(each, text)), None)
        yield ShownFact(each.fact, each.why, claim)
