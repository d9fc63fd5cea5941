"""The command line: what it prints, and how it ends."""

import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nutgraf import __version__, app
from nutgraf.cli import ARTICLE_OPTIONS, CHOICE_OPTIONS, COUNT_OPTIONS, FLAG_OPTIONS, main
from nutgraf.demo import article
from nutgraf.errors import SetupError
from nutgraf_schemas import Article, CheckAnswer, Digest, Options

TEXT = (
    "Two climbers were rescued from the Aiguille ridge on Monday, police said. "
    "A helicopter flew them to a hospital in Lyon."
)


@pytest.fixture(autouse=True)
def _no_llm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An LLM that nobody answers for: every digest is made of the article's own sentences, at once."""
    monkeypatch.setenv("NUTGRAF_LLM", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("NUTGRAF_LLM_NAME", "nobody")
    monkeypatch.setenv("NUTGRAF_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_file_becomes_a_digest_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(file), "--json", "--published", "2025-05-14"]) == 0
    digest = Digest.model_validate_json(capsys.readouterr().out)
    assert digest.article.published.edtf == "2025-05-14"
    assert TEXT[digest.headline.evidence[0].start :].startswith("Two climbers")


def test_a_file_becomes_a_panel(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(file)]) == 0
    printed = capsys.readouterr().out
    assert "SUMMARY" in printed
    assert "[1]" in printed


def test_standard_input_is_a_file_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["digest", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["characters"] == len(TEXT)


def test_the_text_is_taken_exactly_as_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "dos.txt"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace(". ", ".\r\n\r\n").encode())
    assert main(["digest", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["characters"] == len(TEXT) + 4


def test_the_options_reach_the_digest(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--summary-sentences", "1", "--key-points", "0", "--events", "0", "--offset-unit", "utf8"]
    options.append("--second-opinion")
    assert main(["digest", str(file), "--json", "--title", "Rescue", *options]) == 0
    digest = json.loads(capsys.readouterr().out)
    assert digest["article"]["title"] == "Rescue"
    assert digest["article"]["offset_unit"] == "utf8"
    assert digest["provenance"]["second_opinion"] == "judge@1"
    assert (len(digest["summary"]), digest["key_points"], digest["events"]) == (1, [], [])


def test_the_demo_digests_the_article_that_ships(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["characters"] == len(article())


def test_an_llm_that_is_not_there_can_be_an_error(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(file), "--on-failure", "error"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("nutgraf: ")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"%PDF-1.7\n1 0 obj", "is a PDF"),
        (b"PK\x03\x04\0\0", "is no text"),
        ("Café in Nîmes".encode("latin-1"), "is not UTF-8 (byte 3 is 0xe9)"),
        (b"  \n ", "no words"),
        (b"word " * 50_000, "200,000"),
        (b"word " * 200_000, "200,000"),
    ],
)
def test_what_is_no_article_ends_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, complaint: str
) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    assert main(["digest", str(file)]) == 1
    told = capsys.readouterr().err
    assert complaint in told
    assert told.count("\n") == 1


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", "no/such/file"]) == 1
    assert capsys.readouterr().err == "nutgraf: no/such/file cannot be read: No such file or directory.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["digest"],
        ["summarise", "file"],
        ["digest", "no/such/file", "--events", "21"],
        ["digest", "no/such/file", "--published", "Thursday"],
        ["digest", "no/such/file", "--offset-unit", "words"],
        ["digest", "no/such/file", "--jsonl"],
        ["llm"],
        ["check", "no/such/file"],
        ["check", "no/such/file", "--statement", "x", "--published", "Thursday"],
        ["check", "no/such/file", "--statement", "x", "--language", "english language"],
        ["check", "no/such/file", "--statement", "x", "--offset-unit", "words"],
        ["check", "-", "--statements", "-"],
        ["serve", "--port", "99999"],
        ["serve", "--port", "-1"],
        ["serve", "--port", "http"],
    ],
)
def test_bad_usage_ends_with_2_before_anything_is_done(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: nutgraf" in capsys.readouterr().err


def test_every_field_of_the_contract_has_its_option() -> None:
    flags = {
        flag.removeprefix("--").replace("-", "_")
        for flag in {**ARTICLE_OPTIONS, **COUNT_OPTIONS, **FLAG_OPTIONS, **CHOICE_OPTIONS}
    }
    assert flags == {*Article.model_fields, *Options.model_fields} - {"text", "options"}


def test_a_setting_that_does_not_fit_ends_with_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_LLM_SLOTS", "many")
    assert main(["demo"]) == 1
    assert capsys.readouterr().err.startswith("nutgraf: NUTGRAF_LLM_SLOTS: ")


def test_a_misspelt_setting_is_warned_of(
    monkeypatch: pytest.MonkeyPatch, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_LLM_KEY", "x")
    assert main(["digest", str(file)]) == 0
    assert "NUTGRAF_LLM_KEY is no setting of nutgraf" in capsys.readouterr().err


def test_serving_the_world_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", "0.0.0.0"]) == 1
    assert "127.0.0.1" in capsys.readouterr().err


def test_a_port_that_is_taken_ends_with_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_STORE", str(tmp_path / "digests.sqlite"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(
        f"nutgraf: nutgraf cannot listen on port {port} of 127.0.0.1: Address already in use."
    )
    assert "--port" in told
    assert told.count("\n") == 1


def test_json_holds_no_character_that_a_terminal_obeys_and_means_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "article.txt"
    text = TEXT.replace("Aiguille", "Aig\x9b31m\u202eui\u2069l\x7flé")
    file.write_text(text, "utf-8")
    assert main(["digest", str(file), "--json"]) == 0
    printed = capsys.readouterr().out
    assert not set(printed) & set("\x9b\u202e\u2069\x7f")
    assert "é" in printed
    assert json.loads(printed)["summary"][0]["text"] in text


def test_what_an_engine_said_last_stands_indented_below_the_reason(
    monkeypatch: pytest.MonkeyPatch, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def engine_that_dies(_: object) -> None:
        raise SetupError("The embedded LLM ended. (Status 3.)\nTraceback …\nthe weights are broken")

    monkeypatch.setattr(app, "connect", engine_that_dies)
    assert main(["digest", str(file)]) == 1
    assert capsys.readouterr().err == (
        "nutgraf: The embedded LLM ended. (Status 3.)\n    Traceback …\n    the weights are broken\n"
    )


def test_statements_are_checked_and_what_is_found_is_no_failure(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = [
        "--statement",
        "Three climbers were rescued.",
        "--statement",
        "Police said two climbers were rescued",
    ]
    assert main(["check", str(file), *said]) == 0
    printed = capsys.readouterr().out
    assert "✗ Three climbers were rescued.  [1]" in printed
    assert "a number or its unit is another" in printed
    assert "[1] Two climbers were rescued from the Aiguille ridge on Monday" in printed
    assert "1 of 2 supported" in printed


def test_statements_come_from_a_file_too_and_answers_as_json(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = tmp_path / "claims.txt"
    claims.write_bytes(b"Two climbers were rescued on 12 May 2025.\r\n\n  A helicopter flew them to Lyon.\n")
    options = ["--published", "2025-05-14", "--offset-unit", "utf8", "--json"]
    assert main(["check", str(file), "--statements", str(claims), *options]) == 0
    answer = CheckAnswer.model_validate_json(capsys.readouterr().out)
    assert [each.text for each in answer.statements] == [
        "Two climbers were rescued on 12 May 2025.",
        "A helicopter flew them to Lyon.",
    ]
    assert answer.statements[0].support == "supported"


@pytest.mark.parametrize(
    ("claims", "complaint"),
    [
        (b"\n \n", "has no statements"),
        (b"It closed.\n...\n", "Statement 2: a statement has words."),
        (b"It closed.\n" * 101, "There are 101 statements; check at most 100 at once."),
        (b"x" * 1_001, "Statement 1: "),
        ("Café".encode("latin-1"), "is not UTF-8 (byte 3 is 0xe9)"),
    ],
)
def test_a_file_of_statements_that_does_not_serve_ends_with_one_line(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str], claims: bytes, complaint: str
) -> None:
    (tmp_path / "claims.txt").write_bytes(claims)
    assert main(["check", str(file), "--statements", str(tmp_path / "claims.txt")]) == 1
    told = capsys.readouterr().err
    assert complaint in told
    assert told.count("\n") == 1


def test_an_article_to_check_against_is_refused_as_one_to_digest_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    assert main(["check", str(tmp_path / "a.pdf"), "--statement", "It closed."]) == 1
    assert "pdftotext" in capsys.readouterr().err


def test_the_list_of_weights_says_which_are_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["llm", "list"]) == 0
    told = capsys.readouterr().out
    assert "not fetched yet: nutgraf llm pull" in told
    assert "Apache-2.0" in told
    monkeypatch.setenv("NUTGRAF_WEIGHTS", str(tmp_path / "mine.gguf"))
    assert main(["llm", "list"]) == 0
    assert "* mine  " in capsys.readouterr().out


def test_pulling_what_cannot_be_had_names_the_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_WEIGHTS", str(tmp_path / "mine.gguf"))
    assert main(["llm", "pull"]) == 1
    assert "there is no such file" in capsys.readouterr().err


def nutgraf(*arguments: str) -> subprocess.Popen[str]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "nutgraf", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_the_version_comes_without_waiting_for_libraries() -> None:
    started = time.monotonic()
    out, _ = nutgraf("--version").communicate()
    assert out == f"nutgraf {__version__}\n"
    assert time.monotonic() - started < 2


def test_a_reader_who_stops_reading_gets_no_traceback(file: Path) -> None:
    with nutgraf("digest", str(file), "--json") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_it_cleanly(
    monkeypatch: pytest.MonkeyPatch, file: Path, how: signal.Signals
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes the question and never answers
        monkeypatch.setenv("NUTGRAF_LLM", f"http://127.0.0.1:{silent.getsockname()[1]}/v1")
        process = nutgraf("digest", str(file))
        silent.settimeout(60)
        caller, _ = silent.accept()
        with caller, process:
            os.kill(process.pid, how)
            _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in told


def test_no_word_of_an_article_is_logged_however_much_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    monkeypatch.setenv("NUTGRAF_LOG_LEVEL", "debug")
    with nutgraf("digest", str(file), "--json") as process:
        _, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Aiguille" not in told
