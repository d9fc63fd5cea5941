"""A sentence of ours, and what was verified of it."""

from typing import Literal

from pydantic import Field

from .evidence import Answer, Evidence

Support = Literal["verbatim", "supported", "extracted", "unsupported"]
CheckName = Literal["numbers", "dates", "names", "polarity", "hedges", "roles", "words", "second_opinion"]
CheckResult = Literal["ok", "failed", "not_applicable", "not_checked"]


class Statement(Answer):
    """One claim with the sentences that carry it."""

    text: str
    evidence: list[Evidence] = Field(min_length=1)
    support: Support = Field(
        description="`verbatim`: stands in the cited sentence word for word; `supported`: passed every check; "
        "`extracted`: the source's own words, because the draft failed a check or there was none."
    )
    checks: dict[CheckName, CheckResult] = Field(
        description="What was checked; of an `extracted` statement, what its draft failed."
    )
