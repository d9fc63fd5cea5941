"""An LLM in, the same LLM with a memory out: what it has answered before costs nothing again."""

import json
from hashlib import sha256

from nutgraf.errors import StoreFull, StoreUnavailable
from nutgraf.llm import LLM, Judge, Messages, Spent, T
from nutgraf.store import Store


class Remembering:
    """`llm` while one digest is made. What `store` remembers is not asked again; it is not written to.

    `answers` are the new ones by request. They are kept with the digest, so that they are deleted with it.
    """

    def __init__(self, llm: LLM, store: Store) -> None:
        self.name = llm.name
        self.answers: dict[str, str] = {}
        self._llm, self._store = llm, store

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        """Answer from memory, or else ask. A remembered answer has spent nothing."""
        request = _fingerprint(self._llm.name, messages, schema.model_json_schema(), max_tokens)
        answer = self.answers.get(request) or await self._recall(request)
        if answer is not None:
            return schema.model_validate_json(answer), Spent()
        filled, spent = await self._llm.fill(messages, schema, max_tokens=max_tokens)
        self.answers[request] = filled.model_dump_json(by_alias=True)
        return filled, spent

    async def _recall(self, request: str) -> str | None:
        try:
            return await self._store.recall(request)
        except (StoreFull, StoreUnavailable):
            return None  # costs a call; if the store still fails when the digest is kept, that is told


class RememberingJudge(Remembering):
    """The same of an LLM that can also judge."""

    def __init__(self, llm: LLM, judge: Judge, store: Store) -> None:
        super().__init__(llm, store)
        self._judge = judge

    async def judge(self, messages: Messages) -> tuple[float, Spent]:
        """Answer from memory, or else ask."""
        request = _fingerprint("yes or no", self.name, messages)
        answer = self.answers.get(request) or await self._recall(request)
        if answer is not None:
            return float(json.loads(answer)), Spent()
        probability, spent = await self._judge.judge(messages)
        self.answers[request] = json.dumps(probability)
        return probability, spent


def remembering(llm: LLM, store: Store) -> Remembering:
    """`llm` with a memory; it can judge if `llm` can."""
    return RememberingJudge(llm, llm, store) if isinstance(llm, Judge) else Remembering(llm, store)


def _fingerprint(*request: object) -> str:
    return sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()
