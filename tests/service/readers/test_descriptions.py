"""Descriptions: "the dancer" is somebody only where the text leaves no choice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.descriptions import descriptions
from nutgraf.readers.mentions import group
from nutgraf.readers.names import names


def described(text: str) -> list[tuple[str, str]]:
    """Who is described in `text`, and in which words, in the order of the text."""
    groups = group(names(text), text)
    found = descriptions(groups, text)
    spans = sorted((start, end, groups[who].name) for who, places in found.items() for start, end in places)
    return [(name, text[start:end]) for start, end, name in spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dancer Ada Vell fell. Later the dancer slept.", "the dancer"),
        ("Ada Vell, a dancer, fell. The dancer slept.", "The dancer"),
        ("Ada Vell, 33, a ballet dancer from Tervan, fell. The ballet dancer slept.", "The ballet dancer"),
        (
            "Ada Vell, 33, a ballet dancer from Tervan, fell. The 33-year-old dancer slept.",
            "The 33-year-old dancer",
        ),
        ("Ada Vell, 33, fell. The 33-year-old slept.", "The 33-year-old"),
        ("Her lawyer, Tom Orme, spoke. The lawyer left.", "The lawyer"),
        ("The court heard Judge Tom Orme. The judge left.", "The judge"),
        ("Dancer Ada Vell fell. The dancer's shoes were old.", "The dancer"),
    ],
)
def test_a_person_introduced_with_a_noun_is_known_by_it(text: str, words: str) -> None:
    assert [found for _, found in described(text)] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They sold Norvik, a shipping company, on Monday. The company said so.", "The company"),
        ("The carmaker Norvik fell. Workers of the carmaker slept.", "the carmaker"),
        ("The Skarvik Fishery Council met. The council voted.", "The council"),
    ],
)
def test_an_organisation_is_known_by_its_noun_or_its_last_word(text: str, words: str) -> None:
    assert [found for _, found in described(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The dancer Ada Vell met the dancer Tom Orme. The dancer slept.",  # two of them
        "The dancer Ada Vell met other dancers. The dancer slept.",
        "The dancer Ada Vell met a dancer from Tervan. The dancer slept.",
        "The dancer Ada Vell fell. Orme's dancer slept. The dancer left.",
        "The dancer Ada Vell fell. The young dancer slept.",  # another, for all we know
        "The dancer Ada Vell fell. The dancer who slept left.",
        "The dancer Ada Vell fell. Reporters met Kalo Orme. The dancer slept.",  # who may dance too
        "The dancer slept, and Ada Vell, a dancer, fell.",  # before anybody is named
        "Ada Vell, 33, fell. A 33-year-old slept. The 33-year-old left.",
        "Ada Vell, 33, fell. The 33-year-old plumber slept.",
        "Ada Vell, 33, met Tom Orme, 33, at home. The 33-year-old slept.",
        "Ada Vell, the wife of Tom Orme, fell. The wife slept.",  # a noun of relation
        "Norvik, a shipping company, fell. Velmark Holdings rose. The company said so.",
        "Norvik, a shipping company, fell. The company shares rose.",
        "The Skarvik Fishery Council met the Velby Trade Council. The council voted.",
        "The Skarvik Fishery Council met. City councils voted. The council slept.",
        "It was late. The dancer slept.",
    ],
)
def test_where_there_is_a_choice_nobody_is_described(text: str) -> None:
    assert described(text) == []


def test_others_who_are_introduced_with_another_noun_do_not_stand_between() -> None:
    text = "The dancer Ada Vell fell. Her lawyer, Tom Orme, said the dancer slept."
    assert described(text) == [("Ada Vell", "the dancer")]


words = st.sampled_from(
    """
    The the a dancer dancers lawyer company 33-year-old Ada_Vell Tom_Orme Norvik Vell , 33 . slept said who of 's
    Fishery_Council council Her
    """.split()
)


@given(st.lists(words, max_size=60).map(lambda found: " ".join(found).replace("_", " ").replace(" ,", ",")))
def test_a_description_is_a_definite_phrase_apart_from_every_name(text: str) -> None:
    groups = group(names(text), text)
    named = [(m.start, m.end) for one in groups for m in one.mentions]
    for places in descriptions(groups, text).values():
        for start, end in places:
            assert text[start:end].lower().startswith("the ")
            assert all(end <= a or b <= start for a, b in named)
