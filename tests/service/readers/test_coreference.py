"""Coreference: sentences are read with names for pronouns and definite nouns, and say where those came from."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.coreference import resolved
from nutgraf.readers.persons import Sentence
from nutgraf_schemas import Entity

Article = Callable[[str], tuple[list[Sentence], list[Entity]]]


def last(article: Article, text: str) -> list[str]:
    """The readings of the last sentence of `text`."""
    sentences, entities = article(text)
    return [way.text for way in resolved(sentences, entities).get(sentences[-1].id, ())]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Ada Vell was born in Osk. She was arrested in 2024.", "Ada Vell was arrested in 2024."),
        ("Ada Vell met Tom Orme. He left.", "Tom Orme left."),
        ("Ada Vell was ill. Her family was not.", "Ada Vell's family was not."),
        (
            "The three judges of the court were unanimous. They freed him.",
            "The three judges of the court freed him.",
        ),
        ("Then there is Karro Dairies. It may bid.", "Karro Dairies may bid."),
        (
            "At seven in the morning Karro, the biggest employer, closed. It owes 3 million.",
            "Karro owes 3 million.",
        ),
        ("A rival outbid the firm. That rival was Belm. It has grown.", "Belm has grown."),
    ],
)
def test_a_pronoun_is_read_as_the_subject_that_it_can_mean(article: Article, text: str, reading: str) -> None:
    assert reading in last(article, text)


def test_an_it_that_means_nothing_stays(article: Article) -> None:
    assert last(article, "Karro Dairies was sold. It was clear that nobody would bid.") == []


def test_the_paper_is_the_one_whose_name_says_so(article: Article) -> None:
    text = "Tom Orme told the Osk Herald that he would stay. The newspaper asked again."
    assert "Osk Herald asked again." in last(article, text)


def test_a_noun_after_a_name_takes_the_name_up(article: Article) -> None:
    assert "They closed the Depot street." in last(
        article, "The fire began in Depot Street. They closed the street."
    )


def test_a_shared_surname_is_whose_full_name_stood_last(article: Article) -> None:
    text = "Tom Orme and Ada Orme are rivals. Ada Orme won in May. On Friday Orme resigned."
    assert "On Friday Ada Orme resigned." in last(article, text)


def test_the_lede_is_about_whom_the_next_sentence_names(article: Article) -> None:
    text = "A dancer left Osk after guards freed her. Ada Vell was born there."
    sentences, entities = article(text)
    (way,) = resolved(sentences, entities)[1]
    assert way.text.startswith("Ada Vell, A dancer left Osk after guards freed Ada Vell")
    assert {number for _, number in way.put} == {2}


def test_a_rival_has_the_name_that_follows(article: Article) -> None:
    sentences, entities = article("Tom Orme was paid by a rival. That rival was Belm.")
    assert resolved(sentences, entities)[1][0].text == "Tom Orme was paid by Belm."


words = st.sampled_from(
    [
        "Ada Vell",
        "Vell",
        "Karro Dairies",
        "She",
        "It",
        "was",
        "said",
        ".",
        ",",
        "the company",
        "a dancer",
        "her",
        "ill",
        "In",
    ]
)


@given(st.lists(words, max_size=40).map(" ".join))
def test_whatever_is_put_in_comes_from_a_sentence_that_there_is(article: Article, text: str) -> None:
    sentences, entities = article(text)
    numbers = {s.id for s in sentences}
    for number, ways in resolved(sentences, entities).items():
        assert {number, *(n for way in ways for _, n in way.put)} <= numbers
