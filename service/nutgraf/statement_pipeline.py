"""The way of statements that somebody else made: a CheckRequest in, a CheckAnswer out. No LLM, nothing stored."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType
from typing import get_args

from nutgraf.errors import BadArticle
from nutgraf.line import Claim, Place, Sentence
from nutgraf.offsets import in_unit, offsets
from nutgraf.steps.check import judge
from nutgraf.steps.entities import entities_of
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import split
from nutgraf_schemas import (
    Article,
    CheckAnswer,
    CheckName,
    CheckRequest,
    CheckResult,
    Digest,
    Evidence,
    Statement,
    StatementToCheck,
)

NOT_CHECKED: Mapping[CheckName, CheckResult] = MappingProxyType(
    {name: "not_checked" for name in get_args(CheckName) if name != "second_opinion"}
)
"""What is said of a statement about an article in another language than English."""
_WORD = re.compile(r"\w+")


def check_statements(request: CheckRequest, digest: Digest | None = None) -> CheckAnswer:
    """What the article carries of each statement. `digest` is the one that the request names.

    Raises `BadArticle` where the text is no article or not the digest's, and for numbers of sentences that
    there are not.
    """
    if digest is not None:
        _refuse_another_text(request.text, digest)
    text = normalise(_article(request, digest))
    sentences = split(text)
    if digest is not None:
        _refuse_other_numbers(request.text, sentences, digest)
    asked = request.statements or list(_own_statements(digest))
    _refuse_missing_sentences(asked, len(sentences))
    claims = [Claim(text=each.text, sentences=tuple(each.sentences or ())) for each in asked]
    if text.language == "en":
        told = judge(claims, sentences, entities_of(sentences), text.published.edtf)
    else:
        told = _sought(claims, sentences)
    answer = CheckAnswer(statements=[_statement(claim, sentences) for claim in told])
    return in_unit(answer, request.text, digest.article.offset_unit if digest else request.offset_unit)


def _article(request: CheckRequest, digest: Digest | None) -> Article:
    """The article as it was digested, or as the request describes it."""
    if digest is None:
        return Article(text=request.text, published=request.published, language=request.language)
    published = digest.article.published
    return Article(
        text=request.text,
        published=published.edtf if published.basis == "field" else None,  # else the text says so again
        language=digest.article.language,
    )


def _own_statements(digest: Digest | None) -> Iterator[StatementToCheck]:
    """The statements of a digest, each with the sentences that it cites."""
    if digest is not None:
        described = (event.description for event in digest.events)
        for each in (digest.headline, *digest.summary, *digest.key_points, *described):
            cited = list(dict.fromkeys(evidence.sentence for evidence in each.evidence))
            yield StatementToCheck.model_construct(text=each.text, sentences=cited)


def _refuse_another_text(text: str, digest: Digest) -> None:
    if sha256(text.encode()).hexdigest() != digest.article.sha256:
        raise BadArticle(
            "The text is not the one that was digested: its SHA-256 is not the digest's `article.sha256`. "
            "Send that article's text, character by character, or leave out `digest`.",
            pointer="/text",
        )


def _refuse_other_numbers(text: str, sentences: Sequence[Sentence], digest: Digest) -> None:
    at = offsets(text, digest.article.offset_unit)
    if [(at[s.start], at[s.end]) for s in sentences] != [(s.start, s.end) for s in digest.article.sentences]:
        raise BadArticle(
            f"The digest was made by nutgraf {digest.provenance.nutgraf}, which split the text into other sentences. "
            "Digest the article again.",
            pointer="/digest",
        )


def _refuse_missing_sentences(asked: Sequence[StatementToCheck], last: int) -> None:
    for i, each in enumerate(asked):
        for j, number in enumerate(each.sentences or ()):
            if number > last:
                raise BadArticle(
                    f"There is no sentence {number}; the article has {last}.",
                    pointer=f"/statements/{i}/sentences/{j}",
                )


def _sought(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """Each claim where it stands word for word; else unsupported, beside the sentence that has most of its words."""
    lines = {s.id: _Line.of(s) for s in sentences}

    def sought(claim: Claim) -> Claim:
        may = [lines[n] for n in claim.sentences or lines]
        for line in may:
            if place := line.find(claim.text):
                return replace(
                    claim, sentences=(line.number,), span=place, support="verbatim", checks=NOT_CHECKED
                )
        said = set(_WORD.findall(claim.text.casefold()))
        nearest = max(may, key=lambda line: len(said & line.vocabulary))
        return replace(claim, sentences=(nearest.number,), support="unsupported", checks=NOT_CHECKED)

    return tuple(map(sought, claims))


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence on one line, a space between two words; `starts` are its words' places in the article."""

    number: int
    text: str
    starts: Sequence[int]
    vocabulary: frozenset[str]

    @classmethod
    def of(cls, sentence: Sentence) -> "_Line":
        words = list(re.finditer(r"\S+", sentence.text))
        return cls(
            number=sentence.id,
            text=" ".join(word[0] for word in words),
            starts=[sentence.start + word.start() for word in words],
            vocabulary=frozenset(_WORD.findall(sentence.text.casefold())),
        )

    def find(self, text: str) -> Place | None:
        """Where all words of `text` stand, whatever white space is between them; a place in the article."""
        asked = " ".join(text.split())
        at = self.text.find(asked)
        while at >= 0:
            end = at + len(asked)
            if not (self._inside_word(at) or self._inside_word(end)):
                return self._place(at), self._place(end - 1) + 1
            at = self.text.find(asked, end)
        return None

    def _inside_word(self, at: int) -> bool:
        return self.text[at - 1 : at].isalnum() and self.text[at : at + 1].isalnum()

    def _place(self, at: int) -> int:
        """The place in the article of a letter of the line."""
        return self.starts[self.text.count(" ", 0, at)] + at - (self.text.rfind(" ", 0, at) + 1)


def _statement(claim: Claim, sentences: Sequence[Sentence]) -> Statement:
    spans = [(n, sentences[n - 1].start, sentences[n - 1].end) for n in claim.sentences]
    if claim.span is not None:
        spans[0] = (claim.sentences[0], *claim.span)
    return Statement(
        text=claim.text,
        evidence=[Evidence(sentence=n, start=start, end=end) for n, start, end in spans],
        support=claim.support or "unsupported",
        checks=dict(claim.checks),
    )
