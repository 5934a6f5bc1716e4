"""The rows of a comparison as a table shows them: number, old text, new text, and what happened.

Both the HTML page and the Word table are made from these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from drafter.model import Comparison, Piece, Resolution, Row, Text, labels, numbers
from drafter.un.dates import format_date

Mark = Literal["=", "-", "+"]
_FIELDS = {
    "masthead.organ": "organ",
    "masthead.symbol": "symbol",
    "masthead.session": "session",
    "masthead.agenda_item": "agenda item",
    "masthead.agenda_title": "agenda title",
    "masthead.date": "date",
    "masthead.issued": "issued",
    "masthead.distribution": "distribution",
    "masthead.original_language": "original",
    "masthead.committee": "committee",
    "masthead.job_number": "job number",
    "masthead.submitters": "submitters",
    "masthead.document_notes": "notes",
}
"""Words for the fields of the masthead, in the number column."""


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side of a row; empty where there is nothing."""

    labels: tuple[str, ...] = ()
    """Labels: "PP3", "OP4(a)", "FN2", "session" for the masthead's."""
    kind: str = ""
    level: int = 0
    text: Text = field(default_factory=Text)
    marks: tuple[tuple[int, int, Mark], ...] = ()
    """Changed stretches of ``text``: start, end, "-" or "+"."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the table."""

    old: Side
    new: Side
    change: str
    notes: tuple[str, ...]
    """What happened, in words: "moved", "split", "2 merged into 1", "renumbered"."""


def shown_rows(comparison: Comparison) -> list[ShownRow]:
    """Every row of a comparison but masthead fields that neither text states."""
    old, new = _Reader(comparison.old), _Reader(comparison.new)
    shown: list[ShownRow] = []
    for row in comparison.rows:
        left = old.side(row.old, row.words, "-", whole=row.change == "deleted")
        right = new.side(row.new, row.words, "+", whole=row.change == "inserted")
        if left.text or right.text or left.kind == "opaque" or right.kind == "opaque":
            numbered = any(key in new.numbers for key in row.new)
            shown.append(ShownRow(left, right, row.change, _happened(row, numbered=numbered)))
    return shown


def _happened(row: Row, *, numbered: bool) -> tuple[str, ...]:
    told: list[str] = []
    if row.change == "split":
        told.append(f"split into {len(row.new)}")
    elif row.change == "merged":
        told.append(f"{len(row.old)} merged")
    elif row.change in ("inserted", "deleted"):
        told.append({"inserted": "new", "deleted": "deleted"}[row.change])
    if row.moved:
        told.append("moved")
    if row.formatting:
        told.append("italics changed")
    if row.notes:
        told.append("footnotes changed")
    if numbered and row.renumbered and row.change not in ("inserted", "deleted"):
        told.append("renumbered")
    return tuple(told)


class _Reader:
    """Finds what a row names in one of the two texts."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.labels = labels(resolution)
        self.numbers = numbers(resolution)
        self.notes = resolution.notes_by_id

    def side(
        self, keys: tuple[str, ...], pieces: tuple[Piece, ...], mark: Mark, *, whole: bool
    ) -> Side:
        """``whole`` says that all of it went or came."""
        if not keys:
            return Side()
        found = [self._text(key) for key in keys]
        text = found[0]
        for following in found[1:]:
            text = text + Text("\n") + following
        went: tuple[tuple[int, int, Mark], ...] = ((0, len(text), mark),)
        marks = went if whole else _marks(pieces, mark)
        first = self.resolution.positions.get(keys[0])
        paragraph = self.resolution.paragraphs[first] if first is not None else None
        return Side(
            tuple(self.labels.get(key) or _FIELDS.get(key, key) for key in keys),
            paragraph.kind.value if paragraph else "note" if keys[0] in self.notes else "field",
            paragraph.level if paragraph else 0,
            text,
            marks,
        )

    def _text(self, key: str) -> Text:
        name = key.removeprefix("masthead.")
        if name == key:
            return self.resolution.text_of(key)
        value: object = getattr(self.resolution.masthead, name, None)
        if value is None:
            return Text()
        if name in ("date", "issued"):
            return Text(format_date(value))  # pyright: ignore[reportArgumentType]
        if isinstance(value, tuple):
            items: tuple[object, ...] = value  # pyright: ignore[reportUnknownVariableType]
            return Text(", ".join(str(item) for item in items))
        return Text(str(value))


def _marks(pieces: tuple[Piece, ...], side: Mark) -> tuple[tuple[int, int, Mark], ...]:
    found: list[tuple[int, int, Mark]] = []
    at = 0
    for piece in pieces:
        if piece.op not in ("=", side):
            continue
        end = at + len(piece.text)
        if piece.op == side and piece.kind != "typography" and end > at:
            found.append((at, end, side))
        at = end
    return tuple(found)
