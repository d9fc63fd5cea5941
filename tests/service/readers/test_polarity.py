import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.polarity import cues


def read(text: str) -> list[tuple[str, str, str]]:
    """Each cue as (kind, words, what it turns)."""
    return [(c.kind, c.text, " … ".join(text[a:b].strip() for a, b in c.scope)) for c in cues(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ostra has yet to sign the lease, which failed.", ("negation", "has yet to", "sign the lease")),
        ("They hadn’t signed it.", ("negation", "n’t", "signed it")),
        ("She failed to appear in court.", ("negation", "failed to", "appear in court")),
        ("He denied taking bribes.", ("denial", "denied", "taking bribes")),
        ("He was held for allegedly selling maps.", ("allegation", "allegedly", "selling maps")),
        ("They accused the banker, Teo Marsh, 44, of theft.", ("allegation", "accused", "theft")),
        ("She is due to be sworn in.", ("plan", "is due to", "be sworn in")),
        ("It will open in May.", ("plan", "will", "open in May")),
        ("The firm agreed on Friday to buy a rival.", ("plan", "to", "buy a rival")),
        ("Vantra to buy Lumecell", ("plan", "to", "buy Lumecell")),
        ("He tried to flee.", ("attempt", "tried to", "flee")),
        ("Rain may return.", ("possibility", "may", "return")),
        ("It is almost complete.", ("hedge", "almost", "complete")),
        (
            "It is believed that the leak began there.",
            ("allegation", "is believed that", "the leak began there"),
        ),
        ("Police think the clerk fell asleep.", ("belief", "think", "the clerk fell asleep")),
        ("Charges against the mill were dropped.", ("allegation", "Charges", "")),
        ("Allegations by the union of fraud grew.", ("allegation", "Allegations", "fraud grew")),
        ("She had meant to sell it.", ("plan", "meant to", "sell it")),
        ("The board has until Friday to decide.", ("plan", "to", "decide")),
        ("Holt rejects the charge that she lied.", ("denial", "rejects the charge that", "she lied")),
        ("Should the talks fail, they leave.", ("condition", "Should", "the talks fail")),
        ("The jury did not hear a clerk, Dora Lund.", ("negation", "not", "hear a clerk, Dora Lund")),
        ("A clerk who was not hurt told the court so.", ("negation", "not", "hurt")),
        ("They left when asked, if asked nicely.", ("condition", "if", "asked nicely")),
    ],
)
def test_a_cue_has_its_kind_and_its_scope(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


def test_the_scope_goes_on_after_a_relative_clause() -> None:
    text = "There was no sign that the fire, which destroyed a school, was set."
    assert read(text) == [("negation", "no", "sign that the fire … was set")]


def test_the_scope_ends_at_a_contrast() -> None:
    assert read("He was not guilty of fraud but guilty of theft.") == [("negation", "not", "guilty of fraud")]


def test_the_month_of_may_is_no_possibility() -> None:
    assert read("They met on May 3 and in May.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Not only the mill was lost.",
        "What she had done was to give 50 crowns.",
        "Brell took charge of the mill.",
        "A valve was to blame.",
        "Lund left it to her sister in her will.",
        "Up to eight have new leaders.",
        "According to two clerks it was lost.",
    ],
)
def test_what_has_only_the_form_of_a_cue_is_none(text: str) -> None:
    assert read(text) == []


def test_to_is_no_plan_before_a_noun() -> None:
    assert read("She promised the contract to her cousin.") == []


@given(st.text(alphabet=st.sampled_from("not will if deny’'n., \"abto\nMay"), max_size=50))
def test_spans_give_the_words(text: str) -> None:
    for cue in cues(text):
        assert text[cue.start : cue.end] == cue.text
        assert all(cue.end <= a <= b <= len(text) for a, b in cue.scope)
