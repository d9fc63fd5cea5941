"""An LLM in, the same LLM with a memory out: what it has answered before costs nothing again."""

import json
from hashlib import sha256

from nutgraf.llm import LLM, Messages, Spent, T
from nutgraf.store import Store


class Remembering:
    """`llm`, whose answers about one article are kept in `store`."""

    def __init__(self, llm: LLM, store: Store, article_sha256: str) -> None:
        self.name = llm.name
        self._llm, self._store, self._article = llm, store, article_sha256

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        """Answer from memory, or else ask. A remembered answer has spent nothing."""
        request = _fingerprint(self._llm.name, messages, schema.model_json_schema(), max_tokens)
        answer = await self._store.recall(request)
        if answer is not None:
            return schema.model_validate_json(answer), Spent()
        filled, spent = await self._llm.fill(messages, schema, max_tokens=max_tokens)
        await self._store.remember(request, self._article, filled.model_dump_json(by_alias=True))
        return filled, spent


def _fingerprint(*request: object) -> str:
    return sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()
