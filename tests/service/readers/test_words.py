import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.words import stem, stems


def of(text: str) -> list[str]:
    return [w.stem for w in stems(text)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("wins", "won"),
        ("buy", "bought"),
        ("released", "releasing"),
        ("organised", "organized"),
        ("colour", "color"),
        ("centre", "center"),
        ("defence", "defense"),
        ("travelled", "traveled"),
        ("analysed", "analyzed"),
        ("children", "child"),
        ("women", "woman"),
        ("kilometre", "kilometers"),
    ],
)
def test_forms_of_one_word_have_one_stem(a: str, b: str) -> None:
    assert of(a) == of(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("treason", "espionage"), ("police", "policy"), ("hour", "our"), ("north", "south"), ("rose", "fell")],
)
def test_different_words_have_different_stems(a: str, b: str) -> None:
    assert stem(a) != stem(b)


def test_function_words_and_possessives_are_left_out() -> None:
    assert of("It was the mayor’s own, and they didn't.") == [stem("mayor")]


def test_parts_of_hyphenated_words_are_words() -> None:
    assert of("an ill-timed prisoner-swap") == [stem(w) for w in ("ill", "timed", "prisoner", "swap")]


def test_the_names_of_a_state_are_one_word_but_the_pronoun_is_none() -> None:
    assert of("the United States") == of("the U.S.") == of("the US") == ["usa"]
    assert of("They told us.") == of("told")


@given(st.text(max_size=60))
def test_spans_give_the_words(text: str) -> None:
    end = 0
    for word in stems(text):
        assert text[word.start : word.end] == word.text
        assert word.start >= end
        end = word.end
