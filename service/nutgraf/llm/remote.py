"""Messages in, an object of a schema or a yes or no out, from any endpoint that speaks OpenAI's protocol.

The SDK and instructor live here only; the first `Remote` imports them, because that takes a second or more.
Neither of them retries: the one loop is ours. No error's detail holds the messages, the answer or the key.
"""

import asyncio
import ipaddress
import logging
import math
from collections.abc import AsyncIterator, Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Self

import httpx2
import stamina

from nutgraf.errors import (
    NutgrafError,
    UpstreamError,
    UpstreamInvalid,
    UpstreamRefused,
    UpstreamUnavailable,
)
from nutgraf.llm import Messages, Spent, T

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

LARGEST_ANSWER = 4_000_000
"""Bytes of a response that are read at most."""
CONNECT = 10.0
"""Seconds to reach an endpoint at most: a host that is not there must not take what an answer may take."""
_TOP = 5
"""Tokens whose log-probabilities are asked for."""
LONGEST_WAIT = 5.0
"""Seconds that a Retry-After may ask for; who asks for more is not asked again."""
_MEND = {
    401: "check the key",
    403: "check the key's permissions",
    404: "check the address and the name of the LLM",
}


class _Again(UpstreamUnavailable):
    """The LLM cannot be reached at the moment."""

    wait: float | None = None


class _Unfit(UpstreamInvalid):
    """The LLM's answer does not fit the schema."""


