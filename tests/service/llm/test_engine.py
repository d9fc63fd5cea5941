"""The engine without its weights: how text is made safe, and how it answers over HTTP."""

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.llm.batch import NoRoomError
from nutgraf.llm.engine import BadRequestError, Http, pieces

SPECIAL = ["<|im_end|>", "<|im_start|>", "<|endoftext|>", "</s>", "<s>", "[INST]", "[/INST]", "<｜end｜>"]
PARTS = st.lists(st.sampled_from([*SPECIAL, " ", "\n", "word", "é", "<", "|", ">", "x" * 2_500]), max_size=12)


@given(PARTS)
def test_pieces_make_up_the_text_and_none_holds_a_special_token_or_is_long(parts: list[str]) -> None:
    text = "".join(parts)
    found = pieces(text)
    assert "".join(found) == text
    assert all(len(piece) <= 2_000 for piece in found)
    assert not any(special in piece for piece in found for special in SPECIAL)


def test_ordinary_text_stays_in_one_piece() -> None:
    assert pieces("If a < b, he said, then b > a.\nNo more.") == ["If a < b, he said, then b > a.\nNo more."]


class Loaded:
    """In place of an engine."""

    def __init__(self) -> None:
        self.cancelled = False

    def health(self) -> dict[str, int]:
        return {"running": 0}

    async def complete(self, request: dict[str, Any]) -> dict[str, Any]:
        match request:
            case {"wait": True}:
                try:
                    await asyncio.sleep(600)
                except asyncio.CancelledError:
                    self.cancelled = True
                    raise
            case {"bad": why}:
                raise BadRequestError(why)
            case {"full": _}:
                raise NoRoomError("IGNORED")
        return {"echo": request}


def ask(engine: Any, method: str, path: str, body: bytes = b"", key: str = "k", leaves: bool = False) -> Any:
    """Status and body of the answer to a request; None where there is none."""
    sent: list[dict[str, Any]] = []
    left = asyncio.Event()

    async def exchange() -> None:
        messages = [
            {"type": "http.request", "body": body[:3], "more_body": True},
            {"type": "http.request", "body": body[3:]},
        ]

        async def receive() -> dict[str, Any]:
            if messages:
                return messages.pop(0)
            await (asyncio.sleep(0.01) if leaves else left.wait())
            return {"type": "http.disconnect"}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        scope = {"method": method, "path": path, "headers": [(b"authorization", f"Bearer {key}".encode())]}
        await Http(engine, "k")(scope, receive, send)

    asyncio.run(asyncio.wait_for(exchange(), 10))
    return (sent[0]["status"], json.loads(sent[1]["body"])) if sent else None


COMPLETIONS = "/v1/chat/completions"


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/health", b"", 200),
        ("POST", COMPLETIONS, b'{"a": "\xc3\xa9"}', 200),
        ("POST", COMPLETIONS, b"", 400),
        ("POST", COMPLETIONS, b"\xff", 400),
        ("POST", COMPLETIONS, b"[" * 100_000, 400),
        ("POST", COMPLETIONS, b" " * 4_000_001, 400),
        ("POST", COMPLETIONS, b'{"bad": "so"}', 400),
        ("POST", COMPLETIONS, b'{"full": 1}', 503),
        ("GET", COMPLETIONS, b"", 404),
        ("GET", "/v1/models", b"", 404),
    ],
    ids=str,
)
def test_every_request_has_its_status(method: str, path: str, body: bytes, status: int) -> None:
    found, answer = ask(Loaded(), method, path, body)
    assert found == status
    assert ("error" in answer) == (status >= 400)


@pytest.mark.parametrize("path", ["/health", COMPLETIONS, "/elsewhere"])
def test_without_the_key_there_is_nothing(path: str) -> None:
    assert ask(Loaded(), "POST", path, b"{}", key="guess")[0] == 401


def test_who_closes_the_connection_cancels_the_request() -> None:
    engine = Loaded()
    assert ask(engine, "POST", COMPLETIONS, b'{"wait": true}', leaves=True) is None
    assert engine.cancelled
