"""The door lets in what was meant for this server on loopback, and nothing else."""

import pytest
from litestar import Litestar, get
from litestar.testing import TestClient

from nutgraf.errors import SetupError
from nutgraf.guards import guarded, loopback, refuse_any_but_loopback
from nutgraf.problems import on_error

HOME = "http://127.0.0.1:8000"


@get("/")
async def hello() -> str:
    return "hello"


def client(base_url: str = HOME) -> TestClient[Litestar]:
    app = Litestar(
        [hello], exception_handlers={Exception: on_error}, openapi_config=None, logging_config=None
    )
    app.asgi_handler = guarded(app.asgi_handler)
    return TestClient(app, base_url=base_url)


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:8000", "127.9.9.9:1", "[::1]", "[::1]:8000"],
)
def test_a_host_that_names_loopback_is_let_in(host: str) -> None:
    answer = client().get("/", headers={"Host": host})
    assert answer.text == "hello"


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "10.0.0.7",
        "0.0.0.0",
        "[::]",
        "[2001:db8::1]:8000",
        "localhost:8000/path",
        "user@localhost",
        "localhost#@evil.example",
        "127.1",
        "2130706433",
        "localhost:80000000",
    ],
)
def test_any_other_host_is_not_this_server(host: str) -> None:
    answer = client().get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["type"] == "http://localhost/problems/bad-host"
    assert "evil" not in answer.text
    assert problem["request_id"] == answer.headers["x-request-id"]


def test_two_hosts_are_none() -> None:
    answer = client().get("/", headers=[("Host", "localhost"), ("Host", "evil.example")])
    assert answer.status_code == 421


def test_a_forwarded_host_changes_nothing() -> None:
    assert client().get("/", headers={"X-Forwarded-Host": "evil.example"}).status_code == 200
    refused = client().get("/", headers={"Host": "evil.example", "X-Forwarded-Host": "localhost"})
    assert refused.status_code == 421


def test_an_address_that_others_can_reach_does_not_answer_even_to_a_good_host() -> None:
    answer = client("http://192.168.0.7:8000").get("/", headers={"Host": "localhost:8000"})
    assert answer.status_code == 421


def test_a_page_of_another_site_is_refused_and_one_of_this_machine_is_not() -> None:
    refused = client().get("/", headers={"Sec-Fetch-Site": "cross-site"})
    assert (refused.status_code, refused.json()["type"]) == (403, f"{HOME}/problems/forbidden")
    for site in ("same-origin", "same-site", "none"):
        assert client().get("/", headers={"Sec-Fetch-Site": site}).status_code == 200


def test_no_answer_opens_the_door_to_scripts_of_other_sites() -> None:
    preflight = client().options("/", headers={"Origin": "https://evil.example"})
    plain = client().get("/", headers={"Origin": "https://evil.example"})
    for answer in (preflight, plain):
        assert not [name for name in answer.headers if name.startswith("access-control-")]


def test_every_answer_has_a_request_id_of_its_own_or_the_callers() -> None:
    first, second = client().get("/"), client().get("/nowhere")
    assert len(first.headers["x-request-id"]) == 32
    assert first.headers["x-request-id"] != second.headers["x-request-id"]
    assert second.json()["request_id"] == second.headers["x-request-id"]
    assert client().get("/", headers={"X-Request-Id": "cms-7.a_1"}).headers["x-request-id"] == "cms-7.a_1"


@pytest.mark.parametrize("theirs", ["", "a b", "x" * 65, "<script>", "a\tb"])
def test_a_request_id_that_is_long_or_not_plain_is_replaced(theirs: str) -> None:
    assert client().get("/", headers={"X-Request-Id": theirs}).headers["x-request-id"] != theirs


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.9", "::1", "localhost"])
def test_loopback_may_be_listened_on(host: str) -> None:
    refuse_any_but_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.7", "news.example", ""])
def test_nothing_else_may_until_there_are_keys(host: str) -> None:
    assert not loopback(host)
    with pytest.raises(SetupError, match="no API keys yet"):
        refuse_any_but_loopback(host)
