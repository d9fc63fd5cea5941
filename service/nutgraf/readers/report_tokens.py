"""Text in, its tokens out, tagged by a closed table: what the readers of reported speech look at.

A token is a word, a sign or a paragraph break. Only function words are tagged; all others are plain words.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

_TAGS = {
    "det": "the a an his her its their our my your this these those some any no every each all both many several"
    " few most another other one two three four five six seven eight nine ten dozens hundreds thousands millions"
    " half more whose which",
    "pro": "i he she we they you it someone everyone nobody anyone everybody somebody",
    "obj": "him them me us himself herself themselves itself myself",
    "prep": "of in on at by for from with about against into onto over under through during despite among between"
    " toward towards without within via amid alongside around behind beyond near upon across throughout including"
    " per off regarding concerning like unlike besides except outside inside above below",
    "sub": "that if whether because when while as although though since after before than until unless where"
    " whereas how why what once so according",
    "coo": "and but or nor yet plus",
    "to": "to",
    "rel": "who whom",
    "aux": "is was are were be been being am has have had having will would do does did may might can could shall"
    " should must cannot 's 're 've 'm 'll 'd got get gets",
    "adv": "also then later still now again even just not never ever first already long soon too recently often"
    " instead therefore however once always sometimes perhaps maybe earlier further here there today yesterday"
    " tonight tomorrow only simply rather quite very much far yet meanwhile twice nonetheless nevertheless once"
    " almost nearly finally indeed thus really early late back out up away down",
    "date": "monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    " september october november december jan feb aug sept oct nov dec morning afternoon evening night week month"
    " year weekend",
}
TAG_OF = {word: tag for tag, words in _TAGS.items() for word in words.split()}
_BEING = frozenset("is was are were be been being am 's 're 'm got get gets".split())
_NO_ADVERB = frozenset(
    "family ally rally supply reply assembly bully fly anomaly monopoly july italy daily weekly monthly friendly"
    " likely elderly costly deadly holy ugly lovely lonely unlikely orderly hourly sally kelly billy emily".split()
)
_STARTS = ("end", "break", "close", "open", ":")
_ABBREVIATED = (
    "Mr Mrs Ms Dr Sen Sens Rep Reps Gov Govs Gen Lt St Jr Sr Rev Col Sgt Capt Cmdr Prof No vs Ft Mt Inc Co Corp Ltd"
    " Fla Calif Mass Pa Va Md Ga Tenn Conn Wis Mich Minn Ariz Ark Ala Ill Ind Kan Ky La Mo Mont Neb Nev Okla Ore"
    " Tex Vt Wash Wyo Colo Del Jan Feb Aug Sept Oct Nov Dec etc"
)
_TOKEN = re.compile(
    rf"(?P<word>(?:[A-Z]\.){{2,}}|(?:{_ABBREVIATED.replace(' ', '|')}|[A-Z])\.(?=[\s,])"
    r"|[^\W_]+(?:(?:[-&/]|\.(?=[a-z\d]))[^\W_]+)*(?:['’](?!(?:s|re|ve|m|ll|d)\b)[^\W_]+)*|['’](?:s|re|ve|m|ll|d)\b|[$£€%])"
    r"|(?P<open>“|``|«|[\"]|(?<!\w)''(?=\S)|‘(?=\w)|(?<!\w)'(?=[A-Z]))|(?P<close>'''|”|''|»)"
    r"|(?P<end>[.!?…]+)|(?P<break>\n\s*)|(?P<dash>—|–|--+|(?<=\s)-(?=\s))|(?P<sign>[^\s\w])"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The tokens of a subject, both ends included, and the first token of its verb group.

    `shared` says that it was taken over from another verb.
    """

    first: int
    last: int
    group: int
    shared: bool = False


