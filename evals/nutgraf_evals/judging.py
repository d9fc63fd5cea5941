"""Statements judged by an article: what the check says of them when it may take any sentence as evidence."""

from collections.abc import Sequence

from nutgraf.line import Claim, Sentence
from nutgraf.steps.check import judge
from nutgraf_evals.marks import Document
from nutgraf_evals.reading import named, read


def judged(document: Document, statements: Sequence[str]) -> tuple[tuple[Claim, ...], tuple[Sentence, ...]]:
    """Each statement with its support and the sentences that carry it, and all sentences."""
    text, sentences = read(document)
    claims = [Claim(text=statement, sentences=()) for statement in statements]
    return judge(claims, sentences, named(sentences).entities, text.published.edtf), sentences


def failed(claim: Claim) -> list[str]:
    """The checks that a judged claim fails; none where the article carries it."""
    if claim.support != "unsupported":
        return []
    return [name for name, result in claim.checks.items() if result == "failed"] or ["evidence"]


def failed_checks(document: Document, statements: Sequence[str]) -> list[list[str]]:
    """For each statement the checks that it fails."""
    return [failed(claim) for claim in judged(document, statements)[0]]
