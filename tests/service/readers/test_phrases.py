"""Phrases: where copied words stand, and what they are about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.names import names
from nutgraf.readers.phrases import find, has_content, head, members, noun_phrase


def about(phrase: str) -> str | None:
    found = head(0, len(phrase), phrase, names(phrase))
    return found.text if found else None


def test_words_are_found_whole_with_any_white_space() -> None:
    text = "Anna saw Ann  Vell. Ann\nVell saw Annika."
    assert [text[a:b] for a, b in find("Ann Vell,", text)] == ["Ann  Vell", "Ann\nVell"]
    assert list(find("Annik", text)) == []
    assert list(find(" . ", text)) == []
    assert [a for a, _ in find("US", "A US-Russian man left the US, he said.")] == [26]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("US-Russian dancer Ada Vell", "Ada Vell"),
        ("Vell's lawyer, Tom Orme", "Tom Orme"),
        ("Ada Vell, a German citizen who was arrested in Skarv", "Ada Vell"),
        ("US Secretary of State Ada Vell", "Ada Vell"),
        ("the Karsund reporter Ada Vell", "Ada Vell"),
        ("Russia's Federal Guard Service", "Federal Guard Service"),
        ("the lawyer of Ada Vell", None),
        ("a CIA spokeswoman", None),
        ("two hostages", None),
    ],
)
def test_a_phrase_is_about_the_name_at_its_head(phrase: str, name: str | None) -> None:
    assert about(phrase) == name


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("Russia and the United States", ["Russia", "the United States"]),
        ("Ada Vell, Tom Orme and Kalo Vard", ["Ada Vell", "Tom Orme", "Kalo Vard"]),
        ("Ada Vell, 62, from Tervan, and Tom Orme, 5", ["Ada Vell, 62, from Tervan", "Tom Orme, 5"]),
        ("Vell's lawyer, Tom Orme", ["Vell's lawyer, Tom Orme"]),
        ("the Ministry of Trade and Industry", ["the Ministry of Trade and Industry"]),
        ("cranes and boats", ["cranes and boats"]),
    ],
)
def test_a_list_of_names_has_members(phrase: str, parts: list[str]) -> None:
    assert [phrase[a:b] for a, b in members(0, len(phrase), phrase, names(phrase))] == parts


@pytest.mark.parametrize(
    ("phrase", "kept"),
    [
        ("two hostages", "two hostages"),
        ("“the dock workers”", "the dock workers"),
        ("officials who asked not to be named", "officials"),
        ("his brother, a farmer", "his brother"),
        ("she", None),
        ("at least 37", None),
        ("on Tuesday", None),
        ("dozens", None),
        ("the", None),
        (
            "a very long line of words that no one would ever take for a participant",
            "a very long line of words",
        ),
        ("old red green blue white black grey pink boats", None),
    ],
)
def test_a_noun_phrase_is_short_and_holds_a_noun(phrase: str, kept: str | None) -> None:
    span = noun_phrase(0, len(phrase), phrase)
    assert (None if span is None else phrase[slice(*span)]) == kept


def test_numbers_dates_and_function_words_are_no_content() -> None:
    assert not has_content("in the 12 of May, on Monday")
    assert has_content("the 12 boats")


@given(st.text(max_size=40), st.text(max_size=120))
def test_what_is_found_are_the_words(words: str, text: str) -> None:
    for a, b in find(words, text):
        assert 0 <= a < b <= len(text)
        assert "".join(text[a:b].split()) in "".join(words.split())


@given(st.text(alphabet="Aa ,.and who’\n-", max_size=80))
def test_a_noun_phrase_lies_inside_the_phrase(text: str) -> None:
    span = noun_phrase(0, len(text), text)
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(text)
        assert text[slice(*span)] == text[slice(*span)].strip()
