"""A digest without an LLM: sentences and their ranking in, a cited draft of the article's own sentences out.

An event's fields are what word order alone tells; the steps behind look them up as they do an LLM's.
"""

from collections.abc import Sequence

from nutgraf.line import Cited, Claim, Ranked, Record, Sentence
from nutgraf.readers.clauses import runs
from nutgraf.readers.deeds import Deed, deed, topic
from nutgraf_schemas import Options
from nutgraf_schemas.draft import DraftEvent


def extract(sentences: Sequence[Sentence], ranked: Ranked, want: Options) -> Cited:
    """Take the ranked sentences as they stand."""
    by_id = {s.id: s for s in sentences}

    def claims(numbers: Sequence[int]) -> tuple[Claim, ...]:
        return tuple(Claim(text=by_id[n].text, sentences=(n,), extract=True) for n in sorted(numbers))

    headline = _headline(sentences)
    order = dict.fromkeys((headline.id, *ranked.events) if headline else ranked.events)
    told = ((by_id[n], found) for n in order if ranked.events and (found := _deed(by_id[n], headline)))
    return Cited(
        headline=claims(ranked.statements[:1])[0],
        summary=claims(ranked.statements[: want.summary_sentences]),
        key_points=claims(ranked.statements[want.summary_sentences :]),
        records=tuple(_record(sentence, found) for sentence, found in told),
    )


def _headline(sentences: Sequence[Sentence]) -> Sentence | None:
    """The line that opens the text without a full stop, a paragraph of its own: it says what the article is about."""
    first, *rest = sentences
    alone = bool(rest) and rest[0].paragraph != first.paragraph
    return first if alone and first.text[-1].isalnum() and not first.speech else None


def _deed(sentence: Sentence, headline: Sentence | None) -> Deed | None:
    """What the sentence tells; a headline tells something also where no trigger stands in it."""
    return deed(sentence.prompt) or (topic(sentence.prompt) if sentence is headline else None)


def _record(sentence: Sentence, found: Deed) -> Record:
    whole = 0, len(sentence.text)
    frame = sentence.frame and (sentence.frame[0] - sentence.start, sentence.frame[1] - sentence.start)
    at, end = found.trigger.start, found.trigger.end
    run = next((r for r in reversed([*runs(sentence.text, frame)]) if r[0] <= at and end <= r[1]), whole)
    draft = DraftEvent.model_construct(  # a sentence may be longer than a draft's text
        what=sentence.prompt,
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
