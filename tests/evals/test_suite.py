import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nutgraf_evals.suite import run
from nutgraf_evals.suites import NAMES
from nutgraf_evals.uniform import NoData

TEXT = "The harbour closed in 2019. Nobody knows why."


def rows(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "dataset": "gum_news",
        "text": TEXT,
        "date": "2026-05-10",
        "meta": {"sentences": [[0, 27], [28, 45]]},
    }


def label(name: str) -> dict[str, Any]:
    return {
        "doc_id": name,
        "type": "timex",
        "start": 22,
        "end": 26,
        "text": "2019",
        "timex_type": "DATE",
        "edtf": "2019",
    }


@pytest.fixture
def folder(a_set: Callable[..., Path]) -> Path:
    return a_set([rows("a"), rows("b")], [label("a"), label("b")])


def test_an_answer_has_what_the_contract_asks_for(folder: Path) -> None:
    answer = run("dates", folder).answer
    assert {"suite", "dataset", "n", "score", "interval", "baseline"} <= answer.keys()
    assert (answer["suite"], answer["dataset"], answer["n"]) == ("dates", "gum_news", 2)
    assert (answer["score"]["value"], answer["interval"], answer["baseline"]["value"]) == (
        1.0,
        [1.0, 1.0],
        1.0,
    )


def test_a_limit_takes_the_first_documents(folder: Path) -> None:
    result = run("sentences", folder, limit=1)
    assert list(result.marks) == ["a"]
    assert result.answer["documents"] == 1


def test_the_way_is_told_document_by_document(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    run("sentences", folder, tell=lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]


def test_a_suite_of_a_public_set_must_be_told_where_it_is() -> None:
    with pytest.raises(NoData, match="attribution needs the data set polnear: give its folder, --data DIR"):
        run("attribution", None)


def test_a_set_of_another_question_is_refused_by_name(folder: Path) -> None:
    with pytest.raises(NoData, match="holds gum_news, which the suite support cannot score"):
        run("support", folder)


def test_a_set_with_nothing_to_score_is_refused(a_set: Callable[..., Path]) -> None:
    folder = a_set([{**rows("a"), "dataset": "polnear"}], [label("a")])
    with pytest.raises(NoData, match="no attributions to score"):
        run("attribution", folder)


def test_a_split_takes_the_documents_whose_split_begins_so(a_set: Callable[..., Path]) -> None:
    folder = a_set(
        [{**rows("a"), "orig_split": "tst3"}, {**rows("b"), "orig_split": "dev"}], [label("a"), label("b")]
    )
    assert list(run("dates", folder, split="tst").marks) == ["a"]
    with pytest.raises(NoData, match="split that begins with secret"):
        run("dates", folder, split="secret")


@pytest.mark.parametrize("name", NAMES)
def test_every_suite_says_what_its_folder_lacks(name: str, tmp_path: Path) -> None:
    with pytest.raises(NoData, match=re.escape(str(tmp_path))):
        run(name, tmp_path)