@dataclass(slots=True)
class Tokens:
    """The tokens of a text, as columns: word in lower case, tag, span; and the structure over them.

    `sentence` gives each token the number of its sentence, `first` and `last` each sentence's tokens. `quote`
    gives each token the number of the quotation it stands in, signs included, or -1; `quotes` their
    opening and closing tokens; `paragraph` each sentence's paragraph.
    """

    text: str
    word: list[str]
    tag: list[str]
    start: list[int]
    end: list[int]
    sentence: list[int]
    first: list[int]
    last: list[int]
    paragraph: list[int]
    quote: list[int]
    quotes: list[tuple[int, int]]
    subjects: dict[tuple[int, int], Subject | None] = field(default_factory=dict)

    def capital(self, at: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.text[self.start[at]].isupper()

    def span(self, a: int, b: int) -> tuple[int, int]:
        """The characters of the tokens from `a` to `b`, both included."""
        return self.start[a], self.end[b]

    def at(self, place: int) -> int:
        """The first token that begins at `place` or behind it."""
        return bisect_left(self.start, place)


def read(text: str) -> Tokens:
    """The tokens of `text`."""
    words: list[str] = []
    tags: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    tag_of = TAG_OF.get
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup or ""
        found = match[0]
        if kind == "word":
            word = found.lower().replace("’", "'")
            tag = tag_of(word) or ""
            if not tag:
                if word.endswith("ly") and found[0].islower() and word not in _NO_ADVERB:
                    tag = "adv"
                elif word.endswith("n't"):
                    tag = "aux"
                else:
                    tag = "word"
            elif (
                tag == "date"
                and found[0].islower()
                and word not in ("morning", "afternoon", "evening", "night")
            ) or (tag == "adv" and found[0].isupper() and word in ("long", "far", "early")):
                tag = "word"
            elif word == "'s" and (not tags or tags[-1] not in ("pro", "sub", "rel", "adv")):
                tag = "pos"
            elif (word == "us" and found == "US") or (
                found in ("Will", "May") and tags and tags[-1] not in _STARTS
            ):
                tag = "word"
        else:
            word = found
            tag = found if kind == "sign" else kind
            if kind == "open" and found == '"':
                tag = "open" if _opens(text, start, end) else "close"
            elif found == "'" and tags and tags[-1] == "word":
                tag = "pos"
        words.append(word)
        tags.append(tag)
        starts.append(start)
        ends.append(end)
    return _structured(Tokens(text, words, tags, starts, ends, [], [], [], [], [], []))


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a straight quotation mark opens: nothing or a space before it, something behind it."""
    return (
        (start == 0 or text[start - 1] in " \n\t\xa0([—–-“‘") and end < len(text) and not text[end].isspace()
    )


def _structured(tokens: Tokens) -> Tokens:
    """Mark sentences, paragraphs and quotations."""
    tags, words = tokens.tag, tokens.word
    number = paragraph = 0
    opened = -1
    begin = 0
    count = len(tags)
    for at, tag in enumerate(tags):
        if tag == "open" and opened < 0:
            opened = at
            tokens.quotes.append((at, at))
        tokens.quote.append(len(tokens.quotes) - 1 if opened >= 0 else -1)
        if tag == "close" and opened >= 0:
            tokens.quotes[-1] = (opened, at)
            opened = -1
        tokens.sentence.append(number)
        ends = False
        if tag == "break":
            ends = (
                "\n" in words[at][1:]
                or at == 0
                or tags[at - 1] in ("end", "close", "break", ":")
                or count < at + 2
            )
            ends = ends or _is_line_end(tokens, at)
            if ends and opened >= 0:
                tokens.quotes[-1] = (opened, max(opened, at - 1))
                tokens.quote[-1] = -1
                opened = -1
        elif tag == "end" or (
            tag in ("close", ")") and at and tags[at - 1] == "end" and tokens.sentence[at - 1] == number
        ):
            ends = at + 1 == count or _begins(tokens, at + 1)
        if ends:
            tokens.first.append(begin)
            tokens.last.append(at)
            tokens.paragraph.append(paragraph)
            number += 1
            begin = at + 1
            paragraph += tag == "break"
    if opened >= 0:
        tokens.quotes[-1] = (opened, count - 1)
    if begin < count:
        tokens.first.append(begin)
        tokens.last.append(count - 1)
        tokens.paragraph.append(paragraph)
    return tokens


def _is_line_end(tokens: Tokens, at: int) -> bool:
    """Whether a single line break ends a paragraph: the next line begins like one, this one is short or ends."""
    return at + 1 < len(tokens.tag) and tokens.tag[at + 1] == "open"


def _begins(tokens: Tokens, at: int) -> bool:
    """Whether a sentence begins here: behind a space, with a capital, a digit or a quotation mark."""
    if tokens.tag[at] == "close":
        return False
    if tokens.tag[at] in ("open", "break", "dash"):
        return True
    sign = tokens.text[tokens.start[at]]
    return tokens.start[at] > tokens.end[at - 1] and (sign.isupper() or sign.isdigit() or sign in "([<@#")


def being(word: str) -> bool:
    """Whether a form of "be" or "get" makes what follows passive."""
    return word in _BEING or (word.endswith("n't") and word[:-3] in _BEING)
