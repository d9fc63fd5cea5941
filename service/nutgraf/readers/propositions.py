"""What a statement says, one thing at a time: a statement in, clauses that stand alone out.

"Ada Vell, who was arrested in 2024, flew home and thanked her lawyer" says "Ada Vell was arrested in 2024", "Ada Vell
flew home" and "Ada Vell thanked her lawyer". Only joints that add nothing are undone; what "after", "because" or "so"
joins is one thing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from .words import IRREGULAR_PAST

_BE = (
    "is are was were has have had will would can could may might must does did do says say plans wants faces "
    "remains includes began runs owns holds keeps makes takes leaves leads heads lives employs sells gives gets goes comes "
    "shows means needs costs stands lies meets retires"
)
_FINITE = frozenset(_BE.split())
_FORMS = _FINITE | IRREGULAR_PAST
_WORD = re.compile(r"\b\w+\b(?!-)")
_SHORTEST_PAST = 5
_DETERMINED = re.compile(
    r"\b(?:an?|the|his|her|its|their|of|no|any|some|by|with|for|\w+['’]s)\s(?:\w+ly\s)?$", re.I
)
_SET_OFF = re.compile(r",\s(?:\w+ly\s)?$")
"""Before what may be a participle: "Ada Vell, arrested in Osk"."""
_TOLD = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|claim\w*|alleg\w+|den(?:y|ies|ied|ying)|accus\w+|suspect\w*|believ\w+|think\w*|"
    r"thought|report\w*|announc\w+|warn\w*|plan\w*|expect\w*|hop(?:e|es|ed)|want\w*|agree\w*|will|would|may|might|could|if|"
    r"whether|not|never|no)\b|n['’]t\b",
    re.I,
)
"""Words whose reach may go on over an "and"."""
_SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[A-Z“\"])|;\s+")
_JOINT = re.compile(
    r",?\s(?:and|but|while|whereas|yet)\s(?:also\s|then\s|later\s|he\s|she\s|it\s|they\s)?", re.I
)
_PRONOUN = re.compile(r"\b(?:he|she|it|they)\s$", re.I)
_RELATIVE = re.compile(r",\s(?:who|which)\s")
_APPOSED = re.compile(r",\s(?=(?:an?|the|one of|his|her|its|their|\d{1,3}|[A-Z][\w-]*['’]s)\b)")
_WHO = re.compile(r"\b(?:who|whom|which|that|whose|where)\s")
_WHOSE = re.compile(r",\swhose\s")
_MODAL = re.compile(r"^(?P<doer>.{2,60}?\s(?:will|would|could|may|might|must|can))\s[a-z]+\s")
_BARE = re.compile(
    r"(?!the|an?|its|his|her|their|in|on|at|by|for|of|to)[a-z]+\s(?:on|up|out|off|over|back|down|the|an?|its|his|her|their|[$£€]?\d)"
)
_ITEM = re.compile(
    r"(?P<number>\d[\d,.]*)(?P<noun>(?:\s[a-z]+){1,2})?\s(?P<place>(?:in|on|at|from|for)\s(?:the\s)?[\w’'-]+)(?P<joint>,\s(?:and\s)?|\sand\s|\.?$)"
)
_ADVERBIAL = re.compile(r"(?:In|On|At|After|Since|By|During|From|Later|Earlier)\b")
_NAMED = re.compile(
    r"\s(?!(?:in|on|at|of|the|for|from|by|near|after|since|before|and|last|next|this|early|late|mid)\s)[a-z]+\s"
    r"([A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,3})$"
)
_AGE = re.compile(r",\s\d{1,3}$")
_RISE = re.compile(r"\s(?:by\s|to\s)?[$£€]?\d")
_NOUN_PHRASE = re.compile(
    r"(?:\b(?:an?|the|his|her|its|their|two|three|four|some|many)\s)?(?:[\w’'.&-]+\s){0,4}[\w’'.&-]+$", re.I
)
_FEWEST = 2
"""Words of a clause."""
_LONGEST = 1000
"""Characters of a statement that is taken apart."""


def propositions(statement: str) -> tuple[str, ...]:
    """The propositions of `statement`, in order; one where nothing can be undone, or where it is very long."""
    if len(statement) > _LONGEST:
        return (statement,)
    found = (
        proposition
        for sentence in _SENTENCE.split(statement)
        for item in _listed(sentence.strip())
        for proposition in _coordinated(item)
    )
    return tuple(dict.fromkeys(found)) or (statement,)


def _listed(sentence: str) -> Iterator[str]:
    """ "There are 9 cases in Osk, 7 in Lenz and 2 in Ness", one place at a time."""
    items = list(_ITEM.finditer(sentence))
    whole = (
        all(a.end() == b.start() for a, b in pairwise(items)) and items and items[-1].end() == len(sentence)
    )
    if not whole or len(items) < 2 or not items[0]["noun"] or any(i["noun"] for i in items[1:]):
        yield sentence
        return
    for item in items:
        yield f"{sentence[: items[0].start()]}{item['number']}{items[0]['noun']} {item['place']}"


def _coordinated(text: str) -> Iterator[str]:
    """The coordinated clauses, each with its subject."""
    start, doer = 0, ""
    for joint in _JOINT.finditer(text):
        left, right = text[start : joint.start()], text[joint.end() :]
        inherits = _inherits(joint[0], right)
        if start > joint.start() or not _says(left) or not _balanced(left):
            continue
        modal = _MODAL.match(_with(doer, left))
        if joint[0].strip(", ") == "and" and modal and _BARE.match(right):  # "will pay … and take on debt"
            yield from _undone(_with(doer, left))
            start, doer = joint.end(), modal["doer"]
            continue
        if not (inherits or (_says(right) and not _later(right))):
            continue
        if _TOLD.search(left) and (inherits or not joint[0].startswith(",")):
            continue  # what is said or doubted may go on
        yield from _undone(_with(doer, left))
        doer = _AGE.sub("", subject(_with(doer, left))) if inherits else ""
        start = joint.end()
    yield from _undone(_with(doer, text[start:]))


def _balanced(text: str) -> bool:
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”")


def _later(right: str) -> bool:
    """Whether what follows a joint is only a word of a list, and its verb comes after another joint: "arson but cleared"."""
    verb = _finite(right)
    return bool(_JOINT.search(right, 0, verb or 0))


def _with(subject: str, clause: str) -> str:
    return f"{subject} {clause}".strip() if subject else clause


def _inherits(joint: str, right: str) -> bool:
    """Whether the clause after a joint has its subject from the one before."""
    verb = _finite(right)
    return bool(_PRONOUN.search(joint)) or (
        verb is not None and len(right[:verb].split()) <= 1 and right[:verb].strip()[-2:] in ("", "ly")
    )


def _undone(clause: str) -> Iterator[str]:
    """A clause without its relative clauses and appositions, and each of those with what it is about."""
    while (found := _RELATIVE.search(clause)) is not None:
        end = clause.find(", ", found.end())
        end = len(clause) if end < 0 else end
        inner, rest = clause[found.end() : end], clause[end:].removeprefix(",").rstrip(".")
        about = _about(clause[: found.start()])
        if not _says(inner) or about is None:
            break
        yield f"{about} {inner.rstrip('.')}"
        clause = clause[: found.start()] + rest
    if (owned := _WHOSE.search(clause)) is not None:
        end, about = clause.find(", ", owned.end()), _about(clause[: owned.start()])
        if end > 0 and about is not None and _says(clause[owned.end() : end]) and _says(clause[end:]):
            yield f"{about}'s {clause[owned.end() : end]}"
            clause = clause[: owned.start()] + clause[end + 1 :]
    apposed = _APPOSED.search(clause)
    if apposed is not None and not _says(clause[: apposed.start()]):
        end = clause.find(", ", apposed.end())
        plain = _WHO.split(clause[apposed.end() : end], maxsplit=1)[0]
        if end > 0 and not _says(plain) and _says(clause[end:]):
            yield clause[:end]
            clause = clause[: apposed.start()] + clause[end + 1 :]
    if _says(clause):
        yield clause.strip()


def _about(text: str) -> str | None:
    """What a relative clause after `text` is about: the noun phrase at its end."""
    verbs = [m.end() for m in _verbs(text)]
    tail = text[verbs[-1] :] if verbs else text
    tail = re.split(r"\b(?:to|of|with|by|from|for|against|in|at|on|and|as|over|into)\s", tail)[-1]
    found = _NOUN_PHRASE.search(tail.strip())
    return found[0] if found else None


def subject(clause: str) -> str:
    """What stands before the first verb, without what opens the sentence before a comma."""
    verb = _finite(clause)
    before = clause[:verb].strip() if verb is not None else ""
    head, comma, rest = before.partition(", ")
    if not comma or not _ADVERBIAL.match(head):
        return before.rstrip(" ,")
    named = _NAMED.search(head)  # "At seven in the morning Karro, the biggest employer, announced"
    return named[1] if named else rest


def _says(text: str) -> bool:
    return _finite(text) is not None and len(text.split()) >= _FEWEST


def _finite(text: str) -> int | None:
    """Where the first finite verb of `text` stands, as far as forms tell."""
    return next((m.start() for m in _verbs(text)), None)


def _verbs(text: str) -> Iterator[re.Match[str]]:
    """The finite verbs of a text; a past form after a comma is one where there is no other."""
    found: list[re.Match[str]] = []
    set_off: list[re.Match[str]] = []
    for verb in _WORD.finditer(text):
        word, at = verb[0].lower(), verb.start()
        if word not in _FORMS and not (word.endswith("ed") and len(word) >= _SHORTEST_PAST):
            continue
        determined = _DETERMINED.search(text, max(0, at - 16), at)
        rises = text.startswith("s ", at - 2) and _RISE.match(text, verb.end())
        if (determined and not rises) or (at and verb[0][0].isupper()):
            continue
        sure = word in _FINITE or not _SET_OFF.search(text, max(0, at - 16), at)
        (found if sure else set_off).append(verb)
    return iter(found or set_off)
