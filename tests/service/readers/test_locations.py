"""Locations: whether words say where, and where a verb says it."""

from dataclasses import replace

import pytest

from nutgraf.readers.locations import (
    belongs_elsewhere,
    is_about_a_place,
    is_located,
    is_location,
    location_after_verb,
    location_before_noun,
    place_of,
)
from nutgraf.readers.names import names
from nutgraf_schemas import EventType


@pytest.mark.parametrize(
    "phrase",
    [
        "Abu Dhabi",
        "the airport",
        "a village in the north",
        "eastern Ostrovia",
        "near Tervan",
        "Velby Crown Court",
    ],
)
def test_names_of_places_and_words_for_places_say_where(phrase: str) -> None:
    assert is_location(0, len(phrase), phrase, names(phrase))


@pytest.mark.parametrize(
    "phrase",
    ["Thursday", "on 3 May", "President Ada Vell", "a statement", "social media", "the CIA", "2024", ""],
)
def test_dates_persons_and_other_things_do_not_say_where(phrase: str) -> None:
    assert not is_location(0, len(phrase), phrase, names(phrase))


def test_a_preposition_is_dropped_where_the_place_stays_the_same() -> None:
    assert place_of(0, 8, "in Velby") == (3, 8)
    assert place_of(0, 9, "off Velby") == (0, 9)
    assert place_of(0, 17, "Velby was rebuilt") == (0, 5)


def after_verb(kind: EventType, sentence: str) -> str | None:
    found = location_after_verb(kind, 0, len(sentence), sentence, names(sentence))
    return None if found is None else sentence[slice(*found)]


@pytest.mark.parametrize(
    ("kind", "sentence", "place"),
    [
        ("release_or_exchange", "The swap took place in Abu Dhabi on Monday.", "Abu Dhabi"),
        ("meeting", "The talks were held on Tuesday in Velby, Norway.", "Velby, Norway"),
        ("accident_or_disaster", "A quake struck eastern Ostrovia before dawn.", "eastern Ostrovia"),
        (
            "arrest_or_detention",
            "She was arrested in the port city of Velby in May.",
            "the port city of Velby",
        ),
        ("arrest_or_detention", "She was arrested at Velby airport.", "Velby airport"),
    ],
)
def test_the_place_stands_straight_after_the_verb(kind: EventType, sentence: str, place: str) -> None:
    assert after_verb(kind, sentence) == place


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("release_or_exchange", "They freed Ada Vell, who was arrested in Velby."),
        ("release_or_exchange", "She was arrested in Velby before she was freed."),
        ("arrest_or_detention", "One was arrested in Velby and one was arrested in Skarv."),
        ("arrest_or_detention", "She was arrested in May."),
        ("meeting", "The talks were held in secret."),
    ],
)
def test_a_place_of_another_event_or_one_of_two_is_not_taken(kind: EventType, sentence: str) -> None:
    assert after_verb(kind, sentence) is None


def test_a_relative_clause_that_tells_another_event_keeps_its_place() -> None:
    text = "They freed Ada Vell, who was arrested in Velby, on Monday in Skarv."

    def elsewhere(kind: EventType, place: str) -> bool:
        return belongs_elsewhere(kind, text.index(place), 0, len(text), text)

    assert elsewhere("release_or_exchange", "Velby")
    assert not elsewhere("arrest_or_detention", "Velby")
    assert not elsewhere("release_or_exchange", "Skarv")


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("They were freed in Velby.", "Velby", True),
        ("They were freed at the small Velby airport.", "Velby airport", True),
        ("A storm struck eastern Ostrovia.", "Ostrovia", True),
        ("She flew to Velby.", "Velby", False),
        ("She is on a plane to Velby.", "Velby", False),
        ("Velby and Skarv exchanged prisoners.", "Velby and Skarv", False),
        ("The ferry sank off Skarv.", "off Skarv", True),
    ],
)
def test_a_destination_or_an_actor_is_not_where_it_happened(text: str, place: str, expected: bool) -> None:
    assert is_located(text.index(place), 0, text) is expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Three victims of the Leeds tram crash were named.", "Leeds"),
        ("The Leeds shooting was the second.", "Leeds"),
        ("The Leeds council met.", None),
        ("The Leeds crash and the Lyon crash were alike.", None),
    ],
)
def test_an_event_is_called_by_its_place(text: str, place: str | None) -> None:
    known = [replace(name, kind_hint="place") for name in names(text)]
    found = location_before_noun(0, len(text), text, known)
    assert (text[slice(*found)] if found else None) == place


@pytest.mark.parametrize(
    "phrase", ["in Velby", "at the port of Velby", "on the border of Ostrovia", "in the Velby area"]
)
def test_a_phrase_is_about_a_place(phrase: str) -> None:
    assert is_about_a_place(phrase)


@pytest.mark.parametrize(
    "phrase", ["in the Velby election", "on a call from Velby", "at the meeting of Velby officials"]
)
def test_a_phrase_with_a_place_in_it_may_be_about_something_else(phrase: str) -> None:
    assert not is_about_a_place(phrase)
