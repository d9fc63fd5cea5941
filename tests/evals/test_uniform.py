from collections.abc import Callable
from pathlib import Path

import pytest

from nutgraf_evals.uniform import NoData, read

DOCUMENT = {"id": "a", "dataset": "invented", "text": "The ferry sank."}


def test_a_document_comes_with_its_own_labels(a_set: Callable[..., Path]) -> None:
    labels = [
        {"doc_id": "a", "type": "place"},
        {"doc_id": "a", "type": "event"},
        {"doc_id": "b", "type": "place"},
    ]
    first, second = read(a_set([DOCUMENT, {**DOCUMENT, "id": "b", "date": "2026-05-01"}], labels))
    assert (first.id, first.text, first.date) == ("a", "The ferry sank.", None)
    assert [label["type"] for label in first.labels] == ["place", "event"]
    assert first.of_type("event") == (labels[1],)
    assert second.date == "2026-05-01"


@pytest.mark.parametrize("lacking", ["documents.jsonl", "labels.jsonl"])
def test_a_missing_file_is_named_with_what_to_give(a_set: Callable[..., Path], lacking: str) -> None:
    folder = a_set([DOCUMENT], [{"doc_id": "a", "type": "place"}])
    (folder / lacking).unlink()
    with pytest.raises(NoData, match=rf"{lacking} is not there.*--data DIR"):
        read(folder)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoData, match="nowhere"):
        read(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 1 is no JSON"),
        ("[]", "line 1 is no object"),
        ('{"id": "a", "dataset": "x"}', "line 1 lacks text"),
        ("\n", "has no rows"),
    ],
)
def test_a_row_that_is_not_in_the_format_is_named(a_set: Callable[..., Path], line: str, reason: str) -> None:
    folder = a_set([DOCUMENT], [{"doc_id": "a", "type": "place"}])
    (folder / "documents.jsonl").write_text(line, "utf-8")
    with pytest.raises(NoData, match=reason):
        read(folder)


def test_a_file_that_is_no_text_is_named(a_set: Callable[..., Path]) -> None:
    folder = a_set([DOCUMENT], [{"doc_id": "a", "type": "place"}])
    (folder / "labels.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(NoData, match=r"labels\.jsonl cannot be read"):
        read(folder)


def test_a_label_that_lacks_what_its_type_has_is_named(a_set: Callable[..., Path]) -> None:
    folder = a_set([DOCUMENT], [{"doc_id": "a", "type": "timex", "start": 4, "end": 9}])
    with pytest.raises(NoData, match="a timex of a lacks timex_type, edtf"):
        read(folder)
