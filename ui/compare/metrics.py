"""Where the paragraphs of a view are, from the top of its document, in pixels."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QTextBlock, QTextLine

from ui.compare.steps import Blocks
from ui.editor.view import ResolutionView


class Metrics(QObject):
    """The tops of all blocks of a view, taken anew only after its layout changed."""

    changed = Signal()
    """Heights changed: what was asked before is out of date."""

    def __init__(self, view: ResolutionView) -> None:
        super().__init__(view)
        self.view = view
        self._tops: list[float] = []
        self._document: object = None
        self._doubtful = -1
        """Block whose words changed since the tops were taken, or -1."""
        self._other_size = False
        """Whether the size of the document changed since."""
        self._width = 0.0

    def attach(self) -> None:
        """Follow the document the view has now."""
        document = self.view.document()
        if document is not self._document:
            self._document = document
            document.documentLayout().documentSizeChanged.connect(self._resized)
            document.contentsChange.connect(self._altered)
            self.forget()

    def forget(self) -> None:
        """Take the tops anew when they are asked for next."""
        self._tops = []
        self.changed.emit()

    def _resized(self, _size: object = None) -> None:
        """The text is higher or lower: because of one block that was typed in, or altogether."""
        self._other_size = True
        self.changed.emit()

    def _altered(self, position: int, removed: int, added: int) -> None:
        """Words changed: within one block, its height is looked at before the tops are used again;
        across blocks they may stand in another order, though the whole is no higher."""
        document = self.view.document()
        block = document.findBlock(position)
        inside = position + max(removed, added) <= block.position() + block.length()
        same = document.blockCount() == len(self._tops) - 1
        if inside and same and self._doubtful in (-1, block.blockNumber()):
            self._doubtful = block.blockNumber()
        else:
            self._doubtful = -1
            self.forget()

    @property
    def tops(self) -> list[float]:
        """Top of each block, and last the end of the last one."""
        if self._doubtful >= 0 and self._tops:
            self._look_again(self._doubtful)
        if self._other_size and self._tops and self._bottom() != self._tops[-1]:
            self._tops = []
        self._doubtful, self._other_size = -1, False
        if not self._tops:
            self._tops = self._measure()
            self._width = self.view.document().textWidth()
        return self._tops

    def _bottom(self) -> float:
        """End of the last block, or -1 where all was set at another width."""
        document = self.view.document()
        last = document.lastBlock()
        if document.textWidth() != self._width or not last.isVisible():
            return -1.0
        rect = document.documentLayout().blockBoundingRect(last)
        return rect.bottom() + last.blockFormat().bottomMargin()

    def _look_again(self, number: int) -> None:
        document = self.view.document()
        block = document.findBlockByNumber(number)
        if number + 1 >= len(self._tops) or not block.isVisible():
            return
        rect = document.documentLayout().blockBoundingRect(block)
        following = block.next()
        if following.isValid() and following.isVisible():
            below = document.documentLayout().blockBoundingRect(following).top()
        else:
            below = rect.bottom() + block.blockFormat().bottomMargin()
        if rect.top() != self._tops[number]:
            self.forget()
        elif moved := below - self._tops[number + 1]:
            # All that follows moves by as much as this one grew.
            self._tops[number + 1 :] = [top + moved for top in self._tops[number + 1 :]]
            self.changed.emit()

    def _measure(self) -> list[float]:
        document = self.view.document()
        layout = document.documentLayout()
        found: list[float] = []
        bottom = document.documentMargin()
        block = document.firstBlock()
        while block.isValid():
            if block.isVisible():
                rect = layout.blockBoundingRect(block)
                found.append(rect.top())
                bottom = rect.bottom() + block.blockFormat().bottomMargin()
            else:
                found.append(-1.0)
            block = block.next()
        found.append(bottom)
        # What is hidden has no height and stands where the next visible one begins.
        for i in range(len(found) - 2, -1, -1):
            if found[i] < 0:
                found[i] = found[i + 1]
        return found

    @property
    def height(self) -> float:
        """Height of the whole text."""
        return max(self.tops[-1], self.view.document().size().height())

    @property
    def scroll(self) -> int:
        """How far the view is scrolled."""
        return self.view.verticalScrollBar().value()

    def edge(self, position: int) -> float:
        """Where a block begins, or behind the last one."""
        tops = self.tops
        return tops[min(max(position, 0), len(tops) - 1)]

    def extent(self, blocks: Blocks) -> tuple[float, float]:
        """From the first line to the last of some blocks, without the space around them."""
        top = self.edge(blocks[0])
        if blocks[0] >= blocks[1]:
            return top, top
        last = self.view.document().findBlockByNumber(blocks[1] - 1)
        bottom = self.edge(blocks[1])
        if last.isVisible() and last.layout().lineCount():
            rect = last.layout().boundingRect()
            bottom = min(bottom, self.edge(blocks[1] - 1) + rect.bottom())
        return top, bottom

    def word_rects(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        """Where the characters [start, end) of a block are, one rectangle a line, without the
        space a line ends in; Qt's own counting."""
        origin = self.view.document().documentLayout().blockBoundingRect(block).topLeft()
        return word_rects(block, origin, start, end)

    def text_rect(self, block: QTextBlock) -> QRectF:
        """The lines of a block, over the width of the text."""
        layout = self.view.document().documentLayout()
        rect = layout.blockBoundingRect(block)
        return QRectF(rect.left(), rect.top(), rect.width(), block.layout().boundingRect().bottom())


def word_rects(block: QTextBlock, origin: QPointF, start: int, end: int) -> list[QRectF]:
    """Where the characters [start, end) of a block are when its lines begin at ``origin``."""
    layout, found = block.layout(), list[QRectF]()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left = x_of(line, first)
            right = min(x_of(line, last), line.naturalTextRect().right())
            height = line.ascent() + line.descent()
            if right > left:
                at = QPointF(origin.x() + left, origin.y() + line.y())
                found.append(QRectF(at, QSizeF(right - left, height)))
        elif line.textStart() >= end:
            break
    return found


def x_of(line: QTextLine, at: int) -> float:
    """Where a character of a line begins, in pixels of its layout."""
    found: Any = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)
