"""Kinds: a person, an organisation or a place by what the article tells of the name, and `other` where nothing does."""

import pytest

from nutgraf.readers.mentions import group
from nutgraf.readers.names import names


def kind(name: str, text: str) -> str:
    return next(found.kind for found in group(names(text), text) if found.name == name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Kalo Vard", "Reporters met Kalo Vard, who had slept badly."),
        ("Kalo Vard", "It was late. Kalo Vard said he had slept badly."),
        ("Kalo Vard", "Kalo Vard, 44, slept badly."),
        ("Kalo Vard", "Kalo Vard himself slept badly."),
        ("Kalo Vard", "It freed Kalo Vard on Monday. The men said Vard was asleep."),
        ("Vard", "Reporters met Vard, whose wife slept badly."),
        ("Vard", "The drummer Vard slept badly."),
        ("Olga", "Asked again, Olga said no."),
        ("Vard", "Anna Vard met Tom Vard. Later a judge told Vard to sit."),
    ],
)
def test_a_person_is_told_of_as_one(name: str, text: str) -> None:
    assert kind(name, text) == "person"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Velmark", "The shipping company Velmark fell."),
        ("Velmark", "They sold Velmark, a maker of boats, and left."),
        ("Velmark", "Velmark shares fell."),
        ("Velby Weekly", "They read it in the Velby Weekly."),
        ("Army", "They said the Army was asleep."),
        ("FSB", "They met an FSB man."),
    ],
)
def test_an_organisation_is_told_by_its_words_and_by_the_nouns_beside_it(name: str, text: str) -> None:
    assert kind(name, text) == "organisation"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Tervan", "They slept in Tervan."),
        ("Tervan", "They flew to Tervan, Peru, and slept."),
        ("Tervan", "Tervan, a small port, slept."),
        ("Velby Bay", "They crossed Velby Bay."),
    ],
)
def test_a_place_is_told_by_its_words_and_by_where_it_lies(name: str, text: str) -> None:
    assert kind(name, text) == "place"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mets Poet", "It is a Mets Poet book. The Poet said no."),  # a determiner stands before no surname
        ("Velmark", "Police from Velmark, who sang, came."),
        ("Velmark", "They sold Velmark after she left."),
        ("Skarvik Lines", "They sold Skarvik Lines to Velmark."),
        ("XVII", "They read chapter XVII again."),
        ("IE9", "They opened IE9 again."),
    ],
)
def test_what_nothing_decides_is_other(name: str, text: str) -> None:
    assert kind(name, text) == "other"


def test_where_somebody_is_from_is_a_place() -> None:
    assert kind("Tervan", "They named Ada Vell, 47, from Tervan. Tervan was quiet.") == "place"
    assert kind("Tervan", "They heard from Tervan. Tervan was quiet.") == "other"
