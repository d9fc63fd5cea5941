"""The rows that Inspect's viewer shows: everything of an article in one place."""

from pathlib import Path
from typing import Any

import pytest

from nutgraf_evals import label as labelling
from nutgraf_evals.inspect_rows import Row, of_folder, rows
from nutgraf_evals.label import fingerprint
from nutgraf_evals.records import Configuration, Record, Run, append, describe
from nutgraf_evals.score import score
from nutgraf_evals.scorers import NAMES
from nutgraf_evals.uniform import NoData


def row(ridge: Any, **fields: Any) -> Row:
    record = Record(
        **{
            "key": "k",
            "article": "ridge-wire",
            "article_sha256": fingerprint(ridge.text),
            "digest": ridge.digest().model_dump(mode="json"),
            "seconds": 3.0,
            **fields,
        }
    )
    run = Run(name="mine", configuration=Configuration(maker="m"), records={"ridge-wire": record})
    known, texts = {"ridge-wire": ridge.label}, {"ridge-wire": ridge.text}
    [found] = rows(score(run, known, texts), known, texts)
    return found


def test_a_row_has_the_article_what_was_told_what_is_right_and_every_score(ridge: Any) -> None:
    found = row(ridge)
    assert (found.article, found.story, found.text, found.seconds) == ("ridge-wire", "ridge", ridge.text, 3.0)
    said = ridge.told()
    assert found.told.startswith(f"# {said.headline.text}\n\n- {said.summary[0].text}")
    for statement in said.everything:
        assert statement.text in found.told
    for event in ridge.label.events:
        assert f"- {event.description} [{event.type} · " in found.wanted
    assert all(f"- {fact.fact}" in found.wanted for fact in ridge.label.key_facts)
    assert list(found.values) == list(NAMES)
    assert found.values["form"] == 1.0


def test_reasons_stand_under_their_scorer(ridge: Any) -> None:
    found = row(ridge, digest=ridge.digest(key_points=[], events=[]).model_dump(mode="json"))
    assert "**events**\n- missed ev1: " in found.because


def test_a_failure_is_told_in_the_place_of_a_digest(ridge: Any) -> None:
    found = row(ridge, digest=None, problem="llm-refused: no")
    assert found.told == "No digest: llm-refused: no"
    assert found.values["events"] == 0.0
    assert found.usage.calls == 0


def test_a_folder_is_read_and_scored_by_our_labels(tmp_path: Path) -> None:
    configuration = Configuration(maker="m")
    describe(tmp_path / "mine", configuration, 1)
    text = labelling.articles()["trial-wire"].text
    said = {"headline": {"text": "Boss jailed", "evidence": [{"start": 0, "end": 9}]}}
    append(
        tmp_path / "mine",
        Record(key="k", article="trial-wire", article_sha256=fingerprint(text), digest=said, seconds=1.0),
    )
    scored, [found] = of_folder(tmp_path / "mine")
    assert scored.run.name == "mine"
    assert (found.article, found.text, found.told) == ("trial-wire", text, "# Boss jailed")
    with pytest.raises(NoData):
        of_folder(tmp_path / "nothing")
