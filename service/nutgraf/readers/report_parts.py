"""One report in tokens: what the readers of cues, quotations and chains hand on to each other."""

from dataclasses import dataclass
from typing import Literal

from .report_phrases import Range
from .report_words import Manner

Position = Literal["initial", "medial", "final"]


@dataclass(slots=True)
class Report:
    """A report, in tokens; ranges include both ends. `frame` is the whole of who says so and the cue."""

    source: Range | None
    cue: Range
    said: list[Range]
    frame: Range
    position: Position
    manner: Manner
    verb: str
    quote: bool = False
    shared: bool = False
    via: Range | None = None
