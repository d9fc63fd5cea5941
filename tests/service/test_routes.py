"""The endpoints, over HTTP and the whole line, with an LLM that answers from a script."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from sqlalchemy import Engine, event

from nutgraf import app as application
from nutgraf.app import create_app
from nutgraf.errors import UpstreamUnavailable
from nutgraf.llm.scripted import Scripted
from nutgraf.settings import Settings
from nutgraf_schemas import Digest

HOME = "http://127.0.0.1:8000"


@pytest.fixture
def app(tmp_path: Path, editor: Scripted) -> Litestar:
    return create_app(Settings(store=tmp_path / "digests.sqlite"), editor)


@pytest.fixture
def client(app: Litestar) -> Iterator[TestClient[Litestar]]:
    with TestClient(app, base_url=HOME, raise_server_exceptions=False) as client:
        yield client


def test_an_article_becomes_a_digest_whose_evidence_stands_in_its_text(
    client: TestClient[Litestar], strike: str
) -> None:
    answer = client.post("/v1/digests", json={"text": strike})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    digest = Digest.model_validate_json(answer.content)
    assert digest.status == "complete"
    sentences = {s.id: strike[s.start : s.end] for s in digest.article.sentences}
    for statement in [digest.headline, *digest.summary, *digest.key_points]:
        for evidence in statement.evidence:
            assert strike[evidence.start : evidence.end] in sentences[evidence.sentence]


def test_the_same_request_again_is_the_same_bytes_at_no_tokens(
    client: TestClient[Litestar], strike: str
) -> None:
    first = client.post("/v1/digests", json={"text": strike})
    again = client.post("/v1/digests", json={"options": {"events": 8}, "title": None, "text": strike})
    assert again.content == first.content
    assert again.headers["etag"] == first.headers["etag"]
    assert first.headers["cache-status"] == "nutgraf; fwd=miss; stored"
    assert again.headers["cache-status"] == "nutgraf; hit"


def test_plain_text_is_the_same_article_as_in_json(client: TestClient[Litestar], strike: str) -> None:
    plain = client.post("/v1/digests", content=strike.encode(), headers={"Content-Type": "text/plain"})
    assert plain.status_code == 200
    assert client.post("/v1/digests", json={"text": strike}).content == plain.content


def test_a_digest_is_read_where_the_answer_says_it_is_kept(client: TestClient[Litestar], strike: str) -> None:
    made = client.post("/v1/digests", json={"text": strike})
    read = client.get(made.headers["content-location"])
    assert made.headers["content-location"] == f"/v1/digests/{made.json()['id']}"
    assert (read.status_code, read.content, read.headers["etag"]) == (200, made.content, made.headers["etag"])
    assert read.headers["cache-control"] == "private, no-cache"


def test_who_has_the_digest_is_told_so_and_who_has_another_gets_it(
    client: TestClient[Litestar], strike: str
) -> None:
    made = client.post("/v1/digests", json={"text": strike})
    where, tag = made.headers["content-location"], made.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        unchanged = client.get(where, headers={"If-None-Match": known})
        assert (unchanged.status_code, unchanged.content, unchanged.headers["etag"]) == (304, b"", tag)
    for unknown in ('"other"', tag.strip('"'), ""):
        assert client.get(where, headers={"If-None-Match": unknown}).content == made.content


def test_a_deleted_digest_is_gone(client: TestClient[Litestar], strike: str) -> None:
    where = client.post("/v1/digests", json={"text": strike}).headers["content-location"]
    assert client.delete(where).status_code == 204
    for answer in (client.get(where), client.delete(where)):
        assert (answer.status_code, answer.json()["type"]) == (404, f"{HOME}/problems/not-found")
    assert (
        client.post("/v1/digests", json={"text": strike}).headers["cache-status"]
        == "nutgraf; fwd=miss; stored"
    )


def test_without_an_llm_the_digest_is_degraded_or_a_problem_as_the_caller_chose(
    tmp_path: Path, strike: str
) -> None:
    nobody = Scripted(lambda *_: UpstreamUnavailable())
    app = create_app(Settings(store=tmp_path / "digests.sqlite"), nobody)
    with TestClient(app, base_url=HOME) as client:
        extracted = client.post("/v1/digests", json={"text": strike})
        refused = client.post("/v1/digests", json={"text": strike, "options": {"on_failure": "error"}})
    assert extracted.json()["status"] == "degraded"
    assert "upstream-unavailable" in [warning["code"] for warning in extracted.json()["warnings"]]
    assert extracted.headers["cache-status"] == "nutgraf; fwd=miss"
    assert (refused.status_code, refused.json()["type"]) == (503, f"{HOME}/problems/upstream-unavailable")
    assert refused.headers["retry-after"] == "5"


def test_a_full_disk_is_a_507_and_what_is_kept_can_still_be_read(
    tmp_path: Path, editor: Scripted, strike: str
) -> None:
    def no_more_pages(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(
            "PRAGMA max_page_count = 1"
        )  # SQLite takes the present size, and says "full" beyond

    settings = Settings(store=tmp_path / "digests.sqlite")
    with TestClient(create_app(settings, editor), base_url=HOME) as client:
        kept = client.post("/v1/digests", json={"text": strike})
    event.listen(Engine, "connect", no_more_pages)
    try:
        with TestClient(create_app(settings, editor), base_url=HOME) as client:
            for number in range(20):
                answer = client.post("/v1/digests", json={"text": f"{strike} {number} people watched."})
                if answer.status_code != 200:
                    break
            assert (answer.status_code, answer.json()["type"]) == (507, f"{HOME}/problems/storage-full")
            assert client.get(kept.headers["content-location"]).content == kept.content
    finally:
        event.remove(Engine, "connect", no_more_pages)


def test_a_deadline_that_passes_is_a_degraded_digest_or_a_504_as_the_caller_chose(
    client: TestClient[Litestar], strike: str
) -> None:
    soon = {"Nutgraf-Deadline": "0.000001"}
    extracted = client.post("/v1/digests", json={"text": strike}, headers=soon)
    assert (extracted.status_code, extracted.json()["status"]) == (200, "degraded")
    assert "deadline-exceeded" in [warning["code"] for warning in extracted.json()["warnings"]]
    asked = {"text": strike, "options": {"on_failure": "error"}}
    late = client.post("/v1/digests", json=asked, headers=soon)
    assert (late.status_code, late.json()["type"]) == (504, f"{HOME}/problems/deadline-exceeded")
    in_time = client.post("/v1/digests", json={"text": strike}, headers={"Nutgraf-Deadline": "600"})
    assert in_time.status_code == 200


def test_statements_are_checked_against_a_text_and_nothing_is_stored(
    client: TestClient[Litestar], strike: str
) -> None:
    said = [
        {"text": "The lock keepers want almost 9 percent."},
        {"text": "Brandt speaks for 460 lock keepers."},
    ]
    answer = client.post("/v1/checks", json={"text": strike, "statements": said})
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    wrong, right = answer.json()["statements"]
    assert (wrong["support"], wrong["checks"]["numbers"]) == ("unsupported", "failed")
    assert right["support"] == "supported"
    (evidence,) = right["evidence"]
    assert "Lena Brandt" in strike[evidence["start"] : evidence["end"]]


def test_a_digest_that_is_kept_is_checked_again_by_its_id(client: TestClient[Litestar], strike: str) -> None:
    made = client.post("/v1/digests", json={"text": strike}).json()
    again = client.post("/v1/checks", json={"text": strike, "digest": made["id"]})
    assert again.status_code == 200, again.text
    assert again.json()["statements"][0]["text"] == made["headline"]["text"]
    unknown = client.post("/v1/checks", json={"text": strike, "digest": "dg_0"})
    assert (unknown.status_code, unknown.json()["type"]) == (404, f"{HOME}/problems/not-found")
    other = client.post("/v1/checks", json={"text": f"{strike} ", "digest": made["id"]})
    assert (other.status_code, other.json()["errors"][0]["pointer"]) == (422, "/text")
    assert "SHA-256" in other.json()["detail"]


def test_statements_are_checked_while_the_llm_still_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, strike: str
) -> None:
    @asynccontextmanager
    async def starting(_: Settings) -> AsyncIterator[None]:
        await asyncio.Event().wait()
        yield

    monkeypatch.setattr(application, "connect", starting)
    with TestClient(create_app(Settings(store=tmp_path / "digests.sqlite")), base_url=HOME) as client:
        assert client.get("/readyz").status_code == 503
        said = [{"text": "Brandt speaks for 460 lock keepers."}]
        answer = client.post("/v1/checks", json={"text": strike, "statements": said})
    assert answer.json()["statements"][0]["support"] == "supported"


def test_what_is_not_built_is_not_there(client: TestClient[Litestar]) -> None:
    for verb, path in (
        ("GET", "/v1/jobs/j_1"),
        ("POST", "/v1/batches"),
        ("GET", "/metrics"),
    ):
        assert client.request(verb, path).status_code == 404
    listing = client.get("/v1/digests")
    assert (listing.status_code, listing.headers["allow"]) == (405, "POST, OPTIONS")


def test_the_pages_are_html_that_may_fetch_nothing(client: TestClient[Litestar]) -> None:
    for path in ("/docs", "/problems/article-empty"):
        page = client.get(path)
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert "default-src 'none'" in page.headers["content-security-policy"]
    assert client.get("/problems/no-such-problem").status_code == 404


def test_alive_and_ready(client: TestClient[Litestar]) -> None:
    assert client.get("/livez").json() == {"status": "alive"}
    assert client.get("/readyz").json() == {"status": "ready"}


def test_no_word_of_an_article_is_in_the_log_even_of_a_chatty_server(
    client: TestClient[Litestar], caplog: pytest.LogCaptureFixture
) -> None:
    private = "Quintessa Vandermolen"
    with caplog.at_level(logging.DEBUG):
        text = (
            f"{private} resigned as harbour master on Tuesday, the council of Lowmouth said in a statement."
        )
        made = client.post("/v1/digests", json={"text": text, "title": private})
        client.get(made.headers["content-location"])
        client.post("/v1/digests", json={"text": [private]})
        client.post("/v1/checks", json={"text": text, "statements": [{"text": f"{private} stayed."}]})
        client.delete(made.headers["content-location"])
    assert made.status_code == 200
    assert private not in caplog.text
