"""The contradict step: what an article says in two ways that cannot both be true, and what only looks like it."""

import asyncio
from itertools import chain
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.article_pipeline import digest
from nutgraf.line import Cited, Claim, Sentence
from nutgraf.llm.scripted import Scripted
from nutgraf.readers.mentions import group
from nutgraf.readers.names import names
from nutgraf.steps.contradict import contradict
from nutgraf.steps.normalise import normalise
from nutgraf.steps.sentences import LONGEST, split
from nutgraf_prompts import load
from nutgraf_schemas import Article, Contradiction, Entity, Options, Published, Span


def found(text: str, published: str | None = "2026-03-20") -> list[Contradiction]:
    """The contradictions of an article of which nothing is drafted yet."""
    read = normalise(Article(text=text, published=published))
    sentences = split(read)
    entities = tuple(
        Entity(
            id=f"e{n}",
            name=each.name,
            kind=each.kind,
            aliases=list(each.aliases),
            mentions=[Span(start=m.start, end=m.end) for m in each.mentions],
        )
        for n, each in enumerate(group(names(text), text), 1)
    )
    claim = Claim(text="…", sentences=(1,))
    cited = Cited(headline=claim, summary=(), key_points=(), records=(), entities=entities)
    return list(contradict(cited, sentences, read.published).contradictions)


def values(text: str) -> list[tuple[str, str, str]]:
    """What each is about, and its two values."""
    return [(c.about, c.a.value, c.b.value) for c in found(text)]


CONTRADICTORY = [
    (
        "Mara Velton, 44, was picked from nine candidates. “I am ready,” said Mara Velton, who is 47.",
        ("age", "44", "47"),
    ),
    (
        "Tomas Ardent, who has been held in Brevia for nine years, flew home. Ardent was detained for a month.",
        ("time in detention", "nine years", "a month"),
    ),
    (
        "A court sentenced Ivo Kremmel, 40, to six years in prison. Kremmel is serving an eight-year prison sentence.",
        ("length of the sentence", "six years", "eight-year"),
    ),
    (
        "The mine at Norvik employs 1,200 people. All of the mine's 1,500 workers will be paid until June.",
        ("number of employees", "1,200 people", "1,500 workers"),
    ),
    (
        "Turnout was 61 percent, the commission said. With a turnout of 67 percent, the vote was a lively one.",
        ("turnout", "61 percent", "67 percent"),
    ),
    (
        "The bakery chain Hallmond was founded in 1954. Hallmond, founded in 1945, will close its shop in Derrin.",
        ("date of foundation", "1954", "1945"),
    ),
    (
        "The strike began on 4 February and is over. The walkout, which began on 7 February, was a long one.",
        ("date of start", "4 February", "7 February"),
    ),
    (
        "The painter Ilse Morrow was born in Kettering. She died on Monday. Morrow was born in Leeds.",
        ("place of birth", "Kettering", "Leeds"),
    ),
    (
        "Strand Metals' chief executive, Paul Orde, sat. “Go on,” said the chief executive of Strand Metals, Hanna Wirth.",
        ("chief executive", "Paul Orde", "Hanna Wirth"),
    ),
    (
        "Education Minister Peter Ahland spoke first. Then Education Minister Peter Ahlund left the hall.",
        ("spelling of a name", "Peter Ahland", "Peter Ahlund"),
    ),
    (
        "Lena Fisk, 31, came home. Fisk was not injured in the fall. Fisk was injured in the fall, and flown out.",
        ("whether injured", "was not injured", "was injured"),
    ),
]
INNOCENT = [
    "Mara Velton, 44, beat her cousin Lena Velton, 47, on Sunday.",
    "Mara Velton, 44, was picked. Velton was 19 when she joined the firm.",
    "A court sentenced Ivo Kremmel, 40, to six years in prison. Kremmel has been held in Brevia for two years.",
    "A court sentenced Ivo Kremmel, 40, to six years in prison. Prosecutors had asked for nine years.",
    "At least 12 people were killed in Derrin on Sunday. By Monday the toll had risen to 14.",
    "At least 12 people were killed in Derrin on Sunday. The mayor said that 14 people were killed.",
    "The storm killed 12 people, police said. The mayor said that the storm killed 9 people.",
    "The storm killed 12 people. Three of the 12 were children, and 5 people were killed in Derrin alone.",
    "Dorn Oil paid 40 million pounds for the field. Dorn Oil paid 46 million euros, at the day's rate.",
    "An earlier report said that the storm killed 21 people. The storm killed 12 people.",
    "The tunnel was to open in March. The tunnel will open in June.",
    "Strand Metals' chief executive, Paul Orde, was pleased. Its former chief executive, Hanna Wirth, was not.",
    "Mayor Paul Orde of Derrin welcomed Hanna Wirth, the mayor of Kerr.",
    "On Tuesday of last week Dorn Oil opened a field. On Monday Dorn Oil opened another one.",
    "Ilse Morrow, 61, was born in Lowmouth, Brevia. Morrow was born in Brevia and left it at three.",
    "Ilse Morrow, 61, was arrested in Russia. Morrow was arrested in Perm, a Russian city.",
    "Nobody was injured, police said. A doctor said that three people were injured.",
    "Paul Orde was released from prison in 2015. In March 2023 Orde was released from another one.",
    "Ilse Morrow was born in 1960 in Kerr. Her daughter was born in 1990.",
    "A fire destroyed a hotel in Derrin on Monday. On 4 March 2019 a fire destroyed a mill in Kerr.",
    "Paul Orde was elected in 2014. He was re-elected in 2018.",
    "At least four people died in the floods, the mayor said at noon. Eleven people died in the floods, police said.",
    "Dorn Oil has not signed the contract since the spring. In 2019 Dorn Oil signed a contract.",
]


