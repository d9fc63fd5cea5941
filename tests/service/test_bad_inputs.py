"""The table of bad inputs: what each gets from `POST /v1/digests` or `POST /v1/checks`, and that none costs a call to the LLM."""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from nutgraf.app import create_app
from nutgraf.errors import UpstreamUnavailable
from nutgraf.llm import Messages
from nutgraf.llm.scripted import Scripted
from nutgraf.problems import Problem
from nutgraf.settings import Settings

HOME = "http://127.0.0.1:8000"
STORY = "The harbour bridge in Lowmouth closed on Tuesday after engineers found cracks, the council said."
JSON, PLAIN = "application/json", "text/plain"


class Row(NamedTuple):
    """One bad input: what is sent, and the status, slug and first pointer of the problem that answers it."""

    name: str
    body: bytes
    status: int
    slug: str
    pointer: str | None = None
    content_type: str | None = JSON
    headers: Mapping[str, str] = MappingProxyType({})


def sent(text: Any = STORY, **fields: Any) -> bytes:
    return json.dumps({"text": text, **fields}).encode()


def options(**values: Any) -> bytes:
    return sent(options=values)


def deep(levels: int, opening: str, closing: str) -> bytes:
    return f'{{"text": "{STORY}", "x": {opening * levels}0{closing * levels}}}'.encode()


DATES = ["10/04/2025", "yesterday", "2025-02-30", "", "2025-4-1", "2025-04-10T24:00:00Z", "10000-01-01"]
FILES = {
    "PDF": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    "GIF": b"GIF89a\1\0\1\0",
    "ZIP or Word file": b"PK\x03\x04\x14\0\6\0",
    "old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "gzip": b"\x1f\x8b\x08\0\0\0\0\0",
    "RTF": b"{\\rtf1\\ansi The bridge closed.}",
}
JSON_TYPES = {"null": b"null", "list": b"[]", "string": b'"text"', "number": b"1", "true": b"true"}

