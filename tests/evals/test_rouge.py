import pytest

from nutgraf_evals.rouge import rouge


def test_the_same_words_in_the_same_order_give_one() -> None:
    assert rouge("The lock is shut.", "the lock, is shut") == {"rouge_1": 1.0, "rouge_2": 1.0, "rouge_l": 1.0}


def test_other_words_give_nothing() -> None:
    assert set(rouge("Barges wait.", "The lock is shut.").values()) == {0.0}
    assert set(rouge("", "The lock is shut.").values()) == {0.0}


def test_words_pairs_and_order_are_told_apart() -> None:
    found = rouge("shut is the lock", "the lock is shut")
    assert (found["rouge_1"], found["rouge_l"]) == (1.0, 0.5)
    assert found["rouge_2"] == pytest.approx(1 / 3)


def test_a_word_counts_as_often_as_both_have_it() -> None:
    assert rouge("lock lock lock", "lock lock gate")["rouge_1"] == pytest.approx(2 / 3)
