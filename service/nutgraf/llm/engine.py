"""The engine: a GGUF file in, a little of the OpenAI protocol on loopback out. A process of its own.

    python -m nutgraf.llm.engine WEIGHTS.gguf FOLDER

FOLDER keeps the converted model: the first start fills it, later ones load from it.
The key that every request must bear is in NUTGRAF_ENGINE_KEY. Once loaded it prints one line, `{"port": …}`.
It ends when its standard input is closed. POST /v1/chat/completions answers; GET /health tells how it is.
"""

import asyncio
import contextlib
import hmac
import json
import os
import re
import shutil
import socket
import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from time import monotonic, time
from typing import Any

import numpy
import openvino  # type: ignore[import-untyped]
import openvino_genai as genai  # type: ignore[import-untyped]
import uvicorn
from filelock import FileLock

from nutgraf.llm.batch import CACHE_BLOCKS, CHUNK, SEQUENCES, Answer, Batch, NoRoomError
from nutgraf.llm.embedded import KEY
from nutgraf.llm.grammar import grammar

CHATML = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\\n' + m['content'] + '<|im_end|>\\n' }}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
"""For weights that bring no template of their own."""
MODEL = "openvino_model.xml"
_SPECIAL = re.compile(r"(?=<[^<>\s]{1,30}>|\[/?[A-Z_]{2,20}\])")  # looks ahead: one may stand inside another
_PIECE = re.compile(r".{1,2000}(?=\s|$)|.{1,2000}", re.DOTALL)
"""OpenVINO's tokenizer silently drops what exceeds 8,192 tokens. Before white space it parts words anyway."""
_LARGEST_BODY = 4_000_000


class BadRequestError(ValueError):
    """The caller can mend it."""


