"""What is said: tokens, a cue and who says it in, the ranges of tokens that are said out."""

from itertools import pairwise

from .report_groups import verblike
from .report_phrases import Range, phrase_behind
from .report_tokens import Tokens
from .report_words import CLAUSAL, TELLS

_FAR = 14
_LONGEST = 150
_LEADS = frozenset(
    "in on at by after before during despite since for from under with without as when while if although though"
    " because until meanwhile however earlier later last this next today yesterday separately asked speaking still"
    " instead also moreover but and so yet then now amid given following unlike like over between among through".split()
)
_FOLLOWS = frozenset(("prep", "date", "adv", "to", "coo"))


def sentence_end(t: Tokens, at: int) -> int:
    """The last token of the sentence that is no stop: what is said ends there at the latest."""
    last = t.last[t.sentence[at]]
    while last > at and t.tag[last] in ("break", "end") and t.quote[last] < 0:
        last -= 1
    return last


def ahead(t: Tokens, cue: int, base: str, *, clause: bool) -> Range | None:
    """What stands behind the cue: from its "that", quotation or object to the end of the clause."""
    end = sentence_end(t, cue)
    if t.quote[cue] >= 0:
        end = min(end, t.quotes[t.quote[cue]][1] - 1)
    at = cue + 1
    if base in TELLS and at <= end and t.tag[at] in ("word", "det", "obj", "pro"):
        told = phrase_behind(t, at, end)
        if told and told[1] < end:
            after = told[1] + 1
            if (
                base == "tell"
                or t.tag[after] in ("sub", "open", "rel")
                or t.word[after] in ("about", ":", "of")
            ):
                at = after
    start = _opening(t, at, end, clause)
    if start > end:
        return (
            _next_paragraph(t, end)
            if t.tag[min(end, start)] == ":" or t.tag[cue + 1 : cue + 2] == [":"]
            else None
        )
    if t.tag[start] == "open" and t.quote[start] >= 0:
        close = t.quotes[t.quote[start]][1]
        if (
            close >= end
            or t.tag[close + 1] in (",", "dash", ";", "coo", "sub", "(")
            or t.tag[close - 1] in (",", "end")
        ):
            return start, close
    if start == end and t.tag[end] == ":":
        return _next_paragraph(t, end)
    last = _clause_end(t, start, end, clause and _is_clause(t, start, base))
    if t.quote[last] >= 0 and t.quote[last] != t.quote[cue]:
        last = t.quotes[t.quote[last]][1]
    return start, last


def _next_paragraph(t: Tokens, end: int) -> Range | None:
    """The paragraph behind a colon that ends this one."""
    at = end + 1
    while at < len(t.tag) and t.tag[at] == "break":
        at += 1
    if at >= len(t.tag) or at == end + 1:
        return None
    number = t.sentence[at]
    while number + 1 < len(t.first) and t.paragraph[number + 1] == t.paragraph[t.sentence[at]]:
        number += 1
    return at, max(at, sentence_end(t, t.first[number]))


def _opening(t: Tokens, at: int, end: int, clause: bool) -> int:
    """Where what is said begins: past "on Monday", "in a statement" and a comma before "that" or a quotation."""
    if not clause or at > end:
        return at
    for k in range(at, min(end, at + _FAR)):
        tag = t.tag[k]
        if t.word[k] == "that" and (k == at or t.tag[k - 1] not in ("prep",)):
            return k if k == at or t.tag[at] in _FOLLOWS or t.tag[at] == "," else at
        if tag == "open":
            return k if k == at or t.tag[k - 1] in (",", ":") else at
        if tag in ("sub", "pro", "rel", ";", "dash", "close") or (k > at and verblike(t, k) and tag != "aux"):
            break
    while at < end and t.tag[at] in (",", ":", "dash"):
        at += 1
    return at


def _is_clause(t: Tokens, start: int, base: str) -> bool:
    return t.tag[start] in ("sub", "pro", "open", "rel") or base in CLAUSAL


def _clause_end(t: Tokens, start: int, end: int, whole: bool) -> int:
    """The end of a clause or of an object: objects end at a comma, a subordinate clause or another verb."""
    if whole:
        for k in range(start + 3, min(end, start + _LONGEST)):
            if t.word[k] == "but" and t.tag[k - 1] == "," and t.quote[k] == t.quote[start]:
                return k - 2
        return end
    end = min(end, start + _LONGEST)
    for k in range(start + 1, end + 1):
        tag = t.tag[k]
        if t.quote[k] >= 0 and t.quote[k] != t.quote[start]:
            continue
        if tag in (";", "break") or (
            tag == "close" and t.quote[start] >= 0 and k == t.quotes[t.quote[start]][1]
        ):
            return k - 1
        if tag == ",":
            following = t.tag[k + 1] if k < end else ""
            if following in ("coo", "pro") or (
                following == "sub" and t.word[k + 1] not in ("including", "from")
            ):
                return k - 1
        if (
            tag == "sub"
            and t.word[k] not in ("that", "how", "what", "why", "where", "whether", "as", "than", "so")
            and k > start + 1
        ):
            return k - 1
        if (
            tag == "coo"
            and k < end
            and t.word[k] in ("and", "but")
            and (verblike(t, k + 1) or t.tag[k + 1] in ("adv", "pro"))
        ):
            return k - 1
    return end


