import json
from pathlib import Path

import pytest

from nutgraf_evals.label import fingerprint
from nutgraf_evals.others import read
from nutgraf_evals.uniform import NoData

TEXTS = {"ridge-wire": "Two climbers were rescued."}


def test_a_folder_has_a_digest_a_file(tmp_path: Path) -> None:
    digest = {"summary": [{"text": "Rescued."}]}
    (tmp_path / "ridge-wire.json").write_text(json.dumps(digest), "utf-8")
    run = read(tmp_path, TEXTS)
    assert (run.name, run.configuration.maker) == (tmp_path.name, tmp_path.name)
    assert run.records["ridge-wire"].digest == digest
    assert run.records["ridge-wire"].article_sha256 == fingerprint(TEXTS["ridge-wire"])


def test_a_file_has_a_digest_a_line_and_null_where_it_failed(tmp_path: Path) -> None:
    file = tmp_path / "theirs.jsonl"
    lines = [
        {"article": "ridge-wire", "digest": {"article": {"sha256": "abc"}}},
        {"article": "b", "digest": None},
    ]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    run = read(file, TEXTS)
    assert run.name == "theirs"
    assert run.records["ridge-wire"].article_sha256 == "abc"
    assert run.records["b"].digest is None


@pytest.mark.parametrize("said", ["", "{}\n", "[1]\n", '{"article": "a", "digest": "words"}\n', "no JSON\n"])
def test_what_is_no_digest_is_told(tmp_path: Path, said: str) -> None:
    file = tmp_path / "theirs.jsonl"
    file.write_text(said, "utf-8")
    with pytest.raises(NoData, match=r"theirs\.jsonl"):
        read(file, TEXTS)


def test_a_folder_without_digests_and_a_file_that_is_none_are_told(tmp_path: Path) -> None:
    with pytest.raises(NoData, match="holds no digests"):
        read(tmp_path, TEXTS)
    (tmp_path / "a.json").write_text("{", "utf-8")
    with pytest.raises(NoData, match="cannot be read"):
        read(tmp_path, TEXTS)
    with pytest.raises(NoData, match="is not there"):
        read(tmp_path / "nowhere.jsonl", TEXTS)
