"""An answer that counts code points in, the same answer in the caller's unit out."""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any, Literal, TypeVar

from pydantic import BaseModel

M = TypeVar("M", bound=BaseModel)
Unit = Literal["codepoint", "utf16", "utf8"]

_WIDTHS: Mapping[Unit, Callable[[str], int]] = {
    "utf16": lambda letter: 1 + (ord(letter) > 0xFFFF),
    "utf8": lambda letter: len(letter.encode()),
}


def offsets(source: str, unit: Unit) -> Sequence[int]:
    """For each offset in code points, the end of `source` among them, the offset in `unit`."""
    if unit == "codepoint":
        return range(len(source) + 1)
    return list(accumulate(map(_WIDTHS[unit], source), initial=0))


def in_unit(answer: M, source: str, unit: Unit) -> M:
    """`answer` with every `start` and `end` in it, code points of `source`, counted in `unit`."""
    if unit == "codepoint":
        return answer
    at = offsets(source, unit)

    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: at[v] if k in ("start", "end") else turned(v) for k, v in value.items()}
        return [turned(v) for v in value] if isinstance(value, list) else value

    return type(answer).model_validate(turned(answer.model_dump()))
