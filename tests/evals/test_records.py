"""Runs as files: what is appended is read back, what is torn is passed over."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf_evals.records import (
    RECORDS,
    Configuration,
    Record,
    Run,
    append,
    append_line,
    case_key,
    describe,
    read,
    whole_lines,
)
from nutgraf_evals.uniform import NoData

LEAD = Configuration(maker="lead3", parts={"code": "1"})
CHANGED = Configuration(maker="lead3", parts={"code": "2"})


def record(article: str, configuration: Configuration | None = LEAD, **changes: object) -> Record:
    whole = {
        "key": case_key({"text": article}, configuration or LEAD),
        "article": article,
        "article_sha256": "0",
        "digest": {"headline": {"text": f"{article}\n“…”"}},
        "seconds": 1.5,
        "configuration": configuration and configuration.key,
    }
    return Record.model_validate({**whole, **changes})


def test_what_is_appended_is_read_back_in_its_order(tmp_path: Path) -> None:
    records = [record("a"), record("b", digest=None, problem="llm-refused: no"), record("c")]
    for each in records:
        append(tmp_path / "run", each)
    assert read(tmp_path / "run") == records
    assert read(tmp_path / "no run") == []


@given(cut=st.integers(min_value=1, max_value=60))
def test_a_torn_last_line_is_passed_over_and_cut_off_by_the_next(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("run")
    for name in "ab":
        append(folder, record(name))
    path = folder / RECORDS
    path.write_bytes(path.read_bytes()[:-cut])
    assert [each.article for each in read(folder)] == ["a"]
    append(folder, record("c"))
    assert [each.article for each in read(folder)] == ["a", "c"]


def test_a_file_that_is_all_one_torn_line_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes("é".encode()[:1])
    assert whole_lines(path) == []
    append_line(path, "whole")
    assert whole_lines(path) == ["whole"]


def test_of_two_records_of_an_article_the_later_counts(tmp_path: Path) -> None:
    describe(tmp_path, LEAD, 2)
    append(tmp_path, record("a", digest=None, problem="upstream-unavailable: gone"))
    append(tmp_path, record("a"))
    run = Run.read(tmp_path)
    assert (run.name, run.configuration, run.together) == (tmp_path.name, LEAD, 2)
    assert run.records == {"a": record("a")}


def test_records_of_another_configuration_do_not_count(tmp_path: Path) -> None:
    describe(tmp_path, LEAD, 1)
    for each in (record("a"), record("b", None), record("c", CHANGED)):
        append(tmp_path, each)
    assert set(Run.read(tmp_path).records) == {"a", "b"}
    describe(tmp_path, CHANGED, 1)
    assert set(Run.read(tmp_path).records) == {"b", "c"}


def test_a_key_is_of_the_article_and_the_whole_configuration() -> None:
    keys = [
        case_key({"text": "a"}, LEAD),
        case_key({"text": "b"}, LEAD),
        case_key({"text": "a", "title": "A"}, LEAD),
        case_key({"text": "a"}, CHANGED),
    ]
    assert len(set(keys)) == 4
    assert case_key({"title": "A", "text": "a"}, LEAD) == keys[2]


@pytest.mark.parametrize("about", [None, "[]", "{", '{"configuration": {"llm": "x"}}'])
def test_a_folder_without_a_run_is_told(tmp_path: Path, about: str | None) -> None:
    if about is not None:
        (tmp_path / "run.json").write_text(about)
    with pytest.raises(NoData, match="holds no run"):
        Run.read(tmp_path)
