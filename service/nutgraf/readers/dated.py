"""Text and its publication date in, its dates out: each phrase with its first and last day, or why it has none.

Two wordings of one date are compared by their days: "10 April 2025" of a statement and "Thursday" of
its source are the same in an article of that day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .calendar import Part, Precision, anchor, bounds
from .date_context import AnchorName, Tense
from .date_reference import Before, after, ended, of_results, period, reference, words_of
from .date_tense import tense
from .dates import Resolved, phrases, resolve

Span = tuple[int, int]
"""Start and end in the text, end exclusive."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date phrase where it stands: `text` is `source[start:end]`.

    `edtf` is what it means, at the precision that is known, and `first` and `last` are its days (None for
    an open end). Where it has no date, `edtf`, `first` and `last` are None, the precision is `unknown`
    and `reason` is the code that says why.
    """

    text: str
    start: int
    end: int
    edtf: str | None = None
    precision: Precision = "unknown"
    part: Part | None = None
    anchor: AnchorName = "none"
    rule: str = ""
    reason: str | None = None
    first: date | None = None
    last: date | None = None

    def same_days(self, other: "Dated") -> bool:
        """Whether both are known and have the same first and last day."""
        return bool(self.edtf and other.edtf) and (self.first, self.last) == (other.first, other.last)

    def within(self, other: "Dated") -> bool:
        """Whether both are known and no day of this one is outside the other: "10 April" within "April"."""
        if not self.edtf or not other.edtf:
            return False
        early = other.first is None or (self.first is not None and other.first <= self.first)
        return early and (other.last is None or (self.last is not None and self.last <= other.last))


def dated(text: str, published: str | None) -> tuple[Dated, ...]:
    """Every date phrase of a text (a statement, a sentence, an article), in order, as news wording means it.

    `published` is the EDTF of the publication date at the precision that is known, or None.
    """
    return read(text, [(phrase.start, phrase.end) for phrase in phrases(text)], published)


def read(text: str, spans: Sequence[Span], published: str | None) -> tuple[Dated, ...]:
    """The date phrases at `spans`, in order: each by its verb's tense and the dates that stand before it."""
    before = Before()
    found: list[Dated] = []
    for number, (start, end) in enumerate(spans):
        following = spans[number + 1] if number + 1 < len(spans) else None
        words = words_of(text, start, end, found[-1].end if found else 0, following)
        verb = tense(text, start, end)
        value = resolve(
            words,
            published,
            tense=of_results(text, start, verb),
            reference=reference(text, before, start),
            period=period(text, before, start, end),
        )
        if isinstance(value, Resolved):
            value = ended(text, end, value)
        if isinstance(value, Resolved) and value.anchor == "sentence" and _is_to_come(value, verb, published):
            value = (
                "relative_to_event"  # what is told as over cannot be to come: it is counted from another date
            )
        before = after(before, text, (start, end), value, verb, published)
        found.append(_dated(text, start, end, value))
    return tuple(found)


def _is_to_come(value: Resolved, verb: Tense | None, published: str | None) -> bool:
    first, base = bounds(value.edtf)[0], anchor(published)
    if verb == "future" or first is None or base is None:
        return False
    return first > (base.date or date(base.year, base.month or 12, 28))


def _dated(text: str, start: int, end: int, value: Resolved | str) -> Dated:
    if isinstance(value, str):
        return Dated(text[start:end], start, end, reason=value)
    first, last = bounds(value.edtf)
    return Dated(
        text[start:end],
        start,
        end,
        edtf=value.edtf,
        precision=value.precision,
        part=value.part,
        anchor=value.anchor,
        rule=value.rule,
        first=first,
        last=last,
    )
