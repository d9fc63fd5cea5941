"""Whether a source gives the date that is stated."""

import pytest

from nutgraf.readers.reading import Reading
from nutgraf.readers.support_dates import check_dates

PUBLISHED = "2026-03-12"  # a Thursday


def given(statement: str, source: str) -> bool | None:
    return check_dates(Reading(statement, PUBLISHED), [Reading(source, PUBLISHED)])


@pytest.mark.parametrize(
    ("source", "statement"),
    [
        ("The mill burned on Tuesday.", "The mill burned on 10 March."),
        ("The mill burned on 10 March.", "The mill burned on 10 March 2026."),
        ("Ana closed the mill, and in 2021 she built a dam.", "In 2021 Ana built a dam."),
        ("He worked there and retires at the end of June.", "He retires at the end of June."),
        ("There would be no purchase until 2028.", "They were not to expect a purchase before 2028."),
    ],
)
def test_the_same_days_said_otherwise_are_given(source: str, statement: str) -> None:
    assert given(statement, source) is True


@pytest.mark.parametrize(
    ("source", "statement"),
    [
        ("The mill burned on Tuesday.", "The mill burned on 11 March."),
        ("Ana closed the mill, and in 2021 she built a dam.", "In 2021 Ana closed the mill."),
        ("She took over in the spring of 2023.", "She has led it since spring 2023."),
        ("The road is shut until 2028.", "The road is shut before 2028."),
    ],
)
def test_other_days_other_verbs_and_other_bounds_are_not(source: str, statement: str) -> None:
    assert given(statement, source) is False


def test_without_a_date_there_is_nothing_to_check() -> None:
    assert given("The mill burned.", "The mill burned on Tuesday.") is None
