from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.triggers import triggers


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The guards released two miners on Monday.", "release_or_exchange", "released"),
        ("The ministry released figures on Monday.", "statement", "released"),
        ("Both sides exchanged three prisoners at the bridge.", "release_or_exchange", "exchanged"),
        ("A jury found the mayor guilty of fraud.", "conviction_or_sentence", "found"),
        ("Bakers walked off the job.", "protest_or_strike", "walked"),
        ("The storm struck the coast before dawn.", "accident_or_disaster", "struck"),
        ("Teachers went on strike over pay.", "protest_or_strike", "went"),
        ("The board appointed Ida Holm to the post.", "appointment_or_departure", "appointed"),
        ("Avon Foods agreed to buy a rival.", "agreement", "agreed"),
        ("Norwegian rescuers lifted all 19 crew members from the ship.", "aid_or_donation", "lifted"),
        ("Dockers ended a 19-day strike on Tuesday.", "protest_or_strike", "ended"),
        ("Voters elected a new mayor.", "election_or_vote", "elected"),
    ],
)
def test_a_verb_names_its_type(text: str, kind: str, words: str) -> None:
    first = next(t for t in triggers(text) if t.verb)
    assert (first.type, first.text) == (kind, words)


def test_a_determined_word_is_a_noun() -> None:
    (trigger,) = triggers("They hailed the swap.")
    assert (trigger.type, trigger.verb) == ("release_or_exchange", False)


def test_who_does_it_is_no_verb() -> None:
    found = triggers("The rescuers slept and the smugglers hid from the inspectors.")
    assert not [t for t in found if t.verb]


def test_a_capitalised_word_inside_a_sentence_is_a_name() -> None:
    assert not triggers("It opened in March near the Release Museum.")


@given(st.text(max_size=300))
def test_triggers_are_the_exact_words_in_order(text: str) -> None:
    found = triggers(text)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
