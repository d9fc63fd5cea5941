"""Where a sentence may be cut: a sentence in, shorter runs of it that still say what it says out.

A run is contiguous, so its span is exact. What is dropped is a report frame at either end, or a trailing clause that
neither limits nor turns what stands before it (an "if" or a "but" is never dropped).
"""

import re
from collections.abc import Iterator

from .polarity import cues
from .triggers import triggers
from .words import IRREGULAR_PAST, stems

Place = tuple[int, int]

_CUT = re.compile(
    r"\s*(?:;|\s[–—]{1,2}|\s--|,\s(?=(?:which|who|whose|where|while|with|after|as|when|and|amid|following|"
    r"saying|adding|according|including|\w+ing)\b)|\s(?=(?:after|while)\s))"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|says?|said|told|\w{3,}ed)\b"
)
_HANGING = re.compile(r"\b(?:and|but|or)\s(?:that|\w+ed|set|said|told|was|were|would|had)\b")
_FEWEST = 5

CLAUSE = re.compile(
    r",?\s(?:and|but|while|who|which|where|when|after|before|because|as|with)\s|[;:]\s|\s[–—-]{1,2}\s"
)
"""Where a clause of a statement may begin."""
PRONOUN = re.compile(r"\b(?:he|she|it|they|him|her|them|his|its|their)\b", re.I)


def words(text: str) -> int:
    return len(text.split())


def runs(text: str, frame: Place | None = None) -> Iterator[Place]:
    """Safe runs of `text` as (start, end), the longest first. `frame` is its report frame, if there is one."""
    start, end = 0, len(text)
    if frame is not None and frame[0] == 0 and _stands_alone(text[_skip(text, frame[1]) :]):
        start = _skip(text, frame[1])
    elif frame is not None and frame[1] >= len(text.rstrip(' ."”’')):
        end = len(text[: frame[0]].rstrip(" ,"))
    if (start, end) != (0, len(text)):
        yield start, end
    cuts = [m.start() for m in _CUT.finditer(text, start, end)]
    for cut in reversed(cuts):
        kept, dropped = text[start:cut], text[cut:end]
        if words(kept) < _FEWEST or not _balanced(kept) or not _complete(kept) or _limits(dropped):
            continue
        yield start, cut


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " ,:":
        at += 1
    return at


def _balanced(text: str) -> bool:
    return (
        text.count('"') % 2 == 0 and text.count("“") == text.count("”") and text.count("(") == text.count(")")
    )


def _stands_alone(text: str) -> bool:
    """Whether what follows a report frame opens as a sentence does, and nothing in it still hangs on the frame."""
    return (text[:1].isupper() or text[:1].isdigit()) and not _HANGING.search(text)


def _complete(text: str) -> bool:
    """Whether something is said, in the last of several coordinated clauses too."""
    return _says(text) and _says(re.split(r",\sand\s", text)[-1])


def _says(text: str) -> bool:
    """Whether something is said: a verb stands in it outside relative clauses."""
    main = re.sub(r",\s(?:who|which|whose|where)\b[^,]*(?:,|$)", " ", text)
    if _FINITE.search(main) or any(t.verb for t in triggers(main)):
        return True
    return any(w.text.lower() in IRREGULAR_PAST for w in stems(main))


def _limits(text: str) -> bool:
    """Whether a dropped part limits or turns what stands before it."""
    if re.match(r"[\s,;–—-]*(?:but|although|though|if|unless|except|despite|or|nor|and)\b", text, re.I):
        return True
    return any(c.kind in ("condition", "denial") for c in cues(text))
