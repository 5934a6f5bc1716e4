"""One ribbon: from a stretch of the left edge to a stretch of the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from ui.compare.kinds import LOOKS
from ui.theme import Theme, ui_font

_SHARES = (0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9)
"""Where along a ribbon its sign may stand, the best place first."""
_LONE = {"deleted": (0.3, 0.2), "inserted": (0.7, 0.8)}
"""The same where only one end is broad."""


@dataclass(frozen=True, slots=True)
class Band:
    """A ribbon of a row. ``left`` and ``right`` are top and bottom; equal ones are a point."""

    row: int
    kind: str
    left: tuple[float, float]
    right: tuple[float, float]

    def path(self, width: float) -> QPainterPath:
        """Its outline."""
        (a, b), (c, d) = self.left, self.right
        bend = width * 0.5
        path = QPainterPath(QPointF(0, a))
        path.cubicTo(QPointF(bend, a), QPointF(width - bend, c), QPointF(width, c))
        path.lineTo(QPointF(width, d))
        path.cubicTo(QPointF(width - bend, d), QPointF(bend, b), QPointF(0, b))
        path.closeSubpath()
        return path

    def edge(self, width: float, share: float) -> QPainterPath:
        """The line along it, from its upper (0) to its lower edge (1)."""
        a = self.left[0] + share * (self.left[1] - self.left[0])
        c = self.right[0] + share * (self.right[1] - self.right[0])
        path = QPainterPath(QPointF(0, a))
        path.cubicTo(QPointF(width * 0.5, a), QPointF(width * 0.5, c), QPointF(width, c))
        return path

    def holds(self, at: QPointF, width: float) -> bool:
        """Whether a point is on it, or nearly so."""
        top, bottom = self._between(min(max(at.x() / width, 0.0), 1.0))
        return top - 2 <= at.y() <= bottom + 2

    def ends_between(self, top: float, bottom: float) -> bool:
        """Whether either of its ends lies, in part, between two heights."""
        return any(end[0] <= bottom and end[1] >= top for end in (self.left, self.right))

    def _between(self, share: float) -> tuple[float, float]:
        """Top and bottom at a share of the width."""
        eased = share * share * (3 - 2 * share)
        return (
            self.left[0] + (self.right[0] - self.left[0]) * eased,
            self.left[1] + (self.right[1] - self.left[1]) * eased,
        )

    def paint(self, painter: QPainter, width: float, theme: Theme, *, active: bool = False) -> None:
        """Paint it; what is unchanged is a thread."""
        look = LOOKS[self.kind]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.kind == "same":
            if active:
                painter.fillPath(self.path(width), theme.colour("line", 0.5))
            painter.setPen(QPen(theme.colour("line"), 1.0))
            painter.drawPath(self.edge(width, 0.5))
            return
        opacity = look.opacity(theme.dark, active)
        painter.fillPath(self.path(width), theme.colour(look.colour, opacity))
        painter.setPen(QPen(theme.colour(look.colour, 1.0 if active else 0.65), 1.2, look.line))
        painter.drawPath(self.edge(width, 0.0))
        painter.drawPath(self.edge(width, 1.0))

    def sign_share(self, height: float, taken: Sequence[float] = ()) -> float | None:
        """Where along it its sign can be seen in a view of that height, or None; clear of the
        signs whose middles are ``taken``, if it can be."""
        seen = {
            share: y
            for share in _LONE.get(self.kind, _SHARES)
            if 10 < (y := sum(self._between(share)) / 2) < height - 10
        }
        clear = (s for s, y in seen.items() if all(abs(y - other) >= 19 for other in taken))
        return next(clear, next(iter(seen), None))

    def paint_sign(
        self, painter: QPainter, width: float, sign: str, theme: Theme, share: float
    ) -> None:
        """Paint what the shape alone does not say: "+", "1→2"."""
        y = sum(self._between(share)) / 2
        rect = QRectF(width * share - 15, y - 9, 30, 18)
        paint_pill(painter, rect, width, sign, theme, LOOKS[self.kind].colour)


def paint_pill(
    painter: QPainter, rect: QRectF, width: float, words: str, theme: Theme, colour: str
) -> None:
    """A few characters in a rounded frame around the middle of ``rect``, within ``width``."""
    font = ui_font(0.86)
    font.setBold(True)
    wide = max(20.0, QFontMetricsF(font).horizontalAdvance(words) + 12)
    middle = min(max(rect.center().x(), wide / 2 + 2), width - wide / 2 - 2)
    pill = QRectF(middle - wide / 2, rect.top(), wide, rect.height())
    painter.setPen(QPen(theme.colour(colour), 1.2))
    painter.setBrush(theme.colour("paper"))
    painter.drawRoundedRect(pill, 9, 9)
    painter.setFont(font)
    painter.setPen(theme.colour(colour))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
