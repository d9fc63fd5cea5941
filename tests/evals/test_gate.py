"""The gate: what it lets through, and everything that must close it."""

import asyncio
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from nutgraf import article_pipeline
from nutgraf.cli import main
from nutgraf.errors import UpstreamInvalid
from nutgraf.line import Cited
from nutgraf.llm import Messages
from nutgraf.llm.fetch import QWEN
from nutgraf.llm.scripted import Answer, Scripted
from nutgraf_evals import seeds
from nutgraf_evals.answers import Answers
from nutgraf_evals.gate import Judgement, judge
from nutgraf_evals.label import Label, articles, filled, labels, written
from nutgraf_evals.makers.nutgraf import Nutgraf
from nutgraf_evals.recording import ANSWERS, SCORES, read, recall, remembered, replay
from nutgraf_evals.records import ABOUT, RECORDS, Configuration, Run
from nutgraf_evals.run import run
from nutgraf_prompts import load
from nutgraf_schemas import Article
from nutgraf_schemas.draft import FINGERPRINT, EventFields, Rewrite

BURNT = {
    "Ashby": "brewery",
    "Corley": "library",
    "Denholm": "swimming pool",
    "Elmstead": "tram depot",
    "Farrow": "bakery",
    "Gatley": "market hall",
    "Holm": "lighthouse",
    "Ivering": "sawmill",
}
"""Towns and what burnt down in each: eight stories of one article."""
IDENTITY = {"llm": QWEN.name, "weights": QWEN.sha256, "engine": "scripted"}


@pytest.fixture(scope="module", autouse=True)
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The command, also in a folder that is not installed."""
    site = tmp_path_factory.mktemp("site")
    told = site / "nutgraf-0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: nutgraf\nVersion: 0\n")
    (told / "entry_points.txt").write_text("[nutgraf.commands]\nevals = nutgraf_evals.commands:add\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(site))
        yield


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder evals with articles, labels, a run and the recording made of it."""
    made = tmp_path_factory.mktemp("evals")
    (made / "labels").mkdir()
    for town, what in BURNT.items():
        text, story = article(town, what), made / "seeds" / town.lower()
        story.mkdir(parents=True)
        (story / "wire.txt").write_text(text, "utf-8")
        (story / "story.toml").write_text('[articles.wire]\npublished = "2026-03-12"\n', "utf-8")
        labelled = filled(label(town, what), text, {})
        (made / "labels" / f"{labelled.article}.json").write_text(written(labelled), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seeds, "HOME", made)
        asyncio.run(run(maker(made / "answers.jsonl"), articles(), made / "run"))
        assert main(["evals", "record", str(made / "run"), "--baseline", str(made / "recording")]) == 0
    return made


