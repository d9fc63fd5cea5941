"""The one step that asks an LLM: ranked sentences in, a Draft and what it cost out.

A prompt of the family `steps` makes many short calls at once: each statement rewritten from its own sentence with the
article before it (a prefix that all these calls share), each event read from its sentence alone.
A prompt of the family `whole` makes one call with the numbered article, or one a part where it is too long.
"""

import asyncio
import re
from collections.abc import Sequence

from nutgraf.errors import UpstreamError, UpstreamInvalid, UpstreamRefused
from nutgraf.line import Ranked, Sentence
from nutgraf.llm import LLM, Spent, T
from nutgraf_prompts import Prompt
from nutgraf_schemas import Options
from nutgraf_schemas.draft import Draft, DraftEvent, DraftStatement, EventFields, Rewrite

PREFIX = 6_000
"""Characters of the article before a statement's sentence: about 1,500 tokens."""
PART = 48_000
"""Characters of the article in one call of the family `whole`: about 12,000 tokens."""
_LEAD = 2_400
SHORT = 20
"""Words of a sentence that needs no shortening."""
_POINTS_BACK = re.compile(
    r"(?i)[“\"(]?(?:he|she|it|they|him|her|them|his|its|their|this|that|these|those|there|but|and|we|i|our|my)\W*"
)
_LONGEST = 700
_MAX_TOKENS = {"headline": 80, "statement": 120, "event": 360, "whole": 4_000}


async def write(
    llm: LLM, prompt: Prompt, sentences: Sequence[Sentence], ranked: Ranked, want: Options
) -> tuple[Draft, Spent]:
    """Have the draft written. Raises `UpstreamError` when the LLM gives no answer."""
    if prompt.family == "whole":
        return await _whole(llm, prompt, sentences, ranked, want)
    return await _steps(llm, prompt, sentences, ranked, want)


async def _steps(
    llm: LLM, prompt: Prompt, sentences: Sequence[Sentence], ranked: Ranked, want: Options
) -> tuple[Draft, Spent]:
    by_id = {s.id: s for s in sentences}
    article = prefix(sentences, ranked)
    shown = {n: _line(by_id[n].prompt) for n in ranked.statements}

    refused: list[UpstreamError] = []

    async def ask(task: str, schema: type[T], sentence: str) -> tuple[T | None, Spent]:
        messages = prompt.messages(task, article=article, sentence=sentence)
        try:
            return await llm.fill(messages, schema, max_tokens=_MAX_TOKENS[task])
        except (UpstreamInvalid, UpstreamRefused) as error:  # of this sentence; the others may do better
            refused.append(error)
            return None, Spent()

    try:
        async with asyncio.TaskGroup() as calls:
            run = calls.create_task
            statements = {
                n: run(ask("statement", Rewrite, shown[n]))
                for n in ranked.statements
                if not _stands(by_id[n])
            }
            headline = run(ask("headline", Rewrite, shown[ranked.statements[0]]))
            events = [run(ask("event", EventFields, _line(by_id[n].core))) for n in ranked.events]
    except* UpstreamError as failed:
        raise failed.exceptions[0] from None
    answers = [headline.result(), *(s.result() for s in statements.values()), *(e.result() for e in events)]
    if all(answer is None for answer, _ in answers):
        raise refused[0]

    def statement(answer: Rewrite | None, n: int) -> DraftStatement:
        """What was written of sentence `n`, or the sentence itself, which may be longer than a draft's text."""
        if answer is None:
            return DraftStatement.model_construct(text=by_id[n].prompt, sentences=[n])
        return DraftStatement(text=answer.text, sentences=[n])

    written = {
        n: statement(statements[n].result()[0] if n in statements else None, n) for n in ranked.statements
    }
    summary, key_points = (
        ranked.statements[: want.summary_sentences],
        ranked.statements[want.summary_sentences :],
    )
    draft = Draft(
        headline=statement(headline.result()[0], ranked.statements[0]),
        summary=[written[n] for n in sorted(summary)],
        key_points=[written[n] for n in sorted(key_points)],
        events=[
            DraftEvent(**fields.model_dump(), sentences=[n])
            for n, task in zip(ranked.events, events, strict=True)
            if (fields := task.result()[0]) is not None
        ],
    )
    return draft, sum((spent for _, spent in answers), Spent())


