"""The best way to pair two sides: the pairs whose scores have the greatest sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]
_LARGE = 1_500_000
"""Rows × rows × columns above which a knot is cut before it is solved."""


def assign(scores: Mapping[Pair, int]) -> dict[int, int]:
    """The partner of each left one, each used once, so that the sum of scores is the greatest.

    Scores are positive whole numbers. Pairs that no other choice can beat are fixed first; the
    knots that stay are solved one by one, exactly (Hungarian method).
    """
    chosen: dict[int, int] = {}
    edges = {pair: score for pair, score in scores.items() if score > 0}
    while edges:
        sure = _unbeaten(edges)
        if not sure:
            break
        chosen.update(sure)
        right = set(sure.values())
        edges = {p: s for p, s in edges.items() if p[0] not in sure and p[1] not in right}
    for knot in _knots(edges):
        chosen.update(_solve(knot))
    return chosen


def _unbeaten(edges: Mapping[Pair, int]) -> dict[int, int]:
    """Pairs worth at least as much as the best others of both their ends together."""
    first: dict[tuple[str, int], int] = defaultdict(int)
    second: dict[tuple[str, int], int] = defaultdict(int)
    for (i, j), score in edges.items():
        for key in (("l", i), ("r", j)):
            if score > first[key]:
                first[key], second[key] = score, first[key]
            elif score > second[key]:
                second[key] = score
    sure: dict[int, int] = {}
    taken: set[int] = set()
    for (i, j), score in edges.items():
        left, right = ("l", i), ("r", j)
        if score < first[left] or score < first[right] or i in sure or j in taken:
            continue
        if score >= second[left] + second[right]:
            sure[i] = j
            taken.add(j)
    return sure


def _knots(edges: Mapping[Pair, int]) -> Iterable[dict[Pair, int]]:
    by_left: dict[int, list[int]] = defaultdict(list)
    by_right: dict[int, list[int]] = defaultdict(list)
    for i, j in edges:
        by_left[i].append(j)
        by_right[j].append(i)
    seen: set[int] = set()
    for start in by_left:
        if start in seen:
            continue
        lefts, stack = {start}, [start]
        while stack:
            for j in by_left[stack.pop()]:
                for i in by_right[j]:
                    if i not in lefts:
                        lefts.add(i)
                        stack.append(i)
        seen |= lefts
        yield {(i, j): edges[i, j] for i in sorted(lefts) for j in by_left[i]}


def _solve(knot: Mapping[Pair, int]) -> dict[int, int]:
    lefts = sorted({i for i, _ in knot})
    rights = sorted({j for _, j in knot})
    short, long = sorted((len(lefts), len(rights)))
    if short * short * long > _LARGE:
        return _cut(knot)
    if len(lefts) > len(rights):
        turned = _hungarian(rights, lefts, {(j, i): s for (i, j), s in knot.items()})
        return {i: j for j, i in turned.items()}
    return _hungarian(lefts, rights, knot)


def _cut(knot: Mapping[Pair, int]) -> dict[int, int]:
    """A knot too large to solve at once: the best pair first, and so on."""
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(knot, key=lambda pair: (-knot[pair], abs(pair[0] - pair[1]), pair)):
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return chosen


def _hungarian(rows: list[int], columns: list[int], scores: Mapping[Pair, int]) -> dict[int, int]:
    """Rows, at most as many as columns, paired for the greatest sum (with potentials, n²·m)."""
    n, m = len(rows), len(columns)
    cost = [[-scores.get((i, j), 0) for j in columns] for i in rows]
    infinite = 1 << 60
    u, v = [0] * (n + 1), [0] * (m + 1)
    match, way = [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0] = i
        j0 = 0
        least = [infinite] * (m + 1)
        used = [False] * (m + 1)
        while True:
            used[j0] = True
            i0, delta, j1 = match[j0], infinite, 0
            row, ui = cost[i0 - 1], u[i0]
            for j in range(1, m + 1):
                if used[j]:
                    continue
                reduced = row[j - 1] - ui - v[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, j0
                if least[j] < delta:
                    delta, j1 = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            j0 = j1
            if match[j0] == 0:
                break
        while j0:
            match[j0] = match[way[j0]]
            j0 = way[j0]
    return {
        rows[match[j] - 1]: columns[j - 1]
        for j in range(1, m + 1)
        if match[j] and (rows[match[j] - 1], columns[j - 1]) in scores
    }
