"""What is painted behind the words of a text: tints, changed words, and places of what is not
there.

The document is never touched: lines are asked where they are, and only those that can be seen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextBlock

from ui.compare.kinds import LOOKS
from ui.compare.marks import SMALL, Mark, trimmed
from ui.compare.scene import Scene
from ui.editor.document import ResolutionDocument
from ui.editor.mapping import Place
from ui.editor.view import ResolutionView
from ui.theme import Theme

GAP = 5.0
"""Pixels above a block where the line of a missing one is drawn."""
PAD = 3.0
"""Pixels by which a tint is higher than its words, above and below."""


class Underlay(QObject):
    """Paints behind one of the two texts, before it paints itself."""

    def __init__(self, scene: Scene, side: int) -> None:
        super().__init__(scene)
        self._scene, self._side = scene, side
        self._view: ResolutionView = scene.views[side]
        self._view.viewport().installEventFilter(self)
        self._view.installEventFilter(self)
        scene.changed.connect(self._update)
        scene.reworded.connect(self._update_rows)
        scene.chosen_changed.connect(self._update)
        scene.sync.moved.connect(self._update_desk)

    def _update(self, _row: int = 0) -> None:
        self._view.viewport().update()
        self._view.update()

    def _update_rows(self, rows: list[int]) -> None:
        """Only the words of some rows are marked otherwise."""
        scrolled, width = self._view.verticalScrollBar().value(), self._view.viewport().width()
        for blocks in (blocks for row in rows for blocks in self._scene.blocks(self._side, row)):
            top, bottom = self._scene.metrics[self._side].extent(blocks)
            area = QRectF(0, top - GAP - scrolled, width, bottom - top + 2 * GAP)
            self._view.viewport().update(area.toAlignedRect())

    def _update_desk(self) -> None:
        """Scrolling moves the page by itself, but not what is beside it."""
        page = self._view.viewport().geometry()
        if page.left() > 0 and not self._side:
            self._view.update(page.right() + 1, 0, self._view.width(), self._view.height())
        elif page.left() > 0:
            self._view.update(0, 0, page.left(), self._view.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint first, then let the view paint its words."""
        if isinstance(event, QPaintEvent) and self._scene.comparison.rows:
            desk = watched is self._view
            painter = QPainter(self._view if desk else self._view.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self._view.verticalScrollBar().value())
            if desk:
                self._bridge(painter)
            else:
                self.paint(painter, event.rect())
            painter.end()
        return False

    def _bridge(self, painter: QPainter) -> None:
        """On a wide window the ribbons go on from the edge of the view to that of the page."""
        scene, side = self._scene, self._side
        page = self._view.viewport().geometry()
        left, right = (0, page.left()) if side else (page.right() + 1, self._view.width())
        if right - left < 1:
            return
        drawn: set[tuple[int, str]] = set()
        for number in scene.visible_steps():
            step = scene.steps[number]
            if step.row < 0:
                continue
            kind = scene.kind(step.row)
            look = LOOKS[kind]
            own = step.new if side else step.old
            line = QPen(scene.theme.colour(look.colour, 0.65), 1.2, look.line)
            painter.setPen(line)
            if own[0] == own[1] and not scene.is_lone(step.row):
                continue
            if own[0] == own[1]:
                y = scene.metrics[side].edge(own[0]) - GAP
                if (round(y), kind) not in drawn:
                    painter.drawLine(QLineF(left, y, right, y))
                drawn.add((round(y), kind))
                continue
            top, bottom = scene.metrics[side].extent(own)
            if kind == "same":
                painter.setPen(QPen(scene.theme.colour("line"), 1.0))
                y = (top + bottom) / 2
                painter.drawLine(QLineF(left, y, right, y))
                continue
            fill = scene.theme.colour(look.colour, look.opacity(scene.theme.dark, False))
            painter.fillRect(QRectF(left, top - PAD, right - left, bottom - top + 2 * PAD), fill)
            for y in (top - PAD, bottom + PAD):
                painter.drawLine(QLineF(left, y, right, y))

    def paint(self, painter: QPainter, part: QRect | None = None) -> None:
        """Paint what lies behind the blocks that are visible in a part of the viewport, or in all
        of it, in coordinates of the document."""
        width = self._view.viewport().width()
        self._gaps(painter, width)
        for block in self._view.visible_blocks(part):
            if block.isVisible():
                self._block(painter, block, width)

    def _block(self, painter: QPainter, block: QTextBlock, width: int) -> None:
        scene, side = self._scene, self._side
        key = self._view.paragraph_id_at(block.position())
        number = scene.row_of(side, key)
        if number < 0:
            return
        kind = scene.kind(number)
        look = LOOKS[kind]
        rect = scene.metrics[side].text_rect(block)
        if kind != "same" or number == scene.chosen:
            band = QRectF(0, rect.top() - PAD, width, rect.height() + 2 * PAD).toRect()
            painter.fillRect(band, scene.theme.on_paper(look.colour, self._tint(kind, number)))
        if number == scene.chosen:
            edge = 0 if side else width - 3
            colour = scene.theme.colour("accent")
            painter.fillRect(QRectF(edge, rect.top() - PAD, 3, rect.height() + 2 * PAD), colour)
        for mark in scene.marks(side, key):
            paint_mark(painter, self._word_rects(block, key, mark), mark, scene.theme, side)

    def _tint(self, kind: str, number: int) -> float:
        quiet = {"same": 0.25, "edited": 0.07, "notes": 0.05, "formatting": 0.05, "moved": 0.10}
        strength = quiet.get(kind, 0.11)
        return strength + (0.06 if number == self._scene.chosen else 0.0)

    def _word_rects(self, block: QTextBlock, key: str, mark: Mark) -> list[QRectF]:
        resolution = self._view.resolution
        if key not in resolution.positions:
            return []
        first, last = mark_range(self._view.resolution_document, key, mark)
        base = block.position()
        return self._scene.metrics[self._side].word_rects(block, first - base, last - base)

    def _gaps(self, painter: QPainter, width: int) -> None:
        """A thin line where the other text has paragraphs that this one has not."""
        scene, side = self._scene, self._side
        metrics = scene.metrics[side]
        top = metrics.scroll
        bottom = top + self._view.viewport().height()
        drawn: set[tuple[int, str]] = set()
        for number in scene.visible_steps():
            step = scene.steps[number]
            own, other = (step.new, step.old) if side else (step.old, step.new)
            if own[0] != own[1] or other[0] == other[1] or not scene.is_lone(step.row):
                continue
            y = metrics.edge(own[0]) - GAP
            kind = scene.kind(step.row)
            if not top - 4 <= y <= bottom or (round(y), kind) in drawn:
                continue
            drawn.add((round(y), kind))
            look = LOOKS[kind]
            pen = QPen(scene.theme.colour(look.colour, 0.75), 1.2, look.line)
            painter.setPen(pen)
            painter.drawLine(QLineF(0, y, width, y))


