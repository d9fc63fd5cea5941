"""What tests of the service share."""

from typing import Any

import pytest

from nutgraf.llm.scripted import Scripted
from nutgraf_schemas import ArticleInfo, Coverage, Digest, Evidence, Provenance, Published, Statement, Usage

NOTHING_MORE: dict[str, Any] = {"when": "", "where": "", "by": [], "to": []}
REPORTS: dict[str, dict[str, Any]] = {
    "Rewrite": {"t": "It was reported on Tuesday."},
    "EventFields": {"what": "Something was reported", **NOTHING_MORE},
}


@pytest.fixture
def editor() -> Scripted:
    """An LLM that answers every request with the same vague report, in the form that is asked for."""
    return Scripted(lambda _messages, schema: REPORTS[schema.__name__], name="editor")


@pytest.fixture
def digest() -> Digest:
    """A small digest, as `assemble` would make it."""
    text = "The harbour bridge closed on Tuesday."
    statement = Statement(
        text=text, evidence=[Evidence(sentence=1, start=0, end=len(text))], support="verbatim", checks={}
    )
    return Digest(
        id="dg_c0ffee",
        status="complete",
        article=ArticleInfo(
            title=None,
            source=None,
            url=None,
            language="en",
            published=Published(edtf=None, precision="unknown", basis="none"),
            dateline=None,
            sha256="5eed",
            characters=len(text),
            offset_unit="codepoint",
            sentences=[{"id": 1, "start": 0, "end": len(text)}],
        ),
        headline=statement,
        summary=[statement],
        key_points=[],
        events=[],
        entities=[],
        warnings=[],
        coverage=Coverage(sentences=1, used=[1], read=1),
        provenance=Provenance(
            nutgraf="0",
            llm="none",
            prompt="steps@1",
            prompt_sha256="0",
            schema_sha256="0",
            generated=False,
            digital_source_type=None,
        ),
        usage=Usage(calls=1, input_tokens=2, cached_tokens=0, output_tokens=3, seconds=0.5),
    )
