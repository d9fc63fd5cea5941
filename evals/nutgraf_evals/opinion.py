"""The LLM that the settings name in, its second opinion of judged claims out, for suites, which wait for it."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from nutgraf.app import connect
from nutgraf.line import Cited, Claim, Sentence
from nutgraf.llm import LLM
from nutgraf.settings import read
from nutgraf.steps.second_opinion import second_opinion
from nutgraf_schemas import CheckResult

Doubt = Callable[[Sequence[Claim], Sequence[Sentence]], Sequence[CheckResult]]
"""The second opinion of claims that passed the check, as the pipeline has it."""


@contextmanager
def doubt() -> Iterator[Doubt]:
    """Start the LLM, and keep it while the context lasts.

    Raises `SetupError` where it cannot be started; who asks meets `UpstreamError` where it is gone.
    """
    with asyncio.Runner() as runner:
        connection = connect(read())
        llm = runner.run(connection.__aenter__())
        try:
            yield lambda claims, sentences: runner.run(opinions(llm, claims, sentences))
        finally:
            runner.run(connection.__aexit__(None, None, None))


async def opinions(llm: LLM, claims: Sequence[Claim], sentences: Sequence[Sentence]) -> list[CheckResult]:
    """What the LLM makes of each claim. Raises `UpstreamError` where it is gone."""
    if not claims:
        return []
    told = Cited(headline=claims[0], summary=tuple(claims), key_points=(), records=())
    found = await second_opinion(told, sentences, llm)
    if found.failure:
        raise found.failure
    return [claim.checks["second_opinion"] for claim in found.cited.summary]
