"""Article in, Text out: the prose, its same-length copy for the LLM, its date, dateline and language.

The text that spans point into is never changed: what an LLM must not see is blanked in the copy.
"""

import re
import unicodedata
from itertools import pairwise

from nutgraf.errors import ArticleEmpty, ArticleTooLong, BadArticle, NotAnArticle
from nutgraf.line import Text
from nutgraf.readers.calendar import bounds, precision
from nutgraf.readers.dates import resolve
from nutgraf.readers.furniture import Furniture, furniture
from nutgraf_schemas import MAX_CHARACTERS, Article, Dateline, Published, Span, Warning

# Characters that show nothing. The first may hide a message; the second stand in honest text too.
_HIDDEN = (
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufff0-\ufffb\ufdd0-\ufdef\ue000-\uf8ff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff"
)
_UNSEEN = (
    _HIDDEN + "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0080-\U000e0fff"
)
_CONTROL = "\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff"
_BLANK = re.compile(f"[{_UNSEEN}{_CONTROL}\\s]")
_INVISIBLE = re.compile(f"[{_UNSEEN}{_CONTROL}]")
_NOTHING = re.compile(f"[{_UNSEEN}{_CONTROL}\\s]*")
_STACKED = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}")

# Signs that have a meaning to a chat template or to JSON, and signs that look alike and have none.
_HARMLESS = str.maketrans(
    {
        "<": "‹", ">": "›", "|": "¦", "\\": "/", "＜": "‹", "＞": "›", "｜": "¦",
        "„": "“", "‟": "“", "″": "”", "‐": "-", "‑": "-", "−": "-", "‒": "–", "―": "—",
    }
)  # fmt: skip
_BRACKETED = re.compile(
    r"\[(\s*(?:/?(?:INST|SYS|B_INST|E_INST|TOOL_CALLS|TOOL_RESULTS|/?AVAILABLE_TOOLS)"
    r"|[#sS§]?\s*\d[\d\s,;–-]*)\s*)\]"
)
# What stands before an article and a sentence in the prompts. A look-alike of the colon means nothing there.
_PROMPT_MARK = re.compile(r"\b((?:Article|Sentence|Shortened)\s*)[:：]")
_OPENING_QUOTE = re.compile(r'(?:(?<=[\s(\[{“‘—–-])|^)"(?=\S)')

_ODD = {
    "hidden_characters": re.compile(f"[{_HIDDEN}]"),
    "control_characters": re.compile(f"[{_CONTROL}]"),
    "stacked_marks": _STACKED,
    "mixed_script": re.compile(r"[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]"),
    "mojibake": re.compile("â€[\u0080-\u00bf™œ˜“”\u009d]|Ã[\u0080-\u00bf©¨¢ª«´¶¼]|ï¿½|\ufffd"),
    "markup_detected": re.compile(
        r"</?(?:p|div|span|a|br|b|i|em|strong|img|script|style|h[1-6]|li|ul|table|iframe|article)\b[^<>]*>",
        re.I,
    ),
}
_MESSAGES = {
    "hidden_characters": "The text has characters that show nothing; the LLM sees spaces there.",
    "control_characters": "The text has control characters; the LLM sees spaces there.",
    "stacked_marks": "The text has letters under heaps of marks; the LLM sees the first three.",
    "mixed_script": "A word mixes letters of two alphabets that look alike.",
    "mojibake": "The text was decoded with a wrong character set somewhere.",
    "markup_detected": "The text has HTML tags; they are read as text.",
}


def normalise(article: Article) -> Text:
    """Read an article.

    Raises `BadArticle` (pointer `/text`) for U+0000, `ArticleEmpty`, `ArticleTooLong` and `NotAnArticle`.
    """
    source = article.text
    _refuse(source)
    found = furniture(_INVISIBLE.sub(" ", source))
    if not any(map(str.isalnum, _without(source, found.spans))):
        raise ArticleEmpty("The text is only a date, a dateline or a byline.", pointer="/text")
    published, dated = _published(article, found)
    language = article.language.split("-")[0].lower() if article.language else _language(source)
    warnings = [
        Warning(code=code, message=_MESSAGES[code], pointer="/text")
        for code, sign in _ODD.items()
        if sign.search(source)
    ]
    if language != "en":
        warnings.append(
            Warning(
                code="language_not_checked",
                message=f"nutgraf reads English; this is {language}.",
                pointer="/article/language",
            )
        )
    dateline = found.dateline
    return Text(
        source=source,
        prompt=_prompt(source),
        language=language,
        published=published,
        dateline=Dateline(place=dateline.place, agency=dateline.agency, span=_span(dateline.span))
        if dateline
        else None,
        furniture=found.spans,
        warnings=(*warnings, *dated),
    )


# ----------------------------------------------------------------------------------------- what is no article


def _refuse(source: str) -> None:
    if len(source) > MAX_CHARACTERS:
        raise ArticleTooLong(
            f"The article has {len(source):,} characters; {MAX_CHARACTERS:,} are allowed.", pointer="/text"
        )
    if (at := source.find("\0")) >= 0:
        raise BadArticle(f"The text has the control character U+0000 at {at}.", pointer="/text")
    if _NOTHING.fullmatch(source):
        raise ArticleEmpty(pointer="/text")
    if reason := _no_prose(source):
        raise NotAnArticle(f"The text is no prose: {reason}. Send the words of an article.", pointer="/text")