def behind(t: Tokens, first: int, cue: int, inverted: bool, last: int) -> tuple[list[Range], bool] | None:
    """What stands before the frame, and behind it when the frame is set into it; None when nothing does.

    The frame is the tokens `first` to `last`. The flag says that it is a quotation.
    """
    low, end = t.first[t.sentence[cue]], sentence_end(t, cue)
    at = first - 1
    if at - 1 > low and t.word[at] == "as" and t.tag[at - 1] in (",", "dash"):
        at -= 1  # ", as the mayor said"
    if at < low and not (at >= 0 and t.tag[at] == "close" and t.quote[at] >= 0):
        return None
    if at < low and not _final(t, last, end, inverted):
        return None  # a sentence of its own, which has its own content
    sign = at - (t.tag[at] in (",", "dash"))
    if sign < 0:
        return None
    if t.tag[sign] == "close" and t.quote[sign] >= 0:
        said = t.quotes[t.quote[sign]]
        stop = t.tag[sign - 1] in (",", "end", "dash") or t.tag[at] in (",", "dash")
        if stop and sign > said[0] + 1:
            whole = _whole_quote(t, said, low)
            return [whole, *_second_half(t, last, end)], True
        return None
    if t.tag[at] not in (",", "dash") and t.tag[at] != "end":
        return None
    start = low
    while start < sign and t.tag[start] in ("coo", "adv", ",", "break"):
        start += 1
    if sign - start < 1 or not _final(t, last, end, inverted):
        return None
    rest = _second_half(t, last, end)
    if not (_is_told(t, start, sign) or (rest and not _leads(t, start))):
        return None
    return [(start, sign), *rest], False


def _is_told(t: Tokens, start: int, last: int) -> bool:
    """Whether the words before a frame are what is said, and no mere adverbial ("On Monday, police said")."""
    near = max(start, last - _LONGEST)
    commas = [k for k in range(near, last) if t.tag[k] == ","]
    if not commas and _leads(t, start):
        acts = any(verblike(t, k) for k in range(near, last + 1))
        return acts and t.tag[start] == "prep" and last - start > 3
    for a, b in pairwise([start - 1, *commas, last + 1]):
        if not _leads(t, a + 1) and (b - a > 4 or any(verblike(t, k) for k in range(a + 1, b))):
            return True
    return False


def _leads(t: Tokens, at: int) -> bool:
    """Whether an adverbial begins here."""
    return t.word[at] in _LEADS or t.tag[at] == "sub" or t.word[at].endswith("ing")


def _whole_quote(t: Tokens, said: Range, low: int) -> Range:
    """A quotation with the words of its sentence before it: `It was “a farce,” he said`."""
    start = said[0]
    if (
        start > low
        and t.sentence[start] == t.sentence[low]
        and t.tag[start - 1] not in (",", ":", "break", "end")
    ):
        return low, said[1]
    return said


def _final(t: Tokens, last: int, end: int, inverted: bool) -> bool:
    """Whether nothing but when, where and to whom follows the frame in its part of the sentence."""
    k = last + 1
    end = min(end, last + _LONGEST)
    while k <= end and t.tag[k] not in (",", "dash", "close", ";", "break"):
        if k == last + 1 and t.tag[k] not in _FOLLOWS and not inverted and t.tag[k] not in ("word", "det"):
            return False
        if verblike(t, k) or t.tag[k] in ("sub", "pro", "rel"):
            return False
        if k == last + 1 and t.word[k] in ("of", "about", "for", "to"):
            return False
        k += 1
    return True


def _second_half(t: Tokens, last: int, end: int) -> list[Range]:
    """What goes on behind a frame: `“We lost,” he said, “and we know it.”`"""
    k = last + 1
    while k < end and k - last < _FAR and t.tag[k] not in (",", "dash", ":"):
        if verblike(t, k):
            return []
        k += 1
    if k >= end or t.tag[k] not in (",", ":", "dash"):
        return []
    if t.tag[k + 1] == "open":
        return [(k + 1, min(t.quotes[t.quote[k + 1]][1], end))]
    word = t.word[k + 1]
    if (
        k == last + 1
        and not word.endswith("ing")
        and t.tag[k + 1] not in ("rel", "coo")
        and word not in ("which", "as")
    ):
        return [(k + 1, end)]
    return []


def around(t: Tokens, first: int, last: int) -> list[Range]:
    """What stands on both sides of a passive cue."""
    low, end = t.first[t.sentence[first]], sentence_end(t, first)
    start = low
    for k in range(first - 1, max(low, first - _LONGEST), -1):
        if t.tag[k] in (";", "dash", "sub", "open", "close"):
            start = k + 1
            break
    ranges = [(start, first - 1)] if first - 1 >= start else []
    if last < end:
        ranges.append((last + 1, _clause_end(t, last + 1, end, whole=False)))
    return ranges