def mark_range(document: ResolutionDocument, key: str, mark: Mark) -> tuple[int, int]:
    """Positions in a document between which a mark of a paragraph stands."""
    if mark.kind == "cue":
        return (
            document.position_of(key, Place(mark.start, mark.cue)),
            document.position_of(key, Place(mark.start, mark.cue + 1)),
        )
    return document.range_of(key, *trimmed(document.resolution.paragraph(key).text.string, mark))


def paint_mark(painter: QPainter, rects: list[QRectF], mark: Mark, theme: Theme, side: int) -> None:
    """A mark of the old (0) or the new text (1), one rectangle a line."""
    name = "edited" if mark.kind == "italics" else "new" if side else "old"
    small = mark.kind in SMALL or mark.kind == "italics"
    struck = not side and mark.kind != "italics"
    paint_words(painter, rects, theme.colour(name), theme.wash, struck=struck, small=small)


def paint_words(
    painter: QPainter,
    rects: list[QRectF],
    colour: QColor,
    wash: float,
    *,
    struck: bool,
    small: bool = False,
) -> None:
    """Changed words, one rectangle a line: a tint, and struck through what went, underlined what
    came. ``small``: what only follows from order has dots and no tint."""
    tint = QColor(colour)
    tint.setAlphaF(wash)
    line = QColor(colour)
    line.setAlphaF(0.55 if struck else 0.85)
    for rect in rects:
        if rect.width() < 1:
            continue
        if not small:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(rect.adjusted(-1.5, 0, 1.5, 1), 2.5, 2.5)
        dots = Qt.PenStyle.DotLine if small else Qt.PenStyle.SolidLine
        painter.setPen(QPen(line, 1.1 if struck else 1.6, dots))
        y = rect.top() + rect.height() * (0.64 if struck else 0.97)
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
