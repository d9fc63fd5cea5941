"""An answer in, its JSON out, without what a terminal would obey."""

import re

from pydantic import BaseModel

_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys or turns the line by, and JSON may hold as it is: C1 controls, bidi controls."""


def printable_json(answer: BaseModel) -> str:
    """The answer as indented JSON; characters that could steer a terminal are escaped."""
    return _HIDDEN.sub(lambda hidden: f"\\u{ord(hidden[0]):04x}", answer.model_dump_json(indent=2))
