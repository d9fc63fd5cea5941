"""A sentence in, the words of it that can stand for it out: whole, or a safe run where it is long."""

from nutgraf.readers.clauses import runs, words

LONGEST = 40
"""Words of a sentence before it is shortened."""
HEADLINE = 14
"""Words of a headline, where a safe run of that length exists."""

Place = tuple[int, int]


def excerpt(sentence: str, frame: Place | None, *, headline: bool = False) -> Place:
    """Offsets in `sentence` of what is taken of it. `frame` is the place of its report frame.

    A headline takes the longest safe run of few words, else the shortest there is; other claims take the sentence,
    and of a very long one the longest safe run.
    """
    whole, most = (0, len(sentence)), HEADLINE if headline else LONGEST
    if words(sentence) <= most:
        return whole
    found = list(runs(sentence, frame))
    short = next((run for run in found if words(sentence[slice(*run)]) <= most), None)
    return short or (found[-1] if headline and found else whole)
