from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf_evals.pairing import best_pairs

WEIGHTS = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 4), min_size=width, max_size=width), min_size=1, max_size=5
    )
)


@given(WEIGHTS)
def test_no_other_pairs_weigh_more_together(weights: list[list[int]]) -> None:
    pairs = best_pairs(weights)
    rows = [list(row) + [0] * (5 - len(row)) for row in weights] + [[0] * 5] * (5 - len(weights))
    most = max(sum(rows[i][j] for i, j in enumerate(order)) for order in permutations(range(5)))
    assert sum(weights[i][j] for i, j in pairs) == most
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


def test_what_weighs_nothing_is_no_pair() -> None:
    assert best_pairs([[0.0, 0.0]]) == best_pairs([]) == best_pairs([[]]) == ()


def test_the_best_of_one_may_give_way_to_the_best_of_all() -> None:
    assert best_pairs([[0.9, 0.8], [0.8, 0.0]]) == ((0, 1), (1, 0))