@pytest.mark.parametrize(("text", "expected"), CONTRADICTORY)
def test_two_values_of_one_attribute_of_one_subject_are_shown(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_may_both_be_true_is_no_contradiction(text: str) -> None:
    assert values(text) == []


SENTENCES = [*chain.from_iterable(text.split(". ") for text, _ in CONTRADICTORY), *INNOCENT]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), max_size=6),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Co")), max_size=20),
)
def test_every_span_is_exactly_the_words_of_its_value(sentences: list[str], noise: str) -> None:
    text = "A start. " + ". ".join([*sentences[:3], noise, *sentences[3:]])
    for contradiction in found(text):
        for side in (contradiction.a, contradiction.b):
            assert text[side.start : side.end] == side.value
        assert contradiction.a.start < contradiction.b.start


@pytest.mark.parametrize("unit", ["utf16", "utf8"])
def test_a_digest_counts_both_spans_in_the_callers_unit(unit: str, editor: Scripted) -> None:
    text = "🏔 The climb, in short. " + CONTRADICTORY[0][0]
    article = Article(text=text, language="en", options=Options(offset_unit=unit))
    [contradiction] = asyncio.run(digest(article, editor, load("steps", 1))).contradictions
    encoding, width = {"utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}[unit]
    for side, words in ((contradiction.a, "44"), (contradiction.b, "47")):
        assert (
            text.encode(encoding)[side.start * width : side.end * width].decode(encoding)
            == words
            == side.value
        )


def test_the_explanation_names_the_subject_and_both_values() -> None:
    [contradiction] = found(CONTRADICTORY[0][0])
    assert contradiction.explanation == (
        "The article gives two values for the age of Mara Velton: “44” and “47”."
    )
    assert contradiction.subject is not None


@pytest.mark.parametrize(
    "words", ["a 12 killed ", "was not ", "who , ", "chief executive of the X ", "in May 2020 died ", "Ab’s "]
)
def test_a_hostile_text_takes_no_longer_than_its_length(words: str) -> None:
    text = words * (100_000 // len(words))
    cuts = range(0, len(text), LONGEST)
    sentences = [
        Sentence(id=n, start=at, end=at + len(part), text=part, prompt=part, paragraph=n)
        for n, at in enumerate(cuts, 1)
        for part in [text[at : at + LONGEST]]
    ]
    claim = Claim(text="…", sentences=(1,))
    cited = Cited(headline=claim, summary=(), key_points=(), records=())
    started = process_time()
    contradict(cited, sentences, Published(edtf="2026-03-20", precision="day", basis="field"))
    assert process_time() - started < 5
