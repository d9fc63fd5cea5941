"""`nutgraf evals run` as it is typed, over a few articles of ours and without an LLM."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nutgraf.cli import main
from nutgraf_evals import label
from nutgraf_evals.records import Run


@pytest.fixture(autouse=True)
def installed(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Found by its entry point, also in a folder that is not installed; no settings but those of a test."""
    found = tmp_path_factory.mktemp("site") / "nutgraf-0.dist-info"
    found.mkdir()
    (found / "METADATA").write_text("Metadata-Version: 2.1\nName: nutgraf\nVersion: 0\n")
    (found / "entry_points.txt").write_text("[nutgraf.commands]\nevals = nutgraf_evals.commands:add\n")
    monkeypatch.syspath_prepend(str(found.parent))
    for name in ("NUTGRAF_LLM", "NUTGRAF_LLM_NAME", "NUTGRAF_PROMPT", "NUTGRAF_WEIGHTS"):
        monkeypatch.delenv(name, raising=False)


Go = Callable[..., tuple[int, str]]


@pytest.fixture
def go(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Go:
    """Runs the command; its exit code, and what it says."""

    def run(*given: str) -> tuple[int, str]:
        code = main(["evals", "run", "--out", str(tmp_path / "runs" / "mine"), *given])
        return code, capsys.readouterr().err

    return run


def test_it_digests_articles_of_ours_and_goes_on_where_it_stopped(go: Go, tmp_path: Path) -> None:
    code, said = go("--llm", "none", "--filter", "trial", "--limit", "1")
    assert code == 0
    assert said.startswith("0/1\ntrial-wire ")
    assert "1/1 · 0:0" in said
    code, said = go("--llm", "none", "--filter", "trial-*")
    assert code == 0
    assert "3/3 · 1 from before" in said
    run = Run.read(tmp_path / "runs" / "mine")
    assert set(run.records) == {"trial-wire", "trial-local", "trial-independent"}
    assert run.configuration.maker == "nutgraf"


def test_a_baseline_is_run_by_the_same_command(go: Go, tmp_path: Path) -> None:
    assert go("--maker", "lead3")[0] == 0
    run = Run.read(tmp_path / "runs" / "mine")
    assert run.configuration.maker == "lead3"
    assert set(run.records) == set(label.articles())


def test_articles_that_are_not_there_are_told_in_one_line(go: Go) -> None:
    code, said = go("--filter", "nowhere")
    assert code == 1
    assert said.startswith("nutgraf: No article is called nowhere; there are ")
    assert said.count("\n") == 1


def test_a_lack_of_weights_is_told_and_leaves_no_record(
    go: Go, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NUTGRAF_WEIGHTS", str(tmp_path / "none.gguf"))
    monkeypatch.setenv("NUTGRAF_CACHE", str(tmp_path / "cache"))
    code, said = go("--llm", "embedded", "--limit", "2")
    assert code == 1
    assert said.startswith("0/2\nnutgraf: ")
    assert Run.read(tmp_path / "runs" / "mine").records == {}


def test_an_llm_that_is_not_there_is_a_problem_of_each_article_and_the_command_fails(
    go: Go, tmp_path: Path
) -> None:
    code, said = go("--llm", "http://127.0.0.1:9/v1", "--llm-name", "nobody", "--limit", "2")
    assert code == 1
    assert said.endswith("nutgraf: 2 of 2 articles failed. Run the same command again for them.\n")
    records = list(Run.read(tmp_path / "runs" / "mine").records.values())
    assert [record.digest for record in records] == [None, None]
    assert {record.problem for record in records} == {"upstream-unavailable: The connection failed."}
    assert "stamina" not in said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--prompt", "stars@1"], "there is no prompt 'stars@1'"),
        (["--prompt", "judge@1"], "judges and does not write"),
        (["--llm", "oracle"], "write embedded, none or a base URL"),
        (["--llm", "http://127.0.0.1:9/v1"], "--llm-name"),
        (["--maker", "plain", "--llm", "none"], "plain needs an LLM"),
        (["--maker", "oracle"], "invalid choice"),
        (["--together", "0"], "is no count"),
        (["--limit", "some"], "is no count"),
    ],
)
def test_bad_usage_ends_with_two(
    go: Go, capsys: pytest.CaptureFixture[str], given: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        go(*given)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
