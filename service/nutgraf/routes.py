"""The HTTP face: one function an endpoint."""

import asyncio
import json
import re

from litestar import Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, SkipValidation

from nutgraf import openapi, pages
from nutgraf.desk import Desk
from nutgraf.problems import AnyRequest, Flaw, NotAcceptable, NotFound, ValidationFailed, catalogue
from nutgraf.request_body import read_article, read_check
from nutgraf.statement_pipeline import check_statements
from nutgraf.store import Kept
from nutgraf_schemas import Digest

TheDesk = NamedDependency[SkipValidation[Desk]]
DeadlineSeconds = NamedDependency[SkipValidation[float]]

MAX_DEADLINE = 600
"""Seconds that a caller can wait at most."""
_CACHE_STATUS = {
    "hit": "nutgraf; hit",
    "miss": "nutgraf; fwd=miss",
    "collapsed": "nutgraf; fwd=miss; collapsed",
}
_HTML = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"}


@post("/v1/digests", status_code=200)
async def create_digest(request: AnyRequest, desk: TheDesk, deadline: DeadlineSeconds) -> Response[bytes]:
    """Digest one article."""
    _refuse_all_but_json(request)
    seconds = _deadline(request.headers.get("nutgraf-deadline"), deadline)
    article = read_article(*request.content_type, _encoding(request), await request.body())
    served = await desk.digest(article, seconds)
    status = _CACHE_STATUS[served.how]
    if served.how == "miss" and served.kept.complete:
        status += "; stored"
    location = f"/v1/digests/{served.kept.id}"
    return _json(served.kept, {"Cache-Status": status, "Content-Location": location})


@get("/v1/digests/{id:str}")
async def read_digest(id: FromPath[str], request: AnyRequest, desk: TheDesk) -> Response[bytes]:  # noqa: A002
    """A digest that was made before."""
    kept = await desk.store.get(id)
    if kept is None:
        raise NotFound("There is no such digest.")
    known = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    if kept.etag in known or known == ["*"]:
        return Response(b"", status_code=304, headers={"ETag": kept.etag})
    return _json(kept, {})


@delete("/v1/digests/{id:str}", status_code=204)
async def delete_digest(id: FromPath[str], desk: TheDesk) -> None:  # noqa: A002
    """Forget a digest, and what the LLM answered about its article."""
    if not await desk.store.delete(id):
        raise NotFound("There is no such digest.")


@post("/v1/checks", status_code=200)
async def create_check(request: AnyRequest, desk: TheDesk) -> Response[bytes]:
    """Check statements against an article."""
    _refuse_all_but_json(request)
    asked = read_check(*request.content_type, _encoding(request), await request.body())
    digest = None
    if asked.digest is not None:
        kept = await desk.store.get(asked.digest)
        if kept is None:
            raise NotFound("There is no such digest.")
        digest = Digest.model_validate_json(kept.body)
    answer = await asyncio.to_thread(check_statements, asked, digest)
    body = answer.model_dump_json().encode()
    return Response(body, media_type="application/json", headers={"Cache-Control": "no-store"})


@get("/livez")
async def livez() -> dict[str, str]:
    """The process answers."""
    return {"status": "alive"}


@get("/readyz")
async def readyz(desk: TheDesk) -> dict[str, str]:
    """The LLM has started and the store is open."""
    desk.check_ready()
    return {"status": "ready"}


@get("/openapi.json", media_type="application/vnd.oai.openapi+json")
async def openapi_json() -> bytes:
    """This API as an OpenAPI 3.1 document."""
    return json.dumps(openapi.document()).encode()


@get("/docs", media_type="text/html", response_headers=_HTML)
async def docs() -> str:
    """This API as a page to read."""
    return pages.docs(openapi.document())


@get("/problems/{slug:str}", media_type="text/html", response_headers=_HTML)
async def problem(slug: FromPath[str]) -> str:
    """What a problem means, and what mends it."""
    kinds = catalogue().get(slug)
    if kinds is None:
        raise NotFound("There is no such problem.")
    return pages.problem(kinds)


ROUTES = [
    create_digest,
    read_digest,
    delete_digest,
    create_check,
    livez,
    readyz,
    openapi_json,
    docs,
    problem,
]


def _refuse_all_but_json(request: AnyRequest) -> None:
    if not request.accept.accepts("application/json"):
        raise NotAcceptable


def _encoding(request: AnyRequest) -> str:
    return request.headers.get("content-encoding", "")


def _json(kept: Kept, headers: dict[str, str]) -> Response[bytes]:
    headers = {"ETag": kept.etag, "Cache-Control": "private, no-cache", **headers}
    return Response(kept.body, media_type="application/json", headers=headers)


def _deadline(header: str | None, default: float) -> float:
    if header is None:
        return default
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", header) or not 0 < float(header) <= MAX_DEADLINE:
        detail = f"Nutgraf-Deadline is a number of seconds, more than 0 and at most {MAX_DEADLINE}."
        raise ValidationFailed(detail, flaws=[Flaw(pointer=None, code="nutgraf_deadline", detail=detail)])
    return float(header)
