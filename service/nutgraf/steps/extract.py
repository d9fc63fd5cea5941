"""A digest without an LLM: sentences and their ranking in, a cited draft of the article's own sentences out.

An event's fields are what word order alone tells; the steps behind look them up as they do an LLM's.
"""

from collections.abc import Sequence

from nutgraf.line import Cited, Claim, Ranked, Record, Sentence
from nutgraf.readers.clauses import runs
from nutgraf.readers.deeds import Deed, deed
from nutgraf_schemas import Options
from nutgraf_schemas.draft import DraftEvent


def extract(sentences: Sequence[Sentence], ranked: Ranked, want: Options) -> Cited:
    """Take the ranked sentences as they stand."""
    by_id = {s.id: s for s in sentences}

    def claims(numbers: Sequence[int]) -> tuple[Claim, ...]:
        return tuple(Claim(text=by_id[n].text, sentences=(n,), extract=True) for n in sorted(numbers))

    told = ((by_id[n], found) for n in ranked.events if (found := deed(by_id[n].prompt)))
    return Cited(
        headline=claims(ranked.statements[:1])[0],
        summary=claims(ranked.statements[: want.summary_sentences]),
        key_points=claims(ranked.statements[want.summary_sentences :]),
        records=tuple(_record(sentence, found) for sentence, found in told),
    )


def _record(sentence: Sentence, found: Deed) -> Record:
    whole = 0, len(sentence.text)
    frame = sentence.frame and (sentence.frame[0] - sentence.start, sentence.frame[1] - sentence.start)
    at, end = found.trigger.start, found.trigger.end
    run = next((r for r in reversed([*runs(sentence.text, frame)]) if r[0] <= at and end <= r[1]), whole)
    draft = DraftEvent.model_construct(  # a sentence may be longer than a draft's text
        what=sentence.prompt[slice(*run)],
        when=found.when,
        where=found.where,
        by=list(found.by),
        to=list(found.to),
        type=found.trigger.type,
        status="unknown",
        sentences=[sentence.id],
    )
    span = None if run == whole else (sentence.start + run[0], sentence.start + run[1])
    return Record(
        draft=draft,
        description=Claim(text=sentence.text[slice(*run)], sentences=(sentence.id,), extract=True, span=span),
        type=found.trigger.type,
        sentences=(sentence.id,),
    )
