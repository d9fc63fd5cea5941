"""langextract as a maker: what becomes of its extractions, and of a worker that answers, complains or ends."""

import asyncio
import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import pytest

from nutgraf.errors import SetupError, UpstreamInvalid, UpstreamUnavailable
from nutgraf.settings import Settings
from nutgraf_evals.makers import Made, Wanted, langextract_worker, opened
from nutgraf_evals.makers.langextract import digest
from nutgraf_evals.told import told
from nutgraf_schemas import Article, EventType

USAGE = {"calls": 1, "input_tokens": 30, "cached_tokens": 10, "output_tokens": 9}
TEXT = "Fog closed the port of Lenvik on Monday. Three ferries wait. The master said so."


def extraction(kind: str, words: str, **attributes: Any) -> dict[str, Any]:
    start = TEXT.find(words)
    found = {"start": start, "end": start + len(words)} if start >= 0 else {}
    return {"class": kind, "text": words, "attributes": attributes, **found}


EXTRACTIONS = [
    extraction("headline", "Fog closed the port of Lenvik", text="Fog shuts Lenvik"),
    extraction(
        "event",
        "Fog closed the port of Lenvik on Monday.",
        text="Fog closed the port.",
        type="accident_or_disaster",
        when="on Monday",
        date="2026-01-05",
        where="Lenvik",
        by=["Fog"],
        to=["the port"],
        source="The master",
    ),
    *(extraction("fact", f"{number} ferries wait") for number in ("Three", "Four")),
    extraction("event", "nobody came", when=None, by=None),
]


def test_extractions_are_read_as_a_digest() -> None:
    found = told(digest(EXTRACTIONS, USAGE, 1.5), TEXT)
    assert found.headline.text == "Fog shuts Lenvik"
    assert [each.text for each in found.summary] == ["Three ferries wait", "Four ferries wait"]
    first, second = found.events
    assert (first.type, first.main, first.description.text) == (
        "accident_or_disaster",
        True,
        "Fog closed the port.",
    )
    assert first.when is not None
    assert (first.when.text, first.when.edtf) == ("on Monday", "2026-01-05")
    assert first.where is not None
    assert first.where.text == "Lenvik"
    assert [(each.name, each.role) for each in first.participants] == [
        ("Fog", "actor"),
        ("the port", "target"),
    ]
    assert (first.modality, first.attribution[0].source) == ("attributed", "The master")
    assert (second.when, second.where, second.participants, second.modality) == (None, None, [], "asserted")
    assert (found.usage.input_tokens, found.usage.seconds) == (30, 1.5)


def test_attributes_are_read_whatever_the_llm_made_of_them() -> None:
    odd = extraction(
        "event", "Three ferries wait", text=["Three", "wait"], date=2026, by="ferries", to=[1, None]
    )
    [event] = told(digest([odd], USAGE, 0), TEXT).events
    assert event.description.text == "Three, wait"
    assert event.when is not None
    assert event.when.edtf == "2026"
    assert [each.name for each in event.participants] == ["ferries", "1"]


def test_evidence_is_where_a_passage_was_found_and_none_where_it_was_not() -> None:
    found = told(digest(EXTRACTIONS, USAGE, 0), TEXT)
    for statement in (found.headline, found.summary[0], found.events[0].description):
        [span] = statement.evidence
        assert TEXT[span.start : span.end] in {each["text"] for each in EXTRACTIONS}
    assert found.summary[1].evidence == found.events[1].evidence == []


def test_no_more_is_taken_than_nutgraf_gives_by_default() -> None:
    many = [extraction(kind, "Three ferries wait") for kind in ("fact", "event") for _ in range(30)]
    found = told(digest(many, USAGE, 0), TEXT)
    assert (len(found.summary), len(found.key_points), len(found.events)) == (3, 4, 8)
    assert found.headline.text == ""


PYTHON = """#!{python}
import json, os, sys
assert sys.argv[1] == "-I"
if sys.argv[2] == "-c":
    {version}
    sys.exit()
url, name, types = sys.argv[3:]
for line in sys.stdin:
    asked = json.loads(line)
    if asked["text"] == "End.":
        sys.exit()
    if asked["text"] == "Complain.":
        print(json.dumps({{"problem": "Error: no"}}), flush=True)
        continue
    told = {{"class": "fact", "text": asked["text"] + asked["context"], "start": 0, "end": 4}}
    told["attributes"] = {{"text": f"{{url}} {{name}} {{os.environ['LANGEXTRACT_KEY']}} {{os.getpid()}}"}}
    print(json.dumps({{"extractions": [told], "usage": {usage}}}), flush=True)
"""


