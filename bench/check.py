"""How long does the check take, and how does it grow? Dates, attribution, check and contradictions, without an LLM.

    python bench/check.py

One article's line of 1,000 words against its limit of 20 ms on one core, then 5,000 and 20,000 words in the same run:
linear growth is a ratio of at most 20. A draft is made of the article's own sentences, cut at a clause, each third one
with a number or a verb changed, so that what passes and what fails is both paid for.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import process_time

from nutgraf.line import Cited, Sentence, Text
from nutgraf.readers.clauses import runs
from nutgraf.steps.attribution import attribute
from nutgraf.steps.check import check
from nutgraf.steps.cite import cite
from nutgraf.steps.classify import classify
from nutgraf.steps.contradict import contradict
from nutgraf.steps.dates import resolve_dates
from nutgraf.steps.entities import resolve_entities
from nutgraf.steps.normalise import normalise
from nutgraf.steps.rank import rank
from nutgraf.steps.sentences import split
from nutgraf_schemas import Article, Options
from nutgraf_schemas.draft import Draft, DraftEvent, DraftStatement

LIMIT = 20.0
"""Milliseconds for 1,000 words."""
SIZES = (1_000, 5_000, 20_000)
TIMES = 5
_SEEDS = Path(__file__).parents[1] / "evals" / "seeds"


def article(words: int) -> Article:
    """The first so many words of our own articles, one after the other."""
    paragraphs: list[str] = []
    for path in sorted(_SEEDS.glob("*/*.txt")):
        paragraphs += path.read_text("utf-8").split("\n\n")[1:]
    text, count = [], 0
    for paragraph in paragraphs:
        text.append(paragraph)
        count += len(paragraph.split())
        if count >= words:
            break
    return Article(text="\n\n".join(text), published="2026-03-12")


def draft(sentences: Sequence[Sentence], options: Options) -> Draft:
    """What an LLM might have written of the sentences that `rank` chose."""
    ranked = rank(sentences, options)
    by_id = {s.id: s for s in sentences}
    told = [
        DraftStatement.model_construct(text=_said(by_id[n].core, i), sentences=[n])
        for i, n in enumerate(ranked.order[: 1 + options.summary_sentences + options.key_points])
    ]
    events = [
        DraftEvent.model_construct(
            what=_said(by_id[n].core, i),
            type="other",
            when="",
            where="",
            by=[],
            to=[],
            status="happened",
            sentences=[n],
        )
        for i, n in enumerate(ranked.events[: options.events])
    ]
    cut = 1 + options.summary_sentences
    return Draft.model_construct(headline=told[0], summary=told[1:cut], key_points=told[cut:], events=events)


def _said(sentence: str, number: int) -> str:
    shorter = next((sentence[a:b] for a, b in runs(sentence)), sentence)
    return re.sub(r"\d+|\bwas\b", "7", shorter, count=1) if number % 3 == 2 else shorter


def line(text: Text, sentences: Sequence[Sentence], named: Cited) -> Cited:
    """The steps that are measured."""
    dated = resolve_dates(named, sentences, text.published)
    sourced = attribute(dated, sentences)
    checked = check(sourced, sentences, text.published.edtf)
    return contradict(checked, sentences, text.published)


def main() -> None:
    took: dict[int, float] = {}
    for size in SIZES:
        sent = article(size)
        text = normalise(sent)
        sentences = split(text)
        named = resolve_entities(
            classify(cite(draft(sentences, sent.options), sentences), sentences), sentences
        )
        line(text, sentences, named)  # tables are read, patterns compiled
        rounds = []
        for _ in range(TIMES):
            started = process_time()
            made = line(text, sentences, named)
            rounds.append(1000 * (process_time() - started))
        took[size] = median(rounds)
        claims = [made.headline, *made.summary, *made.key_points, *(r.description for r in made.records)]
        failed = sum(c.support == "extracted" for c in claims)
        print(
            f"{size:6,} words {len(sentences):4} sentences {took[size]:7.1f} ms"
            f"   {len(claims)} statements, {failed} refused, {len(made.contradictions)} contradictions"
        )
    print(f"1,000 words: {took[1_000] / LIMIT:.2f} of the limit of {LIMIT:.0f} ms")
    print(f"20,000 words against 1,000: {took[20_000] / took[1_000]:.1f} times (linear: 20)")


if __name__ == "__main__":
    main()