_MAGIC = re.compile(r"\s*(?:%PDF-\d|PK\x03\x04|\x89PNG|‰PNG|GIF8[79]a|ÿØÿ|\{\\rtf1|JVBERi0)")
_LONG_TOKEN = re.compile(r"[!-~]{61,}")
_LOREM = frozenset(
    "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut "
    "labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris "
    "nisi aliquip ex ea commodo consequat duis aute irure reprehenderit voluptate velit esse cillum "
    "fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia "
    "deserunt mollit anim id est laborum".split()
)


def _no_prose(source: str) -> str | None:
    """Why the text cannot be an article; None for what can, in doubt too."""
    if _MAGIC.match(source):
        return "it looks like a file of another kind"
    letters = sum(map(str.isalpha, source))
    if not letters:
        return "it has no letters"
    unreadable = sum(map(source.count, "\ufffd\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f"))
    if unreadable > len(source) / 20:
        return "it looks like binary data"
    words = source.lower().split()
    if len(words) >= 50 and len(set(words)) <= max(2, len(words) // 200):
        return "it repeats the same words"
    if sum(len(token) for token in _LONG_TOKEN.findall(source) if "://" not in token) > len(source) / 2:
        return "it is mostly one run of signs without spaces"
    bare = [word.strip(".,;:") for word in words]
    if len(words) >= 5 and sum(word in _LOREM for word in bare) > 0.8 * len(words):
        return "it is filler text"
    latin = [letter for letter in unicodedata.normalize("NFKD", source.lower()) if "a" <= letter <= "z"]
    if len(latin) >= 200 and sum(letter in "aeiouy" for letter in latin) < 0.27 * len(latin):
        return "its letters are random"
    return None


def _without(source: str, spans: tuple[tuple[int, int], ...]) -> str:
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(source)]
    return "".join(source[a:b] for a, b in zip(starts, ends, strict=True))


# --------------------------------------------------------------------------------------- the copy for the LLM


def _prompt(source: str) -> str:
    """The text with nothing hidden, no template token, no mark of ours, no sign that JSON must escape."""
    copy = _STACKED.sub(lambda marks: marks.group()[:3] + " " * (len(marks.group()) - 3), source)
    copy = _BLANK.sub(" ", copy)
    copy = _PROMPT_MARK.sub(r"\1꞉", _BRACKETED.sub(r"(\1)", copy)).translate(_HARMLESS)
    return _OPENING_QUOTE.sub("“", copy).replace('"', "”")


# -------------------------------------------------------------------------------------- when it was published


def _published(article: Article, found: Furniture) -> tuple[Published, list[Warning]]:
    """The request's field, else the header, else the dateline, whose day may refine a header's month."""
    field = article.published.split("T")[0].replace("-XX", "") if article.published else None
    known: list[tuple[str, str, tuple[int, int] | None]] = []
    if field:
        known.append(("field", field, None))
    if found.header and (edtf := _day(found.header.date, field)):
        known.append(("header", edtf, found.header.span))
    if (
        found.dateline
        and found.dateline.date
        and (edtf := _day(found.dateline.date, known[0][1] if known else None))
    ):
        known.append(("dateline", edtf, found.dateline.date_span))
    if not known:
        return Published(edtf=None, precision="unknown", basis="none"), []
    warnings = [
        Warning(
            code="date_conflict",
            message=f"The {a[0]} says {a[1]}, the {b[0]} says {b[1]}.",
            pointer="/article/published",
        )
        for a, b in pairwise(known)
        if not _compatible(a[1], b[1])
    ]
    basis, edtf, span = known[0]
    if basis == "header" and len(known) > 1 and known[1][1].startswith(edtf + "-"):
        basis, edtf, span = known[1]
    if precision(edtf) != "day":
        warnings.append(
            Warning(
                code="date_month_only",
                message=f"The day of publication is not known: {edtf}.",
                pointer="/article/published",
            )
        )
    published = Published.model_validate(
        {"edtf": edtf, "precision": precision(edtf), "basis": basis, "span": _span(span) if span else None}
    )
    return published, warnings


def _day(words: str, base: str | None) -> str | None:
    found = resolve(words, base)
    return None if isinstance(found, str) else found.edtf


def _compatible(a: str, b: str) -> bool:
    """Whether all days of one are days of the other."""
    (first, last), (other_first, other_last) = bounds(a), bounds(b)
    if first is None or last is None or other_first is None or other_last is None:
        return False
    return (first <= other_first and other_last <= last) or (other_first <= first and last <= other_last)


def _span(span: tuple[int, int]) -> Span:
    return Span(start=span[0], end=span[1])


# ------------------------------------------------------------------------------------------- which language

_ENGLISH = frozenset(
    "the and of to that with for from were has have been said by his her their this which an would "
    "after who its more".split()
)


def _language(source: str) -> str:
    """`en` where English function words abound or a few words are ASCII, else what the detector says."""
    words = re.findall(r"[^\W\d_]+", source[:20_000].lower())
    if len(words) >= 5 and sum(word in _ENGLISH for word in words) >= 0.12 * len(words):
        return "en"
    if len(words) < 20 and all(word.isascii() for word in words):
        return "en"
    import py3langid  # 0.1–0.5 s: only for the texts that need it

    return str(py3langid.classify(source[:20_000])[0])
