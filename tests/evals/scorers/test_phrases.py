from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf_evals.scorers.phrases import length, stands, tells


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("killed", "The fire kills a watchman"),
        ("14 years", "a 14-year sentence"),
        ("fourteen years", "He got 14 years."),
        ("24", "twenty-four soldiers"),
        ("2.1 million", "2,100,000 crowns"),
        ("2.1 million", "€2.1m"),
        ("400,000", "400000 crowns"),
        ("pay the fine", "They paid a fine"),
        ("Malin", "Malin's widow"),
        ("organised", "the organizers"),
        ("AGREEMENT", "an Agreement of sorts"),
        ("three to two", "won 3 to 2"),
    ],
)
def test_words_stand_in_other_forms_of_them(phrase: str, text: str) -> None:
    assert stands(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("art", "artillery"),
        ("14", "140 lorries"),
        ("14", "1.4 million"),
        ("21", "2.1 million"),
        ("4", "twenty-four soldiers"),
        ("twenty", "twenty-four soldiers"),
        ("jailed for 17", "jailed for 14, not 17"),
        ("set fire to", "the fire was set to spread"),
    ],
)
def test_words_stand_whole_and_in_a_row(phrase: str, text: str) -> None:
    assert not stands(phrase, text)


def test_exact_words_stand_in_the_very_form() -> None:
    phrase = "started the fire"
    assert stands(phrase, "He paid a man to start the fire")
    assert not stands(phrase, "He paid a man to start the fire", exact=True)
    assert stands(phrase, "He Started a fire", exact=True)
    assert stands("fourteen", "14 years", exact=True)


def test_a_statement_tells_what_it_has_a_phrase_of_each_group_of() -> None:
    groups = [["Kranz", "the mayor"], ["resigned", "stepped down"]]
    assert tells(groups, "The mayor stepped down on Friday.")
    assert not tells(groups, "The mayor spoke on Friday.")
    assert not tells(groups, "")


def test_a_word_has_a_letter_or_a_digit() -> None:
    assert length("“No,” he said — at 3.15!") == 5
    assert length(" … ") == 0


@pytest.mark.parametrize(
    "long", ["!" * 100_000, "1" * 100_000, "1,111" * 20_000, "a’" * 50_000, "twenty " * 14_000]
)
def test_long_text_is_read_at_once(long: str) -> None:
    started = perf_counter()
    stands("three", long)
    length(long)
    assert perf_counter() - started < 1


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_stands_in_itself_and_in_longer_text(before: str, text: str) -> None:
    assert stands(text, text)
    assert stands("ridge", f"{before} the ridge, {text}")
