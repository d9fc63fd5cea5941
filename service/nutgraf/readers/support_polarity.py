"""Is what the source denies, doubts or only plans still denied, doubted or planned? A statement and its source in, yes or no out."""

import re
from collections.abc import Iterator, Sequence

from .polarity import Cue, Kind
from .reading import Place, Reading, Turn, inside
from .stances import ATTRIBUTED, FIRM, OPEN, WEIGHED, beside, nested, same, turns_of, within
from .words import stem

_UNNAMED = re.compile(
    r"\b(?:unnamed|anonymous|unidentified|anonymously)\b|\bcondition of anonymity"
    r"|\b(?:not|n[’']t|declined to|asked not to|refused to) be (?:named|identified)\b"
    r"|\b(?:is|was|are|were|has|have|had)(?: not|n[’']t) (?:been )?(?:named|identified)\b"
    r"|\b(?:whom|who|whose name)\b (?:[\w’'-]+ ){1,5}?(?:did|does|do|had|has)(?: not|n[’']t) (?:name|identify|give|named|identified|given)\b"
)
_SAYS_SO = re.compile(r"(?:allege[sd]?|alleging|claim(?:s|ed|ing)|accus(?:e|es|ed|ing))(?: of)?", re.I)
"""Verbs of accusing: "said that" is a weaker word for what they do."""
_PURPOSE = re.compile(
    r"\bin order to\b|\bso that (?:[\w’'-]+ ){1,8}?(?:may|might|could|can|would|will)\b", re.I
)
"""What something is done for. As a statement's it doubts nothing else."""
_SUM = re.compile(r"no|none|neither|nor|nobody|no one|nothing|never|without", re.I)
"""Negations of a noun: they stand beside it, and turn what is said of it."""
_WISH = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|want(?:s|ed)?|propos\w+|prefer\w*|rather|like to|wish(?:es|ed)?|aim(?:s|ed)?)\b",
    re.I,
)
"""What somebody would have: "will" says more, unless it stands beside one of these too."""
_INTENDED = re.compile(
    r"\b(?:plan(?:s|ned|ning)?(?= to\b)|inten[dt]|meant|mean|seek|sought|try|tri|suggest|recommend|demand|ask|call)\w*",
    re.I,
)
"""Other words for what one would have."""
_EXPECTED = re.compile(
    r"expect|likely|probabl|forecast|predict|project|\bdue to\b|\bset to\b|\b(?:is|are|was|were) to\b"
    r"|\bplan|schedul|hop(?:e|ed|es)\b|\b(?:would|could|may|might|should)\b|anticipat|foresee",
    re.I,
)
"""How what is expected may be told, short of that it will be."""
_VIEW = re.compile(r"\b(?:consider|regard|deem|reckon|view|opinion)(?:s|ed)?\b", re.I)
_UNABLE = re.compile(r"(?:can|could)\s?n", re.I)
_IF = re.compile(
    r"if|unless|should|provid|on (?:the )?condition|as long|so long|assuming|in (?:case|the event)", re.I
)
_BREAK = re.compile(r"[.;:“”]\s?|\b(?:but|and|or|although|while)\b")
_UN = re.compile(r"\bun(?!(?:der|i[oft]|ite|ivers|ique|anim|til|less|cles?\b)\w*)[a-z]{4,}|\bempty\b")
_DAYS = (
    "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday last next year month week day"
)
_SPEECH = frozenset(
    stem(word) for word in "comment discuss say speak respond talk answer reply confirm reveal".split()
)
_WANTED = re.compile(r"expect(?:s|ed)? (?!to )(?:[\w’'-]+ ){1,4}?to (?P<verb>\w+)")
_WHEN = frozenset(stem(word) for word in _DAYS.split()) | frozenset(map(str, range(1900, 2100)))
"""Stems of words for a time, which stand in many a sentence."""
_NEAR = 50
"""Characters before an "if" that it surely limits."""


def check_polarity(stated: Reading, cited: Sequence[Reading], _: object = ()) -> bool | None:
    """No negation, denial or modality is lost or added. None: there is none on either side."""
    unnamed, told_so = any(_UNNAMED.search(c.text) for c in cited), bool(_UNNAMED.search(stated.text))
    if unnamed and not ATTRIBUTED.search(stated.text):
        return False  # what somebody said who would not be named is told as his word, or not at all
    if told_so and not unnamed:
        return False
    told = turns_of(stated, _places(_UNNAMED, stated.text) if told_so else ())
    there = [(turn, c) for c in cited for turn in turns_of(c, _places(_UNNAMED, c.text) if told_so else ())]
    if not told and not there:
        return None
    if nested(told) and not any(nested(c.turns) for c in cited):
        return False  # "did not deny" says more than that nothing is known
    return (
        all(_kept(turn, c, told, stated, cited) for turn, c in there)
        and all(_limited(c, told, stated) for c in cited)
        and all(_founded(turn, stated, there, cited) for turn in told)
    )


