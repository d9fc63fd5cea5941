"""Weights of every pair of two lists in, the pairs out that weigh most together, each member in at most one."""

from collections.abc import Sequence

import networkx

Pair = tuple[int, int]

_STEPS = 1_000_000
"""Weights are compared as whole numbers, so that no rounding decides."""


def best_pairs(weights: Sequence[Sequence[float]], floor: float = 1 / _STEPS) -> tuple[Pair, ...]:
    """The assignment with the greatest sum, without pairs that weigh less than `floor`.

    `weights[i][j]` is that of the i-th of one list and the j-th of the other, 0 or more.
    """
    graph = networkx.Graph()
    for row, values in enumerate(weights):
        for column, value in enumerate(values):
            if value >= floor:
                graph.add_edge(row, ~column, weight=round(value * _STEPS))
    pairs = (sorted(pair) for pair in networkx.max_weight_matching(graph))
    return tuple(sorted((row, ~column) for column, row in pairs))
