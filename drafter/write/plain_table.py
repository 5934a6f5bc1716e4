"""A table rebuilt from its plain rendering, where its own element cannot be carried."""

from __future__ import annotations

from dataclasses import replace

from drafter.model import Text
from drafter.ooxml.fresh_styles import LINE_AUTO, TEXT_INDENT
from drafter.ooxml.fresh_xml import paragraph, spacing
from drafter.write.layout import TEXT_WIDTH
from drafter.write.runs import Cues, runs

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def is_table(text: Text) -> bool:
    """Whether a rendering is one of a table: a line for each row, cells parted by tabs."""
    return "\t" in text.string or "\n" in text.string


def table_xml(text: Text, cues: Cues) -> str:
    """A plain ruled table in the text column."""
    rows = [_split(row, "\t") for row in _split(text, "\n")]
    columns = max(len(row) for row in rows)
    width = (TEXT_WIDTH - 2 * TEXT_INDENT) // columns
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in _EDGES
    )
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    lines = "".join(
        f"<w:tr>{''.join(_cell(cell, width, cues) for cell in row)}"
        f"{_cell(Text(), width, cues) * (columns - len(row))}</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width * columns}" w:type="dxa"/>'
        f'<w:tblInd w:w="{TEXT_INDENT}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'
    )


def _cell(text: Text, width: int, cues: Cues) -> str:
    inside = paragraph(runs(text, cues), "Normal", spacing(before=20, after=20, line=LINE_AUTO))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def _split(text: Text, sign: str) -> list[Text]:
    parts: list[Text] = []
    while (at := text.string.find(sign)) >= 0:
        head, rest = text.cut(at)
        parts.append(head)
        # A cue at the very beginning of a cell goes with the sign before it: it stays in the cell.
        cues = tuple(replace(cue, at=max(0, cue.at - 1)) for cue in rest.cues)
        text = replace(rest.slice(1, len(rest)), cues=cues)
    return [*parts, text]
