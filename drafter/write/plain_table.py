"""A table rebuilt from its plain rendering, where its own element cannot be carried."""

from __future__ import annotations

from dataclasses import replace

from docx.document import Document

from drafter.model import Text
from drafter.ooxml.fresh_styles import TEXT_INDENT
from drafter.ooxml.fresh_tables import Edge, add_row, body_of, fixed_table
from drafter.write.layout import TEXT_WIDTH
from drafter.write.lines import line
from drafter.write.runs import Cues, put_runs

_EDGES = {side: Edge() for side in ("top", "left", "bottom", "right", "insideH", "insideV")}


def is_table(text: Text) -> bool:
    """Whether a rendering is one of a table: a line for each row, cells parted by tabs."""
    return "\t" in text.string or "\n" in text.string


def put_table(document: Document, text: Text, cues: Cues) -> None:
    """Add a plain ruled table in the text column."""
    rows = [_split(row, "\t") for row in _split(text, "\n")]
    columns = max(len(row) for row in rows)
    width = (TEXT_WIDTH - 2 * TEXT_INDENT) // columns
    table = fixed_table(body_of(document), [width] * columns, edges=_EDGES, indent=TEXT_INDENT)
    for row in rows:
        texts = [*row, *[Text()] * (columns - len(row))]
        for cell, inside in zip(add_row(table)[1], texts, strict=True):
            put_runs(line(cell, None, before=20, after=20, single=True), inside, cues)


def _split(text: Text, sign: str) -> list[Text]:
    parts: list[Text] = []
    while (at := text.string.find(sign)) >= 0:
        head, rest = text.cut(at)
        parts.append(head)
        # A cue at the very beginning of a cell goes with the sign before it: it stays in the cell.
        cues = tuple(replace(cue, at=max(0, cue.at - 1)) for cue in rest.cues)
        text = replace(rest.slice(1, len(rest)), cues=cues)
    return [*parts, text]
