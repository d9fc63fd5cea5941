"""The OpenAPI document says what is there, all of it and nothing else, and its examples are true."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from litestar import Litestar
from litestar.routes import HTTPRoute
from litestar.testing import TestClient

from nutgraf.app import create_app
from nutgraf.llm.scripted import Scripted
from nutgraf.openapi import EXAMPLES, document, schemas, write
from nutgraf.problems import Problem, catalogue
from nutgraf.settings import Settings

REQUESTS, CHECKS = EXAMPLES["requests"], EXAMPLES["checks"]


@pytest.fixture
def app(tmp_path: Path, editor: Scripted) -> Litestar:
    return create_app(Settings(store=tmp_path / "digests.sqlite"), editor)


@pytest.fixture
def client(app: Litestar) -> Iterator[TestClient[Litestar]]:
    with TestClient(app, base_url="http://127.0.0.1:8000") as client:
        yield client


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    """Of a schema of the document, with the document's components at hand."""
    return Draft202012Validator({**schema, "components": document()["components"]})


def problem_examples() -> Iterator[dict[str, Any]]:
    for item in document()["paths"].values():
        for verb, operation in item.items():
            for answer in operation["responses"].values() if verb != "parameters" else ():
                for content in answer.get("content", {}).values():
                    yield from (example["value"] for example in content.get("examples", {}).values())


def test_every_route_is_in_the_document_and_nothing_else(app: Litestar) -> None:
    routes = {
        (re.sub(r"{(\w+):\w+}", r"{\1}", route.path), handler_method.lower())
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler_method in route.methods
        if handler_method != "OPTIONS"
    }
    documented = {
        (path, verb) for path, item in document()["paths"].items() for verb in item if verb != "parameters"
    }
    assert routes == documented


def test_what_is_served_is_the_document(client: TestClient[Litestar]) -> None:
    answer = client.get("/openapi.json")
    assert answer.headers["content-type"].startswith("application/vnd.oai.openapi+json")
    assert answer.json() == document()


def test_every_reference_leads_somewhere_and_every_schema_is_one() -> None:
    text = json.dumps(document())
    names = set(re.findall(r'"#/components/schemas/(\w+)"', text))
    assert names <= set(document()["components"]["schemas"])
    assert len(set(re.findall(r'"operationId": "(\w+)"', text))) == text.count('"operationId"')
    for schema in document()["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", REQUESTS)
def test_an_example_of_a_request_is_valid_and_gets_a_digest_that_is(
    name: str, client: TestClient[Litestar]
) -> None:
    body = REQUESTS[name]["value"]
    post = document()["paths"]["/v1/digests"]["post"]
    validator(post["requestBody"]["content"]["application/json"]["schema"]).validate(body)
    answer = client.post("/v1/digests", json=body)
    assert answer.status_code == 200, answer.text
    validator(post["responses"]["200"]["content"]["application/json"]["schema"]).validate(answer.json())
    assert answer.json()["status"] == "complete"
    assert {"etag", "content-location", "cache-status"} <= set(answer.headers)


@pytest.mark.parametrize("name", CHECKS)
def test_an_example_of_a_check_is_valid_and_so_is_its_answer(name: str, client: TestClient[Litestar]) -> None:
    body = CHECKS[name]["value"]
    post = document()["paths"]["/v1/checks"]["post"]
    validator(post["requestBody"]["content"]["application/json"]["schema"]).validate(body)
    answer = client.post("/v1/checks", json=body)
    assert answer.status_code == 200, answer.text
    validator(post["responses"]["200"]["content"]["application/json"]["schema"]).validate(answer.json())
    assert {each["support"] for each in answer.json()["statements"]} == {"supported", "unsupported"}


def test_the_example_of_plain_text_is_the_same_article(client: TestClient[Litestar]) -> None:
    content = document()["paths"]["/v1/digests"]["post"]["requestBody"]["content"]["text/plain"]
    text = content["examples"]["plain"]["value"]
    sent = client.post("/v1/digests", content=text, headers={"Content-Type": "text/plain; charset=utf-8"})
    again = client.post("/v1/digests", json=REQUESTS["plain"]["value"])
    assert sent.content == again.content
    assert again.headers["cache-status"] == "nutgraf; hit"


def test_an_example_of_a_problem_is_one_of_the_catalogue() -> None:
    examples = list(problem_examples())
    slugs = {Problem.model_validate(example).type.rsplit("/", 1)[-1] for example in examples}
    assert slugs == catalogue().keys() - {"method-not-allowed"}  # an endpoint's own method is allowed
    for example in examples:
        validator({"$ref": "#/components/schemas/Problem"}).validate(example)


def test_the_copies_in_the_repository_are_what_the_code_says() -> None:
    folder = Path(__file__).parents[2] / "schemas" / "json" / "v1"
    assert {file.name for file in folder.iterdir()} == set(schemas())
    for name, content in schemas().items():
        written = json.loads((folder / name).read_text("utf-8"))
        assert written == content, f"{name} is out of date: python -m nutgraf.openapi schemas/json/v1"


def test_writing_them_writes_what_is_tested(tmp_path: Path) -> None:
    write(tmp_path)
    assert {f.name: json.loads(f.read_text("utf-8")) for f in tmp_path.iterdir()} == schemas()
