"""Pieces of an OpenAPI document: a model, a page or kinds of problems in, what the document says of them out."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from nutgraf import errors, problems
from nutgraf.problems import Flaw, Problem, explanation

Json = dict[str, Any]

DOOR = (problems.Forbidden, problems.BadHost, problems.Internal)
"""What any request can meet."""
_PROBLEM = "application/problem+json"
_SERVER = "http://127.0.0.1:8000"
REF = "#/components/schemas/{model}"
"""Where a document keeps a model."""


def ref(model: type[BaseModel]) -> Json:
    """A reference to a model of the document."""
    return {"$ref": REF.format(model=model.__name__)}


def content(model: type[BaseModel]) -> Json:
    """A body that is JSON of a model."""
    return {"application/json": {"schema": ref(model)}}


def header(name: str, description: str) -> Json:
    """A header of an answer."""
    return {name: {"description": description, "schema": {"type": "string"}}}


def status(description: str, status: str) -> Json:
    """An answer that is one word."""
    schema = {"type": "object", "properties": {"status": {"const": status}}, "required": ["status"]}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def page(name: str, summary: str, media_type: str, kind: str, *kinds: type[errors.NutgrafError]) -> Json:
    """A path that is only read."""
    answers = {"200": {"description": summary, "content": {media_type: {"schema": {"type": kind}}}}}
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "responses": answers | problem_answers(*kinds, *DOOR),
        }
    }


def problem_answers(*kinds: type[errors.NutgrafError]) -> Json:
    """The answers that tell of these problems, by status, each with an example."""
    by_status: dict[int, list[type[errors.NutgrafError]]] = {}
    for kind in kinds:
        by_status.setdefault(kind.status, []).append(kind)
    return {str(status): _problem_response(by_status[status]) for status in sorted(by_status)}


def _problem_response(kinds: Iterable[type[errors.NutgrafError]]) -> Json:
    return {
        "description": ". ".join(dict.fromkeys(kind.title for kind in kinds)) + ".",
        "content": {
            _PROBLEM: {"schema": ref(Problem), "examples": {k.slug: {"value": _example(k)} for k in kinds}}
        },
    }


def _example(kind: type[errors.NutgrafError]) -> Json:
    flaws = [
        Flaw(
            pointer="/options/events",
            code="less_than_equal",
            detail="Input should be less than or equal to 20",
        )
    ]
    return Problem(
        type=f"{_SERVER}/problems/{kind.slug}",
        title=kind.title,
        status=kind.status,
        detail=explanation([kind])[0],
        instance="/v1/digests",
        request_id="5f0c6f3e8d1b4e0f9a51d3c2b7a86e90",
        errors=flaws if kind is problems.ValidationFailed else [],
    ).model_dump(exclude_defaults=True)