SYNTAX = [
    Row("empty body", b"", 400, "invalid-json"),
    Row("NaN", b'{"text": NaN}', 400, "invalid-json"),
    Row("Infinity", b'{"text": -Infinity}', 400, "invalid-json"),
    Row("1e400", b'{"text": 1e400}', 400, "invalid-json"),
    Row("integer of 5,000 digits", b'{"text": ' + b"7" * 5_000 + b"}", 400, "invalid-json"),
    Row("trailing comma", b'{"text": "a",}', 400, "invalid-json"),
    Row("comment", b'{"text": "a" /* lead */}', 400, "invalid-json"),
    Row("single quotes", b"{'text': 'a'}", 400, "invalid-json"),
    Row("something after the object", sent() + b" x", 400, "invalid-json"),
    Row("two objects", sent() + b"\n" + sent(), 400, "invalid-json"),
    Row("cut off", sent()[:-3], 400, "invalid-json"),
    Row("raw control character", b'{"text": "a\x01b"}', 400, "invalid-json"),
    Row("random bytes", bytes(range(128, 256)), 400, "invalid-encoding"),
    Row("byte order mark", b"\xef\xbb\xbf" + sent(), 400, "invalid-encoding"),
    Row("UTF-16", sent().decode().encode("utf-16"), 400, "invalid-encoding"),
    Row("UTF-16 without a mark", sent().decode().encode("utf-16-le"), 400, "invalid-encoding"),
    Row("UTF-32", sent().decode().encode("utf-32"), 400, "invalid-encoding"),
    Row("Latin-1", '{"text": "Café fermé"}'.encode("latin-1"), 400, "invalid-encoding"),
    Row("Latin-1 as plain text", "Café fermé".encode("latin-1"), 400, "invalid-encoding", None, PLAIN),
    Row("mark before plain text", b"\xef\xbb\xbf" + STORY.encode(), 400, "invalid-encoding", None, PLAIN),
    Row("half a surrogate pair", b'{"text": "a \\ud83d b"}', 400, "invalid-encoding"),
    Row("half a surrogate pair in a key", b'{"text": "a", "\\udc00": 1}', 400, "invalid-encoding"),
    Row("a key twice", b'{"text": "a", "title": "b", "text": "c"}', 400, "duplicate-key"),
    Row("a key twice, deeper", b'{"text": "a", "options": {"events": 1, "events": 2}}', 400, "duplicate-key"),
    Row("list of 100,000 levels", b"[" * 100_000, 400, "json-too-deep"),
    Row("object of 20,000 levels", deep(20_000, '{"a":', "}"), 400, "json-too-deep"),
    Row("900 levels", deep(900, "[", "]"), 400, "json-too-deep"),
    Row("33 levels", deep(33, "[", "]"), 400, "json-too-deep"),
]
TYPES = [
    *(Row(f"{name} as JSON", body, 415, "unsupported-media-type") for name, body in FILES.items()),
    *(
        Row(f"{name} as plain text", body, 415, "unsupported-media-type", None, PLAIN)
        for name, body in FILES.items()
    ),
    Row("PDF as itself", FILES["PDF"], 415, "unsupported-media-type", None, "application/pdf"),
    *(
        Row(f"Content-Type {kind}", sent(), 415, "unsupported-media-type", None, kind)
        for kind in (
            None,
            "",
            "text/html",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b",
            "application/msgpack",
            "application/yaml",
            "application/jsonp",
            "application/json; charset=latin-1",
            "text/plain; charset=windows-1252",
        )
    ),
    *(
        Row(
            f"Content-Encoding {code}",
            sent(),
            415,
            "unsupported-content-encoding",
            headers={"Content-Encoding": code},
        )
        for code in ("gzip", "br", "zstd", "deflate", "identity, gzip")
    ),
    Row("Accept text/html", sent(), 406, "not-acceptable", headers={"Accept": "text/html"}),
    Row("2,000,001 bytes", b" " * 2_000_001, 413, "body-too-large"),
]
FIELDS = [
    *(Row(f"{name} as the body", body, 422, "validation-failed", "") for name, body in JSON_TYPES.items()),
    Row("empty object", b"{}", 422, "validation-failed", "/text"),
    *(
        Row(f"text {value!r}", sent(value), 422, "validation-failed", "/text")
        for value in (None, 5, ["a"], {"a": 1}, True)
    ),
    Row("unknown field", sent(body="x"), 422, "validation-failed", "/body"),
    Row("unknown field with / and ~", sent(**{"a/b~c": 1}), 422, "validation-failed", "/a~1b~0c"),
    Row(
        "unknown field of a megabyte", sent(**{"k" * 1_000_000: 1}), 422, "validation-failed", "/" + "k" * 100
    ),
    Row(
        "100,000 unknown fields",
        sent(**{f"k{n}": 0 for n in range(100_000)}),
        422,
        "validation-failed",
        "/k0",
    ),
    Row("field of a later version", sent(format="html"), 422, "validation-failed", "/format"),
    Row(
        "option of a later version",
        options(topics=3),
        422,
        "validation-failed",
        "/options/topics",
    ),
    *(
        Row(
            f"second opinion {value!r}",
            options(second_opinion=value),
            422,
            "validation-failed",
            "/options/second_opinion",
        )
        for value in ("true", 1, None)
    ),
    *(
        Row(f"events {value!r}", options(events=value), 422, "validation-failed", "/options/events")
        for value in ("5", True, 1.5, 3.0, 1e20, None, -1, 21, 10**9, [])
    ),
    Row(
        "no summary sentence",
        options(summary_sentences=0),
        422,
        "validation-failed",
        "/options/summary_sentences",
    ),
    Row("options null", sent(options=None), 422, "validation-failed", "/options"),
    Row("offset unit", options(offset_unit="utf32"), 422, "validation-failed", "/options/offset_unit"),
    Row("title of 10 kB", sent(title="x" * 10_000), 422, "validation-failed", "/title"),
    Row("line break in source", sent(source="A\nB"), 422, "validation-failed", "/source"),
    Row("control character in author", sent(author="A\x07"), 422, "validation-failed", "/author"),
    Row("url of 10 kB", sent(url="https://x.example/" + "a" * 10_000), 422, "validation-failed", "/url"),
    *(
        Row(f"published {date!r}", sent(published=date), 422, "validation-failed", "/published")
        for date in DATES
    ),
    *(
        Row(f"language {tag!r}", sent(language=tag), 422, "validation-failed", "/language")
        for tag in ("../../etc", "english language", "e", "")
    ),
    *(
        Row(f"deadline {value!r}", sent(), 422, "validation-failed", headers={"Nutgraf-Deadline": value})
        for value in ("", "soon", "0", "-1", "601", "nan", "inf", "1e2")
    ),
]
ARTICLES = [
    Row("empty text", sent(""), 422, "article-empty", "/text"),
    Row("empty plain text", b"", 422, "article-empty", "/text", PLAIN),
    Row("white space", sent(" \n\t\u00a0\u3000\u2028\r\n"), 422, "article-empty", "/text"),
    Row("white space as plain text", b" \n \n", 422, "article-empty", "/text", PLAIN),
    Row(
        "characters that show nothing",
        sent("\u200b\u2060\ufeff\u202e\U000e0041"),
        422,
        "article-empty",
        "/text",
    ),
    Row("U+0000", sent(STORY + "\0"), 422, "validation-failed", "/text"),
    Row("200,001 characters", sent("a " * 100_000 + "a"), 422, "article-too-long", "/text"),
    Row("300 kB", sent("The bridge closed again. " * 12_000), 422, "article-too-long", "/text"),
    Row(
        "300 kB of plain text", b"The bridge closed again. " * 12_000, 422, "article-too-long", "/text", PLAIN
    ),
    Row("a PDF's bytes in JSON", sent(FILES["PDF"].decode()), 422, "not-an-article", "/text"),
    Row("base64 of a PDF", sent(b64encode(FILES["PDF"] * 40).decode()), 422, "not-an-article", "/text"),
    Row("one word 20,000 times", sent("bridge " * 20_000), 422, "not-an-article", "/text"),
    Row("emoji only", sent("🎉🎉🎉 👩‍👩‍👧 🏴"), 422, "not-an-article", "/text"),
    Row(
        "filler text",
        sent("Lorem ipsum dolor sit amet, consectetur adipiscing elit."),
        422,
        "not-an-article",
        "/text",
    ),
]
ROWS = [*SYNTAX, *TYPES, *FIELDS, *ARTICLES]


