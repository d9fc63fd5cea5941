"""Whatever goes wrong, the answer is a problem of the catalogue, and tells nothing it should not."""

import logging

import pytest
from litestar import Litestar, get
from litestar.testing import TestClient

from nutgraf.errors import (
    ArticleEmpty,
    NutgrafError,
    StoreFull,
    UpstreamRefused,
    UpstreamUnavailable,
    WeightsError,
)
from nutgraf.guards import guarded
from nutgraf.problems import Flaw, Problem, RequestError, ValidationFailed, catalogue, explanation, on_error

HOME = "http://127.0.0.1:8000"
PRIVATE = "the minister's private words"


def raising(error: Exception) -> TestClient[Litestar]:
    @get("/")
    async def fail() -> None:
        raise error

    app = Litestar([fail], exception_handlers={Exception: on_error}, openapi_config=None, logging_config=None)
    app.asgi_handler = guarded(app.asgi_handler)
    return TestClient(app, base_url=HOME, raise_server_exceptions=False)


@pytest.mark.parametrize("kinds", catalogue().values(), ids=catalogue().keys())
def test_every_kind_of_problem_answers_with_its_own_slug_status_and_title(
    kinds: list[type[NutgrafError]],
) -> None:
    for kind in kinds:
        answer = raising(kind()).get("/")
        problem = Problem.model_validate(answer.json())
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.status_code == problem.status == kind.status
        assert problem.type == f"{HOME}/problems/{kind.slug}"
        assert problem.title == kind.title
        assert problem.detail.endswith((".", "`."))
        assert problem.instance == "/"


@pytest.mark.parametrize("kinds", catalogue().values(), ids=catalogue().keys())
def test_kinds_that_share_a_slug_share_status_and_title(kinds: list[type[NutgrafError]]) -> None:
    assert len({(kind.status, kind.title) for kind in kinds}) == 1
    assert all(explanation(kinds))


def test_an_error_in_the_article_has_a_pointer() -> None:
    problem = raising(ArticleEmpty(pointer="/text")).get("/").json()
    assert problem["errors"] == [{"pointer": "/text", "code": "article-empty", "detail": problem["detail"]}]


def test_flaws_of_a_request_are_listed() -> None:
    flaw = Flaw(pointer="/options/events", code="int_type", detail="Input should be a valid integer")
    assert raising(ValidationFailed(flaws=[flaw])).get("/").json()["errors"] == [flaw.model_dump()]


def test_what_may_pass_by_itself_says_when_to_try_again() -> None:
    assert raising(UpstreamUnavailable()).get("/").headers["retry-after"] == "5"
    for error in (WeightsError(), StoreFull(), UpstreamRefused(), RequestError()):
        assert "retry-after" not in raising(error).get("/").headers


def test_what_was_not_foreseen_is_500_and_its_words_stay_out_of_answer_and_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def read(text: str) -> None:
        raise ValueError(f"cannot read {text!r}")

    @get("/")
    async def fail() -> None:
        try:
            read(PRIVATE)
        except ValueError as error:
            raise RuntimeError(PRIVATE) from error

    app = Litestar([fail], exception_handlers={Exception: on_error}, openapi_config=None, logging_config=None)
    app.asgi_handler = guarded(app.asgi_handler)
    with caplog.at_level(logging.DEBUG):
        answer = TestClient(app, base_url=HOME, raise_server_exceptions=False).get("/")
    assert answer.status_code == 500
    assert answer.json()["type"] == f"{HOME}/problems/internal"
    (told,) = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert answer.json()["request_id"] in told
    assert "RuntimeError" in told
    assert "ValueError at test_problems.py" in told
    assert PRIVATE not in answer.text
    assert PRIVATE not in caplog.text


def test_of_errors_in_a_group_each_is_told(caplog: pytest.LogCaptureFixture) -> None:
    raising(ExceptionGroup("two", [KeyError(PRIVATE), OSError(PRIVATE)])).get("/")
    assert "KeyError" in caplog.text
    assert "OSError" in caplog.text
    assert PRIVATE not in caplog.text


def test_an_address_that_is_not_there_and_a_method_that_is_not_taken() -> None:
    client = raising(ArticleEmpty())
    assert client.get("/nowhere").json()["type"] == f"{HOME}/problems/not-found"
    refused = client.post("/")
    assert refused.json()["type"] == f"{HOME}/problems/method-not-allowed"
    assert "GET" in refused.headers["allow"]
