"""The paragraphs of both texts as one sequence of steps that can be walked and scrolled.

Every paragraph of either text is in exactly one step, in the order of its own text. A step holds
what stands level on both sides; what was moved has a step of its own at either place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.model import Comparison, Resolution, Row

Blocks = tuple[int, int]
"""Positions of paragraphs, half-open."""


@dataclass(frozen=True, slots=True)
class Step:
    """What stands level; one of the two sides may be empty, at the place it would have."""

    row: int
    """Index in ``Comparison.rows``; -1 where no row is known."""
    old: Blocks
    new: Blocks


def steps(
    comparison: Comparison, rows: tuple[dict[str, int], dict[str, int]] | None = None
) -> tuple[Step, ...]:
    """The steps of a comparison, in the order of both texts; ``rows`` are its ``row_numbers``,
    where they are known."""
    sizes = len(comparison.old.paragraphs), len(comparison.new.paragraphs)
    found: list[Step] = []
    i = j = 0
    rows = rows or row_numbers(comparison)
    for anchor in (*_anchors(comparison), Step(-1, (sizes[0], sizes[0]), (sizes[1], sizes[1]))):
        for at in range(i, anchor.old[0]):
            row = rows[0].get(comparison.old.paragraphs[at].id, -1)
            found.append(Step(row, (at, at + 1), (j, j)))
        for at in range(j, anchor.new[0]):
            row = rows[1].get(comparison.new.paragraphs[at].id, -1)
            found.append(Step(row, (anchor.old[0], anchor.old[0]), (at, at + 1)))
        if anchor.row >= 0:
            found.append(anchor)
        i, j = anchor.old[1], anchor.new[1]
    return tuple(found)


def row_numbers(comparison: Comparison) -> tuple[dict[str, int], dict[str, int]]:
    """Index of the row of each thing, by id, for the old and the new text."""
    old: dict[str, int] = {}
    new: dict[str, int] = {}
    for number, row in enumerate(comparison.rows):
        old.update(dict.fromkeys(row.old, number))
        new.update(dict.fromkeys(row.new, number))
    return old, new


def carried(comparison: Comparison, draft: Resolution) -> Comparison:
    """A comparison made to fit another draft for the while: rows without what is gone, and new
    rows for paragraphs that no row knows."""
    rows: list[Row] = []
    known: set[str] = set()
    for row in comparison.rows:
        kept = tuple(
            key
            for key in row.new
            if key in draft.positions or key in draft.notes_by_id or key.startswith("masthead.")
        )
        known.update(kept)
        if kept == row.new:
            rows.append(row)
        elif kept:
            rows.append(replace(row, new=kept))
        elif row.old:
            rows.append(Row(row.old, (), "deleted"))
    rows += [Row((), (p.id,), "inserted") for p in draft.paragraphs if p.id not in known]
    return Comparison(comparison.old, draft, tuple(rows))


def runs(positions: Sequence[int]) -> list[Blocks]:
    """Positions in order as runs of neighbours: 3, 4, 7 -> (3, 5), (7, 8)."""
    found: list[Blocks] = []
    for at in sorted(positions):
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _anchors(comparison: Comparison) -> list[Step]:
    """The rows that stand level, in an order that is that of both texts."""
    candidates: list[Step] = []
    before, after = comparison.old.positions, comparison.new.positions
    for number, row in enumerate(comparison.rows):
        if row.moved or not row.old or not row.new:
            continue
        if len(row.old) == len(row.new) == 1:
            i, j = before.get(row.old[0]), after.get(row.new[0])
            if i is not None and j is not None:
                candidates.append(Step(number, (i, i + 1), (j, j + 1)))
            continue
        old = runs([p for key in row.old if (p := before.get(key)) is not None])
        new = runs([p for key in row.new if (p := after.get(key)) is not None])
        if old and new:
            # Of a split or merge whose parts lie apart, the longest run stands level.
            longest = (max(old, key=lambda b: b[1] - b[0]), max(new, key=lambda b: b[1] - b[0]))
            candidates.append(Step(number, *longest))
    candidates.sort(key=lambda step: step.new)
    return _in_order(candidates)


def _in_order(found: list[Step]) -> list[Step]:
    """The longest part of steps, sorted by the new text, whose old sides rise too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for i, step in enumerate(found):
        at = bisect_left(ends, step.old[0])
        before.append(last[at - 1] if at else -1)
        if at == len(ends):
            ends.append(step.old[0])
            last.append(i)
        else:
            ends[at], last[at] = step.old[0], i
    kept: list[Step] = []
    i = last[-1] if last else -1
    while i >= 0:
        kept.append(found[i])
        i = before[i]
    kept.reverse()
    safe: list[Step] = []
    for step in kept:
        if not safe or (step.old[0] >= safe[-1].old[1] and step.new[0] >= safe[-1].new[1]):
            safe.append(step)
    return safe
