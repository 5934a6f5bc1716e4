"""Which words of each paragraph went or came, as ranges of code points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from drafter.model import Comparison, Piece, Resolution, Row, Text
from drafter.model.comparison import PieceClass

MarkKind = PieceClass | Literal["cue", "italics"]
SMALL = frozenset(("chain", "ending", "number"))
"""Kinds of what only follows from order."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a paragraph that the other text has not, a cue that it has not, or words that only
    differ in italics."""

    start: int
    end: int
    kind: MarkKind = ""
    """chain, ending or number where it only follows from order, cue, italics; else ""."""
    cue: int = 0
    """Of a cue: how many stand before it at the same offset."""


Marks = dict[str, tuple[Mark, ...]]
"""By id of the paragraph."""


def row_marks(comparison: Comparison, row: Row) -> tuple[Marks, Marks]:
    """The marks of a row in the old and in the new text; none where all of it came or went."""
    if not row.old or not row.new or not (row.change != "same" or row.notes or row.formatting):
        return {}, {}
    from drafter.compare.marks import cue_changes, emphasis_changes

    old, new = comparison.old, comparison.new
    before, after = [old.text_of(i) for i in row.old], [new.text_of(j) for j in row.new]
    gone, come = _changed(row, "-"), _changed(row, "+")
    if row.formatting:
        here, there = emphasis_changes(before, after, row.words or (Piece("=", _joined(before)),))
        gone = sorted([*gone, *((a, b, "italics") for a, b in here)])
        come = sorted([*come, *((a, b, "italics") for a, b in there)])
    left, right = _marks(old, row.old, gone), _marks(new, row.new, come)
    if row.notes:
        cues = cue_changes(before, after, comparison.mates)
        left = _with_cues(left, row.old, before, cues[0])
        right = _with_cues(right, row.new, after, cues[1])
    return left, right


def _joined(texts: Sequence[Text]) -> str:
    return "\n".join(text.string for text in texts)


def _with_cues(
    marks: Marks, ids: tuple[str, ...], texts: Sequence[Text], cues: Sequence[tuple[int, int]]
) -> Marks:
    found = dict(marks)
    for t, k in cues:
        at = texts[t].cues[k].at
        before = sum(cue.at == at for cue in texts[t].cues[:k])
        found[ids[t]] = (*found.get(ids[t], ()), Mark(at, at, "cue", before))
    return found


def _changed(row: Row, op: Literal["-", "+"]) -> list[tuple[int, int, MarkKind]]:
    """The stretches that went or came, in the paragraphs joined by a line feed."""
    found: list[tuple[int, int, MarkKind]] = []
    at = 0
    for piece in row.words if row.change != "same" else ():
        if piece.op in ("=", op):
            if piece.op == op and piece.text and piece.kind != "typography":
                found.append((at, at + len(piece.text), piece.kind))
            at += len(piece.text)
    return found


def _marks(
    text: Resolution, ids: tuple[str, ...], changed: Sequence[tuple[int, int, MarkKind]]
) -> Marks:
    """Cut the changed stretches at the ends of paragraphs; a line feed joins two of them."""
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
        if mark.kind == "cue":
            if not start < mark.start < end:
                move = added - removed if mark.start >= end and mark.start > start else 0
                found.append(replace(mark, start=mark.start + move, end=mark.end + move))
            continue
        for a, b in ((mark.start, min(mark.end, start)), (max(mark.start, end), mark.end)):
            if a < b:
                move = added - removed if a >= end else 0
                found.append(Mark(a + move, b + move, mark.kind))
    if added:
        found.append(Mark(start, start + added))
    found.sort(key=lambda mark: mark.start)
    joined: list[Mark] = []
    for mark in found:
        touch = bool(joined) and joined[-1].end == mark.start and joined[-1].kind == mark.kind
        if touch and mark.kind != "cue":
            joined[-1] = Mark(joined[-1].start, mark.end, mark.kind)
        else:
            joined.append(mark)
    return tuple(joined)
