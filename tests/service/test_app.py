"""Where the parts meet: what starts, in which order, and what is said when it cannot."""

import asyncio
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from litestar import Litestar
from litestar.testing import TestClient

from nutgraf import app as app_module
from nutgraf.app import connect, create_app, run
from nutgraf.errors import SetupError, UpstreamUnavailable
from nutgraf.llm import LLM
from nutgraf.llm.scripted import Scripted
from nutgraf.settings import Settings
from nutgraf.store import open_store
from nutgraf_schemas.draft import Rewrite

HOME = "http://127.0.0.1:8000"


@contextmanager
def listening(app: Litestar) -> Iterator[str]:
    """The address of a true server on a free port of loopback."""
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="on"))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=20)


def test_an_article_goes_there_and_back_over_a_socket(tmp_path: Path, editor: Scripted, strike: str) -> None:
    app = create_app(Settings(store=tmp_path / "digests.sqlite"), editor)
    with listening(app) as address, httpx.Client(base_url=address, trust_env=False) as client:
        made = client.post("/v1/digests", json={"text": strike})
        assert made.status_code == 200, made.text
        assert client.get(made.headers["content-location"]).content == made.content
        with_host = client.get("/livez", headers={"Host": "evil.example"})
        assert with_host.status_code == 421
        missing = client.get("/nowhere").json()
        assert client.get(missing["type"]).status_code == 200
        big = client.post(
            "/v1/digests", content=b" " * 2_000_001, headers={"Content-Type": "application/json"}
        )
        assert big.status_code == 413


def test_a_client_that_leaves_before_its_body_is_sent_is_no_failure_of_ours(
    tmp_path: Path, editor: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level("INFO"),
        listening(create_app(Settings(store=tmp_path / "s.sqlite"), editor)) as address,
    ):
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as leaving:
            head = f"POST /v1/digests HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
            leaving.sendall(f'{head}Content-Length: 100\r\n\r\n{{"text": "'.encode())
        for _ in range(200):
            if "not sent to its end" in caplog.text:
                break
            time.sleep(0.01)
    assert "not sent to its end" in caplog.text
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_two_servers_share_one_store(tmp_path: Path, editor: Scripted, strike: str) -> None:
    settings = Settings(store=tmp_path / "digests.sqlite")
    with (
        TestClient(create_app(settings, editor), base_url=HOME) as one,
        TestClient(create_app(settings, editor), base_url=HOME) as two,
    ):
        made = one.post("/v1/digests", json={"text": strike})
        again = two.post("/v1/digests", json={"text": strike})
    assert again.content == made.content
    assert again.headers["cache-status"] == "nutgraf; hit"


def test_a_store_that_is_given_is_used(tmp_path: Path, editor: Scripted, strike: str) -> None:
    async def story() -> None:
        async with open_store(tmp_path / "given.sqlite") as store:
            app = create_app(Settings(store=tmp_path / "never.sqlite"), editor, store)
            async with app.lifespan():
                assert app.state.desk.store is store

    asyncio.run(story())
    assert not (tmp_path / "never.sqlite").exists()


def test_while_the_llm_starts_the_server_is_alive_and_not_ready_and_a_request_waits(
    tmp_path: Path, editor: Scripted, strike: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    let_it_start = threading.Event()

    @asynccontextmanager
    async def slow(_: Settings) -> AsyncIterator[LLM]:
        await asyncio.to_thread(let_it_start.wait)
        yield editor
        told.append("stopped")

    monkeypatch.setattr(app_module, "connect", slow)
    with TestClient(create_app(Settings(store=tmp_path / "digests.sqlite")), base_url=HOME) as client:
        assert client.get("/livez").status_code == 200
        starting = client.get("/readyz")
        assert (starting.status_code, starting.json()["detail"]) == (503, "The LLM is starting.")
        assert starting.headers["retry-after"] == "5"
        assert client.post("/v1/digests", json={"text": " "}).status_code == 422
        or_error = {"text": strike, "options": {"on_failure": "error"}}
        late = client.post("/v1/digests", json=or_error, headers={"Nutgraf-Deadline": "0.05"})
        assert late.status_code == 504
        threading.Timer(0.2, let_it_start.set).start()
        assert client.post("/v1/digests", json={"text": strike}).status_code == 200
        assert client.get("/readyz").status_code == 200


def test_an_llm_that_cannot_start_leaves_a_server_that_says_why(
    tmp_path: Path, strike: str, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(
        store=tmp_path / "s.sqlite", weights=tmp_path / "missing.gguf", cache=tmp_path / "cache"
    )
    with TestClient(create_app(settings), base_url=HOME) as client:
        for _ in range(100):
            ready = client.get("/readyz")
            if ready.json()["type"] == f"{HOME}/problems/not-set-up":
                break
            time.sleep(0.05)
        assert (ready.status_code, ready.json()["type"]) == (503, f"{HOME}/problems/not-set-up")
        assert "missing.gguf" in ready.json()["detail"]
        extracted = client.post("/v1/digests", json={"text": strike}).json()
        assert extracted["status"] == "degraded"
        assert "missing.gguf" in extracted["warnings"][-1]["message"]
        refused = client.post("/v1/digests", json={"text": strike, "options": {"on_failure": "error"}})
        assert refused.json()["type"] == f"{HOME}/problems/not-set-up"
        assert client.get("/livez").status_code == 200
    assert "missing.gguf" in caplog.text


def test_an_llm_is_stopped_with_the_server(
    tmp_path: Path, editor: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    @asynccontextmanager
    async def engine(_: Settings) -> AsyncIterator[LLM]:
        told.append("started")
        try:
            yield editor
        finally:
            await asyncio.sleep(0.05)
            told.append("stopped")

    monkeypatch.setattr(app_module, "connect", engine)
    with TestClient(create_app(Settings(store=tmp_path / "digests.sqlite")), base_url=HOME) as client:
        assert client.get("/readyz").status_code == 200
    assert told == ["started", "stopped"]


def test_starting_up_asks_nothing_of_a_remote_llm() -> None:
    async def story() -> None:
        settings = Settings(llm="http://127.0.0.1:9/v1", llm_name="some-llm", llm_api_key="k")
        async with connect(settings) as llm:
            assert llm.name == "some-llm"

    asyncio.run(story())


def test_a_remote_llm_may_take_as_long_as_its_caller_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_module, "MAX_DEADLINE", 0.2)

    async def story() -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            settings = Settings(llm=f"http://127.0.0.1:{silent.getsockname()[1]}/v1", llm_name="some-llm")
            async with connect(settings) as llm:
                await llm.fill([{"role": "user", "content": "?"}], Rewrite, max_tokens=9)

    with pytest.raises(UpstreamUnavailable, match=r"within 0\.2 seconds"):
        asyncio.run(asyncio.wait_for(story(), 20))


def test_the_server_refuses_to_listen_on_any_other_address(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no API keys yet"):
        run(Settings(store=tmp_path / "digests.sqlite"), "0.0.0.0", 8000)


def test_a_store_that_cannot_be_used_ends_the_server_before_it_starts(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(SetupError, match="NUTGRAF_STORE"):
        run(Settings(store=tmp_path / "file" / "digests.sqlite"), "127.0.0.1", 8000)
