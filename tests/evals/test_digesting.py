from pathlib import Path

import pytest

from nutgraf.errors import UpstreamUnavailable
from nutgraf_evals.digesting import with_llm, without_llm
from nutgraf_evals.marks import Document
from nutgraf_schemas import Options

DOCUMENT = Document(
    "a", "own", "Police arrested two men in Velby on Monday. They had stolen 14 boats.", date="2026-05-12"
)


def test_the_same_document_has_the_same_digest_without_an_llm() -> None:
    one, other = (without_llm(DOCUMENT, Options(summary_sentences=1)) for _ in range(2))
    assert one.model_dump(exclude={"usage"}) == other.model_dump(exclude={"usage"})
    assert [s.text for s in one.summary] == ["Police arrested two men in Velby on Monday."]
    assert one.provenance.llm is None


def test_a_digest_sees_nothing_of_the_labels() -> None:
    labelled = Document(
        "b", "other", DOCUMENT.text, date=DOCUMENT.date, labels=({"type": "event"},), title="Nine"
    )
    assert without_llm(labelled, Options()).id == without_llm(DOCUMENT, Options()).id


def test_an_llm_that_is_gone_gives_no_digest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NUTGRAF_LLM", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("NUTGRAF_LLM_NAME", "nobody")
    monkeypatch.setenv("NUTGRAF_STORE", str(tmp_path / "none"))
    with with_llm() as make, pytest.raises(UpstreamUnavailable):
        make(DOCUMENT, Options())
