import pytest

from nutgraf.readers.reading import Reading
from nutgraf.readers.stances import nested, same, turns_of


@pytest.mark.parametrize(
    ("stated", "source", "alike"),
    [
        ("The mill says it did not hide letters.", "The mill denied that it hid letters.", True),
        ("The mill did not hide letters.", "The mill denied that it hid letters.", False),
        ("The mill denied a quarrel.", "The mill said there was no quarrel.", True),
        ("The mill denied a truce.", "The mill said it could not confirm a truce.", False),
        ("Lund is likely to go.", "Lund is expected to go.", True),
        ("Lund is likely to go.", "Lund wants to go.", False),
        ("Without rain, wells dry up.", "Wells dry up unless rain falls.", True),
        ("Lund has never paid.", "Lund has yet to pay.", False),
    ],
)
def test_two_cues_take_one_stance_or_two(stated: str, source: str, alike: bool) -> None:
    told, there = Reading(stated), Reading(source)
    assert same(turns_of(told)[0], told, turns_of(there)[0], there) is alike


def test_would_not_is_a_negation_and_a_plan() -> None:
    assert [t.cue.kind for t in turns_of(Reading("The fund would not sell."))] == ["negation", "plan"]


def test_a_denial_may_itself_be_denied() -> None:
    assert nested(turns_of(Reading("Holt did not deny it.")))
    assert not nested(turns_of(Reading("Holt denied it.")))
