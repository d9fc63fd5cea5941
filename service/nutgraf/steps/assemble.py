"""The checked draft and everything known of its making in, the Digest out. Offsets take the caller's unit here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from nutgraf import __version__
from nutgraf.errors import UpstreamError
from nutgraf.line import Cited, Claim, Record, Sentence, Text
from nutgraf.llm import LLM, Spent
from nutgraf.offsets import in_unit
from nutgraf_prompts import Prompt
from nutgraf_schemas import (
    Article,
    ArticleInfo,
    Coverage,
    Digest,
    Event,
    Evidence,
    NumberedSentence,
    Provenance,
    Statement,
    Usage,
    Warning,
)
from nutgraf_schemas.draft import FINGERPRINT
from nutgraf_schemas.event_types import CROSSWALK
from nutgraf_schemas.provenance import TRAINED_ALGORITHMIC_MEDIA


@dataclass(frozen=True, slots=True)
class Made:
    """How a digest was made. `failure` is why there was no LLM, if there was none, and `unheard` why there was none
    for the second opinion that was asked for."""

    prompt: Prompt
    judge: Prompt | None
    llm: LLM
    cost: Spent
    failure: UpstreamError | None
    unheard: UpstreamError | None
    seconds: float


def assemble(
    id: str,  # noqa: A002 (the contract's name for it)
    article: Article,
    text: Text,
    sentences: Sequence[Sentence],
    checked: Cited,
    made: Made,
) -> Digest:
    """Put the digest together."""
    by_id = {s.id: s for s in sentences}

    def statement(claim: Claim) -> Statement:
        spans = [(n, by_id[n].start, by_id[n].end) for n in claim.sentences]
        if claim.span is not None:
            spans[0] = (claim.sentences[0], *claim.span)
        return Statement(
            text=claim.text,
            evidence=[Evidence(sentence=n, start=a, end=b) for n, a, b in spans],
            support=claim.support or "extracted",
            checks=dict(claim.checks),
        )

    def event(number: int, record: Record) -> Event:
        return Event(
            id=f"ev{number}",
            type=record.type,
            main=number == 1,
            description=statement(record.description),
            when=record.when,
            where=record.where,
            participants=list(record.participants),
            quantities=list(record.quantities),
            modality=record.modality,
            attribution=list(record.attribution),
            evidence=[
                Evidence(sentence=n, start=by_id[n].start, end=by_id[n].end) for n in sorted(record.sentences)
            ],
            null_reasons=dict(record.null_reasons),
            crosswalk=CROSSWALK[record.type],
        )

    headline, summary, key_points = (
        statement(checked.headline),
        [statement(c) for c in checked.summary],
        [statement(c) for c in checked.key_points],
    )
    events = [event(i, r) for i, r in enumerate(checked.records, 1)]
    told = [headline, *summary, *key_points, *(e.description for e in events)]
    generated = any(s.support == "supported" for s in told)
    written = made.failure is None and text.language.split("-")[0] == "en"
    digest = Digest(
        id=id,
        status="degraded" if made.failure or made.unheard else "complete",
        article=ArticleInfo(
            title=article.title,
            source=article.source,
            url=article.url,
            language=text.language,
            published=text.published,
            dateline=text.dateline,
            sha256=sha256(text.source.encode()).hexdigest(),
            characters=len(text.source),
            offset_unit=article.options.offset_unit,
            sentences=[NumberedSentence(id=s.id, start=s.start, end=s.end) for s in sentences],
        ),
        headline=headline,
        summary=summary,
        key_points=key_points,
        events=events,
        entities=list(checked.entities),
        contradictions=list(checked.contradictions),
        warnings=[*text.warnings, *_degraded(made), *checked.warnings],
        coverage=Coverage(sentences=len(sentences), used=sorted(_cited(told, events)), read=len(sentences)),
        provenance=Provenance(
            nutgraf=__version__,
            llm=made.llm.name if written else None,
            prompt=made.prompt.id,
            prompt_sha256=made.prompt.sha256,
            second_opinion=made.judge.id if made.judge else None,
            schema_sha256=FINGERPRINT,
            generated=generated,
            digital_source_type=TRAINED_ALGORITHMIC_MEDIA if generated else None,
        ),
        usage=Usage(
            calls=made.cost.calls,
            input_tokens=made.cost.input_tokens,
            cached_tokens=made.cost.cached_tokens,
            output_tokens=made.cost.output_tokens,
            seconds=round(made.seconds, 3),
        ),
    )
    return in_unit(digest, text.source, article.options.offset_unit)


def _degraded(made: Made) -> Iterator[Warning]:
    if made.failure:
        yield Warning(
            code=made.failure.slug, message=f"The article's own sentences stand in: {made.failure.detail}"
        )
    if made.unheard:
        yield Warning(code=made.unheard.slug, message=f"There is no second opinion: {made.unheard.detail}")


def _cited(told: Iterable[Statement], events: Iterable[Event]) -> set[int]:
    used = {e.sentence for s in told for e in s.evidence}
    for event in events:
        used |= {e.sentence for e in event.evidence}
    return used
