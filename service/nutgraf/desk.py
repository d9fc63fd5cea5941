"""Around the line: an Article and a deadline in, a kept digest out, made once for all who ask at once."""

import asyncio
from dataclasses import dataclass
from typing import Literal

from nutgraf.article_pipeline import digest, digest_id
from nutgraf.errors import DeadlineExceeded, UpstreamUnavailable
from nutgraf.llm import LLM
from nutgraf.steps.normalise import normalise
from nutgraf.store import Kept, Store
from nutgraf.store.remembering import Remembering
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


class Desk:
    """One for each server. `llm` is a future, because an LLM takes its time to start."""

    def __init__(self, llm: asyncio.Future[LLM], prompt: Prompt, store: Store) -> None:
        self.store = store
        self._llm, self._prompt = llm, prompt
        self._flights: dict[str, _Flight] = {}

    def check_ready(self) -> None:
        """Raises `UpstreamUnavailable` while the LLM starts, and whatever hindered it when it cannot."""
        if not self._llm.done():
            raise UpstreamUnavailable("The LLM is starting.")
        self._llm.result()

    async def digest(self, article: Article, seconds: float) -> Served:
        """The digest of `article`: kept, or made within `seconds`.

        Raises `BadArticle`, `UpstreamError` (of them `DeadlineExceeded` when `seconds` have passed),
        `StoreUnavailable` or `StoreFull`.
        """
        if not self._llm.done() or self._llm.exception():
            normalise(article)  # what is no article is told even when there is no LLM
        try:
            async with asyncio.timeout(seconds) as clock:
                llm = await asyncio.shield(self._llm)
                name = digest_id(article, llm, self._prompt)
                kept = await self.store.get(name)
                if kept is not None and kept.complete:
                    return Served(kept, "hit")
                return await self._shared(name, article, llm)
        except TimeoutError:
            if not clock.expired():
                raise
            raise DeadlineExceeded(f"Not done in {seconds:g} seconds.") from None

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
        memory = Remembering(llm, self.store)
        made = await digest(article, memory, self._prompt)
        return await self.store.put(made, memory.answers)
