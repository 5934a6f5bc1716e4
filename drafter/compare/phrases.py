"""From the bare differences between two rows of tokens to phrases a person reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from drafter.model.comparison import PieceClass
from drafter.text.tokens import tokenise

_LIGHT = frozenset(
    tokenise(
        "a an and as at by for from in into its it of on or that the their this those these to with"
        ".,;:()\"'"
    )
)
"""Tokens too common to hold a rewritten phrase apart."""
_LEADS = frozenset((",", "and", "or", ";"))
"""Tokens that an added or dropped phrase begins with rather than ends with."""
_WORDS = 2
"""Words that may go with the rewritten phrase around them …"""
_PART = 0.5
"""… and their length against the shorter of the two rewritten stretches beside them."""


class Block(NamedTuple):
    """A stretch that differs: tokens [i, i_end) on the one side, [j, j_end) on the other."""

    i: int
    i_end: int
    j: int
    j_end: int


def phrases(
    a: Sequence[str],
    b: Sequence[str],
    blocks: Sequence[Block],
    kind: Callable[[Block], PieceClass],
) -> list[tuple[Block, PieceClass]]:
    """The differences with short common stretches taken in, begun at a natural place.

    ``kind`` tells the class of a difference; one that has a class stays on its own.
    """
    slid: list[Block] = []
    for block in _whole(blocks):
        before = slid[-1] if slid else Block(0, 0, 0, 0)
        slid.append(_slid(a, b, block, min(block.i - before.i_end, block.j - before.j_end)))
    kept: list[tuple[Block, PieceClass]] = [(block, kind(block)) for block in _whole(slid)]
    while True:
        best: tuple[int, int, Block] | None = None
        for k in range(len(kept) - 1):
            if kept[k][1] or kept[k + 1][1]:
                continue
            joined = _joined(a, b, kept[k][0], kept[k + 1][0])
            if joined and (best is None or joined[0] < best[0]):
                best = (joined[0], k, joined[1])
        if best is None:
            return kept
        kept[best[1] : best[1] + 2] = [(best[2], "")]


def _whole(blocks: Sequence[Block]) -> list[Block]:
    """Differences that touch, as one."""
    found: list[Block] = []
    for block in blocks:
        if found and found[-1].i_end == block.i and found[-1].j_end == block.j:
            last = found.pop()
            block = Block(last.i, block.i_end, last.j, block.j_end)
        found.append(block)
    return found


def _slid(a: Sequence[str], b: Sequence[str], block: Block, room: int) -> Block:
    """An added or dropped stretch that could as well stand up to ``room`` tokens earlier, put
    where it begins with a comma or "and"."""
    i, i_end, j, j_end = block
    if i < i_end and j < j_end:
        return block
    row, start, end = (a, i, i_end) if i < i_end else (b, j, j_end)
    shift = 0
    while row[start - shift] not in _LEADS:
        shift += 1
        if shift > room or row[start - shift] != row[end - shift]:
            return block
    return Block(i - shift, i_end - shift, j - shift, j_end - shift)


def _joined(
    a: Sequence[str], b: Sequence[str], first: Block, second: Block
) -> tuple[int, Block] | None:
    """Two differences as one, and the length of what stood between, if they should be one."""
    between = a[first.i_end : second.i]
    size = _size(between)
    shifted = _shifted(a, b, first, second, between, size)
    if shifted:
        return size, shifted
    both = [x.i < x.i_end and x.j < x.j_end for x in (first, second)]
    if not any(both):
        return None
    heavy = sum(word not in _LIGHT for word in between)
    sizes = [_length(a, b, first), _length(a, b, second)]
    if heavy:
        fits = all(both) and heavy <= _WORDS and size <= _PART * min(sizes)
    else:
        fits = len(between) <= 3 and min(sizes) > 1
    return (size, Block(first.i, second.i_end, first.j, second.j_end)) if fits else None


def _shifted(
    a: Sequence[str],
    b: Sequence[str],
    first: Block,
    second: Block,
    between: Sequence[str],
    size: int,
) -> Block | None:
    """The two as one where an added or dropped stretch repeats what stands between them."""
    length = len(between)
    i0, i1, j0, j1 = first
    i2, i3, j2, j3 = second
    if (i2 == i3) != (j2 == j3) and size <= _PART * _length(a, b, second):
        if b[j3 - length : j3] == between and j3 - j2 >= length:
            return Block(i0, i1, j0, j3 - length)
        if a[i3 - length : i3] == between and i3 - i2 >= length:
            return Block(i0, i3 - length, j0, j1)
    if (i0 == i1) != (j0 == j1) and size <= _PART * _length(a, b, first):
        if b[j0 : j0 + length] == between and j1 - j0 >= length:
            return Block(i2, i3, j0 + length, j3)
        if a[i0 : i0 + length] == between and i1 - i0 >= length:
            return Block(i0 + length, i3, j2, j3)
    return None


def _size(words: Sequence[str]) -> int:
    return sum(map(len, words))


def _length(a: Sequence[str], b: Sequence[str], block: Block) -> int:
    """Characters of the longer side."""
    return max(_size(a[block.i : block.i_end]), _size(b[block.j : block.j_end]))
