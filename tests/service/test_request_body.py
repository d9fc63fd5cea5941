"""Whatever bytes come, an article is read or a problem is named; nothing else is raised."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.problems import Problem, RequestError, ValidationFailed
from nutgraf.request_body import read_article
from nutgraf_schemas import Article

VALID = json.dumps(
    {
        "text": "Das Café schloss. 👩‍👩‍👧",
        "published": "2025-04",
        "options": {"events": 2, "offset_unit": "utf16"},
    }
).encode()
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
MEDIA_TYPES = st.sampled_from(["application/json", "text/plain", "text/html", ""])


def read(body: bytes, media_type: str = "application/json") -> Article | RequestError:
    try:
        return read_article(media_type, {}, "", body)
    except RequestError as error:
        return error


@given(st.binary(), MEDIA_TYPES)
def test_any_bytes(body: bytes, media_type: str) -> None:
    read(body, media_type)


@given(st.data())
def test_a_valid_body_with_bytes_changed_dropped_or_doubled(data: st.DataObject) -> None:
    body = bytearray(VALID)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(body) - 1))
        change = data.draw(st.sampled_from(["set", "drop", "double"]))
        body[at : at + 1] = {
            "set": data.draw(st.binary(max_size=3)),
            "drop": b"",
            "double": body[at : at + 1] * 2,
        }[change]
    read(bytes(body))


@given(JSON_VALUES)
def test_any_json(value: Any) -> None:
    read(json.dumps(value).encode())


@given(st.dictionaries(st.sampled_from([*Article.model_fields, "Text", "x"]), JSON_VALUES))
def test_any_values_of_our_own_fields(fields: dict[str, Any]) -> None:
    found = read(json.dumps(fields).encode())
    if isinstance(found, Article):
        assert found.text == fields["text"]
    elif isinstance(found, ValidationFailed):
        assert found.flaws
        for flaw in found.flaws:
            assert flaw.pointer is not None
            assert flaw.pointer == "" or flaw.pointer.startswith("/")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_arrives_as_it_was_sent(text: str) -> None:
    found = read(json.dumps({"text": text}).encode())
    assert isinstance(found, Article)
    assert found.text == text
    assert read(json.dumps({"text": text}, ensure_ascii=False).encode()) == found


@given(st.integers(1, 60))
def test_depth_has_one_limit(levels: int) -> None:
    body = b"[" * levels + b"]" * levels
    found = read(body)
    assert isinstance(found, RequestError)
    assert found.slug == ("json-too-deep" if levels > 32 else "validation-failed")


@pytest.mark.parametrize("key", ["~", "/", "a/b", "~1", ""])
def test_a_pointer_names_its_field_by_the_rules_of_json_pointer(key: str) -> None:
    found = read(json.dumps({"text": "a", key: 1}).encode())
    assert isinstance(found, ValidationFailed)
    (flaw,) = found.flaws
    assert flaw.pointer is not None
    assert flaw.pointer.removeprefix("/").replace("~1", "/").replace("~0", "~") == key


def test_every_flaw_fits_the_problem_that_tells_of_it() -> None:
    found = read(b'{"options": {"events": "5"}}')
    assert isinstance(found, ValidationFailed)
    problem = Problem(
        type="/problems/x",
        title="x",
        status=422,
        detail="x.",
        instance="/",
        request_id="1",
        errors=list(found.flaws),
    )
    assert [flaw.pointer for flaw in problem.errors] == ["/text", "/options/events"]
