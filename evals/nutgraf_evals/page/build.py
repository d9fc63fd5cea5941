"""A scored run, and another one to hold it against, in; the report as HTML out.

Every word of an article, an LLM or a label is escaped. The page fetches nothing, and its policy lets nothing run or
be drawn but its own script and style.
"""

import shlex
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from nutgraf_evals.chance import FEWEST
from nutgraf_evals.compare import Comparison, Row, compare
from nutgraf_evals.compare_table import bracketed, shown, signed
from nutgraf_evals.label import Label
from nutgraf_evals.page.article import show, slug
from nutgraf_evals.page.fields import plain
from nutgraf_evals.records import Run
from nutgraf_evals.score import Case, Figure, Scored
from nutgraf_evals.scorers import measures, questions
from nutgraf_evals.told import readable, told
from nutgraf_schemas import Article


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took, over all its digests; `seconds` by the clock, articles beside one another counted each."""

    digests: int
    calls: int
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    seconds: float
    remembered: int


def build(
    scored: Scored,
    labels: Mapping[str, Label],
    articles: Mapping[str, Article],
    against: Scored | None = None,
) -> str:
    """The whole page; the worst article first."""
    units = measures()
    cases = sorted(scored.cases.values(), key=lambda case: (mean(case, units), case.article))
    comparison = compare(against, scored) if against else None
    environment = Environment(
        loader=PackageLoader("nutgraf_evals", "page/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(plain=plain, signed=signed, shown=shown, percent=_percent, chance=_chance)
    style, script = _part("report.css"), _part("report.js")
    slugs = {name: slug(name) for name in scored.cases}
    return environment.get_template("report.html").render(
        run=scored.run,
        scored=scored,
        stories=len({case.story for case in cases}),
        figures=_figures(scored, comparison),
        comparison=comparison,
        changes=_changes(comparison),
        against=against,
        few=FEWEST,
        articles=[
            show(
                case,
                scored.run.records[case.article],
                labels[case.article],
                articles[case.article],
                against.run.records.get(case.article) if against else None,
            )
            for case in cases
        ],
        means={case.article: mean(case, units) for case in cases},
        worst={case.article: worst(case, units) for case in cases},
        units=units,
        slugs=slugs,
        questions=questions(),
        cost=cost(scored.run),
        command=command(scored.run),
        bracketed=bracketed,
        style=style,
        script=script,
        policy=policy(style, script),
    )


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A row of the first table. `row` is how the run compares, where another one is given."""

    name: str
    question: str
    unit: str | None
    figure: Figure
    row: Row | None


def mean(case: Case, units: Mapping[str, str]) -> float:
    """The mean of an article's scores that are no amounts: what the worst one has least of."""
    values = [
        each.value for name, each in case.scores.items() if each.value is not None and name not in units
    ]
    return sum(values) / len(values) if values else 0.0


def worst(case: Case, units: Mapping[str, str], most: int = 3) -> list[tuple[str, float, str]]:
    """The lowest scores of an article, by name, with the first reason."""
    values = [
        (each.value, name, each.because[0] if each.because else "")
        for name, each in case.scores.items()
        if each.value is not None and each.value < 1 and name not in units
    ]
    return [(name, value, because) for value, name, because in sorted(values)[:most]]


def cost(run: Run) -> Cost:
    """What the digests of a run say that they took."""
    used = [
        told(each.digest, "").usage for each in run.records.values() if each.digest and readable(each.digest)
    ]
    return Cost(
        digests=len(used),
        calls=sum(each.calls for each in used),
        input_tokens=sum(each.input_tokens for each in used),
        cached_tokens=sum(each.cached_tokens for each in used),
        output_tokens=sum(each.output_tokens for each in used),
        seconds=sum(each.seconds for each in used),
        remembered=sum(each.remembered for each in run.records.values()),
    )


def command(run: Run) -> str:
    """The command that makes such a run again."""
    how = run.configuration
    words = ["nutgraf", "evals", "run", "--maker", how.maker]
    if "url" in how.parts:
        words += ["--llm", how.parts["url"], "--llm-name", how.llm or ""]
    elif how.llm is None and how.maker == "nutgraf":
        words += ["--llm", "none"]
    words += ["--prompt", how.prompt] if how.prompt else []
    return shlex.join([*words, "--out", run.name])


def policy(style: str, script: str) -> str:
    """The content security policy that the page sets itself."""
    return f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(script)}; base-uri 'none'; form-action 'none'"


def _hashed(words: str) -> str:
    return f"'sha256-{b64encode(sha256(words.encode()).digest()).decode()}'"


def _part(name: str) -> Markup:
    """A file of ours as it is."""
    return Markup((files(__package__) / name).read_text("utf-8"))  # noqa: S704 - our own style and script


def _figures(scored: Scored, comparison: Comparison | None) -> list[ShownFigure]:
    asked, units = questions(), measures()
    rows = {row.scorer: row for row in comparison.rows} if comparison else {}
    return [
        ShownFigure(name, asked[name], units.get(name), figure, rows.get(name))
        for name, figure in scored.figures.items()
    ]


def _changes(comparison: Comparison | None) -> Mapping[str, Mapping[str, float]]:
    return {each.article: each.differences for each in comparison.changes} if comparison else {}


def _chance(p: float) -> str:
    return "< .001" if p < 0.0005 else shown(p, None)


def _percent(value: float, of: float = 1.0) -> str:
    return f"{100 * value / of if of else 0:.1f}"
