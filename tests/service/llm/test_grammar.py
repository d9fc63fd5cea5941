"""The grammar of a schema allows exactly the schema's compact JSON."""

import json
import re
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from nutgraf.llm.grammar import grammar
from nutgraf_schemas.draft import Draft, EventFields, Rewrite

WORD = re.compile(r'"(?:\\.|[^"\\])*"|\[\^?\]?(?:\\.|[^\]\\])*\]|r\d+|\s+|.')


def allowed(schema: dict[str, Any]) -> re.Pattern[str]:
    """The grammar of `schema` as a regular expression; it has no recursion."""
    rules = dict(line.split(" ::= ", 1) for line in grammar(schema).splitlines())

    def expression(name: str) -> str:
        return f"(?:{''.join(map(word, WORD.findall(rules[name])))})"

    def word(found: str) -> str:
        if found.isspace():
            return ""
        if found in rules:
            return expression(found)
        return re.escape(re.sub(r"\\(.)", r"\1", found[1:-1])) if found.startswith('"') else found

    return re.compile(expression("root"))


class Inner(BaseModel):
    name: str
    kind: Literal["a", "b", 3, None]


class Everything(BaseModel):
    inner: Inner
    many: Annotated[list[Inner], Field(min_length=1, max_length=2)]
    none_or_number: float | None
    whole: Annotated[int, Field(ge=0)]
    few: Annotated[int, Field(ge=-2, le=3)]
    flag: bool
    short: Annotated[str, Field(min_length=1, max_length=4)]
    long: Annotated[str, Field(pattern=r"^(?:[a-z]{3,90}|-)[!?]{0,2}$")]
    day: Annotated[str, Field(pattern=r"^\d{4}-(?:0[1-9]|1[0-2])\.$")]


GOOD = {
    "inner": {"name": 'Ò "q" \\', "kind": "a"},
    "many": [{"name": "", "kind": 3}],
    "none_or_number": -1.5e3,
    "whole": 0,
    "few": -2,
    "flag": True,
    "short": "abcd",
    "long": "abc?",
    "day": "2025-04.",
}


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_compact_json_with_every_key_in_order_is_allowed() -> None:
    assert allowed(Everything.model_json_schema()).fullmatch(compact(GOOD))


@pytest.mark.parametrize(
    "change",
    [
        {"many": []},
        {"many": [GOOD["inner"]] * 3},
        {"inner": {"name": "x", "kind": "c"}},
        {"none_or_number": "1"},
        {"whole": -1},
        {"few": 4},
        {"flag": 1},
        {"short": ""},
        {"short": "abcde"},
        {"long": "ab"},
        {"long": "a" * 91},
        {"long": "--"},
        {"day": "2025-13."},
        {"day": "2025-04x"},
        {"more": 1},
    ],
    ids=str,
)
def test_what_the_schema_forbids_is_not_allowed(change: dict[str, Any]) -> None:
    assert not allowed(Everything.model_json_schema()).fullmatch(compact(GOOD | change))


def test_null_is_allowed_where_the_schema_says_so_and_white_space_nowhere() -> None:
    pattern = allowed(Everything.model_json_schema())
    assert pattern.fullmatch(compact(GOOD | {"none_or_number": None}))
    assert not pattern.fullmatch(json.dumps(GOOD))


FIELDS = EventFields.model_json_schema()["properties"]
WHAT, COPIED = (st.from_regex(FIELDS[key]["pattern"].strip("^$"), fullmatch=True) for key in ("what", "when"))
LISTS = st.lists(COPIED, max_size=4)


@given(st.builds(EventFields, what=WHAT, when=COPIED, where=COPIED, by=LISTS, to=LISTS))
def test_every_event_that_the_draft_allows_can_be_written(event: EventFields) -> None:
    assert allowed(EventFields.model_json_schema()).fullmatch(event.model_dump_json(by_alias=True))


@pytest.mark.parametrize(("least", "most"), [(0, 31), (0, 32), (0, 47), (0, 48), (5, 52), (1, 100)])
def test_a_long_bound_allows_each_length_from_least_to_most(least: int, most: int) -> None:
    pattern = allowed({"type": "string", "pattern": f"^[ab]{{{least},{most}}}$"})
    lengths = [n for n in range(most + 40) if pattern.fullmatch(f'"{"a" * n}"')]
    assert lengths == list(range(least, most + 1))


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_a_statement_can_be_written_just_where_the_draft_allows_it(text: str) -> None:
    try:
        wanted: str | None = Rewrite(text=text).model_dump_json(by_alias=True)
    except ValueError:
        wanted = None
    written = allowed(Rewrite.model_json_schema()).fullmatch(compact({"t": text}))
    assert (written is not None) == (wanted is not None)


def test_the_same_schema_gives_the_same_grammar_and_equal_parts_share_a_rule() -> None:
    text = grammar(Draft.model_json_schema())
    assert text == grammar(Draft.model_json_schema())
    rules = [line.partition(" ::= ")[2] for line in text.splitlines()]
    assert len(set(rules)) == len(rules)


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ({"type": "string", "pattern": "abc"}, "anchored"),
        ({"type": "string", "pattern": "^a.c$"}, "no rule for"),
        ({"type": "string", "pattern": r"^\w+$"}, "no rule for"),
        ({"type": "string", "pattern": r"^[^x]+$"}, "JSON escapes"),
        ({"type": "string", "pattern": "^a$", "maxLength": 3}, "belongs into its pattern"),
        ({"type": "array", "items": {"type": "null"}, "uniqueItems": True}, "uniqueItems"),
        ({"type": "integer", "maximum": 7}, "no rule for integers"),
        ({"type": "integer", "multipleOf": 7}, "multipleOf"),
        ({"$ref": "elsewhere.json"}, "points into"),
        ({}, "no rule for the type None"),
    ],
)
def test_what_the_grammar_cannot_say_is_refused_not_dropped(schema: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        grammar(schema)
