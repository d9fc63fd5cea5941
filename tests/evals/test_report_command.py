"""`nutgraf evals report`, from a folder to a file."""

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from nutgraf_evals import report_command, seeds
from nutgraf_evals.label import written
from nutgraf_evals.records import Configuration, Record, append, describe
from nutgraf_evals.uniform import NoData


def parsed(*given: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    report_command.add(parser.add_subparsers())
    return parser.parse_args(["report", *given])


@pytest.fixture
def place(ridge: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder evals with one article, its label and a run."""
    story = tmp_path / "seeds" / "ridge"
    story.mkdir(parents=True)
    (story / "wire.txt").write_text(ridge.text, "utf-8")
    (story / "story.toml").write_text('[articles.wire]\ntitle = "Down from the ridge"\n', "utf-8")
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "ridge-wire.json").write_text(written(ridge.label), "utf-8")
    describe(tmp_path / "run", Configuration(maker="nutgraf"), 1)
    digest = json.loads(json.dumps(ridge.right))
    sha256 = ridge.label.sha256
    append(
        tmp_path / "run",
        Record(key="k", article="ridge-wire", article_sha256=sha256, digest=digest, seconds=1.0),
    )
    monkeypatch.setattr(seeds, "HOME", tmp_path)
    return tmp_path


def test_a_run_becomes_one_file(place: Path) -> None:
    out = place / "report.html"
    assert report_command.run(parsed(str(place / "run"), "--out", str(out))) == 0
    page = out.read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "Down from the ridge" in page
    assert [path.name for path in place.glob("*.html")] == ["report.html"]


def test_a_run_is_held_against_another(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = str(place / "run")
    assert report_command.run(parsed(run, "--against", run, "--out", "-")) == 0
    assert "Run against run" in capsys.readouterr().out


def test_where_there_is_no_run_it_is_told(place: Path) -> None:
    with pytest.raises(NoData, match="holds no run"):
        report_command.run(parsed(str(place / "nowhere"), "--out", "-"))
