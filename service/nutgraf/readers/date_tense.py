"""Does the verb of a date look back or ahead? A sentence and the span of a date phrase in, the tense out."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from .date_context import Tense

_IRREGULAR = (
    "was were had did said told went came took made held met won lost sold bought fell rose struck hit"
    " began left found gave sent"
    " shot broke became led paid fled beat drew wrote spoke got ran saw put grew fought brought sought"
    " thought caught flew stood"
    " swore wore sank sang drove threw taught stole hid tore woke chose built spent kept felt heard quit"
).replace(" ", "|")
# "agreed to sell it in February": what such a word looks ahead to is done after it.
_HEADS = (
    "agreed|agrees?|vow(?:s|ed)?|promis(?:es?|ed)|pledg(?:es?|ed)|decid(?:es?|ed)|intend(?:s|ed)|want(?:s|ed)"
    "|threaten(?:s|ed)|offer(?:s|ed)|order(?:s|ed)|ask(?:s|ed)|urg(?:es?|ed)|expect(?:s|ed)|hop(?:es?|ed)"
    "|vot(?:es?|ed)|prepar(?:es?|ed|ing)|plann(?:ed|ing)|plans?|scheduled|slated|set|supposed|poised|about"
    "|due|likely|ready|going|is|are|was|were"
)
_MODALS = "will|would|shall|could|may|might|should|must|can|plann?(?:s|ed|ing)?|hopes?|hoping|intends?|to be"
_TIMETABLE = (
    "meets?|leaves?|arrives|begins|opens|launches|starts|votes|travels|visits|returns|resumes|expires?"
    "|ends|faces|takes? effect"
)
# "The vote is on Friday", "they are meeting on Friday".
_PRESENT = (
    "(?:is|are)(?= (?:on|at|in|up for|for|due|midnight|noon|early|late|next|this|not (?:un)?till?)\\b)"
    "|(?:is|are) (?:[a-z]{2,20}ly )?[a-z]{2,20}ing"
)
_NOBODY = "[Nn]either|[Nn]or|[Nn]o one|[Nn]obody|[Nn]one"
# Words that only look like a verb; verbs of what is over; of what is ahead; of the past.
_VERB = re.compile(
    r"(?P<idle>\b(?:an?|the|its|their|his|her|this|that) (?:still |newly |[a-z]{2,20}ly )?[a-z]{2,20}ed (?=[a-z])"
    r"|\bas planned\b)"
    r"|(?P<over>\b(?:would|could|should|might|may|must|was to|were to) (?:not )?have\b|\bcould(?: not|n['’]t)\b"
    rf"|\b(?:{_NOBODY})\b[^,;]{{0,60}}? could\b)(?: been)?(?: [a-z]+)?"
    rf"|(?P<future>(?:\b(?:(?:{_HEADS}) to(?= [a-z])|{_MODALS}|{_PRESENT}|ahead of|upcoming"
    rf"|(?:scheduled|expected|slated|set|due) for|(?<!to )(?:{_TIMETABLE}))\b|['’]ll\b)"
    r"(?: (?:not|also|then|be|have|[a-z]+ly)){0,3}(?: [a-z]+(?:ed|t|id))?)"
    rf"|(?P<past>\b(?:{_IRREGULAR}|(?!hundred|indeed|need|speed|seed|feed|exceed|proceed)[a-z]{{2,30}}ed)\b)"
)
_AHEAD = re.compile(
    r"\b(?:until|till|by|as (?:soon|early|late) as|effective|payable|due|scheduled for|set for|planned for"
    r"|slated for|expected)(?: on| in)?\s*$"
)
_SHORT = (
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Co|Lt|No|Jr|Sr))(?<!\b(?:Mrs|Gen|Rep|Sen|Gov|Inc|Ltd|Sgt|Col|Rev))"
    r"(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?<!\b(?:Corp|Sept|Prof|Capt))"
)
_BREAK = re.compile(
    rf"(?:[;:!?“”\"]|{_SHORT}\.)['’”\"]{{0,2}}(?=\s|$)|,(?=\s+(?:but|while|after|before|when|who|which|and)\b)"
    r"|\b(?:after|when|since|who|which|because|whom|where|while)\b"
)


# "Wednesday's ruling" is over, "before Wednesday's vote" is not: the verb of the sentence does not say.
_OF_A_NOUN = re.compile(r"['’]s? ")
_BEFORE_IT = re.compile(r"\b(?:ahead of|before|until|till|for|awaits?|awaiting)\s+(?:the\s+)?$")
_RECORD = re.compile(
    r"(?i)\b(?:first|second|third|only|best|worst|most|least|[a-z]{2,12}est|times?)\b[^,;.]{0,50}$"
)
# "It was not found until Friday".
_NOT = re.compile(
    r"(?:\b(?:not|never|nobody|none|un(?:known|aware|able|seen|noticed))|n['’]t)\b[^,;.]{0,60}\buntil\s+$"
)
_ONCE = re.compile(r"\b(?:as soon as|once|until|till|by the time)\b")


def tense(sentence: str, start: int, end: int) -> Tense | None:
    """The tense of the nearest verb before the date in its clause, else of the first behind it, else None.

    A whole article may be given for the sentence: a verb some hundred characters away is not looked at.
    """
    verbs, breaks = _verbs(sentence), _breaks(sentence)
    at = bisect_right(breaks, (start, start))
    opened = max(breaks[at - 1][1] if at else 0, start - _REACH)
    first = bisect_left(verbs, start, key=_ends)
    before = [
        verb
        for verb in verbs[max(0, first - 12) : first + 1]
        if opened <= verb.start() and verb.end() <= start
    ]
    if before and not before[-1]["future"] and _NOT.search(sentence, max(opened, start - 90), start):
        return "past"
    if _AHEAD.search(sentence, max(0, start - 24), start) and not any(verb[0] == "had" for verb in before):
        return "future"
    if _OF_A_NOUN.match(sentence, end) and before:
        return "future" if _BEFORE_IT.search(sentence, max(0, start - 24), start) else "past"
    if before:
        ahead = len(before) > 1 and before[-2]["future"]
        if ahead and _ONCE.search(sentence, before[-2].end(), before[-1].start()):
            return "future"  # "they would sell as soon as trading opened on Monday"
        return _of(before[-1])
    after = bisect_left(breaks, (end, end))
    closed = min(breaks[after][0] if after < len(breaks) else len(sentence), end + _REACH)
    behind = next((verb for verb in verbs[first : first + 3] if verb.start() >= end), None)
    return _of(behind) if behind and behind.end() <= closed else None


def is_ahead(sentence: str, start: int, end: int) -> bool:
    """Whether "in five years" is a date to come: "the worst in five years" is not, nor what took them."""
    return tense(sentence, start, end) == "future" and not _RECORD.search(sentence, max(0, start - 90), start)


@lru_cache(maxsize=8)
def _verbs(text: str) -> tuple[re.Match[str], ...]:
    return tuple(match for match in _VERB.finditer(text) if not match["idle"])


@lru_cache(maxsize=8)
def _breaks(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _BREAK.finditer(text))


def _ends(verb: re.Match[str]) -> int:
    return verb.end()


def _of(verb: re.Match[str]) -> Tense:
    return "future" if verb["future"] else "past"


_REACH = 400
"""Characters. A verb farther away belongs to another clause."""
