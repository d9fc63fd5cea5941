"""Tokens and their reports in, the quotations that no report covers given to whoever speaks them.

A quotation goes on over sentences and paragraphs; one behind a colon is the subject's of its clause; a few quoted
words are those of the subject around them; "NAME:" opens what a speaker says in a transcript.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from .report_contents import sentence_end
from .report_groups import verblike
from .report_parts import Report
from .report_subjects import subject
from .report_tokens import Tokens
from .report_words import CLAUSAL, VERB_FORMS

_LEAST = 3
"""Quoted words of fewer tokens than this, signs included, are a name or a title."""
_NEAR = 40


def with_quotations(t: Tokens, found: list[Report]) -> list[Report]:
    """The reports, those of quotations drawn out over what follows, and new ones for quoted words without any."""
    speakers = sorted((r for r in found if r.quote and r.source), key=lambda r: r.said[-1][1])
    covered = _covered(t, found)
    reports = list(found)
    turn = 0
    speaker: Report | None = None
    for opened, closed in t.quotes:
        while turn < len(speakers) and speakers[turn].said[-1][0] < opened:
            speaker = speakers[turn]
            turn += 1
        if opened in covered or closed - opened < _LEAST:
            continue
        new = _introduced(t, opened, closed)
        if new is not None:
            reports.append(new)
            if new.quote:
                speaker = new
        elif speaker and _goes_on(t, speaker, opened):
            speaker.said.append((opened, closed))
    return reports


def _covered(t: Tokens, found: list[Report]) -> set[int]:
    """The opening tokens of the quotations that a report has as what is said, or a part of it."""
    opening = [a for a, _ in t.quotes]
    rise = [0] * (len(opening) + 1)  # how many more reports cover a quotation than the one before
    for report in found:
        inside = t.quote[report.cue[0]]
        for a, b in report.said:
            k = t.quote[a] if t.quote[a] >= 0 else bisect_left(opening, a)
            k += k == inside
            stop = bisect_right(opening, b)
            if k < stop:
                rise[k] += 1
                rise[stop] -= 1
    return {a for a, depth in zip(opening, accumulate(rise), strict=False) if depth}


def _introduced(t: Tokens, opened: int, closed: int) -> Report | None:
    """Quoted words inside a sentence or behind a colon: its verb's subject says them."""
    low = t.first[t.sentence[opened]]
    behind_stop = opened == low
    at = opened
    if behind_stop:
        if not opened or t.tag[opened - 1] not in ("break", ":") or opened < 2:
            return None
        back = opened - 1
        while back > 0 and t.tag[back] == "break":
            back -= 1
        if t.tag[back] != ":":
            return None
        at, low = back, t.first[t.sentence[back]]
    verbs = [k for k in range(at - 1, max(low, at - _NEAR) - 1, -1) if t.quote[k] < 0 and verblike(t, k)]
    if behind_stop:
        verbs.sort(key=lambda k: VERB_FORMS.get(t.word[k], ("", ""))[1] not in CLAUSAL)
    for k in verbs:
        if t.tag[k] == "aux" and k + 1 < at and verblike(t, k + 1):
            continue
        who = subject(t, k)
        if who and who.last < opened and t.word[who.first] not in ("it", "there", "this", "that", "which"):
            manner = VERB_FORMS.get(t.word[k], ("say", ""))[0]
            full = behind_stop or t.tag[opened - 1] in (":", ",")
            said = (opened, closed)
            return Report(
                (who.first, who.last),
                (k, k),
                [said],
                (who.first, opened - 1),
                "initial",
                manner,
                "quote",
                full,
                True,
            )
    return None


def _goes_on(t: Tokens, speaker: Report, opened: int) -> bool:
    """Whether a quotation goes on with an earlier one: in its paragraph, or as the next paragraph."""
    here, there = t.sentence[opened], t.sentence[speaker.cue[0]]
    there = max(there, t.sentence[speaker.said[-1][1]])
    if t.first[here] != opened:
        return t.paragraph[here] == t.paragraph[there]
    return t.paragraph[here] - t.paragraph[there] <= 2


def transcripts(t: Tokens) -> list[Report]:
    """What stands behind "NAME:" at the beginning of a paragraph, to its end."""
    found = []
    for number, first in enumerate(t.first):
        if number and t.paragraph[number] == t.paragraph[number - 1]:
            continue
        k = first
        while k <= t.last[number] and k - first < 6 and (t.tag[k] in ("word", "det") and t.capital(k)):
            k += 1
        if k > first and k < t.last[number] and t.tag[k] == ":":
            last = number
            while last + 1 < len(t.first) and t.paragraph[last + 1] == t.paragraph[number]:
                last += 1
            end = sentence_end(t, t.first[last])
            if end > k:
                found.append(
                    Report((first, k - 1), (k, k), [(k + 1, end)], (first, k), "initial", "say", "say", True)
                )
    return found