class Remote:
    """An LLM behind `url` (with its `/v1`).

    `slots` calls at most run side by side. `timeout` is seconds an attempt, None for no bound.
    `attempts` is how often a call is sent that finds nobody, or somebody busy.
    """

    def __init__(
        self,
        url: str,
        model: str,
        *,
        key: str | None = None,
        slots: int = 8,
        timeout: float | None = 30.0,
        attempts: int = 3,
    ) -> None:
        openai, instructor = prepare()
        host = httpx2.URL(url).host
        theirs = host == "openai.com" or host.endswith(".openai.com")
        self.name = model
        self._openai, self._instructor = openai, instructor
        self._slots, self._timeout, self._attempts = asyncio.Semaphore(slots), timeout, attempts
        # Only OpenAI itself keeps to a schema because of `strict`, and only it has renamed the bound.
        self._strict, self._bound = theirs, "max_completion_tokens" if theirs else "max_tokens"
        self._client = openai.AsyncOpenAI(
            base_url=url,
            api_key=key or "none",
            max_retries=0,
            timeout=None,
            http_client=httpx2.AsyncClient(
                follow_redirects=False,
                trust_env=not _is_loopback(host),
                timeout=httpx2.Timeout(None, connect=timeout and min(timeout, CONNECT)),
                limits=httpx2.Limits(max_connections=slots),
                headers={"Accept-Encoding": "identity"},
                event_hooks={"response": [_cap]},
            ),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections."""
        await self._client.close()

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        """Answer `messages` with an object of `schema`.

        An answer that does not fit the schema is asked for once more.
        Raises `UpstreamUnavailable`, `UpstreamInvalid` or `UpstreamRefused`.
        """
        bill: list[Spent] = []
        async with self._slots:
            try:
                answer = await self._persist(messages, schema, max_tokens, bill)
            except _Unfit:
                answer = await self._persist(messages, schema, max_tokens, bill)
        return answer, sum(bill, Spent())

    async def judge(self, messages: Messages) -> tuple[float, Spent]:
        """How probable yes is against no as the answer to `messages`.

        An endpoint that gives no log-probabilities is taken at its word. Raises as `fill` does.
        """
        bill: list[Spent] = []
        ask = self._create(messages, bill)
        async with self._slots:
            async for attempt in self._tries():
                with attempt:
                    completion = await ask(
                        model=self.name,
                        temperature=0,
                        logprobs=True,
                        top_logprobs=_TOP,
                        **{self._bound: 1},
                    )
                    return probability_of_yes(completion.choices[0]), sum(bill, Spent())
        raise AssertionError("stamina ends with an answer or an error")

    def _tries(self) -> AsyncIterator[Any]:
        return stamina.retry_context(
            on=_pause, attempts=self._attempts, timeout=None, wait_initial=0.2, wait_max=2.0, wait_jitter=0.3
        ).__aiter__()

    async def _persist(self, messages: Messages, schema: type[T], max_tokens: int, bill: list[Spent]) -> T:
        """One answer, asked for until somebody gives one."""
        ask = self._instructor.patch(
            create=self._create(messages, bill), mode=self._instructor.Mode.JSON_SCHEMA
        )
        async for attempt in self._tries():
            with attempt:
                try:
                    answer: T = await ask(
                        model=self.name,
                        messages=messages,
                        response_model=schema,
                        strict=False,
                        max_retries=0,
                        temperature=0,
                        **{self._bound: max_tokens},
                    )
                except NutgrafError:
                    raise
                except self._instructor.core.InstructorRetryException as error:
                    known = error.__cause__
                    raise known if isinstance(known, UpstreamError) else _Unfit() from None
                # Instructor gives a subclass that holds the whole response.
                return schema.model_validate(answer.model_dump(by_alias=True))
        raise AssertionError("stamina ends with an answer or an error")

    def _create(self, messages: Messages, bill: list[Spent]) -> Callable[..., Awaitable["ChatCompletion"]]:
        """What instructor calls: one exchange that gives an answer or raises; its price goes on `bill`."""

        async def create(**request: Any) -> "ChatCompletion":
            request["messages"] = messages  # as they are: instructor makes a list of an empty one
            if self._strict and "response_format" in request:
                request["response_format"]["json_schema"]["strict"] = True
            try:
                async with asyncio.timeout(self._timeout):
                    completion = await self._client.chat.completions.create(**request)
            except TimeoutError:
                raise _Again(f"The LLM did not answer within {self._timeout:g} seconds.") from None
            except self._openai.APIStatusError as error:
                raise _of_status(error) from None
            except self._openai.APIConnectionError as error:
                ours = error.__cause__  # `_cap` has stopped it
                raise ours if isinstance(ours, UpstreamError) else _Again("The connection failed.") from None
            except (self._openai.OpenAIError, ValueError, RecursionError):
                raise UpstreamInvalid("The LLM's endpoint sent no JSON that can be read.") from None
            bill.append(_price(completion))
            _examine(completion, whole="response_format" in request)
            return completion  # type: ignore[no-any-return]  # the SDK is imported late

        return create


def prepare() -> tuple[Any, Any]:
    """Import openai and instructor, and keep them from logging what is asked and answered."""
    logging.getLogger("instructor").setLevel(logging.CRITICAL + 1)
    logging.getLogger("openai").setLevel(logging.INFO)
    for late in ("instructor.core", "instructor.v2.providers.openai.handlers"):
        import_module(late)
    return import_module("openai"), import_module("instructor")


def _pause(error: Exception) -> bool | float:
    """Whether to ask again, and after how many seconds where the endpoint says so."""
    if not isinstance(error, _Again):
        return False
    return True if error.wait is None else error.wait


def _of_status(error: Any) -> UpstreamError:
    """Our error for an answer of 3xx, 4xx or 5xx."""
    status: int = error.status_code
    if status in (400, 413, 422):
        return UpstreamInvalid(f"The LLM's endpoint refused the request with status {status}.")
    passing = status in (408, 409, 425, 429) or status >= 500
    if not passing or error.code == "insufficient_quota":
        remedy = _MEND.get(status, "it will not help to ask again")
        return UpstreamUnavailable(f"The LLM's endpoint answered with status {status}: {remedy}.")
    found = _Again(f"The LLM's endpoint answered with status {status}.")
    try:
        found.wait = max(0.0, float(error.response.headers["retry-after"]))
    except (KeyError, ValueError):
        return found
    return found if found.wait <= LONGEST_WAIT else UpstreamUnavailable(found.detail)


def _examine(completion: Any, *, whole: bool) -> None:
    """Raise what is wrong with a completion before anything is read from it. `whole` answers are not cut off."""
    choices = getattr(completion, "choices", None)
    if not isinstance(choices, list) or not choices or getattr(choices[0], "message", None) is None:
        raise _Unfit("The LLM's endpoint sent no answer.")
    choice = choices[0]
    if choice.message.refusal or choice.finish_reason == "content_filter":
        raise UpstreamRefused
    if whole and choice.finish_reason == "length":
        raise UpstreamInvalid("The LLM's answer was cut off: it needs more tokens than it may have.")


def probability_of_yes(choice: Any) -> float:
    """Of the choice of a completion, from the first token's likeliest words, else from the word that was said.

    Where only one of the two is among them, the other is taken for all the rest.
    Raises `UpstreamInvalid` where the answer is neither.
    """
    likeliest = getattr(choice.logprobs, "content", None) or [None]
    found = dict.fromkeys(("yes", "no"), 0.0)
    for token in getattr(likeliest[0], "top_logprobs", None) or likeliest[:1]:
        word, value = _word(getattr(token, "token", None)), getattr(token, "logprob", None)
        if word in found and isinstance(value, int | float) and value <= 0:
            found[word] += math.exp(value)
    match found["yes"], found["no"]:
        case 0.0, 0.0:
            said = _word(choice.message.content)
            if said not in found:
                raise UpstreamInvalid("The LLM answered neither yes nor no.")
            return float(said == "yes")
        case 0.0, no:
            return 1 - no
        case yes, 0.0:
            return yes
        case yes, no:
            return yes / (yes + no)
    raise AssertionError("there are two words")


def _word(said: object) -> str:
    return said.strip(" .\n").lower() if isinstance(said, str) else ""


def _price(completion: Any) -> Spent:
    usage = getattr(completion, "usage", None)
    details = getattr(usage, "prompt_tokens_details", None)
    paid = (
        getattr(usage, "prompt_tokens", 0),
        getattr(details, "cached_tokens", 0),
        getattr(usage, "completion_tokens", 0),
    )
    return Spent(1, *(n if isinstance(n, int) and n > 0 else 0 for n in paid))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def _cap(response: httpx2.Response) -> None:
    """Stop reading a response that is packed or too long."""
    if response.headers.get("content-encoding", "identity") != "identity":
        raise UpstreamInvalid("The LLM's endpoint packed its answer, which it was asked not to do.")
    response.stream = _Capped(response.stream)


class _Capped(httpx2.AsyncByteStream):
    """A stream of bytes that ends with an error where it gets too long."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for chunk in self._stream:
            size += len(chunk)
            if size > LARGEST_ANSWER:
                raise UpstreamInvalid(f"The LLM's endpoint sent more than {LARGEST_ANSWER} bytes.")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()
