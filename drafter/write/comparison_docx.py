"""A comparison as a Word table: number, last cycle's text, this cycle's text."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import RGBColor, Twips
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from drafter.model import Comparison, Resolution, note_numbers
from drafter.ooxml.fresh_elements import field, words
from drafter.ooxml.fresh_package import new_document, saved_bytes
from drafter.ooxml.fresh_tables import (
    Cell,
    Edge,
    add_row,
    body_of,
    fixed_table,
    heading_row,
)
from drafter.un.dates import format_date
from drafter.write.html import summary
from drafter.write.layout import PAGES
from drafter.write.lines import line
from drafter.write.rows import Mark, Side, shown_rows

_NUMBER = 1300
"""Width of the number column in twips."""
_SIDE = 1000
"""Margin on all sides, of a page turned on its side."""
_WIDTH = min(page.height for page in PAGES.values()) - 2 * _SIDE
"""Of the table, so that the page of A4 can be printed on Letter as well."""
_EDGES = {side: Edge(4, "BBBBBB") for side in ("top", "bottom", "insideH", "insideV")}
_MARGINS = {"top": 60, "left": 90, "bottom": 60, "right": 90}
_RED, _GREEN = RGBColor(0xA3, 0x16, 0x21), RGBColor(0x0B, 0x5D, 0x3B)
_TEXT = "Small"


def comparison_document(comparison: Comparison) -> bytes:
    """The file: what is compared, how many paragraphs changed, and the table."""
    title = comparison.new.title or comparison.old.title
    document = new_document(title, "Comparison")
    _set_page(document)
    words(line(document, "_ H_1", after=60, inset=(0, 0)), title)
    words(line(document, _TEXT, after=120), summary(comparison.shown_counts()))
    width = (_WIDTH - _NUMBER) // 2
    grid = (_NUMBER, width, width)
    table = fixed_table(body_of(document), grid, edges=_EDGES, margins=_MARGINS)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _put_head(table, comparison)
    old_notes, new_notes = note_numbers(comparison.old), note_numbers(comparison.new)
    for row in shown_rows(comparison):
        label = ", ".join(row.new.labels) or ", ".join(row.old.labels)
        if row.old.labels and row.new.labels and row.old.labels != row.new.labels:
            label = f"{', '.join(row.old.labels)} → {label}"
        _, (number, old, new) = add_row(table)
        words(line(number, _TEXT), label)
        for note in row.notes:
            words(line(number, _TEXT), note, italic=True)
        _put_side(old, row.old, old_notes)
        _put_side(new, row.new, new_notes)
    line(document, None, single=True)
    return saved_bytes(document)


def _set_page(document: Document) -> None:
    section, page = document.sections[0], PAGES["a4"]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(page.height), Twips(page.width)
    section.left_margin = section.right_margin = Twips(_SIDE)
    section.top_margin = section.bottom_margin = Twips(_SIDE)
    section.header_distance = section.footer_distance = Twips(500)
    section.gutter = 0
    document.settings.odd_and_even_pages_header_footer = False
    pages = section.footer.paragraphs[0]
    pages.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field(pages, "PAGE", "1")
    words(pages, "/")
    field(pages, "NUMPAGES", "1")


def _put_head(table: Table, comparison: Comparison) -> None:
    row, (number, old, new) = add_row(table)
    heading_row(row)
    line(number, _TEXT)
    for cell, name, resolution in (
        (old, "Last cycle", comparison.old), (new, "This cycle", comparison.new),
    ):  # fmt: skip
        words(line(cell, _TEXT), name, bold=True)
        words(line(cell, _TEXT), _place(resolution))


def _place(resolution: Resolution) -> str:
    """Symbol and date of a text."""
    facts = resolution.masthead
    date = facts.date or facts.issued
    return " · ".join(part for part in (facts.symbol, format_date(date) if date else "") if part)


def _put_side(cell: Cell, side: Side, notes: dict[str, int]) -> None:
    """One paragraph for each line: a split or merged row has several."""
    start = 0
    for string in side.text.string.split("\n"):
        end = start + len(string)
        _put_runs(line(cell, _TEXT), side, start, end, notes)
        start = end + 1


def _put_runs(
    paragraph: Paragraph, side: Side, start: int, end: int, notes: dict[str, int]
) -> None:
    text = side.text
    cues = [cue for cue in text.cues if start <= cue.at <= end]
    edges = {start, end, *(cue.at for cue in cues)}
    edges |= {e for span in text.emphasis for e in span if start <= e <= end}
    edges |= {e for a, b, _ in side.marks for e in (a, b) if start <= e <= end}
    points = sorted(edges)
    for at, to in zip(points, [*points[1:], None], strict=True):
        here = [str(notes.get(c.note or "", c.typed or "?")) for c in cues if c.at == at]
        if here:
            words(paragraph, ",".join(here), raised=True)
        if to is None:
            break
        italic = any(a <= at and to <= b for a, b in text.emphasis)
        run = words(paragraph, text.string[at:to], italic=italic or None)
        for a, b, mark in side.marks:
            if a <= at and to <= b:
                _mark(run, mark)


def _mark(run: Run, mark: Mark) -> None:
    if mark == "-":
        run.font.strike = True
        run.font.color.rgb = _RED
    elif mark == "+":
        run.bold = run.underline = True
        run.font.color.rgb = _GREEN