# ------------------------------------------------------------------------------------------ nothing is lost


def _kept(
    turn: Turn, source: Reading, told: Sequence[Turn], stated: Reading, cited: Sequence[Reading]
) -> bool:
    """Whether the statement, where it says what the source's cue turns, turns it too."""
    said = turn.scope & stated.stems
    if turn.head is None or not said:
        return True
    if turn.head not in said and len(said - _WHEN) < max(2, 0.6 * len(turn.scope - _WHEN)):
        return True
    if said <= _free(turn.cue.kind, cited):  # also said outside any such cue
        return True
    if turn.cue.kind == "negation" and (words := _unlike(stated, source)):
        return not any(inside(at, t.cue.scope) for at in words for t in told if t.cue.kind in FIRM)
    if turn.cue.kind == "allegation" and _SAYS_SO.fullmatch(turn.cue.text) and ATTRIBUTED.search(stated.text):
        return True
    weighed = WEIGHED.search(source.text, 0, turn.cue.start) if turn.cue.text.lower() == "whether" else None
    if weighed and stem(weighed[0].strip().lower()) in stated.stems:
        return True  # "considers whether to close it", "considers closing it"
    wanted = _WANTED.match(source.text, turn.cue.start)
    if wanted and stem(wanted["verb"].lower()) not in said:
        return True  # "expected the bank to raise rates" turns the raising, not the bank and its rates
    if (
        turn.cue.kind == "plan"
        and turn.head in _SPEECH
        and any(t.cue.kind == "negation" and turn.head in t.scope for t in told)
    ):
        return True  # who would not comment did not
    if turn.cue.kind == "possibility" and _UNABLE.match(turn.cue.text):
        return True  # what could not be done was not
    if turn.cue.kind == "belief" and _VIEW.search(stated.text):
        return True
    if turn.cue.kind == "plan" and not _as_open(turn.cue, source, stated):
        return False
    undone = turn.cue.kind == "plan" and any(
        t.cue.kind == "negation" and t.head is None and t.cue.start > turn.cue.end for t in source.turns
    )
    for other in told:
        if undone and other.cue.kind == "negation" and turn.scope & other.scope:
            return True  # "ordered to pay, and has yet to do so" is "has not paid"
        if other.head is None and other.cue.kind == turn.cue.kind:
            return True
        if (other.cue.kind, turn.cue.kind) == ("denial", "allegation") and turn.scope & other.scope:
            return True  # what is denied was said
        if same(other, stated, turn, source) and turn.scope & (other.scope | beside(other.cue, stated)):
            return True
    return False


def _as_open(cue: Cue, source: Reading, stated: Reading) -> bool:
    """Whether what is only wished or expected in the source is no certainty in the statement."""
    if cue.text.lower().startswith("expect"):
        return bool(_EXPECTED.search(stated.text))
    if _WISH.search(source.text, cue.clause, cue.end):
        return bool(_WISH.search(stated.text) or _INTENDED.search(stated.text))
    return True


def _unlike(stated: Reading, source: Reading) -> list[int]:
    """Where the statement has a word with "un-" that the source lacks: "unaware", for "knew nothing of"."""
    text = source.text.lower()
    return [m.start() for m in _UN.finditer(stated.text.lower()) if m[0] not in text]


def _free(kind: Kind, cited: Sequence[Reading]) -> frozenset[str]:
    """Stems that the source has outside the scope of every cue of the kind."""
    free = set()
    for reading in cited:
        spans = [place for t in turns_of(reading) if t.cue.kind == kind for place in t.cue.scope]
        free |= {w.stem for w in reading.words if not inside(w.start, spans)}
    return frozenset(free)


def _limited(source: Reading, told: Sequence[Turn], stated: Reading) -> bool:
    """Whether every condition of what is stated is stated too: "… if rains return", "Should rains return, …"."""
    if any(t.cue.kind == "condition" or OPEN.fullmatch(t.cue.text) for t in told):
        return True
    return not any(
        len(limited) > 1 and len(limited & stated.stems) >= share * len(limited)
        for turn in source.turns
        if turn.cue.kind == "condition" and _IF.match(turn.cue.text)
        for limited, share in _limits(turn.cue, source)
    )


