"""What a person says of one of our articles: `labels/ID.json` in, a `Label` out.

A passage is given by its words, and code fills in where they stand:

    python -m nutgraf_evals.label          # checks every label against its article and tells what is wrong
    python -m nutgraf_evals.label --fill   # also writes offsets and hashes into the files
    python -m nutgraf_evals.label --schema # writes labels.schema.json, which editors read
"""

import argparse
import json
import re
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nutgraf_evals import seeds
from nutgraf_evals.uniform import NoData
from nutgraf_schemas import Article, EventType, Modality, Role
from nutgraf_schemas.article import PublicationDate
from nutgraf_schemas.contradiction import ContradictionKind

Words = Annotated[str, Field(min_length=1)]
Group = Annotated[list[Words], Field(min_length=1)]
"""Ways to say one thing, any of which will do: `["freed", "released", "let go"]`."""


class Part(BaseModel):
    """Base of a label: no field beyond those named."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Passage(Part):
    """A run of the article, `text[start:end]`, in code points.

    `words` are its words, or its first and last ones around " … "; they are absent where the article's text
    is not ours to print. Where they stand several times, a `start` at or before the place says which is meant.
    """

    words: Words | None = None
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=1)


class LabelDateline(Part):
    place: str | None
    agency: str | None = None


class LabelWhen(Part):
    """`text` is the article's phrase, `edtf` the day it means, no more precise than the article lets one know;
    null where it lets one know nothing."""

    text: Words
    edtf: str | None
    or_edtf: list[str] = Field(
        default=[],
        description="Dates that a careful person could give as well: the report's for the event's.",
    )


class LabelWhere(Part):
    text: Words = Field(description="The place as the article names it.")
    also: list[Words] = Field(default=[], description="Other right answers: narrower, wider, another name.")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2; null where it is invented.")


class LabelParticipant(Part):
    name: Words = Field(description="As it stands in the article, the fullest form.")
    also: list[Words] = Field(
        default=[], description="Other names the article has: “Kostrel”, “the founder”."
    )
    role: Role
    or_roles: list[Role] = Field(default=[], description="Roles that a careful person could choose as well.")


class LabelQuantity(Part):
    text: Words
    value: float | None
    unit: str | None = None
    kind: str | None = None


class LabelAttribution(Part):
    source: Words
    also: list[Words] = []
    cue: str | None = None
    via: str | None = None
    optional: bool = Field(
        default=False,
        description="A careful person could leave it out: who accuses or denies is a part of the event already.",
    )


class LabelEvent(Part):
    """One event with every field of the contract. What the article does not give is null or empty."""

    id: Words
    shared: str | None = Field(
        default=None, description="The story's name for it; the same in every outlet's label that tells it."
    )
    main: bool = False
    background: bool = Field(
        default=False, description="Told in passing: no loss if it is missed, no error if it is found."
    )
    type: EventType
    or_types: list[EventType] = Field(
        default=[], description="Types that a careful person could choose as well."
    )
    description: Words = Field(description="In one sentence of the labeller's own.")
    when: LabelWhen | None = None
    where: LabelWhere | None = None
    participants: list[LabelParticipant] = []
    quantities: list[LabelQuantity] = []
    modality: Modality
    or_modalities: list[Modality] = []
    attribution: list[LabelAttribution] = []
    evidence: list[Passage] = Field(
        min_length=1, description="The shortest passages that carry it, best first."
    )


class KeyFact(Part):
    """A fact that a good digest tells. It is told where one statement has words of every group."""

    fact: Words
    groups: list[Group] = Field(min_length=1)


class ForbiddenFact(Part):
    """What a careless reader would wrongly write. It is told where one statement has words of every group
    and none of `without`."""

    fact: Words
    why: Words
    groups: list[Group] = Field(min_length=2)
    without: list[Words] = []


class LabelContradiction(Part):
    kind: ContradictionKind
    about: Words
    a: Passage
    b: Passage


class Copy(Part):
    """A block that stands in two outlets' articles, word for word or nearly: `here` in this one, `there` in `of`."""

    of: Words
    here: Passage
    there: Passage


