"""The example pairs, read as a client in another language reads them: with the JSON Schemas and the text alone."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from nutgraf_schemas import Article, Digest

SCHEMAS = Path(__file__).parents[2] / "schemas"
EXAMPLES = SCHEMAS / "examples" / "v1"
NAMES = sorted(path.name.removesuffix(".article.json") for path in EXAMPLES.glob("*.article.json"))


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(read(SCHEMAS / "json" / "v1" / f"{name}.json"))


def pair(name: str) -> tuple[Any, Any]:
    return read(EXAMPLES / f"{name}.article.json"), read(EXAMPLES / f"{name}.digest.json")


def spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def cut(text: str, unit: str, span: dict[str, Any]) -> str:
    """The words of a span, counted as JavaScript (utf16), PHP (utf8) or Python (codepoint) counts."""
    encoding, width = {"codepoint": ("utf-32-le", 4), "utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}[unit]
    return text.encode(encoding)[span["start"] * width : span["end"] * width].decode(encoding)


def words_of(text: str) -> str:
    """The words alone: a clause that became a sentence has other stops and commas."""
    return " ".join(re.findall(r"\w+", text))


def test_there_is_a_pair_for_every_unit_and_both_statuses() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == {
        f"{n}.{k}.json" for n in NAMES for k in ("article", "digest")
    }
    digests = [pair(name)[1] for name in NAMES]
    assert {digest["article"]["offset_unit"] for digest in digests} == {"codepoint", "utf16", "utf8"}
    assert {digest["status"] for digest in digests} == {"complete", "degraded"}
    assert any(digest["events"] for digest in digests)


@pytest.mark.parametrize("name", NAMES)
def test_both_sides_of_a_pair_are_valid_by_schema_and_by_model(name: str) -> None:
    article, digest = pair(name)
    validator("article").validate(article)
    validator("digest").validate(digest)
    Article.model_validate(article)
    Digest.model_validate(digest)


@pytest.mark.parametrize("name", NAMES)
def test_every_span_cuts_whole_words_out_of_the_text_as_sent(name: str) -> None:
    article, digest = pair(name)
    about = digest["article"]
    assert about["characters"] == len(article["text"])
    assert about["sha256"] == sha256(article["text"].encode()).hexdigest()
    sentences = {s["id"]: cut(article["text"], about["offset_unit"], s) for s in about["sentences"]}
    for span in spans(digest):
        words = cut(article["text"], about["offset_unit"], span)
        assert words == words.strip() != ""
        if "sentence" in span:
            assert words in sentences[span["sentence"]]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_marked_as_the_articles_own_words_is(name: str) -> None:
    article, digest = pair(name)
    told = [digest["headline"], *digest["summary"], *digest["key_points"]]
    told += [event["description"] for event in digest["events"]]
    for statement in told:
        cited = [cut(article["text"], digest["article"]["offset_unit"], e) for e in statement["evidence"]]
        if statement["support"] in ("verbatim", "extracted"):
            assert any(words_of(statement["text"]) in words_of(words) for words in cited)


def test_a_field_that_is_not_ours_is_invalid_by_schema_too() -> None:
    article, digest = pair(NAMES[0])
    assert not validator("article").is_valid({**article, "body": "x"})
    assert not validator("digest").is_valid({**digest, "topics": []})
    assert not validator("article").is_valid({**article, "options": {"events": "5"}})
