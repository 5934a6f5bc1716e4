"""Which words of each paragraph went or came, as ranges of code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from drafter.model import Comparison, Resolution, Row
from drafter.model.comparison import PieceClass


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a paragraph that the other text has not."""

    start: int
    end: int
    kind: PieceClass = ""
    """chain, ending or number where it only follows from order; else ""."""


Marks = dict[str, tuple[Mark, ...]]
"""By id of the paragraph."""


def row_marks(comparison: Comparison, row: Row) -> tuple[Marks, Marks]:
    """The marks of a row in the old and in the new text; none where all of it came or went."""
    if not row.old or not row.new or row.change == "same":
        return {}, {}
    return _marks(comparison.old, row.old, row, "-"), _marks(comparison.new, row.new, row, "+")


def _marks(text: Resolution, ids: tuple[str, ...], row: Row, op: Literal["-", "+"]) -> Marks:
    """Cut the changed stretches at the ends of paragraphs; a line feed joins two of them."""
    changed: list[tuple[int, int, PieceClass]] = []
    at = 0
    for piece in row.words:
        if piece.op in ("=", op):
            if piece.op == op and piece.text and piece.kind != "typography":
                changed.append((at, at + len(piece.text), piece.kind))
            at += len(piece.text)
    found: Marks = {}
    start = 0
    for key in ids:
        size = len(text.text_of(key)) if key in text.positions or key in text.notes_by_id else 0
        own = [
            Mark(max(a - start, 0), min(b - start, size), kind)
            for a, b, kind in changed
            if a < start + size and b > start
        ]
        if own:
            found[key] = tuple(own)
        start += size + 1
    return found


class Range(Protocol):
    """Code points [start, end) of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def trimmed(string: str, mark: Range) -> tuple[int, int]:
    """The range of a mark in a text without the white space at its ends; only white space stays as
    it is."""
    words = string[mark.start : mark.end]
    if not words.strip():
        return mark.start, mark.end
    start = mark.start + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def typed(marks: tuple[Mark, ...], start: int, removed: int, added: int) -> tuple[Mark, ...]:
    """The marks of a text after ``removed`` code points at ``start`` gave way to ``added`` new
    ones: carried along, and what was typed is marked too."""
    end = start + removed
    found: list[Mark] = []
    for mark in marks:
        for a, b in ((mark.start, min(mark.end, start)), (max(mark.start, end), mark.end)):
            if a < b:
                move = added - removed if a >= end else 0
                found.append(Mark(a + move, b + move, mark.kind))
    if added:
        found.append(Mark(start, start + added))
    found.sort(key=lambda mark: mark.start)
    joined: list[Mark] = []
    for mark in found:
        if joined and joined[-1].end == mark.start and joined[-1].kind == mark.kind:
            joined[-1] = Mark(joined[-1].start, mark.end, mark.kind)
        else:
            joined.append(mark)
    return tuple(joined)
