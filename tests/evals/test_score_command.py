"""`nutgraf evals score`, from folders to the words on the terminal."""

import json
from pathlib import Path
from typing import Any

import pytest

from nutgraf.cli import main
from nutgraf_evals import seeds
from nutgraf_evals.label import fingerprint, written
from nutgraf_evals.records import Configuration, Record, append, describe

ENTRY = "[nutgraf.commands]\nevals = nutgraf_evals.commands:add\n"


@pytest.fixture(autouse=True)
def evals(ridge: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An evals folder with one article and two labels; the command, also where nothing is installed."""
    site = tmp_path / "site" / "nutgraf-0.dist-info"
    site.mkdir(parents=True)
    (site / "METADATA").write_text("Metadata-Version: 2.1\nName: nutgraf\nVersion: 0\n")
    (site / "entry_points.txt").write_text(ENTRY)
    monkeypatch.syspath_prepend(str(site.parent))
    home = tmp_path / "evals"
    (home / "seeds" / "ridge").mkdir(parents=True)
    (home / "seeds" / "ridge" / "wire.txt").write_text(ridge.text, "utf-8")
    (home / "seeds" / "ridge" / "story.toml").write_text(
        '[articles.wire]\npublished = "2025-03-04"\n', "utf-8"
    )
    (home / "labels").mkdir()
    for article in ("ridge-wire", "ridge-local"):
        label = ridge.label.model_copy(update={"article": article})
        (home / "labels" / f"{article}.json").write_text(written(label), "utf-8")
    monkeypatch.setattr(seeds, "HOME", home)
    return home


@pytest.fixture
def folder(ridge: Any, tmp_path: Path) -> Path:
    folder = tmp_path / "first"
    describe(folder, Configuration(maker="nutgraf"), 1)
    digest = ridge.digest(key_points=[]).model_dump(mode="json")
    append(
        folder,
        Record(
            key="k", article="ridge-wire", article_sha256=fingerprint(ridge.text), digest=digest, seconds=2.5
        ),
    )
    return folder


def printed(capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    return [line.split() for line in capsys.readouterr().out.splitlines()]


def test_a_run_is_a_column_and_what_is_missing_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evals", "score", str(folder)]) == 0
    lines = printed(capsys)
    assert ["first"] in lines
    assert ["articles", "1"] in lines
    assert ["left", "out", "1"] in lines
    assert ["key", "facts", "0.500", "n=1"] in lines
    assert ["contradictions", "–"] in lines
    assert ["cost,", "tokens", "1,000", "n=1"] in lines
    assert "first: labelled, but not in the run: ridge-local".split() in lines


def test_digests_of_others_stand_beside_it(
    ridge: Any, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = tmp_path / "theirs.jsonl"
    digest = {"headline": {"text": "Climbers rescued from ridge"}}
    theirs.write_text(json.dumps({"article": "ridge-wire", "digest": digest}) + "\n", "utf-8")
    out = tmp_path / "out.json"
    assert main(["evals", "score", str(folder), "--digests", str(theirs), "--json", str(out)]) == 0
    lines = printed(capsys)
    assert ["first", "theirs"] in lines
    assert ["form", "1.000", "n=1", "0.000", "n=1"] in lines
    assert ["key", "facts", "0.500", "n=1", "0.250", "n=1"] in lines
    first, second = json.loads(out.read_text("utf-8"))
    assert (first["run"], first["n"], second["run"]) == ("first", 1, "theirs")
    assert first["scores"]["key_facts"] == {"value": 0.5, "interval": None, "n": 1}
    assert first["articles"]["ridge-wire"]["key_facts"] == 0.5
    assert first["unrecorded"] == ["ridge-local"]


def test_by_article_the_reasons_are_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evals", "score", str(folder), "--by-article", "--json", "-"]) == 0
    both = capsys.readouterr()
    assert json.loads(both.out)["run"] == "first"
    assert "first: ridge-wire" in both.err
    assert "not told: the service asks for 2.1 million" in both.err


def test_a_failed_digest_says_why(ridge: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "broken"
    describe(folder, Configuration(maker="plain"), 1)
    failed = {"digest": None, "problem": "deadline-exceeded: too late", "seconds": 1}
    known = {"key": "k", "article": "ridge-wire", "article_sha256": fingerprint(ridge.text)}
    append(folder, Record.model_validate({**known, **failed}))
    assert main(["evals", "score", str(folder), "--by-article"]) == 0
    out = capsys.readouterr().out
    assert "broken: no digest, worth 0: ridge-wire (deadline-exceeded: too late)" in out
    assert ["of", "these", "without", "a", "digest", "1"] in [line.split() for line in out.splitlines()]


def test_texts_that_are_known_by_hash_only_are_found(
    ridge: Any, folder: Path, evals: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (evals / "seeds" / "ridge" / "story.toml").write_text("[articles.other]\n", "utf-8")
    (evals / "seeds" / "ridge" / "wire.txt").rename(evals / "seeds" / "ridge" / "other.txt")
    (evals / "labels" / "ridge-local.json").unlink()
    assert main(["evals", "score", str(folder)]) == 0
    assert "first: the text is not here (--seeds DIR): ridge-wire" in capsys.readouterr().out
    originals = tmp_path / "originals"
    originals.mkdir()
    (originals / "1.txt").write_text(ridge.text, "utf-8")
    assert main(["evals", "score", str(folder), "--seeds", str(originals)]) == 0
    assert ["articles", "1"] in printed(capsys)


def test_labels_may_lie_elsewhere(
    ridge: Any, folder: Path, evals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blind = evals / "blind"
    blind.mkdir()
    label = ridge.label.model_copy(update={"key_facts": ridge.label.key_facts[:1]})
    (blind / "ridge-wire.json").write_text(written(label), "utf-8")
    assert main(["evals", "score", str(folder), "--labels", str(blind)]) == 0
    assert ["key", "facts", "1.000", "n=1"] in printed(capsys)


def test_an_article_that_has_changed_ends_with_1_and_the_remedy(
    folder: Path, evals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (evals / "seeds" / "ridge" / "wire.txt").write_text("Nobody was on the ridge.", "utf-8")
    assert main(["evals", "score", str(folder)]) == 1
    assert "label --fill" in capsys.readouterr().err


def test_a_folder_that_holds_no_run_and_no_folder_at_all_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evals", "score", str(tmp_path)]) == 1
    assert "holds no run" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["evals", "score"])
    assert ended.value.code == 2
    assert "--digests PATH" in capsys.readouterr().err
