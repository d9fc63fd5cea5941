"""The command, found by its entry point as an installed package has it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from nutgraf.cli import main

ENTRY = "[nutgraf.commands]\nevals = nutgraf_evals.commands:add\n"
TEXT = "The harbour closed. Nobody knows why."


@pytest.fixture(autouse=True)
def installed(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also in a folder that is not installed."""
    site = tmp_path_factory.mktemp("site")
    (site / "nutgraf-0.dist-info").mkdir()
    (site / "nutgraf-0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: nutgraf\nVersion: 0\n"
    )
    (site / "nutgraf-0.dist-info" / "entry_points.txt").write_text(ENTRY)
    monkeypatch.syspath_prepend(str(site))


@pytest.fixture
def folder(a_set: Callable[..., Path]) -> Path:
    document = {"id": "a", "dataset": "gum_news", "text": TEXT, "meta": {"sentences": [[0, 19], [20, 37]]}}
    return a_set([document], [{"doc_id": "a", "type": "entity"}])


def test_a_suite_prints_a_table_and_writes_its_answer(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    assert main(["evals", "suite", "sentences", "--data", str(folder), "--json", str(out)]) == 0
    assert json.loads(out.read_text("utf-8"))["score"]["value"] == 1.0
    printed = capsys.readouterr().out
    assert "gum_news: 1 boundaries in 1 documents" in printed
    assert "1.000  [1.000 – 1.000]" in printed


def test_a_dash_gives_the_answer_alone_on_standard_output(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evals", "suite", "sentences", "--data", str(folder), "--json", "-"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["suite"] == "sentences"
    assert "boundaries" in printed.err


def test_a_low_score_is_no_failure_and_its_errors_can_be_seen(
    a_set: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    spans = [[0, 11], [12, 19], [20, 26], [27, 37]]
    wrong = a_set(
        [{"id": "a", "dataset": "gum_news", "text": TEXT, "meta": {"sentences": spans}}],
        [{"doc_id": "a", "type": "entity"}],
    )
    assert main(["evals", "suite", "sentences", "--data", str(wrong), "--errors", "5"]) == 0
    printed = capsys.readouterr().out
    assert "missed, unmarked: 2\n  a:12  " in printed


def test_what_is_missing_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evals", "suite", "dates", "--data", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err
    assert main(["evals", "suite", "dates"]) == 1
    assert capsys.readouterr().err == (
        "nutgraf: The suite dates needs the data set tbaq or gum_news: give its folder, --data DIR\n"
    )


@pytest.mark.parametrize(
    "given",
    [
        ["stars"],
        ["dates", "--limit", "0"],
        ["dates", "--errors", "two"],
        ["dates", "--second-opinion"],
        ["dates", "--llm"],
    ],
)
def test_bad_usage_ends_with_two(given: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["evals", "suite", *given])
    assert ended.value.code == 2


def test_an_answer_that_cannot_be_written_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "no" / "out.json")
    assert main(["evals", "suite", "sentences", "--data", str(folder), "--json", out]) == 1
    assert "cannot be written" in capsys.readouterr().err
