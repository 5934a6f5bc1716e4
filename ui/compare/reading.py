"""One text to read instead of two: what went is struck through, what came underlined, in place.

For narrow windows and for print. It cannot be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from drafter.model import Comparison, Resolution
from ui.compare.marks import trimmed
from ui.compare.metrics import word_rects
from ui.compare.underlay import paint_words
from ui.editor.mapping import Place
from ui.editor.view import ResolutionView
from ui.theme import Theme, text_style

if TYPE_CHECKING:
    from drafter.compare.unified import Unified


class ReadingView(ResolutionView):
    """Shows a comparison as one text."""

    row_clicked = Signal(int)
    """Index of the row that was double-clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._theme = theme
        self._unified: Unified | None = None
        super().__init__(parent, text_style(theme))
        self.setAccessibleName(self.tr("Both texts as one"))

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another comparison, at the place that was read."""
        from drafter.compare.unified import unified

        place = self.verticalScrollBar().value()
        self._unified = unified(comparison)
        self.set_resolution(self._unified.text)
        self.verticalScrollBar().setValue(place)

    def show_plain(self, text: Resolution) -> None:
        """Show one text alone, nothing marked."""
        self._unified = None
        self.set_resolution(text)

    def dress(self, theme: Theme, zoom: float) -> None:
        """Use other colours and another size."""
        self._theme = theme
        self.set_style(text_style(theme, zoom))

    def scroll_to_row(self, row: int) -> None:
        """Show a row."""
        for key, number in self._rows.items():
            if number == row:
                self.scroll_to(key)

    @property
    def _rows(self) -> dict[str, int]:
        return self._unified.rows if self._unified else {}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what changed behind the words, then the words."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        for block in self.visible_blocks():
            key = self.paragraph_id_at(block.position())
            origin = layout.blockBoundingRect(block).topLeft()
            at = block.position()
            for cue in self._unified.cues.get(key, ()) if self._unified else ():
                first, last = (
                    self.resolution_document.position_of(key, Place(cue.at, cue.before + k)) - at
                    for k in (0, 1)
                )
                rects = word_rects(block, origin, first, last)
                self._paint(painter, rects, gone=not cue.came)
            for stretch in self._unified.stretches.get(key, ()) if self._unified else ():
                words = trimmed(self.resolution.paragraph(key).text.string, stretch)
                first, last = self.resolution_document.range_of(key, *words)
                rects = word_rects(block, origin, first - at, last - at)
                self._paint(painter, rects, gone=stretch.op == "-")
        painter.end()
        super().paintEvent(event)

    def _paint(self, painter: QPainter, rects: list[QRectF], *, gone: bool) -> None:
        colour = self._theme.colour("old" if gone else "new")
        paint_words(painter, rects, colour, self._theme.wash, struck=gone)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the place in the two texts."""
        key = self.paragraph_id_at(self.cursorForPosition(event.position().toPoint()).position())
        if key in self._rows:
            self.row_clicked.emit(self._rows[key])
