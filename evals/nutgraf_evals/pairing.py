"""Weights of every pair of two lists in, the pairs out that weigh most together, each member in at most one."""

from collections.abc import Sequence

Pair = tuple[int, int]


def best_pairs(weights: Sequence[Sequence[float]]) -> tuple[Pair, ...]:
    """The assignment with the greatest sum, without pairs that weigh nothing.

    `weights[i][j]` is that of the i-th of one list and the j-th of the other, 0 or more.
    The Hungarian method, by shortest augmenting paths: cubic in the longer list.
    """
    if not weights or not weights[0]:
        return ()
    size = max(len(weights), len(weights[0]))
    cost = [[0.0] * size for _ in range(size)]
    for i, row in enumerate(weights):
        for j, weight in enumerate(row):
            cost[i][j] = -weight
    matched = _matched(cost)
    pairs = ((i, j) for j, i in enumerate(matched) if i < len(weights) and j < len(weights[0]))
    return tuple(sorted((i, j) for i, j in pairs if weights[i][j] > 0))


def _matched(cost: Sequence[Sequence[float]]) -> list[int]:
    """The row of each column where the sum of a square table's costs is least."""
    size = len(cost)
    by_row, by_column = [0.0] * size, [0.0] * (size + 1)  # potentials
    matched = [-1] * (size + 1)  # the last column stands for the row that is to be placed
    for row in range(size):
        matched[size], at = row, size
        least, came_from, done = [float("inf")] * size, [size] * size, [False] * (size + 1)
        while matched[at] >= 0:
            done[at] = True
            here = matched[at]
            for j in range(size):
                reduced = cost[here][j] - by_row[here] - by_column[j]
                if not done[j] and reduced < least[j]:
                    least[j], came_from[j] = reduced, at
            near = min((j for j in range(size) if not done[j]), key=least.__getitem__)
            step = least[near]
            for j in range(size + 1):
                if done[j]:
                    by_row[matched[j]] += step
                    by_column[j] -= step
                elif j < size:
                    least[j] -= step
            at = near
        while at != size:
            matched[at] = matched[came_from[at]]
            at = came_from[at]
    return matched[:size]
