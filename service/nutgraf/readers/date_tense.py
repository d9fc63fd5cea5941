"""Does the verb of a date look back or ahead? A sentence and the span of a date phrase in, the tense out."""

import re

from .date_context import Tense

_IRREGULAR = (
    "was were had did said told went came took made held met won lost sold bought fell rose struck hit"
    " began left found gave sent"
    " shot broke became led paid fled beat drew wrote spoke got ran saw put grew fought brought sought"
    " thought caught flew stood"
    " swore wore sank sang drove threw taught stole hid tore woke chose built spent kept felt heard quit"
).replace(" ", "|")
_VERB = re.compile(
    r"(?P<future>\b(?:(?:is|are|was|were) to(?= [a-z])|will|would|shall|could|may|might|should|must|can|plans?|planning|hopes?|intends?"
    r"|to be|going to|ahead of|upcoming|due"
    r"|(?:scheduled|expected|slated|planned|set|supposed|poised|about) (?:to|for)|meets?|leaves?|arrives?"
    r"|begins?|opens?|starts|votes|travels"
    r"|visits|returns|resumes|expires?|ends|faces|takes? effect)\b|['’]ll\b)(?: (?:not|also|then|be|have"
    r"|\w+ly))*(?: [a-z]+(?:ed|t|id))?"
    rf"|(?P<past>\b(?:{_IRREGULAR}|(?!hundred|indeed|need|speed|seed|feed|exceed|proceed)[a-z]{{2,}}ed)\b)"
)
_AHEAD = re.compile(
    r"\b(?:until|till|by|as (?:soon|early|late) as|effective|payable|due|scheduled for|set for|planned for"
    r"|slated for|expected)(?: on| in)?\s*$"
)
_BREAK = re.compile(
    r"[;:.!?“”\"](?=\s|$)|,(?=\s+(?:but|while|after|before|when|who|which|and)\b)|\b(?:after|when|since"
    r"|who|which|because|whom|where|while)\b"
)


def tense(sentence: str, start: int, end: int) -> Tense | None:
    """The tense of the nearest verb before the date in its clause, else of the first behind it, else None."""
    opened = [match.end() for match in _BREAK.finditer(sentence, 0, start)]
    before = list(_VERB.finditer(sentence, opened[-1] if opened else 0, start))
    if _AHEAD.search(sentence, max(0, start - 24), start) and not any(
        verb.group() == "had" for verb in before
    ):
        return "future"
    if before:
        return _of(before[-1])
    closed = _BREAK.search(sentence, end)
    behind = _VERB.search(sentence, end, closed.start() if closed else len(sentence))
    return _of(behind) if behind else None


def _of(verb: re.Match[str]) -> Tense:
    return "future" if verb["future"] else "past"
