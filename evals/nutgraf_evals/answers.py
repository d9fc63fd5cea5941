"""An LLM and a file in, the same LLM with a memory out, for runs: a request that it has answered costs no time again.

It starts with the first request that the file does not know. What a remembered answer says it has spent is what
it cost when it was made.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from nutgraf.errors import SetupError, UpstreamError, UpstreamUnavailable
from nutgraf.llm import LLM, Messages, Spent, T
from nutgraf_evals.records import append_line, whole_lines


class Answers:
    """The memory of one LLM; enter it as an async context.

    `identity` is what decides its answers: its name, its weights, what runs it. `start` starts it.
    """

    def __init__(
        self,
        path: Path,
        identity: Mapping[str, str],
        start: Callable[[], AbstractAsyncContextManager[LLM]],
    ) -> None:
        self._path, self._identity, self._start = path, dict(identity), start
        self._stack = AsyncExitStack()
        self._starting = asyncio.Lock()
        self._llm: LLM | None = None
        self._known: dict[str, Mapping[str, Any]] = {}
        self.failure: SetupError | None = None
        """Why the LLM could not be started, if so."""

    async def __aenter__(self) -> Self:
        lines = map(json.loads, whole_lines(self._path))
        self._known = {line["request_sha256"]: line for line in lines}
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def fill(self, messages: Messages, schema: type[T], max_tokens: int) -> tuple[T, Spent, bool]:
        """An answer, what it cost, and whether it was remembered. Raises as the LLM does."""
        request = self._sha256(messages, schema.model_json_schema(), max_tokens)
        if line := self._known.get(request):
            return schema.model_validate(line["answer"]), Spent(**line["usage"]), True
        llm = await self._started()
        answer, spent = await llm.fill(messages, schema, max_tokens=max_tokens)
        line = {
            "request_sha256": request,
            "answer": answer.model_dump(mode="json", by_alias=True),
            "usage": asdict(spent),
        }
        self._known[request] = line
        append_line(self._path, json.dumps(line, ensure_ascii=False))
        return answer, spent, False

    async def _started(self) -> LLM:
        async with self._starting:
            if self.failure is None and self._llm is None:
                try:
                    self._llm = await self._stack.enter_async_context(self._start())
                except SetupError as error:
                    self.failure = error
        if self._llm is None:  # the pipeline knows this error, and whoever asked it looks at `failure`
            raise UpstreamUnavailable("The LLM cannot be started.")
        return self._llm

    def _sha256(self, *request: Any) -> str:
        return sha256(json.dumps([self._identity, *request], sort_keys=True).encode()).hexdigest()


class Remembering:
    """The LLM while one article is digested. `remembered` counts the answers that cost nothing.

    `failure` is the last error that was raised, for those who do not hear of it.
    """

    def __init__(self, name: str, answers: Answers) -> None:
        self.name, self.remembered, self._answers = name, 0, answers
        self.failure: UpstreamError | None = None

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        """An answer from memory, or else the LLM's."""
        try:
            answer, spent, remembered = await self._answers.fill(messages, schema, max_tokens)
        except UpstreamError as error:
            self.failure = error
            raise
        self.remembered += remembered
        return answer, spent
