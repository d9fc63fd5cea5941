"""Does the source say so? A statement and its cited sentences in, one result a check out. No LLM.

Four checks, each blind to what the others see: `numbers` (value, unit and comparison as one), `names`, `polarity`
(negation and modality, lost or added) and `words` (content words, and who acts). Where they doubt, they fail.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from .names import Name, names, one_people
from .numbers import Number, numbers, same
from .polarity import Cue, Kind, cues
from .roles import Act, acts, apart, beside, doubled, infinitives, links, origins, verbs
from .words import IMPLIED_BY, Word, stems

Place = tuple[int, int]

_CLAUSE = re.compile(
    r",?\s(?:and|but|while|who|which|where|when|after|before|because|as|with)\s|[;:]\s|\s[–—-]{1,2}\s"
)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|him|her|them|his|its|their)\b", re.I)


@dataclass(frozen=True)
class Reading:
    """A text with everything read in it that a check compares."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return stems(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(w.stem for w in self.words)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        return numbers(self.text)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        return tuple(n for n in names(self.text) if n.sure and not n.calendar)

    @cached_property
    def clauses(self) -> tuple[Place, ...]:
        cuts = [0, *(m.start() for m in _CLAUSE.finditer(self.text)), len(self.text)]
        return tuple(pairwise(cuts))

    @cached_property
    def cues(self) -> tuple["Turn", ...]:
        counted = [(n.start, n.end) for n in self.numbers]
        return tuple(
            _turn(c, self.words)
            for c in cues(self.text)
            if not (c.kind == "hedge" and _inside(c.start, counted))
        )


@dataclass(frozen=True, slots=True)
class Turn:
    """A cue with the content words that it turns: `head` the first of them, `scope` all."""

    cue: Cue
    head: str | None
    scope: frozenset[str]


def _turn(cue: Cue, words: Iterable[Word]) -> Turn:
    governed = [w.stem for w in words if _inside(w.start, cue.scope) and not w.text.endswith("ly")]
    return Turn(cue, governed[0] if governed else None, frozenset(governed))


def _inside(at: int, spans: Iterable[Place]) -> bool:
    return any(a <= at < b for a, b in spans)


def check_numbers(stated: Reading, cited: Sequence[Reading]) -> bool | None:
    """Every number stated stands in the source with its unit and comparison, those of a clause in one sentence.

    None: no numbers.
    """
    if not stated.numbers:
        return None
    return all(
        any(all(_counted(n, stated, c) for n in told) for c in cited)
        for a, b in stated.clauses
        if (told := [n for n in stated.numbers if a <= n.start < b])
    )


def _counted(number: Number, stated: Reading, source: Reading) -> bool:
    """Whether a sentence has the number; a count without a unit, after the same verb if it has that: "hurt 3"."""
    alike = [n for n in source.numbers if same(number, n)]
    before = _before(number, stated)
    if number.kind != "count" or before is None or any(number.unit and n.unit for n in alike):
        return bool(alike)
    after = [n for n in source.numbers if _before(n, source) == before]
    return any(n in alike for n in after or alike)


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
    wanted = [w.stem for w in stems(name.text)]
    if len(wanted) == 1:  # a country and its people are one
        return any(one_people(wanted[0], w.stem) for c in cited for w in c.words)
    return any(wanted == list(run) for c in cited for run in _runs([w.stem for w in c.words], len(wanted)))


