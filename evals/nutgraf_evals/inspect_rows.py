"""A scored run in, a row an article out: what Inspect's viewer shows of it. Needs no Inspect."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nutgraf_evals.label import Label, LabelEvent, articles, labels
from nutgraf_evals.records import Run
from nutgraf_evals.score import Case, Scored, score
from nutgraf_evals.scorers import NAMES
from nutgraf_evals.told import Told, ToldEvent, ToldUsage, readable, told


@dataclass(frozen=True, slots=True)
class Row:
    """One article: its text, what the label says and what the digest says in Markdown, and every score.

    A value is None where a question does not apply; `because` has the reasons of each scorer that has some.
    """

    article: str
    story: str
    text: str
    wanted: str
    told: str
    values: Mapping[str, float | None]
    because: str
    seconds: float
    usage: ToldUsage


def of_folder(folder: Path, seeds: Path | None = None) -> tuple[Scored, tuple[Row, ...]]:
    """The run in `folder`, scored by the labels of this checkout. Raises `SetupError` where that cannot be done."""
    known = labels()
    texts = {name: article.text for name, article in articles(seeds).items()}
    scored = score(Run.read(folder), known, texts)
    return scored, rows(scored, known, texts)


def rows(scored: Scored, known: Mapping[str, Label], texts: Mapping[str, str]) -> tuple[Row, ...]:
    """Every scored article, by its id."""
    return tuple(
        _row(scored.run, case, known[name], texts[name]) for name, case in sorted(scored.cases.items())
    )


def _row(run: Run, case: Case, label: Label, text: str) -> Row:
    record = run.records[case.article]
    said = told(record.digest if readable(record.digest) else None, text)
    return Row(
        article=case.article,
        story=case.story,
        text=text,
        wanted="\n".join(_wanted(label)),
        told=f"No digest: {case.problem}" if case.problem else "\n".join(_told(said)),
        values={name: case.scores[name].value for name in NAMES if name in case.scores},
        because="\n".join(_because(case)),
        seconds=record.seconds,
        usage=said.usage,
    )


def _told(said: Told) -> Iterator[str]:
    yield f"# {said.headline.text}"
    for heading, statements in (("", said.summary), ("Key points", said.key_points)):
        if statements:
            yield f"\n## {heading}" if heading else ""
            yield from (f"- {statement.text}" for statement in statements)
    if said.events:
        yield "\n## Events"
        yield from (_event(event, event.description.text) for event in said.events)


def _event(event: ToldEvent | LabelEvent, told: str) -> str:
    when = event.when.edtf or event.when.text if event.when else ""
    parts = (
        event.type,
        when,
        event.where.text if event.where else "",
        ", ".join(f"{each.name} ({each.role})" for each in event.participants),
        event.modality,
        "; ".join(each.source for each in event.attribution),
    )
    return f"- {told} [{' · '.join(filter(None, parts))}]"


def _wanted(label: Label) -> Iterator[str]:
    yield "## Key facts"
    yield from (f"- {each.fact}" for each in label.key_facts)
    if label.forbidden:
        yield "\n## Not to be said"
        yield from (f"- {each.fact}" for each in label.forbidden)
    yield "\n## Events"
    yield from (_event(event, event.description) for event in label.events)


def _because(case: Case) -> Iterator[str]:
    for name in NAMES:
        if name in case.scores and case.scores[name].because:
            yield f"**{name}**"
            yield from (f"- {reason}" for reason in case.scores[name].because)
