"""The report as a browser and a hostile author would have it."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest

from nutgraf_evals.label import Label
from nutgraf_evals.page.build import build, command, cost, worst
from nutgraf_evals.records import Configuration, Record, Run
from nutgraf_evals.score import Scored, score
from nutgraf_evals.scorers import Score
from nutgraf_schemas import Article

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{7*7}}{% raw %}"
VOID = {"meta", "line", "circle", "br", "img", "link", "input", "hr"}
HOW = Configuration(maker="nutgraf", llm="an LLM", prompt="steps@1", parts={"schema": "abc"})


class Page(HTMLParser):
    """A page read strictly: every element is closed by its own end."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("script", "style"):
            self.words.append(data)

    def all(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        return [
            found
            for name, found in self.elements
            if name == tag and all(found.get(key) == value for key, value in attributes.items())
        ]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


Made = tuple[Scored, Mapping[str, Label], Mapping[str, Article]]


@pytest.fixture
def made(ridge: Any) -> Callable[..., Made]:
    """A scored run of one article, its digest right but for the fields given."""

    def made(
        *, name: str = "new", title: str = "The ridge", problem: str | None = None, **fields: Any
    ) -> Made:
        digest = None if problem else {**ridge.right, **fields}
        label: Label = ridge.label
        record = Record(
            key="k",
            article=label.article,
            article_sha256=label.sha256,
            digest=digest,
            problem=problem,
            seconds=1.5,
            remembered=2,
        )
        run = Run(name=name, configuration=HOW, records={label.article: record})
        article = Article(text=ridge.text, title=title, source="Norda")
        labels, articles = {label.article: label}, {label.article: article}
        return score(run, labels, {label.article: article.text}), labels, articles

    return made


def test_the_page_is_well_formed_and_every_link_leads_somewhere(
    made: Callable[..., Made], ridge: Any
) -> None:
    clash = {
        "kind": "number",
        "subject": None,
        "about": "age",
        "a": {"start": 0, "end": 3, "value": ridge.text[:3]},
        "b": {"start": 10, "end": 14, "value": ridge.text[10:14]},
        "explanation": "",
    }
    page = Page(build(*made(contradictions=[clash])))
    ids = [found["id"] for _, found in page.elements if "id" in found]
    assert len(ids) == len(set(ids))
    links = [found["href"] or "" for found in page.all("a")]
    assert {link for link in links if link[1:] not in ids} == set()
    assert all(link.startswith("#") for link in links)
    assert len(page.all("article")) == 1


def test_nothing_is_fetched_and_only_its_own_style_and_script_may_run(made: Callable[..., Made]) -> None:
    html = build(*made())
    page = Page(html)
    for _, found in page.elements:
        assert not {"src", "srcset", "style", "action", "background", "ping"} & found.keys()
        assert not any(name.startswith("on") for name in found)
        assert not (found.get("href") or "#").startswith(("http", "//"))
    assert page.all("link") == page.all("img") == page.all("iframe") == []
    style, script = (re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL) for tag in ("style", "script"))
    assert style is not None
    assert script is not None
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert "http" not in style[1] + script[1]
    (policy,) = (
        meta["content"] or "" for meta in page.all("meta", **{"http-equiv": "Content-Security-Policy"})
    )
    for part in (style[1], script[1]):
        assert f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_what_others_wrote_is_shown_and_never_obeyed(made: Callable[..., Made], ridge: Any) -> None:
    event = ridge.event("ev1", HOSTILE, 1, "Two climbers", main=True)
    scored, labels, articles = made(
        title=HOSTILE,
        headline=ridge.statement(HOSTILE, 1),
        summary=[ridge.statement(HOSTILE, 2)],
        events=[{**event, "when": {"text": HOSTILE, "edtf": HOSTILE, "evidence": []}}],
    )
    case = scored.cases["ridge-wire"]
    scored = replace(
        scored,
        cases={"ridge-wire": replace(case, scores={**case.scores, "length": Score(0.1, (HOSTILE,) * 5)})},
    )
    page = Page(build(scored, labels, articles))
    assert len(page.all("script")) == 1
    assert page.all("img") == []
    assert page.text.count(HOSTILE) > 6
    assert "49" not in page.text


def test_a_hostile_article_is_text_in_the_page(made: Callable[..., Made], ridge: Any) -> None:
    text = f"{HOSTILE} {ridge.text}"
    scored, labels, articles = made()
    shifted = {"ridge-wire": articles["ridge-wire"].model_copy(update={"text": text})}
    page = Page(build(scored, labels, shifted))
    assert len(page.all("script")) == 1
    assert "<img src=x onerror=alert(2)>" in page.text


