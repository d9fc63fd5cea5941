"""An article as evidence: a statement is carried by the fewest sentences, and by nothing that is not said."""

from collections.abc import Callable

import pytest

from nutgraf.readers.persons import Sentence
from nutgraf.readers.source import MOST, Source
from nutgraf_schemas import Entity

Article = Callable[[str], tuple[list[Sentence], list[Entity]]]

TEXT = (
    "Tom Orme and Ada Orme founded Karro Dairies in 1990. "  # 1
    "Ada Orme has left the company. "  # 2
    "She was offered 40,000 pounds by Belm Foods, a rival of Karro's. "  # 3
    "It owns a mill in Depot Street. "  # 4
    "The town may close the street in May. "  # 5
    "The mill has sent three letters to the town. "  # 6
    "Two were addressed to the mayor, Lena Poe, and 1 to her deputy. "  # 7
    "They speak of a flood. "  # 8
)


@pytest.mark.parametrize(
    ("statement", "sentences"),
    [
        ("Ada Orme has left the company.", (2,)),
        ("Ada Orme was offered 40,000 pounds by Belm Foods.", (2, 3)),
        ("The town may close Depot Street in May.", (4, 5)),
        ("Two letters were addressed to Lena Poe.", (6, 7)),
        ("Ada Orme has left the company, and she was offered 40,000 pounds by Belm Foods.", (2, 3)),
    ],
)
def test_a_statement_cites_what_carries_it(
    article: Article, statement: str, sentences: tuple[int, ...]
) -> None:
    found = Source(*article(TEXT)).seek(statement)
    assert (found.supported, found.sentences) == (True, sentences)


@pytest.mark.parametrize(
    "statement",
    [
        "Belm Foods was offered 40,000 pounds by Ada Orme.",
        "Tom Orme has left the company.",
        "Tom Orme was offered 40,000 pounds by Belm Foods.",
        "A rival of Belm's offered 40,000 pounds.",
        "The town may close the mill in May.",
        "Two letters were addressed to the deputy.",
    ],
)
def test_what_is_said_of_somebody_else_is_refused(article: Article, statement: str) -> None:
    assert not Source(*article(TEXT)).seek(statement).supported


def test_no_statement_cites_more_than_a_few_sentences(article: Article) -> None:
    source = Source(*article(TEXT))
    statement = (
        "Tom Orme and Ada Orme founded Karro Dairies in 1990, and Ada Orme has left the company, and the town may close "
        "Depot Street in May, and the mill has sent three letters to the town."
    )
    found = source.seek(statement)
    assert not found.supported or len(found.sentences) <= MOST


def test_only_the_sentences_asked_for_count(article: Article) -> None:
    assert not Source(*article(TEXT)).seek("Ada Orme has left the company.", only=(1,)).supported


def test_a_part_of_a_sentence_has_no_names_of_the_rest(article: Article) -> None:
    source = Source(*article("Ada Vell, who lives in Osk, was arrested in May in Lenz, a port."))
    assert source.seek("Ada Vell was arrested in May in Lenz.").supported
    assert not source.seek("Ada Vell was arrested in May in Osk.").supported
