"""A digest without an LLM: sentences and their ranking in, a cited draft of the article's own sentences out."""

from collections.abc import Sequence

from nutgraf.line import Cited, Claim, Ranked, Sentence
from nutgraf_schemas import Options


def extract(sentences: Sequence[Sentence], ranked: Ranked, want: Options) -> Cited:
    """Take the ranked sentences as they stand. Events stay empty: they need reading."""
    by_id = {s.id: s for s in sentences}

    def claims(numbers: Sequence[int]) -> tuple[Claim, ...]:
        return tuple(Claim(text=by_id[n].text, sentences=(n,), extract=True) for n in sorted(numbers))

    return Cited(
        headline=claims(ranked.statements[:1])[0],
        summary=claims(ranked.statements[: want.summary_sentences]),
        key_points=claims(ranked.statements[want.summary_sentences :]),
        records=(),
    )
