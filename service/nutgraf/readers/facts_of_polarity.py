"""What is said to be so in one sentence and not in another: passages in, both as facts out.

Sentences that deny something, or tell one of two opposites, are found first; only their verbs are looked for elsewhere.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .contexts import alike, clause
from .facts import Fact
from .passages import Passage, subject
from .words import FUNCTION_WORDS, IRREGULAR_PAST, stem, stems

_NOT = re.compile(
    r"\b(?:(?P<no>(?:nobody|no one|no-one|none|no [a-z]+(?: [a-z]+)?)) (?:was|were|is|are|has|have|had)(?: been)?|"
    r"(?:(?:was|were|is|are|has|have|had|did) (?:(?:\w+ly|yet|also) )?(?:not|never)|\w+n[’']t|never|"
    r"(?:has|have|had) yet to)(?: yet)?(?: (?:been|be|have|ever|even|\w+ly))*) "
    r"(?:(?:been|be) )?(?P<verb>[a-z]{3,})\b",
    re.IGNORECASE,
)
_OPPOSITES = {
    form: (name, side)
    for row in """
    conviction; convicted; acquitted cleared | approval; approved passed backed accepted; rejected | survival; survived; died perished | injury; injured hurt wounded; unhurt unharmed uninjured unscathed |
    confirmation; confirmed; denied | insurance; insured; uninsured | vaccination; vaccinated; unvaccinated |
    arming; armed; unarmed | opening; reopened; closed | guilt; guilty; innocent | life; alive; dead
    """.split("|")
    for name, yes, no in [[part.strip() for part in row.split(";")]]
    for side, forms in ((True, yes), (False, no))
    for form in forms.split()
}
"""A word → what it decides, and which way."""
_DECIDED = frozenset(name for name, _ in _OPPOSITES.values())
"""What is decided of another: who convicts is not who is convicted."""
_STEMS = {stem(form): decided for form, decided in _OPPOSITES.items()}
_VAGUE = frozenset(
    """
    say said look looked see seen saw believe believed think thought know known knew run ran want wanted mention
    mentioned make made take taken took get got gotten go gone went come came give given gave tell told find found
    show shown showed feel felt work worked help helped mean meant need needed like liked let become became seem seemed
    start started respond responded expect expected talk talked speak spoken spoke keep kept leave left put use used
    try tried fail failed ask asked play played happen happened change changed move moved call called
    """.split()
)
"""Verbs that are done and not done again and again."""
_UNREAL = re.compile(
    r"\b(?:will|would|may|might|if|unless|whether|alleg\w*|accus\w*|expect\w*|plan\w*|to be|hop\w*|want\w*|suspect\w*|"
    r"claim\w*|could|should|said to|fear\w*|until|before|once|again|then|earlier|previous\w*|at first|initially|first|later|"
    r"now|no longer|only|just|one of|some|most|others?|another|since|so far|still)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(?:has|have|had|was|were|is|are)\s(?:been\s)?$")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be)\s(?:\w+\s){0,2}?\w+$")
_BE = re.compile(r"\b(?:was|were)\s$")
_NONE = re.compile(r"\b(?:[Nn]either|[Nn]or|[Nn]o|[Nn]one|[Nn]obody|[Nn]ot)\b")
_WORD = re.compile(r"\b[a-z]{3,}\b")


def polarities(passages: Sequence[Passage]) -> Iterator[Fact]:
    """Verbs that are denied in one sentence and not in another, and opposites, with whom they are about."""
    found: dict[str, list[tuple[int, int, int, bool]]] = defaultdict(list)
    denied: set[str] = set()
    places: set[tuple[int, int]] = set()
    for index, passage in enumerate(passages):
        for match in _NOT.finditer(passage.text):
            start, end = match.span("verb")
            places.add((index, start))
            word = match["verb"].lower()
            if word in FUNCTION_WORDS:
                continue
            name, side = _STEMS.get(stem(word), (stem(word), True))
            denied.add(name)
            found[name].append((index, match.start(), end, not side))
    for index, passage in enumerate(passages):
        for word in _WORD.finditer(passage.text):
            if (index, word.start()) in places:
                continue
            opposite = _OPPOSITES.get(word[0])
            past = word[0].endswith("ed") or word[0] in IRREGULAR_PAST
            if opposite is None and not (
                past or _BE.search(passage.text, max(0, word.start() - 6), word.start())
            ):
                continue
            name, side = opposite or (stem(word[0]), True)
            if opposite or name in denied:
                found[name].append((index, word.start(), word.end(), side))
    for name, each in found.items():
        if {True, False} <= {side for *_, side in each} and len({index for index, *_ in each}) > 1:
            verb = passages[each[0][0]].text[each[0][1] : each[0][2]].split()[-1]
            for index, start, end, side in each:
                yield from _fact(passages, (name, f"whether {verb}"), index, start, end, side)


def _fact(
    passages: Sequence[Passage], what: tuple[str, str], index: int, start: int, end: int, side: bool
) -> Iterator[Fact]:
    """The verb with the names and words of its clause; those of an object count twice."""
    passage = passages[index]
    low, high = clause(passage, start, end)
    text = passage.text[low:high]
    if passage.text.startswith((" since", "since"), high) or _UNREAL.search(text) or "?" in text:
        return
    if side and _NONE.search(passage.text[:start]):
        return
    verb = start
    if before := _AUXILIARY.search(passage.text, max(0, start - 12), start):
        start = before.start()
    passive = bool(_PASSIVE.search(passage.text, max(0, start - 12), end))
    if not passive and passage.text[start:end].split()[-1].lower() in _VAGUE:
        return
    objects = frozenset(alike(word.stem) for word in stems(passage.text[end:high]))
    yield Fact(
        "polarity",
        what[1],
        what[0],
        passage.text[start:end],
        passage.offset + start,
        passage.offset + end,
        index,
        subject=subject(passage, end) if passive or what[0] not in _DECIDED else None,
        word="yes" if side else "no",
        around=(verb, end),
        objects=objects,
        shared=2 if passive else 3,
    )
