"""Both texts of a comparison as one, what went and what came in place: for reading and print."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.model import (
    Comparison,
    Cue,
    Footnote,
    Kind,
    Paragraph,
    Piece,
    Resolution,
    Row,
    Text,
    note_numbers,
    numbers,
)
from drafter.model.comparison import PieceOp

BREAK = "¶"
"""Stands before a line feed where a paragraph was split or two were merged."""
GAP = "\u2009"
"""A thin space that parts what went from what came where neither has a space there."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Code points [start, end) of a unified paragraph that went (-) or came (+)."""

    start: int
    end: int
    op: PieceOp


@dataclass(frozen=True)
class Unified:
    """One text out of two."""

    text: Resolution
    """A paragraph a row, in the order of the rows; numbers are those of the new text, of what was
    deleted those of the old. Ids are the row's first new one, or "-" and the old one."""
    stretches: dict[str, tuple[Stretch, ...]]
    """By id of the paragraph."""
    rows: dict[str, int]
    """Index of the row by id of the paragraph."""


def unified(comparison: Comparison) -> Unified:
    """The two texts as one, footnotes as paragraphs at the end, masthead left out."""
    old, new = comparison.old, comparison.new
    printed = numbers(old), numbers(new)
    notes = note_numbers(old), note_numbers(new)
    paragraphs: list[Paragraph] = []
    stretches: dict[str, tuple[Stretch, ...]] = {}
    rows: dict[str, int] = {}
    gone = {n.id: f"-{n.id}" for n in old.notes}
    for index, row in enumerate(comparison.rows):
        side = 1 if row.new else 0
        key = row.new[0] if row.new else row.old[0]
        source = new if side else old
        label: str | None
        if key in source.positions:
            was = source.paragraph(key)
            kind, label = was.kind, printed[side].get(key)
            level, section = was.level, was.section
        elif key in source.notes_by_id:
            kind, label, level, section = Kind.PLAIN, str(notes[side][key]), 0, "NOTES"
        else:
            continue
        name = key if side else f"-{key}"
        text, stretches[name] = _merged(comparison, row, gone)
        rows[name] = index
        kind = Kind.PLAIN if not side and kind is Kind.OPERATIVE else kind
        paragraphs.append(Paragraph(name, kind, text, level, section, label))
    kept = tuple(Footnote(gone[n.id], n.text) for n in old.notes)
    return Unified(Resolution(tuple(paragraphs), (*new.notes, *kept)), stretches, rows)


def _merged(
    comparison: Comparison, row: Row, gone: dict[str, str]
) -> tuple[Text, tuple[Stretch, ...]]:
    """The words of a row, old and new, and which are which."""
    old, new = _joined(comparison.old, row.old), _joined(comparison.new, row.new)
    old = replace(old, cues=tuple(Cue(c.at, gone.get(c.note or ""), c.typed) for c in old.cues))
    pieces = row.words
    if not row.old:
        pieces = (Piece("+", new.string),)
    elif not row.new:
        pieces = (Piece("-", old.string),)
    elif not pieces:
        pieces = (Piece("=", new.string),)
    text, found = Text(), list[Stretch]()
    a = b = 0
    for piece in pieces:
        size = len(piece.text)
        stretch = old.slice(a, a + size) if piece.op == "-" else new.slice(b, b + size)
        a += size if piece.op != "+" else 0
        b += size if piece.op != "-" else 0
        if piece.kind == "typography" and piece.op == "-":
            continue
        behind_gone = bool(found) and found[-1].op == "-" and found[-1].end == len(text)
        if (
            piece.op == "+"
            and behind_gone
            and not (text.string[-1:] + stretch.string[:1]).isspace()
        ):
            text = text + Text(GAP)
        start = len(text)
        text = text + _broken(stretch)
        if piece.op != "=" and piece.kind != "typography" and len(text) > start:
            found.append(Stretch(start, len(text), piece.op))
    return text, tuple(found)


def _broken(text: Text) -> Text:
    """The text with a sign before each line feed that is a paragraph's end."""
    at = text.string.find("\n")
    if at < 0:
        return text
    return text.slice(0, at) + Text(f"{BREAK}\n") + _broken(text.slice(at + 1, len(text)))


def _joined(text: Resolution, ids: tuple[str, ...]) -> Text:
    found = Text()
    for number, key in enumerate(ids):
        if key in text.positions or key in text.notes_by_id:
            found = found + (Text("\n") if number else Text()) + text.text_of(key)
    return found
