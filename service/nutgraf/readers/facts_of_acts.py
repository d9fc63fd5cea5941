"""When and where acts were done: passages and the publication date in, the dates and places of acts out.

Only acts that two sentences tell, each with a date or a place, are read closely.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nutgraf_schemas import ContradictionKind

from .contexts import Place, alike, clause
from .dated import Dated, dated
from .fact_words import ACT_NOUNS, ACTS, OFTEN, SEVERAL, TIME
from .facts import Fact
from .passages import Passage, subject
from .places import country, is_country
from .words import stem

_WORD = re.compile(r"(?<![\w-])[A-Za-z][a-z]{2,}\b")  # no "elected" in "re-elected"
_A_NEW = re.compile(r"\b[Aa]n?\s(?:[\w-]+\s){1,3}$")
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
    r"\b(?:since|until|till|by|before|after|from|between|(?<!hours )(?<!night )(?<!morning )(?<!evening )of|for|than|"
    r"over|within|ago|to|the|a|an|its|his|their|her)\s+$",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\b(?:in|at|near|outside|from)\s(?:(?:the|a|an)\s)?(?:[a-z][\w-]*\s){0,4}(?:of\s)?$")
_OWNED = re.compile(r"(?:\b(?:its|his|her|their)|[\w.]+[’']s?)\s$")
_THE = re.compile(
    r"\b[Tt]he\s(?:[a-z-]+\s)?(?P<noun>(?!(?:was|were|has|had|been|is|are|will)\b)[a-z]+)(?:,?\s(?:which|that))?,?\s(?:(?:was|were|has|had|been|is|are|will|be)\s){0,2}$"
)
_BESIDE = re.compile(
    r",\s|\s\(|[’']s?\s(?:(?:capital|city|town|port|region|suburb|district)\s)?"
    r"|\s(?:(?:city|town|village|port|capital|region|province|suburb|district)\s)?(?:of|in)\s(?:the\s)?"
    r"(?:[a-z]+\s)?"
)
_NEXT_VERB = re.compile(r",\s(?:was|were|is|are|has|have|had|will|would|and)\s")
MOST = 12
"""Acts in one sentence; what has more is a list."""
NEAR = 70
"""Characters between a verb and its date or place."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A word that tells an act, where it stands."""

    act: str
    passage: Passage
    index: int
    start: int
    end: int
    noun: bool
    timed: bool

    def around(self) -> Place:
        return clause(self.passage, self.start, self.end)


def acts(passages: Sequence[Passage], published: str | None) -> Iterator[Fact]:
    """The dates and the places of the acts that are told in more than one sentence."""
    told: dict[str, list[_Told]] = defaultdict(list)
    for index, passage in enumerate(passages):
        timed = TIME.search(passage.text) is not None
        if timed or passage.mentions:
            tellings = list(_tellings(passage, index, timed))
            for act in tellings if len(tellings) <= MOST else ():
                told[act.act].append(act)
    dates: dict[int, tuple[Dated, ...]] = {}
    parts = _parts(passages)
    for tellings_ in told.values():
        every = _of_one(tellings_)
        if len({act.index for act in every if act.timed}) > 1:
            for act in every:
                if act.timed:
                    if act.index not in dates:
                        dates[act.index] = dated(act.passage.text, published)
                    yield from _date(act, dates[act.index])
        if len({act.index for act in every}) > 1 and tellings_[0].act not in OFTEN:
            for act in every:
                if not act.noun:
                    yield from _place(act, parts)


def _of_one(every: Sequence[_Told]) -> Sequence[_Told]:
    """The tellings without those of "a fire" where there are several: each of them may be another fire."""
    new = [act for act in every if _A_NEW.search(act.passage.text, act.around()[0], act.start)]
    return [act for act in every if act not in new] if len(new) > 1 else every


def _tellings(passage: Passage, index: int, timed: bool) -> Iterator[_Told]:
    text = passage.text
    for word in _WORD.finditer(text):
        form, (start, end) = word[0].lower(), word.span()
        noun = form in ACT_NOUNS
        act = ACT_NOUNS.get(form) or ACTS.get(form)
        if act is None or (noun and not _OWNED.search(text, max(0, start - 16), start)):
            continue
        near = timed and (
            TIME.search(text, end, end + NEAR + 12) or TIME.search(text, max(0, start - NEAR), start)
        )
        yield _Told(act, passage, index, start, end, noun=noun, timed=bool(near))


