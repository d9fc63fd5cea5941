"""Runs of capitalised words: text in, out the words that may make up a name together.

What joins: spaces, "&", initials, particles ("van der"); "of", "for", "on" and "and" after certain heads.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import name_words as words


@dataclass(slots=True)
class Word:
    """A word of the text. Nothing joins it on the right if it `closes`, on the left if it `opens`.

    A possessive and the ending of a compound ("Moscow-based") close, the beginning of one ("pro-Kyiv") opens;
    both stand outside `text`.
    """

    text: str
    start: int
    end: int
    capital: bool
    closes: bool = False
    opens: bool = False


WORD = re.compile(
    r"""(?<![^\W_])(?:
    (?:[A-Z]\.){2,}
    | [A-Z]\.(?=[ \u00a0]?[A-Z](?:[^\W_]|\.))
    | (?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Capt|Sgt|Maj|Sen|Rep|Gov|Rev|Hon|Supt|Det|Insp|Cmdr|Adm)\.
    | (?:St|Ste|Mt|Ft|Jr|Sr)\.
    | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\ \d)
    | [^\W\d_][^\W_]*(?:[-\u2010\u2011’'&][^\W_]+)*
    )""",
    re.VERBOSE,
)
HYPHEN = re.compile(r"[-\u2010\u2011]")
JOINERS = ("of", "for", "on")
_OWNER = re.compile(r"(.+?)[’'][sS]$")
_CONTRACTED = re.compile(r"(?:n[’']t|[’'](?:ll|re|ve|d|m))$", re.IGNORECASE)
_SUFFIXES = {"Jr", "Sr", "Inc", "Ltd"}  # the only words that join across a comma


def runs(text: str) -> Iterator[list[Word]]:
    """The runs of `text`, in order. A run begins with a capitalised word or with a particle before one."""
    found = _words(text)
    i = 0
    while i < len(found):
        if not _begins(found, i):
            i += 1
            continue
        dated = i > 0 and found[i - 1].text.lower() in words.BEFORE_DATES
        run = [*_opening_particles(text, found, i), found[i]]
        while (ahead := _joined(text, found, i, run)) > i:
            run.extend(found[i + 1 : ahead + 1])
            i = ahead
        yield from _without_dates(run, dated)
        i += 1


def _words(text: str) -> list[Word]:
    found = []
    for match in WORD.finditer(text):
        word, start, end = match[0], match.start(), match.end()
        if word.islower():
            found.append(Word(word, start, end, capital=False))
        elif _CONTRACTED.search(word):
            found.append(Word(word, start, end, capital=False, closes=True, opens=True))
        else:
            found.append(_capitalised(word, start))
    return found


def _capitalised(word: str, start: int) -> Word:
    closes = opens = False
    if owner := _OWNER.match(word):
        word, closes = owner[1], True
    first, *others = HYPHEN.split(word)
    if others and others[-1] in words.COMPOUND_ENDINGS:
        word, closes = word[: -len(others[-1]) - 1], True
    elif others and first.islower() and first not in words.PARTICLES | words.ARTICLES:
        cut = len(first) + 1
        word, start, opens = word[cut:], start + cut, True
    capital = word not in words.EMPHATIC and any(part[:1].isupper() for part in HYPHEN.split(word))
    return Word(word, start, start + len(word), capital, closes, opens)


def _begins(found: list[Word], i: int) -> bool:
    if found[i].text == "The" and i + 1 < len(found) and found[i + 1].text == "Hague":
        return True
    return found[i].capital and found[i].text not in words.FUNCTION_WORDS


def _gap(text: str, left: Word, right: Word) -> str:
    return text[left.end : right.start].replace("\u00a0", " ")


def _opening_particles(text: str, found: list[Word], i: int) -> list[Word]:
    first = i
    while first and found[first - 1].text in words.PARTICLES:
        if _gap(text, found[first - 1], found[first]) != " ":
            break
        first -= 1
    while first < i and found[first].text not in words.OPENING_PARTICLES:
        first += 1
    if found[first].text == "van" and first + 1 == i:
        return []  # "the van Rossum drove"
    return found[first:i]


def _joined(text: str, found: list[Word], i: int, run: list[Word]) -> int:
    """Index of the last word of the next part that joins the run ending at `i`, or `i`."""
    if found[i].closes or i + 1 >= len(found):
        return i
    right = found[i + 1]
    gap = _gap(text, found[i], right)
    if right.capital:
        if right.opens or right.text in words.FUNCTION_WORDS:
            return i
        initials = gap == "" and found[i].text.endswith(".")
        suffix = gap == ", " and right.text.rstrip(".") in _SUFFIXES
        return i + 1 if initials or suffix or gap in (" ", " & ") else i
    if gap != " ":
        return i
    j = i + 1
    if right.text in words.PARTICLES:
        while j < len(found) and found[j].text in words.PARTICLES and j - i < 4:
            j += 1
    elif (right.text in JOINERS and _takes_of(run)) or (right.text == "and" and _takes_and(found, i, run)):
        j += 1
        if j < len(found) and found[j].text == "the":
            j += 1
    if j == i + 1 or j >= len(found) or not _begins(found, j) or found[j].opens or is_calendar(found[j].text):
        return i
    return j if all(_gap(text, found[k], found[k + 1]) == " " for k in range(i, j)) else i


def _takes_of(run: list[Word]) -> bool:
    head = run[-1].text
    return head in words.OF_HEADS or (len(run) > 1 and head.rstrip("s") in words.OF_HEADS)


def _takes_and(found: list[Word], i: int, run: list[Word]) -> bool:
    """ "Ministry of Trade and Industry", but not "Ministry of Trade and President Faro"."""
    if run[0].text not in words.AND_HEADS or not any(word.text in JOINERS for word in run):
        return False
    return not any(word.text in words.TITLES for word in found[i + 2 : i + 4])


def is_calendar(word: str) -> bool:
    """Whether `word` is a month or a weekday."""
    return word in words.MONTHS or word in words.WEEKDAYS


def _without_dates(run: list[Word], dated: bool) -> Iterator[list[Word]]:
    """Cut a run at weekdays and months. `dated` says that a word like "in" or "since" stands before it."""
    part: list[Word] = []
    for i, word in enumerate(run):
        named = word.text in words.MONTHS_AND_NAMES and len(run) > 1 and (i > 0 or not dated)
        if not is_calendar(word.text) or named:
            part.append(word)
            continue
        if part:
            yield part
        yield [word]
        part = []
    if part:
        yield part
