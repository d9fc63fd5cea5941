"""A recording, a run or today's code in; what has got worse than it may, a sentence each, out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nutgraf.llm.fetch import QWEN
from nutgraf.settings import Settings
from nutgraf_evals.compare import Comparison, compare
from nutgraf_evals.label import Label
from nutgraf_evals.recording import Had, Recording, label_sha256, replay, run_said
from nutgraf_evals.records import Configuration, Run, case_key
from nutgraf_evals.score import Scored, score
from nutgraf_prompts import named
from nutgraf_schemas import Article
from nutgraf_schemas.draft import FINGERPRINT

HARD = ("form",)
"""Scorers that every digest must pass."""
AGAIN = "Make them anew and keep them: `nutgraf evals run --out RUN`, then `nutgraf evals record RUN`."
RESCORE = (
    "Keep the new scores with `nutgraf evals record`, and look at the difference: `git diff evals/baselines`."
)
KEEP = "`nutgraf evals record` keeps the new ones."
_EQUAL = 1e-5


@dataclass(frozen=True, slots=True)
class Judgement:
    """`findings` is what is wrong; the gate is open where there is none. `comparison` is absent where it was no use."""

    findings: tuple[str, ...]
    comparison: Comparison | None = None
    notes: tuple[str, ...] = ()


def judge(
    kept: Recording, labels: Mapping[str, Label], articles: Mapping[str, Article], run: Run | None = None
) -> Judgement:
    """Judge `run` by the recording; without one, today's code over the answers that are recorded.

    Labels whose texts are not among `articles` are left out.
    """
    labels = {name: label for name, label in labels.items() if name in articles}
    articles = {name: articles[name] for name in labels}
    texts = {name: article.text for name, article in articles.items()}
    stale = [
        *_stale(kept.run, articles),
        *_other_default(kept.run.configuration),
        *_relabelled(kept.had, labels),
    ]
    if run is not None:
        stale += _stale(run, articles)
    if stale:
        return Judgement(tuple(stale))
    then = score(kept.run, labels, texts)
    findings = [*_broken(then), *_rescored(kept.had, then, labels)]
    notes: list[str] = []
    if run is None:
        replayed = replay(kept.llm, named(kept.run.configuration.prompt or ""), articles)
        if replayed.unanswered:
            return Judgement((*findings, _unanswered(replayed.unanswered)))
        run = replayed.as_run(kept.run, articles).model_copy(update={"name": "today's code"})
        notes = _changed(kept.run, run)
    now = score(run, labels, texts)
    comparison = compare(then, now)
    findings += [*_broken(now), *_dropped(comparison)]
    return Judgement(tuple(dict.fromkeys(findings)), comparison, tuple(notes))


def several(names: Iterable[str], most: int = 5) -> str:
    """Names in a row, the first of them where there are many."""
    every = sorted(names)
    rest = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(every[:most]) + rest


def counted(names: Iterable[str], noun: str = "article") -> str:
    """How many there are: `1 article`, `2 articles`."""
    n = len(list(names))
    return f"{n} {noun}" + ("s" if n != 1 else "")


def _stale(run: Run, articles: Mapping[str, Article]) -> list[str]:
    """What has changed since `run` was made."""
    how, found = run.configuration, []
    if missing := articles.keys() - run.records.keys():
        found.append(f"{run.name}: {counted(missing)} without a record: {several(missing)}. {AGAIN}")
    failed = [name for name in articles if name in run.records and run.records[name].digest is None]
    if failed:
        found.append(f"{run.name}: {counted(failed)} without a digest: {several(failed)}. {AGAIN}")
    other = [
        name
        for name, article in articles.items()
        if name in run.records and run.records[name].key != case_key(article.model_dump(), how)
    ]
    if other:
        found.append(
            f"{run.name}: text, title or date of {counted(other)} has changed since: {several(other)}. {AGAIN}"
        )
    if _prompt_sha256(how.prompt) != how.parts.get("prompt"):
        found.append(f"{run.name}: its prompt, {how.prompt}, has changed since. {AGAIN}")
    if how.parts.get("schema") != FINGERPRINT:
        found.append(f"{run.name}: the schema of the LLM's answers has changed since. {AGAIN}")
    return found


def _prompt_sha256(prompt: str | None) -> str | None:
    try:
        return named(prompt or "").sha256
    except ValueError:
        return None


def _other_default(how: Configuration) -> list[str]:
    """What nutgraf does today by default, where the recording does otherwise."""
    prompt = Settings.model_fields["prompt"].get_default(
        call_default_factory=True, validated_data={"llm": "embedded"}
    )
    found = []
    if how.prompt != prompt:
        found.append(f"nutgraf asks by {prompt} now, the recording is of {how.prompt}. {AGAIN}")
    if how.parts.get("weights") != QWEN.sha256:
        found.append(f"The embedded LLM is {QWEN.name} now, the recording is of {how.llm}. {AGAIN}")
    return found


def _relabelled(had: Had, labels: Mapping[str, Label]) -> list[str]:
    changed = [name for name, label in labels.items() if had.labels.get(name) != label_sha256(label)]
    if not changed:
        return []
    return [
        f"{counted(changed, 'label')} changed since the recording was scored: {several(changed)}. {RESCORE}"
    ]


def _rescored(had: Had, then: Scored, labels: Mapping[str, Label]) -> list[str]:
    """Where today's scorers say something else of the recorded digests than was written down."""
    now = Had.of(then, labels).scores
    other: dict[str, list[str]] = {}
    for article in had.scores.keys() | now.keys():
        old, new = had.scores.get(article, {}), now.get(article, {})
        for scorer in old.keys() | new.keys():
            if not _same(old.get(scorer), new.get(scorer)):
                other.setdefault(scorer, []).append(article)
    return [
        f"{scorer}: scores {counted(found)} of the recording otherwise than when it was kept: {several(found)}. {RESCORE}"
        for scorer, found in sorted(other.items())
    ]


def _same(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else abs(a - b) < _EQUAL


def _unanswered(names: tuple[str, ...]) -> str:
    verb = "asks" if len(names) == 1 else "ask"
    return f"{counted(names)} {verb} the LLM something that is not recorded: {several(names)}. {AGAIN}"


def _broken(scored: Scored) -> list[str]:
    """Digests that do not pass a scorer that all must pass, with its first reason."""
    return [
        f"{scored.run.name}: {article} does not pass {name}: {'; '.join(case.scores[name].because[:1])}"
        for article, case in scored.cases.items()
        for name in HARD
        if case.scores[name].value != 1
    ]


def _dropped(comparison: Comparison) -> list[str]:
    found = []
    for row in comparison.rows:
        if row.verdict == "worse" and row.paired.interval:
            low, high = row.paired.interval
            by = {each.article: each.differences.get(row.scorer, 0.0) for each in comparison.changes}
            found.append(
                f"{row.scorer}: worse by {-row.paired.difference:.3f} [{-high:.3f}, {-low:.3f}] "
                f"(p {row.paired.p:.3f}), most in {', '.join(sorted(by, key=by.__getitem__)[:3])}."
            )
    return found


def _changed(then: Run, now: Run) -> list[str]:
    """How many digests say something else than those recorded."""
    changed = [name for name in now.records if run_said(now, name) != run_said(then, name)]
    if not changed:
        return []
    return [
        f"{len(changed)} of {counted(now.records, 'digest')} are not those recorded: {several(changed)}. {KEEP}"
    ]
