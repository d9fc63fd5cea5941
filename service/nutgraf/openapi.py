"""The public models and the table of endpoints in, the OpenAPI 3.1 document and the JSON Schemas out.

`python -m nutgraf.openapi FOLDER` writes them; the copies in `schemas/json/v1` are tested against this.
"""

import json
import sys
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from nutgraf import __version__, errors, problems
from nutgraf.problems import Flaw, Problem, explanation
from nutgraf_schemas import Article, Digest

Json = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PROBLEM = "application/problem+json"
_DESCRIPTION = """
Offsets count from 0 in the article's text exactly as it was sent, in the unit that the request asks for;
`end` is exclusive. Every error is a problem (RFC 9457) whose `type` is the address of a page about it.
The same request again gives the same digest from the store, at no tokens.
""".strip()
_SERVER = "http://127.0.0.1:8000"
_MODELS: list[tuple[type[BaseModel], JsonSchemaMode]] = [
    (Article, "validation"),
    (Digest, "serialization"),
    (Problem, "serialization"),
]

EXAMPLES: Json = json.loads((files(__package__) / "openapi_examples.json").read_text("utf-8"))

_READING = (
    problems.RequestError,
    problems.InvalidJson,
    problems.InvalidEncoding,
    problems.DuplicateKey,
    problems.JsonTooDeep,
)
_VALIDATING = (
    problems.ValidationFailed,
    errors.ArticleEmpty,
    errors.ArticleTooLong,
    errors.NotAnArticle,
    errors.UpstreamRefused,
)
_DOOR = (problems.Forbidden, problems.BadHost, problems.Internal)
_STORE = (errors.StoreUnavailable,)
_LLM = (errors.UpstreamUnavailable, errors.SetupError)


@cache
def document() -> Json:
    """The OpenAPI 3.1 document."""
    digest = _content(Digest)
    kept = {
        "description": "The digest.",
        "headers": _header("ETag", "Strong, over the bytes."),
        "content": digest,
    }
    identified = [
        {
            "name": "id",
            "in": "path",
            "required": True,
            "schema": {"type": "string"},
            "description": "Of a digest: `dg_…`.",
        }
    ]
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": _DIALECT,
        "info": {
            "title": "nutgraf",
            "version": __version__,
            "summary": "One news article in, one digest out, pinned to the sentences that carry it.",
            "description": _DESCRIPTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": {
            "/v1/digests": {
                "post": {
                    "operationId": "create_digest",
                    "summary": "Digest one article",
                    "description": "Send JSON, or the article alone as plain text.",
                    "parameters": [
                        {
                            "name": "Nutgraf-Deadline",
                            "in": "header",
                            "description": "Seconds to wait at most. Else 60 (remote LLM) or 180 (embedded).",
                            "schema": {"type": "number", "exclusiveMinimum": 0, "maximum": 600},
                        }
                    ],
                    "requestBody": {
                        "required": True,
                        "content": {
                            "application/json": {"schema": _ref(Article), "examples": EXAMPLES["requests"]},
                            "text/plain": {
                                "schema": {"type": "string"},
                                "examples": {
                                    "plain": {"value": EXAMPLES["requests"]["plain"]["value"]["text"]}
                                },
                            },
                        },
                    },
                    "responses": {
                        "200": kept
                        | {
                            "headers": _header("ETag", "Strong, over the bytes.")
                            | _header("Content-Location", "Where this digest is kept.")
                            | _header(
                                "Cache-Status", "RFC 9211: `nutgraf; hit` when it came from the store."
                            ),
                        },
                        **_problems(
                            *_READING,
                            *_DOOR,
                            problems.NotAcceptable,
                            problems.BodyTooLarge,
                            problems.UnsupportedMediaType,
                            problems.UnsupportedContentEncoding,
                            *_VALIDATING,
                            errors.UpstreamInvalid,
                            *_LLM,
                            *_STORE,
                            errors.DeadlineExceeded,
                            errors.StoreFull,
                        ),
                    },
                }
            },
            "/v1/digests/{id}": {
                "parameters": identified,
                "get": {
                    "operationId": "read_digest",
                    "summary": "Read a digest",
                    "parameters": [
                        {
                            "name": "If-None-Match",
                            "in": "header",
                            "schema": {"type": "string"},
                            "description": "The `ETag` of the copy that you have.",
                        }
                    ],
                    "responses": {
                        "200": kept,
                        "304": {"description": "Your copy is the digest."},
                        **_problems(problems.NotFound, *_DOOR, *_STORE),
                    },
                },
                "delete": {
                    "operationId": "delete_digest",
                    "summary": "Delete a digest",
                    "description": "And all that the LLM answered about its article.",
                    "responses": {
                        "204": {"description": "It is gone."},
                        **_problems(problems.NotFound, *_DOOR, *_STORE, errors.StoreFull),
                    },
                },
            },
            "/livez": {
                "get": {
                    "operationId": "livez",
                    "summary": "Does the process answer?",
                    "responses": {"200": _status("It does.", "alive"), **_problems(*_DOOR)},
                }
            },
            "/readyz": {
                "get": {
                    "operationId": "readyz",
                    "summary": "Can it digest?",
                    "responses": {"200": _status("It can.", "ready"), **_problems(*_LLM, *_DOOR)},
                }
            },
            "/openapi.json": _page(
                "openapi_json", "This document", "application/vnd.oai.openapi+json", "object"
            ),
            "/docs": _page("docs", "This document as a page to read", "text/html", "string"),
            "/problems/{slug}": {
                "parameters": [
                    {"name": "slug", "in": "path", "required": True, "schema": {"type": "string"}},
                ],
                **_page(
                    "problem",
                    "What a problem means, and what mends it",
                    "text/html",
                    "string",
                    problems.NotFound,
                ),
            },
        },
        "components": {"schemas": models_json_schema(_MODELS, ref_template=_REF)[1]["$defs"]},
    }


