"""Tables of a new file: fixed columns, borders and margins, for which python-docx has no words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from docx.document import Document
from docx.shared import Length, Twips
from docx.table import Table, _Cell, _Row  # pyright: ignore[reportPrivateUsage]

from drafter.ooxml.fresh_elements import element_of, make, properties_of, put
from drafter.ooxml.names import Element, w

Cell = _Cell
Row = _Row


@dataclass(frozen=True, slots=True)
class Edge:
    """A single line: width in eighths of a point and colour."""

    width: int = 4
    colour: str = "auto"


def body_of(document: Document) -> Container:
    """The body, whose tables have the width they are given."""
    return cast("Container", getattr(document, "_body"))  # noqa: B009


class Container(Protocol):
    """A page's header or footer, or the body: what holds tables."""

    def add_table(self, rows: int, cols: int, width: Length) -> Table: ...


def fixed_table(
    container: Container,
    grid: Iterable[int],
    *,
    edges: Mapping[str, Edge] | None = None,
    margins: Mapping[str, int] | None = None,
    indent: int = 0,
) -> Table:
    """A table without rows. Widths, cell margins (by side) and indent in twips."""
    widths = tuple(grid)
    table = container.add_table(0, len(widths), Twips(sum(widths)))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Twips(width)
    properties = next(element_of(table).iter(w("tblPr")))
    total = properties.find(w("tblW"))
    assert total is not None
    total.set(w("w"), str(sum(widths)))
    total.set(w("type"), "dxa")
    look = properties.find(w("tblLook"))
    if look is not None:
        properties.remove(look)
    after = ("tblLayout", "tblCellMar")
    if indent:
        put(properties, make("tblInd", {"w": indent, "type": "dxa"}), after)
    if edges:
        put(properties, _borders("tblBorders", edges), after)
    if margins:
        holder = make("tblCellMar")
        for side, width in margins.items():
            holder.append(make(side, {"w": width, "type": "dxa"}))
        put(properties, holder, ())
    return table


def add_row(table: Table, *spans: int) -> tuple[Row, list[Cell]]:
    """A row and its cells, still without paragraphs; ``spans`` says how many columns each has."""
    row = table.add_row()
    cells = list(row.cells)
    if spans:
        at = 0
        merged: list[Cell] = []
        for span in spans:
            merged.append(cells[at].merge(cells[at + span - 1]) if span > 1 else cells[at])
            at += span
        cells = merged
    for cell in cells:
        element = element_of(cell)
        for paragraph in element.findall(w("p")):
            element.remove(paragraph)
    return row, cells


def cell_edges(cell: Cell, edges: Mapping[str, Edge]) -> None:
    """Borders of one cell, by side ("top", "bottom")."""
    properties = properties_of(cell, "tcPr")
    put(properties, _borders("tcBorders", edges), ("shd", "noWrap", "tcMar", "vAlign"))


def heading_row(row: Row) -> None:
    """Repeat a row at the head of every page, never broken."""
    properties = properties_of(row, "trPr")
    properties.append(make("cantSplit"))
    properties.append(make("tblHeader"))


def _borders(name: str, edges: Mapping[str, Edge]) -> Element:
    holder = make(name)
    for side, edge in edges.items():
        values = {"val": "single", "sz": edge.width, "space": 0, "color": edge.colour}
        holder.append(make(side, values))
    return holder
