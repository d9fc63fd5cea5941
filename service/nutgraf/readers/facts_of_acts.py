"""When and where acts were done: passages and the publication date in, the dates and places of acts out.

Only acts that two sentences tell, each with a date or a place, are read closely.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .contexts import Context, context
from .dated import Dated, dated
from .fact_words import ACTS, OFTEN, OTHER_TIME, TIME
from .facts import Fact
from .passages import Mention, Passage, subject
from .places import country, is_country
from .words import stem

_WORD = re.compile(r"\b(?:[a-z]|[A-Z](?=[a-z]))[a-z]{2,}\b")
_OPEN = re.compile(
    r"\b(?:to|could|may|might|should|can|must|if|unless|whether|not|never|had been due|was due|were due|originally|"
    r"alleged\w*|accused|suspected|deni\w+|almost|nearly|planned|expected|hoped?|hopes|again|second|third|another|"
    r"previous\w*|earlier|first(?! time)|last|later|once|twice|initially|former\w*|before|instead)\b|n[’']t\b",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"\b(?:will|is (?:due |set |expected |scheduled )?to|are (?:due |set |expected )?to)\s(?:be\s)?$"
)
_LOOSE = re.compile(
    r"\b(?:since|until|till|by|before|after|from|between|of|for|than|over|within|ago|to|the|a|an|its|his|their|her)\s+$",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\b(?:in|at|near|outside)\s(?:(?:the|a|an)\s)?(?:[a-z][\w-]*\s){0,4}(?:of\s)?$")
NEAR = 70
"""Characters between a verb and its date or place."""


def acts(passages: Sequence[Passage], published: str | None) -> Iterator[Fact]:
    """The dates and the places of the acts that are told in more than one sentence."""
    told: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for index, passage in enumerate(passages):
        if not (TIME.search(passage.text) or passage.mentions):
            continue
        for word in _WORD.finditer(passage.text):
            if act := ACTS.get(word[0].lower()):
                told[act].append((index, word))
    dates: dict[int, tuple[Dated, ...]] = {}
    for act, verbs in told.items():
        timed = [(index, word) for index, word in verbs if TIME.search(passages[index].text)]
        if len({index for index, _ in timed}) > 1:
            for index, word in timed:
                if index not in dates:
                    dates[index] = dated(passages[index].text, published)
                yield from _date(passages, index, word, act, dates[index])
        if len({index for index, _ in verbs}) > 1:
            for index, word in verbs:
                yield from _place(passages, index, word, act)


def _date(
    passages: Sequence[Passage], index: int, verb: re.Match[str], act: str, dates: Sequence[Dated]
) -> Iterator[Fact]:
    passage = passages[index]
    around = context(passage, verb.start(), verb.end())
    found = [
        d
        for d in dates
        if d.edtf
        and around.start <= d.start
        and d.end <= around.end
        and not _LOOSE.search(passage.text, max(0, d.start - 12), d.start)
        and not d.text.lower().startswith("since")
        and (0 <= d.start - verb.end() <= NEAR or d.start - around.start < 5)
    ]
    if (
        len(found) != 1
        or found[0].first is None
        or found[0].last is None
        or _is_open(passage, around, found[0])
    ):
        return
    [when] = found
    yield _fact(
        passages,
        index,
        verb,
        act,
        around,
        "date",
        when.start,
        when.end,
        (found[0].first.toordinal(), found[0].last.toordinal()),
        "",
    )


def _place(passages: Sequence[Passage], index: int, verb: re.Match[str], act: str) -> Iterator[Fact]:
    passage = passages[index]
    if act in OFTEN and act not in ("meeting", "opening"):
        return
    named = next(
        (
            m
            for m in passage.mentions
            if 0 <= m.start - verb.end() <= NEAR
            and m.kind in ("place", "other")
            and _WHERE.search(passage.text, verb.end(), m.start)
            and not re.search(r"[,;:]", passage.text[verb.end() : m.start])
        ),
        None,
    )
    if named is None:
        return
    around = context(passage, verb.start(), verb.end())
    if around.start <= named.start < around.end and not _is_open(passage, around, None):
        yield _fact(passages, index, verb, act, around, "place", named.start, named.end, (0, 0), named.entity)


def _is_open(passage: Passage, around: Context, date: Dated | None) -> bool:
    """Whether the clause is of an act that did not happen, may not, or happened another time."""
    text = passage.text[around.start : around.end]
    if date:
        text = passage.text[around.start : date.start] + passage.text[date.end : around.end]
    return bool(_OPEN.search(text))


def _fact(
    passages: Sequence[Passage],
    index: int,
    verb: re.Match[str],
    act: str,
    around: Context,
    kind: str,
    start: int,
    end: int,
    days: tuple[int, int],
    word: str,
) -> Fact:
    passage = passages[index]
    planned = bool(_WILL.search(passage.text, max(0, verb.start() - 24), verb.start()))
    return Fact(
        "date" if kind == "date" else "place",
        f"{kind} of {act}",
        planned,
        passage.text[start:end],
        passage.offset + start,
        passage.offset + end,
        index,
        subject=subject(passage, verb.start()),
        low=days[0],
        high=days[1],
        word=word,
        context=around,
        shared=2 if act in OFTEN else 1,
        ignored=frozenset(stem(form) for form, name in ACTS.items() if name == act),
    )
