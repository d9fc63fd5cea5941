"""The public models and the table of endpoints in, the OpenAPI 3.1 document and the JSON Schemas out.

`python -m nutgraf.openapi FOLDER` writes them; the copies in `schemas/json/v1` are tested against this.
"""

import json
import re
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from nutgraf import __version__, errors, problems
from nutgraf.openapi_parts import (
    DOOR,
    REF,
    Json,
    content,
    header,
    page,
    problem_answers,
    ref,
    status,
)
from nutgraf.problems import Problem
from nutgraf_schemas import Article, CheckAnswer, CheckRequest, Digest

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DESCRIPTION = """
Offsets count from 0 in the article's text exactly as it was sent, in the unit that the request asks for;
`end` is exclusive. Every error is a problem (RFC 9457) whose `type` is the address of a page about it.
The same request for a digest again gives the same one from the store, at no tokens.
""".strip()
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MODELS: list[tuple[type[BaseModel], JsonSchemaMode]] = [
    (Article, "validation"),
    (Digest, "serialization"),
    (CheckRequest, "validation"),
    (CheckAnswer, "serialization"),
    (Problem, "serialization"),
]

EXAMPLES: Json = json.loads((files(__package__) / "openapi_examples.json").read_text("utf-8"))

_READING = (
    problems.RequestError,
    problems.InvalidJson,
    problems.InvalidEncoding,
    problems.DuplicateKey,
    problems.JsonTooDeep,
    problems.NotAcceptable,
    problems.BodyTooLarge,
    problems.UnsupportedMediaType,
    problems.UnsupportedContentEncoding,
)
_VALIDATING = (
    problems.ValidationFailed,
    errors.ArticleEmpty,
    errors.ArticleTooLong,
    errors.NotAnArticle,
)
_STORE = (errors.StoreUnavailable,)
_LLM = (errors.UpstreamUnavailable, errors.SetupError)


@cache
def document() -> Json:
    """The OpenAPI 3.1 document."""
    digest = content(Digest)
    kept = {
        "description": "The digest.",
        "headers": header("ETag", "Strong, over the bytes."),
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
                            "application/json": {"schema": ref(Article), "examples": EXAMPLES["requests"]},
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
                            "headers": header("ETag", "Strong, over the bytes.")
                            | header("Content-Location", "Where this digest is kept.")
                            | header("Cache-Status", "RFC 9211: `nutgraf; hit` when it came from the store."),
                        },
                        **problem_answers(
                            *_READING,
                            *DOOR,
                            *_VALIDATING,
                            errors.UpstreamRefused,
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
                        **problem_answers(problems.NotFound, *DOOR, *_STORE),
                    },
                },
                "delete": {
                    "operationId": "delete_digest",
                    "summary": "Delete a digest",
                    "description": "And all that the LLM answered about its article.",
                    "responses": {
                        "204": {"description": "It is gone."},
                        **problem_answers(problems.NotFound, *DOOR, *_STORE, errors.StoreFull),
                    },
                },
            },
            "/v1/checks": {
                "post": {
                    "operationId": "create_check",
                    "summary": "Check statements against an article",
                    "description": "Does the article say what a person, or another system, wrote? Without an LLM, "
                    "and nothing is stored.",
                    "requestBody": {
                        "required": True,
                        "content": {
                            "application/json": {"schema": ref(CheckRequest), "examples": EXAMPLES["checks"]}
                        },
                    },
                    "responses": {
                        "200": {
                            "description": "What the article carries of each.",
                            "content": content(CheckAnswer),
                        },
                        **problem_answers(*_READING, *DOOR, problems.NotFound, *_VALIDATING, *_STORE),
                    },
                }
            },
            "/livez": {
                "get": {
                    "operationId": "livez",
                    "summary": "Does the process answer?",
                    "responses": {"200": status("It does.", "alive"), **problem_answers(*DOOR)},
                }
            },
            "/readyz": {
                "get": {
                    "operationId": "readyz",
                    "summary": "Can it digest?",
                    "responses": {"200": status("It can.", "ready"), **problem_answers(*_LLM, *DOOR)},
                }
            },
            "/openapi.json": page(
                "openapi_json", "This document", "application/vnd.oai.openapi+json", "object"
            ),
            "/docs": page("docs", "This document as a page to read", "text/html", "string"),
            "/problems/{slug}": {
                "parameters": [
                    {"name": "slug", "in": "path", "required": True, "schema": {"type": "string"}},
                ],
                **page(
                    "problem",
                    "What a problem means, and what mends it",
                    "text/html",
                    "string",
                    problems.NotFound,
                ),
            },
        },
        "components": {"schemas": models_json_schema(_MODELS, ref_template=REF)[1]["$defs"]},
    }


def schemas() -> dict[str, Json]:
    """File name → its JSON, for everything that is checked in under `schemas/json/v1`."""
    each = {
        f"{_WORDS.sub('_', model.__name__).lower()}.json": {
            "$schema": _DIALECT,
            **model.model_json_schema(mode=mode),
        }
        for model, mode in _MODELS
    }
    return each | {"openapi.json": document()}


def write(folder: Path) -> None:
    """Write every schema into `folder`."""
    for name, schema in schemas().items():
        (folder / name).write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
