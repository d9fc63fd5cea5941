"""Descriptions: an article and who is named in it in, the places where "the dancer" or "the 33-year-old" is one of them out.

A description counts only where the text leaves no choice: one person or organisation is introduced with the
noun ("dancer Ada Vell", "Ada Vell, 33, a ballet dancer", "Norvik, a shipping company"), nothing else in the
text bears it, in the singular or in the plural, and nobody else who may be meant stands nearer.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .kind_words import ORGANISATION_NOUNS, PERSON_NOUNS
from .mentions import Group
from .name_words import word_set
from .names import Name
from .report_words import FORMS
from .words import FUNCTION_WORDS, IRREGULAR_PAST

Place = tuple[int, int]

_GENERIC = word_set(
    """
    man woman boy girl teenager child pensioner father mother son daughter brother sister husband wife widow
    friend colleague cousin uncle aunt nephew niece grandfather grandmother grandson granddaughter boyfriend
    girlfriend fiance fiancee predecessor successor citizen resident neighbour neighbor worker chief executive
    general principal model host deputy expert champion tenor aide adviser advisor secretary officer player
    """
)
"""Nouns that mean too many, or somebody's own, or something else."""
_PERSON = PERSON_NOUNS - _GENERIC
_HEADS = word_set(
    """
    academy agency airline alliance association authority bank board brigade bureau cabinet chamber club coalition
    college commission committee company confederation consortium cooperative corporation council court
    department directorate embassy federation foundation institute institution league ministry museum
    observatory orchestra organisation organization parliament registry secretariat senate society syndicate
    tribunal trust union university
    """
)
"""Last words of organisations' names that are used alone for them: "the council"."""
_LIMITED = word_set("of for who whose whom that which from with")
"""What follows a noun and says which one is meant: "the lawyer for the firm"."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_AGE = re.compile(r"(\d{1,3})-year-old")
_AGED = re.compile(r",? aged (\d{1,3})\b|, (\d{1,3})(?=[,.;]| and )")
_APPOSED = re.compile(r", (?:an?|the|his|her|its|their) ")
_ENDS = re.compile(
    r"[,.;:)]|$| (?:of|in|from|at|for|on|with|to|by|since|near|who|whose|that|which|[a-z]+ing)\b"
)
_FARTHEST = 100  # mentions between a description and the last mention of its bearer
_LONGEST = 5  # words of a noun phrase without its determiner


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


@dataclass(slots=True)
class _Borne:
    """Who bears a noun or an age, the words that stood before it, and where it introduces somebody.

    `nouns` are all that its one bearer is introduced with.
    """

    by: set[int] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    places: set[int] = field(default_factory=set)


def descriptions(groups: Sequence[Group], text: str) -> dict[int, tuple[Place, ...]]:
    """For the index of a group: the spans of the descriptions that are certainly it, in order."""
    words = [_Word(m.start(), m.end(), m[0].lower()) for m in _WORD.finditer(text)]
    starts = [word.start for word in words]
    borne = _introductions(groups, text, words, starts)
    found: dict[int, list[Place]] = defaultdict(list)
    near = _Nearest(groups, frozenset(who for bearer in borne.values() for who in bearer.by))
    for noun, places in _uses(borne, words).items():
        bearer = borne[noun]
        if len(bearer.by) != 1:
            continue
        [who] = bearer.by
        bearer.nouns = {noun for noun, other in borne.items() if who in other.by}
        bearer.modifiers |= {noun for noun in bearer.nouns if _AGE.fullmatch(noun)}
        spans = _certain(noun, places, bearer, words, text)
        first = groups[who].mentions[0].start
        if spans is not None and all(first < a and near.is_nearest(who, a) for a, _ in spans):
            found[who].extend(spans)
    return {who: tuple(sorted(spans)) for who, spans in found.items() if spans}


def _introductions(
    groups: Sequence[Group], text: str, words: Sequence[_Word], starts: Sequence[int]
) -> dict[str, _Borne]:
    """Each noun and age ("33-year-old") with those whom the text introduces with it."""
    borne: dict[str, _Borne] = defaultdict(_Borne)
    for who, group in enumerate(groups):
        if group.kind == "person":
            nouns = _PERSON
        elif group.kind == "organisation":
            nouns = ORGANISATION_NOUNS
            head = group.name.split()[-1].lower()
            if " " in group.name and head in _HEADS:
                borne[head].by.add(who)
        else:
            continue
        for name in group.mentions:
            at, after = bisect_left(starts, name.start), bisect_left(starts, name.end)
            if age := _AGED.match(text, name.end):
                borne[f"{age[1] or age[2]}-year-old"].by.add(who)
            for noun in (*_before(name, at, text, words), *_after(name, after, text, words)):
                _introduce(noun, who, nouns, borne, text, words)
    return borne


def _introduce(
    noun: int, who: int, nouns: frozenset[str], borne: Mapping[str, _Borne], text: str, words: Sequence[_Word]
) -> None:
    modifiers = list(_phrase(noun, text, words))
    for i in (noun, *modifiers):
        word = words[i].text
        if _AGE.fullmatch(word) or (i == noun and word in nouns):
            borne[word].by.add(who)
            borne[word].places.add(i)
            borne[word].modifiers.update(words[m].text for m in modifiers)


def _before(name: Name, at: int, text: str, words: Sequence[_Word]) -> Iterator[int]:
    """The word straight before a name: "dancer Ada Vell", "her lawyer, Tom Orme,"."""
    if at:
        gap = text[words[at - 1].end : name.start]
        if gap in (" ", "\u00a0") or (gap == ", " and text.startswith(",", name.end)):
            yield at - 1


def _after(name: Name, after: int, text: str, words: Sequence[_Word]) -> Iterator[int]:
    """The noun that an apposition to a name is about: "Ada Vell, 33, a ballet dancer from Tervan"."""
    age = _AGED.match(text, name.end)
    end = age.end() if age else name.end
    apposed = _APPOSED.match(text, end)
    if apposed is None:
        return
    for i in range(after, min(after + _LONGEST + 3, len(words))):
        if words[i].start < apposed.end():
            continue
        if _ENDS.match(text, words[i].end):
            yield i
            return
        if not text.startswith((" ", "'", "’"), words[i].end):
            return


def _phrase(noun: int, text: str, words: Sequence[_Word]) -> Iterator[int]:
    """The words before a noun back to its determiner."""
    for i in range(noun - 1, max(noun - _LONGEST, -1), -1):
        if text[words[i].end : words[i + 1].start] != " " or words[i].text in FUNCTION_WORDS:
            return
        yield i


def _uses(borne: Mapping[str, _Borne], words: Sequence[_Word]) -> dict[str, list[int]]:
    """Where each noun stands, in the singular and in the plural."""
    singular = {form: noun for noun in borne for form in (noun, *_plurals(noun))}
    uses: dict[str, list[int]] = {noun: [] for noun in borne}
    for i, word in enumerate(words):
        for part in (word.text, word.text.rpartition("-")[2]):
            if part in singular:
                uses[singular[part]].append(i)
                break
    return uses


def _plurals(noun: str) -> tuple[str, ...]:
    if noun.endswith("y"):
        return (noun[:-1] + "ies",)
    if noun.endswith("man"):
        return (noun[:-3] + "men",)
    return (noun + "s", noun + "es")


def _certain(
    noun: str, places: Sequence[int], bearer: _Borne, words: Sequence[_Word], text: str
) -> list[Place] | None:
    """The spans of "the dancer", or None where any other use of the noun leaves a doubt."""
    spans = []
    for i in places:
        if i in bearer.places or text[words[i].start].isupper():
            continue
        modifiers = list(_phrase(i, text, words))
        first = modifiers[-1] if modifiers else i
        definite = first > 0 and words[first - 1].text == "the" and _follows(first, words, text)
        if (
            words[i].text != noun
            or not definite
            or not bearer.modifiers.issuperset(words[m].text for m in modifiers)
        ):
            return None
        following = words[i + 1].text if i + 1 < len(words) and _follows(i + 1, words, text) else ""
        if following in _LIMITED:
            return None
        if not following or _goes_on(following):
            spans.append((words[first - 1].start, words[i].end))
        elif _AGE.fullmatch(noun) and following not in bearer.nouns:
            return None
    return spans


def _follows(i: int, words: Sequence[_Word], text: str) -> bool:
    return i > 0 and text[words[i - 1].end : words[i].start] == " "


def _goes_on(word: str) -> bool:
    """Whether a word after a noun is no noun that it belongs to: "the company said", not "the company shares"."""
    return word in FUNCTION_WORDS or word in IRREGULAR_PAST or word in FORMS or word.endswith(("ed", "ly"))


class _Nearest:
    """Who else may be meant at a place of the text: those named there before and introduced with nothing."""

    def __init__(self, groups: Sequence[Group], introduced: frozenset[int]) -> None:
        self._groups, self._introduced = groups, introduced
        self._named = sorted((name.start, who) for who, group in enumerate(groups) for name in group.mentions)

    def is_nearest(self, who: int, at: int) -> bool:
        """Whether nobody who may be meant was named between the last mention of `who` and `at`."""
        last = bisect_left(self._named, (at, -1))
        for _, other in reversed(self._named[max(0, last - _FARTHEST) : last]):
            if other == who:
                return True
            if self._may_be(other, self._groups[who].kind):
                return False
        return False

    def _may_be(self, other: int, kind: str) -> bool:
        group = self._groups[other]
        if kind == "organisation":
            return group.kind in ("organisation", "other")
        return (group.kind == "person" and other not in self._introduced) or (
            group.kind == "other" and " " in group.name
        )
