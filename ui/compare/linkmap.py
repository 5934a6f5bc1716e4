"""The ribbons between the two texts: what became what."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from ui.compare.kinds import is_change, sign_of
from ui.compare.ribbon import Band, paint_pill
from ui.compare.scene import Scene
from ui.compare.steps import Blocks
from ui.compare.sync import wheel_pixels
from ui.compare.underlay import GAP, PAD
from ui.compare.words import back_words, row_words

WIDTH = 76
"""Pixels between the two texts."""


class LinkMap(QWidget):
    """Ribbons one can point at, click, and walk with the arrow keys."""

    row_clicked = Signal(int)
    fold_clicked = Signal(int)
    """Index of the first step of a fold."""
    step_wanted = Signal(int)
    """1 for the next change, -1 for the one before."""
    back_wanted = Signal(int)
    """Row whose old words are to be put back."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._hover = -1
        self.can_copy_back = False
        """Whether the new text can be edited."""
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("What became what"))
        self.setAccessibleDescription(self.tr("Up and down: next change; Enter unfolds"))
        scene.changed.connect(self.update)
        scene.sync.moved.connect(self.update)
        scene.chosen_changed.connect(self._say_chosen)

    def sizeHint(self) -> QSize:
        """Narrow and high."""
        return QSize(WIDTH, 300)

    # Where the ribbons are

    def bands(self) -> list[Band]:
        """The ribbons of which something can be seen, unchanged ones first."""
        scene = self._scene
        seen: dict[int, None] = {}
        for step in scene.visible_steps():
            if scene.steps[step].row >= 0:
                seen[scene.steps[step].row] = None
        found: list[Band] = []
        for number in seen:
            found += self._row_bands(number)
        # What only passes through, from above to below, is seen at neither end: it says nothing.
        height = float(self.height())
        seen_bands = [band for band in found if band.ends_between(0.0, height)]
        seen_bands.sort(key=lambda band: (band.kind != "same", band.kind == "moved"))
        return seen_bands

    def _row_bands(self, number: int) -> list[Band]:
        scene = self._scene
        kind = scene.kind(number)
        old, new = scene.blocks(0, number), scene.blocks(1, number)
        if self._hidden(0, old) and self._hidden(1, new):
            return []
        if not old and not new:
            return []
        if not old or not new:
            return self._wedges(number, kind)
        lefts, rights = [self._extent(0, b) for b in old], [self._extent(1, b) for b in new]
        row = scene.row(number)
        if row.change == "split" and len(old) == 1:
            rights = [self._extent(1, (i, i + 1)) for run in new for i in range(*run)]
            lefts = _shared(lefts[0], [b - a for a, b in rights])
        elif row.change == "merged" and len(new) == 1:
            lefts = [self._extent(0, (i, i + 1)) for run in old for i in range(*run)]
            rights = _shared(rights[0], [b - a for a, b in lefts])
        elif len(lefts) != len(rights):
            pairs = [(a, b) for a in lefts for b in rights]
            return [Band(number, kind, a, b) for a, b in pairs]
        return [Band(number, kind, a, b) for a, b in zip(lefts, rights, strict=True)]

    def _wedges(self, number: int, kind: str) -> list[Band]:
        """From a paragraph to the place it would have on the other side."""
        scene = self._scene
        found: list[Band] = []
        for step in scene.steps_of(number):
            side = 0 if step.old[0] != step.old[1] else 1
            own = self._extent(side, step.new if side else step.old)
            if own[1] < 0 or own[0] > self.height():
                continue
            other = step.old if side else step.new
            y = scene.metrics[1 - side].edge(other[0]) - GAP
            point = self._offset(1 - side) + y
            ends = (own, (point, point)) if side == 0 else ((point, point), own)
            found.append(Band(number, kind, *ends))
        return found

    def _extent(self, side: int, blocks: Blocks) -> tuple[float, float]:
        top, bottom = self._scene.metrics[side].extent(blocks)
        offset = self._offset(side)
        return top + offset - PAD, bottom + offset + PAD

    def _offset(self, side: int) -> float:
        """From pixels of a document to pixels of this widget."""
        return self._top(side) - self._scene.metrics[side].scroll

    def _top(self, side: int) -> float:
        """Where a text begins, below its caption, in pixels of this widget."""
        viewport = self._scene.metrics[side].view.viewport()
        return self.mapFromGlobal(viewport.mapToGlobal(QPointF(0, 0))).y()

    def _hidden(self, side: int, found: list[Blocks]) -> bool:
        document = self._scene.views[side].document()
        return all(
            not document.findBlockByNumber(i).isVisible() for run in found for i in range(*run)
        )

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bands, then their signs, then what is folded away."""
        scene = self._scene
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), scene.theme.colour("window"))
        painter.setClipRect(self.rect().adjusted(0, round(self._top(0)), 0, 0))
        bands = self.bands()
        for band in bands:
            self._paint_band(painter, band)
        folds = self._folds()
        taken = [rect.center().y() for rect, _, _ in folds]
        signed: set[int] = set()
        for band in bands:
            if band.row not in signed and self._paint_sign(painter, band, taken):
                signed.add(band.row)
        for rect, _, count in folds:
            paint_pill(painter, rect, float(self.width()), f"⋯ {count}", scene.theme, "faint")
        if self.hasFocus():
            painter.setPen(QPen(scene.theme.colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        active = band.row in (self._hover, self._scene.chosen)
        band.paint(painter, float(self.width()), self._scene.theme, active=active)

    def _paint_sign(self, painter: QPainter, band: Band, taken: list[float]) -> bool:
        """Paint the sign where it can be seen; False where it cannot."""
        sign = sign_of(self._scene.row(band.row))
        share = band.sign_share(float(self.height()), taken)
        if sign and share is not None:
            band.paint_sign(painter, float(self.width()), sign, self._scene.theme, share)
        return not sign or share is not None

    def _folds(self) -> list[tuple[QRectF, int, int]]:
        """Where the signs of what is folded away stand, first step, and how many paragraphs."""
        scene = self._scene
        found: list[tuple[QRectF, int, int]] = []
        for first, last in scene.folds:
            y = sum(
                scene.metrics[side].edge((step.new if side else step.old)[0])
                - GAP
                + self._offset(side)
                for side, step in ((0, scene.steps[first]), (1, scene.steps[first]))
            ) / 2  # fmt: skip
            if -20 < y < self.height() + 20:
                found.append((QRectF(self.width() / 2 - 20, y - 9, 40, 18), first, last - first))
        return found

    # Pointing

    def row_at(self, at: QPointF) -> int:
        """The row whose ribbon is at a point, or -1."""
        width = float(self.width())
        hits = [band for band in self.bands() if band.holds(at, width)]
        return hits[-1].row if hits else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is pointed at."""
        row = self.row_at(event.position())
        if row != self._hover:
            self._hover = row
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if row >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._hover = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click brings both sides of a ribbon level, or unfolds."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for rect, first, _ in self._folds():
            if rect.adjusted(-12, -4, 12, 4).contains(event.position()):
                self.fold_clicked.emit(first)
                return
        row = self.row_at(event.position())
        if row >= 0:
            self.row_clicked.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a ribbon."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self._scene.chosen if keyboard else self.row_at(QPointF(event.pos()))
        if row >= 0:
            self.menu_for(row).popup(event.globalPos())

    def menu_for(self, row: int) -> QMenu:
        """The menu of a ribbon."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        level = menu.addAction(self.tr("Bring both sides level"))
        level.triggered.connect(lambda: self.row_clicked.emit(row))
        if self.can_copy_back:
            back = menu.addAction(back_words(self._scene.row(row)))
            back.setEnabled(is_change(self._scene.row(row)))
            back.triggered.connect(lambda: self.back_wanted.emit(row))
        return menu

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll both texts."""
        self._scene.sync.scroll_by(-wheel_pixels(event, 20))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from change to change; Enter or Space unfolds what is hidden in view, the
        topmost first."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            folds = self._folds()
            if folds:
                self.fold_clicked.emit(folds[0][1])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say in words what is pointed at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_at(QPointF(event.pos()))
            words = row_words(self._scene.comparison, row) if row >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _say_chosen(self, row: int) -> None:
        words = row_words(self._scene.comparison, row) if row >= 0 else ""
        self.setAccessibleName(words or self.tr("What became what"))
        self.update()


def _shared(extent: tuple[float, float], sizes: list[float]) -> list[tuple[float, float]]:
    """A stretch cut in the proportion of some sizes."""
    whole = sum(sizes) or 1.0
    found: list[tuple[float, float]] = []
    at = extent[0]
    for size in sizes:
        end = at + (extent[1] - extent[0]) * size / whole
        found.append((at, end))
        at = end
    return found
