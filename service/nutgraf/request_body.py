"""A request's headers and bytes in, what was asked for or the exact reason why not out."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

from nutgraf.problems import (
    DuplicateKey,
    Flaw,
    InvalidEncoding,
    InvalidJson,
    JsonTooDeep,
    UnsupportedContentEncoding,
    UnsupportedMediaType,
    ValidationFailed,
)
from nutgraf_schemas import Article, CheckRequest, Options, StatementToCheck

M = TypeVar("M", bound=BaseModel)

MAX_BYTES = 2_000_000
"""The largest body that is read."""
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_MAX_DEPTH = 32
_MAX_FLAWS = 20
_MAX_NAME = 100
_FILES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (Word files are such)",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "an RTF file",
}
_MODELS: Mapping[type[BaseModel], Sequence[type[BaseModel]]] = {
    Article: (Article, Options),
    CheckRequest: (CheckRequest, StatementToCheck),
}
_FIELDS = {
    body: {name.lower(): name for model in models for name in model.model_fields}
    for body, models in _MODELS.items()
}
"""Of each body the names of its fields, by themselves in lower case."""


def read_article(
    media_type: str, parameters: Mapping[str, str], content_encoding: str, body: bytes
) -> Article:
    """The article that was sent. Raises a `RequestError` that says where and why it is none."""
    text = _text(media_type, parameters, content_encoding, body, ("application/json", "text/plain"))
    return _valid(Article, _parsed(text) if media_type == "application/json" else {"text": text})


def read_check(
    media_type: str, parameters: Mapping[str, str], content_encoding: str, body: bytes
) -> CheckRequest:
    """The statements that were sent. Raises a `RequestError` that says where and why they are none."""
    return _valid(
        CheckRequest, _parsed(_text(media_type, parameters, content_encoding, body, ("application/json",)))
    )


def _text(
    media_type: str,
    parameters: Mapping[str, str],
    content_encoding: str,
    body: bytes,
    taken: Sequence[str],
) -> str:
    if content_encoding.strip().lower() not in ("", "identity"):
        raise UnsupportedContentEncoding
    for magic, name in _FILES.items():
        if body.startswith(magic):
            raise UnsupportedMediaType(f"The body is {name}. Send the article's text.")
    if media_type not in taken:
        raise UnsupportedMediaType(None if "text/plain" in taken else "Send application/json.")
    if parameters.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise UnsupportedMediaType("Only UTF-8 is read; the Content-Type names another charset.")
    return _decoded(body)


def _valid(model: type[M], fields: object) -> M:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        flaws = _flaws(error, model)
        raise ValidationFailed(
            "; ".join(f"{f.pointer or 'body'}: {f.detail}" for f in flaws[:3]), flaws=flaws
        ) from None


def _decoded(body: bytes) -> str:
    encoding = json.detect_encoding(body)
    if encoding == "utf-8-sig":
        raise InvalidEncoding("The body begins with a byte order mark. Send UTF-8 without one.")
    if encoding != "utf-8":
        raise InvalidEncoding(f"The body looks like {encoding.upper()}. Send UTF-8.")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise InvalidEncoding(f"The body is not UTF-8 at byte {error.start}.") from None


def _parsed(text: str) -> object:
    try:
        value: object = json.loads(
            text, object_pairs_hook=_object, parse_float=_finite, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        at = len(text[: error.pos].encode())
        raise InvalidJson(f"The body is not JSON at byte {at}: {error.msg}.") from None
    except RecursionError:
        raise JsonTooDeep from None
    except ValueError:  # Python refuses integers of more than 4,300 digits
        raise InvalidJson("The body holds a number that is too long.") from None
    _inspect(value)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise DuplicateKey(f"The key {_shown(twice)} stands twice in one object.")
    return found


def _finite(digits: str) -> float:
    if (value := float(digits)) in (float("inf"), float("-inf")):
        raise InvalidJson("The body holds a number that is too large.")
    return value


def _no_constant(name: str) -> NoReturn:
    raise InvalidJson(f"{name} is not JSON.")


def _inspect(value: object) -> None:
    """Raises where the value is nested too deeply or holds what is no Unicode text."""
    level, depth = [value], 0
    while level:
        inner: list[object] = []
        for item in level:
            if isinstance(item, str) and _HALF_PAIR.search(item):
                raise InvalidEncoding("The body holds a \\u escape of half a surrogate pair.")
            if isinstance(item, (dict, list)) and depth == _MAX_DEPTH:
                raise JsonTooDeep
            if isinstance(item, dict):
                inner += [*item.keys(), *item.values()]
            elif isinstance(item, list):
                inner += item
        level, depth = inner, depth + 1


def _flaws(error: ValidationError, model: type[BaseModel]) -> list[Flaw]:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [
        Flaw(
            pointer="".join(f"/{_escaped(part)}" for part in flaw["loc"]),
            code=flaw["type"],
            detail=_hint(str(flaw["loc"][-1]), _FIELDS[model])
            if flaw["type"] == "extra_forbidden"
            else flaw["msg"].removeprefix("Value error, "),
        )
        for flaw in found[:_MAX_FLAWS]
    ]


def _hint(name: str, fields: Mapping[str, str]) -> str:
    known = fields.get(name.lower())
    return f"{_shown(name)} is not a field." + (f" Did you mean {known!r}?" if known else "")


def _shown(name: str) -> str:
    return repr(name if len(name) <= _MAX_NAME else name[:_MAX_NAME] + "…")


def _escaped(part: str | int) -> str:
    return str(part)[:_MAX_NAME].replace("~", "~0").replace("/", "~1")
