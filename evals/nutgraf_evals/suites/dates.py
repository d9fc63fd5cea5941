"""What day is meant? Given date phrases, read in their sentence, against the set's first and last days.

Given are the phrase's span, its sentence, the publication date and the other phrases with theirs, never a value.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from nutgraf.readers import dated
from nutgraf.readers.calendar import MONTHS, bounds
from nutgraf_evals.marks import Counts, Document, Figures, Marks, Miss, Place, Suite, share
from nutgraf_evals.reading import around, read

Days = tuple[date | None, date | None]

_MONTH = "|".join(MONTHS)
_EXPLICIT = (
    re.compile(r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)"),
    re.compile(rf"(?:\w+day,? )?(?P<month>{_MONTH}) (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})"),
    re.compile(rf"(?:\w+day,? )?(?P<day>\d{{1,2}}) (?P<month>{_MONTH}),? (?P<year>\d{{4}})"),
    re.compile(rf"(?P<month>{_MONTH}),? (?P<year>\d{{4}})"),
    re.compile(r"(?P<year>\d{4})"),
)
_LENGTH = re.compile(
    r"(?i)(?:(?:the|last|past|next|previous|for|some|about) ){0,3}"
    r"(?:\d+|\w+|a few|several|a couple of)[ -](?:year|decade|month|week|day|hour)s?(?:-old)?"
)
_NO_LENGTH = re.compile(
    r"(?i)(?:the |this |last |next |past |that |each |every )*(?:\w+ )?(?:year|month|week|day)"
)


def mark(document: Document) -> Marks:
    labels = sorted(document.of_type("timex"), key=lambda label: label["start"])
    places = [(label["start"], label["end"]) for label in labels]
    counts: Counts = Counter()
    misses = []
    for label, answer in zip(labels, dated.read(given(document, places), places, document.date), strict=True):
        answered = answer.edtf is not None
        if document.dataset == "tbaq" and (label["timex_type"] != "DATE" or not label["edtf"]):
            name = label["timex_type"] if label["timex_type"] != "DATE" else "DATE_without_value"
            counts += Counter({f"other {name} n": 1, f"other {name} dated": answered})
            continue
        wanted, words = days(label["edtf"]), document.text[label["start"] : label["end"]]
        right = answered and (answer.first, answer.last) == wanted
        length = _is_length(words)
        counts += Counter(
            {
                "n": 1,
                "answered": answered,
                "right": right,
                "length n": length,
                "length right": length and right,
                "naive right": _naive(words, document.date) == wanted,
            }
        )
        if not right:
            kind = (
                "a length of time" if length else f"another day: {answer.rule}" if answered else answer.reason
            )
            misses.append(Miss(kind or "", label["start"], words))
    return Marks(counts, tuple(misses))


def given(document: Document, places: Iterable[Place]) -> str:
    """The document with blanks for all but the sentences that a phrase stands in."""
    text, sentences = read(document)
    parts, at = [], 0
    for start, end in sorted({around(document.text, sentences, place[0]) for place in places}):
        parts += [" " * (start - at), text.prompt[start:end]]
        at = end
    return "".join([*parts, " " * (len(document.text) - at)])


def days(edtf: str) -> Days | None:
    """First and last day of a value of the set, which may have a clock time or be `[a..b]`; None for no day."""
    value = edtf.split("T")[0]
    if value.startswith("["):
        first, _, last = value.strip("[]").partition("..")
        value = f"{first or '..'}/{last or '..'}"
    try:
        return bounds(value)
    except ValueError:
        return None


def _naive(words: str, published: str | None) -> Days | None:
    """A date that stands there in full, else the day of publication."""
    for pattern in _EXPLICIT:
        if match := pattern.fullmatch(words):
            parts = match.groupdict()
            month = parts.get("number") or (
                f"{MONTHS.index(parts['month']) + 1:02}" if parts.get("month") else ""
            )
            day = f"{int(parts['day']):02}" if parts.get("day") else ""
            return days("-".join(part for part in (parts["year"], month, day) if part))
    return days(published) if published else None


def _is_length(words: str) -> bool:
    """Whether the words tell a length of time ("11-year"), which the set counts as a date."""
    return bool(_LENGTH.fullmatch(words)) and not _NO_LENGTH.fullmatch(words)


def _score(counts: Counts) -> Figures:
    figures: dict[str, Any] = {
        "value": share(counts["right"], counts["n"]),
        "of_answered": share(counts["right"], counts["answered"]),
        "answered": counts["answered"],
        "lengths_of_time": {
            "n": counts["length n"],
            "value": share(counts["length right"], counts["length n"]),
            "value_without": share(
                counts["right"] - counts["length right"], counts["n"] - counts["length n"]
            ),
        },
    }
    others = sorted(name.split()[1] for name in counts if name.startswith("other ") and name.endswith(" n"))
    if others:
        figures["given_a_date"] = {
            name: f"{counts[f'other {name} dated']} of {counts[f'other {name} n']}" for name in others
        }
    return figures


SUITE = Suite(
    question="What day is meant?",
    sets=("tbaq", "gum_news"),
    unit="date phrases",
    mark=mark,
    score=_score,
    baseline=lambda counts: {
        "value": share(counts["naive right"], counts["n"]),
        "what": "a date written in full, else the day of publication",
    },
)
