"""Around the line: an Article and a deadline in, a kept digest out, made once for all who ask at once."""

import asyncio
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from nutgraf.article_pipeline import digest, digest_id
from nutgraf.errors import DeadlineExceeded, SetupError, UpstreamError, UpstreamUnavailable
from nutgraf.llm import LLM, Messages, Spent, T
from nutgraf.steps.normalise import normalise
from nutgraf.store import Kept, Store
from nutgraf.store.remembering import remembering
from nutgraf_prompts import Prompt
from nutgraf_schemas import Article


@dataclass(frozen=True, slots=True)
class Served:
    """A digest, and whether it was kept from before (`hit`), made now (`miss`) or made now for another
    request for the same (`collapsed`)."""

    kept: Kept
    how: Literal["hit", "miss", "collapsed"]


@dataclass(slots=True)
class _Flight:
    task: asyncio.Task[Kept]
    waiting: int = 0


@dataclass(slots=True)
class _Absent:
    """The LLM in the pipeline when it cannot be had: every call raises `reason`."""

    name: str
    reason: UpstreamError

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:  # noqa: ARG002 (the protocol's)
        raise self.reason


@runtime_checkable
class _Watched(Protocol):
    """An LLM that knows when it cannot answer."""

    @property
    def trouble(self) -> str | None: ...


class Desk:
    """One for each server. `llm` is a future, because an LLM takes its time to start; `name` is its name."""

    def __init__(self, llm: asyncio.Future[LLM], prompt: Prompt, store: Store, name: str) -> None:
        self.store = store
        self._llm, self._prompt, self._name = llm, prompt, name
        self._flights: dict[str, _Flight] = {}

    def check_ready(self) -> None:
        """Raises `UpstreamUnavailable` while the LLM starts, anew too, or has ended for good, and whatever
        hindered it when it could not start at all."""
        if not self._llm.done():
            raise UpstreamUnavailable("The LLM is starting.")
        llm = self._llm.result()
        if isinstance(llm, _Watched) and llm.trouble:
            raise UpstreamUnavailable(llm.trouble)

    async def digest(self, article: Article, seconds: float) -> Served:
        """The digest of `article`: kept, or made within `seconds`, or without an LLM if the article's options
        allow that and there is none in time.

        Raises `BadArticle`, `StoreUnavailable` or `StoreFull`; and where the options ask for an error
        `UpstreamError` (of them `DeadlineExceeded` when `seconds` have passed) or `SetupError`.
        """
        if not self._llm.done() or self._llm.exception():
            normalise(article)  # what is no article is told even when there is no LLM
        try:
            async with asyncio.timeout(seconds) as clock:
                name = digest_id(article, _Absent(self._name, UpstreamUnavailable()), self._prompt)
                kept = await self.store.get(name)
                if kept is not None and kept.complete:
                    return Served(kept, "hit")
                llm = await asyncio.shield(self._llm)
                return await self._shared(name, article, llm)
        except TimeoutError:
            if not clock.expired():
                raise
            return await self._without(article, DeadlineExceeded(f"Not done in {seconds:g} seconds."))
        except SetupError as error:
            return await self._without(article, error)

    async def _without(self, article: Article, error: UpstreamError | SetupError) -> Served:
        """The digest of the article's own sentences, unless `error` is to be raised instead."""
        if article.options.on_failure == "error":
            raise error
        reason = (
            error if isinstance(error, UpstreamError) else UpstreamUnavailable(error.detail.split("\n")[0])
        )
        made = await digest(article, _Absent(self._name, reason), self._prompt)
        return Served(await self.store.put(made), "miss")

    async def _shared(self, name: str, article: Article, llm: LLM) -> Served:
        flight = self._flights.get(name)
        how: Literal["miss", "collapsed"] = "miss" if flight is None else "collapsed"
        if flight is None:
            flight = self._flights[name] = _Flight(asyncio.create_task(self._make(article, llm)))
        flight.waiting += 1
        try:
            return Served(await asyncio.shield(flight.task), how)
        finally:
            flight.waiting -= 1
            if flight.waiting == 0:  # done, or nobody wants it any more
                del self._flights[name]
                flight.task.cancel()

    async def _make(self, article: Article, llm: LLM) -> Kept:
        memory = remembering(llm, self.store)
        made = await digest(article, memory, self._prompt)
        return await self.store.put(made, memory.answers)
