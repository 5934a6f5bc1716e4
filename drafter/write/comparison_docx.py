"""A comparison as a Word table: number, last cycle's text, this cycle's text."""

from __future__ import annotations

from drafter.model import Comparison, Resolution, note_numbers
from drafter.ooxml.fresh_package import (
    OFFICE,
    RELATIONSHIPS,
    WORD,
    XML,
    Part,
    Relationship,
    core_properties,
    package_bytes,
)
from drafter.ooxml.fresh_styles import LINE_AUTO, settings_xml, styles_xml
from drafter.ooxml.fresh_xml import (
    NAMESPACES,
    SUPERSCRIPT,
    field,
    legal,
    paragraph,
    spacing,
    words,
)
from drafter.un.dates import format_date
from drafter.write.html import summary
from drafter.write.layout import PAGES, Paper
from drafter.write.rows import Side, shown_rows

_NUMBER = 1300
"""Width of the number column in twips."""
_GONE = '<w:strike/><w:color w:val="A31621"/>'
_SIDE = 1000
"""Margin on all sides, of a page turned on its side."""


def comparison_docx_bytes(comparison: Comparison, *, paper: Paper = "a4") -> bytes:
    """A Word file with one row for each row of the comparison.

    What went is red and struck through, what came green, bold and underlined.
    """
    old_notes, new_notes = note_numbers(comparison.old), note_numbers(comparison.new)
    text_width = (PAGES[paper].height - 2 * _SIDE - _NUMBER) // 2
    grid = (_NUMBER, text_width, text_width)
    rows = [_head(comparison, grid)]
    for row in shown_rows(comparison):
        label = ", ".join(row.new.labels) or ", ".join(row.old.labels)
        if row.old.labels and row.new.labels and row.old.labels != row.new.labels:
            label = f"{', '.join(row.old.labels)} → {label}"
        told = "".join(paragraph(words(note, "<w:i/>"), "Small") for note in row.notes)
        rows.append(
            _row(
                grid,
                paragraph(words(label), "Small") + told,
                _cell_text(row.old, old_notes),
                _cell_text(row.new, new_notes),
            )
        )
    title = comparison.new.title or comparison.old.title
    top = paragraph(words(title), "H1", spacing(after=60) + '<w:ind w:left="0" w:firstLine="0"/>')
    top += paragraph(words(summary(comparison.counts())), "Small", spacing(after=120))
    return _package(top + _table(rows, grid), title, paper)


def _cell_text(side: Side, notes: dict[str, int]) -> str:
    """One paragraph for each line: a split or merged row has several."""
    text, start = side.text, 0
    lines: list[str] = []
    for line in text.string.split("\n"):
        end = start + len(line)
        lines.append(paragraph(_runs(side, start, end, notes), "Small"))
        start = end + 1
    return "".join(lines)


def _runs(side: Side, start: int, end: int, notes: dict[str, int]) -> str:
    text = side.text
    cues = [cue for cue in text.cues if start <= cue.at <= end]
    edges = {start, end, *(cue.at for cue in cues)}
    edges |= {e for span in text.emphasis for e in span if start <= e <= end}
    edges |= {e for a, b, _ in side.marks for e in (a, b) if start <= e <= end}
    points = sorted(edges)
    parts: list[str] = []
    for i, at in enumerate(points):
        here = [str(notes.get(c.note or "", c.typed or "?")) for c in cues if c.at == at]
        parts.append(words(",".join(here), SUPERSCRIPT))
        if i + 1 == len(points):
            break
        to = points[i + 1]
        italic = "<w:i/>" if any(a <= at and to <= b for a, b in text.emphasis) else ""
        mark = next((m for a, b, m in side.marks if a <= at and to <= b), "=")
        properties = {
            "=": italic,
            "-": italic + _GONE,
            "+": f'<w:b/>{italic}<w:color w:val="0B5D3B"/><w:u w:val="single"/>',
        }[mark]
        parts.append(words(legal(text.string[at:to]), properties))
    return "".join(parts)


def _head(comparison: Comparison, grid: tuple[int, ...]) -> str:
    def cell(name: str, resolution: Resolution) -> str:
        facts = resolution.masthead
        date = facts.date or facts.issued
        where = " · ".join(
            part for part in (facts.symbol or "", format_date(date) if date else "") if part
        )
        return paragraph(words(name, "<w:b/>"), "Small") + paragraph(words(where), "Small")

    return _row(
        grid,
        paragraph("", "Small"),
        cell("Last cycle", comparison.old),
        cell("This cycle", comparison.new),
        head=True,
    )


def _row(grid: tuple[int, ...], *cells: str, head: bool = False) -> str:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else ""
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(grid, cells, strict=True)
    )
    return f"<w:tr>{properties}{inside}</w:tr>"


def _table(rows: list[str], grid: tuple[int, ...]) -> str:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>'
        for edge in ("top", "bottom", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    margins = "".join(
        f'<w:{edge} w:w="{width}" w:type="dxa"/>'
        for edge, width in (("top", 60), ("left", 90), ("bottom", 60), ("right", 90))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(grid)}" w:type="dxa"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def _package(inside: str, title: str, paper: Paper) -> bytes:
    page = PAGES[paper]
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>'
        '<w:footerReference w:type="even" r:id="rId3"/>'
        f'<w:pgSz w:w="{page.height}" w:h="{page.width}" w:orient="landscape"/>'
        f'<w:pgMar w:top="{_SIDE}" w:right="{_SIDE}" w:bottom="{_SIDE}" w:left="{_SIDE}" '
        'w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>'
    )
    last = paragraph("", None, spacing(line=LINE_AUTO))
    document = (
        f"{XML}<w:document {NAMESPACES}><w:body>{inside}{last}{section}</w:body></w:document>"
    )
    pages = field("PAGE", "1") + words("/") + field("NUMPAGES", "1")
    right = paragraph(pages, "Footer", '<w:jc w:val="right"/>')
    footer = f"{XML}<w:ftr {NAMESPACES}>{right}</w:ftr>"
    parts = [
        Part(
            "word/document.xml",
            f"{WORD}.document.main+xml",
            document.encode(),
            [
                Relationship("rId1", f"{OFFICE}/styles", "styles.xml"),
                Relationship("rId2", f"{OFFICE}/settings", "settings.xml"),
                Relationship("rId3", f"{OFFICE}/footer", "footer1.xml"),
            ],
        ),
        Part("word/styles.xml", f"{WORD}.styles+xml", styles_xml().encode()),
        Part("word/settings.xml", f"{WORD}.settings+xml", settings_xml(notes=False).encode()),
        Part("word/footer1.xml", f"{WORD}.footer+xml", footer.encode()),
        Part(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            core_properties(legal(title), "Comparison", "Drafter").encode(),
        ),
    ]
    return package_bytes(
        parts,
        [
            Relationship("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
            Relationship("rId2", f"{RELATIONSHIPS}/metadata/core-properties", "docProps/core.xml"),
        ],
    )
