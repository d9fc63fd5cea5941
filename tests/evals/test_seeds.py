import json
from pathlib import Path

import pytest

from nutgraf_evals.seeds import HOME, articles, labelled
from nutgraf_evals.uniform import NoData

STORY = """
[articles.wire]
title = "Ferry runs aground"
source = "Fjord Wire"
published = "2026-05-12"
shares = ["nothing that an article has"]
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    story = tmp_path / "seeds" / "ferry"
    story.mkdir(parents=True)
    (story / "story.toml").write_text(STORY, "utf-8")
    (story / "wire.txt").write_text("A ferry ran aground off Velby on Tuesday.", "utf-8")
    (tmp_path / "mutations").mkdir()
    write(tmp_path, "tuned-1", {"article": "ferry-wire", "text": "A ferry ran aground."})
    write(tmp_path, "fresh-1", {"article": "ferry-wire", "text": "A ferry sank."})
    return tmp_path


def write(home: Path, split: str, row: dict[str, str]) -> None:
    whole = {"true": True, "form": "own_words", "kind": None, **row}
    (home / "mutations" / f"{split}.jsonl").write_text(json.dumps(whole) + "\n", "utf-8")


def test_an_article_is_called_by_its_story_and_outlet(home: Path) -> None:
    found = articles(home)
    assert list(found) == ["ferry-wire"]
    assert (found["ferry-wire"].source, found["ferry-wire"].published) == ("Fjord Wire", "2026-05-12")
    assert found["ferry-wire"].text.startswith("A ferry ran aground")


def test_the_rows_of_all_splits_stand_with_their_article(home: Path) -> None:
    (document,) = labelled("mutations", home)
    assert (document.id, document.dataset, document.date) == ("ferry-wire", "mutations", "2026-05-12")
    assert [label["split"] for label in document.labels] == ["fresh-1", "tuned-1"]


def test_a_split_is_taken_by_how_it_begins(home: Path) -> None:
    (document,) = labelled("mutations", home, "tuned")
    assert [label["text"] for label in document.labels] == ["A ferry ran aground."]
    assert len(document.meta["rows"]) == 2
    with pytest.raises(NoData, match="no split that begins with secret, only fresh-1, tuned-1"):
        labelled("mutations", home, "secret")


def test_where_the_set_is_not_the_remedy_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoData, match=r"no set mutations.*nutgraf's source: give it, --data DIR"):
        labelled("mutations", tmp_path)
    with pytest.raises(NoData, match=r"no articles in.*--data DIR"):
        articles(tmp_path)


def test_a_row_about_an_article_that_is_not_there_is_named(home: Path) -> None:
    write(home, "tuned-2", {"article": "ferry-blog", "text": "A ferry sank."})
    with pytest.raises(NoData, match=r"tuned-2\.jsonl is about ferry-blog"):
        labelled("mutations", home)


def test_a_row_that_lacks_something_is_named(home: Path) -> None:
    (home / "mutations" / "tuned-1.jsonl").write_text('{"article": "ferry-wire", "text": "A ferry sank."}')
    with pytest.raises(NoData, match=r"tuned-1\.jsonl, line 1 lacks true, form, kind"):
        labelled("mutations", home)


@pytest.mark.parametrize(
    "story", ["articles = ", "[articles.blog]", "[outlets.wire]", '[articles.wire]\npublished = "May"']
)
def test_a_story_that_cannot_be_read_is_named(home: Path, story: str) -> None:
    (home / "seeds" / "ferry" / "story.toml").write_text(story, "utf-8")
    with pytest.raises(NoData, match=r"story\.toml cannot be read"):
        articles(home)


def test_every_article_of_ours_can_be_read() -> None:
    assert all(article.published and article.title for article in articles(HOME).values())