def test_statements_and_their_words_lead_to_one_another(made: Callable[..., Made]) -> None:
    page = Page(build(*made()))
    assert {"ridge-wire.H", "ridge-wire.S1", "ridge-wire.K2", "ridge-wire.E1", "ridge-wire.G1"} <= {
        found.get("data-claim") for _, found in page.elements
    }
    assert page.all("a", href="#ridge-wire.S2.at")
    assert page.all("span", id="ridge-wire.S2.at")
    cited = [found["data-by"] or "" for found in page.all("mark") if "data-by" in found]
    assert any("ridge-wire.S2" in by.split() for by in cited)


def test_events_are_found_missed_or_none_of_the_label(made: Callable[..., Made], ridge: Any) -> None:
    right = ridge.right["events"][0]
    other = ridge.event("ev9", "The service asks for 2.1 million crowns for new radios.", 5, "The service")
    page = Page(build(*made(events=[right, other])))
    sections = [
        found["class"] for found in page.all("section") if (found.get("class") or "").startswith("event")
    ]
    assert sections == ["event found", "event missed", "event extra"]
    assert "A helicopter had to turn back twice." in page.text.split("which is no loss:")[1]


def test_facts_found_and_missed_and_what_was_wrongly_said_are_told(
    made: Callable[..., Made], ridge: Any
) -> None:
    page = Page(build(*made(summary=[ridge.statement("A climber was killed on the ridge.", 1)])))
    assert "✗wrong wrongly: a climber was killed" in page.text
    assert "−missing Oda Brekke broke a leg" in page.text
    assert "✓match they ignored a warning Vaage denies it – not said" in page.text


def test_an_article_without_a_digest_says_why(made: Callable[..., Made]) -> None:
    page = Page(build(*made(problem="upstream-unavailable: <gone>")))
    assert "There is no digest: upstream-unavailable: <gone>" in page.text


def test_another_run_is_held_against_it(made: Callable[..., Made], ridge: Any) -> None:
    scored, labels, articles = made()
    against, *_ = made(name="old", key_points=[], summary=[ridge.statement("Fog turned them back.", 3)])
    page = Page(build(scored, labels, articles, against))
    assert (
        "1 article of 1 story, digested by nutgraf with an LLM, prompt steps@1. Held against old, by"
        in page.text
    )
    assert "“new” less “old”, article by article, over the 1 that both have." in page.text
    assert "key facts +.750" in page.text.split("Changed most")[1].split("Worst first")[0]
    told = page.text.split("What “old” tells")[1]
    assert "Two climbers brought down from Harn ridge · here too" in told
    assert "Fog turned them back. · here too" not in told
    assert told.index("Harn ridge") < told.index("Fog turned them back.")
    assert page.all("section", id="compared")
    assert Page(build(scored, labels, articles)).all("section", id="compared") == []


def test_the_worst_article_and_its_worst_scores_come_first(made: Callable[..., Made]) -> None:
    scored, labels, articles = made()
    bad = replace(
        scored.cases["ridge-wire"], article="zinc-wire", scores={"length": Score(0.25, ("3 words",))}
    )
    both = replace(
        scored,
        cases={**scored.cases, "zinc-wire": bad},
        run=scored.run.model_copy(
            update={"records": {**scored.run.records, "zinc-wire": scored.run.records["ridge-wire"]}}
        ),
    )
    page = Page(
        build(
            both,
            {**labels, "zinc-wire": labels["ridge-wire"]},
            {**articles, "zinc-wire": articles["ridge-wire"]},
        )
    )
    assert [found["id"] for found in page.all("article")] == ["zinc-wire", "ridge-wire"]
    assert worst(bad, {}) == [("length", 0.25, "3 words")]


def test_cost_is_summed_and_the_run_can_be_made_again(made: Callable[..., Made]) -> None:
    scored, *_ = made()
    found = cost(scored.run)
    assert (found.digests, found.calls, found.input_tokens, found.output_tokens) == (1, 2, 900, 100)
    assert (found.seconds, found.remembered) == (2.5, 2)
    assert command(scored.run) == "nutgraf evals run --maker nutgraf --prompt steps@1 --out new"


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (Configuration(maker="nutgraf"), "--maker nutgraf --llm none --out 'my run'"),
        (Configuration(maker="lead3"), "--maker lead3 --out 'my run'"),
        (
            Configuration(maker="plain", llm="big", parts={"url": "https://host/v1"}),
            "--maker plain --llm https://host/v1 --llm-name big --out 'my run'",
        ),
    ],
)
def test_the_command_is_that_of_the_maker(how: Configuration, words: str) -> None:
    run = Run(name="my run", configuration=how, records={})
    assert command(run) == f"nutgraf evals run {words}"
