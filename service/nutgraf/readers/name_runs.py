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


_WORD = re.compile(
    r"""(?<![^\W_])(?![a-z]+(?![-’'&]?[^\W_]))(?:
    (?:[A-Z]\.){2,}
    | [A-Z]\.(?=[ \u00a0]?[A-Z](?:[^\W_]|\.))
    | (?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Capt|Sgt|Maj|Sen|Rep|Gov|Rev|Hon|Supt|Det|Insp|Cmdr|Adm)\.
    | (?:St|Ste|Mt|Ft|Jr|Sr)\.
    | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\ \d)
    | [^\W\d_][^\W_]*(?:[-\u2010\u2011’'&][^\W_]+)*
    )""",
    re.VERBOSE,
)  # every word that is not all small letters
HYPHEN = re.compile(r"[-\u2010\u2011]")
JOINERS = ("of", "for", "on")
_OWNER = re.compile(r"(.+?)[’'][sS]$")
_CONTRACTED = re.compile(r"(?:n[’']t|[’'](?:ll|re|ve|d|m))$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|Inc|Ltd)\.?")  # the only words that join across a comma
_PARTICLES = "|".join(sorted(words.PARTICLES))
_BETWEEN = re.compile(
    rf"[ \u00a0](?:(?P<joiner>of|for|on|and)(?P<the> the)?|(?:{_PARTICLES})(?: (?:{_PARTICLES})){{0,2}})"
    r"[ \u00a0]"
)
_FARTHEST = 20  # characters between the words of one name
_OPENING = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(words.OPENING_PARTICLES))})(?: (?:{_PARTICLES}))* $")
_SMALL = re.compile(r"[a-z]+")
_LAST = re.compile(r"([A-Za-z]+|\d+)\W{1,3}$")


def runs(text: str) -> Iterator[list[Word]]:
    """The runs of `text`, in order. A run begins with a capitalised word or with a particle before one."""
    found = [
        word for match in _WORD.finditer(text) if (word := _capitalised(match[0], match.start())).capital
    ]
    run: list[Word] = []
    for i, word in enumerate(found):
        if run and (between := _between(text, run, word, found[i + 1 : i + 2])) is not None:
            run += [*between, word]
            continue
        if run:
            yield from _without_dates(text, run)
        begins = word.text not in words.FUNCTION_WORDS or _is_hague(text, word)
        run = [*_opening_particles(text, word), word] if begins else []
    if run:
        yield from _without_dates(text, run)


def _capitalised(word: str, start: int) -> Word:
    closes = opens = False
    if _CONTRACTED.search(word):
        return Word(word, start, start + len(word), capital=False)
    if owner := _OWNER.match(word):
        word, closes = owner[1], True
    first, *others = HYPHEN.split(word)
    if others and others[-1] in words.COMPOUND_ENDINGS:
        word, closes = word[: -len(others[-1]) - 1], True
    elif others and (first in words.PREFIXES or first.islower()) and first not in words.NO_PREFIXES:
        cut = len(first) + 1
        word, start, opens = word[cut:], start + cut, True
    capital = word not in words.EMPHATIC and any(part[:1].isupper() for part in HYPHEN.split(word))
    return Word(word, start, start + len(word), capital, closes, opens)


def _is_hague(text: str, word: Word) -> bool:
    return text.startswith("The Hague", word.start)


def _opening_particles(text: str, word: Word) -> list[Word]:
    found = _OPENING.search(text, max(0, word.start - 20), word.start)
    if found is None or found[0] == "van ":  # "the van Rossum drove"
        return []
    return _small_words(text, found.start(), word.start)


def _small_words(text: str, start: int, end: int) -> list[Word]:
    return [Word(m[0], m.start(), m.end(), capital=False) for m in _SMALL.finditer(text, start, end)]


def _between(text: str, run: list[Word], right: Word, after: list[Word]) -> list[Word] | None:
    """The small words between a run and the capitalised word `right`, if that joins the run; else None."""
    left = run[-1]
    if left.closes or right.opens or (right.text in words.FUNCTION_WORDS and not _is_hague(text, right)):
        return None
    if right.start - left.end > _FARTHEST:
        return None
    gap = text[left.end : right.start]
    if gap in (" ", "\u00a0", " & ") or (gap == "" and left.text.endswith(".")):
        return []
    if gap == ", ":
        return [] if _SUFFIX.fullmatch(right.text) else None
    between = _BETWEEN.fullmatch(gap)
    if between is None or is_calendar(right.text):
        return None
    joiner = between["joiner"]
    if joiner == "and" and (between["the"] or not _takes_and(run, right, after)):
        return None
    if joiner in JOINERS and not _takes(run, joiner):
        return None
    return _small_words(text, left.end, right.start)


def _takes(run: list[Word], joiner: str) -> bool:
    """ "Ministry of Trade", "Council on Health", but not "Vell of Tervan", "Trade Centre on Monday"."""
    head = run[-1].text
    if joiner == "on":
        return head in words.ON_HEADS
    return head in words.OF_HEADS or (len(run) > 1 and head.rstrip("s") in words.OF_HEADS)


def _takes_and(run: list[Word], right: Word, after: list[Word]) -> bool:
    """ "Ministry of Trade and Industry", but not "Ministry of Trade and President Faro"."""
    if run[0].text not in words.AND_HEADS or not any(word.text in JOINERS for word in run):
        return False
    return not any(word.text in words.TITLES for word in (right, *after))


def is_calendar(word: str) -> bool:
    """Whether `word` is a month or a weekday."""
    return word in words.MONTHS or word in words.WEEKDAYS


def _without_dates(text: str, run: list[Word]) -> Iterator[list[Word]]:
    """Cut a run at weekdays and months; they are runs of their own."""
    if not any(is_calendar(word.text) for word in run):
        yield run
        return
    last = _LAST.search(text, max(0, run[0].start - 12), run[0].start)
    dated = last is not None and (last[1].isdigit() or last[1].lower() in words.BEFORE_DATES)
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
