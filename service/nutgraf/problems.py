"""An error in, its `application/problem+json` answer out (RFC 9457).

The catalogue is the family of `NutgrafError`: those of the article, the LLM and the store stand in `errors`,
those of the request here. `/problems/<slug>` shows the docstring; its first paragraph is the default
`detail`.
"""

import logging
import traceback
from collections.abc import Iterable, Iterator, Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException, InternalServerException
from litestar.types import Scope
from pydantic import BaseModel, ConfigDict, Field

from nutgraf.errors import NutgrafError, StoreUnavailable, UpstreamError

_log = logging.getLogger(__name__)
_RETRY_SECONDS = 5

AnyRequest = Request[Any, Any, Any]


class Flaw(BaseModel):
    """One thing that is wrong with the request."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pointer: str | None = Field(
        description="JSON pointer to it in the request's body; null where it is elsewhere."
    )
    code: str
    detail: str


class Problem(BaseModel):
    """Why there is no such answer (RFC 9457)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str = Field(description="URL of the page about this kind of problem; its last part is the slug.")
    title: str
    status: int
    detail: str
    instance: str = Field(description="The path that was asked for.")
    request_id: str = Field(description="As in the header `X-Request-Id` and in the log.")
    errors: list[Flaw] = Field(default=[], description="What is wrong where, for bad input.")


class RequestError(NutgrafError):
    """The request cannot be read as it was sent."""

    slug, status, title = "bad-request", 400, "The request cannot be read"

    def __init__(
        self,
        detail: str | None = None,
        *,
        pointer: str | None = None,
        flaws: Iterable[Flaw] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail, pointer=pointer)
        self.flaws = tuple(flaws)
        self.headers = dict(headers or {})


class InvalidJson(RequestError):
    """The body is not JSON.

    Only what RFC 8259 defines is read: no comments, no trailing commas, no NaN or Infinity, one value a body.
    `detail` names the byte at which reading stopped.
    """

    slug, title = "invalid-json", "The body is not JSON"


class InvalidEncoding(RequestError):
    """The body is not UTF-8.

    Send UTF-8 without a byte order mark, and no escape of half a surrogate pair. `detail` names the byte at
    which decoding stopped. Nothing is guessed: a guess would move the characters that spans count.
    """

    slug, title = "invalid-encoding", "The body is not UTF-8"


class DuplicateKey(RequestError):
    """A key stands twice in one JSON object.

    Readers of JSON differ in which of the two they take, so neither is taken.
    """

    slug, title = "duplicate-key", "A key stands twice"


class JsonTooDeep(RequestError):
    """The JSON is nested more than 32 deep. An article needs two levels."""

    slug, title = "json-too-deep", "The JSON is nested too deeply"


class Forbidden(RequestError):
    """A page of another site may not use this server.

    A browser says in `Sec-Fetch-Site` where a request comes from. Any web page can send requests to a port of
    the machine it is shown on, so those of other sites are refused.
    """

    slug, status, title = "forbidden", 403, "Not from another site"


class NotFound(RequestError):
    """There is nothing under this address. A digest that was deleted is gone."""

    slug, status, title = "not-found", 404, "Not found"


class MethodNotAllowed(RequestError):
    """This address does not take that method. The header `Allow` lists those it takes."""

    slug, status, title = "method-not-allowed", 405, "Method not allowed"


class NotAcceptable(RequestError):
    """Answers are `application/json`, and the header `Accept` leaves that out."""

    slug, status, title = "not-acceptable", 406, "Not to be had in that form"


class BodyTooLarge(RequestError):
    """The body is larger than 2,000,000 bytes. Send the text of one article."""

    slug, status, title = "body-too-large", 413, "The body is too large"


class UnsupportedMediaType(RequestError):
    """The body is neither JSON nor plain text.

    Send `application/json`, or an article to digest alone as `text/plain`, both in UTF-8. PDF, Word, images
    and archives are not read: take the text out first.
    """

    slug, status, title = "unsupported-media-type", 415, "The body's type is not read"


