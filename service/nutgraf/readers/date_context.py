"""What a date phrase is counted from: the publication date, the tense of its verb, a date before it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .calendar import Anchor, Part, Unresolved, add_days, anchor, day_edtf, safe_date, week_edtf

Tense = Literal["past", "future"]
AnchorName = Literal["article.published", "sentence", "none"]


@dataclass(frozen=True, slots=True)
class Value:
    """What a rule makes of a match. `anchor` is `none` where the phrase is a date by itself."""

    edtf: str
    anchor: AnchorName = "article.published"
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """`tense` is that of the verb, None where unclear; `reference` is a date that stands before.

    `period` is the quarter that results are reported for, or `fiscal` where it is no calendar quarter.
    """

    published: Anchor | None
    tense: Tense | None = None
    reference: str | None = None
    period: str | None = None

    @property
    def quarter(self) -> str:
        """The quarter reported on. Raises `Unresolved` where it is no calendar quarter."""
        if not self.period:
            raise Unresolved("relative_to_event")
        if self.period == "fiscal":
            raise Unresolved("fiscal")
        return self.period

    @property
    def base(self) -> Anchor:
        """Raises `Unresolved` where nobody knows when the article was published."""
        if self.published is None:
            raise Unresolved("no_published_date")
        return self.published

    @property
    def day(self) -> date:
        """The day of publication. Raises `Unresolved` where only its month or year is known."""
        if self.base.date is None:
            raise Unresolved("month_only" if self.base.month else "year_only")
        return self.base.date

    @property
    def month(self) -> int:
        if self.base.month is None:
            raise Unresolved("year_only")
        return self.base.month

    def near(self, offset: int) -> str:
        """A day some days from publication; the publication date itself where its day is unknown."""
        base = self.base
        return day_edtf(add_days(base.date, offset)) if base.date else base.edtf

    def week(self, offset: int) -> str:
        """A week some weeks from that of publication, Monday/Sunday."""
        return week_edtf(add_days(self.day, 7 * offset))

    def from_reference(self) -> "Context":
        """The same, counted from the date that stands before. Raises `Unresolved` where there is none."""
        start = anchor(self.reference) if self.reference and not set("/X") & set(self.reference) else None
        if start is None:
            raise Unresolved("relative_to_event")
        return Context(start, self.tense, period=self.period)


Reader = Callable[[re.Match[str], Context], Value]


@dataclass(frozen=True, slots=True)
class Rule:
    """`cues` are the kinds of word (groups of `date_words.CUE`) of which a match of the pattern has one."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    cues: frozenset[str]


NEAR = 75
"""Days. A day or month so near is meant whatever the tense: a farther one would have its year."""


def nearest_year(c: Context, month: int, day: int | None = None, weekday: int | None = None) -> int:
    """The year of a day or month named without one.

    The nearest where it is near; else the last such day, or the next where the verb looks ahead, or
    the nearest where the verb says neither. A weekday named beside it decides where it fits only
    one year.
    """
    base = c.base
    if base.month is None:
        return base.year
    here, there = (
        (base.month, base.day or 15),
        (month, day or (15 if base.month != month else base.day or 15)),
    )
    after, before = base.year + (there < here), base.year - (there > here)
    if weekday is not None and day is not None:
        fitting = {year for year in (before, after) if safe_date(year, month, day).weekday() == weekday}
        if len(fitting) == 1:
            return fitting.pop()
    now = date(base.year, *here)
    ahead, behind = (safe_date(after, *there) - now).days, (now - safe_date(before, *there)).days
    if c.tense and min(ahead, behind) > NEAR:
        return after if c.tense == "future" else before
    return after if ahead < behind else before
