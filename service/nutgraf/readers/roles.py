"""Who acts on whom, and what belongs to which word, as far as word order tells: text in, acts and links out.

No grammar is built. An act is a verb with the words that stand where its agent and its patient would; a link is a word,
the preposition right after it, and the words that follow. Where order tells nothing, a place is None: it proves nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .heads import Stems, actors, objects, within
from .words import IRREGULAR_PAST, Word, stem


@dataclass(frozen=True, slots=True)
class Act:
    """A verb, by its stem. `agent` and `patient` are stems of the words in their places, None where nobody can tell."""

    verb: str
    agent: Stems | None
    patient: Stems | None
    by: bool = False
    """The agent is named by "by"."""


_BOUNDARY = re.compile(
    r"[;:!?]|\s[–—-]{1,2}\s|[\"“”]|\.\s"
    r"|,?\s\b(?:but|while|although|though|because|after|before|when|since|that|saying|adding|if|unless|"
    r"whether)\b",
    re.I,
)
_STOP = re.compile(
    r"[;:,!?]|\.(?:\s|$)|\s[–—-]{1,2}\s|[\"“”]"
    r"|\b(?:but|while|although|though|because|after|before|when|since|that|who|which|where|whose|if|"
    r"unless|whether)\b",
    re.I,
)
_BE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|gets?|got)(?:\s+(?:also|not|never|later|\w+ly|first|since|"
    r"reportedly))*\s+$",
    re.I,
)
_BY = re.compile(r"\s(?:[\w'’-]+\s){0,8}?by\s", re.I)
_RELATIVE = re.compile(
    r",?\s(?:who|which|that|whom)\s(?:(?:has|have|had|will|would|also|never|not|is|are|was|were|been|"
    r"\w+ly)\s)*$",
    re.I,
)
_SAYING = frozenset(
    map(
        stem,
        "say tell add deny confirm announce report claim state warn declare believe expect hope think "
        "know "
        "explain insist argue acknowledge admit suggest note write".split(),
    )
)
"""Verbs whose patient is a clause, and which may stand before who says it."""
_FINDING = frozenset(map(stem, ("find", "show")))
"""Verbs whose patient is a clause after "that"."""
_TELL = stem("tell")
_HEARER = re.compile(
    r"\s(?!that\b)(?:(?:the|an?|his|her|its|their)\s)?(?:[\w’'-]+\s?){1,4}?(?=\s(?:that|to|about|of|in|on|how|why|what|it|he|she|they|the)\b|[,.:;]|$)"
)
_AMOUNT = re.compile(
    r"\d|[$£€]|(?:an?\s)?(?:half|third|quarter|fifth|few|about|around|almost|nearly|more than|at least|up "
    r"to)\b"
)
_INHERITS = re.compile(
    r"(?:\b(?:to|and|or|but)|,)\s+(?:(?:also|then|not|never|later|would|will|has|have|had|was|were|is|are|"
    r"be|been|\w+ly)\s+)*$"
)
_MODAL = re.compile(r"\b(?:to|will|would|could|may|might|can|should|must|not)\s$", re.I)
_AFTER_MODAL = re.compile(r"\b(?:will|would|could|may|might|can|should|must|have to|has to)\s$")
_OPENED = re.compile(
    r"(?:If|When|After|Before|Since|Although|Though|While|As|Once|Unless|In|On|At|By|Under)\s[^,]{1,120},\s"
)
"""What stands before the main clause."""
_INSERTED = re.compile(r",\s(?:which|who|whose|where)\s[^,]{1,120},\s")
"""A relative clause between a noun and its verb."""
_AND = re.compile(r"\sand\s")
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\s")
_WHOM = re.compile(r"\bwhom\s(?P<subject>(?:[\w’'-]+\s){1,4}?)(?:(?:had|has|have|also|later|once|never)\s)*$")
_LIGHT = frozenset(map(stem, "make take get go come let see have do keep become".split()))
"""Verbs that say too little to be an act of their own."""
_PRONOUN = re.compile(r"\b(?:he|she|it|they|we|i|you|who|which|that|this|these|those)\b", re.I)
_GOES_ON = re.compile(r"\s(?:that|in|on|at|to|by|it|he|she|they|there|nothing|\w+ly)\b")
"""What no speaker's name begins with."""
_ON_PRONOUN = re.compile(r"\s(?:him|her|them|it|us|me|you)\b(?!\s\w+ed\b)")
_NOUNISH = re.compile(r"\b(?:an?|the|his|her|its|their|this|that|of|no|any|some|\w+['’]s)\s+$", re.I)
_DOUBLE_GENITIVE = re.compile(r"\sof\s(?:[A-Z][\w-]*\s){0,3}[A-Z][\w-]*['’]s\s$")
"""After "a rival of Karro's" stands a verb."""
_TOLD_BY = re.compile(r"\sby\s")
_BY_END = re.compile(
    r"[;:.!?](?=\s|$)|[\"“”()]|\b(?:to|for|from|in|at|on|into|over|with|after|before|when|while|as|but|who|which|that|was|were|is|"
    r"are|has|had|said|says|told)\b"
)
_FINITE = re.compile(r"\b(?:who|which|that|was|were|is|are|has|had)\b")
_APPOSED = re.compile(r",\s(?:[A-Z]|\d)")
_AFTER_PARTICIPLE = re.compile(r"\s+(?:by|in|at|on|near|for|with|from|as|to|during|under)\b|\s*[,.;:)]|\s*$")


