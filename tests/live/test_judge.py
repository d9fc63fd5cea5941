"""The embedded LLM asked for a yes or no: one token, and how probable it is."""

import asyncio

import pytest

from nutgraf.app import connect
from nutgraf.llm import Judge
from nutgraf.settings import Settings
from nutgraf_prompts import load

pytestmark = pytest.mark.live

PASSAGE = (
    "The harbour bridge in Lowmouth will close for repairs on 3 May, the city council said on Tuesday. "
    "Engineers had found cracks in two of its nine pillars."
)
TRUE = (
    "The bridge in Lowmouth is to be closed for repairs in May.",
    "Cracks were found in two pillars of the bridge.",
)
FALSE = (
    "The council will sell the bridge to a private company.",
    "Engineers said that the bridge is safe.",
    "Two engineers were hurt when a pillar fell.",
)


def test_what_a_passage_says_is_likelier_a_yes_than_what_it_does_not() -> None:
    async def ask() -> list[tuple[float, int]]:
        async with connect(Settings()) as llm:
            assert isinstance(llm, Judge)
            prompt = load("judge", 1)
            asked = [prompt.messages("judge", passage=PASSAGE, statement=each) for each in (*TRUE, *FALSE)]
            answers = await asyncio.gather(*map(llm.judge, asked))
            return [(probability, spent.output_tokens) for probability, spent in answers]

    told = asyncio.run(ask())
    assert all(0 < probability < 1 and tokens == 1 for probability, tokens in told)
    yes, no = [p for p, _ in told[: len(TRUE)]], [p for p, _ in told[len(TRUE) :]]
    assert min(yes) > max(no)
    assert min(yes) > 0.5
