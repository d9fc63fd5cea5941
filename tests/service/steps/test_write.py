import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from nutgraf.errors import UpstreamInvalid
from nutgraf.line import Ranked, Sentence
from nutgraf.llm import Messages, Spent, T
from nutgraf.steps import write as step
from nutgraf.steps.write import prefix, write
from nutgraf_prompts import load
from nutgraf_schemas import Options
from nutgraf_schemas.draft import Draft, EventFields, Rewrite

Split = Callable[[str], tuple[Sentence, ...]]


@pytest.fixture(autouse=True)
def nothing_stands_as_it_is(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Most tests have short sentences and mean any."""
    if "as_it_is" not in request.fixturenames:
        monkeypatch.setattr(step, "SHORT", 0)


class Echo:
    """Answers with the sentence that it is asked about, and remembers what it was sent."""

    name = "echo"

    def __init__(self) -> None:
        self.asked: list[Messages] = []

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        self.asked.append(messages)
        said = messages[-1]["content"].split("Sentence: ")[-1].removesuffix("\nShortened:")
        event = {"what": said, "when": "", "where": "", "by": [], "to": []}
        numbered = {"t": said.splitlines()[-1].partition("] ")[2][:200] or "ab", "s": [len(self.asked)]}
        answers: dict[type[Any], dict[str, Any]] = {
            Rewrite: {"t": said},
            EventFields: event,
            Draft: {"h": numbered, "sum": [numbered], "key": [], "ev": []},
        }
        return schema.model_validate(answers[schema]), Spent(1, 10, 4, 2)


def ranked(sentences: tuple[Sentence, ...], statements: int, events: int) -> Ranked:
    numbers = tuple(s.id for s in sentences)
    return Ranked(statements=numbers[:statements], events=numbers[:events], order=numbers)


def test_steps_ask_once_a_statement_an_event_and_the_headline(strike: str, sentences_of: Split) -> None:
    llm, sentences = Echo(), sentences_of(strike)
    want = Options(summary_sentences=2, key_points=1, events=2)
    draft, spent = asyncio.run(write(llm, load("steps", 1), sentences, ranked(sentences, 3, 2), want))
    assert spent == Spent(calls=6, input_tokens=60, cached_tokens=24, output_tokens=12)
    assert [s.sentences for s in draft.summary] == [[1], [2]]
    assert [s.sentences for s in draft.key_points] == [[3]]
    assert [e.sentences for e in draft.events] == [[1], [2]]


def test_all_statements_of_an_article_share_one_prefix_to_the_letter(
    strike: str, sentences_of: Split
) -> None:
    llm, sentences = Echo(), sentences_of(strike)
    want = Options(summary_sentences=3, key_points=0, events=0)
    asyncio.run(write(llm, load("steps", 1), sentences, ranked(sentences, 3, 0), want))
    asked = [m[-1]["content"] for m in llm.asked if m[-1]["content"].startswith("Article:")]
    assert len({content.rpartition("Sentence: ")[0] for content in asked}) == 1


def test_a_short_article_stands_before_its_statements_whole(strike: str, sentences_of: Split) -> None:
    sentences = sentences_of(strike)
    assert prefix(sentences, ranked(sentences, 1, 0)).count("\n") == len(sentences) - 1


def test_of_a_long_article_the_prefix_keeps_the_lead_and_what_surrounds_the_ranked(
    sentences_of: Split,
) -> None:
    sentences = sentences_of(
        " ".join(f"Number {i} of many plain sentences stands here in its place." for i in range(900))
    )
    chosen = Ranked(statements=(500,), events=(), order=tuple(s.id for s in sentences))
    text = prefix(sentences, chosen)
    assert len(text) <= step.PREFIX
    for number in (0, 498, 499, 500):
        assert f"Number {number} of" in text


def test_whole_asks_once_a_part_and_keeps_what_was_wanted(sentences_of: Split) -> None:
    sentences = sentences_of(
        " ".join(f"Number {i} of many plain sentences stands here in its place." for i in range(1800))
    )
    llm = Echo()
    want = Options(summary_sentences=1, key_points=0, events=1)
    draft, spent = asyncio.run(write(llm, load("whole", 1), sentences, ranked(sentences, 1, 1), want))
    assert spent.calls == len(step.parts(sentences)) == 3
    assert draft.headline.sentences == [1]
    assert len(draft.summary) == 1


def test_an_upstream_error_comes_out_as_itself(strike: str, sentences_of: Split) -> None:
    class Broken(Echo):
        async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
            raise UpstreamInvalid

    sentences = sentences_of(strike)
    with pytest.raises(UpstreamInvalid):
        asyncio.run(write(Broken(), load("steps", 1), sentences, ranked(sentences, 2, 1), Options()))


def test_one_call_that_fails_costs_one_statement_not_the_digest(strike: str, sentences_of: Split) -> None:
    class Moody(Echo):
        async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
            if "Lena Brandt" in messages[-1]["content"].split("Sentence: ")[-1]:
                raise UpstreamInvalid
            return await super().fill(messages, schema, max_tokens=max_tokens)

    sentences = sentences_of(strike)
    want = Options(summary_sentences=3, key_points=0, events=2)
    draft, spent = asyncio.run(write(Moody(), load("steps", 1), sentences, ranked(sentences, 3, 2), want))
    assert draft.summary[1].text == sentences[1].prompt
    assert [e.sentences for e in draft.events] == [[1]]
    assert spent.calls == 4


def test_whole_shows_a_long_sentence_to_its_end(sentences_of: Split) -> None:
    sentences = sentences_of("The mayor spoke of " + "hedges and lanes, " * 60 + "and then resigned.")
    llm = Echo()
    asyncio.run(write(llm, load("whole", 1), sentences, ranked(sentences, 1, 1), Options()))
    assert "and then resigned." in llm.asked[0][-1]["content"]


@pytest.fixture
def as_it_is() -> None:
    """A short sentence stands."""


@pytest.mark.usefixtures("as_it_is")
@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("The council closed the harbour bridge on Tuesday.", True),
        ("They closed the harbour bridge on Tuesday.", False),
        ("The council closed its harbour bridge on Tuesday.", False),
        ("“The harbour bridge is closed,” said the mayor.", False),
        ("The council closed the bridge " + "and a lane " * 6 + "on Tuesday.", False),
    ],
)
def test_a_short_sentence_that_is_clear_alone_is_not_sent(
    sentence: str, stands: bool, sentences_of: Split
) -> None:
    llm, sentences = Echo(), sentences_of(sentence)
    want = Options(summary_sentences=1, key_points=0, events=0)
    draft, _ = asyncio.run(write(llm, load("steps", 1), sentences, ranked(sentences, 1, 0), want))
    assert draft.summary[0].text == sentences[0].prompt
    assert len(llm.asked) == (1 if stands else 2)  # the headline is always asked for