class Label(Part):
    """All that is said of one article. `article` is its id, `sha256` that of its text in UTF-8."""

    schema_: Literal["../labels.schema.json"] = Field(default="../labels.schema.json", alias="$schema")
    article: Words
    sha256: str = ""
    language: str = "en"
    published: PublicationDate | None
    dateline: LabelDateline | None = None
    events: list[LabelEvent] = Field(min_length=1, description="The main event first.")
    key_facts: list[KeyFact] = Field(min_length=1)
    forbidden: list[ForbiddenFact] = []
    contradictions: list[LabelContradiction] = []
    copies: list[Copy] = []
    notes: str = Field(default="", description="What was hard to decide, and how it was decided.")

    @property
    def story(self) -> str:
        """The story that the article belongs to: articles of one story are no independent cases."""
        return self.article.rsplit("-", 1)[0]

    @property
    def asks_for_events(self) -> bool:
        """Whether a digest of the article has events: in another language than English the contract wants none."""
        return self.language.split("-")[0] == "en"


def labels(home: Path | None = None, folder: str = "labels") -> Mapping[str, Label]:
    """Every label, by the article's id. Raises `NoData` where there are none, or one is no label."""
    found = {}
    for path in sorted(((home or seeds.HOME) / folder).glob("*.json")):
        found[path.stem] = _read(path)
    if not found:
        raise NoData(f"There are no labels in {(home or seeds.HOME) / folder}. {seeds.REMEDY}")
    return found


def fingerprint(text: str) -> str:
    """The SHA-256 of a text in UTF-8, which its label knows it by."""
    return sha256(text.encode()).hexdigest()


def complaints(label: Label, text: str, others: Mapping[str, str]) -> list[str]:
    """What of a label does not fit its article's `text`; `others` are the texts of the other articles."""
    found = []
    if label.sha256 != fingerprint(text):
        found.append("sha256 is not that of the article: the text has changed, or the label was not filled")
    if not any(event.main for event in label.events) or not label.events[0].main:
        found.append("the first event is not marked as main")
    ids = [event.id for event in label.events]
    if len(set(ids)) < len(ids):
        found.append("two events have one id")
    for where, passage, source in _passages(label, text, others):
        if passage.start is None or passage.end is None:
            found.append(f"{where} has no offsets")
        elif passage.words is not None and not _fits(passage.words, source[passage.start : passage.end]):
            found.append(f"{where}: the words are not those at {passage.start}")
    for event in label.events:
        named = [name for each in event.participants for name in (each.name, *each.also)]
        named += [event.when.text] if event.when else []
        named += [event.where.text] if event.where else []
        named += [quantity.text for quantity in event.quantities]
        named += [name for each in event.attribution for name in (each.source, *each.also)]
        found += [f"{event.id}: “{name}” does not stand in the article" for name in named if name not in text]
    return found


def filled(label: Label, text: str, others: Mapping[str, str]) -> Label:
    """The label with the offsets of its passages and the hash of its article.

    Raises `ValueError` where words do not stand in the text, or stand there several times and no `start` says which.
    """

    if unknown := [each.of for each in label.copies if each.of not in others]:
        raise ValueError(f"{unknown[0]} is no article")

    def fill(passage: Passage, source: str) -> Passage:
        if passage.words is None:
            return passage
        start, end = _find(passage.words, source, passage.start)
        return passage.model_copy(update={"start": start, "end": end})

    return label.model_copy(
        update={
            "sha256": fingerprint(text),
            "events": [
                each.model_copy(update={"evidence": [fill(passage, text) for passage in each.evidence]})
                for each in label.events
            ],
            "contradictions": [
                each.model_copy(update={"a": fill(each.a, text), "b": fill(each.b, text)})
                for each in label.contradictions
            ],
            "copies": [
                each.model_copy(
                    update={"here": fill(each.here, text), "there": fill(each.there, others[each.of])}
                )
                for each in label.copies
            ],
        }
    )


def written(label: Label) -> str:
    """The label as its file has it."""
    said = label.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps({"$schema": label.schema_, **said}, indent=1, ensure_ascii=False) + "\n"