def verbs(text: str, words: Iterable[Word]) -> Stems:
    """Stems of the words that are verbs by their form: participles and past forms."""
    return frozenset(w.stem for w in words if past(w) and not nounish(text, w))


def infinitives(text: str, words: Iterable[Word]) -> Stems:
    """Stems of the words that follow "to" or a modal verb."""
    return frozenset(w.stem for w in words if _infinitive(text, w))


def _infinitive(text: str, word: Word) -> bool:
    return not word.text.endswith("ing") and bool(_MODAL.search(text, max(0, word.start - 8), word.start))


def acts(text: str, words: Sequence[Word], known: Stems = frozenset()) -> tuple[Act, ...]:
    """The acts of `text`, whose content words are `words`. `known` are stems that are verbs in the text compared with."""
    return tuple(
        _act(text, words, w)
        for w in words
        if not nounish(text, w)
        and w.stem not in _LIGHT
        and (
            past(w)
            or _AFTER_MODAL.search(text, max(0, w.start - 12), w.start)
            or (w.stem in known and not w.text.lower().endswith(("er", "ers", "ion", "ment")))
        )
    )


def past(word: Word) -> bool:
    """Whether a word, or the first of a phrase, has the form of a past tense or a participle."""
    lower = word.text.lower().partition(" ")[0]
    return lower.endswith("ed") or lower in IRREGULAR_PAST


def nounish(text: str, word: Word) -> bool:
    """Whether a word that looks like a verb stands where a noun or an adjective does."""
    before = max(0, word.start - 40)
    if not word.text[0].islower() or (
        _NOUNISH.search(text, before, word.start) and not _DOUBLE_GENITIVE.search(text, before, word.start)
    ):
        return True
    return text[word.end : word.end + 1] == "-" or text[word.start - 1 : word.start] == "-"


def _act(text: str, words: Sequence[Word], verb: Word) -> Act:
    before = _subject(text, words, verb)
    after = objects(words, verb.end, _object_end(text, verb.end), text)
    if verb.stem in _SAYING or (verb.stem in _FINDING and text.startswith(" that ", verb.end)):
        if told_by := _TOLD_BY.match(text, verb.end):
            return Act(verb.stem, within(words, told_by.end(), _agent_end(text, told_by.end()), text), None)
        if verb.stem == _TELL:
            if _BE.search(text, max(0, verb.start - 40), verb.start):
                return Act(verb.stem, None, before)
            hearer = _HEARER.match(text, verb.end)
            return Act(verb.stem, before, within(words, *hearer.span(), text) if hearer else None)
        turned = text[: verb.start].rstrip()[-1:] in (",", "”", '"') and not _GOES_ON.match(text, verb.end)
        return Act(verb.stem, _joined(before, within(words, verb.end, len(text))) if turned else before, None)
    participle = past(verb)
    passive = participle and _BE.search(text, max(0, verb.start - 40), verb.start)
    by = _BY.match(text, verb.end, stop(text, verb.end)) if participle else None
    if by and (passive or not by[0].strip().count(" ")) and not _FINITE.search(by[0]):
        named = within(words, by.end(), _agent_end(text, by.end()), text)
        if named and not _AMOUNT.match(text, by.end()):
            return Act(verb.stem, named, before, by=True)
    if passive:
        return Act(verb.stem, None, before)
    if participle and _AFTER_PARTICIPLE.match(text, verb.end):
        return Act(verb.stem, before, _joined(before, after))
    return Act(verb.stem, before, None if _ON_PRONOUN.match(text, verb.end) else after or None)