def _stands(sentence: Sentence) -> bool:
    """Whether a sentence is a statement as it is: short, and clear without the one before it."""
    words = sentence.prompt.split()
    return len(words) <= SHORT and not sentence.speech and not any(map(_POINTS_BACK.fullmatch, words))


async def _whole(
    llm: LLM, prompt: Prompt, sentences: Sequence[Sentence], ranked: Ranked, want: Options
) -> tuple[Draft, Spent]:
    asked = {
        "summary_sentences": str(want.summary_sentences),
        "key_points": str(want.key_points),
        "events": str(want.events),
    }
    drafts, spent = [], Spent()
    for part in parts(sentences):
        numbered = "\n".join(f"[{s.id}] {' '.join(s.prompt.split())}" for s in part)
        draft, cost = await llm.fill(
            prompt.messages("whole", sentences=numbered, **asked), Draft, max_tokens=_MAX_TOKENS["whole"]
        )
        drafts.append(draft)
        spent += cost
    return _joined(drafts, ranked, want), spent


def _joined(drafts: Sequence[Draft], ranked: Ranked, want: Options) -> Draft:
    """One draft of several parts' drafts: what cites the better-ranked sentences comes first, and the rest is left."""
    place = {n: i for i, n in enumerate(ranked.order)}

    def best(claim: DraftStatement | DraftEvent) -> int:
        return min((place.get(n, len(place)) for n in claim.sentences), default=len(place))

    def position(claim: DraftStatement) -> int:
        return min(claim.sentences, default=0)

    summary = sorted((s for d in drafts for s in d.summary), key=best)[: want.summary_sentences]
    points = sorted((s for d in drafts for s in d.key_points), key=best)[: want.key_points]
    events = [e for d in drafts for e in d.events]
    return Draft(
        headline=min((d.headline for d in drafts), key=best),
        summary=sorted(summary, key=position),
        key_points=sorted(points, key=position),
        events=(sorted(events, key=best) if len(drafts) > 1 else events)[: want.events],
    )


def prefix(sentences: Sequence[Sentence], ranked: Ranked) -> str:
    """The article as its statements' common prefix: whole if short, else its first part and, in order, the
    surroundings of the ranked sentences, at most `PREFIX` characters."""
    keep: dict[int, str] = {}
    room = PREFIX
    wanted = [s.id for s in sentences]
    if sum(len(s.prompt) + 1 for s in sentences) > PREFIX:
        lead, size = 0, 0
        while lead < len(sentences) and (size := size + len(sentences[lead].prompt)) <= _LEAD:
            lead += 1
        near = [n + step for n in ranked.statements for step in (0, -1, 1)]
        wanted = [*(s.id for s in sentences[:lead]), *near, *ranked.order]
    by_id = {s.id: s for s in sentences}
    for n in wanted:
        if n in keep or n not in by_id:
            continue
        line = _line(by_id[n].prompt)
        if len(line) + 1 > room:
            break
        keep[n] = line
        room -= len(line) + 1
    return "\n".join(keep[n] for n in sorted(keep))


def parts(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The article in runs of sentences of at most `PART` characters each."""
    found: list[list[Sentence]] = [[]]
    size = 0
    for sentence in sentences:
        length = len(sentence.prompt)
        if size + length > PART and found[-1]:
            found.append([])
            size = 0
        found[-1].append(sentence)
        size += length
    return found


def _line(text: str) -> str:
    """One line of at most `_LONGEST` characters, cut at a space."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"
