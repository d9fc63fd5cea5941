"""An endpoint of OpenAI's protocol that behaves as it is told; made by hand, so that it can misbehave.

The base URL is `http://127.0.0.1:PORT/BEHAVIOUR/NAME/v1`, NAME fresh in each test; GET /journal/NAME gives
what was asked under it. It prints `{"port": …}` and ends when its standard input is closed.
"""

import asyncio
import contextlib
import gzip
import json
import socket
import struct
import sys
from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any

Writer = asyncio.StreamWriter
FITS = '{"t":"The bridge was closed on Tuesday."}'
journal: dict[str, list[dict[str, Any]]] = defaultdict(list)


def completion(content: str | None = FITS, finish: str = "stop", **changes: Any) -> dict[str, Any]:
    message = {"role": "assistant", "content": content, "refusal": changes.pop("refusal", None)}
    usage = {
        "prompt_tokens": 100,
        "completion_tokens": 10,
        "total_tokens": 110,
        "prompt_tokens_details": {"cached_tokens": 64},
    }
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "fake",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": usage,
    } | changes


def raw(body: bytes, status: int = 200, **headers: str) -> bytes:
    shown = {"content-type": "application/json", "content-length": str(len(body)), **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in shown.items())
    return f"HTTP/1.1 {status} Status\r\n{lines}\r\n".encode() + body


def answer(body: object, status: int = 200, **headers: str) -> bytes:
    return raw(json.dumps(body).encode(), status, **headers)


def error(status: int, code: str | None = None, **headers: str) -> bytes:
    return answer({"error": {"message": "no", "type": "error", "code": code}}, status, **headers)


async def drip(writer: Writer) -> None:
    for byte in raw(b" " * 10_000):
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0.02)


async def hang(writer: Writer) -> None:
    await asyncio.sleep(600)


async def reset(writer: Writer) -> None:
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def flood(writer: Writer) -> None:
    writer.write(
        b"HTTP/1.1 200 Status\r\ncontent-type: application/json\r\ncontent-length: 300000000\r\n\r\n"
    )
    for _ in range(300):
        writer.write(b" " * 1_000_000)
        await writer.drain()


async def nothing(writer: Writer) -> None:
    pass


def judged(content: str, *tokens: tuple[Any, Any], top: bool = True) -> bytes:
    """An answer of one token with the likeliest tokens and their log-probabilities."""
    told = [{"token": token, "logprob": value, "bytes": None} for token, value in tokens]
    first = {"token": content, "logprob": -0.1, "bytes": None} if top else told[0]
    made = completion(content, "length")
    made["choices"][0]["logprobs"] = {"content": [{**first, "top_logprobs": told if top else []}]}
    return answer(made)


Behaviour = bytes | Callable[[Writer], Awaitable[None]]
BEHAVIOURS: dict[str, list[Behaviour]] = {
    "fits": [answer(completion())],
    "refuses": [answer(completion(None, refusal="I will not."))],
    "filters-a-whole-answer": [answer(completion(finish="content_filter"))],
    "is-cut-off": [answer(completion('{"t":"The bridge', "length"))],
    "lacks-a-key-once": [answer(completion("{}")), answer(completion())],
    "lacks-a-key": [answer(completion("{}"))],
    "has-a-key-too-many": [answer(completion('{"t":"It closed.","secret":1}'))],
    "is-empty": [answer(completion(""))],
    "is-prose": [answer(completion("The bridge is closed, says SECRET."))],
    "says-no-number": [answer(completion('{"t":NaN}'))],
    "is-busy-twice": [error(429, retry_after="0"), error(429, retry_after="0"), answer(completion())],
    "is-busy": [error(429)],
    "is-busy-for-long": [error(429, retry_after="300")],
    "is-busy-in-odd-words": [
        error(429, retry_after="nan"),
        error(429, retry_after="-5"),
        answer(completion()),
    ],
    "wants-money": [error(429, "insufficient_quota")],
    "fails-once": [error(500), answer(completion())],
    "fails": [error(503)],
    "knows-no-key": [error(401, x_should_retry="true")],
    "knows-no-llm": [error(404)],
    "refuses-the-request": [error(400, x_should_retry="true")],
    "hangs": [hang],
    "drips": [drip],
    "closes": [nothing],
    "resets-once": [reset, answer(completion())],
    "sends-half": [raw(b'{"id":"x"', content_length="5000")],
    "sends-no-json": [raw(b"<html>", content_type="application/json")],
    "sends-html": [raw(b"<html>", content_type="text/html")],
    "sends-null": [answer(None)],
    "sends-a-list": [answer([])],
    "sends-an-error-as-200": [answer({"error": {"message": "SECRET", "code": 502}})],
    "sends-no-choice": [answer(completion() | {"choices": []})],
    "sends-null-choices": [answer(completion() | {"choices": None})],
    "sends-latin-1": [raw(b'{"id":"\xe9"}')],
    "sends-depths": [raw(b"[" * 100_000)],
    "says-yes": [answer(completion("Yes", "length"))],
    "says-no-with-a-full-stop": [answer(completion(" no.", "length"))],
    "weighs-both": [judged("Yes", ("Yes", -0.1), (" no", -2.3), ("yes", -4.0), ("Well", -5.0))],
    "weighs-yes-alone": [judged("Yes", ("Yes", -0.5), ("Well", -1.0))],
    "weighs-no-alone": [judged("No", ("No", -0.5), top=False)],
    "weighs-other-words": [judged("Well", ("Well", -0.5), ("The", -1.0))],
    "weighs-oddly": [judged("No", (None, "x"), ("Yes", None), ("No", 7), top=True)],
    "is-busy-then-says-yes": [error(429, retry_after="0"), answer(completion("Yes"))],
    "has-no-usage": [answer(completion(usage=None))],
    "has-odd-usage": [answer(completion(usage={"prompt_tokens": -6, "completion_tokens": None}))],
    "redirects-to-itself": [answer({}, 307, location="chat/completions")],
    "floods": [flood],
    "packs": [raw(gzip.compress(b" " * 50_000_000), content_encoding="gzip")],
}


async def serve(reader: asyncio.StreamReader, writer: Writer) -> None:
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            _, behaviour, name, *_ = head[0].split(" ")[1].split("/")
            headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in head[1:])}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            if behaviour == "journal":
                writer.write(answer(journal[name]))
                continue
            turns = BEHAVIOURS[behaviour]
            turn = turns[min(len(journal[name]), len(turns) - 1)]
            journal[name].append({"headers": headers, "body": json.loads(body)})
            if isinstance(turn, bytes):
                writer.write(turn)
            else:
                await turn(writer)
                break
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    sys.stdout.write(json.dumps({"port": server.sockets[0].getsockname()[1]}) + "\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
