"""Statements judged by an article: what the check says of them when it may take any sentence as evidence."""

from collections.abc import Sequence

from nutgraf.line import Claim
from nutgraf.steps.check import judge
from nutgraf_evals.marks import Document
from nutgraf_evals.reading import named, read


def failed_checks(document: Document, statements: Sequence[str]) -> list[list[str]]:
    """For each statement the checks that it fails; none where the article carries it."""
    text, sentences = read(document)
    claims = [Claim(text=statement, sentences=()) for statement in statements]
    judged = judge(claims, sentences, named(sentences).entities, text.published.edtf)
    return [
        [name for name, result in claim.checks.items() if result == "failed"] or ["evidence"]
        if claim.support == "unsupported"
        else []
        for claim in judged
    ]
