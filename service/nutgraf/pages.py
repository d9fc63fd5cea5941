"""The OpenAPI document or a kind of problem in, a page to read out: one file that fetches nothing."""

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import Any

from nutgraf.errors import NutgrafError
from nutgraf.problems import explanation

Json = dict[str, Any]

_STYLE = (files(__package__) / "page.css").read_text("utf-8")


def docs(document: Json) -> str:
    """The whole API on one page."""
    info = document["info"]
    operations = [
        _operation(path, verb, operation, item.get("parameters", []))
        for path, item in document["paths"].items()
        for verb, operation in item.items()
        if verb != "parameters"
    ]
    shapes = [_shape(name, schema) for name, schema in document["components"]["schemas"].items()]
    return _page(
        f"{info['title']} {info['version']}",
        f'<h1>{escape(info["title"])} <span class="soft">{escape(info["version"])}</span></h1>'
        f'<p class="lead">{_words(info["summary"])}</p><p>{_words(info["description"])}</p>'
        '<p>For programs: <a href="/openapi.json">openapi.json</a></p>'
        f"<h2>Endpoints</h2>{''.join(operations)}<h2>Shapes</h2>{''.join(shapes)}",
    )


def problem(kinds: Iterable[type[NutgrafError]]) -> str:
    """The page that a problem's `type` leads to."""
    kinds = list(kinds)
    told = "".join(f"<p>{_words(part)}</p>" for part in explanation(kinds))
    return _page(
        kinds[0].title,
        f'<p class="soft">{kinds[0].status} · <code>{escape(kinds[0].slug)}</code></p>'
        f'<h1>{escape(kinds[0].title)}</h1>{told}<p class="soft">The answer that led here has a '
        '<code>request_id</code>; the log has the same. <a href="/docs">All endpoints</a></p>',
    )


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>{body}</body></html>"
    )


def _operation(path: str, verb: str, operation: Json, shared: list[Json]) -> str:
    parameters = [*shared, *operation.get("parameters", [])]
    body = operation.get("requestBody", {}).get("content", {})
    return (
        f'<details id="{escape(operation["operationId"])}"><summary><span class="verb">{verb.upper()}</span> '
        f'<code>{escape(path)}</code> <span class="soft">{_words(operation["summary"])}</span></summary>'
        f"<p>{_words(operation.get('description', ''))}</p>"
        + _table("Parameters", ((p["name"], p["in"], p.get("description", "")) for p in parameters))
        + "".join(_examples(media_type, content) for media_type, content in body.items())
        + _table("Answers", _answers(operation["responses"]))
        + "</details>"
    )


def _examples(media_type: str, content: Json) -> str:
    shape = f" · {_type(content['schema'])}" if "$ref" in content["schema"] else ""
    examples = "".join(
        f'<p class="soft">{escape(example.get("summary", ""))}</p>'
        f"<pre><code>{escape(_pretty(example['value']))}</code></pre>"
        for example in content.get("examples", {}).values()
    )
    return f"<h3>Body: <code>{escape(media_type)}</code>{shape}</h3>{examples}"


def _answers(responses: Json) -> Iterator[tuple[str, str, str]]:
    for status, response in responses.items():
        content = response.get("content", {})
        slugs = [slug for c in content.values() for slug in c.get("examples", {}) if status >= "400"]
        types = ", ".join(content)
        yield status, types, " ".join([response["description"], *(f"[{slug}]" for slug in slugs)])


def _shape(name: str, schema: Json) -> str:
    required = schema.get("required", [])
    rows = (
        (field, _type(of) + ("" if field in required else " · optional"), of.get("description", ""))
        for field, of in schema.get("properties", {}).items()
    )
    return (
        f'<details id="{escape(name)}"><summary><code>{escape(name)}</code> '
        f'<span class="soft">{_words(schema.get("description", ""))}</span></summary>'
        f"{_table('', rows, typed=True)}</details>"
    )


def _type(schema: Json) -> str:
    """A schema in a few words, as HTML."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rsplit("/", 1)[-1])
        return f'<a href="#{name}">{name}</a>'
    if "anyOf" in schema:
        return " or ".join(_type(each) for each in schema["anyOf"])
    if "enum" in schema:
        return "one of " + ", ".join(f"<code>{escape(str(each))}</code>" for each in schema["enum"])
    if "const" in schema:
        return f"<code>{escape(str(schema['const']))}</code>"
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    if isinstance(of := schema.get("additionalProperties"), dict):
        return f"map to {_type(of)}"
    limits = [f"{word} {schema[key]}" for key, word in _LIMITS.items() if key in schema]
    return escape(", ".join([str(schema.get("type", "anything")), *limits]))


_LIMITS = {"minimum": "from", "maximum": "to", "maxLength": "at most", "exclusiveMinimum": "more than"}


def _table(title: str, rows: Iterable[tuple[str, str, str]], *, typed: bool = False) -> str:
    lines = "".join(
        f"<tr><td><code>{escape(name)}</code></td><td>{kind if typed else escape(kind)}</td>"
        f"<td>{_words(text)}</td></tr>"
        for name, kind, text in rows
    )
    heading = f"<h3>{escape(title)}</h3>" if title else ""
    return f"{heading}<table>{lines}</table>" if lines else ""


def _words(text: str) -> str:
    """Plain words as HTML: `code` is set as code, a problem's [slug] leads to its page."""
    coded = re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))
    return re.sub(r"\[([a-z-]+)\]", r'<a href="/problems/\1"><code>\1</code></a>', coded)


def _pretty(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)