@pytest.fixture
def place(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, to be spoilt."""
    copy = shutil.copytree(home, tmp_path / "evals")
    monkeypatch.setattr(seeds, "HOME", copy)
    return copy


def article(town: str, what: str) -> str:
    return (
        f"{town.upper()} (Norda) - Two people were killed on Monday in a fire at the {what} of {town}.\n\n"
        f"Engineers found cracks in the {what} in February, the mayor said. "
        f"The council will spend 3 million crowns on repairs. Nobody knows when the {what} will open again.\n"
    )


def label(town: str, what: str) -> Label:
    return Label.model_validate(
        {
            "article": f"{town.lower()}-wire",
            "published": "2026-03-12",
            "events": [
                {
                    "id": "ev1",
                    "main": True,
                    "type": "death_or_injury",
                    "or_types": ["accident_or_disaster"],
                    "description": f"Two people were killed in a fire at the {what}.",
                    "when": {"text": "Monday", "edtf": "2026-03-09"},
                    "participants": [{"name": "Two people", "role": "victim"}],
                    "modality": "asserted",
                    "evidence": [{"words": "Two people were killed on Monday in a fire"}],
                }
            ],
            "key_facts": [
                {"fact": "two people were killed", "groups": [["killed"], [what]]},
                {"fact": "the repairs cost 3 million", "groups": [["3 million"]]},
            ],
        }
    )


def answer(messages: Messages, schema: type[BaseModel]) -> BaseModel:
    """Statements that the check refuses, so that the article's own sentences are told; events that it takes."""
    if schema is Rewrite:
        return Rewrite(text="Nine hundred whales applauded.")
    sentence = messages[-1]["content"].splitlines()[-1]
    return EventFields(what=sentence, when="", where="", by=[], to=[])


def maker(path: Path, script: Callable[[Messages, type[BaseModel]], Answer] = answer) -> Nutgraf:
    @asynccontextmanager
    async def start() -> Any:
        yield Scripted(script)

    prompt = load("steps", 1)
    parts = {"prompt": prompt.sha256, "schema": FINGERPRINT, "weights": QWEN.sha256, "engine": "scripted"}
    how = Configuration(maker="nutgraf", llm=QWEN.name, prompt="steps@1", parts=parts)
    return Nutgraf(how, prompt, Answers(path, IDENTITY, start))


def judged(place: Path, folder: str | None = None) -> Judgement:
    told = Run.read(place / folder) if folder else None
    return judge(read(place / "recording"), labels(), articles(), told)


def spoil(path: Path, change: Callable[[str, dict[str, Any]], None]) -> None:
    """Change every record's digest."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for line in lines:
        change(line["article"], line["digest"])
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def rewrite(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content), "utf-8")


def test_what_was_just_recorded_passes(place: Path) -> None:
    found = judged(place)
    assert found.findings == ()
    assert found.notes == ()
    assert found.comparison is not None
    assert len(found.comparison.articles) == 8
    assert {row.verdict for row in found.comparison.rows} == {"the same"}
    assert judged(place, "run").findings == ()


def test_the_command_tells_so_and_ends_with_0(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evals", "gate", "--baseline", str(place / "recording")]) == 0
    assert "The gate is open: 8 digests in form, no scorer worse." in capsys.readouterr().out


def test_a_recording_is_small_and_holds_what_it_needs_and_no_more(place: Path) -> None:
    kept = place / "recording"
    assert {path.name for path in kept.iterdir()} == {ABOUT, RECORDS, ANSWERS, SCORES}
    asked = (kept / ANSWERS).read_text("utf-8").splitlines()
    assert asked == sorted(set(asked))
    (place / "answers.jsonl").write_text("", "utf-8")
    before = {path.name: path.read_bytes() for path in kept.iterdir()}
    assert main(["evals", "record", "--baseline", str(kept)]) == 0
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == before


def test_a_wrong_span_closes_it(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def shift(name: str, digest: dict[str, Any]) -> None:
        if name == "holm-wire":
            digest["headline"]["evidence"][0]["end"] += 4_000

    spoil(place / "run" / RECORDS, shift)
    found = judged(place, "run").findings
    assert any("holm-wire does not pass form" in each for each in found)
    command = ["evals", "gate", str(place / "run"), "--baseline", str(place / "recording")]
    assert main(command) == 1
    assert "✗ run: holm-wire does not pass form: /headline/evidence" in capsys.readouterr().out


def test_a_wrong_span_in_the_recording_closes_it(place: Path) -> None:
    spoil(place / "recording" / RECORDS, lambda _, digest: digest["headline"]["evidence"].clear())
    assert sum("does not pass form" in each for each in judged(place).findings) == 8


def test_a_scorer_that_drops_in_every_story_closes_it(place: Path) -> None:
    spoil(place / "run" / RECORDS, lambda _, digest: digest.update(summary=[], key_points=[]))
    found = judged(place, "run")
    assert [each for each in found.findings if each.startswith("key_facts: worse by ")]
    assert found.notes == ()


def test_code_that_got_worse_closes_it_and_no_llm_is_asked(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_events(cited: Cited, _: object) -> Cited:
        return replace(cited, records=())

    monkeypatch.setattr(article_pipeline, "merge", lose_events)
    found = judged(place)
    assert {each.split(":")[0] for each in found.findings} >= {"events", "main_event"}
    assert found.notes == (
        (
            "8 of 8 digests are not those recorded: ashby-wire, corley-wire, denholm-wire, elmstead-wire, "
            "farrow-wire and 3 more. `nutgraf evals record` keeps the new ones."
        ),
    )
    assert found.comparison is not None
    assert found.comparison.b == "today's code"


def test_a_scorer_that_drops_in_one_story_does_not(place: Path) -> None:
    def empty(name: str, digest: dict[str, Any]) -> None:
        if name == "holm-wire":
            digest.update(summary=[], key_points=[])

    spoil(place / "run" / RECORDS, empty)
    assert judged(place, "run").findings == ()


def test_a_changed_label_closes_it_until_the_scores_are_kept_anew(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(place / "labels" / "holm-wire.json", lambda said: said["key_facts"].pop())
    assert judged(place).findings == (
        (
            "1 label changed since the recording was scored: holm-wire. "
            "Keep the new scores with `nutgraf evals record`, and look at the difference: `git diff evals/baselines`."
        ),
    )
    assert len(judged(place, "run").findings) == 1
    assert main(["evals", "gate", "--baseline", str(place / "recording")]) == 1
    assert main(["evals", "record", "--baseline", str(place / "recording")]) == 0
    assert main(["evals", "gate", "--baseline", str(place / "recording")]) == 0
    assert "The gate is closed: 1 finding." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("prompt", "recording: its prompt, steps@1, has changed since."),
        ("schema", "recording: the schema of the LLM's answers has changed since."),
        ("weights", "The embedded LLM is "),
    ],
)
def test_a_changed_prompt_schema_or_llm_closes_it(place: Path, part: str, words: str) -> None:
    rewrite(place / "recording" / ABOUT, lambda about: about["configuration"]["parts"].update({part: "old"}))
    assert any(each.startswith(words) for each in judged(place).findings)


def test_another_default_prompt_closes_it(place: Path) -> None:
    rewrite(place / "recording" / ABOUT, lambda about: about["configuration"].update(prompt="whole@1"))
    assert any("nutgraf asks by steps@1 now" in each for each in judged(place).findings)


def test_a_prompt_that_is_gone_closes_it(place: Path) -> None:
    rewrite(place / "recording" / ABOUT, lambda about: about["configuration"].update(prompt="steps@0"))
    assert any("its prompt, steps@0, has changed" in each for each in judged(place).findings)


def test_a_missing_record_closes_it(place: Path) -> None:
    for folder in ("recording", "run"):
        path = place / folder / RECORDS
        path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")
        assert f"{folder}: 1 article without a record" in judged(place, folder).findings[-1]
    assert "`nutgraf evals run --out RUN`, then `nutgraf evals record RUN`" in judged(place).findings[0]


def test_a_changed_article_closes_it(place: Path) -> None:
    told = place / "seeds" / "holm" / "story.toml"
    told.write_text('[articles.wire]\npublished = "2026-03-13"\n', "utf-8")
    assert (
        judged(place)
        .findings[0]
        .startswith("recording: text, title or date of 1 article has changed since: holm-wire.")
    )


def test_a_request_that_was_not_recorded_closes_it(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = place / "recording" / ANSWERS
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")
    (found,) = judged(place).findings
    assert found.startswith("1 article asks the LLM something that is not recorded: ")
    assert main(["evals", "record", "--baseline", str(place / "recording")]) == 1
    assert "1 article without all of the LLM's answers" in capsys.readouterr().err


def test_an_answer_that_could_not_be_used_is_recorded_as_such(home: Path, tmp_path: Path) -> None:
    text = article("Holm", "lighthouse")
    whole = iter([False] + [True] * 99)

    def cut_off(messages: Messages, schema: type[BaseModel]) -> Answer:
        return answer(messages, schema) if next(whole) else UpstreamInvalid("cut off")

    only = {"holm-wire": Article(text=text, published="2026-03-12")}
    asyncio.run(run(maker(tmp_path / "answers.jsonl", cut_off), only, tmp_path / "run"))
    told = Run.read(tmp_path / "run")
    memory = remembered(told, tmp_path / "answers.jsonl")
    replayed, lines = recall(memory, told, load("steps", 1), only)
    assert replayed.unanswered == ()
    assert lines.count('"answer": ""') == 1
    (tmp_path / ANSWERS).write_text(lines, "utf-8")
    again = Scripted(tmp_path / ANSWERS, name=QWEN.name)
    assert replay(again, load("steps", 1), only).as_run(told, only).records["holm-wire"].digest == (
        replayed.as_run(told, only).records["holm-wire"].digest
    )
    same, as_before = recall(again, told, load("steps", 1), only)
    assert (same.unanswered, as_before) == ((), lines)


def test_scores_that_are_not_those_written_down_close_it(place: Path) -> None:
    rewrite(place / "recording" / SCORES, lambda had: had["scores"]["holm-wire"].update(key_facts=0.9))
    (found,) = judged(place).findings
    assert found.startswith("key_facts: scores 1 article of the recording otherwise than when it was kept")


def test_where_there_is_no_recording_one_line_says_so(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evals", "gate", "--baseline", str(tmp_path)]) == 1
    assert "holds no recording" in capsys.readouterr().err
    assert main(["evals", "record", str(place / "run"), "--answers", str(tmp_path / "none")]) == 1
    assert "say where the LLM's answers are kept" in capsys.readouterr().err
