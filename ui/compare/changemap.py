"""All changes at a glance, beside the scroll bar: click or drag to go there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.compare.kinds import LOOKS
from ui.compare.scene import Scene

WIDTH = 18
PAUSE = 100
"""Milliseconds without other heights after which the strip is drawn anew."""
_PAD = 3


class ChangeMap(QWidget):
    """The whole of both texts as a strip: left half what went, right half what came."""

    position_wanted = Signal(float)
    """Position to bring to the level."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._drawn: QPixmap | None = None
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self.redraw)
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Map of the changes"))
        self.setToolTip(self.tr("All changes; click or drag to go there"))
        scene.changed.connect(self._later.start)
        scene.sync.measured.connect(self._later.start)
        scene.sync.moved.connect(self.update)

    def sizeHint(self) -> QSize:
        """Narrow and high."""
        return QSize(WIDTH, 200)

    def redraw(self) -> None:
        """Draw the strip anew when it is seen next."""
        self._drawn = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height."""
        self.redraw()

    def y_of(self, position: float) -> float:
        """Where a position is on the strip."""
        total = self._scene.sync.total or 1.0
        return _PAD + position / total * (self.height() - 2 * _PAD)

    def position_at(self, y: float) -> float:
        """Which position is at a height of the strip."""
        room = max(1, self.height() - 2 * _PAD)
        return min(max((y - _PAD) / room, 0.0), 1.0) * self._scene.sync.total

    def paintEvent(self, event: QPaintEvent) -> None:
        """The strip, and over it what the window shows of it."""
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.devicePixelRatioF() != ratio:
            self._drawn = self._draw(ratio)
        scene = self._scene
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = scene.sync.window()
        view = QRectF(0.5, self.y_of(first), self.width() - 1.0, 0)
        view.setBottom(max(self.y_of(last), view.top() + 8))
        painter.setPen(QPen(scene.theme.colour("faint", 0.9), 1))
        painter.setBrush(scene.theme.colour("faint", 0.16))
        painter.drawRoundedRect(view, 3, 3)
        painter.end()

    def _draw(self, ratio: float) -> QPixmap:
        scene, theme = self._scene, self._scene.theme
        drawn = QPixmap(round(self.width() * ratio), max(1, round(self.height() * ratio)))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(theme.colour("window"))
        painter = QPainter(drawn)
        middle = self.width() / 2
        for number, step in enumerate(scene.steps):
            kind = scene.kind(step.row)
            if kind == "same":
                continue
            start, end = scene.sync.span_of(number)
            top, bottom = self.y_of(start), self.y_of(end)
            height = max(2.0, bottom - top - 1.0)
            colour = theme.colour(LOOKS[kind].colour, 0.85)
            # What went is on the left, what came on the right, what stayed on both.
            left = 4.0 if step.old[0] != step.old[1] else middle
            right = self.width() - 4.0 if step.new[0] != step.new[1] else middle
            if kind in ("edited", "notes", "formatting"):
                painter.fillRect(
                    QRectF(left + 2, top, right - left - 4, height), theme.colour("edited", 0.55)
                )
            else:
                painter.fillRect(QRectF(left, top, right - left, height), colour)
        painter.end()
        return drawn

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where it was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.position_wanted.emit(self.position_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with a drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.position_wanted.emit(self.position_at(event.position().y()))

    def changeEvent(self, event: QEvent) -> None:
        """Another palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self.redraw()
        super().changeEvent(event)
