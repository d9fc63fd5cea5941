"""Refuse, replace, mark: claims that know their sentences in, claims that the article carries out.

A statement that fails a check gives way to its best cited sentence, in the article's own words; an event field that does
not stand in its evidence is emptied. Nothing that failed is kept, and each refusal is told in a warning.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from nutgraf.line import Cited, Claim, Place, Record, Sentence
from nutgraf.readers.excerpts import excerpt
from nutgraf.readers.reading import Reading
from nutgraf.readers.source import Source
from nutgraf.readers.words import IRREGULAR_PAST
from nutgraf_schemas import CheckName, CheckResult, Entity, Evidence, Warning

_RESULTS: Mapping[bool | None, CheckResult] = {True: "ok", False: "failed", None: "not_applicable"}
_TOKEN = re.compile(r"\w+(?:['’.,]\w+)*|[$£€%]")

_PARTICIPLE = re.compile(
    r"(?<=\w) (\w+)(?= (?:to|against|for|of|in|on|by|after|over|from|with|and|as|guilty)\b|,|$)"
)


def check(cited: Cited, sentences: Sequence[Sentence], published: str | None) -> Cited:
    """Give every claim its support. There must be at least one sentence; `published` is EDTF or None."""
    checker = _Checker(sentences, cited.entities, published)
    headline = checker.claim(cited.headline, "/headline", headline=True)
    taken: set[int] = set()

    def told(claims: Iterable[Claim], name: str) -> tuple[Claim, ...]:
        return tuple(checker.claim(c, f"/{name}/{i}", taken=taken) for i, c in enumerate(claims))

    summary, key_points = told(cited.summary, "summary"), told(cited.key_points, "key_points")
    records = tuple(checker.record(r, f"/events/{i}") for i, r in enumerate(cited.records))
    return replace(
        cited,
        headline=headline,
        summary=summary,
        key_points=key_points,
        records=records,
        warnings=(*cited.warnings, *checker.warnings),
    )


def judge(
    claims: Sequence[Claim],
    sentences: Sequence[Sentence],
    entities: Sequence[Entity],
    published: str | None,
) -> tuple[Claim, ...]:
    """What the article carries of claims that somebody else made, in order; their text is left as it is.

    A claim's `sentences` alone may carry it; where it has none, any may. `support` is `verbatim`, `supported` or
    `unsupported`, and the evidence of what is not supported is the sentence that says most of it.
    """
    checker = _Checker(sentences, entities, published)
    judged = (checker.judged(claim, only=claim.sentences) for claim in claims)
    return tuple(replace(told, text=claim.text) for told, claim in zip(judged, claims, strict=True))


class _Checker:
    """The article, read once, and what had to be refused."""

    def __init__(
        self, sentences: Sequence[Sentence], entities: Sequence[Entity], published: str | None
    ) -> None:
        self._sentences = {s.id: s for s in sentences}
        self._source = Source(sentences, entities, published)
        self.warnings: list[Warning] = []

    def claim(
        self, claim: Claim, pointer: str, *, headline: bool = False, taken: set[int] | None = None
    ) -> Claim:
        """The claim with its support, or an extract in its place that none of `taken` has given."""
        if claim.extract and claim.span is None:
            return self._cut(claim.sentences[0], claim.checks, headline, taken)
        if claim.extract:
            return replace(claim, support="extracted")
        told = self.judged(claim, headline=headline)
        if told.support != "unsupported":
            return told
        failed = ", ".join(name for name, result in told.checks.items() if result == "failed")
        self.warnings.append(
            Warning(
                code="draft_failed_check",
                message=f"The draft was replaced by the article's own words; it failed: {failed}.",
                pointer=pointer,
            )
        )
        return self._cut(self._best(claim, taken or set()), told.checks, headline, taken)

    def judged(self, claim: Claim, *, headline: bool = False, only: Sequence[int] = ()) -> Claim:
        """The claim with its support, which may be `unsupported`, and the evidence that carries it."""
        found = self._source.seek(claim.text, claim.sentences, only)
        if headline and not found.supported and (fuller := _restored(claim.text)):
            again = self._source.seek(fuller, claim.sentences, only)
            found = again if again.supported else found
        told = replace(
            claim,
            sentences=found.sentences,
            support="supported" if found.supported else "unsupported",
            checks=MappingProxyType({cast("CheckName", n): _RESULTS[ok] for n, ok in found.results.items()}),
        )
        sentence = self._sentences[found.sentences[0]]
        place = _run(claim.text, sentence) if found.supported and len(found.sentences) == 1 else None
        if place is None:
            return told
        words = sentence.text[place[0] - sentence.start : place[1] - sentence.start]
        return replace(told, text=words, support="verbatim", span=place)

    def record(self, record: Record, pointer: str) -> Record:
        """The record with a checked description, and without fields that do not stand in their evidence."""
        reasons = dict(record.null_reasons)
        when, where = record.when, record.where
        if when is not None and not self._stands(when.text, when.evidence):
            when, reasons["when"] = None, "failed_check"
        if where is not None and not self._stands(where.text, where.evidence):
            where, reasons["where"] = None, "failed_check"
        participants = tuple(p for p in record.participants if self._stands(p.name, p.evidence))
        quantities = tuple(q for q in record.quantities if self._stands(q.text, q.evidence))
        empty = [field for field, reason in reasons.items() if reason == "failed_check"]
        fewer = (
            ("participants", participants, record.participants),
            ("quantities", quantities, record.quantities),
        )
        for field in (*empty, *(name for name, kept, given in fewer if len(kept) < len(given))):
            self.warnings.append(
                Warning(
                    code="field_failed_check",
                    message=f"What was proposed for {field} does not stand in its evidence and was left out.",
                    pointer=f"{pointer}/{field}",
                )
            )
        return replace(
            record,
            description=self.claim(record.description, f"{pointer}/description"),
            when=when,
            where=where,
            participants=participants,
            quantities=quantities,
            null_reasons=MappingProxyType(reasons),
        )

    def _cut(
        self, n: int, checks: Mapping[CheckName, CheckResult], headline: bool, taken: set[int] | None
    ) -> Claim:
        """Sentence `n` as a claim: whole, or a safe run of it where it is long."""
        if taken is not None:
            taken.add(n)
        sentence = self._sentences[n]
        frame = sentence.frame and (sentence.frame[0] - sentence.start, sentence.frame[1] - sentence.start)
        start, end = excerpt(sentence.text, frame, headline=headline)
        return Claim(
            text=sentence.text[start:end],
            sentences=(n,),
            extract=True,
            span=None
            if (start, end) == (0, len(sentence.text))
            else (sentence.start + start, sentence.start + end),
            support="extracted",
            checks=checks,
        )

    def _best(self, claim: Claim, taken: set[int]) -> int:
        """The cited sentence that says most of the claim; its nearest free neighbour where all cited are taken."""
        stated = Reading(claim.text).stems
        cited = sorted(claim.sentences, key=lambda n: (-len(stated & self._source.reading(n).stems), n))
        around = sorted(self._sentences, key=lambda n: (abs(n - cited[0]), n))
        return next((n for n in (*cited, *around) if n not in taken), cited[0])

    def _stands(self, text: str, evidence: Sequence[Evidence]) -> bool:
        for e in evidence:
            sentence = self._sentences.get(e.sentence)
            if sentence and text in sentence.text[max(0, e.start - sentence.start) : e.end - sentence.start]:
                return True
        return False


def _restored(headline: str) -> str | None:
    """The headline with the "was" that headlines leave out: "Treasurer (was) sentenced to nine years"; None without one."""
    for match in _PARTICIPLE.finditer(headline):
        if match[1].endswith("ed") or match[1] in IRREGULAR_PAST:
            return f"{headline[: match.start(1)]}was {headline[match.start(1) :]}"
    return None


def _run(text: str, sentence: Sentence) -> Place | None:
    """Where the text stands in the sentence word for word, in the article; None where it does not."""
    asked = [m[0] for m in _TOKEN.finditer(text)]
    there = list(_TOKEN.finditer(sentence.prompt))
    have = [m[0] for m in there]
    for i in range(len(have) - len(asked) + 1):
        if have[i : i + len(asked)] == asked and asked:
            start, end = there[i].start(), there[i + len(asked) - 1].end()
            if text.endswith((".", "!", "?")) and sentence.prompt.startswith((".", "!", "?"), end):
                end += 1
            opened, closed = sentence.prompt.count("“", start, end), sentence.prompt.count("”", start, end)
            if opened > closed and sentence.prompt.startswith("”", end):
                end += 1
            return sentence.start + start, sentence.start + end
    return None
