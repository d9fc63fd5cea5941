"""The pages are whole: nothing is fetched, nothing runs, every link leads somewhere, words are escaped."""

import re
from html.parser import HTMLParser

import pytest

from nutgraf import pages
from nutgraf.errors import NutgrafError
from nutgraf.openapi import document
from nutgraf.problems import catalogue, explanation

VOID = {"meta"}


class Reader(HTMLParser):
    """Collects what matters of a page, and fails on tags that do not match."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.words = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        given = dict(attrs)
        self.links.append(given.get("href") or "")
        self.ids.append(given.get("id") or "")
        assert not {"src", "srcset", "style"} & given.keys()
        assert not any(name.startswith("on") for name in given)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_docs_name_every_endpoint_every_shape_and_every_problem() -> None:
    page = Reader(pages.docs(document()))
    for path in document()["paths"]:
        assert path in page.words
    for shape, schema in document()["components"]["schemas"].items():
        assert shape in page.ids
        assert all(field in page.words for field in schema.get("properties", {}))
    for slug in catalogue().keys() - {"method-not-allowed"}:  # an endpoint's own method is allowed
        assert f"/problems/{slug}" in page.links


def test_the_docs_fetch_and_run_nothing() -> None:
    page = Reader(pages.docs(document()))
    assert not page.tags & {"script", "link", "img", "iframe", "object", "embed", "form"}
    assert "@import" not in page.words
    assert "url(" not in page.words


def test_every_link_of_the_docs_leads_somewhere() -> None:
    page = Reader(pages.docs(document()))
    for link in filter(None, page.links):
        if link.startswith("#"):
            assert link[1:] in page.ids
        elif link.startswith("/problems/"):
            assert link.removeprefix("/problems/") in catalogue()
        else:
            assert link in document()["paths"]


def test_no_id_stands_twice() -> None:
    ids = [one for one in Reader(pages.docs(document())).ids if one]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kinds", catalogue().values(), ids=catalogue().keys())
def test_the_page_about_a_problem_says_all_that_its_docstrings_say(kinds: list[type[NutgrafError]]) -> None:
    page = Reader(pages.problem(kinds))
    words = page.words.replace("\n", " ")
    assert kinds[0].title in words
    assert str(kinds[0].status) in words
    for paragraph in explanation(kinds):
        assert re.sub(r"[`]", "", paragraph) in words


def test_words_of_the_document_are_escaped() -> None:
    odd = {**document(), "info": {**document()["info"], "title": "<b>&", "summary": '`<i>` is "quoted"'}}
    page = pages.docs(odd)
    assert "<b>&" not in page
    assert "<code>&lt;i&gt;</code>" in page