class Engine:
    """A loaded model. Raises `RuntimeError` where OpenVINO cannot read the weights."""

    def __init__(self, gguf: Path, folder: Path) -> None:
        if not (folder / MODEL).exists():
            convert(gguf, folder)
        self.tokenizer = genai.Tokenizer(str(folder))
        self.pipeline = genai.ContinuousBatchingPipeline(str(folder), self.tokenizer, _scheduler(), "CPU")
        self.name = gguf.stem
        self.batch = Batch(self.pipeline, _tensor)
        self._template = self.tokenizer.chat_template or CHATML
        self._encode = lru_cache(512)(self._tokens)

    async def complete(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one request for a chat completion. Raises `BadRequestError`."""
        try:
            prompt = self.prompt(request["messages"])
            config = self._config(request)
            answer = await self.batch.answer(prompt, config)
        except (LookupError, TypeError, ValueError, RuntimeError) as error:
            raise BadRequestError(f"{type(error).__name__}: {error}") from error
        return {
            "id": f"chatcmpl-{os.urandom(8).hex()}",
            "object": "chat.completion",
            "created": int(time()),
            "model": self.name,
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": self.tokenizer.decode(list(answer.tokens))},
                    "finish_reason": answer.finish,
                    "logprobs": self._logprobs(answer) if request.get("logprobs") else None,
                }
            ],
            "usage": {
                "prompt_tokens": len(prompt),
                "completion_tokens": len(answer.tokens),
                "total_tokens": len(prompt) + len(answer.tokens),
                "prompt_tokens_details": {"cached_tokens": answer.cached},
            },
        }

    def health(self) -> dict[str, Any]:
        """Requests that wait and that run, steps done, seconds since the last one."""
        return {
            "waiting": self.batch.waiting,
            "running": self.batch.running,
            "steps": self.batch.steps,
            "seconds_since_step": round(monotonic() - self.batch.stepped, 3),
        }

    def prompt(self, messages: Sequence[Mapping[str, str]]) -> list[int]:
        """The tokens of a conversation. Special ones come from the template alone."""
        marks = {f"\ue000{i}\ue001": m["content"] for i, m in enumerate(messages)}
        shown = [{"role": m["role"], "content": mark} for m, mark in zip(messages, marks, strict=True)]
        rendered = self.tokenizer.apply_chat_template(shown, True, chat_template=self._template)
        tokens: list[int] = []
        for part in re.split("(\ue000[0-9]+\ue001)", rendered):
            for piece in pieces(marks[part]) if part in marks else [part]:
                tokens += self._encode(piece)
        return tokens

    def _tokens(self, text: str) -> list[int]:
        return (
            []
            if not text
            else list(map(int, self.tokenizer.encode(text, add_special_tokens=False).input_ids.data[0]))
        )

    def _logprobs(self, answer: Answer) -> dict[str, Any]:
        """The log-probability of each token. OpenVINO tells that of the chosen one only."""
        told = [
            {"token": self.tokenizer.decode([token]), "logprob": value, "bytes": None}
            for token, value in zip(answer.tokens, answer.log_probabilities, strict=True)
        ]
        return {"content": [{**each, "top_logprobs": [each]} for each in told]}

    def _config(self, request: Mapping[str, Any]) -> Any:
        config = self.pipeline.get_config()
        config.max_new_tokens = int(request.get("max_completion_tokens") or request.get("max_tokens") or 512)
        config.do_sample = False
        config.logprobs = int(bool(request.get("logprobs")))
        config.apply_chat_template = False
        form = request.get("response_format") or {"type": "text"}
        if form["type"] == "json_schema":
            rules = grammar(form["json_schema"]["schema"])
            config.structured_output_config = genai.StructuredOutputConfig(grammar=rules)
        elif form["type"] != "text":
            raise ValueError(f"no response_format of the type {form['type']!r}")
        return config


def convert(gguf: Path, folder: Path) -> None:
    """Make `folder` with the weights as OpenVINO keeps them. It appears whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = folder.with_name(f"{folder.name}.part")
    with FileLock(f"{part}.lock"):
        if (folder / MODEL).exists():
            return
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        # OpenVINO saves beside the file that it reads, wherever a link leads.
        (part / "model.gguf").symlink_to(gguf.resolve())
        tokenizer = genai.Tokenizer(str(part / "model.gguf"), enable_save_ov_model=True)
        genai.ContinuousBatchingPipeline(
            str(part / "model.gguf"), tokenizer, _scheduler(), "CPU", enable_save_ov_model=True
        )
        (part / "model.gguf").unlink()
        if folder.exists():
            folder.rmdir()
        part.rename(folder)


def pieces(text: str) -> list[str]:
    """`text` in pieces for the tokenizer: none holds a whole special token, none is long enough to be cut off."""
    cuts = [0, *(special.start() + 1 for special in _SPECIAL.finditer(text)), len(text)]
    return [piece for start, end in pairwise(cuts) for piece in _PIECE.findall(text[start:end])]


def _scheduler() -> Any:
    config = genai.SchedulerConfig()
    config.num_kv_blocks = CACHE_BLOCKS
    config.max_num_seqs = SEQUENCES
    config.max_num_batched_tokens = CHUNK
    config.enable_prefix_caching = True
    config.dynamic_split_fuse = True
    return config


def _tensor(tokens: Sequence[int]) -> Any:
    return openvino.Tensor(numpy.array([tokens], dtype=numpy.int64))


class Http:
    """The engine as an ASGI application."""

    def __init__(self, engine: Engine, key: str) -> None:
        self.engine, self.authorization = engine, f"Bearer {key}".encode()

    async def __call__(self, scope: Mapping[str, Any], receive: Any, send: Any) -> None:
        given = dict(scope["headers"]).get(b"authorization", b"")
        match scope["method"], scope["path"]:
            case _ if not hmac.compare_digest(given, self.authorization):
                await _send(send, 401, _problem("the key is wrong"))
            case "GET", "/health":
                await _send(send, 200, self.engine.health())
            case "POST", "/v1/chat/completions":
                await self._complete(receive, send)
            case _:
                await _send(send, 404, _problem("there is no such path"))

    async def _complete(self, receive: Any, send: Any) -> None:
        """Answer, unless the caller leaves first; then the request is taken out of the batch."""
        try:
            request = json.loads(await _body(receive))
        except (ValueError, RecursionError) as error:
            return await _send(send, 400, _problem(str(error)))
        answer = asyncio.ensure_future(self.engine.complete(request))
        gone = asyncio.ensure_future(_gone(receive))
        try:
            await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
            if answer.done():
                await _send(send, 200, answer.result())
        except BadRequestError as error:
            await _send(send, 400, _problem(str(error)))
        except NoRoomError as error:
            await _send(send, 503, _problem(f"the request was given up: {error}"))
        finally:
            for task in (answer, gone):
                task.cancel()
            with contextlib.suppress(asyncio.CancelledError, BadRequestError, NoRoomError):
                await answer


async def _body(receive: Any) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > _LARGEST_BODY:
            raise ValueError(f"the body has more than {_LARGEST_BODY} bytes")
    return body


async def _gone(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send(send: Any, status: int, body: Mapping[str, Any]) -> None:
    raw = json.dumps(body, ensure_ascii=False).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(raw)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": raw})


def _problem(message: str) -> dict[str, Any]:
    return {"error": {"message": message, "type": "invalid_request_error"}}


async def serve(engine: Engine, key: str) -> None:
    """Serve on a free port of loopback, for ever."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)
    # A connection must not be closed while a step keeps its next request waiting.
    config = uvicorn.Config(
        Http(engine, key),
        log_level="warning",
        lifespan="off",
        interface="asgi3",
        ws="none",
        timeout_keep_alive=3_600,
    )
    await _ends_with_its_parent()
    sys.stdout.write(json.dumps({"port": listener.getsockname()[1]}) + "\n")
    sys.stdout.flush()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(engine.batch.run())
        tasks.create_task(uvicorn.Server(config).serve(sockets=[listener]))


async def _ends_with_its_parent() -> None:
    """End this process once its standard input is closed."""

    class Stdin(asyncio.Protocol):
        def connection_lost(self, _: Exception | None) -> None:
            os._exit(0)

    await asyncio.get_running_loop().connect_read_pipe(Stdin, sys.stdin)


def main() -> None:
    gguf, folder = map(Path, sys.argv[1:])
    asyncio.run(serve(Engine(gguf, folder), os.environ[KEY]))


if __name__ == "__main__":
    main()
