"""Both texts of a comparison as one, what went and what came in place: for reading and print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from drafter.compare.marks import cue_changes
from drafter.model import (
    Comparison,
    Cue,
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


@dataclass(frozen=True, slots=True)
class CueMark:
    """A cue that came, or went, in words that stayed."""

    at: int
    """Offset in code points."""
    before: int
    """How many cues at that offset stand before it."""
    came: bool


@dataclass(frozen=True)
class Unified:
    """One text out of two. Cues of the old text keep the number they had and call no note."""

    text: Resolution
    """A paragraph a row, in the order of the rows; numbers are those of the new text, of what was
    deleted those of the old. Ids are the row's first new one, or "-" and the old one."""
    stretches: dict[str, tuple[Stretch, ...]]
    """By id of the paragraph."""
    cues: dict[str, tuple[CueMark, ...]]
    """By id of the paragraph, where there are any."""
    rows: dict[str, int]
    """Index of the row by id of the paragraph."""


def unified(comparison: Comparison) -> Unified:
    """The two texts as one, footnotes as paragraphs at the end, masthead left out."""
    old, new = comparison.old, comparison.new
    printed = numbers(old), numbers(new)
    notes = note_numbers(old), note_numbers(new)
    paragraphs: list[Paragraph] = []
    stretches: dict[str, tuple[Stretch, ...]] = {}
    cues: dict[str, tuple[CueMark, ...]] = {}
    rows: dict[str, int] = {}
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
        text, stretches[name], marks = _merged(comparison, row, notes[0])
        if marks:
            cues[name] = marks
        rows[name] = index
        kind = Kind.PLAIN if not side and kind is Kind.OPERATIVE else kind
        paragraphs.append(Paragraph(name, kind, text, level, section, label))
    return Unified(Resolution(tuple(paragraphs), new.notes), stretches, cues, rows)


def _merged(
    comparison: Comparison, row: Row, numbers_of_old: Mapping[str, int]
) -> tuple[Text, tuple[Stretch, ...], tuple[CueMark, ...]]:
    """The words of a row, old and new, which are which, and the cues that changed between them."""
    old, new = _joined(comparison.old, row.old), _joined(comparison.new, row.new)
    gone, come = _changed_cues(comparison, row)
    old = replace(old, cues=tuple(_as_printed(cue, numbers_of_old) for cue in old.cues))
    pieces = row.words
    if not row.old:
        pieces = (Piece("+", new.string),)
    elif not row.new:
        pieces = (Piece("-", old.string),)
    elif not pieces:
        pieces = (Piece("=", new.string),)
    text, found = Text(), list[Stretch]()
    came: list[bool | None] = []
    """Of each cue of ``text``: whether it came (True) or went where the words stayed."""
    a = b = 0
    for piece in pieces:
        size = len(piece.text)
        stretch = old.slice(a, a + size) if piece.op == "-" else new.slice(b, b + size)
        here: list[tuple[Cue, bool | None]] = [(cue, None) for cue in stretch.cues]
        if piece.op == "=" and (gone or come):
            kept = [(new.cues[k], k in come) for k in _within(new, b, b + size)]
            lost = [old.cues[k] for k in _within(old, a, a + size) if k in gone]
            here = [(replace(c, at=c.at - b), True if is_new else None) for c, is_new in kept]
            here += [(replace(c, at=c.at - a), False) for c in lost]
            here.sort(key=lambda one: one[0].at)
            stretch = replace(stretch, cues=tuple(cue for cue, _ in here))
        a += size if piece.op != "+" else 0
        b += size if piece.op != "-" else 0
        if piece.kind == "typography" and piece.op == "-":
            continue
        came += [how for _, how in here]
        if piece.op == "+" and found and found[-1].op == "-" and found[-1].end == len(text):
            parted = text.string[-1:].isspace() or stretch.string[:1].isspace()
            text = text if parted else text + Text(GAP)
        start = len(text)
        text = text + _broken(stretch)
        if piece.op != "=" and piece.kind != "typography" and len(text) > start:
            found.append(Stretch(start, len(text), piece.op))
    marks = tuple(
        CueMark(cue.at, sum(other.at == cue.at for other in text.cues[:k]), how)
        for k, (cue, how) in enumerate(zip(text.cues, came, strict=True))
        if how is not None
    )
    return text, tuple(found), marks


def _changed_cues(comparison: Comparison, row: Row) -> tuple[set[int], set[int]]:
    """Which cues of the joined old texts went, and which of the new ones came."""
    if not row.notes:
        return set(), set()
    texts = (
        [comparison.old.text_of(key) for key in row.old],
        [comparison.new.text_of(key) for key in row.new],
    )
    gone, come = (
        {sum(len(text.cues) for text in side[:t]) + k for t, k in changed}
        for side, changed in zip(texts, cue_changes(*texts, comparison.mates), strict=True)
    )
    return gone, come


def _within(text: Text, start: int, end: int) -> list[int]:
    """The cues that ``Text.slice`` takes along, as positions among those of the text."""
    return [k for k, cue in enumerate(text.cues) if start < cue.at <= end or cue.at == start == 0]


def _as_printed(cue: Cue, numbers_of_old: Mapping[str, int]) -> Cue:
    """A cue of the old text beside those of the new one."""
    if cue.note is None or cue.note not in numbers_of_old:
        return cue
    return Cue(cue.at, f"-{cue.note}", str(numbers_of_old[cue.note]))


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
