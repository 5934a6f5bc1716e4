"""Masthead, running headers and footers of a section."""

from __future__ import annotations

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.section import Section, _Footer, _Header  # pyright: ignore[reportPrivateUsage]
from docx.shared import Pt, Twips
from docx.table import Table
from docx.text.paragraph import Paragraph

from drafter.model import Resolution
from drafter.ooxml.fresh_elements import element_of, field, flatten, letters, words
from drafter.ooxml.fresh_tables import Edge, Row, add_row, cell_edges, fixed_table
from drafter.un.dates import format_date
from drafter.write.form import Form, balanced, distribution, issue_date, job_number, organs_of
from drafter.write.layout import (
    FOOTER_GRID,
    HEADER_GRID,
    MASTHEAD_BODY,
    MASTHEAD_GRID,
    MASTHEAD_TOP,
)
from drafter.write.lines import line

_THIN = {"bottom": Edge(4)}
_THICK = {"top": Edge(4), "bottom": Edge(12)}
_FLUSH = {"left": 0, "right": 0}


def put_headers(section: Section, resolution: Resolution, form: Form) -> None:
    """The headers and footers of even, odd and the first pages."""
    _put_running_header(section.even_page_header, resolution, even=True)
    _put_running_header(section.header, resolution, even=False)
    _put_masthead(section.first_page_header, resolution, form)
    _put_running_footer(section.even_page_footer, resolution, even=True)
    _put_running_footer(section.footer, resolution, even=False)
    _put_first_footer(section.first_page_footer, resolution)


def _put_masthead(header: _Header, resolution: Resolution, form: Form) -> None:
    """The first page's header: a table with the United Nations' name, symbol, organ and date.

    The place of the emblem, left of the organ, stays empty: it is not ours to ship.
    """
    facts = resolution.masthead
    table, tail = _table(header, MASTHEAD_GRID)
    row, (emblem, name, gap, symbol) = add_row(table, 1, 1, 1, 3)
    _exact(row, MASTHEAD_TOP)
    for cell in (emblem, name, gap, symbol):
        cell_edges(cell, _THIN)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    for blank in (emblem, gap):
        line(blank, "header", after=120)
    nations = words(line(name, "_ H _Ch", after=80), "United Nations", bold=False)
    letters(nations, spacing=2, scale=96)
    _put_symbol(line(symbol, None, after=80, single=True, right=True), facts.symbol or "")

    row, (emblem, organ, gap, right) = add_row(table, 1, 3, 1, 1)
    _exact(row, MASTHEAD_BODY)
    for cell in (emblem, organ, gap, right):
        cell_edges(cell, _THICK)
    line(emblem, "header", before=120)
    words(line(organ, "XLarge", before=109), organs_of(facts, form)[0])
    line(gap, "header", before=109)
    words(line(right, "Publication", before=240), distribution(facts, form))
    date = issue_date(facts, form)
    words(line(right, "Publication"), format_date(date) if date else "")
    line(right, "Publication")
    original = facts.original_language or ("English" if form == "draft" else None)
    if original:
        words(line(right, "Original"), f"Original: {original}")
    flatten(tail)


def _put_symbol(paragraph: Paragraph, symbol: str) -> None:
    """The symbol, its first letter large: "A" of "A/RES/72/194"."""
    head, slash, rest = symbol.partition("/")
    for string, size in ((head, Pt(20)), (slash + rest, None)):
        if string:
            run = words(paragraph, string)
            run.font.size = size
            letters(run, position=-4)


def _put_running_header(header: _Header, resolution: Resolution, *, even: bool) -> None:
    """Symbol at the outer edge, title at the inner one, a thin rule under both."""
    grid = HEADER_GRID if even else HEADER_GRID[::-1]
    table, _ = _table(header, grid, {"bottom": Edge(2, "000000")})
    row, cells = add_row(table)
    _exact(row, MASTHEAD_TOP)
    for cell in cells:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    outer, inner = cells if even else cells[::-1]
    symbol = line(outer, "header", after=80, right=not even)
    words(symbol, resolution.masthead.symbol or "", bold=True)
    title = line(inner, "header", after=80, right=even)
    words(title, "\n".join(balanced(" ".join(resolution.title.split()))), bold=True)


def _put_running_footer(footer: _Footer, resolution: Resolution, *, even: bool) -> None:
    """Page x of y at the outer edge, the job number at the inner one."""
    table, _ = _table(footer, FOOTER_GRID)
    _, cells = add_row(table)
    outer, inner = cells if even else cells[::-1]
    page = line(outer, "footer", right=not even)
    field(page, "PAGE  \\* Arabic", "2")
    words(page, "/")
    field(page, "NUMPAGES  \\* Arabic", "2")
    number = job_number(resolution.masthead.job_number or "").split(" (")[0]
    job = words(line(inner, "footer", right=even), number, bold=False)
    job.font.size = Pt(7)


def _put_first_footer(footer: _Footer, resolution: Resolution) -> None:
    """The job number and its language; bar code and emblem of recycling are the printer's."""
    first = footer.paragraphs[0]
    above = first.insert_paragraph_before(style="Release Date")
    words(above, job_number(resolution.masthead.job_number or ""))


def _table(
    container: _Header | _Footer, grid: tuple[int, ...], edges: dict[str, Edge] | None = None
) -> tuple[Table, Paragraph]:
    """A table and the empty paragraph that must stand behind it."""
    tail = container.paragraphs[0]
    table = fixed_table(container, grid, edges=edges, margins=_FLUSH)
    element_of(table).addnext(element_of(tail))
    return table, tail


def _exact(row: Row, height: int) -> None:
    row.height_rule, row.height = WD_ROW_HEIGHT_RULE.EXACTLY, Twips(height)
