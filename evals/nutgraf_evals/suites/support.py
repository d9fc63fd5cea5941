"""Does the article say so? Short summaries, each faithful or not: the check says yes when every sentence passes.

With a second opinion the LLM is asked about the sentences of each summary that passed; a clear no refuses it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from nutgraf.line import Claim, Sentence
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import split
from nutgraf_evals.judging import failed, judged
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Suite, share
from nutgraf_evals.opinion import Doubt
from nutgraf_schemas import Article, CheckResult

ENOUGH = 0.9
"""Share of a summary's words that must stand in the article for the baseline to take it."""

_WORD = re.compile(r"\w+")


def mark(document: Document, doubt: Doubt | None = None) -> Marks:
    words = set(_WORD.findall(document.text.lower()))
    counts: Counts = Counter()
    misses = []
    labels = [
        label for label in document.of_type("system_summary") if isinstance(label.get("faithful"), bool)
    ]
    statements = [_statements(label["text"]) for label in labels]
    claims, sentences = judged(document, [each for told in statements for each in told])
    rest = iter(claims)
    summaries = [[next(rest) for _ in told] for told in statements]
    opinions = _opinions(summaries, sentences, doubt) if doubt else {}
    for number, (label, told) in enumerate(zip(labels, summaries, strict=True)):
        faithful = label["faithful"]
        reasons = [name for claim in told for name in failed(claim)]
        opinion = opinions.get(number, ())
        said = _WORD.findall(label["text"].lower())
        overlaps = share(sum(word in words for word in said), len(said)) >= ENOUGH
        side = "true" if faithful else "false"
        alone = not reasons
        reasons += ["second_opinion"] * ("failed" in opinion)
        counts += Counter(
            {
                "n": 1,
                side: 1,
                f"{side}_taken": not reasons,
                f"{side}_alone": alone,
                f"{side}_naive": overlaps,
                "asked": len(opinion),
                "silent": opinion.count("not_checked"),
            }
        )
        if faithful == bool(reasons):
            kind = f"refused: {reasons[0]}" if faithful else "accepted"
            misses.append(Miss(kind, 0, str(label.get("summary_id", ""))))
    return Marks(counts, tuple(misses))


def _opinions(
    summaries: Sequence[Sequence[Claim]], sentences: Sequence[Sentence], doubt: Doubt
) -> Mapping[int, Sequence[CheckResult]]:
    """What the LLM says of the claims of each summary that passed, by its number; asked all at once."""
    passed = {n: told for n, told in enumerate(summaries) if not any(failed(claim) for claim in told)}
    results = iter(doubt([claim for told in passed.values() for claim in told], sentences))
    return {n: [next(results) for _ in told] for n, told in passed.items()}


def _statements(summary: str) -> tuple[str, ...]:
    text = replace(normalise(Article(text=summary, language="en")), furniture=())
    return tuple(sentence.text for sentence in split(text))


def _figures(counts: Counts, name: str) -> dict[str, float]:
    accepted = share(counts[f"true_{name}"], counts["true"])
    refused = 1 - share(counts[f"false_{name}"], counts["false"]) if counts["false"] else 0.0
    return {"value": (accepted + refused) / 2, "true_accepted": accepted, "changed_refused": refused}


def _doubted(counts: Counts) -> Figures:
    alone = {f"check_alone_{name}": figure for name, figure in _figures(counts, "alone").items()}
    asked = {"sentences_asked_about": counts["asked"], "not_answered": counts["silent"]}
    return {**_figures(counts, "taken"), **alone, **asked}


def _gain(counts: Counts) -> float:
    return _figures(counts, "taken")["value"] - _figures(counts, "alone")["value"]


def _baseline(counts: Counts) -> Figures:
    return {**_figures(counts, "naive"), "what": f"{ENOUGH:.0%} of its words stand in the article"}


SUITE = Suite(
    question="Does the article say so?",
    sets=("summedits_news",),
    unit="summaries",
    mark=mark,
    score=lambda counts: _figures(counts, "taken"),
    baseline=_baseline,
)


def with_second_opinion(doubt: Doubt) -> Suite:
    """The suite with the LLM's second opinion; its gain is that over the check alone, on the same articles."""
    return replace(SUITE, mark=partial(mark, doubt=doubt), score=_doubted, gain=_gain)
