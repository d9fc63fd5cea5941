"""Text in, numbered sentences out: each with span and paragraph, whether it is speech, and its frame."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import nupunkt
import pysbd
from pysbd.languages import LANGUAGE_CODES

from nutgraf.line import Place, Sentence, Text
from nutgraf.readers.reports import droppable

Finder = Callable[[str], set[int]]
"""From the words of a paragraph to the ends of its sentences."""

LONGEST = 2_000
"""A sentence with more characters is cut at a clause boundary or a space."""

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_NEWLINE = re.compile(r"[\n\r\x85\u2028]")
_NEW_PARAGRAPH = re.compile(r"[\v\f\x1c-\x1e\u2029]")
_BULLET = re.compile(r"(?:[-*•·▪‣–]\s|\(?\d{1,3}[.)]\s|[a-z]\)\s)")
_ENDS = re.compile(r"[.!?…:;。！？।؟۔][\"”’'»)\]]*$")
_STOP = re.compile(r"[.!?…][\"”’'»)\]]*\s+|[。！？।؟۔།።][”’」』）]*")
_CLAUSE = re.compile(r"[,;:、，；][\"”’']*\s?|\s[—–-]{1,2}\s")
_QUOTE = re.compile(r"(?P<open>[“«]|(?<![^\s(\[“—–-])[‘'](?=[A-Z]))|(?P<close>[”»]|(?<=[.,!?…])[’'](?!\w))")

_RANK = re.compile(
    r"\b(?:Lt|Col|Gen|Maj|Capt|Sgt|Cpl|Pvt|Cmdr|Adm|Brig|Rep|Sen|Gov|Dr|Mr|Mrs|Ms|Prof|Rev|Hon|Pres|Supt"
    r"|Insp|Det|Messrs)\.$"
    r"|\b(?:[Ee]l|[Dd]el|[Aa]l|[Ll]a) (?:Sra?|Dra?)\.$"
)
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$")
_OFFICE = re.compile(
    r"(?:Secretary|President|Vice|Prime|Senate|Senator|House|Congress|Supreme|Court|District|Department"
    r"|State|Attorney|General"
    r"|Army|Navy|Air|Marine|Coast|Treasury|Federal|Embassy|Ambassador|Security|Council|Capitol|Geological"
    r"|Justice|Rep\.|Sen\.)\b"
)
_OPENER = (
    r"(?=[“\"‘(]?(?:He|She|They|It|His|Her|Their|Its|We|The|An|In|On|At|But|And|That|This|These|Those|Police"
    r"|Officials) )"
)
_MISSED_WORD = re.compile(r"\b(?P<word>[^\W\d_]{4,})[.!?][”\"’)\]]*\s+(?=[“\"‘(]?[A-Z])")
_MISSED_SHORT = re.compile(
    r"(?:\b[ap]\.m|(?:\b[A-Z]\.)+[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Mo|Pa|Va|Ga|Fla|Md|Ill|Ind|Ky|La|Mich"
    r"|Miss|Neb|Nev|Okla|Ore|Tex|Vt"
    rf"|Wis|Ala|Ark|Ariz|Calif|Colo|Conn|Del|Kan|Mass|Minn|Mont|Tenn|Wash))\.[”\"’)]*\s+{_OPENER}"
)
_ABBREVIATIONS = frozenset(
    "corp bros assn dept univ prof sept capt calif penn mass minn wash tenn ariz conn brig comdr cmdr "
    "supt insp approx thurs tues messrs mont okla colo mich miss natl intl assoc govt hwy blvd".split()
)


def split(text: Text) -> tuple[Sentence, ...]:
    """Number the sentences of the prose; every visible character outside the furniture is in one."""
    find = _english if text.language == "en" else _finder(text.language)
    sentences: list[Sentence] = []
    for paragraph, regions in enumerate(_paragraphs(text)):
        speaking = False
        for start, end in regions:
            for a, b in _pieces(text.prompt, start, end, find):
                words, copy = text.source[a:b], text.prompt[a:b]
                frame = droppable(copy) if text.language == "en" else None
                sentences.append(
                    Sentence(
                        id=len(sentences) + 1,
                        start=a,
                        end=b,
                        text=words,
                        prompt=copy,
                        paragraph=paragraph,
                        speech=speaking or bool((sign := _QUOTE.match(copy)) and sign["open"]),
                        frame=(a + frame[0], a + frame[1]) if frame else None,
                    )
                )
                for sign in _QUOTE.finditer(copy):
                    speaking = sign.lastgroup == "open"
    return tuple(sentences)


# ------------------------------------------------------------------------------------------ paragraphs, lines


def _paragraphs(text: Text) -> Iterator[list[Place]]:
    """Paragraphs as regions to split: a heading or list item is its own, wrapped lines are joined."""
    for block in _blocks(text):
        regions: list[Place] = []
        width = max(end - start for start, end in block)
        for index, (start, end) in enumerate(block):
            if regions and _continues(text.prompt, block, index, width):
                regions[-1] = (regions[-1][0], end)
            else:
                regions.append((start, end))
        yield regions


def _blocks(text: Text) -> Iterator[list[Place]]:
    """Runs of lines without a blank one between them. Furniture counts as blank."""
    canvas = _blanked(text.source, text.furniture)
    block: list[Place] = []
    last = 0
    for match in _LINE.finditer(canvas):
        line = _trimmed(text.prompt, *match.span())
        if not line:
            continue
        gap = canvas[last : match.start()].replace("\r\n", "\n")
        if block and (len(_NEWLINE.findall(gap)) > 1 or _NEW_PARAGRAPH.search(gap)):
            yield block
            block = []
        block += line
        last = match.end()
    if block:
        yield block


def _blanked(source: str, furniture: Iterable[Place]) -> str:
    """The source with line breaks for its furniture, the same length."""
    parts, at = [], 0
    for start, end in furniture:
        parts += [source[at:start], "\n" * (end - start)]
        at = end
    return "".join([*parts, source[at:]])


def _trimmed(prompt: str, start: int, end: int) -> list[Place]:
    """The span without the white space around it, or nothing."""
    words = prompt[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return [(start, end)] if start < end else []


def _continues(prompt: str, block: list[Place], index: int, width: int) -> bool:
    """Whether a line goes on with the line above: broken by the width of the page, not by the author."""
    (above, above_end), (start, end) = block[index - 1], block[index]
    line, previous = prompt[start:end], prompt[above:above_end]
    if _BULLET.match(line):
        return False
    if line[0].islower():
        return not _ENDS.search(previous)
    filled = above_end - above + 1 + len(line.split(maxsplit=1)[0]) > width
    return filled and 50 <= width <= 120 and len(block) > 2


# ---------------------------------------------------------------------------------------------- sentences


def _pieces(prompt: str, start: int, end: int, find: Finder) -> Iterator[Place]:
    """The sentences of one region."""
    words = prompt[start:end]
    ends = {at for at in find(words) if 0 < at < len(words)} | {len(words)}
    at = 0
    for stop in sorted(ends):
        if stop < len(words) and not _parts(words[at:stop], words[stop:]):
            continue
        for piece in _cut(words, at, stop):
            yield from _trimmed(prompt, start + piece[0], start + piece[1])
        at = stop


def _english(words: str) -> set[int]:
    """Where English sentences end: nupunkt, and the ends that it is known to miss."""
    ends = {end for _, end in nupunkt.sent_spans(words)}
    ends |= {
        match.end() for match in _MISSED_WORD.finditer(words) if match["word"].lower() not in _ABBREVIATIONS
    }
    return ends | {match.end() for match in _MISSED_SHORT.finditer(words)}


def _parts(left: str, right: str) -> bool:
    """Whether a sentence can end between the two."""
    if not (any(map(str.isalnum, left)) and any(map(str.isalnum, right[:LONGEST]))):
        return False
    left, right = left.rstrip(), right.lstrip()
    first = right.split(maxsplit=1)[0]
    if first.islower() or (_RANK.search(left) and first[0].isupper()):
        return False
    return not (_INITIALS.search(left) and _OFFICE.match(right))


@lru_cache
def _finder(language: str) -> Finder:
    """Where sentences end in another language: pysbd where it knows the language, else after each full
    stop."""
    if language not in LANGUAGE_CODES:
        return lambda words: {match.end() for match in _STOP.finditer(words)}
    segmenter = pysbd.Segmenter(language=language, clean=False, char_span=True)
    return lambda words: {span.end for span in segmenter.segment(words)}


def _cut(words: str, start: int, end: int) -> Iterator[Place]:
    """A sentence as it is, or in parts of at most `LONGEST` characters."""
    while end - start > LONGEST:
        window = words[start : start + LONGEST]
        clause = max((match.end() for match in _CLAUSE.finditer(window)), default=0)
        size = clause if clause > LONGEST // 2 else window.rfind(" ") + 1 or LONGEST
        yield start, start + size
        start += size
    yield start, end
