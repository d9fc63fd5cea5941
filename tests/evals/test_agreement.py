import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nutgraf.errors import SetupError
from nutgraf_evals import agreement_command, seeds
from nutgraf_evals.agreement import agreement, kappa
from nutgraf_evals.label import Label, filled, written

TEXT = (
    "The theatre in Orle closed on Monday after an inspector found damp in its roof. "
    "The director, Kaja Brun, said that she would reopen it in June. It was built in 1902."
)
FIRST: dict[str, Any] = {
    "article": "theatre-local",
    "published": "2026-03-04",
    "events": [
        {
            "id": "ev1",
            "main": True,
            "type": "sanction_or_restriction",
            "or_types": ["sport_or_culture"],
            "description": "The theatre in Orle shut its doors.",
            "when": {"text": "Monday", "edtf": "2026-03-02"},
            "where": {"text": "Orle"},
            "participants": [{"name": "The theatre in Orle", "role": "target"}],
            "modality": "asserted",
            "evidence": [{"words": "The theatre in Orle closed on Monday"}],
        },
        {
            "id": "ev2",
            "type": "investigation",
            "description": "An inspector discovered damp in the roof.",
            "participants": [{"name": "an inspector", "role": "actor"}],
            "modality": "asserted",
            "evidence": [{"words": "an inspector found damp in its roof"}],
        },
        {
            "id": "ev3",
            "type": "sport_or_culture",
            "description": "The theatre will reopen in June, its director said.",
            "when": {"text": "in June", "edtf": "2026-06"},
            "participants": [{"name": "Kaja Brun", "also": ["The director"], "role": "actor"}],
            "modality": "planned",
            "attribution": [{"source": "Kaja Brun", "also": ["The director"], "cue": "said"}],
            "evidence": [{"words": "she would reopen it in June"}],
        },
        {
            "id": "ev4",
            "background": True,
            "type": "other",
            "description": "The theatre was built in 1902.",
            "when": {"text": "1902", "edtf": "1902"},
            "modality": "asserted",
            "evidence": [{"words": "It was built in 1902"}],
        },
    ],
    "key_facts": [
        {"fact": "the theatre closed", "groups": [["theatre"], ["closed", "shut"]]},
        {"fact": "it has damp", "groups": [["damp", "wet"]]},
    ],
}

Edit = Callable[[dict[str, Any]], object]


def labelled(*edits: Edit) -> Label:
    """The label, changed."""
    label = json.loads(json.dumps(FIRST))
    for edit in edits:
        edit(label)
    return filled(Label.model_validate(label), TEXT, {})


def figures(*edits: Edit) -> dict[str, float | None]:
    """What the label and the changed one agree on."""
    found = agreement(
        {"theatre-local": labelled()}, {"theatre-local": labelled(*edits)}, {"theatre-local": TEXT}
    )
    return {name: share.value for name, share in found.figures.items()}


def test_a_label_agrees_with_itself() -> None:
    label = labelled()
    found = agreement({"theatre-local": label}, {"theatre-local": label}, {"theatre-local": TEXT})
    assert {share.value for share in found.figures.values()} == {1}
    assert found.figures["events, F1"].n == 3
    assert found.figures["type"].n == 4
    assert found.figures["date, where either has one"].n == 3
    assert found.figures["key facts that the other tells"].n == 4
    assert found.differences == {"theatre-local": []}


def test_an_event_that_one_has_lowers_the_events_unless_it_is_in_the_background() -> None:
    assert figures(lambda label: label["events"].pop())["events, F1"] == 1
    assert figures(lambda label: label["events"].pop(1))["events, F1"] == pytest.approx(4 / 5)


def test_each_field_is_compared_in_events_that_are_the_same() -> None:
    found = figures(
        lambda label: label["events"][0].update(type="sport_or_culture", where=None),
        lambda label: label["events"][2].update(
            when={"text": "in June", "edtf": "2026"}, modality="asserted"
        ),
        lambda label: label["events"][2]["attribution"].clear(),
        lambda label: label["events"][1]["participants"][0].update(role="speaker"),
        lambda label: label["key_facts"][1].update(fact="the walls are wet", groups=[["walls"]]),
    )
    assert found["events, F1"] == found["main event"] == found["background"] == 1
    assert found["type"] == 3 / 4
    assert found["type, any that either label allows"] == 1
    assert found["date"] == 3 / 4
    assert found["date, where either has one"] == 2 / 3
    assert found["place"] == 3 / 4
    assert found["place, where either has one"] == 0
    assert found["participants, F1 with roles"] == (1 + 0.5 + 1 + 1) / 4
    assert found["modality"] == found["source"] == 3 / 4
    assert found["source, where either has one"] == 0
    assert found["key facts that the other tells"] == 3 / 4


def test_where_the_two_differ_is_told() -> None:
    second = labelled(
        lambda label: label["events"][0].update(type="business"), lambda label: label["events"].pop(1)
    )
    found = agreement({"theatre-local": labelled()}, {"theatre-local": second}, {"theatre-local": TEXT})
    assert found.differences["theatre-local"] == [
        "only one has: An inspector discovered damp in the roof.",
        "ev1, event_type: told as business, is sanction_or_restriction or sport_or_culture",
    ]


def test_kappa_is_agreement_beyond_chance() -> None:
    assert kappa([("a", "a"), ("b", "b")]) == 1
    assert kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0
    assert kappa([("a", "b"), ("b", "a")]) == -1
    assert kappa(
        [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    ) == pytest.approx(0.4)
    assert kappa([("a", "a"), ("a", "a")]) is None
    assert kappa([]) is None


def test_labels_of_no_common_article_are_refused() -> None:
    with pytest.raises(SetupError, match="No article has both labels and its text"):
        agreement({"theatre-local": labelled()}, {}, {"theatre-local": TEXT})


def test_a_label_of_another_text_is_refused() -> None:
    both = {"theatre-local": labelled()}
    with pytest.raises(SetupError, match=r"label of theatre-local is of another text.*--fill"):
        agreement(both, both, {"theatre-local": TEXT + " "})


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder evals with an article and two labels of it."""
    story = tmp_path / "seeds" / "theatre"
    story.mkdir(parents=True)
    (story / "story.toml").write_text('[articles.local]\npublished = "2026-03-04"\n', "utf-8")
    (story / "local.txt").write_text(TEXT, "utf-8")
    second = labelled(lambda label: label["events"][0].update(type="business"))
    for folder, label in (("labels", labelled()), ("labels-second", second)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "theatre-local.json").write_text(written(label), "utf-8")
    monkeypatch.setattr(seeds, "HOME", tmp_path)
    return tmp_path


def command(*words: str) -> int:
    parser = argparse.ArgumentParser()
    agreement_command.add(parser.add_subparsers())
    arguments = parser.parse_args(["agreement", *words])
    return int(arguments.run(arguments))


def test_the_command_prints_every_figure_with_its_n(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("--differences") == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["type", "0.750", "4"] in lines
    assert ["events,", "F1", "1.000", "3"] in lines
    assert ["ev1,", "event_type:", "told", "as", "business,"] in [line[:5] for line in lines]


def test_the_command_writes_json(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("--json", "-") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["articles"] == ["theatre-local"]
    assert answer["figures"]["type"] == {"value": 0.75, "n": 4}


def test_without_second_labels_the_command_says_so(home: Path) -> None:
    with pytest.raises(SetupError, match=r"There are no labels in .*third"):
        command("--second", "third")