def _runs(items: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (items[i : i + size] for i in range(len(items) - size + 1))


def check_polarity(stated: Reading, cited: Sequence[Reading]) -> bool | None:
    """No negation, denial or modality is lost or added. None: there is none on either side."""
    there = [t for c in cited for t in c.cues]
    if not stated.cues and not there:
        return None
    said = frozenset().union(*(c.stems for c in cited))
    kept = all(_kept(t, stated, cited) for t in there) and _conditional(stated, cited)
    return kept and all(_founded(t, there, said) for t in stated.cues)


def _kept(turn: Turn, stated: Reading, cited: Sequence[Reading]) -> bool:
    """Whether the statement, where it says what the source's cue turns, turns it too."""
    said = turn.scope & stated.stems
    if turn.head is None or not said:
        return True
    if turn.head not in said and len(said) < max(2, 0.6 * len(turn.scope)):
        return True
    if said <= _free(turn.cue.kind, cited):  # also said outside any such cue
        return True
    return any(t.cue.kind == turn.cue.kind and (t.scope & turn.scope or t.head is None) for t in stated.cues)


def _free(kind: Kind, cited: Sequence[Reading]) -> frozenset[str]:
    """Stems that the source has outside the scope of every cue of the kind."""
    free = set()
    for reading in cited:
        spans = [place for t in reading.cues if t.cue.kind == kind for place in t.cue.scope]
        free |= {w.stem for w in reading.words if not _inside(w.start, spans)}
    return frozenset(free)


def _founded(turn: Turn, there: Iterable[Turn], said: frozenset[str]) -> bool:
    """Whether the source has the statement's cue, over the same words. `said` are the stems of the source."""
    wanted = turn.scope & said
    alike = [t for t in there if t.cue.kind == turn.cue.kind]
    if turn.cue.kind not in ("negation", "denial") and any(
        t.head in wanted or turn.head in t.scope for t in alike
    ):
        return True
    return any(not wanted or not t.scope or 2 * len(wanted & t.scope) >= len(wanted) for t in alike)


def _conditional(stated: Reading, cited: Sequence[Reading]) -> bool:
    """Whether every condition of what is stated is stated too: "… if rains return"."""
    if any(t.cue.kind == "condition" for t in stated.cues):
        return True
    for reading in cited:
        for turn in reading.cues:
            if turn.cue.text.lower() not in ("if", "unless"):
                continue
            before = {w.stem for w in reading.words if w.end <= turn.cue.start}
            near = {w.stem for w in reading.words if 0 <= turn.cue.start - w.end < _NEAR}
            if len(near & stated.stems) * 2 >= len(near) > 1 and before & stated.stems:
                return False
    return True


_NEAR = 50
"""Characters before an "if" that it surely limits."""


def check_words(stated: Reading, cited: Sequence[Reading]) -> bool | None:
    """Every content word stated stands in the source, or one that implies it, those of a clause in one sentence.

    Names, numbers and cues are left to the other checks. None: no content words.
    """
    left = [(n.start, n.end) for n in stated.names] + [(t.cue.start, t.cue.end) for t in stated.cues]
    left += [(n.start, n.end) for n in stated.numbers if n.kind != "count"]
    counts = [n for n in stated.numbers if n.kind == "count"]
    words = [w for w in stated.words if not _inside(w.start, left) and not _figure(w, counts)]
    if not words:
        return None
    stand = all(
        any(_carries(c, [w for w in words if a <= w.start < b], stated.text, cited) for c in cited)
        for a, b in stated.clauses
    )
    return stand and _in_order(stated, cited)


def _carries(home: Reading, words: Iterable[Word], text: str, cited: Sequence[Reading]) -> bool:
    """Whether one sentence has the words of a clause.

    What stands in a pronoun's place may come from another: a capitalised word, or one noun after "the".
    """
    strange = [w for w in words if not _has(w.stem, home.stems)]
    if not all(any(_has(w.stem, c.stems) for c in cited) for w in strange):
        return False
    plain = [w for w in strange if not w.text[0].isupper()]
    if not plain:
        return True
    definite = text[: plain[0].start].lower().endswith("the ")
    return len(plain) == 1 and definite and bool(_PRONOUN.search(home.text))


def _in_order(stated: Reading, cited: Sequence[Reading]) -> bool:
    """Whether, as far as word order tells, the same act on the same in both, and each phrase hangs on the same word.

    Only words that both have can tell; a word that the source lacks is the words check's business.
    """
    had: frozenset[str] = frozenset().union(*(c.stems for c in cited))
    told = verbs(stated.text, stated.words)
    done = [act for c in cited for act in acts(c.text, c.words, told)]
    for act in acts(stated.text, stated.words, frozenset(a.verb for a in done)):
        alike = [a for a in done if a.verb == act.verb or a.verb in IMPLIED_BY.get(act.verb, ())]
        if alike and not any(_same_act(act, a, had) for a in alike):
            return False
    source = [link for c in cited for link in links(c.text, c.words)]
    for link in links(stated.text, stated.words):
        alike_links = [x for x in source if (x.head, x.preposition) == (link.head, link.preposition)]
        phrases = [p for x in alike_links for p in x.phrases if p]
        if alike_links and link.phrases[0] and not any(_meet(link.phrases[0], p, had) for p in phrases):
            return False
    if not doubled(n.text for n in stated.names) <= doubled(n.text for c in cited for n in c.names):
        return False  # "released A in exchange for A"
    come = [phrase for c in cited for phrase in origins(c.text, c.words)]
    for phrase in origins(stated.text, stated.words):
        if phrase & had and not any(_meet(phrase, p, had) for p in come):
            return False  # freed, but not from where somebody was arrested
    verbal = frozenset(a.verb for a in done).union(*(infinitives(c.text, c.words) for c in cited))
    plain = tuple(w for w in stated.words if not _figure(w, stated.numbers))
    return all(_beside(a, b, cited) for a, b in beside(stated.text, plain, verbal))


def _beside(name: str, noun: str, cited: Sequence[Reading]) -> bool:
    """Whether the source, where it has the noun, has the name close to it."""
    seen = False
    for reading in cited:
        names_ = [w for w in reading.words if one_people(name, w.stem)]
        nouns = [w for w in reading.words if one_people(noun, w.stem)]
        if any(not apart(reading.text, reading.words, a, b) for a in names_ for b in nouns):
            return True
        owned = any(apart(reading.text, reading.words, b, b) is None for b in nouns)
        if owned:
            return True
        seen = seen or bool(nouns)
    return not seen


def _same_act(stated: Act, source: Act, had: frozenset[str]) -> bool:
    if stated.by and source.agent is None:
        return False
    return _meet(stated.agent, source.agent, had) and _meet(stated.patient, source.patient, had)


def _meet(stated: frozenset[str] | None, source: frozenset[str] | None, had: frozenset[str]) -> bool:
    """Whether two places share a word; a place that nobody can tell shares any."""
    known = {a for a in stated or () if any(one_people(a, b) for b in had)}
    return not known or not source or any(one_people(a, b) for a in known for b in source)


def _figure(word: Word, counts: Iterable[Number]) -> bool:
    """Whether the word is the number itself, not the noun counted."""
    return any(
        n.start <= word.start < n.end and (n.unit is None or word.stem not in {w.stem for w in stems(n.unit)})
        for n in counts
    )


def _has(stem: str, have: frozenset[str]) -> bool:
    return stem in have or not have.isdisjoint(IMPLIED_BY.get(stem, ()))


def check_all(
    stated: Reading, cited: Sequence[Reading], aliases: Sequence[frozenset[str]] = ()
) -> Mapping[str, bool | None]:
    """All four by name."""
    return {
        "numbers": check_numbers(stated, cited),
        "names": check_names(stated, cited, aliases),
        "polarity": check_polarity(stated, cited),
        "words": check_words(stated, cited),
    }
