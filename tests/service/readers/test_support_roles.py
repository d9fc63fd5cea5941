"""Roles: the same act on the same; what word order tells apart is refused, and what it does not is let pass."""

import pytest

from nutgraf.readers.reading import Reading
from nutgraf.readers.support_roles import check_roles


def same(statement: str, source: str) -> bool:
    cited = [Reading(source)]
    return check_roles(Reading(statement).towards(cited), cited) is not False


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        (
            "A panel found Orme guilty of theft.",
            "Tom Orme was found guilty of theft in Osk on Monday by a panel.",
        ),
        ("The letter was sent to Lena Poe.", "The letter was sent to the mayor, Lena Poe."),
        ("A cousin of the builder of Petrel won.", "A cousin of Petrel's builder won."),
        ("The seat was won by a dentist by 40 votes.", "A dentist won the seat by 40 votes."),
        ("Orme was told by the mayor to leave.", "The mayor told Orme to leave."),
        ("Orme holds 4 percent.", "A fund of which Orme has left holds 4 percent."),
    ],
)
def test_the_same_in_another_order_passes(statement: str, source: str) -> None:
    assert same(statement, source)


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Petrel was the forerunner of Fulmar.", "Petrel's forerunner Fulmar was the first."),
        ("Orme rejected the plan.", "Orme offered nothing, and Poe rejected the plan."),
        ("In the last quarter Belm overtook Karro.", "In the last quarter Karro overtook Belm."),
        ("Belm was freed in exchange for Karro.", "In exchange for Belm the guards freed Karro."),
        ("Tom Orme said that it was over.", "Ada Orme, Tom Orme's cousin, said that it was over."),
        ("Three barns were set alight.", "The house, which stood by three barns, was set alight."),
        ("A rival of Karro's tried to leave.", "Karro tried to leave a rival."),
    ],
)
def test_the_same_words_in_other_roles_are_refused(statement: str, source: str) -> None:
    assert not same(statement, source)


def test_somebody_is_not_arrested_where_she_is_from() -> None:
    source = "Ada Vell, a resident of Osk, was arrested in May 2024 in Lenz."
    assert same("Ada Vell was arrested in May 2024 in Lenz.", source)
    assert not same("Ada Vell was arrested in May 2024 in Osk.", source)


@pytest.mark.parametrize(
    ("stated", "source"),
    [
        (
            "Norda told Ana Poe that the pier had closed.",
            "Ana Poe, the harbour master, told Norda that the pier had closed.",
        ),
        (
            "A spokesman for Norda told Velmark that work had stopped.",
            "A spokesman for Velmark told Norda that work had stopped.",
        ),
        ("Osk was arrested in May in Tom Vell.", "Tom Vell was arrested in May in Osk."),
        (
            "The winner was Ana Poe of the Harbour Party, the loser her former deputy, Tom Vell.",
            "The winner was Tom Vell of the Harbour Party, the loser her former deputy, Ana Poe.",
        ),
    ],
)
def test_names_that_have_changed_places_are_refused(stated: str, source: str) -> None:
    assert check_roles(Reading(stated), [Reading(source)]) is False


@pytest.mark.parametrize(
    ("stated", "source"),
    [
        ("Ana Poe and Tom Vell signed the new treaty.", "Tom Vell and Ana Poe signed the new treaty."),
        (
            "Ana Poe told Norda the pier had closed.",
            "Ana Poe, the harbour master, told Norda that the pier had closed.",
        ),
        ("Ana Poe was freed in exchange for Tom Vell.", "Osk freed Ana Poe in exchange for Tom Vell."),
    ],
)
def test_names_in_another_order_that_says_the_same_are_not(stated: str, source: str) -> None:
    assert check_roles(Reading(stated), [Reading(source)]) is not False


@pytest.mark.parametrize(
    ("stated", "source"),
    [
        ("Tom Vell was arrested.", "The brother of the banker Tom Vell was arrested."),
        ("Norda failed.", "Talks with Norda failed."),
        ("The minister killed 20 people.", "The minister said the rebels killed 20 people."),
        ("Police arrested Vell.", "Police arrested Vell's brother."),
        ("Police arrested Vell.", "Police arrested the brother of Vell."),
    ],
)
def test_what_is_done_by_or_to_somebody_of_theirs_is_not_done_by_or_to_them(stated: str, source: str) -> None:
    assert not same(stated, source)
