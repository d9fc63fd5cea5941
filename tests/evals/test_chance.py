"""What chance could make of paired differences."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf_evals.chance import (
    FEWEST,
    FEWEST_DRAWN,
    detectable,
    flipped,
    interval,
    paired,
    quantile,
    standard_error,
    student,
)

STORIES = {f"s{story}-{outlet}": f"s{story}" for story in range(12) for outlet in "abc"}


def of_stories(differences: list[float]) -> dict[str, tuple[float, float]]:
    return {name: (0.5, 0.5 + differences[int(STORIES[name][1:])]) for name in STORIES}


@pytest.mark.parametrize(
    ("p", "freedom", "known"),
    [
        (0.975, 1, 12.7062),
        (0.975, 2, 4.3027),
        (0.975, 5, 2.5706),
        (0.975, 11, 2.2010),
        (0.8, 11, 0.8755),
        (0.975, 120, 1.9799),
    ],
)
def test_students_t_is_that_of_the_tables(p: float, freedom: int, known: float) -> None:
    assert quantile(p, freedom) == pytest.approx(known, abs=1e-4)


def test_half_of_students_t_lies_below_zero() -> None:
    assert [student(0.0, freedom) for freedom in range(1, 9)] == pytest.approx([0.5] * 8)


def test_a_gain_in_every_story_is_more_than_chance() -> None:
    found = paired(of_stories([0.1 + 0.01 * story for story in range(12)]), STORIES)
    assert (found.articles, found.stories, found.wins, found.losses, found.ties) == (36, 12, 36, 0, 0)
    assert found.difference == pytest.approx(0.155)
    assert found.interval is not None
    assert found.interval[0] > 0.1
    assert found.p == pytest.approx(2 / 2**12)
    assert found.significant


def test_gains_and_losses_that_are_alike_are_chance() -> None:
    found = paired(of_stories([0.1, -0.1] * 6), STORIES)
    assert found.interval is not None
    assert found.interval[0] < 0 < found.interval[1]
    assert found.p == pytest.approx(1.0)
    assert not found.significant


def test_one_story_that_differs_much_is_chance_however_many_articles_it_has() -> None:
    stories = {f"a-{n}": "a" for n in range(30)} | {f"{s}-x": s for s in "bcdefgh"}
    values = {name: (0.0, 1.0 if story == "a" else 0.0) for name, story in stories.items()}
    found = paired(values, stories)
    assert (found.wins, found.ties, found.p) == (30, 7, 1.0)
    assert not found.significant


@pytest.mark.parametrize("stories", [1, 2, 3, 5])
def test_of_few_stories_nothing_is_beyond_chance(stories: int) -> None:
    some = {f"s{n}" for n in range(stories)}
    values = {name: value for name, value in of_stories([0.2] * 12).items() if STORIES[name] in some}
    found = paired(values, STORIES)
    assert found.stories == stories < FEWEST
    assert (found.p, found.detectable, found.significant) == (None, None, False)
    assert (found.interval is None) == (stories < FEWEST_DRAWN)
    assert found.wins == found.articles


def test_what_could_be_shown_grows_with_the_spread_and_shrinks_with_the_stories() -> None:
    assert detectable(0.1, 12) == pytest.approx((2.2010 + 0.8755) * 0.1, abs=1e-4)
    assert detectable(0.1, 6) > detectable(0.1, 12) > detectable(0.05, 12)
    assert paired(of_stories([0.0] * 12), STORIES).detectable is None


def test_there_must_be_an_article() -> None:
    with pytest.raises(ValueError, match="no article"):
        paired({}, {})


def test_every_way_to_toss_is_counted() -> None:
    sums = [0.3, -0.1, 0.25, 0.4, 0.0]
    ways = [
        sum(s * t for s, t in zip(sums, toss, strict=True)) for toss in itertools.product((1, -1), repeat=5)
    ]
    assert flipped(sums) == sum(abs(way) >= sum(sums) - 1e-9 for way in ways) / len(ways)


def test_many_groups_are_tossed_at_random_with_nearly_the_same_answer() -> None:
    dice = random.Random(7)  # noqa: S311 - a statistic, no secret
    sums = [dice.gauss(0.2, 1.0) for _ in range(14)]
    assert flipped([*sums, 1e-6]) == pytest.approx(flipped(sums), abs=0.02)


def test_where_there_is_no_difference_one_in_twenty_is_called_one() -> None:
    dice = random.Random(3)  # noqa: S311 - a statistic, no secret
    called = sum(flipped([dice.gauss(0, 1) for _ in range(10)]) <= 0.05 for _ in range(400))
    assert 8 <= called <= 32


def test_the_standard_error_of_single_cases_is_the_textbooks() -> None:
    cases = [0.1, 0.4, -0.2, 0.3]
    mean = sum(cases) / 4
    spread = (sum((each - mean) ** 2 for each in cases) / 3) ** 0.5
    assert standard_error(cases, [1] * 4) == pytest.approx(spread / 2)


@given(st.lists(st.floats(-3, 3), min_size=2, max_size=20))
def test_the_interval_lies_within_the_cases_and_is_the_same_each_time(sums: list[float]) -> None:
    low, high = interval(sums, [3] * len(sums))
    assert min(sums) / 3 - 1e-9 <= low <= high <= max(sums) / 3 + 1e-9
    assert (low, high) == interval(sums, [3] * len(sums))


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=10))
def test_the_way_that_was_observed_is_always_counted(sums: list[float]) -> None:
    assert 0 < flipped(sums) <= 1
    assert flipped(sums) == pytest.approx(flipped([-each for each in sums]))
