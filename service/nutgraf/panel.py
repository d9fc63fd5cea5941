"""A digest and its article in; a panel to read on a terminal out.

Every statement stands above the words of the article that carry it, each marked with its sentence's number.
Nothing of an article is taken for markup, and none of its control characters reaches the terminal.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from nutgraf_schemas import CheckAnswer, CheckName, Contradiction, Digest, Event, Evidence, Statement, Warning

MARKS = {
    "supported": ("✓", "green"),
    "verbatim": ("=", "green"),
    "extracted": ("»", "yellow"),
    "unsupported": ("✗", "red"),
}
LEGEND = "✓ checked   = verbatim   » the article's sentence in place of a failed draft"
CHECK_LEGEND = "✓ the article says so   = word for word   ✗ it does not say so"
FAILED: Mapping[CheckName, str] = {
    "numbers": "a number or its unit is another",
    "dates": "a date is another",
    "names": "a name is not there",
    "polarity": "affirmed, denied or uncertain where the article is not",
    "hedges": "“almost”, “at least” and the like do not agree",
    "roles": "who did what to whom is not told so",
    "words": "words that the article does not have here",
    "second_opinion": "the LLM says no",
}
"""Of each check what it means that it failed."""


def panel(digest: Digest, text: str) -> Group:
    """The digest of the article `text`, ready for a rich console."""
    quote = _Quotes(text, digest.article.offset_unit)
    parts: list[RenderableType] = [_head(digest), ""]
    parts += _section("SUMMARY", (_statement(each, quote) for each in digest.summary))
    parts += _section("KEY POINTS", (_statement(each, quote) for each in digest.key_points))
    parts += _section("EVENTS", (_event(n, each, quote) for n, each in enumerate(digest.events, 1)))
    parts += _section("CONTRADICTIONS", (_contradiction(each, digest) for each in digest.contradictions))
    parts += _section("WARNINGS", (_warning(w) for w in digest.warnings if not _told(w)))
    return Group(*parts, Text(_cost(digest), style="dim"), Text(LEGEND, style="dim"))


def check_panel(answer: CheckAnswer, text: str, unit: str) -> Group:
    """What the article `text` carries of statements, ready for a rich console."""
    quote = _Quotes(text, unit)
    parts = [_judged(each, quote) for each in answer.statements]
    carried = sum(each.support != "unsupported" for each in answer.statements)
    count = f"{carried} of {len(parts)} supported"
    return Group(*parts, "", Text(count, style="bold"), Text(CHECK_LEGEND, style="dim"))


def clean(words: str) -> str:
    """`words` on one line, without anything that could steer a terminal."""
    return "".join(map(_harmless, " ".join(words.split())))


def _harmless(letter: str) -> str:
    match unicodedata.category(letter):
        case "Cc" | "Cs" | "Co" | "Cn":
            return "�"
        case "Cf":  # invisible: direction marks, soft hyphens, tags
            return ""
    return letter


class _Quotes:
    """Looks up the words of a span, in whatever unit the digest counts."""

    def __init__(self, text: str, unit: str) -> None:
        self._encoding = {"utf16": "utf-16-le", "utf8": "utf-8"}.get(unit)
        self._width = 2 if unit == "utf16" else 1
        self._text = text
        self._bytes = text.encode(self._encoding) if self._encoding else b""

    def words(self, evidence: Evidence) -> str:
        start, end = evidence.start * self._width, evidence.end * self._width
        return self._bytes[start:end].decode(self._encoding) if self._encoding else self._text[start:end]


def _warning(warning: Warning) -> RenderableType:
    return _line("!", "yellow", f"{warning.message} ({warning.code})")


def _told(warning: Warning) -> bool:
    """Whether the event says it itself: "where    not known: failed check"."""
    return warning.code == "field_failed_check" and (warning.pointer or "").endswith(("/when", "/where"))


def _head(digest: Digest) -> RenderableType:
    article, dateline = digest.article, digest.article.dateline
    published = article.published
    facts = (
        article.title,
        dateline and dateline.place,
        article.source or (dateline and dateline.agency),
        published.edtf and f"published {published.edtf} ({published.basis})",
        f"{digest.coverage.sentences} sentence{'s' * (digest.coverage.sentences != 1)}",
        digest.status if digest.status != "complete" else None,
    )
    glyph, colour = MARKS[digest.headline.support]
    headline = _line(glyph, colour, digest.headline.text, "bold", _refs(digest.headline.evidence))
    return Group(headline, _indent(Text(" · ".join(clean(fact) for fact in facts if fact), style="dim")))


def _section(title: str, items: Iterable[RenderableType]) -> Iterator[RenderableType]:
    found = list(items)
    if found:
        yield Text(title, style="bold cyan")
        yield from found
        yield ""


def _statement(statement: Statement, quote: _Quotes) -> RenderableType:
    glyph, colour = MARKS[statement.support]
    failed = [name for name, result in statement.checks.items() if result == "failed"]
    note = f" draft failed: {', '.join(map(_plain, failed))}" if failed else ""
    line = _line(glyph, colour, statement.text, "", _refs(statement.evidence) + note)
    return Group(line, *_quoted(statement.evidence, quote, besides=statement.text))


def _judged(statement: Statement, quote: _Quotes) -> RenderableType:
    """A statement of somebody else: its mark, why it is not supported, the words that carry it or come nearest."""
    glyph, colour = MARKS[statement.support]
    why = [FAILED[name] for name, result in statement.checks.items() if result == "failed"]
    if "not_checked" in statement.checks.values() and statement.support == "unsupported":
        why.append("not word for word in the article, and only English is checked")
    elif statement.support == "unsupported" and not why:
        why.append("no sentence carries all of it")
    reason = [_indent(Text("; ".join(why), style=colour))] if why else []
    line = _line(glyph, colour, statement.text, "bold", _refs(statement.evidence))
    return Group(line, *reason, *_quoted(statement.evidence, quote, besides=statement.text))


def _event(number: int, event: Event, quote: _Quotes) -> RenderableType:
    rows = Table.grid(padding=(0, 1))
    rows.add_column(style="dim", width=8)
    rows.add_column(ratio=1)
    for label, value in _fields(event):
        rows.add_row(label, value)
    kind = Text.assemble(
        ("\n" if number > 1 else ""),
        (f"{number} ", "bold"),
        (_plain(event.type), "bold"),
        (" · main event" if event.main else "", "cyan"),
    )
    cited = {e.sentence: e for e in (*event.evidence, *event.description.evidence)}
    quotes = _quoted([cited[n] for n in sorted(cited)], quote, besides=event.description.text)
    return Group(kind, _indent(rows), *quotes)


def _contradiction(found: Contradiction, digest: Digest) -> RenderableType:
    """Both values, and the sentences that they stand in."""
    sides = (found.a, found.b)
    cited = [s.id for side in sides for s in digest.article.sentences if s.start <= side.start < s.end]
    return _line("≠", "red", found.explanation, note="".join(f"[{n}]" for n in cited))


def _fields(event: Event) -> Iterator[tuple[str, Text]]:
    yield "what", _what(event.description)
    if event.when:
        yield "when", _mapped(event.when.text, f" → {clean(event.when.edtf)}", event.when.evidence)
    else:
        yield from _not_known("when", event)
    if event.where:
        country = f" → {event.where.country}" if event.where.country else ""
        if not country and "country" in event.null_reasons:
            country = f" (country not known: {_plain(event.null_reasons['country'])})"
        yield "where", _mapped(event.where.text, country, event.where.evidence)
    else:
        yield from _not_known("where", event)
    for n, who in enumerate(event.participants):
        yield "" if n else "who", _mapped(who.name, f" as {who.role}", who.evidence)
    for n, much in enumerate(event.quantities):
        yield "" if n else "quantity", _mapped(much.text, f" · {_plain(much.kind)}", much.evidence)
    if event.modality != "asserted":
        yield "status", Text(event.modality)
    for n, says in enumerate(event.attribution):
        cue = f": “{clean(says.cue)}”" + (f", through {clean(says.via)}" if says.via else "")
        yield "" if n else "says who", _mapped(says.source, cue, says.evidence)


def _what(description: Statement) -> Text:
    glyph, colour = MARKS[description.support]
    return Text.assemble(
        clean(description.text), (f" {glyph}", colour), (f" {_refs(description.evidence)}", "dim")
    )


def _mapped(words: str, meaning: str, evidence: Iterable[Evidence]) -> Text:
    """Words of the article, what they were found to mean, and where they stand."""
    return Text.assemble(clean(words), (meaning, "cyan"), (f" {_refs(evidence)}", "dim"))


def _not_known(field: str, event: Event) -> Iterator[tuple[str, Text]]:
    """Why a field is empty; of what the article simply does not tell nobody asks."""
    reason = event.null_reasons.get(field, "not_in_article")
    if reason != "not_in_article":
        yield field, Text(f"not known: {_plain(reason)}", style="dim")


def _plain(code: str) -> str:
    """A code of ours as people read it."""
    return clean(code.replace("_", " "))


def _quoted(evidence: Iterable[Evidence], quote: _Quotes, besides: str) -> Iterator[RenderableType]:
    """The cited words, but for those that `besides` has said already."""
    for each in evidence:
        words = clean(quote.words(each))
        if words != clean(besides):
            yield _indent(_line(f"[{each.sentence}]", "dim", words, "dim italic"))


def _line(mark: str, colour: str, words: str, style: str = "", note: str = "") -> RenderableType:
    """A mark that hangs in the margin, words, and a dimmed note behind them."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    text = Text(clean(words), style=style)
    if note:
        text = Text.assemble(text, (f"  {note}", "not bold dim"))
    grid.add_row(Text(mark, style=colour), text)
    return grid


def _indent(what: RenderableType) -> RenderableType:
    return Padding(what, (0, 0, 0, 2), expand=False)


def _refs(evidence: Iterable[Evidence]) -> str:
    return "".join(f"[{n}]" for n in sorted({each.sentence for each in evidence}))


def _cost(digest: Digest) -> str:
    made, cost = digest.provenance, digest.usage
    tokens = f"{cost.input_tokens:,} tokens in ({cost.cached_tokens:,} cached), {cost.output_tokens:,} out"
    return f"{made.llm or 'no LLM'} · {made.prompt} · {cost.calls} calls · {tokens} · {cost.seconds:.1f} s"
