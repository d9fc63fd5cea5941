"""A JSON Schema in, an EBNF grammar of its compact JSON out: no white space, keys in order, bounds kept.

Every property is written, required or not: an answer with all its keys is the easier one to check.
A string's `pattern` must be anchored and made of literals, classes, groups and bounds, and must match nothing
that JSON would escape. Words that constrain and have no rule here raise `ValueError`; none is dropped.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]

_STRING_CHARACTER = r'([^"\\\x00-\x1f] | "\\" (["\\/bfnrt] | "u" [0-9a-fA-F]{4}))'
_INTEGER = {
    None: '"-"? ("0" | [1-9] [0-9]{0,15})',
    0: '("0" | [1-9] [0-9]{0,15})',
    1: "[1-9] [0-9]{0,15}",
}
"""By their minimum."""
_NUMBER = _INTEGER[None] + ' ("." [0-9]{1,16})? ([eE] [-+]? [0-9]{1,3})?'
_MOST_INTEGERS = 1_000
_RUN = 16
"""Of so many characters long strings are put together: an engine prepares every state of a rule, but a rule once."""
_SILENT = {
    "title",
    "description",
    "default",
    "examples",
    "format",
    "$defs",
    "additionalProperties",
    "required",
}
"""Words that either constrain nothing or hold anyway; a format is the reader's to check."""
_ESCAPED_BY_JSON = '"\\\n\t\x00\x1f'
_ATOM = re.compile(
    r"""(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])
      | (?P<digit>\\d)
      | (?P<open>\((?:\?:)?)
      | (?P<bound>\{\d+,\d+\})
      | (?P<plain>[)|]|[*+?]|\{\d+(?:,\d*)?\})
      | (?P<literal>\\[^\w]|[^\\.^$\[\](){}*+?|])""",
    re.VERBOSE,
)


def grammar(schema: Schema) -> str:
    """The grammar of `schema`, its first rule `root`. Raises `ValueError` for what it cannot say."""
    rules: dict[str, str] = {}
    root = _rule(schema, schema.get("$defs", {}), rules)
    return "\n".join([f"root ::= {root}", *(f"{name} ::= {body}" for body, name in rules.items())]) + "\n"


def _rule(schema: Schema, defs: Mapping[str, Schema], rules: dict[str, str]) -> str:
    """The name of the rule for `schema`; equal bodies share one rule."""
    body = _body(schema, defs, rules)
    return rules.setdefault(body, f"r{len(rules)}")


def _body(schema: Schema, defs: Mapping[str, Schema], rules: dict[str, str]) -> str:
    words = {key: value for key, value in schema.items() if key not in _SILENT}
    if reference := words.pop("$ref", None):
        name = str(reference).removeprefix("#/$defs/")
        if words or name not in defs:
            raise ValueError(f"a reference stands alone and points into $defs: {reference!r}")
        return _body(defs[name], defs, rules)
    if "const" in words:
        return _literal(words["const"])
    if "enum" in words:
        return " | ".join(_literal(value) for value in words["enum"])
    if choices := words.pop("anyOf", None):
        _nothing_left(words)
        return " | ".join(_rule(choice, defs, rules) for choice in choices)
    kind = words.pop("type", None)
    if isinstance(kind, list):
        return " | ".join(_rule({**words, "type": one}, defs, rules) for one in kind)
    match kind:
        case "object":
            keys = [
                f"{_quoted(json.dumps(key, ensure_ascii=False) + ':')} {_rule(value, defs, rules)}"
                for key, value in words.pop("properties", {}).items()
            ]
            body = '"{" ' + ' "," '.join(keys) + ' "}"'
        case "array":
            item = _rule(words.pop("items", {}), defs, rules)
            body = _array(item, words.pop("minItems", 0), words.pop("maxItems", None))
        case "string":
            bounds = words.pop("minLength", 0), words.pop("maxLength", None)
            body = _string(words.pop("pattern", None), *bounds, rules)
        case "integer":
            body = _integer(words.pop("minimum", None), words.pop("maximum", None))
        case "number":
            body = _NUMBER
        case "boolean":
            body = '"true" | "false"'
        case "null":
            body = '"null"'
        case _:
            raise ValueError(f"no rule for the type {kind!r}")
    _nothing_left(words)
    return body


def _nothing_left(words: Schema) -> None:
    if words:
        raise ValueError(f"no rule for {', '.join(sorted(words))}")


def _array(item: str, least: int, most: int | None) -> str:
    if most == 0:
        return '"[]"'
    rest = f'("," {item}){{{max(least - 1, 0)},{"" if most is None else most - 1}}}'
    items = f"{item} {rest}"
    return f'"[" {items} "]"' if least else f'"[" ({items})? "]"'


def _string(pattern: str | None, least: int, most: int | None, rules: dict[str, str]) -> str:
    if pattern is None:
        return rf'"\"" {_times(_STRING_CHARACTER, least, most, rules)} "\""'
    if least or most is not None:
        raise ValueError("the length of a string with a pattern belongs into its pattern")
    if not (pattern.startswith("^") and pattern.endswith("$")):
        raise ValueError(f"the pattern {pattern!r} is not anchored at both ends")
    return rf'"\"" ({_expression(pattern[1:-1], rules)}) "\""'


def _times(symbol: str, least: int, most: int | None, rules: dict[str, str]) -> str:
    """`symbol`, at least and at most so often."""
    if most is None or most - least < 2 * _RUN:
        return f"{symbol}{{{least},{'' if most is None else most}}}"
    run = rules.setdefault(f"{symbol}{{{_RUN}}}", f"r{len(rules)}")
    runs, rest = divmod(most - least, _RUN)
    head = f"{symbol}{{{least}}} " if least else ""
    return f"({head}{run}{{0,{runs - 1}}} {symbol}{{0,{_RUN + rest}}})"


def _expression(pattern: str, rules: dict[str, str]) -> str:
    """A regular expression's atoms, one by one, as EBNF."""
    parts: list[str] = []
    at = 0
    while at < len(pattern):
        atom = _ATOM.match(pattern, at)
        if atom is None:
            raise ValueError(f"no rule for {pattern[at:]!r} in a pattern")
        word, at = atom.group(), atom.end()
        match atom.lastgroup:
            case "set" | "literal" if re.search(word, _ESCAPED_BY_JSON):
                raise ValueError(f"{word!r} matches what JSON escapes")
            case "bound" if parts and parts[-1].startswith("["):
                least, most = map(int, word[1:-1].split(","))
                parts[-1] = _times(parts[-1], least, most, rules)
            case "digit":
                parts.append("[0-9]")
            case "open":
                parts.append("(")
            case "literal":
                parts.append(_quoted(word.removeprefix("\\")))
            case _:
                parts.append(word)
    # A bound binds to what stands right before it, so it must not be set apart.
    return re.sub(r" (?=[*+?{])", "", " ".join(parts)) if parts else '""'


def _integer(least: int | None, most: int | None) -> str:
    if most is None and least in _INTEGER:
        return _INTEGER[least]
    if least is None or most is None or most - least >= _MOST_INTEGERS:
        raise ValueError(f"no rule for integers from {least} to {most}")
    return " | ".join(f'"{n}"' for n in range(least, most + 1))


def _literal(value: object) -> str:
    return _quoted(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
