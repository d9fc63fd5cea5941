"""What a person says of an article: passages found, misfits told, and every label of ours fits."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from nutgraf_evals import seeds
from nutgraf_evals.label import (
    Label,
    articles,
    complaints,
    filled,
    fingerprint,
    labels,
    main,
    schema,
    written,
)
from nutgraf_evals.uniform import NoData

WIRE = "A ferry ran aground off Velby on Tuesday, the coast guard said. Nobody was hurt. It was the second ferry."
LOCAL = "Nobody was hurt. Some say two were."
OTHERS = {"ferry-wire": WIRE, "ferry-local": LOCAL}


def label(**changes: Any) -> Label:
    event = {
        "id": "ev1",
        "main": True,
        "type": "accident_or_disaster",
        "description": "A ferry ran aground.",
        "when": {"text": "on Tuesday", "edtf": "2026-05-12"},
        "where": {"text": "off Velby", "also": ["the Velby coast"]},
        "participants": [{"name": "A ferry", "also": ["the second ferry"], "role": "victim"}],
        "quantities": [],
        "modality": "attributed",
        "attribution": [{"source": "the coast guard", "cue": "said"}],
        "evidence": [{"words": "A ferry ran aground"}],
        **changes.pop("event", {}),
    }
    return Label.model_validate(
        {
            "article": "ferry-wire",
            "published": "2026-05-13",
            "events": [event],
            "key_facts": [{"fact": "it ran aground", "groups": [["ferry"], ["aground"]]}],
            **changes,
        }
    )


def fitting(**changes: Any) -> Label:
    return filled(label(**changes), WIRE, OTHERS)


def test_a_label_knows_its_story() -> None:
    assert label().story == "ferry"


@pytest.mark.parametrize(
    "wrong",
    [
        {"events": []},
        {"key_facts": []},
        {"key_facts": [{"fact": "nothing", "groups": [[]]}]},
        {"forbidden": [{"fact": "it sank", "why": "it did not", "groups": [["sank"]]}]},
        {"event": {"type": "shipwreck"}},
        {"event": {"modality": "certain"}},
        {"event": {"evidence": []}},
        {"published": "13 May"},
        {"opinion": "a fine article"},
    ],
)
def test_what_is_no_label_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        label(**wrong)


def test_filling_gives_offsets_and_the_hash() -> None:
    found = fitting()
    (passage,) = found.events[0].evidence
    assert WIRE[passage.start : passage.end] == passage.words == "A ferry ran aground"
    assert found.sha256 == fingerprint(WIRE)
    assert complaints(found, WIRE, OTHERS) == []


def test_first_and_last_words_stand_for_all_between() -> None:
    (passage,) = fitting(event={"evidence": [{"words": "A ferry … guard said."}]}).events[0].evidence
    assert (
        WIRE[passage.start : passage.end] == "A ferry ran aground off Velby on Tuesday, the coast guard said."
    )


def test_both_sides_of_a_copy_are_found_each_in_its_article() -> None:
    block = {"of": "ferry-local", "here": {"words": "Nobody … hurt."}, "there": {"words": "Nobody … hurt."}}
    (copy,) = fitting(copies=[block]).copies
    assert WIRE[copy.here.start : copy.here.end] == LOCAL[copy.there.start : copy.there.end]


def test_a_contradiction_has_both_of_its_sides_found() -> None:
    sides = {"a": {"words": "Nobody"}, "b": {"words": "the second ferry"}}
    (found,) = fitting(contradictions=[{"kind": "number", "about": "the hurt", **sides}]).contradictions
    assert [WIRE[side.start : side.end] for side in (found.a, found.b)] == ["Nobody", "the second ferry"]


def test_words_that_stand_nowhere_are_refused() -> None:
    with pytest.raises(ValueError, match="“It sank” does not stand in the article"):
        fitting(event={"evidence": [{"words": "It sank"}]})


def test_words_that_stand_twice_need_a_start() -> None:
    with pytest.raises(ValueError, match="“ferry” stands at 2, 99: say which, by start"):
        fitting(event={"evidence": [{"words": "ferry"}]})
    (passage,) = fitting(event={"evidence": [{"words": "ferry", "start": 50}]}).events[0].evidence
    assert passage.start == 99


def test_a_copy_of_an_article_that_is_not_there_is_refused() -> None:
    block = {"of": "ferry-blog", "here": {"words": "Nobody"}, "there": {"words": "Nobody"}}
    with pytest.raises(ValueError, match="ferry-blog is no article"):
        fitting(copies=[block])


def test_a_passage_without_words_keeps_its_offsets() -> None:
    assert fitting(event={"evidence": [{"start": 2, "end": 7}]}).events[0].evidence[0].start == 2


@given(
    st.text("ab. ", min_size=1, max_size=30).flatmap(
        lambda text: st.tuples(st.just(text), st.integers(0, len(text) - 1), st.integers(1, len(text)))
    )
)
def test_a_passage_that_was_filled_gives_its_words(case: tuple[str, int, int]) -> None:
    text, start, length = case
    words = text[start : start + length]
    once = filled(label(event={"evidence": [{"words": words, "start": start}]}), text, {})
    (passage,) = once.events[0].evidence
    assert text[passage.start : passage.end] == words
    assert filled(once, text, {}) == once


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"event": {"main": False}}, "the first event is not marked as main"),
        ({"event": {"when": {"text": "on Friday", "edtf": None}}}, "ev1: “on Friday” does not stand"),
        ({"event": {"where": {"text": "Halvik"}}}, "ev1: “Halvik” does not stand"),
        ({"event": {"participants": [{"name": "A tug", "role": "actor"}]}}, "ev1: “A tug” does not stand"),
        ({"event": {"quantities": [{"text": "two", "value": 2}]}}, "ev1: “two” does not stand"),
        ({"event": {"attribution": [{"source": "the navy"}]}}, "ev1: “the navy” does not stand"),
    ],
)
def test_what_does_not_fit_is_told(changes: dict[str, Any], complaint: str) -> None:
    (found,) = complaints(fitting(**changes), WIRE, OTHERS)
    assert found.startswith(complaint)


def test_another_name_of_a_place_may_come_from_elsewhere() -> None:
    assert complaints(fitting(event={"where": {"text": "Velby", "also": ["Denmark"]}}), WIRE, OTHERS) == []


def test_two_events_of_one_id_are_told() -> None:
    one = fitting()
    assert "two events have one id" in complaints(
        one.model_copy(update={"events": one.events * 2}), WIRE, OTHERS
    )


def test_a_label_that_was_not_filled_is_told() -> None:
    found = complaints(label(), WIRE, OTHERS)
    assert found == [
        "sha256 is not that of the article: the text has changed, or the label was not filled",
        "ev1/evidence has no offsets",
    ]


def test_a_text_that_has_changed_is_told() -> None:
    found = complaints(fitting(), "Early: " + WIRE, OTHERS)
    assert found[0].startswith("sha256 is not that of the article")
    assert "ev1/evidence: the words are not those at 0" in found


def test_what_is_written_reads_as_the_same_label() -> None:
    one = fitting()
    assert Label.model_validate_json(written(one)) == one
    assert json.loads(written(one))["$schema"] == "../labels.schema.json"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    story = tmp_path / "seeds" / "ferry"
    story.mkdir(parents=True)
    (story / "story.toml").write_text('[articles.wire]\npublished = "2026-05-13"\n', "utf-8")
    (story / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "ferry-wire.json").write_text(written(label()), "utf-8")
    monkeypatch.setattr(seeds, "HOME", tmp_path)
    return tmp_path


def test_the_command_tells_what_is_wrong_and_fills_what_it_can(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 1
    assert "ferry-wire: ev1/evidence has no offsets" in capsys.readouterr().err
    assert main(["--fill", "ferry-wire"]) == 0
    assert labels()["ferry-wire"] == fitting()
    assert main([]) == 0
    assert "Every label fits its article." in capsys.readouterr().err


def test_the_command_leaves_articles_that_were_not_named_alone(home: Path) -> None:
    before = (home / "labels" / "ferry-wire.json").read_text("utf-8")
    assert main(["--fill", "ferry-local"]) == 0
    assert (home / "labels" / "ferry-wire.json").read_text("utf-8") == before


def test_the_command_tells_a_file_that_is_no_label(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "labels" / "ferry-wire.json").write_text('{"article": "ferry-wire"}', "utf-8")
    assert main([]) == 1
    assert "1 labels do not fit" in capsys.readouterr().err


def test_the_command_writes_the_schema(home: Path) -> None:
    assert main(["--schema", "--fill"]) == 0
    assert (home / "labels.schema.json").read_text("utf-8") == schema()


def test_a_text_of_others_is_known_by_its_hash(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strangers = tmp_path / "strangers"
    strangers.mkdir()
    (strangers / "any name.txt").write_text(LOCAL, "utf-8")
    (strangers / "unlabelled.txt").write_text("Nobody labelled this.", "utf-8")
    one = label(article="pier-paper", event={"evidence": [{"start": 0, "end": 6}]})
    stranger = one.model_copy(update={"sha256": fingerprint(LOCAL)})
    (home / "labels" / "pier-paper.json").write_text(written(stranger), "utf-8")
    assert set(articles()) == {"ferry-wire"}
    assert articles(strangers)["pier-paper"].text == LOCAL
    assert set(articles(strangers)) == {"ferry-wire", "pier-paper"}
    main(["pier-paper"])
    assert "its text is not here, only its form was checked" in capsys.readouterr().err


def test_where_there_are_no_labels_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoData, match="There are no labels in"):
        labels(tmp_path)


@pytest.fixture(scope="module")
def ours() -> Mapping[str, Label]:
    return labels()


@pytest.fixture(scope="module")
def texts() -> Mapping[str, str]:
    return {name: article.text for name, article in articles().items()}


@pytest.mark.parametrize("name", sorted(path.stem for path in (seeds.HOME / "labels").glob("*.json")))
def test_every_label_fits_its_article(name: str, ours: Mapping[str, Label], texts: Mapping[str, str]) -> None:
    assert ours[name].article == name
    if name in texts:  # the others' texts are not ours to print
        assert complaints(ours[name], texts[name], texts) == []


def test_the_published_schema_is_that_of_the_models() -> None:
    assert (seeds.HOME / "labels.schema.json").read_text("utf-8") == schema()
