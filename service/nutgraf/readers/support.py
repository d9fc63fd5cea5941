"""Does the source say so? A statement and its cited sentences in, one result a check out. No LLM.

Each check is blind to what the others see: `numbers` (value with unit), `dates` (by their days), `names`, `polarity`
(negation and modality, lost or added), `hedges` (almost, about, at least), `roles` (who does what to whom, and which
phrase hangs on which word) and `words` (content words). Where they doubt, they fail.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from .amounts import alike, hedged
from .clauses import CLAUSE, PRONOUN
from .names import Name, one_people
from .number_words import MAGNITUDES
from .numbers import Number
from .reading import Reading, inside
from .support_dates import check_dates, settled
from .support_polarity import check_polarity
from .support_roles import check_roles
from .words import Word

MOST = 25
"""Numbers of a statement or a sentence; what has more is a table."""
_PART_OF = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|half|most|few|several|none|any|many|"
    r"third|quarter|percent)\s(?:\w+\s)?of\s(?:the|its|their|his|her|these|those|all)\s$",
    re.I,
)
_NAMED = re.compile(r"(?P<name>[A-Z][\w’'-]+),\s(?:aged\s)?$")
_STATUS = re.compile(
    r"\b(?:former|ex|acting|deputy|vice|assistant|retired|suspended|would-be|alleged|outgoing|then)[\s-]+(?=(?P<noun>[a-z]+))",
    re.I,
)
"""What somebody no longer, not yet or not quite is."""

Check = Callable[[Reading, Sequence[Reading], Sequence[frozenset[str]]], bool | None]


def check_numbers(stated: Reading, cited: Sequence[Reading], _: object = ()) -> bool | None:
    """Every number stated stands in the source with its unit, those of a clause in one sentence.

    None: no numbers. The day and the year of a date are left to `dates`, comparisons to `hedges`.
    """
    dates = settled(stated)
    counted = [n for n in stated.numbers if not inside(n.start, dates)]
    if not counted:
        return None
    if len(counted) > MOST:
        return False
    return all(
        any(all(_counted(n, stated, c) for n in told) for c in cited)
        for a, b in pairwise(_cuts(stated))
        if (told := [n for n in counted if a <= n.start < b])
    )


def check_hedges(stated: Reading, cited: Sequence[Reading], _: object = ()) -> bool | None:
    """No number is firmer, looser or bounded otherwise than in the source. None: no number is hedged on either side."""
    dates = settled(stated)
    pairs = [
        (n, found)
        for n in stated.numbers
        if not inside(n.start, dates)
        and (found := [m for c in cited for m in c.numbers if alike(n, m)])
        and any(m.comparison for m in (n, *found))
    ]
    lost = _statuses(cited) - _statuses([stated])
    bare = any(
        w.text.lower() in lost and w.text.lower() not in _elsewhere(w.text.lower(), cited)
        for w in stated.words
    )
    if not pairs and not bare:
        return None
    return not bare and all(any(hedged(n, m) for m in found) for n, found in pairs)


def _statuses(readings: Sequence[Reading]) -> set[str]:
    """The nouns that stand behind "former", "acting" and the like."""
    return {m["noun"].lower() for r in readings for m in _STATUS.finditer(r.text)}


def _elsewhere(noun: str, cited: Sequence[Reading]) -> set[str]:
    """The noun, if the source has it without such a word too."""
    times = sum(len(re.findall(rf"\b{noun}\b", c.text, re.I)) for c in cited)
    marked = sum(m["noun"].lower() == noun for c in cited for m in _STATUS.finditer(c.text))
    return {noun} if times > marked else set()


def _counted(number: Number, stated: Reading, source: Reading) -> bool:
    """Whether a sentence has the number; a count without a unit, after the same verb if it has that: "hurt 3"."""
    if len(source.numbers) > MOST:
        return any(alike(number, n) for n in source.numbers)
    whole = _is_whole(number, stated)
    found = [
        n
        for n in source.numbers
        if (alike(number, n) or _elliptic(number, n, source))
        and (whole or not _is_whole(n, source))
        and _of_one(_aged(number, stated), _aged(n, source))
    ]
    before = _before(number, stated)
    if number.kind != "count" or before is None or any(number.unit and n.unit for n in found):
        return bool(found)
    after = [n for n in source.numbers if _before(n, source) == before]
    return any(n in found for n in after or found)


def _aged(number: Number, reading: Reading) -> str | None:
    """Whose age it is, where the name stands right before: "Ada Vell, 40"."""
    found = _NAMED.search(reading.text, max(0, number.start - 40), number.start)
    return found["name"] if found and number.kind == "age" else None


def _of_one(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def _is_whole(number: Number, reading: Reading) -> bool:
    """Whether something is told of a part of so many: "two of the four climbers"."""
    return _PART_OF.search(reading.text, max(0, number.start - 40), number.start) is not None


def _elliptic(number: Number, bare: Number, source: Reading) -> bool:
    """Whether a bare number has the currency or the unit of one before it: "offers 45 pounds, they want 70".

    What is a size there is one here too: of "30 million marks" she got "six".
    """
    if number.unit is None or bare.kind != "count" or bare.unit is not None:
        return False
    before = [n for n in source.numbers if n.end <= bare.start and n.unit == number.unit]
    plain = replace(number, kind="count", unit=None)
    sizes = {1.0} | {size for n in before for name, size in MAGNITUDES.items() if f" {name} " in f"{n.text} "}
    return bool(before) and any(alike(plain, replace(bare, value=bare.value * size)) for size in sizes)


def _before(number: Number, reading: Reading) -> str | None:
    """The stem of the word right before a number."""
    return next((w.stem for w in reading.words if reading.text[w.end : number.start] == " "), None)


def check_names(stated: Reading, cited: Sequence[Reading], aliases: Sequence[frozenset[str]]) -> bool | None:
    """Every name stated stands in the source, or is another name of somebody who does. None: no names.

    `aliases` are the names of each entity that is mentioned in the cited sentences.
    """
    if not stated.names:
        return None
    return all(_named(n, cited, aliases) for n in stated.names)


def _named(name: Name, cited: Sequence[Reading], aliases: Sequence[frozenset[str]]) -> bool:
    if any(name.text in alias for alias in aliases):
        return True
    wanted = [w.stem for w in Reading(name.text).words]
    if len(wanted) == 1:  # a country and its people are one
        return any(one_people(wanted[0], w.stem) for c in cited for w in c.words)
    return any(wanted == list(run) for c in cited for run in _runs([w.stem for w in c.words], len(wanted)))


def _runs(items: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (items[i : i + size] for i in range(len(items) - size + 1))


def check_words(stated: Reading, cited: Sequence[Reading], _: object = ()) -> bool | None:
    """Every content word stated stands in the source, or one that implies it, those of a clause in one sentence.

    Names, numbers, dates and cues are left to the other checks. None: no content words.
    """
    left = [(n.start, n.end) for n in stated.names] + [(t.cue.start, t.cue.end) for t in stated.turns]
    left += settled(stated) + [(n.start, n.end) for n in stated.numbers if n.kind != "count"]
    counts = [n for n in stated.numbers if n.kind == "count"]
    words = [w for w in stated.words if not inside(w.start, left) and not _figure(w, counts)]
    if not words:
        return None
    return all(
        any(_carries(c, [w for w in words if a <= w.start < b], stated.text, cited) for c in cited)
        for a, b in pairwise(_cuts(stated))
    )


def _carries(home: Reading, words: Iterable[Word], text: str, cited: Sequence[Reading]) -> bool:
    """Whether one sentence has the words of a clause.

    What stands in a pronoun's place may come from another: a capitalised word, or one noun after "the".
    """
    strange = [w for w in words if w.stem not in home.stems]
    if not all(any(w.stem in c.stems for c in cited) for w in strange):
        return False
    plain = [w for w in strange if not w.text[0].isupper()]
    if not plain:
        return True
    definite = text[: plain[0].start].lower().endswith("the ")
    return len(plain) == 1 and definite and bool(PRONOUN.search(home.text))


def _cuts(reading: Reading) -> list[int]:
    return [0, *(m.start() for m in CLAUSE.finditer(reading.text)), len(reading.text)]


def _figure(word: Word, counts: Iterable[Number]) -> bool:
    """Whether the word is the number itself, not the noun counted."""
    return any(
        n.start <= word.start < n.end and (n.unit is None or word.stem not in Reading(n.unit).stems)
        for n in counts
    )


CHECKS: Mapping[str, Check] = {
    "numbers": check_numbers,
    "dates": check_dates,
    "names": check_names,
    "polarity": check_polarity,
    "hedges": check_hedges,
    "roles": check_roles,
    "words": check_words,
}


def check_all(
    stated: Reading, cited: Sequence[Reading], aliases: Sequence[frozenset[str]] = ()
) -> Mapping[str, bool | None]:
    """Every check by name: True (the source says so), False, or None (there is nothing of the kind)."""
    put = stated.towards(cited)
    return {name: check(put, cited, aliases) for name, check in CHECKS.items()}


def passed(
    stated: Reading, cited: Sequence[Reading], aliases: Sequence[frozenset[str]] = ()
) -> Mapping[str, bool | None] | None:
    """Every check by name where none fails, else None. What costs least, and fails most, is asked first."""
    put = stated.towards(cited)
    results: dict[str, bool | None] = {}
    for name in _CHEAPEST_FIRST:
        results[name] = CHECKS[name](put, cited, aliases)
        if results[name] is False:
            return None
    return {name: results[name] for name in CHECKS}


_CHEAPEST_FIRST = ("words", "names", "numbers", "hedges", "dates", "polarity", "roles")
