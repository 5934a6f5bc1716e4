"""A table rebuilt from its plain rendering, where its own element cannot be carried."""

from __future__ import annotations

from docx.document import Document

from drafter.model import Text
from drafter.ooxml.fresh_styles import TEXT_INDENT
from drafter.ooxml.fresh_tables import Edge, add_row, body_of, fixed_table
from drafter.write.layout import TEXT_WIDTH
from drafter.write.lines import line
from drafter.write.runs import Cues, put_runs
from drafter.write.table_rows import rows_of

_EDGES = {side: Edge() for side in ("top", "left", "bottom", "right", "insideH", "insideV")}


def put_table(document: Document, text: Text, cues: Cues) -> None:
    """Add a plain ruled table in the text column."""
    rows = rows_of(text)
    columns = len(rows[0])
    width = (TEXT_WIDTH - 2 * TEXT_INDENT) // columns
    table = fixed_table(body_of(document), [width] * columns, edges=_EDGES, indent=TEXT_INDENT)
    for row in rows:
        for cell, inside in zip(add_row(table)[1], row, strict=True):
            put_runs(line(cell, None, before=20, after=20, single=True), inside, cues)
