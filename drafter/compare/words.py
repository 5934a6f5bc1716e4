"""Which words stayed, went and came between two texts.

Differences are found between tokens, which are never cut. Short stretches that stayed inside a
rewritten phrase go with the phrase, so that a reader sees phrases replaced, not confetti.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from rapidfuzz.distance import LCSseq

from drafter.compare.phrases import Block, phrases
from drafter.model import Piece
from drafter.model.comparison import PieceClass
from drafter.text.tokens import tokenise
from drafter.un.openings import OpeningKind, opening

_CHAIN = frozenset(("also", "further"))
_ENDING = re.compile(r"(?:[.,;:](?:\s+(?:and|or))?)?\s*\Z")
_ENDING_LENGTH = len(";  and")
_KINDS: tuple[OpeningKind, ...] = ("preambular", "operative")
_OPENING = 20
"""Characters within which also/further follow from order where the opening is not known."""

_TYPOGRAPHY = str.maketrans(
    "\u00a0\u202f\u2009\u2010\u2011‘’“”", "   --''\"\"", "\u00ad\u200b\u200e\u200f\u2060\ufeff"
)
"""Kinds of spaces, hyphens and quotes, and signs that are not seen: no difference in words."""

Change = tuple[str, str, PieceClass]
"""What went and what came in one place; the same string twice is what stayed."""


@lru_cache(maxsize=1 << 13)
def words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of the difference; swapping the two gives the same with - and + swapped."""
    if old == new:
        return (Piece("=", old),) if old else ()
    if not old or not new:
        return (Piece("-", old),) if old else (Piece("+", new),)
    if old > new:
        return _pieces((a, b, kind) for b, a, kind in _changes(new, old))
    return _pieces(_changes(old, new))


def _pieces(changes: Iterable[Change]) -> tuple[Piece, ...]:
    """The changes as pieces; neighbours of one class are one."""
    joined: list[Change] = []
    for old, new, kind in changes:
        if not old and not new:
            continue
        same = old == new
        if joined:
            gone, come, class_ = joined[-1]
            if same == (gone == come) and (same or kind == class_):
                joined[-1] = (gone + old, come + new, kind)
                continue
        joined.append((old, new, kind))
    found: list[Piece] = []
    for old, new, kind in joined:
        if old == new:
            found.append(Piece("=", old))
            continue
        if old:
            found.append(Piece("-", old, kind))
        if new:
            found.append(Piece("+", new, kind))
    return tuple(found)


