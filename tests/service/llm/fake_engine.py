"""A program that speaks as the engine does and fails on demand: python fake_engine.py FOLDER [N].

It dies while it loads from the Nth process of this FOLDER on. What a request says is done: `die N`, `stop N`
and `stall N` in the first N processes, `wait` until the caller leaves; anything else is answered.
FOLDER/journal.jsonl tells what happened.
"""

import asyncio
import contextlib
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(sys.argv[1])
START = len(list(FOLDER.glob("start-*"))) + 1
DIES_FROM = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
stalled = 0


def note(**what: Any) -> None:
    with (FOLDER / "journal.jsonl").open("a", encoding="utf-8") as journal:
        journal.write(json.dumps({"start": START, **what}) + "\n")


def http(body: object, status: int = 200) -> bytes:
    raw = json.dumps(body).encode()
    head = f"HTTP/1.1 {status} Status\r\ncontent-type: application/json\r\ncontent-length: {len(raw)}\r\n\r\n"
    return head.encode() + raw


def completion(words: str, max_tokens: int, logprobs: bool) -> dict[str, Any]:
    content = "No" if logprobs else json.dumps({"t": f"It said {words}."})
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": "length" if max_tokens == 1 else "stop"}
    if logprobs:
        token = {"token": "No", "logprob": -0.6931471805599453, "bytes": None}
        choice["logprobs"] = {"content": [{**token, "top_logprobs": [token]}]}
    usage = {"prompt_tokens": 9, "completion_tokens": 5, "total_tokens": 14}
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 1,
        "model": "f",
        "choices": [choice],
        "usage": usage,
    }


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    global stalled
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
            size = int(head.partition("content-length: ")[2].partition("\r\n")[0] or 0)
            body = await reader.readexactly(size)
            if f"bearer {os.environ['NUTGRAF_ENGINE_KEY'].lower()}\r\n" not in head:
                writer.write(http({"error": {"message": "no"}}, 401))
                continue
            if head.startswith("get /health"):
                health = {"waiting": 0, "running": stalled, "steps": 1, "seconds_since_step": 99.0 * stalled}
                writer.write(http(health))
                continue
            request = json.loads(body)
            words = request["messages"][-1]["content"]
            note(asked=words, max_tokens=request["max_tokens"])
            deed, _, until = words.partition(" ")
            if until.isdigit() and int(until) >= START:
                if deed == "die":
                    os._exit(7)
                if deed == "stop":
                    os.kill(os.getpid(), signal.SIGSTOP)
                stalled += 1
                await asyncio.sleep(600)
            if words == "wait":
                await reader.read(1)
                note(left=words)
                break
            writer.write(http(completion(words, request["max_tokens"], request.get("logprobs", False))))
    writer.close()


async def main() -> None:
    (FOLDER / f"start-{START}").touch()
    if START >= DIES_FROM:
        sys.stderr.write("the weights are broken\n")
        sys.exit(3)
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    sys.stdout.write("loading …\n" + json.dumps({"port": server.sockets[0].getsockname()[1]}) + "\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    os._exit(0)


if __name__ == "__main__":
    asyncio.run(main())
