"""Token sequences in, answers out: the one batch in which the engine computes them all.

OpenVINO GenAI computes a step for all requests at once and keeps what it has read by blocks of 32 tokens.
A request that shares a beginning with one still being read would read it again, so it waits for the first.
Nothing here uses threads: the pipeline holds Python's lock while it computes, so steps and I/O take turns.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Literal

BLOCK = 32
"""Tokens of one block of the cache, as OpenVINO has it on a CPU."""
CACHE_BLOCKS = 1_536
"""All blocks of the cache: 49,152 tokens, 0.7 GB with the embedded weights."""
MOST_TOKENS = CACHE_BLOCKS * BLOCK * 2 // 3
"""Tokens of all requests computed at once, prompts and answers together, so that the cache cannot run out."""
SEQUENCES = 32
"""Requests computed at once: two articles' worth. Three articles together take a tenth longer with 16."""
CHUNK = 256
"""Tokens of one step. A long prompt is read in chunks, and the others go on meanwhile.

Of 128 to 2,048 this was the fastest, and a step takes a second at most."""
SHARED = 2
"""Blocks of common beginning that are worth waiting for."""
_TURNS = 6
"""Turns of the event loop between two steps: a request needs about five from its connection to the batch."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was generated. `cached` is how many tokens of the prompt had been read before.

    `log_probabilities` are those of the tokens where the request asked for them.
    """

    tokens: Sequence[int]
    finish: Literal["stop", "length"]
    cached: int
    log_probabilities: Sequence[float] = ()


class NoRoomError(Exception):
    """The pipeline gave the request up."""


@dataclass(eq=False, slots=True)
class _Request:
    number: int
    tokens: Sequence[int]
    config: Any
    answer: "asyncio.Future[Answer]"
    blocks: Sequence[int]
    size: int
    handle: Any = None
    cached: int = 0
    generated: list[int] = field(default_factory=list)
    log_probabilities: list[float] = field(default_factory=list)
    finish: str = ""

    @property
    def reading(self) -> bool:
        """Whether its prompt is still being read."""
        return not self.generated


class Batch:
    """The requests of one pipeline. `run` computes until it is cancelled; `answer` asks.

    `tensor` makes a pipeline's prompt of tokens.
    """

    def __init__(self, pipeline: Any, tensor: Callable[[Sequence[int]], Any]) -> None:
        self._pipeline, self._tensor = pipeline, tensor
        self._waiting: deque[_Request] = deque()
        self._running: list[_Request] = []
        self._known: OrderedDict[int, None] = OrderedDict()
        self._came = asyncio.Event()
        self._numbers = 0
        self.steps = 0
        self.stepped = monotonic()

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    @property
    def running(self) -> int:
        return len(self._running)

    async def answer(self, tokens: Sequence[int], config: Any) -> Answer:
        """The answer to a prompt. Cancelling it takes the request out of the batch.

        Raises `ValueError` for what can never fit or the pipeline refuses, `NoRoomError` when it gives up.
        """
        size = len(tokens) + config.max_new_tokens + BLOCK
        if size > MOST_TOKENS:
            raise ValueError(f"prompt and answer have {size} tokens, {MOST_TOKENS} fit")
        self._numbers += 1
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        request = _Request(self._numbers, tokens, config, future, blocks(tokens), size)
        if not self._running and not self._waiting:
            self.stepped = monotonic()
        self._waiting.append(request)
        self._came.set()
        try:
            return await future
        finally:
            self._forget(request)

    async def run(self) -> None:
        """Compute, for ever."""
        while True:
            if not (self._waiting or self._running):
                self._came.clear()
                await self._came.wait()
            for _ in range(_TURNS):
                await asyncio.sleep(0)
            self._admit()
            if self._running:
                self._pipeline.step()
                self.steps += 1
                self.stepped = monotonic()
                for request in list(self._running):
                    self._collect(request)

    def _admit(self) -> None:
        """Put into the batch who may go: by arrival, past those that wait for a beginning to be read."""
        room = MOST_TOKENS - sum(r.size for r in self._running)
        being_read = {block for r in self._running if r.reading for block in r.blocks}
        for request in list(self._waiting):
            if len(self._running) == SEQUENCES or request.size > room:
                break
            known = 0
            while known < len(request.blocks) and request.blocks[known] in self._known:
                known += 1
            if sum(block in being_read for block in request.blocks[known : known + SHARED]) == SHARED:
                continue
            self._waiting.remove(request)
            request.cached = min(known * BLOCK, len(request.tokens) - 1)
            try:
                prompt = self._tensor(request.tokens)
                request.handle = self._pipeline.add_request(request.number, prompt, request.config)
            except RuntimeError as error:
                request.answer.set_exception(ValueError(str(error)))
                continue
            self._running.append(request)
            room -= request.size
            being_read.update(request.blocks[known:])

    def _collect(self, request: _Request) -> None:
        """Take what the last step gave `request`; end it where it is complete."""
        handle = request.handle
        if request.reading and handle.can_read():
            self._learn(request.blocks)
        while handle.can_read():
            [output] = handle.read().values()
            request.generated += output.generated_ids
            request.log_probabilities += output.generated_log_probs
            request.finish = output.finish_reason.name
        status = handle.get_status().name
        if status == "RUNNING":
            return
        self._running.remove(request)
        if request.answer.done():
            return
        if status == "FINISHED":
            finish: Literal["stop", "length"] = "length" if request.finish == "LENGTH" else "stop"
            answer = Answer(request.generated, finish, request.cached, request.log_probabilities)
            request.answer.set_result(answer)
        else:
            request.answer.set_exception(NoRoomError(status))

    def _learn(self, read: Sequence[int]) -> None:
        """Remember which blocks are in the cache; it drops those that were used longest ago."""
        for block in read:
            self._known[block] = None
            self._known.move_to_end(block)
        while len(self._known) > CACHE_BLOCKS - MOST_TOKENS // BLOCK:
            self._known.popitem(last=False)

    def _forget(self, request: _Request) -> None:
        if request in self._waiting:
            self._waiting.remove(request)
        elif request in self._running:
            self._running.remove(request)
            request.handle.cancel()


def blocks(tokens: Sequence[int]) -> Sequence[int]:
    """A number for each full block, which stands for everything up to its end."""
    found, above = [], 0
    for end in range(BLOCK, len(tokens) + 1, BLOCK):
        above = hash((above, tuple(tokens[end - BLOCK : end])))
        found.append(above)
    return found
