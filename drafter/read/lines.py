"""What a format file hands to the structure step: lines with evidence, and no opinion.

A format file (``docx.py``, ``text.py``, ``akn.py`` …) turns bytes into ``Lines``.
``structure.py`` alone decides what each line is, ``repair.py`` alone mends damage.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from drafter.model import Comment, Kind, Revision, Span, Text, Warning_

Region = Literal["body", "header", "footer", "table"]
Align = Literal["", "left", "right", "center", "justify"]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a format that has paragraphs, one printed line of one that has not."""

    text: Text
    """As it stands in the file: typed numbers, tabs and damage included. A cue's ``note`` is the
    ``key`` of the note it calls; where the format has no notes of its own (plain text), marks are
    still characters of the string."""
    block: str
    """Where it stands in the source ("b12" body paragraph 12, "l17" line 17): see model.Span."""
    at: int = 0
    """Offset of ``text`` in that block, in code points."""
    spans: tuple[Span, ...] = ()
    """Where ``text`` was put together from several places; then ``block`` is the first."""
    whole: bool = False
    """A whole paragraph: never a line that the next one may continue."""
    region: Region = "body"
    page: int | None = None
    style: str = ""
    """Name of the paragraph style in the file."""
    align: Align = ""
    indent: float | None = None
    """Left indent of the first line in points (leading spaces in plain text)."""
    size: float | None = None
    """Font size in points of most characters."""
    bold: bool = False
    """Most characters are bold."""
    number: str | None = None
    """Number of a real list or of structured XML ("1.", "(a)"), where it is not in ``text``."""
    level: int | None = None
    """Depth in a list or in structured XML, 0 the outermost."""
    kind: Kind | None = None
    """What a format that knows (structured XML) says it is."""
    section: str | None = None
    """Section (see model.Paragraph) where the format knows it."""
    opaque: bool = False
    """No text: a table, a picture. ``text`` then holds a plain rendering to show."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote of a format that has footnotes."""

    key: str
    """What cues call it by."""
    text: Text
    block: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Lines:
    """A file as lines."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()
    properties: dict[str, str] = field(default_factory=dict[str, str])
    """Metadata the file states: "symbol", "session", "agenda_item", "title", "date", "organ",
    "distribution", "job_number" …; unparsed, as stated."""
    warnings: tuple[Warning_, ...] = ()
    revisions: tuple[Revision, ...] = ()
    """Tracked changes; like those of comments their targets are blocks, and offsets count in the
    block."""
    comments: tuple[Comment, ...] = ()
    italics: bool = True
    """False where the format may have lost them: opening words are then set from the lexicon."""
    front_italics: bool = True
    """False where the format marks none in the lines of adoption and closing (Akoma Ntoso)."""