def _changes(old: str, new: str) -> list[Change]:
    """All changes in order; what went joined is the old text, what came the new."""
    tail_old, tail_new = _tail(old), _tail(new)
    end: list[Change] = []
    if tail_old != tail_new:
        end = [(tail_old, tail_new, "typography" if _alike(tail_old, tail_new) else "ending")]
        old, new = old[: len(old) - len(tail_old)], new[: len(new) - len(tail_new)]
    a, b = _Cores.of(old), _Cores.of(new)
    blocks = [
        Block(code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in LCSseq.opcodes(a.keys, b.keys)
        if code.tag != "equal"
    ]
    found: list[Change] = []
    i = j = 0

    def kind(block: Block) -> PieceClass:
        return "chain" if _chain(a, b, block) else ""

    last = Block(-1, -1, -1, -1)
    for last, name in phrases(a.keys, b.keys, blocks, kind):
        _same(found, a, i, last.i, b, j, last.j)
        _differ(found, a, b, last, name)
        i, j = last.i_end, last.j_end
    _same(found, a, i, len(a.cores), b, j, len(b.cores))
    if (last.i_end, last.j_end) != (len(a.cores), len(b.cores)):
        found.append(_space(a.gap(len(a.cores)), b.gap(len(b.cores))))
    return found + end


def _alike(old: str, new: str) -> bool:
    """Whether two strings differ in typography alone."""
    return " ".join(old.translate(_TYPOGRAPHY).split()) == " ".join(
        new.translate(_TYPOGRAPHY).split()
    )


def _space(old: str, new: str) -> Change:
    """What stands between words on both sides: of another kind, or a space or line that came."""
    a, b = old.translate(_TYPOGRAPHY), new.translate(_TYPOGRAPHY)
    alike = bool(a) == bool(b) and a.count("\n") == b.count("\n")
    return (old, new, "typography" if alike else "")


def _key(token: str) -> str:
    """A token without regard to kinds of spaces, hyphens and quotes: what it is compared by."""
    return token if token.isascii() else token.translate(_TYPOGRAPHY)


def _tail(string: str) -> str:
    match = _ENDING.search(string, max(0, len(string.rstrip()) - _ENDING_LENGTH))
    return match[0] if match else ""


class _Cores:
    """A text as its tokens that can be seen, and the white space between them."""

    __slots__ = ("cores", "ends", "keys", "starts", "string")

    def __init__(self, string: str) -> None:
        tokens = tokenise(string)
        ends = list(accumulate(map(len, tokens)))
        seen = [k for k, token in enumerate(tokens) if _key(token).strip()]
        self.string = string
        self.cores = [tokens[k] for k in seen]
        self.ends = [ends[k] for k in seen]
        self.starts = [ends[k] - len(tokens[k]) for k in seen]
        self.keys = self.cores if string.isascii() else list(map(_key, self.cores))

    @staticmethod
    @lru_cache(maxsize=1 << 13)
    def of(string: str) -> _Cores:
        return _Cores(string)

    def gap(self, k: int) -> str:
        """The white space before core ``k``, or at the end."""
        start = self.ends[k - 1] if k else 0
        return self.string[start : self.starts[k] if k < len(self.starts) else len(self.string)]

    def span(self, start: int, end: int) -> str:
        """From core ``start`` to the end of core ``end - 1``."""
        return self.string[self.starts[start] : self.ends[end - 1]] if end > start else ""


def _same(
    found: list[Change], a: _Cores, i: int, i_end: int, b: _Cores, j: int, j_end: int
) -> None:
    """Cores that stayed: between two differences, or before the first (``i`` is 0)."""
    if i == i_end:
        return
    if i == j == 0:
        found.append(_space(a.gap(0), b.gap(0)))
    left, right = a.span(i, i_end), b.span(j, j_end)
    if left == right:
        found.append((left, right, ""))
        return
    for k in range(i_end - i):
        if k:
            found.append(_space(a.gap(i + k), b.gap(j + k)))
        found.append((a.cores[i + k], b.cores[j + k], "typography"))


def _differ(found: list[Change], a: _Cores, b: _Cores, block: Block, kind: PieceClass) -> None:
    """Cores that differ, with the white space on both sides; what is alike of it stays."""
    i, i_end, j, j_end = block
    heads = a.gap(i), b.gap(j)
    tails = (a.gap(i_end), b.gap(j_end))
    bodies = a.span(i, i_end), b.span(j, j_end)
    lone = (i == i_end, j == j_end)
    if heads[0] == heads[1]:
        found.append((heads[0], heads[0], ""))
        heads = ("", "")
        tails = ("" if lone[0] else tails[0], "" if lone[1] else tails[1])
    elif lone[0] or lone[1]:
        heads = ("" if lone[0] else heads[0], "" if lone[1] else heads[1])
    after = ""
    if tails[0] == tails[1]:
        after, tails = tails[0], ("", "")
    found.append((heads[0] + bodies[0] + tails[0], heads[1] + bodies[1] + tails[1], kind))
    found.append((after, after, ""))


def _chain(a: _Cores, b: _Cores, block: Block) -> bool:
    """Whether a difference is only an also/further in the opening words."""
    here = a.cores[block.i : block.i_end]
    there = b.cores[block.j : block.j_end]
    bare = [_bare(here), _bare(there)]
    if bare[0] != bare[1] or (len(bare[0]) == len(here) and len(bare[1]) == len(there)):
        return False
    return _opens(a, block.i) or _opens(b, block.j)


def _opens(text: _Cores, core: int) -> bool:
    """Whether a core stands in the opening words of its paragraph."""
    if core >= len(text.starts):
        return False
    at = text.starts[core]
    start = text.string.rfind("\n", 0, at) + 1
    line = text.string[start:]
    ends = [span[1] for kind in _KINDS if (span := opening(line, kind))]
    return at - start < max(ends, default=_OPENING)


def _bare(cores: Sequence[str]) -> list[str]:
    return [low for core in cores if (low := core.casefold()) not in _CHAIN]