@pytest.fixture(scope="module")
def asked() -> list[Messages]:
    """What the LLM was asked."""
    return []


@pytest.fixture(scope="module")
def client(asked: list[Messages], tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[Litestar]]:
    def answer(messages: Messages, _schema: object) -> UpstreamUnavailable:
        asked.append(messages)
        return UpstreamUnavailable()

    settings = Settings(store=tmp_path_factory.mktemp("store") / "digests.sqlite")
    app = create_app(settings, Scripted(answer))
    with TestClient(app, base_url=HOME, raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_a_bad_input_gets_its_problem_and_costs_nothing(
    row: Row, client: TestClient[Litestar], asked: list[Messages]
) -> None:
    refused(row, client, "/v1/digests")
    assert asked == []


def refused(row: Row, client: TestClient[Litestar], path: str) -> None:
    """Asserts that the row is answered as it says."""
    headers = dict(row.headers)
    if row.content_type is not None:
        headers["Content-Type"] = row.content_type
    answer = client.post(path, content=row.body, headers=headers)
    problem = Problem.model_validate(answer.json())
    assert (answer.status_code, problem.type) == (row.status, f"{HOME}/problems/{row.slug}")
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem.request_id == answer.headers["x-request-id"]
    if row.pointer is not None:
        assert problem.errors[0].pointer == row.pointer
    assert len(answer.content) < 10_000
    assert client.get(problem.type).status_code == 200


def claims(*said: Any, **fields: Any) -> bytes:
    return sent(statements=[{"text": each} if isinstance(each, str) else each for each in said], **fields)


CHECKS = [
    *(row for row in (*SYNTAX, *TYPES) if row.content_type != PLAIN),
    Row("an article alone", STORY.encode(), 415, "unsupported-media-type", None, PLAIN),
    Row("nothing to check", sent(), 422, "validation-failed", ""),
    Row("statements null", sent(statements=None), 422, "validation-failed", "/statements"),
    Row("101 statements", claims(*["It closed."] * 101), 422, "validation-failed", "/statements"),
    Row("statement without text", claims({}), 422, "validation-failed", "/statements/0/text"),
    Row(
        "statement without words",
        claims("It closed.", " …! "),
        422,
        "validation-failed",
        "/statements/1/text",
    ),
    Row("statement of 1,001 letters", claims("x" * 1_001), 422, "validation-failed", "/statements/0/text"),
    *(
        Row(
            f"sentences {value!r}",
            claims({"text": "It closed.", "sentences": value}),
            422,
            "validation-failed",
            pointer,
        )
        for value, pointer in (
            ([], "/statements/0/sentences"),
            ([1, 1, 1, 1], "/statements/0/sentences"),
            ([0], "/statements/0/sentences/0"),
            ([2], "/statements/0/sentences/0"),
            ([10**30], "/statements/0/sentences/0"),
            ([True], "/statements/0/sentences/0"),
            ("1", "/statements/0/sentences"),
        )
    ),
    Row("a digest's field", claims("It closed.", title="x"), 422, "validation-failed", "/title"),
    Row("offset unit", claims("It closed.", offset_unit="utf32"), 422, "validation-failed", "/offset_unit"),
    Row("published", claims("It closed.", published="Tuesday"), 422, "validation-failed", "/published"),
    Row(
        "what the digest says",
        claims("It closed.", digest="dg_0", language="en"),
        422,
        "validation-failed",
        "",
    ),
    Row("unknown digest", claims("It closed.", digest="dg_0"), 404, "not-found"),
    Row("unknown digest of 100 kB", claims("It closed.", digest="d" * 100_000), 404, "not-found"),
    Row("empty article", sent("", statements=[{"text": "It closed."}]), 422, "article-empty", "/text"),
    Row("no article", sent("🎉🎉🎉", statements=[{"text": "It closed."}]), 422, "not-an-article", "/text"),
    Row(
        "200,001 characters",
        sent("a " * 100_000 + "a", statements=[{"text": "It closed."}]),
        422,
        "article-too-long",
        "/text",
    ),
]


@pytest.mark.parametrize("row", CHECKS, ids=[row.name for row in CHECKS])
def test_a_bad_check_gets_its_problem(row: Row, client: TestClient[Litestar]) -> None:
    refused(row, client, "/v1/checks")


def test_a_misspelt_field_of_a_statement_gets_a_hint(client: TestClient[Litestar]) -> None:
    body = claims({"Text": "It closed.", "sentences": [1]})
    problem = client.post("/v1/checks", content=body, headers={"Content-Type": JSON}).json()
    (hint,) = [flaw for flaw in problem["errors"] if flaw["pointer"] == "/statements/0/Text"]
    assert hint["detail"] == "'Text' is not a field. Did you mean 'text'?"


def test_the_place_of_a_fault_is_told_in_bytes(client: TestClient[Litestar]) -> None:
    def detail(body: bytes) -> str:
        answer = client.post("/v1/digests", content=body, headers={"Content-Type": JSON})
        return str(answer.json()["detail"])

    assert "at byte 14:" in detail('{"text": "é",}'.encode())
    assert detail(b'{"text": "caf\xe9"}') == "The body is not UTF-8 at byte 13."


def test_a_field_in_the_wrong_case_gets_a_hint(client: TestClient[Litestar]) -> None:
    problem = client.post("/v1/digests", json={"Text": STORY}).json()
    (hint,) = [flaw for flaw in problem["errors"] if flaw["pointer"] == "/Text"]
    assert hint["detail"] == "'Text' is not a field. Did you mean 'text'?"
    assert hint["detail"] in problem["detail"]


def test_a_chunked_body_is_cut_off_at_the_same_size(client: TestClient[Litestar]) -> None:
    chunks = (b" " * 100_000 for _ in range(30))
    answer = client.post("/v1/digests", content=chunks, headers={"Content-Type": JSON})
    assert (answer.status_code, answer.json()["type"]) == (413, f"{HOME}/problems/body-too-large")


def test_what_was_sent_is_not_repeated(client: TestClient[Litestar]) -> None:
    private = "the minister's private words"
    for body in (sent([private]), sent(published=private), b'{"text": "' + private.encode() + b'"'):
        answer = client.post("/v1/digests", content=body, headers={"Content-Type": JSON})
        assert answer.status_code in (400, 422)
        assert private not in answer.text
