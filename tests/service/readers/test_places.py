"""Places: the country that a place lies in, or why it is not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.places import Found, country, is_country, is_place


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("Cyprus", "CY"),
        ("the Netherlands", "NL"),
        ("US", "US"),
        ("U.S.", "US"),
        ("Britain", "GB"),
        ("UAE", "AE"),
        ("Côte d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Abu Dhabi", "AE"),
        ("the Abu Dhabi airport", "AE"),
        ("Moscow airport", "RU"),
        ("Yekaterinburg, a city in the Urals", "RU"),
        ("off the coast of Peru", "PE"),
        ("St. Petersburg", "RU"),
        ("NEW YORK", "US"),
        ("New York's Central Park", "US"),
        ("Kiev", "UA"),
        ("Bombay", "IN"),
        ("Leeds, England", "GB"),
        ("Dayton, Ohio", "US"),
        ("Skarv, Norway", "NO"),
        ("northern Gaza", "PS"),
        ("Central Vienna", "AT"),
        ("the US embassy in Moscow", "RU"),
        ("a prison near Lima", "PE"),
        ("a Peruvian village", "PE"),
        ("the Democratic Republic of Congo", "CD"),
    ],
)
def test_a_place_has_the_country_that_the_table_gives(place: str, code: str) -> None:
    assert country(place) == Found(code)


@pytest.mark.parametrize(
    "place", ["London", "Georgia", "Congo", "Valencia", "Central London", "a street in London"]
)
def test_a_name_of_several_countries_is_ambiguous(place: str) -> None:
    assert country(place) == Found(None, "ambiguous_place")


def test_a_country_that_the_article_names_settles_an_ambiguous_place() -> None:
    assert country("London", context=["Ada Vell", "Canada"]) == Found("CA")
    assert country("London", context=["England"]) == Found("GB")
    assert country("Congo", context=["Democratic Republic of Congo"]) == Found("CD")
    assert country("London", context=["Canada", "Britain"]) == Found(None, "ambiguous_place")
    assert country("London", context=["Peru", "Ontario"]) == Found(None, "ambiguous_place")


def test_the_phrase_itself_settles_an_ambiguous_place() -> None:
    assert country("London, Ontario") == Found("CA")
    assert country("Atlanta, Georgia") == Found("US")
    assert country("Tbilisi, Georgia") == Found("GE")
    assert country("Paris, Texas") == Found("US")


def test_the_name_of_a_country_is_not_outdone_by_another_country_in_the_article() -> None:
    assert country("Georgia", context=["United States"]) == Found(None, "ambiguous_place")


def test_two_countries_in_one_phrase_are_ambiguous() -> None:
    assert country("the border between India and Pakistan") == Found(None, "ambiguous_place")


@pytest.mark.parametrize(
    "place",
    [
        "",
        "us",
        "eastern Ostrovia",
        "the Gulf of Mexico",
        "Lake Victoria",
        "Jordan Valley",
        "a French restaurant",
        "Paris Street",
        "the White House",
        "US-based",
    ],
)
def test_what_the_table_does_not_know_has_no_country(place: str) -> None:
    assert country(place) == Found(None, "not_in_table")


def test_the_table_knows_names_as_they_stand() -> None:
    assert is_place("Moscow")
    assert is_country("Peru")
    assert not is_country("Moscow")
    assert not is_place("Moscow airport")


@given(st.text(max_size=60), st.lists(st.sampled_from(["Peru", "US", "London", "Georgia", "x"])))
def test_every_answer_is_a_country_or_a_reason(place: str, context: list[str]) -> None:
    found = country(place, context=context)
    assert (found.country is None) != (found.reason is None)
    assert found.country is None or (len(found.country) == 2 and found.country.isupper())
