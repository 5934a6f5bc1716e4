"""Order: what kept its place, and so what moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

Pair = tuple[int, int]


def in_order(pairs: Sequence[Pair], weight: Callable[[Pair], int] | None = None) -> set[Pair]:
    """The largest set of pairs that keeps one order on both sides; of equals, the heaviest.

    What is left out is therefore the smallest set out of order (Fredman's increasing
    subsequence, weights breaking ties). No position is taken twice.
    """
    order = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    values = [j for _, j in order]
    longest = _longest(values)
    if weight is None or len(longest) == len(order):
        return {order[k] for k in longest}
    # Weights are a tie-break far below one whole pair.
    weights = list(map(weight, order))
    scale = sum(weights) + 1
    return {order[k] for k in _heaviest(values, [scale + w for w in weights])}


class Places:
    """Where paragraphs stand against pairs that keep one order."""

    def __init__(self, spine: Sequence[Pair]) -> None:
        """``spine``: pairs sorted by both sides."""
        self.lefts = [i for i, _ in spine]
        self.rights = [j for _, j in spine]

    def rank_old(self, i: int) -> int:
        """How many pairs of the spine stand before old paragraph ``i``."""
        return bisect_left(self.lefts, i)

    def rank_new(self, j: int) -> int:
        """How many pairs of the spine stand before new paragraph ``j``."""
        return bisect_left(self.rights, j)

    def off(self, i: int, j: int) -> int:
        """How many pairs of the spine lie between old paragraph ``i`` and new paragraph ``j``."""
        return abs(bisect_left(self.lefts, i) - bisect_left(self.rights, j))

    def apart(self, i: int, j: int) -> int:
        """The difference between their distances from the pair before them."""
        a, b = bisect_left(self.lefts, i), bisect_left(self.rights, j)
        start_i = self.lefts[a - 1] if a else -1
        start_j = self.rights[b - 1] if b else -1
        return abs((i - start_i) - (j - start_j))


def _longest(values: Sequence[int]) -> list[int]:
    """Positions of a longest increasing subsequence."""
    tails: list[int] = []
    at: list[int] = []
    back: list[int] = []
    for k, value in enumerate(values):
        place = bisect_left(tails, value)
        if place == len(tails):
            tails.append(value)
            at.append(k)
        else:
            tails[place] = value
            at[place] = k
        back.append(at[place - 1] if place else -1)
    found: list[int] = []
    k = at[-1] if at else -1
    while k >= 0:
        found.append(k)
        k = back[k]
    return found[::-1]


def _heaviest(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Positions of the increasing subsequence of the greatest weight (Fenwick tree of maxima)."""
    ranks = {value: r for r, value in enumerate(sorted(set(values)), 1)}
    size = len(ranks) + 1
    tree: list[tuple[int, int]] = [(0, -1)] * size
    back: list[int] = []
    best = (0, -1)
    for k, value in enumerate(values):
        rank = ranks[value]
        top = (0, -1)
        r = rank - 1
        while r:
            top = max(top, tree[r])
            r &= r - 1
        back.append(top[1])
        own = (top[0] + weights[k], k)
        best = max(best, own)
        r = rank
        while r < size:
            tree[r] = max(tree[r], own)
            r += r & -r
    found: list[int] = []
    k = best[1]
    while k >= 0:
        found.append(k)
        k = back[k]
    return found[::-1]
