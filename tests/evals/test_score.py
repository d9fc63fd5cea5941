"""A run scored, from records to figures."""

from collections.abc import Mapping
from typing import Any

import pytest

from nutgraf_evals.label import Label, fingerprint
from nutgraf_evals.perfect import perfect
from nutgraf_evals.records import Configuration, Record, Run
from nutgraf_evals.score import Case, Stale, answer, figure, score
from nutgraf_evals.scorers import NAMES, Score, measures, questions, scorers

AMOUNTS = {"cost", "time"}


def record(ridge: Any, article: str, **fields: Any) -> Record:
    digest = ridge.digest().model_dump(mode="json")
    known = {"key": article, "article": article, "article_sha256": fingerprint(ridge.text), "seconds": 3.0}
    return Record.model_validate({**known, "digest": digest, **fields})


def run(*records: Record) -> Run:
    return Run(
        name="r1",
        configuration=Configuration(maker="nutgraf"),
        records={each.article: each for each in records},
    )


def labels(ridge: Any, *articles: str) -> Mapping[str, Label]:
    return {each: ridge.label.model_copy(update={"article": each}) for each in articles}


def test_every_scorer_says_something_of_every_article(ridge: Any) -> None:
    scored = score(run(record(ridge, "ridge-wire")), labels(ridge, "ridge-wire"), {"ridge-wire": ridge.text})
    case = scored.cases["ridge-wire"]
    assert tuple(case.scores) == NAMES
    assert (case.story, case.problem) == ("ridge", None)
    assert {case.scores[name].value for name in ("form", "grounding", "key_facts", "forbidden")} == {1.0}
    assert (scored.figures["cost"].value, scored.figures["contradictions"].value) == (1_000, None)
    assert answer(scored)["n"] == 1


def test_every_scorer_asks_a_question_and_amounts_have_a_unit() -> None:
    assert all(question.endswith("?") for question in questions().values())
    assert tuple(questions()) == NAMES
    assert measures() == {"cost": "tokens", "time": "seconds"}


@pytest.mark.parametrize(
    "failed", [{"digest": None, "problem": "upstream-unavailable: gone"}, {"digest": {"summary": "a string"}}]
)
def test_a_digest_that_failed_is_worth_nothing_wherever_the_question_applies(
    ridge: Any, failed: Mapping[str, Any]
) -> None:
    both = run(record(ridge, "ridge-wire"), record(ridge, "ridge-local", **failed))
    scored = score(both, labels(ridge, "ridge-wire", "ridge-local"), dict.fromkeys(both.records, ridge.text))
    case = scored.cases["ridge-local"]
    assert case.problem
    assert {name for name, each in case.scores.items() if each.value is None} == {
        *AMOUNTS,
        "contradictions",
        *(
            name
            for name, scorer in scorers().items()
            if scorer(perfect(ridge.label, ridge.text), ridge.label).value is None
        ),
    }
    assert {each.value for each in case.scores.values()} == {None, 0.0}
    assert (scored.figures["key_facts"].value, scored.figures["key_facts"].n) == (0.5, 2)


def test_the_perfect_digest_is_perfect(ridge: Any) -> None:
    best = perfect(ridge.label, ridge.text)
    values = {name: scorer(best, ridge.label).value for name, scorer in scorers().items()}
    assert {value for name, value in values.items() if name not in ("form", "length")} == {1.0, None}


def test_time_is_not_counted_where_answers_were_known_from_before(ridge: Any) -> None:
    known = record(ridge, "ridge-wire", remembered=2)
    scored = score(run(known), labels(ridge, "ridge-wire"), {"ridge-wire": ridge.text})
    assert scored.figures["time"].n == 0
    assert scored.figures["cost"].n == 1


def test_a_text_that_has_changed_since_is_an_error_that_says_what_to_do(ridge: Any) -> None:
    old = record(ridge, "ridge-wire", article_sha256=fingerprint("another text"))
    with pytest.raises(
        Stale, match=r"r1 was recorded when the text was another: ridge-wire\. Run `nutgraf evals run`"
    ):
        score(run(old), labels(ridge, "ridge-wire"), {"ridge-wire": ridge.text})


def test_a_label_of_another_text_is_an_error_that_says_what_to_do(ridge: Any) -> None:
    with pytest.raises(Stale, match=r"Labelled when its text was another: ridge-wire\. .*label --fill"):
        score(run(record(ridge, "ridge-wire")), labels(ridge, "ridge-wire"), {"ridge-wire": "Another text."})


def test_what_cannot_be_scored_is_told(ridge: Any) -> None:
    records = [record(ridge, each) for each in ("ridge-wire", "ridge-local", "harbour-wire")]
    known = labels(ridge, "ridge-wire", "ridge-local", "ferry-wire")
    scored = score(run(*records), known, {"ridge-wire": ridge.text, "harbour-wire": ridge.text})
    assert tuple(scored.cases) == ("ridge-wire",)
    assert scored.unlabelled == ("harbour-wire",)
    assert scored.unrecorded == ("ferry-wire",)
    assert scored.textless == ("ridge-local",)


def cases(values: Mapping[str, float | None]) -> Mapping[str, Case]:
    return {
        article: Case(article, article.rsplit("-", 1)[0], {"events": Score(value)})
        for article, value in values.items()
    }


def test_a_figure_is_the_mean_over_the_articles_that_the_question_applies_to() -> None:
    found = figure(cases({"a-1": 1.0, "a-2": 0.5, "b-1": None, "c-1": 0.0, "d-1": 0.5}), "events")
    assert (found.value, found.n) == (0.5, 4)
    assert found.interval is not None
    assert found.interval[0] < 0.5 < found.interval[1]
    assert found == figure(cases({"a-1": 1.0, "a-2": 0.5, "b-1": None, "c-1": 0.0, "d-1": 0.5}), "events")


def test_an_interval_draws_whole_stories() -> None:
    alone = {f"{story}-1": value for story, value in zip("abcdef", (0, 0, 0, 1, 1, 1), strict=True)}
    thrice = {f"{article}{n}": value for article, value in alone.items() for n in range(3)}
    assert figure(cases(thrice), "events").interval == figure(cases(alone), "events").interval


def test_of_two_stories_there_is_no_interval_and_of_none_no_figure() -> None:
    assert figure(cases({"a-1": 1.0, "b-1": 0.0}), "events").interval is None
    empty = figure(cases({"a-1": None}), "events")
    assert (empty.value, empty.interval, empty.n) == (None, None, 0)
