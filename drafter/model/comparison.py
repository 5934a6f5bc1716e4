"""What became what between two texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from drafter.model.resolution import Resolution

ChangeKind = Literal["same", "edited", "inserted", "deleted", "split", "merged"]
PieceOp = Literal["=", "-", "+"]
PieceClass = Literal["", "chain", "ending", "number", "typography"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that stayed (=), went (-) or came (+).

    ``=`` and ``-`` joined give the old paragraphs' strings joined by a line feed, ``=`` and ``+``
    the new ones', to the character.
    """

    op: PieceOp
    text: str
    kind: PieceClass = ""
    """chain (also/further), ending (punctuation that follows from order), number, typography (the
    same words with other kinds of spaces, hyphens or quotes); else ""."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of the old text, of the new, or a link between them.

    ``old`` and ``new`` are ids of paragraphs and footnotes, or "masthead.symbol" and its like.
    A split has several ``new``, a merge several ``old``, in the order of their text.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    change: ChangeKind
    """Texts that differ in typography alone are the same."""
    moved: bool = False
    renumbered: bool = False
    formatting: bool = False
    """Emphasis differs where the words are the same."""
    notes: bool = False
    """Footnote cues differ."""
    similarity: float = 1.0
    """0 to 1, by the words weighed for rarity."""
    words: tuple[Piece, ...] = ()

    @property
    def beside(self) -> Literal["", "notes", "formatting"]:
        """What changed where the words stayed, in their place: the footnotes, else the emphasis."""
        if self.change != "same" or self.moved:
            return ""
        return "notes" if self.notes else "formatting" if self.formatting else ""


@dataclass(frozen=True)
class Comparison:
    """Two texts and the rows between them, in the order of the new text, deletions where they
    stood; every paragraph, footnote and masthead field of both stands in exactly one row."""

    old: Resolution
    new: Resolution
    rows: tuple[Row, ...]

    @cached_property
    def by_new(self) -> dict[str, Row]:
        """Row by id of a thing of the new text."""
        return {key: row for row in self.rows for key in row.new}

    @cached_property
    def by_old(self) -> dict[str, Row]:
        """Row by id of a thing of the old text."""
        return {key: row for row in self.rows for key in row.old}

    @cached_property
    def mates(self) -> dict[str, str]:
        """New footnote by the old one it became."""
        there = self.new.notes_by_id
        return {
            row.old[0]: row.new[0]
            for row in self.rows
            if row.old and row.new and row.new[0] in there
        }

    def shown_counts(self) -> dict[str, int]:
        """``counts``, with paragraphs that kept their words but not their footnotes ("notes") or
        their emphasis ("formatting") counted as that and not as the same."""
        found = {**self.counts(), "notes": 0, "formatting": 0}
        for row in self.rows:
            if row.beside and row.new[0] in self.new.positions:
                found[row.beside] += 1
                found["same"] -= 1
        return found

    def counts(self, *, notes: bool = False) -> dict[str, int]:
        """Rows by change, and how many moved; of paragraphs, or with ``notes`` of all rows."""
        names = (*get_args(ChangeKind), "moved")
        found: dict[str, int] = dict.fromkeys(names, 0)
        for row in self.rows if notes else self.paragraph_rows():
            found[row.change] += 1
            found["moved"] += row.moved
        return found

    def paragraph_rows(self) -> Iterator[Row]:
        """The rows of paragraphs, without footnotes and masthead fields."""
        old, new = self.old.positions, self.new.positions
        for row in self.rows:
            if any(i in old for i in row.old) or any(i in new for i in row.new):
                yield row
