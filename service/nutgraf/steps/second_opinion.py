"""The second opinion: checked claims in, the same with the LLM's yes or no to each that passed out.

It can only lower a mark: a clear no puts the source sentence in the claim's place. What failed the check is not asked
about, and what was refused never goes back to the LLM.
"""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from nutgraf.errors import UpstreamError, UpstreamInvalid, UpstreamRefused
from nutgraf.line import Cited, Claim, Sentence
from nutgraf.llm import LLM, Judge, Spent
from nutgraf.readers.excerpts import excerpt
from nutgraf_prompts import load
from nutgraf_schemas import CheckResult, Warning

CLEAR = 0.8
"""The probability of no from which an answer is a clear no.

Of our own statements the embedded LLM then takes down 1 of 166 true ones that pass the check, and 41 of 159 false ones
put to it; with .7 it would be 9 and 69.
"""
PROMPT = load("judge", 1)

_Asked = tuple[str, str]
"""A passage on one line, and what is claimed of it."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """The claims, what the asking cost, and why no LLM could be asked, if none could."""

    cited: Cited
    cost: Spent = field(default_factory=Spent)
    failure: UpstreamError | None = None


async def second_opinion(checked: Cited, sentences: Sequence[Sentence], llm: LLM) -> Opinion:
    """Put every claim that passed to the LLM with the sentences that it cites; a whole sentence needs no opinion.

    Where there is no answer the check says `not_checked`, and a warning why; that lowers nothing.
    """
    by_id = {s.id: s for s in sentences}
    asked = [q for q in dict.fromkeys(_question(claim, by_id) for claim in _passed(checked)) if not _same(q)]
    if not isinstance(llm, Judge):
        warnings = [_missing(f"{llm.name} cannot be asked for a yes or no.")] if asked else []
        return Opinion(_marked(checked, by_id, {}, warnings))
    failure: UpstreamError | None = None
    try:
        async with asyncio.TaskGroup() as calls:
            answers = [calls.create_task(_ask(llm, question)) for question in asked]
    except* UpstreamError as failed:
        failure = next(error for error in failed.exceptions if isinstance(error, UpstreamError))
    if failure:
        return Opinion(_marked(checked, by_id, {}), failure=failure)
    told = {question: answer.result()[0] for question, answer in zip(asked, answers, strict=True)}
    silent = sum(probability is None for probability in told.values())
    warnings = [_missing(f"The LLM gave no answer to {silent} of {len(asked)} questions.")] if silent else []
    cost = sum((answer.result()[1] for answer in answers), Spent())
    return Opinion(_marked(checked, by_id, told, warnings), cost)


async def _ask(judge: Judge, question: _Asked) -> tuple[float | None, Spent]:
    """The probability of yes; None where the LLM does not answer this question."""
    passage, statement = question
    try:
        return await judge.judge(PROMPT.messages("judge", passage=passage, statement=statement))
    except (UpstreamInvalid, UpstreamRefused):  # of this claim; the others may do better
        return None, Spent()


def _missing(reason: str) -> Warning:
    return Warning(code="no_second_opinion", message=f"{reason} Nothing was lowered for that.")


def _passed(checked: Cited) -> Iterator[Claim]:
    described = (record.description for record in checked.records)
    for claim in (checked.headline, *checked.summary, *checked.key_points, *described):
        if claim.support in ("verbatim", "supported"):
            yield claim


def _question(claim: Claim, by_id: Mapping[int, Sentence]) -> _Asked:
    """What is asked about the claim. The article's own words are those of its copy for the LLM."""
    passage, statement = " ".join(by_id[n].prompt for n in sorted(claim.sentences)), claim.text
    if claim.span is not None:
        first = by_id[claim.sentences[0]]
        statement = first.prompt[claim.span[0] - first.start : claim.span[1] - first.start]
    return " ".join(passage.split()), " ".join(statement.split())


def _same(question: _Asked) -> bool:
    """Whether the claim is the passage, word for word."""
    passage, statement = question
    return passage.rstrip(".") == statement.rstrip(".")


def _marked(
    checked: Cited,
    by_id: Mapping[int, Sentence],
    told: Mapping[_Asked, float | None],
    warnings: Sequence[Warning] = (),
) -> Cited:
    """The claims with what was told of them."""
    marked = _Marked(by_id, told)
    taken = {claim.sentences[0] for claim in (*checked.summary, *checked.key_points) if claim.extract}
    headline = marked.claim(checked.headline, "/headline", headline=True)
    summary = tuple(marked.claim(c, f"/summary/{i}", taken) for i, c in enumerate(checked.summary))
    key_points = tuple(marked.claim(c, f"/key_points/{i}", taken) for i, c in enumerate(checked.key_points))
    records = tuple(
        replace(r, description=marked.claim(r.description, f"/events/{i}/description"))
        for i, r in enumerate(checked.records)
    )
    return replace(
        checked,
        headline=headline,
        summary=summary,
        key_points=key_points,
        records=records,
        warnings=(*checked.warnings, *warnings, *marked.warnings),
    )


class _Marked:
    """Marks claims one by one, and keeps what has to be said of it."""

    def __init__(self, by_id: Mapping[int, Sentence], told: Mapping[_Asked, float | None]) -> None:
        self._by_id, self._told = by_id, told
        self.warnings: list[Warning] = []

    def claim(
        self, claim: Claim, pointer: str, taken: set[int] | None = None, *, headline: bool = False
    ) -> Claim:
        """The claim with its mark, or in its place a cited sentence, if there is one that none of `taken` has given."""
        if claim.support not in ("verbatim", "supported"):
            return claim
        result = self._result(_question(claim, self._by_id))
        told = replace(claim, checks=MappingProxyType({**claim.checks, "second_opinion": result}))
        if result != "failed":
            return told
        self.warnings.append(
            Warning(
                code="draft_failed_check",
                message="The draft was replaced by the article's own words; it failed: second_opinion.",
                pointer=pointer,
            )
        )
        number = next((n for n in claim.sentences if n not in (taken or ())), claim.sentences[0])
        if taken is not None:
            taken.add(number)
        return self._extract(told, self._by_id[number], headline=headline)

    def _result(self, question: _Asked) -> CheckResult:
        if _same(question):
            return "not_applicable"
        yes = self._told.get(question)
        if yes is None:
            return "not_checked"
        return "failed" if 1 - yes >= CLEAR else "ok"

    def _extract(self, claim: Claim, sentence: Sentence, *, headline: bool) -> Claim:
        frame = sentence.frame and (sentence.frame[0] - sentence.start, sentence.frame[1] - sentence.start)
        start, end = excerpt(sentence.text, frame, headline=headline)
        whole = (start, end) == (0, len(sentence.text))
        return replace(
            claim,
            text=sentence.text[start:end],
            sentences=(sentence.id,),
            extract=True,
            span=None if whole else (sentence.start + start, sentence.start + end),
            support="extracted",
        )
