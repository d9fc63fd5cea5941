import pytest

from nutgraf.readers.people import are_people


@pytest.mark.parametrize(
    "phrase",
    ["two soldiers of the guard", "a policeman", "three women", "five others", "a group of peasants", "12", "the children"],
)  # fmt: skip
def test_people(phrase: str) -> None:
    assert are_people(phrase)


@pytest.mark.parametrize(
    "phrase", ["an army post", "two bridges", "the home of a judge", "a police station", ""]
)
def test_things(phrase: str) -> None:
    assert not are_people(phrase)
