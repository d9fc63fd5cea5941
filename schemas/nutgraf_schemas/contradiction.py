"""Where the article says two things that cannot both be true: both are shown, neither is chosen."""

from typing import Literal

from pydantic import Field

from .evidence import Answer, Span

ContradictionKind = Literal["number", "date", "place", "name", "polarity"]


class Side(Span):
    """One of the two values, with the words of the article that give it."""

    value: str = Field(description="The words between `start` and `end`.")


class Contradiction(Answer):
    """Two spans that give different values for one attribute of one subject."""

    kind: ContradictionKind
    subject: str | None = Field(description="Id of the entity it is about, where there is one.")
    about: str = Field(description="The attribute, e.g. `time in detention`, `age`, `date of arrest`.")
    a: Side = Field(description="The value that stands first in the article.")
    b: Side
    explanation: str = Field(description="One sentence, made from the two spans by a template.")
