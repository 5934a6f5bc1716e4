"""A resolution to read: last cycle's text, and what the editor of the draft builds upon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from drafter.model import Kind, Resolution, labels
from ui.editor.document import ResolutionDocument
from ui.editor.mapping import Place, behind_cues
from ui.editor.render import CUE_NUMBER, MARGIN, Style

MEASURE = 72
"""Most characters a line should hold, so that the eye finds the next one."""
_AROUND = 6
"""Pixels above and below a paragraph that what is marked behind it may reach."""


class ResolutionView(QTextEdit):
    """Shows a resolution, numbers in the gutter, and lets it be selected and copied."""

    paragraph_changed = Signal(str)
    """Id of the paragraph the caret went to."""

    def __init__(self, parent: QWidget | None = None, style: Style | None = None) -> None:
        super().__init__(parent)
        self._style = style or Style()
        self._labels: dict[str, str] = {}
        self._chosen: tuple[str, int, int] | None = None
        self._caret_in = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Last cycle's text"))
        self.cursorPositionChanged.connect(self._tell_paragraph)
        self._document = ResolutionDocument(Resolution(), self._style, self)
        self.setDocument(self._document)

    # What is shown

    @property
    def resolution(self) -> Resolution:
        """What is shown."""
        return self._document.resolution

    @property
    def resolution_document(self) -> ResolutionDocument:
        """The document behind the view."""
        return self._document

    @property
    def style_(self) -> Style:
        """How the text is set."""
        return self._style

    def set_resolution(self, resolution: Resolution) -> None:
        """Show another text, from its beginning."""
        old = self._document
        document = ResolutionDocument(resolution, self._style, self)
        self._document = document
        self._labels = labels(resolution)
        self._chosen = None
        self.setDocument(document)
        self._document_attached(document)
        old.deleteLater()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def follow(self, resolution: Resolution) -> None:
        """Show what the text reads now, staying where it is."""
        self._document.show(resolution)
        self._labels = labels(resolution)
        self.viewport().update()

    def set_style(self, style: Style) -> None:
        """Set the text in another style (zoom, palette, font)."""
        self._style = style
        cursor = self.textCursor()
        caret, anchor = (self._document.place_at(at) for at in (cursor.position(), cursor.anchor()))
        at_start = self.verticalScrollBar().value() == 0
        top = self._document.place_at(self.cursorForPosition(QPoint(0, 0)).position())
        self._document.restyle(style)
        if caret[0] and anchor[0]:
            self._set_cursor(caret, anchor)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, style.ink)
        self.setPalette(palette)
        self._set_margins()
        if at_start:
            self.verticalScrollBar().setValue(0)
        elif top[0]:
            self.scroll_to(top[0], 0.0)

    def block_for(self, paragraph_id: str) -> QTextBlock:
        """The text block of a paragraph; an invalid one where there is none."""
        return self._document.block_for(paragraph_id)

    def paragraph_id_at(self, position: int) -> str:
        """Id of the paragraph that holds a position of the document, or ""."""
        paragraph = self._document.paragraph_at(position)
        return paragraph.id if paragraph else ""

    def visible_blocks(self, part: QRect | None = None) -> Iterator[QTextBlock]:
        """The blocks of which something can be seen in a part of the viewport, or in all of it,
        from the top, and the one before."""
        part = part if part is not None else self.viewport().rect()
        layout = self._document.documentLayout()
        bottom = self.verticalScrollBar().value() + part.bottom() + 1
        corner = part.topLeft()
        block = self.cursorForPosition(corner).block()
        if layout.blockBoundingRect(block).top() > bottom:
            # Until a new text is laid out, Qt takes every place for its end.
            block = self._document.firstBlock()
            while layout.blockBoundingRect(block).bottom() < self.verticalScrollBar().value():
                block = block.next()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            yield block
            block = block.next()

    def update_paragraphs(self, ids: Iterable[str]) -> None:
        """Paint anew what can be seen of some paragraphs."""
        wanted = set(ids)
        if not wanted:
            return
        layout, scroll = self._document.documentLayout(), self.verticalScrollBar().value()
        for block in self.visible_blocks():
            if self.paragraph_id_at(block.position()) in wanted:
                rect = layout.blockBoundingRect(block).translated(0, -scroll).toAlignedRect()
                width = self.viewport().width()
                around = _AROUND
                self.viewport().update(0, rect.top() - around, width, rect.height() + 2 * around)

    def update_targets(self, ids: set[str]) -> None:
        """Paint paragraphs anew; all that can be seen where a note is among them, whose cue may be
        anywhere."""
        if any(key not in self.resolution.positions for key in ids):
            self.viewport().update()
        else:
            self.update_paragraphs(ids)

    def scroll_to(self, paragraph_id: str, at: float = 0.15) -> None:
        """Scroll until a paragraph begins at a fraction of the height of the view."""
        block = self.block_for(paragraph_id)
        if block.isValid():
            top = self._document.documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top - at * self.viewport().height()))

    def ensure_paragraph_visible(self, paragraph_id: str) -> None:
        """Scroll only where the paragraph is not in view."""
        block = self.block_for(paragraph_id)
        if not block.isValid():
            return
        rect = self._document.documentLayout().blockBoundingRect(block)
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        if rect.top() < top or rect.top() + min(rect.height(), height * 0.5) > top + height:
            self.scroll_to(paragraph_id, 0.3)

    def ensure_words_visible(self, paragraph_id: str, start: int, end: int) -> None:
        """Scroll only where the code points [start, end) do not begin in view: to the beginning of
        their paragraph, and on to them where it is longer than the view."""
        block = self.block_for(paragraph_id)
        if not block.isValid():
            return
        rects = self.range_rects(block, *self._document.range_of(paragraph_id, start, end))
        if not rects or self._in_view(rects[0]):
            return
        self.scroll_to(paragraph_id, 0.3)
        if not self._in_view(rects[0]):
            at = rects[0].top() - 0.3 * self.viewport().height()
            self.verticalScrollBar().setValue(round(at))

    def _in_view(self, rect: QRectF) -> bool:
        top = self.verticalScrollBar().value()
        return top <= rect.top() and rect.bottom() <= top + self.viewport().height()

    def choose(
        self, paragraph_id: str | None, start: int = 0, end: int = 0, *, scroll: bool = True
    ) -> None:
        """Mark the code points [start, end) of a paragraph; None takes the mark away."""
        self._chosen = (paragraph_id, start, end) if paragraph_id else None
        if paragraph_id and scroll:
            self.ensure_words_visible(paragraph_id, start, end)
        self.viewport().update()

    def put_caret(self, paragraph_id: str, offset: int = 0) -> None:
        """Put the caret into a paragraph, behind the cues at ``offset``."""
        if paragraph_id in self.resolution.positions:
            at = behind_cues(self.resolution.paragraph(paragraph_id).text, offset)
            self._set_cursor((paragraph_id, at))
            self.ensure_paragraph_visible(paragraph_id)
            self.ensureCursorVisible()

    def select_range(self, paragraph_id: str, start: int, end: int) -> None:
        """Select the code points [start, end) of a paragraph and bring them into view, with a few
        lines before and after."""
        first, last = self._document.range_of(paragraph_id, start, end)
        cursor = self.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        caret, height = self.cursorRect(), self.viewport().height()
        around = 3 * caret.height()
        if caret.top() < around or caret.bottom() > height - around:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + caret.top() - round(0.35 * height))

    def _set_cursor(
        self, position: tuple[str, Place], anchor: tuple[str, Place] | None = None
    ) -> None:
        cursor = self.textCursor()
        if anchor is not None:
            cursor.setPosition(self._document.position_of(*anchor))
        move = (
            QTextCursor.MoveMode.MoveAnchor if anchor is None else QTextCursor.MoveMode.KeepAnchor
        )
        cursor.setPosition(self._document.position_of(*position), move)
        self.setTextCursor(cursor)

    def _document_attached(self, document: ResolutionDocument) -> None:
        """For what builds upon this."""

    def _tell_paragraph(self) -> None:
        here = self.paragraph_id_at(self.textCursor().position())
        if here and here != self._caret_in:
            self._caret_in = here
            self.paragraph_changed.emit(here)

    # Looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure readable on a wide window."""
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        beside = self._style.beside + 2 * MARGIN * self._style.zoom
        wanted = self._style.character * MEASURE + beside
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(0, int((room - wanted) / 2))
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)
            # A viewport that is not shown yet gets no resize event of its own.
            self._document.setTextWidth(self.viewport().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the numbers in the gutter and the chosen words."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        for block in self.visible_blocks(event.rect()):
            self._paint_number(painter, block)
            self._paint_cues(painter, block)
        if self._chosen is not None:
            self._paint_chosen(painter, *self._chosen)
        painter.end()

    def _paint_number(self, painter: QPainter, block: QTextBlock) -> None:
        paragraphs = self.resolution.paragraphs
        if block.blockNumber() >= len(paragraphs) or not block.layout().lineCount():
            return
        paragraph = paragraphs[block.blockNumber()]
        number = self._document.printed.get(paragraph.id)
        style = self._style
        font = style.sized_font()
        colour = style.ink
        if number is None or paragraph.kind is Kind.PREAMBULAR:
            if paragraph.kind is not Kind.PREAMBULAR:
                return
            number = self._labels.get(paragraph.id, "")
            font = QFont(self.font())
            font.setPointSizeF(style.font.pointSizeF() * style.zoom * 0.68)
            colour = QColor(style.faint)
        elif paragraph.kind is Kind.OPERATIVE and number.isdigit():
            number += "."
        rect = self._document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineAt(0)
        left = block.blockFormat().leftMargin() + self._document.documentMargin()
        width = QFontMetricsF(font).horizontalAdvance(number)
        baseline = rect.top() + line.y() + line.ascent()
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(left - width - 10 * style.zoom, baseline), number)

    def _paint_cues(self, painter: QPainter, block: QTextBlock) -> None:
        """Paint the raised numbers into the room their characters keep."""
        paragraphs = self.resolution.paragraphs
        if block.blockNumber() >= len(paragraphs) or not paragraphs[block.blockNumber()].text.cues:
            return
        font = self._style.raised_font()
        rise = QFontMetricsF(self._style.sized_font()).capHeight() * 1.02
        rise -= QFontMetricsF(font).capHeight()
        origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        painter.setFont(font)
        painter.setPen(self._style.accent)
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if fragment.charFormat().hasProperty(CUE_NUMBER):
                mark = str(fragment.charFormat().property(CUE_NUMBER))
                first = fragment.position() - block.position()
                for at in range(first, first + fragment.length()):
                    line = layout.lineForTextPosition(at)
                    if line.isValid():
                        baseline = origin.y() + line.y() + line.ascent() - rise
                        painter.drawText(QPointF(origin.x() + _x(line, at) + 0.5, baseline), mark)
            iterator += 1

    def _paint_chosen(self, painter: QPainter, paragraph_id: str, start: int, end: int) -> None:
        block = self.block_for(paragraph_id)
        if not block.isValid():
            return
        first, last = self._document.range_of(paragraph_id, start, end)
        tint = QColor(self._style.accent)
        tint.setAlpha(46)
        painter.setPen(Qt.PenStyle.NoPen)
        for rect in self.range_rects(block, first, last):
            painter.setBrush(tint)
            painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 0), 3, 3)
            painter.setBrush(self._style.accent)
            painter.drawRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 2))

    def range_rects(self, block: QTextBlock, first: int, last: int) -> list[QRectF]:
        """The rectangles, one a line, of document positions [first, last) of a block, in
        coordinates of the document; a thin one where the range is empty."""
        layout, base = block.layout(), block.position()
        origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
        found: list[QRectF] = []
        begin = layout.lineForTextPosition(max(0, first - base))
        for i in range(begin.lineNumber() if begin.isValid() else 0, layout.lineCount()):
            line = layout.lineAt(i)
            if line.textStart() > last - base:
                break
            a = max(first - base, line.textStart())
            b = min(last - base, line.textStart() + line.textLength())
            if a > b or (a == b and first != last):
                continue
            x1, x2 = _x(line, a), _x(line, b)
            height = line.ascent() + line.descent()
            found.append(QRectF(origin.x() + x1, origin.y() + line.y(), max(x2 - x1, 2.0), height))
            if first == last:
                break
        return found


def _x(line: QTextLine, at: int) -> float:
    """Where a character of a line begins."""
    found: Any = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)