class UnsupportedContentEncoding(RequestError):
    """Compressed bodies are not read. Send it without `Content-Encoding`."""

    slug, status, title = "unsupported-content-encoding", 415, "Compressed bodies are not read"


class BadHost(RequestError):
    """This server answers on loopback only.

    Until it has keys it takes no requests that were addressed to another name than `localhost`, `127.0.0.1`
    or `[::1]`; so no page can reach it through a name of its own (DNS rebinding).
    """

    slug, status, title = "bad-host", 421, "Not this server's name"


class ValidationFailed(RequestError):
    """The request is not valid. `errors` says what is wrong where."""

    slug, status, title = "validation-failed", 422, "The request is not valid"


class Internal(RequestError):
    """Something went wrong on our side. The log has more under the same request id."""

    slug, status, title = "internal", 500, "Internal error"


_BY_STATUS: Mapping[int, type[RequestError]] = {
    kind.status: kind for kind in (NotFound, MethodNotAllowed, BodyTooLarge, RequestError)
}


def catalogue() -> dict[str, list[type[NutgrafError]]]:
    """Every kind of problem by its slug; the first of those that share one gives title and status."""
    found: dict[str, list[type[NutgrafError]]] = {}
    for kind in _family(NutgrafError):
        found.setdefault(kind.slug, []).append(kind)
    return found


def explanation(kinds: Iterable[type[NutgrafError]]) -> list[str]:
    """What the page about a kind of problem says, paragraph by paragraph."""
    return [" ".join(part.split()) for kind in kinds for part in cleandoc(kind.__doc__ or "").split("\n\n")]


def on_error(request: AnyRequest, error: Exception) -> Response[bytes]:
    """Litestar's exception handler: whatever was raised, the answer is a problem of the catalogue."""
    if isinstance(error, NutgrafError):
        return answer(request.scope, error)
    if isinstance(error, HTTPException) and error.status_code in _BY_STATUS:
        return answer(request.scope, _BY_STATUS[error.status_code](headers=error.headers))
    if isinstance(error, InternalServerException):  # Litestar's word for a client that left
        _log.info("request %s was not sent to its end", request_id(request.scope))
    else:
        _log.error("request %s failed: %s", request_id(request.scope), _where(error))
    return answer(request.scope, Internal())


def answer(scope: Scope, error: NutgrafError) -> Response[bytes]:
    """The answer that tells of `error`. `guards` has noted the server's own address and a request id."""
    flaws = error.flaws if isinstance(error, RequestError) else ()
    if not flaws and error.pointer is not None:
        flaws = (Flaw(pointer=error.pointer, code=error.slug, detail=error.detail),)
    problem = Problem(
        type=f"{scope['state']['base']}/problems/{error.slug}",
        title=error.title,
        status=error.status,
        detail=_first_paragraph(error.detail),
        instance=scope["path"],
        request_id=request_id(scope),
        errors=list(flaws),
    )
    headers = dict(error.headers) if isinstance(error, RequestError) else {}
    if error.status == 503 and isinstance(error, (UpstreamError, StoreUnavailable)):
        headers["Retry-After"] = str(_RETRY_SECONDS)
    body = problem.model_dump_json(exclude_defaults=True).encode()
    return Response(body, status_code=error.status, media_type="application/problem+json", headers=headers)


def request_id(scope: Scope) -> str:
    """The id of this request, in its answer and in the log."""
    return str(scope["state"]["request_id"])


def _first_paragraph(detail: str) -> str:
    return " ".join(detail.split("\n\n")[0].split())


def _family(kind: type[NutgrafError]) -> Iterator[type[NutgrafError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _family(child)


def _where(error: BaseException) -> str:
    """Kinds and places of an error and its causes. Never their words: those may hold an article's."""
    frames = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in reversed(traceback.extract_tb(error.__traceback__))
    )
    inner = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    cause = error.__cause__ or error.__context__
    told = [_where(each) for each in (*inner, cause) if each is not None]
    return "; from ".join([f"{type(error).__name__} at {frames}", *told])