def _limits(cue: Cue, source: Reading) -> Iterator[tuple[frozenset[str], float]]:
    """The stems that a condition limits, those before it and, where it opens a sentence, those after it.

    With each the share of them from which on a statement says what is limited.
    """
    opened = source.text[: cue.start].rstrip()
    if opened[-1:] not in (";", ":", "—", "–", "."):
        since = max(cue.start - _NEAR, 0)
        if len(within(source, (cue.clause, cue.start))) > 1:
            since = max(since, cue.clause)
        if opened[-1:] == "," and source.text[cue.scope[0][1] :][:1] == ",":
            since = max(since, opened[:-1].rfind(",") + 1)  # between commas: ", the first, if it does, since"
        own = [(t.cue.start, t.cue.end) for t in source.turns]
        near = (w for w in source.words if since <= w.end <= cue.start and not inside(w.start, own))
        yield frozenset(w.stem for w in near), 0.5
    if not opened or opened[-1:] in (";", ":", "—", "–", "."):
        end = cue.scope[-1][1]
        if source.text[end : end + 1] == ",":
            stop = _BREAK.search(source.text, end)
            yield within(source, (end, stop.start() if stop else len(source.text))), 0.6


# ------------------------------------------------------------------------------------------ nothing is added


def _founded(
    turn: Turn, stated: Reading, there: Sequence[tuple[Turn, Reading]], cited: Sequence[Reading]
) -> bool:
    """Whether the source has the statement's cue, over the same words."""
    said = frozenset().union(*(c.stems for c in cited))
    if any(a <= turn.cue.start and turn.cue.end <= b for a, b in _places(_PURPOSE, stated.text)):
        return True
    if turn.cue.kind == "plan" and any(
        t.cue.kind == "possibility" and inside(turn.cue.start, t.cue.scope) for t in stated.turns
    ):
        return any(t.cue.kind == "possibility" for t, _ in there)  # "possible that it will"
    wanted = turn.scope & said
    if not wanted and turn.cue.kind not in FIRM:
        wanted = beside(turn.cue, stated) & said  # "an election must be held", "there must be an election"
    return any(
        same(turn, stated, other, source)
        and (
            _over(turn, other, wanted)
            or (other.head is None and wanted and wanted <= _meant(other, source))
            or _subject(turn, other, source, wanted)
            or _named_alike(turn, stated, other, source)
        )
        for other, source in there
    )


def _over(turn: Turn, other: Turn, wanted: frozenset[str]) -> bool:
    """Whether a cue of the source turns what the statement's does."""
    if turn.cue.kind not in ("negation", "denial") and (other.head in wanted or turn.head in other.scope):
        return True
    shared = 2 * len(wanted & other.scope)
    firm = {turn.cue.kind, other.cue.kind} <= FIRM
    return turn.head is None or shared > len(wanted) or (shared == len(wanted) > 0 and not firm)


def _meant(turn: Turn, source: Reading) -> frozenset[str]:
    """What is turned by a cue with nothing of its own, which takes up what stands before: "he has yet to do so"."""
    before = [t for t in source.turns if t.scope and t.cue.end <= turn.cue.start]
    return before[-1].scope if before else within(source, (0, turn.cue.start))


def _subject(turn: Turn, other: Turn, source: Reading, wanted: frozenset[str]) -> bool:
    """Whether the statement has after the cue what the source has before it: "the cause is not known", "it is not known what the cause is"."""
    if other.head not in turn.scope:
        return False
    if turn.head != other.head and not any(_SUM.fullmatch(t.cue.text) for t in (turn, other)):
        return False
    breaks = [m.end() for m in _BREAK.finditer(source.text, 0, other.cue.start)]
    begin = breaks[-1] if breaks else 0
    if not source.text[begin : other.cue.start].strip() and _SUM.fullmatch(other.cue.text):
        begin = 0  # "was given two of the seven; neither changed a result"
    return wanted <= other.scope | within(source, (begin, other.cue.start))


def _named_alike(turn: Turn, stated: Reading, other: Turn, source: Reading) -> bool:
    """Whether one verb is the cue in both, active here and passive there: "have proposed a landing"."""
    verb = _verb(turn.cue)
    if verb is None or verb != _verb(other.cue):
        return False
    own = (turn.scope | beside(turn.cue, stated)) & source.stems
    return 2 * len(own & (other.scope | beside(other.cue, source))) >= len(own)


def _verb(cue: Cue) -> str | None:
    """The stem of the cue's own verb; none if it is an auxiliary."""
    return next((stem(word) for word in cue.text.lower().split() if len(word) > 5), None)


def _places(pattern: re.Pattern[str], text: str) -> list[Place]:
    return [m.span() for m in pattern.finditer(text)]
