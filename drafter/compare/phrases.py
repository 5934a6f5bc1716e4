"""From the bare differences between two rows of tokens to phrases a person reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from drafter.model.comparison import PieceClass
from drafter.text.tokens import tokenise

_LIGHT = frozenset(
    tokenise(
        "a also an and as at by for from further in into its it of on or that the their this those "
        "these to with"
        ".,;:()\"'"
    )
)
"""Tokens too common to hold a rewritten phrase apart."""
_STOPS = frozenset((",", ";"))
_LEADS = _STOPS | {"and", "or"}
"""Tokens that an added or dropped phrase begins with rather than ends with."""
_TIES = _LEADS | {"to", "(", "“", '"'}
"""Tokens that what follows them is not parted from."""
_WORDS = 2
"""Words that may go with the rewritten phrase around them …"""
_REACH = 3
"""Differences over which a word that went may have come again …"""
_TURNED = 160
"""… and characters of a phrase that was turned."""
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
    while best := min(_joins(a, b, kept), default=None):
        _, k, last, joined = best
        kept[k : last + 1] = [(joined, "")]
    return kept


def _joins(
    a: Sequence[str], b: Sequence[str], kept: Sequence[tuple[Block, PieceClass]]
) -> Iterator[tuple[int, int, int, Block]]:
    """Differences that should be one: length of what stands between, first, last, the one."""
    for k in range(len(kept) - 1):
        if kept[k][1]:
            continue
        first = kept[k][0]
        for last in range(k + 1, min(len(kept), k + 1 + _REACH)):
            second, class_ = kept[last]
            if class_:
                break
            joined = _joined(a, b, first, second) if last == k + 1 else None
            if joined:
                yield joined[0], k, last, joined[1]
            if _heavy(a[kept[last - 1][0].i_end : second.i]) > _WORDS:
                break
            if not joined and _again(a, b, first, second):
                size = _size(a[first.i_end : second.i])
                whole = Block(first.i, second.i_end, first.j, second.j_end)
                if _length(a, b, whole) <= _TURNED:
                    yield size, k, last, _trimmed(a, b, whole)


def _trimmed(a: Sequence[str], b: Sequence[str], block: Block) -> Block:
    """The stretch without what both sides begin and end with."""
    i, i_end, j, j_end = block
    while i < i_end and j < j_end and a[i] == b[j]:
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and a[i_end - 1] == b[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
    return Block(i, i_end, j, j_end)


def _again(a: Sequence[str], b: Sequence[str], first: Block, second: Block) -> bool:
    """Whether words went in one of two places and came in the other, so that a phrase was turned;
    words shorter than a third of what stands between say nothing."""
    again: set[str] = set()
    for x, y in ((first, second), (second, first)):
        again.update(set(a[x.i : x.i_end]).intersection(b[y.j : y.j_end]))
    return 3 * sum(map(len, again - _LIGHT)) >= _size(a[first.i_end : second.i])


def _heavy(words: Sequence[str]) -> int:
    return sum(word not in _LIGHT for word in words)


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
    where it begins with a comma or "and", or at least does not end with "in" or "the"."""
    i, i_end, j, j_end = block
    if i < i_end and j < j_end:
        return block
    row, start, end = (a, i, i_end) if i < i_end else (b, j, j_end)
    free = 0
    while free < room and row[start - free - 1] == row[end - free - 1]:
        free += 1
    lead = next((k for k in range(free + 1) if row[start - k] in _LEADS), None)
    if lead is None:
        loose = row[end - 1] in _LIGHT - _TIES and row[end - 2] not in _TIES
        lead = 1 if free and loose else 0
    elif lead < free and row[start - lead] not in _STOPS and row[start - lead - 1] in _STOPS:
        lead += 1
    return Block(i - lead, i_end - lead, j - lead, j_end - lead)


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
    heavy = _heavy(between)
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
