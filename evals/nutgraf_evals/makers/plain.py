"""The baseline that anyone would write first: one call that asks for everything, with quotations as evidence.

Nothing is checked. A quotation that does not stand in the article word for word is no evidence, and is dropped;
what it should have carried stays.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.llm import Spent
from nutgraf_evals.answers import Answers, Remembering
from nutgraf_evals.makers import Made, Wanted, source
from nutgraf_evals.makers.llm import answers, identity
from nutgraf_evals.records import Configuration
from nutgraf_schemas import Article, EventType, Modality, Role

MAX_TOKENS = 3_000
"""More than the longest answer that the schema lets the LLM write in English."""
NAME = "plain call"


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Words = Annotated[str, Field(max_length=80)]
Text = Annotated[str, Field(max_length=240)]


class Stated(Form):
    text: Text
    quote: Text


class Participant(Form):
    name: Words
    role: Role


class Event(Form):
    type: EventType
    description: Text
    date: Words
    place: Words
    participants: Annotated[list[Participant], Field(max_length=4)]
    modality: Modality
    source: Words
    quote: Text


class Answer(Form):
    """Everything that is asked for, with the bounds of nutgraf's own options."""

    headline: Stated
    summary: Annotated[list[Stated], Field(min_length=1, max_length=3)]
    key_points: Annotated[list[Stated], Field(max_length=4)]
    events: Annotated[list[Event], Field(max_length=8)]


SYSTEM = f"""You are an editor at a news agency. Read the article and describe it in JSON:
- headline: at most 12 words
- summary: 3 sentences
- key_points: 4 further facts that a reader should know
- events: what happened according to the article, the main event first, at most 8. Each has
  - type: one of {", ".join(get_args(EventType))}
  - description: one sentence
  - date: YYYY-MM-DD, worked out from the day of publication, or YYYY-MM or YYYY if that is all one can know; empty if unknown
  - place: where it happened, in the words of the article; empty if unknown
  - participants: name and role (one of {", ".join(get_args(Role))})
  - modality: one of {", ".join(get_args(Modality))}
  - source: who says so, in the words of the article; empty if the article says it itself
Use only facts from the article. As quote, copy a short passage of the article word for word that proves the statement or event."""


@dataclass(frozen=True, slots=True)
class Plain:
    configuration: Configuration
    answers: Answers

    async def make(self, article: Article) -> Made:
        """What the LLM answers for `article`. Raises `UpstreamError`, and `SetupError` where there is no LLM."""
        started = perf_counter()
        llm = Remembering(self.configuration.llm or "", self.answers)
        try:
            answer, spent = await llm.fill(messages(article), Answer, max_tokens=MAX_TOKENS)
        finally:
            if self.answers.failure:
                raise self.answers.failure
        return Made(digest(answer, article.text, spent, perf_counter() - started), llm.remembered)


@asynccontextmanager
async def opened(wanted: Wanted) -> AsyncIterator[Plain]:
    """The maker, with the LLM of the settings."""
    if wanted.settings is None:
        raise ValueError("the plain call needs an LLM")
    who = dict(identity(wanted.settings))
    code = source(sys.modules[__name__])
    configuration = Configuration(maker="plain", llm=who.pop("llm"), prompt=NAME, parts={**who, "code": code})
    async with answers(wanted.settings, wanted.answers, wanted.say) as asked:
        yield Plain(configuration, asked)


def messages(article: Article) -> list[dict[str, str]]:
    """The conversation: what is asked for, then what is known of the article and its text."""
    known = {"Title": article.title, "Publisher": article.source, "Published": article.published}
    head = "\n".join(f"{name}: {value}" for name, value in known.items() if value)
    return [
        {"role": "system", "content": SYSTEM},
        {"role": "user", "content": f"{head}\n\n{article.text}".lstrip()},
    ]


def digest(answer: Answer, text: str, spent: Spent, seconds: float) -> dict[str, Any]:
    """The answer in the form of a digest; spans are where its quotations stand in `text`."""

    def stated(each: Stated) -> dict[str, Any]:
        return {"text": each.text, "evidence": evidence(each.quote, text)}

    return {
        "headline": stated(answer.headline),
        "summary": [stated(each) for each in answer.summary],
        "key_points": [stated(each) for each in answer.key_points],
        "events": [
            {
                "id": f"ev{number}",
                "type": event.type,
                "main": number == 1,
                "description": {"text": event.description, "evidence": evidence(event.quote, text)},
                "when": {"text": event.date, "edtf": event.date} if event.date else None,
                "where": {"text": event.place} if event.place else None,
                "participants": [each.model_dump() for each in event.participants if each.name],
                "modality": event.modality,
                "attribution": [{"source": event.source}] if event.source else [],
                "evidence": evidence(event.quote, text),
            }
            for number, event in enumerate(answer.events, 1)
        ],
        "usage": {
            "calls": spent.calls,
            "input_tokens": spent.input_tokens,
            "cached_tokens": spent.cached_tokens,
            "output_tokens": spent.output_tokens,
            "seconds": round(seconds, 3),
        },
    }


def evidence(quote: str, text: str) -> list[dict[str, int]]:
    """Where the quotation stands in the text; nothing where it does not."""
    start = text.find(quote) if quote else -1
    return [{"start": start, "end": start + len(quote)}] if start >= 0 else []
