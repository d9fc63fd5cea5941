"""A digest as it was given and its article in, whether it keeps to the schema and every span is exact out.

This is the hard one: of nutgraf's own digests all must pass.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from nutgraf_evals.label import Label, fingerprint
from nutgraf_evals.marks import Place, share
from nutgraf_evals.scorers import Score
from nutgraf_evals.told import Told
from nutgraf_schemas import Digest, Evidence, Statement

NAME = "form"
QUESTION = "Is it a digest by the schema, with every span exact?"
_WORD = re.compile(r"\w+")


def score(told: Told, label: Label) -> Score:  # noqa: ARG001 (every scorer takes both)
    """1 or 0. `spans` is the share of spans that lie in the article, of whatever was given."""
    good, bad = 0, []
    for where, span in _spans(told.raw, ""):
        if problem := _span_fault(span, told.text):
            bad.append(f"{where}: {problem}")
        else:
            good += 1
    faults = bad + list(_faults(told))
    return Score(float(not faults), tuple(faults), {"spans": share(good, good + len(bad))})


def _faults(told: Told) -> Iterator[str]:
    try:
        digest = Digest.model_validate_json(json.dumps(told.raw))
    except ValidationError as error:
        for each in error.errors(include_url=False)[:10]:
            yield f"/{'/'.join(map(str, each['loc']))}: {each['msg']}"
        return
    if digest.article.offset_unit != "codepoint":
        yield f"/article/offset_unit: {digest.article.offset_unit}, where evals count code points"
        return
    yield from _article_faults(digest, told.text)
    yield from _statement_faults(digest, told.text)
    yield from _event_faults(digest, told.text)
    yield from _entity_faults(digest, told.text)


def _article_faults(digest: Digest, text: str) -> Iterator[str]:
    article = digest.article
    if article.sha256 != fingerprint(text):
        yield "/article/sha256: not that of the article"
    if article.characters != len(text):
        yield f"/article/characters: {article.characters}, of {len(text)}"
    if [each.id for each in article.sentences] != list(range(1, len(article.sentences) + 1)):
        yield "/article/sentences: not numbered from 1"
    ends = 0
    for each in article.sentences:
        if each.start < ends:
            yield f"/article/sentences: {each.id} begins before the one before has ended"
        ends = each.end
    if digest.coverage.sentences != len(article.sentences):
        yield f"/coverage/sentences: {digest.coverage.sentences}, of {len(article.sentences)}"


def _statement_faults(digest: Digest, text: str) -> Iterator[str]:
    places = _sentence_places(digest)
    for where, statement in _statements(digest):
        yield from _evidence_faults(f"{where}/evidence", statement.evidence, places)
        if statement.support == "unsupported":
            yield f"{where}/support: unsupported"
        if statement.support in ("verbatim", "extracted") and not _stands(statement, text):
            yield f"{where}/text: {statement.support}, but not the words of its evidence: “{statement.text}”"


def _event_faults(digest: Digest, text: str) -> Iterator[str]:
    places = _sentence_places(digest)
    if digest.events and [each.main for each in digest.events] != [True] + [False] * (len(digest.events) - 1):
        yield "/events: the first and no other is the main one"
    entities = {each.id for each in digest.entities}
    for number, event in enumerate(digest.events):
        at = f"/events/{number}"
        yield from _evidence_faults(f"{at}/evidence", event.evidence, places)
        named: list[tuple[str, str, Sequence[Evidence]]] = [
            *(
                (f"{at}/participants/{i}", each.name, each.evidence)
                for i, each in enumerate(event.participants)
            ),
            *((f"{at}/quantities/{i}", each.text, each.evidence) for i, each in enumerate(event.quantities)),
            *(
                (f"{at}/attribution/{i}", each.source, each.evidence)
                for i, each in enumerate(event.attribution)
            ),
        ]
        if event.when is not None:
            named.append((f"{at}/when", event.when.text, event.when.evidence))
        if event.where is not None:
            named.append((f"{at}/where", event.where.text, event.where.evidence))
        for where, words, evidence in named:
            yield from _evidence_faults(f"{where}/evidence", evidence, places)
            if not any(words in text[each.start : each.end] for each in evidence):
                yield f"{where}: “{words}” does not stand in its evidence"
        for each in event.participants:
            if each.entity is not None and each.entity not in entities:
                yield f"{at}/participants: {each.entity} is no entity"


def _entity_faults(digest: Digest, text: str) -> Iterator[str]:
    ids = [each.id for each in digest.entities]
    if len(set(ids)) < len(ids):
        yield "/entities: two have one id"
    for number, contradiction in enumerate(digest.contradictions):
        for name, side in (("a", contradiction.a), ("b", contradiction.b)):
            if text[side.start : side.end] != side.value:
                yield f"/contradictions/{number}/{name}: the words there are not “{side.value}”"


def _evidence_faults(where: str, evidence: Sequence[Evidence], places: Mapping[int, Place]) -> Iterator[str]:
    if not evidence:
        yield f"{where}: there is none"
    for each in evidence:
        first, last = places.get(each.sentence, (0, 0))
        if not first <= each.start < each.end <= last:
            yield f"{where}: {each.start} to {each.end} is not in sentence {each.sentence}"


def _statements(digest: Digest) -> Iterator[tuple[str, Statement]]:
    yield "/headline", digest.headline
    for name, several in (("summary", digest.summary), ("key_points", digest.key_points)):
        for number, statement in enumerate(several):
            yield f"/{name}/{number}", statement
    for number, event in enumerate(digest.events):
        yield f"/events/{number}/description", event.description


def _sentence_places(digest: Digest) -> Mapping[int, Place]:
    return {each.id: (each.start, each.end) for each in digest.article.sentences}


def _stands(statement: Statement, text: str) -> bool:
    """Whether the words of a statement stand in one piece of its evidence, in a row."""
    words = f" {' '.join(_WORD.findall(statement.text))} "
    return any(
        words in f" {' '.join(_WORD.findall(text[each.start : each.end]))} " for each in statement.evidence
    )


def _spans(value: Any, where: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every object with a start and an end, and its JSON pointer."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield where, value
        for name, inner in value.items():
            yield from _spans(inner, f"{where}/{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _spans(inner, f"{where}/{number}")


def _span_fault(span: Mapping[str, Any], text: str) -> str | None:
    start, end = span["start"], span["end"]
    if not isinstance(start, int) or not isinstance(end, int):
        return "no offsets"
    return None if 0 <= start < end <= len(text) else f"{start} to {end} is no span of {len(text)} characters"
