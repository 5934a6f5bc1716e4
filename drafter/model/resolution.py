"""A resolution: masthead, a flat row of paragraphs, footnotes, and the file it came from.

Flat with a level, not a tree: a paragraph maps one to one to a Word paragraph and to a text
block of the editor. Everything is frozen; a change makes a new ``Resolution``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Literal

from drafter.model.markup import Comment, Revision
from drafter.model.text import Text


class Kind(StrEnum):
    """What a paragraph is."""

    ADOPTION = "adoption"
    """"Resolution adopted by … on …" and the bracketed line under it."""
    SUBMITTERS = "submitters"
    """"Japan: draft resolution"."""
    CHAPEAU = "chapeau"
    """"The Commission … recommends to …", before the text that is recommended."""
    TITLE = "title"
    SPEAKER = "speaker"
    """"The General Assembly,"."""
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    """Level 1 is (a), 2 is (i), 3 is a., 4 is i. (Editorial Manual)."""
    HEADING = "heading"
    PLAIN = "plain"
    CLOSING = "closing"
    """"80th plenary meeting / 17 December 2015"; the two lines are parted by a line feed."""
    OPAQUE = "opaque"
    """No text (a table, a picture): shown, carried and exported untouched."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. Its number is computed (``drafter.model.labels``), never stored."""

    id: str
    """Stable through the life of a draft, unique in a resolution ("p12")."""
    kind: Kind
    text: Text = field(default_factory=Text)
    level: int = 0
    """Depth of a sub-paragraph (1 to 4) or heading (1 to 3); 0 for all others."""
    section: str = ""
    """Which text it belongs to: "" the main one, "ANNEX", "ANNEX2", "A" (a part), "OUTER" (what
    recommends the main text to another organ), "2" (a further draft in the file)."""
    typed_label: str | None = None
    """Only what a person must have typed: "5 bis", "PP7 alt", a number out of order."""
    origin: str | None = None
    """Id of the paragraph of last cycle's text it was made from; set only by this program."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note. Its number follows from the order of first cues."""

    id: str
    """Unique in a resolution, also against paragraphs ("n3")."""
    text: Text = field(default_factory=Text)


MastheadField = Literal[
    "organ", "symbol", "session", "agenda_item", "agenda_title", "date", "issued", "distribution",
    "original_language", "committee", "job_number", "submitters", "document_notes",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the text. None (or empty) is what the file did not say."""

    organ: str | None = None
    """Full name: "General Assembly"."""
    symbol: str | None = None
    """"A/RES/70/177", "E/CN.15/2019/L.8/Rev.1"."""
    session: str | None = None
    """"70", "ES-11", for the Economic and Social Council the year."""
    agenda_item: str | None = None
    """"106", "19 (c)", "20 (b) and 98"."""
    agenda_title: str | None = None
    date: dt.date | None = None
    """Of adoption; of issue for what is not adopted."""
    issued: dt.date | None = None
    distribution: str | None = None
    """"General", "Limited"."""
    original_language: str | None = None
    committee: str | None = None
    job_number: str | None = None
    submitters: tuple[str, ...] = ()
    document_notes: tuple[str, ...] = ()
    """Asterisk notes about the document ("Reissued for technical reasons …")."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text and where in the source file it was read from."""

    start: int
    """Half-open range of code points in the text as read …"""
    end: int
    block: str
    """… read from this block, in the terms of the format: "b12" body paragraph, "n3" note with
    w:id 3, "l17" line (see the format's reader) …"""
    at: int
    """… from this offset of the block's text on; equal lengths, equal characters."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file a resolution was read from."""

    name: str
    """File name without its folder."""
    format: str
    """docx, doc, pdf, text, markdown, akn, html, draft."""
    data: bytes = field(default=b"", repr=False)
    """The file as read; empty where nothing can be written back to it."""
    view: str = "final"
    """Which view of earlier tracked changes was read: final or original."""
    spans: Mapping[str, tuple[Span, ...]] = field(
        default_factory=dict[str, tuple[Span, ...]], repr=False
    )
    """By paragraph id, footnote id or "masthead.session" and its like: where each was read."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Damage of extraction that was mended in reading."""

    target: str
    """Id of the paragraph or footnote, or "masthead"."""
    rule: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Question:
    """Damage that a person must decide on."""

    target: str
    rule: str
    message: str
    proposal: str | None = None
    """Id of what is proposed (a footnote), or the text."""


@dataclass(frozen=True, slots=True)
class Warning_:
    """What a person should know about the reading."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file was understood."""

    repairs: tuple[Repair, ...] = ()
    questions: tuple[Question, ...] = ()
    warnings: tuple[Warning_, ...] = ()
    revisions: tuple[Revision, ...] = ()
    """Tracked changes the file held."""
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True)
class Resolution:
    """A resolution, adopted or draft."""

    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[Footnote, ...] = ()
    masthead: Masthead = field(default_factory=Masthead)
    source: Source | None = field(default=None, compare=False)
    reading: Reading = field(default_factory=Reading, compare=False)

    @cached_property
    def positions(self) -> dict[str, int]:
        """Position in ``paragraphs`` by id."""
        return {paragraph.id: i for i, paragraph in enumerate(self.paragraphs)}

    @cached_property
    def notes_by_id(self) -> dict[str, Footnote]:
        """The footnotes by id."""
        return {note.id: note for note in self.notes}

    def paragraph(self, paragraph_id: str) -> Paragraph:
        """The paragraph of that id; KeyError if there is none."""
        return self.paragraphs[self.positions[paragraph_id]]

    def text_of(self, target: str) -> Text:
        """The text of a paragraph or footnote, by id; KeyError if there is none."""
        if target in self.positions:
            return self.paragraph(target).text
        return self.notes_by_id[target].text

    def of_kind(self, *kinds: Kind, section: str | None = "") -> tuple[Paragraph, ...]:
        """The paragraphs of these kinds, of one section (all for None)."""
        return tuple(
            p
            for p in self.paragraphs
            if p.kind in kinds and (section is None or p.section == section)
        )

    @property
    def title(self) -> str:
        """The main text's title, or ""."""
        titles = self.of_kind(Kind.TITLE)
        return titles[0].text.string if titles else ""

    def fresh_id(self, prefix: Literal["p", "n"], taken: Iterable[str] = ()) -> str:
        """An id that no paragraph or footnote here, and none of ``taken``, has."""
        used = (*self.positions, *self.notes_by_id, *taken)
        numbers = [int(i[1:]) for i in used if re.fullmatch(rf"{prefix}[0-9]{{1,18}}", i)]
        return f"{prefix}{max(numbers, default=0) + 1}"