def _date(act: _Told, dates: Sequence[Dated]) -> Iterator[Fact]:
    text, around = act.passage.text, act.around()
    found = [
        d
        for d in dates
        if d.edtf
        and around[0] <= d.start
        and d.end <= around[1]
        and not _LOOSE.search(text, max(0, d.start - 14), d.start)
        and not _NEXT_VERB.search(text, act.end, d.start)
        and (0 <= d.start - act.end <= (len(" in ") if act.noun else NEAR) or d.start - around[0] < 5)
    ]
    if not found:
        return
    when = found[0]
    found = [d for d in found if "," not in text[when.end : max(when.end, d.start)]]
    if not all(when.within(d) for d in found):
        return
    if (
        when.first is None
        or when.last is None
        or _is_open(act, around, when.start, max(d.end for d in found if d.start - when.end < 2))
    ):
        return
    yield _fact(act, "date", when.start, when.end, (when.first.toordinal(), when.last.toordinal()))


def _place(act: _Told, parts: Mapping[str, str]) -> Iterator[Fact]:
    text = act.passage.text
    named = next(
        (
            m
            for m in act.passage.mentions
            if 0 <= m.start - act.end <= NEAR
            and m.kind in ("place", "other")
            and _WHERE.search(text, act.end, m.start)
            and not re.search(r"[,;:]", text[act.end : m.start])
        ),
        None,
    )
    around = act.around()
    if named and named.start < around[1] and not _is_open(act, around, named.start, named.end):
        name = text[named.start : named.end]
        fact = _fact(act, "place", named.start, named.end, word=parts.get(named.entity, named.entity))
        yield replace(fact, exact=not is_country(name), unit=country(name).country)


def _parts(passages: Sequence[Passage]) -> Mapping[str, str]:
    """A place → the place that stands for it and for all that are named beside it: "Derrin, Brevia"."""
    above: dict[str, str] = {}

    def top(entity: str) -> str:
        while entity in above:
            entity = above[entity]
        return entity

    for passage in passages:
        for m, n in pairwise(passage.mentions):
            if m.kind == "person" or n.kind == "person":
                continue
            if _BESIDE.fullmatch(passage.text, m.end, n.start) and (high := top(m.entity)) != (
                low := top(n.entity)
            ):
                above[low] = high
    return {entity: top(entity) for entity in above}


def _thing(act: _Told) -> frozenset[str]:
    """The thing known that the act is of, as a word: "the bridge was opened"."""
    found = _THE.search(act.passage.text, max(0, act.start - 60), act.start)
    return frozenset((alike(stem(found["noun"])),)) if found else frozenset()


def _is_open(act: _Told, around: Place, start: int, end: int) -> bool:
    """Whether the clause, but for the value, is of an act that did not happen, may not, or happened another time."""
    text = act.passage.text
    low = act.start if act.noun else max(around[0], text.rfind(", ", 0, act.start))
    return bool(
        _OPEN.search(text[min(low, start) : start]) or (not act.noun and _OPEN.search(text[end : around[1]]))
    )


def _fact(
    act: _Told,
    kind: ContradictionKind,
    start: int,
    end: int,
    days: tuple[int, int] = (0, 0),
    word: str = "",
) -> Fact:
    verb = act.passage.text[act.start : act.end]
    will = _WILL.search(act.passage.text, max(0, act.start - 24), act.start) is not None
    planned = will or (verb.endswith("s") and not act.noun)
    return Fact(
        kind,
        f"{kind} of {act.act}",
        planned,
        act.passage.text[start:end],
        act.passage.offset + start,
        act.passage.offset + end,
        act.index,
        subject=None if act.noun else subject(act.passage, act.start),
        low=days[0],
        high=days[1],
        word=word,
        around=(act.start, act.end),
        single=act.act not in SEVERAL,
        shared=2 if act.act in OFTEN or act.act in SEVERAL else 1,
        objects=_thing(act),
        ignored=frozenset(stem(form) for form, name in ACTS.items() if name == act.act),
    )
