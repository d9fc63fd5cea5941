"""Propositions: what a statement says, one thing at a time."""

import pytest

from nutgraf.readers.propositions import propositions, subject


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "Ada Vell flew home and thanked her lawyer.",
            ("Ada Vell flew home", "Ada Vell thanked her lawyer."),
        ),
        (
            "Karro will pay 40 pence a share and take on its debt.",
            ("Karro will pay 40 pence a share", "Karro will take on its debt."),
        ),
        (
            "There are 9 cases in Osk, 7 in Lenz and 2 in the islands.",
            ("There are 9 cases in Osk", "There are 7 cases in Lenz", "There are 2 cases in the islands"),
        ),
        (
            "Tom Orme, whose firm went under, was jailed for a year.",
            ("Tom Orme's firm went under", "Tom Orme was jailed for a year."),
        ),
        (
            "Tom Orme, a driver whom Karro had dismissed, was jailed.",
            ("Tom Orme, a driver whom Karro had dismissed", "Tom Orme was jailed."),
        ),
        (
            "The court found him guilty of theft and arson but cleared him of fraud.",
            ("The court found him guilty of theft and arson", "The court cleared him of fraud."),
        ),
        (
            "Karro's shares rose 4 percent, and Belm's fell 3 percent.",
            ("Karro's shares rose 4 percent", "Belm's fell 3 percent."),
        ),
    ],
)
def test_what_only_adds_is_told_apart(statement: str, said: tuple[str, ...]) -> None:
    assert propositions(statement) == said


@pytest.mark.parametrize(
    "statement",
    [
        "Ada Vell was freed after her lawyer paid.",
        "Karro will sell milk and cheese from Osk.",
        'The study says "up to 9, and possibly less".',
        "Tom Orme said that he was ill and would resign.",
        "There are 9 cases in Osk and many in Lenz.",
    ],
)
def test_what_is_one_thing_stays_one(statement: str) -> None:
    assert len(propositions(statement)) == 1


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("The three judges freed him.", "The three judges"),
        ("In May, the mayor resigned.", "the mayor"),
        ("At seven in the morning Karro, the biggest employer, closed.", "Karro"),
    ],
)
def test_the_subject_stands_before_the_verb(clause: str, found: str) -> None:
    assert subject(clause) == found
