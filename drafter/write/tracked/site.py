"""Where each old paragraph of a comparison stands in the Word file that is being changed."""

from __future__ import annotations

from drafter.model import Comparison, Kind, Source
from drafter.ooxml.blocks import Block, Document, Table
from drafter.ooxml.names import Element, local
from drafter.write.tracked.units import Unit


class Site:
    """The old text on its file."""

    def __init__(self, comparison: Comparison, source: Source, document: Document) -> None:
        self.comparison = comparison
        self.spans = source.spans
        self.document = document
        self._listed: dict[str, bool] = {}

    def blocks(self, target: str) -> list[Block]:
        """The paragraphs of the body that an old paragraph was read from."""
        keys = dict.fromkeys(span.block for span in self.spans.get(target, ()))
        return [self.document.blocks[key] for key in keys if key in self.document.blocks]

    def table(self, target: str) -> Table | None:
        """The table that an old paragraph stands for."""
        for span in self.spans.get(target, ()):
            if span.block in self.document.tables:
                return self.document.tables[span.block]
        return None

    def placed(self, target: str) -> bool:
        """Whether an old paragraph stands in the body."""
        return bool(self.blocks(target)) or self.table(target) is not None

    def opaque(self, unit: Unit) -> bool:
        """Whether a unit is a table or a picture, which is carried as it is."""
        old, new = self.comparison.old, self.comparison.new
        kinds = (old.paragraph(unit.old[0]).kind, new.paragraph(unit.new[0]).kind)
        return Kind.OPAQUE in kinds

    def first_element(self, target: str) -> Element | None:
        """The first element of the body that an old paragraph was read from."""
        blocks, table = self.blocks(target), self.table(target)
        return blocks[0].paragraphs[0] if blocks else table.element if table else None

    def last_element(self, target: str) -> Element | None:
        """The last element of the body that an old paragraph was read from."""
        blocks, table = self.blocks(target), self.table(target)
        return blocks[-1].element if blocks else table.element if table else None

    def joinable(self, first: str, second: str) -> bool:
        """Whether nothing but paragraphs stands between two old ones."""
        a, b = self.blocks(first), self.blocks(second)
        element: Element | None = a[-1].element if a and b else None
        while element is not None:
            if element is b[0].paragraphs[0]:
                return True
            if local(element) not in ("p", "bookmarkStart", "bookmarkEnd"):
                return False
            element = element.getnext()
        return False

    def prefix(self, target: str) -> str:
        """What stands before a paragraph's text in its first block: its typed number."""
        spans, blocks = self.spans.get(target, ()), self.blocks(target)
        if not spans or not blocks:
            return ""
        first = min(spans, key=lambda span: span.start)
        return blocks[0].text.string[: first.at] if first.block == blocks[0].key else ""

    def listed(self, target: str) -> bool:
        """Whether a paragraph is numbered by a real list, which counts by itself."""
        if target not in self._listed:
            blocks = self.blocks(target)
            self._listed[target] = bool(blocks) and (
                self.document.shape(blocks[0]).list_id not in (None, "0")
            )
        return self._listed[target]
