"""Quiet lines under the words of the draft that a check has something to say about.

They are painted behind the text like the marks of the comparison (``ui.compare.underlay``), a
little lower, so that both can be seen. Severity is told by the shape of the line: a wave is an
error, dots are a warning, thin dashes far apart a note.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, QLineF, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QTextBlock
from PySide6.QtWidgets import QToolTip

from drafter.model import Finding, Resolution
from drafter.text.whole_words import whole_words
from ui.check_words import SEVERITY
from ui.editor.view import ResolutionView
from ui.findings import Findings
from ui.theme import Theme
from ui.words import first_cue, shortened, words_of

COLOURS = {"error": "error", "warning": "warning", "note": "faint"}
_WAVE = 2.0
"""Height of the wave of an error, in pixels."""
_STEP = 2.5
"""Pixels from one of its corners to the next."""


class FindingMarks(QObject):
    """Paints the lines of the open findings behind a view of the draft."""

    def __init__(self, view: ResolutionView, findings: Findings, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._findings, self._theme = view, findings, theme
        self._by_target: dict[str, list[Finding]] = {}
        view.viewport().installEventFilter(self)
        findings.changed.connect(self._gather)
        self._gather()

    def dress(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self._view.viewport().update()

    def _gather(self) -> None:
        before, self._by_target = self._by_target, {}
        for one in self._findings.open:
            self._by_target.setdefault(one.finding.target, []).append(one.finding)
        self._view.update_targets(differing(before, self._by_target))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint first, then let the view paint its words; say what a line means when pointed at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            one = self.finding_at(event.pos())
            if one is not None:
                said = tip(one, self._view.resolution)
                QToolTip.showText(event.globalPos(), said, self._view.viewport())
                return True
        if isinstance(event, QPaintEvent) and self._by_target:
            painter = QPainter(self._view.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self._view.verticalScrollBar().value())
            for block in self._view.visible_blocks(event.rect()):
                if block.isVisible():
                    self._block(painter, block)
            painter.end()
        return False

    def finding_at(self, point: QPoint) -> Finding | None:
        """The finding whose words lie at a point of the view."""
        at = QPointF(point) + QPointF(0, self._view.verticalScrollBar().value())
        for block in self._view.visible_blocks():
            for one, start, end in self.ranges(self._view.paragraph_id_at(block.position())):
                if any(rect.contains(at) for rect in self._rects(block, start, end)):
                    return one
        return None

    def _block(self, painter: QPainter, block: QTextBlock) -> None:
        for finding, start, end in self.ranges(self._view.paragraph_id_at(block.position())):
            for rect in self._rects(block, start, end):
                paint_line(painter, rect, finding.severity, self._theme)

    def ranges(self, paragraph_id: str) -> list[tuple[Finding, int, int]]:
        """The findings to be marked in a paragraph with their code points; one on a footnote is
        marked at its first cue."""
        text = self._view.resolution
        if paragraph_id not in text.positions:
            return []
        own = text.paragraph(paragraph_id).text
        found = [
            (one, *whole_words(own.string, one.start, one.end))
            for one in self._by_target.get(paragraph_id, ())
        ]
        for cue in own.cues:
            if cue.note is not None and first_cue(text, cue.note) == (paragraph_id, cue.at):
                at = max(0, cue.at - 1)
                found += [(one, at, cue.at) for one in self._by_target.get(cue.note, ())]
        return found

    def _rects(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        key = self._view.paragraph_id_at(block.position())
        first, last = self._view.resolution_document.range_of(key, start, end)
        return self._view.range_rects(block, first, last)


def differing(before: Mapping[str, object], now: Mapping[str, object]) -> set[str]:
    """The keys under which other things stand now."""
    return {
        key
        for key in before.keys() | now.keys()
        if (was := before.get(key)) is not (stands := now.get(key)) and was != stands
    }


def tip(one: Finding, draft: Resolution) -> str:
    """What a finding says, and what it would read, when its words are pointed at."""
    sign, _, _ = SEVERITY[one.severity]
    said = f"{sign} {escape(one.message)}"
    _, comes = words_of(one.fix, draft) if one.fix is not None else ("", "")
    if comes.strip():
        said += f"<br>→ {escape(shortened(comes, 90))}"
    return f"<qt>{said}</qt>"


def paint_line(painter: QPainter, rect: QRectF, severity: str, theme: Theme) -> None:
    """The line under one stretch of words."""
    y = rect.bottom() + 0.5
    pen = QPen(theme.colour(COLOURS[severity], 0.9), 1.2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if severity == "error":
        painter.setPen(pen)
        painter.drawPolyline(wave(rect.left(), rect.right(), y))
        return
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setWidthF(1.6 if severity == "warning" else 1.0)
    pen.setDashPattern([0.1, 2.2] if severity == "warning" else [4.0, 5.0])
    painter.setPen(pen)
    painter.drawLine(QLineF(rect.left() + 1, y, rect.right(), y))


def wave(left: float, right: float, y: float) -> list[QPointF]:
    """The corners of a wave from left to right."""
    tops = int((right - left) / _STEP) + 1
    found = [QPointF(left + i * _STEP, y - _WAVE * (i % 2)) for i in range(tops)]
    return [*found, QPointF(right, y - _WAVE * (tops % 2))]