def schemas() -> dict[str, Json]:
    """File name → its JSON, for everything that is checked in under `schemas/json/v1`."""
    each = {
        f"{model.__name__.lower()}.json": {"$schema": _DIALECT, **model.model_json_schema(mode=mode)}
        for model, mode in _MODELS
    }
    return each | {"openapi.json": document()}


_REF = "#/components/schemas/{model}"


def _ref(model: type[BaseModel]) -> Json:
    return {"$ref": _REF.format(model=model.__name__)}


def _content(model: type[BaseModel]) -> Json:
    return {"application/json": {"schema": _ref(model)}}


def _header(name: str, description: str) -> Json:
    return {name: {"description": description, "schema": {"type": "string"}}}


def _status(description: str, status: str) -> Json:
    schema = {"type": "object", "properties": {"status": {"const": status}}, "required": ["status"]}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _page(name: str, summary: str, media_type: str, kind: str, *kinds: type[errors.NutgrafError]) -> Json:
    answers = {"200": {"description": summary, "content": {media_type: {"schema": {"type": kind}}}}}
    return {
        "get": {"operationId": name, "summary": summary, "responses": answers | _problems(*kinds, *_DOOR)}
    }


def _problems(*kinds: type[errors.NutgrafError]) -> Json:
    """The answers that tell of these problems, by status, each with an example."""
    by_status: dict[int, list[type[errors.NutgrafError]]] = {}
    for kind in kinds:
        by_status.setdefault(kind.status, []).append(kind)
    return {str(status): _problem_response(by_status[status]) for status in sorted(by_status)}


def _problem_response(kinds: Iterable[type[errors.NutgrafError]]) -> Json:
    return {
        "description": ". ".join(dict.fromkeys(kind.title for kind in kinds)) + ".",
        "content": {
            _PROBLEM: {"schema": _ref(Problem), "examples": {k.slug: {"value": _example(k)} for k in kinds}}
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


def write(folder: Path) -> None:
    """Write every schema into `folder`."""
    for name, content in schemas().items():
        (folder / name).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