def _subject(text: str, words: Sequence[Word], verb: Word) -> Stems | None:
    """Stems of the words where the verb's subject would stand; None for a pronoun or for nothing."""
    start = 0
    if (opened := _OPENED.match(text)) and opened.end() <= verb.start:
        start = opened.end()
    for boundary in _BOUNDARY.finditer(text, start, verb.start):
        start = boundary.end()
    if whom := _WHOM.search(text, 0, verb.start):
        return within(words, *whom.span("subject"), text)
    relative = _RELATIVE.search(text, 0, verb.start)
    if relative is not None:
        head = max((m.end() for m in _AUXILIARY.finditer(text, 0, relative.start())), default=0)
        acting = (w.end for w in words if w.end < relative.start() and past(w) and not nounish(text, w))
        start = max(
            head, _clause_start(text, relative.start()), *acting
        )  # "overturned a ruling that had allowed"
        return within(words, start, relative.start(), text) or None
    for inserted in _INSERTED.finditer(text, start, verb.start):
        a, b = inserted.span()
        text = text[:a] + " " * (b - a) + text[b:]
        words = [w for w in words if not a <= w.start < b]
    start = _own_subject(text, words, start, verb)
    start = _past_report(words, start, verb)
    placed = within if verb.text.endswith("ing") else actors  # "with Ada Vell scoring"
    found = placed(words, start, verb.start, text)
    if not found and start:  # "…, and said that it might …"
        start, found = 0, placed(words, 0, verb.start, text)
    first = next(
        (w for w in words if start <= w.start < verb.start and past(w) and not nounish(text, w)), None
    )
    trailing = verb.stem in _SAYING and text[: verb.start].endswith(", ")  # "…, the mediator, Hana Ost, said"
    if (
        first is not None
        and first.stem not in _SAYING
        and not trailing
        and _INHERITS.search(text, first.end, verb.start)
    ):
        return _subject(text, words, first)  # "the rebels agreed on Friday to release": the rebels
    return None if _PRONOUN.search(text, start, verb.start) else found or None


def _past_report(words: Sequence[Word], start: int, verb: Word) -> int:
    """Where the subject begins behind a report without "that": "the minister said the rebels killed 20"."""
    before = [w for w in words if start <= w.start < verb.start]
    said = [i for i, w in enumerate(before[:-1]) if w.stem in _SAYING and past(w)]
    return start if verb.stem in _SAYING or not said else before[said[-1]].end


def _own_subject(text: str, words: Sequence[Word], start: int, verb: Word) -> int:
    """Where the subject begins that a verb has after "and": "Ada Vell wept, and Tom Orme left"."""
    acting = [w for w in words if start <= w.start < verb.start and past(w) and not nounish(text, w)]
    for joint in _AND.finditer(text, start, verb.start):
        inherited = any(joint.end() <= w.start for w in acting)
        if (
            acting
            and acting[0].start < joint.start()
            and not inherited
            and within(words, joint.end(), verb.start)
        ):
            start = joint.end()
    return start


def _clause_start(text: str, at: int) -> int:
    return max((b.end() for b in _BOUNDARY.finditer(text, 0, at)), default=0)


def stop(text: str, at: int) -> int:
    found = _STOP.search(text, at)
    return found.start() if found else len(text)


def _object_end(text: str, at: int) -> int:
    """Where the words after a verb end, past a name or an age in apposition: "met her counterpart, Ana Poe, 51"."""
    while True:
        end = stop(text, at)
        if not _APPOSED.match(text, end):
            return end
        at = end + 1


def _agent_end(text: str, at: int) -> int:
    """The end of who follows "by", with what is in apposition: "by a grocer, Albert Poe, and a panel of judges"."""
    found = _BY_END.search(text, at)
    return found.start() if found else len(text)


def _joined(a: Stems | None, b: Stems) -> Stems | None:
    return None if a is None else a | b