def schema() -> str:
    """The JSON Schema of labels, for editors."""
    return json.dumps(Label.model_json_schema(by_alias=True), indent=2, ensure_ascii=False) + "\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Check the labels; how many do not fit decides the exit code."""
    parser = argparse.ArgumentParser(prog="python -m nutgraf_evals.label", description=__doc__)
    parser.add_argument("ids", nargs="*", metavar="ID", help="articles; all where none is named")
    parser.add_argument("--fill", action="store_true", help="write offsets and hashes into the files")
    parser.add_argument("--schema", action="store_true", help="write labels.schema.json")
    parser.add_argument("--folder", default="labels", help="where the labels lie, in evals (default labels)")
    parser.add_argument("--seeds", metavar="DIR", help="a folder with texts that are not ours to print")
    arguments = parser.parse_args(argv)
    say = sys.stderr.write
    if arguments.schema:
        (seeds.HOME / "labels.schema.json").write_text(schema(), "utf-8")
    known = {name: article.text for name, article in articles(arguments.seeds).items()}
    bad = 0
    for path in sorted((seeds.HOME / arguments.folder).glob("*.json")):
        if arguments.ids and path.stem not in arguments.ids:
            continue
        try:
            label = _read(path)
            text = _text(label, known)
            if text is None:
                say(f"{path.stem}: its text is not here, only its form was checked\n")
                continue
            if arguments.fill:
                label = filled(label, text, known)
                path.write_text(written(label), "utf-8")
            wrong = complaints(label, text, known)
        except (NoData, ValueError) as error:
            wrong = [str(error)]
        bad += bool(wrong)
        for each in wrong:
            say(f"{path.stem}: {each}\n")
    say(f"{bad} labels do not fit\n" if bad else "Every label fits its article.\n")
    return 1 if bad else 0


def articles(folder: str | Path | None = None, home: Path | None = None) -> Mapping[str, Article]:
    """Our articles by id, and those of `folder` whose texts a label knows by their hash.

    Raises `NoData` where there are none.
    """
    found = dict(seeds.articles(home or seeds.HOME))
    if folder is not None:
        hashes = {label.sha256: label for label in labels(home).values()}
        for path in sorted(Path(folder).glob("*.txt")):
            text = path.read_bytes().decode("utf-8")
            if label := hashes.get(fingerprint(text)):
                found[label.article] = Article(text=text)
    return found


def _read(path: Path) -> Label:
    try:
        return Label.model_validate_json(path.read_text("utf-8"))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise NoData(f"{path}: {'/'.join(map(str, first['loc']))}: {first['msg']}") from error
    except OSError as error:
        raise NoData(f"{path} cannot be read: {error.strerror}") from error


def _text(label: Label, known: Mapping[str, str]) -> str | None:
    if label.article in known:
        return known[label.article]
    return next((text for text in known.values() if fingerprint(text) == label.sha256), None)


def _passages(label: Label, text: str, others: Mapping[str, str]) -> Sequence[tuple[str, Passage, str]]:
    found = [(f"{event.id}/evidence", each, text) for event in label.events for each in event.evidence]
    for at, contradiction in enumerate(label.contradictions):
        found += [
            (f"contradictions/{at}/a", contradiction.a, text),
            (f"contradictions/{at}/b", contradiction.b, text),
        ]
    for at, copy in enumerate(label.copies):
        found.append((f"copies/{at}/here", copy.here, text))
        if copy.of in others:
            found.append((f"copies/{at}/there", copy.there, others[copy.of]))
    return found


def _fits(words: str, passage: str) -> bool:
    head, gap, tail = words.partition(" … ")
    return passage.startswith(head) and passage.endswith(tail) if gap else passage == words


def _find(words: str, text: str, hint: int | None) -> tuple[int, int]:
    head, gap, tail = words.partition(" … ")
    pattern = re.escape(head) + (".*?" + re.escape(tail) if gap else "")
    found = [match.span() for match in re.finditer(pattern, text, re.DOTALL)]
    if not found:
        raise ValueError(f"“{words}” does not stand in the article")
    if hint is not None:
        found = [span for span in found if span[0] >= hint] or found
    elif len(found) > 1:
        places = ", ".join(str(span[0]) for span in found)
        raise ValueError(f"“{words}” stands at {places}: say which, by start")
    return found[0]


if __name__ == "__main__":
    raise SystemExit(main())
