"""What hangs on which word, as far as word order tells: text in, links and pairs of words that belong together out.

A link is a word, the preposition right after it, and the words that follow.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .heads import Stems, within
from .name_runs import is_calendar
from .names import Name
from .roles import nounish, past, stop
from .words import Word


@dataclass(frozen=True, slots=True)
class Link:
    """A word, the preposition that follows it, and the stems of each phrase after that preposition in the clause."""

    head: str
    preposition: str
    phrases: tuple[Stems, ...]


_FROM = re.compile(r"\bfrom\s+", re.I)
_OWNED = re.compile(r"\b(?:his|her|its|their)\s+(?:[\w-]+\s+){0,2}$", re.I)
_OWNER = re.compile(r"['’]s?\s")
_OF = re.compile(r"\sof\s(?:the\s)?")
_PREDICATES = frozenset("guilty innocent responsible liable dead alive free".split())
_THIRD = re.compile(r"\s(?:an?|the|at|that|to|his|her|its|their|no|[$£€]?\d)")
"""What follows a verb rather than a plural."""
_NEAR = 5
"""Words between a name and a noun that may still belong together."""
_NAME = r"(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})"
_PLACED = re.compile(rf"\s(?P<preposition>in|at|of|from)\s{_NAME}")
_PREPOSITIONS = "to|for|of|with|against|from|by|in|at|on|into|over|between|before|after|under|during|through"
_LINK = re.compile(rf"\s+(?P<preposition>{_PREPOSITIONS})\s+")
_GOVERNS = re.compile(
    rf"\b(?P<preposition>{_PREPOSITIONS}|near)\s(?:(?:the|an?|his|her|its|their|[A-Z][\w.]*)\s){{0,3}}$", re.I
)
_PHRASE_END = re.compile(
    rf"[,;:.!?](?=\s|$)|[\"“”()]|(?<=\w)\s(?:the|an?)\s|\b(?:{_PREPOSITIONS}|who|which|that|where|after|before|when|while|as|but|was|were|is|are|has|had|"
    r"owned|led|made|held|run|\w+ing)\b"
)


_APPOSED = re.compile(r",\s(?:the|an?|[A-Z])[^,.;:]{2,60}(?=[,.;:]|$)")


def _phrase_end(text: str, at: int) -> int:
    found = _PHRASE_END.search(text, at)
    return found.start() if found else len(text)


def links(text: str, words: Sequence[Word]) -> Iterator[Link]:
    """The links of `text`, whose content words are `words`."""
    acting = [w.start for w in words if past(w) and not nounish(text, w)]
    for word in words:
        link = _LINK.match(text, word.end)
        if link is None or word.text[0].isdigit():
            continue
        end = stop(text, link.end())
        again = re.compile(rf"\b{link['preposition']}\s+")
        starts = [link.end(), *(m.end() for m in again.finditer(text, link.end(), end))]
        phrases = tuple(within(words, at, _linked_end(text, at, acting)) for at in starts)
        yield Link(word.stem, link["preposition"], phrases)


def _linked_end(text: str, at: int, acting: Sequence[int]) -> int:
    """The end of a phrase behind a preposition: before the next verb at the latest."""
    verb = next((start for start in acting if start > at), len(text))
    return min(verb, _with_apposition(text, _whole_phrase(text, at), acting))


def _whole_phrase(text: str, at: int) -> int:
    """The end of a phrase with what is "of" it: "in the island republic of Saro"."""
    end = _phrase_end(text, at)
    while text.startswith("of ", end):
        end = _phrase_end(text, end + 3)
    return end


def _with_apposition(text: str, end: int, acting: Iterable[int]) -> int:
    """The end of a phrase with who or what it is: "to the minister, Ana Poe", "by Ana Poe, the minister"."""
    apposed = _APPOSED.match(text, end)
    clear = apposed is not None and not any(end <= verb < apposed.end() for verb in acting)
    return apposed.end() if apposed is not None and clear else end


def beside(text: str, words: Sequence[Word], verb_stems: Stems) -> Iterator[tuple[str, str]]:
    """Pairs of stems of a name and the common noun beside it: "Maltese tanker", "the tanker Orla", "Ostra's parliament"."""
    for a, b in pairwise(words):
        if text[a.end : b.start].strip(" ") not in ("", "'s", "’s", "’", "'"):
            continue
        name, noun = (a, b) if a.text[0].isupper() else (b, a)
        if name.text[0].isupper() and noun.text[0].islower() and not _verbal(text, noun, verb_stems):
            yield name.stem, noun.stem


def _verbal(text: str, word: Word, verb_stems: Stems) -> bool:
    """Whether a word is no noun: a verb, or an adjective that says something of what stands before it."""
    if past(word) or word.stem in verb_stems or word.text.endswith("ing") or word.text in _PREDICATES:
        return True
    return word.text.endswith("s") and _THIRD.match(text, word.end) is not None


def apart(text: str, words: Sequence[Word], name: Word, noun: Word) -> bool | None:
    """Whether a verb or much else stands between the two; None where a pronoun owns the noun, which may be the name."""
    if _OWNED.search(text, max(0, noun.start - 24), noun.start):
        return None
    a, b = sorted((name, noun), key=lambda w: w.start)
    between = [w for w in words if a.end <= w.start < b.start]
    return len(between) > _NEAR or any(past(w) and not nounish(text, w) for w in between)


def origins(text: str, words: Sequence[Word]) -> Iterator[Stems]:
    """Stems of each phrase after "from": where somebody or something comes from."""
    for match in _FROM.finditer(text):
        found = within(words, match.end(), _whole_phrase(text, match.end()))
        if found:
            yield found


def doubled(names: Iterable[str]) -> Stems:
    """Names of several words that are named twice or more."""
    return frozenset(n for n, times in Counter(names).items() if times > 1 and " " in n)


def owners(text: str, words: Sequence[Word]) -> Iterator[tuple[str, Stems]]:
    """Stems of a noun, and of the words of whom or what it is of: "Petrel's forerunner", "the forerunner of Petrel"."""
    runs = list(_runs(text, words))
    further = {  # "a cousin of Petrel's builder" is the builder's
        a[-1].end: frozenset(w.stem for w in b)
        for a, b in pairwise(runs)
        if _OWNER.fullmatch(text, a[-1].end, b[0].start)
    }
    for owner, owned in pairwise(runs):
        said = frozenset(w.stem for w in owner if not w.text[0].isdigit())
        if said and _OWNER.fullmatch(text, owner[-1].end, owned[0].start):
            yield from ((w.stem, said) for w in owned if w.text[0].islower())
    for owned, owner in pairwise(runs):
        said = frozenset(w.stem for w in owner if not w.text[0].isdigit())
        if said and _OF.fullmatch(text, owned[-1].end, owner[0].start) and owned[-1].text[0].islower():
            yield owned[-1].stem, said | further.get(owner[-1].end, frozenset())


def _runs(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Content words with nothing but spaces between them; a verb begins another run."""
    run: list[Word] = []
    for word in words:
        if run and (text[run[-1].end : word.start] != " " or (past(word) and not nounish(text, word))):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def settings(text: str, words: Sequence[Word]) -> tuple[list[Stems], list[Stems]]:
    """Stems of each place where something is done, and of each that is named before the first and belongs elsewhere.

    "Ada Vell, who is from Osk, was arrested in May 2024 in Lenz": in Lenz, and not in Osk.
    """
    acting = {w.end for w in words if past(w)}
    done: list[Stems] = []
    other: list[Stems] = []
    for match in _PLACED.finditer(text):
        if is_calendar(match["name"]):
            continue
        before = text[max(0, match.start() - 24) : match.start()].rpartition(" ")[2]
        acted = before[:1].isdigit() or is_calendar(before) or match.start() in acting
        place = within(words, match.start("name"), match.end("name"))
        if acted and match["preposition"] in ("in", "at"):
            done.append(place)
        elif not done:
            other.append(place)
    return done, other


def governed(text: str, names: Iterable[Name]) -> dict[str, frozenset[str]]:
    """Each name by its text, with the prepositions right before its mentions; "" for none."""
    found: dict[str, set[str]] = {}
    for name in names:
        before = _GOVERNS.search(text, max(0, name.start - 40), name.start)
        found.setdefault(name.text, set()).add(before["preposition"].lower() if before else "")
    return {text: frozenset(prepositions) for text, prepositions in found.items()}
