"""Phrases that an LLM copied: words and a text in, where they stand and what they are about out."""

import re
from collections.abc import Iterator, Sequence

from .name_words import MONTHS, WEEKDAYS, word_set
from .names import Name
from .words import FUNCTION_WORDS

Place = tuple[int, int]

LONGEST = 8
"""Words of a noun phrase that is taken for a participant."""

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_EDGES = " \t\n\r\u00a0,.;:–—-\"'“”‘’()[]"
_PREPOSITION = re.compile(
    r"\b(?:of|for|from|in|at|on|by|with|to|against|between|about|over|under|near|after|before|behind|than|as)\b"
)
_TAIL = re.compile(
    r"\s*(?:$|[,;(\[–—\"”]|--|"
    r"(?:who|whom|whose|which|that|and|or|in|at|from|of|on|near|with|for|is|was)\b)"
)
_RELATIVE = re.compile(
    r"[,;](?!\d)|\s(?:who|whom|whose|which|that|where|when|while|as|after|before)\s|\s[-–—]{1,2}\s|\s\("
)
_OPENING = word_set(
    "under in at on for from by with to after before during amid since until against as about over"
)
"""What opens a phrase of time, place or manner, not one of somebody."""
_INFINITIVE = re.compile(r"\sto\s[a-z]+\s")
_AND = re.compile(r",? and |, ")
_BELONGS = re.compile(r"(?:and )?(?:\d{1,3}\b(?!-)|(?:from|of|in|at|both)\b|and\b)")
_COUNTING = word_set(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand
    thousands million millions billion dozen dozens scores tens least almost nearly early late last next today
    yesterday tomorrow tonight morning afternoon evening night week month year day days weeks months years
    first second third
    """
)

_PRONOUNS = word_set(
    """
    he she they it we i you him them us me hers theirs who whom whose someone somebody everyone everybody
    anyone anybody nobody others another themselves himself herself itself something everything nothing these
    those
    """
)


def find(words: str, text: str) -> Iterator[Place]:
    """Every place where `words` stand in `text` as whole words, with any white space between them.

    A part of a compound is no whole word: "US" does not stand in "US-Russian".
    """
    parts = words.strip(_EDGES).split()
    if not parts:
        return
    pattern = r"\s+".join(map(re.escape, parts))
    for match in re.finditer(rf"(?<![^\W_])(?<![^\W_]-){pattern}(?!-?[^\W_])", text):
        yield match.span()


def head(start: int, end: int, text: str, names: Sequence[Name]) -> Name | None:
    """The name that the phrase `text[start:end]` is about, of the `names` standing in it, or None.

    "US-Russian dancer Ada Vell" is about Ada Vell; "the lawyer of Ada Vell" and "a Velmark official" are
    about no name. Names, like `start` and `end`, count in `text`.
    """
    for name in names:
        if name.demonym or name.calendar:
            continue
        opening = name.start - len(name.title) - 1 if name.title else name.start
        before, after = text[start : max(start, opening)], text[name.end : end]
        if not _PREPOSITION.search(before) and _TAIL.match(after):
            return name
    return None


def members(start: int, end: int, text: str, names: Sequence[Name]) -> tuple[Place, ...]:
    """The members of a list of names, "Russia and the United States", or the phrase as a whole.

    Age and home stay with the person: "Ada Vell, 62, from Tervan, and Tom Orme" are two.
    """
    cuts = [m.span() for m in _AND.finditer(text, start, end) if not _BELONGS.match(text, m.end(), end)]
    cuts = [(a, b) for a, b in cuts if not any(name.start < a and b < name.end for name in names)]
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end]
    parts = tuple(zip(starts, ends, strict=True))
    inside = ([name for name in names if a <= name.start and name.end <= b] for a, b in parts)
    listed = all(head(a, b, text, found) for (a, b), found in zip(parts, inside, strict=True))
    return parts if listed else ((start, end),)


def trimmed(start: int, end: int, text: str) -> Place:
    """The span without white space and punctuation at its ends."""
    while start < end and _is_edge(text[start]):
        start += 1
    while start < end and _is_edge(text[end - 1]):
        end -= 1
    return start, end


def noun_phrase(start: int, end: int, text: str) -> Place | None:
    """The span of a phrase without the clauses after it, if it is more than a pronoun, a number or a date."""
    cut = _RELATIVE.search(text, start, end)
    if cut is not None:
        end = cut.start()
    start, end = trimmed(start, end, text)
    found = _WORD.findall(text, start, end)
    if len(found) > LONGEST or (found and found[0].lower() in _PRONOUNS | _OPENING):
        return None
    if _INFINITIVE.search(text, start, end):
        return None
    return (start, end) if any(map(_is_content, found)) else None


def _is_edge(sign: str) -> bool:
    return sign in _EDGES or sign.isspace()


def _is_content(word: str) -> bool:
    low = word.lower()
    return not (
        low in FUNCTION_WORDS
        or low in _COUNTING
        or low in _PRONOUNS
        or word in MONTHS
        or word in WEEKDAYS
        or not any(c.isalpha() for c in word)
    )


def has_content(text: str) -> bool:
    """Whether a word stands in `text` that is no function word, number or date."""
    return any(map(_is_content, _WORD.findall(text)))