def make(tmp_path: Path, *articles: Article, version: str = "print('1.7.1')") -> list[Made]:
    """What the maker makes of the articles, one after another, by a Python of the test's own."""
    python = tmp_path / "python"
    python.write_text(PYTHON.format(python=sys.executable, version=version, usage=USAGE))
    python.chmod(0o755)
    settings = Settings(llm="http://127.0.0.1:9/v1", llm_name="quill", llm_api_key="secret")

    async def story() -> list[Made]:
        async with opened("langextract", Wanted(settings, tmp_path, python=python)) as maker:
            assert maker.configuration.maker == "langextract"
            assert (maker.configuration.llm, maker.configuration.prompt) == ("quill", "langextract 1.7.1")
            return [await maker.make(each) for each in articles]

    return asyncio.run(story())


def test_one_worker_is_asked_about_many_articles(tmp_path: Path) -> None:
    found = make(tmp_path, Article(text="Fog."), Article(text="Rain.", title="Weather"))
    words = [made.digest["summary"][0]["text"].split() for made in found]
    assert words[0] == words[1]
    assert words[0][:3] == ["http://127.0.0.1:9/v1", "quill", "secret"]


def test_a_complaint_is_a_failure_of_the_article(tmp_path: Path) -> None:
    with pytest.raises(UpstreamInvalid, match="Error: no"):
        make(tmp_path, Article(text="Complain."))


def test_a_worker_that_has_ended_is_told(tmp_path: Path) -> None:
    with pytest.raises(UpstreamUnavailable, match="langextract has ended"):
        make(tmp_path, Article(text="End."))


def test_a_python_without_langextract_is_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"has no langextract: pip install 'langextract\[openai\]"):
        make(tmp_path, version="raise SystemExit(1)")


def test_a_python_that_is_not_there_is_told(tmp_path: Path) -> None:
    async def story() -> None:
        settings = Settings(llm="http://127.0.0.1:9/v1", llm_name="quill")
        async with opened("langextract", Wanted(settings, tmp_path, python=tmp_path / "nothing")):
            pass

    with pytest.raises(SetupError, match="cannot be run: No such file"):
        asyncio.run(story())


def test_the_examples_passages_stand_in_their_order_and_have_types_of_ours() -> None:
    for text, extractions in langextract_worker.EXAMPLES:
        places = [text.find(words) for _, words, _ in extractions]
        assert -1 not in places
        assert places == sorted(places)
        for kind, _, attributes in extractions:
            assert (kind == "event") == ("type" in attributes)
            assert attributes.get("type", "other") in get_args(EventType)
            names = [name for key in ("by", "to") for name in attributes.get(key, [])]
            assert all(name in text for name in names)


class Langextract(SimpleNamespace):
    """As much of the package as the worker touches."""

    def __init__(self) -> None:
        usage = SimpleNamespace(
            prompt_tokens=40, completion_tokens=5, prompt_tokens_details=SimpleNamespace(cached_tokens=None)
        )
        completions = SimpleNamespace(create=lambda **_: SimpleNamespace(usage=usage))
        self.model = SimpleNamespace(_client=SimpleNamespace(chat=SimpleNamespace(completions=completions)))
        self.exceptions = SimpleNamespace(LangExtractError=ZeroDivisionError)
        self.data = SimpleNamespace(ExampleData=SimpleNamespace, Extraction=SimpleNamespace)
        self.factory = SimpleNamespace(create_model=lambda *_, **__: self.model, ModelConfig=SimpleNamespace)

    def extract(self, text: str, *, model: Any, **_: Any) -> SimpleNamespace:
        model._client.chat.completions.create()
        1 // len(text)
        found = SimpleNamespace(
            extraction_class="fact",
            extraction_text=text,
            attributes=None,
            char_interval=SimpleNamespace(start_pos=0, end_pos=len(text)) if text == "Fog." else None,
        )
        return SimpleNamespace(extractions=[found])


def test_the_worker_answers_line_by_line_and_tells_what_each_cost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [{"text": text, "context": ""} for text in ("Fog.", "Rain.", "")]
    monkeypatch.setitem(sys.modules, "langextract", Langextract())
    monkeypatch.setenv("LANGEXTRACT_KEY", "secret")
    monkeypatch.setattr(sys, "argv", ["worker", "http://127.0.0.1:9/v1", "quill", "other"])
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(json.dumps(each) + "\n" for each in asked)))
    langextract_worker.main()
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    cost = {"calls": 1, "input_tokens": 40, "cached_tokens": 0, "output_tokens": 5}
    fact = {"class": "fact", "text": "Fog.", "attributes": {}, "start": 0, "end": 4}
    assert first == {"extractions": [fact], "usage": cost}
    assert second["usage"] == cost
    assert "start" not in second["extractions"][0]
    assert third["problem"].startswith("ZeroDivisionError: ")
