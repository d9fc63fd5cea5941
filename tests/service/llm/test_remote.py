"""Remote endpoints, good and bad: a real server on loopback plays each of them."""

import asyncio
import json
import logging
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

import httpx2
import pytest

from nutgraf.errors import UpstreamError, UpstreamInvalid, UpstreamRefused, UpstreamUnavailable
from nutgraf.llm import Messages, Spent
from nutgraf.llm.remote import Remote
from nutgraf_schemas.draft import EventFields, Rewrite

ASKED: Messages = [
    {"role": "system", "content": ""},
    {"role": "user", "content": "The bridge {{ 7*7 }} was closed. MARKER"},
]
NAMES = count()
ANSWER = Rewrite(text="The bridge was closed on Tuesday.")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    program = Path(__file__).with_name("fake_upstream.py")
    with subprocess.Popen(
        [sys.executable, program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        yield f"http://127.0.0.1:{json.loads(process.stdout.readline())['port']}"
        process.kill()


@pytest.fixture
def at(address: str) -> Callable[[str], str]:
    """The base URL of an endpoint that behaves as told, and is fresh."""
    return lambda behaviour: f"{address}/{behaviour}/{next(NAMES)}/v1"


def asked(url: str, use: Callable[[Remote], Awaitable[Any]] | None = None, **how: Any) -> Any:
    """What one call to `url` gives."""

    async def call() -> Any:
        async with Remote(url, "fake", **how) as remote:
            return await (use(remote) if use else remote.fill(ASKED, Rewrite, max_tokens=50))

    return asyncio.run(call())


def journal(url: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = httpx2.get(f"{url.rsplit('/', 3)[0]}/journal/{url.split('/')[-2]}").json()
    return found


def test_an_answer_comes_back_with_its_price(at: Callable[[str], str]) -> None:
    answer, spent = asked(at("fits"))
    assert answer == ANSWER
    assert type(answer) is Rewrite
    assert set(vars(answer)) == {"text"}
    assert spent == Spent(1, 100, 64, 10)


def test_the_request_says_what_is_wanted_and_leaves_the_text_alone(at: Callable[[str], str]) -> None:
    url = at("fits")
    asked(url, key="sk-key")
    [request] = journal(url)
    body = request["body"]
    assert request["headers"]["authorization"] == "Bearer sk-key"
    assert body["messages"] == ASKED
    assert (body["model"], body["temperature"], body["max_tokens"]) == ("fake", 0, 50)
    assert body["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "Rewrite", "schema": Rewrite.model_json_schema()},
    }


@pytest.mark.parametrize(
    ("behaviour", "error", "requests"),
    [
        ("refuses", UpstreamRefused, 1),
        ("filters-a-whole-answer", UpstreamRefused, 1),
        ("is-cut-off", UpstreamInvalid, 1),
        ("lacks-a-key", UpstreamInvalid, 2),
        ("has-a-key-too-many", UpstreamInvalid, 2),
        ("is-empty", UpstreamInvalid, 2),
        ("is-prose", UpstreamInvalid, 2),
        ("says-no-number", UpstreamInvalid, 2),
        ("is-busy", UpstreamUnavailable, 3),
        ("is-busy-for-long", UpstreamUnavailable, 1),
        ("wants-money", UpstreamUnavailable, 1),
        ("fails", UpstreamUnavailable, 3),
        ("knows-no-key", UpstreamUnavailable, 1),
        ("knows-no-llm", UpstreamUnavailable, 1),
        ("refuses-the-request", UpstreamInvalid, 1),
        ("closes", UpstreamUnavailable, 3),
        ("sends-half", UpstreamUnavailable, 3),
        ("sends-no-json", UpstreamInvalid, 1),
        ("sends-html", UpstreamInvalid, 2),
        ("sends-null", UpstreamInvalid, 2),
        ("sends-a-list", UpstreamInvalid, 2),
        ("sends-an-error-as-200", UpstreamInvalid, 2),
        ("sends-no-choice", UpstreamInvalid, 2),
        ("sends-null-choices", UpstreamInvalid, 2),
        ("sends-latin-1", UpstreamInvalid, 1),
        ("sends-depths", UpstreamInvalid, 1),
        ("redirects-to-itself", UpstreamUnavailable, 1),
        ("floods", UpstreamInvalid, 1),
        ("packs", UpstreamInvalid, 1),
    ],
)
def test_an_endpoint_that_misbehaves_has_a_name_and_costs_no_more_calls_than_help(
    at: Callable[[str], str],
    behaviour: str,
    error: type[UpstreamError],
    requests: int,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    url = at(behaviour)
    with caplog.at_level(logging.DEBUG, logger="nutgraf"), pytest.raises(error) as raised:
        asked(url, key="sk-key", timeout=10.0)
    assert len(journal(url)) == requests
    told = "".join([str(raised.value), *(r.getMessage() for r in caplog.records), *capfd.readouterr()])
    assert not any(secret in told for secret in ("SECRET", "MARKER", "sk-key", "The bridge"))


@pytest.mark.parametrize(
    ("behaviour", "calls"),
    [
        ("is-busy-twice", 1),
        ("is-busy-in-odd-words", 1),
        ("fails-once", 1),
        ("resets-once", 1),
        ("lacks-a-key-once", 2),
    ],
)
def test_what_passes_is_waited_for_and_every_answer_is_paid(
    at: Callable[[str], str], behaviour: str, calls: int
) -> None:
    answer, spent = asked(at(behaviour))
    assert answer == ANSWER
    assert spent == Spent(calls, 100 * calls, 64 * calls, 10 * calls)


@pytest.mark.parametrize("behaviour", ["hangs", "drips"])
def test_an_attempt_has_an_end_whatever_the_endpoint_does(at: Callable[[str], str], behaviour: str) -> None:
    began = monotonic()
    with pytest.raises(UpstreamUnavailable):
        asked(at(behaviour), timeout=0.3, attempts=1)
    assert monotonic() - began < 5


@pytest.mark.parametrize("behaviour", ["has-no-usage", "has-odd-usage"])
def test_a_price_that_is_no_price_counts_as_nothing(at: Callable[[str], str], behaviour: str) -> None:
    assert asked(at(behaviour)) == (ANSWER, Spent(calls=1))


def test_nobody_at_the_address_is_unavailable() -> None:
    with pytest.raises(UpstreamUnavailable):
        asked("http://127.0.0.1:9/v1")


def test_no_more_calls_run_than_there_are_slots(at: Callable[[str], str]) -> None:
    url = at("hangs")

    async def crowd(remote: Remote) -> None:
        calls = [asyncio.create_task(remote.fill(ASKED, Rewrite, max_tokens=5)) for _ in range(6)]
        await asyncio.sleep(0.5)
        assert len(await asyncio.to_thread(journal, url)) == 2
        for call in calls:
            call.cancel()
        await asyncio.wait(calls)

    asked(url, crowd, slots=2)


def test_only_openai_is_told_to_be_strict(at: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    url = at("fits")

    async def pretend(remote: Remote) -> None:
        theirs = Remote("https://api.openai.com/v1", "gpt")
        theirs._client = remote._client
        await theirs.fill(ASKED, Rewrite, max_tokens=7)

    asked(url, pretend)
    [request] = journal(url)
    assert request["body"]["response_format"]["json_schema"]["strict"] is True
    assert request["body"]["max_completion_tokens"] == 7


def test_a_proxy_is_not_asked_for_what_is_on_this_machine(
    at: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert asked(at("fits"))[0] == ANSWER


def test_an_answer_of_another_schema_does_not_pass(at: Callable[[str], str]) -> None:
    with pytest.raises(UpstreamInvalid):
        asked(at("fits"), lambda remote: remote.fill(ASKED, EventFields, max_tokens=50))


@pytest.mark.parametrize(
    ("behaviour", "probability"),
    [
        ("says-yes", 1.0),
        ("says-no-with-a-full-stop", 0.0),
        ("weighs-both", 0.9020),
        ("weighs-yes-alone", 0.6065),
        ("weighs-no-alone", 0.3935),
        ("weighs-oddly", 0.0),
        ("is-busy-then-says-yes", 1.0),
    ],
)
def test_a_judge_tells_how_probable_yes_is_or_is_taken_at_its_word(
    at: Callable[[str], str], behaviour: str, probability: float
) -> None:
    url = at(behaviour)
    told, spent = asked(url, lambda remote: remote.judge(ASKED))
    assert told == pytest.approx(probability, abs=0.0005)
    assert spent == Spent(1, 100, 64, 10)
    body = journal(url)[0]["body"]
    assert (body["messages"], body["max_tokens"], body["logprobs"]) == (ASKED, 1, True)
    assert "response_format" not in body


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        ("weighs-other-words", UpstreamInvalid),
        ("is-prose", UpstreamInvalid),
        ("is-empty", UpstreamInvalid),
        ("sends-null", UpstreamInvalid),
        ("sends-no-choice", UpstreamInvalid),
        ("refuses", UpstreamRefused),
        ("refuses-the-request", UpstreamInvalid),
        ("fails", UpstreamUnavailable),
        ("knows-no-llm", UpstreamUnavailable),
    ],
)
def test_who_says_neither_yes_nor_no_has_not_judged(
    at: Callable[[str], str], behaviour: str, error: type[UpstreamError]
) -> None:
    with pytest.raises(error):
        asked(at(behaviour), lambda remote: remote.judge(ASKED))
