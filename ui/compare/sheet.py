"""Both texts side by side on one long sheet, each row level: for pictures and for paper.

Nothing here is a widget. The sheet is laid out once, in pixels, and painted whole or page by page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
)

from drafter.model import Comparison, Kind, Paragraph, Resolution, labels, note_numbers
from ui.compare.kinds import LOOKS, ORDER, kind_of, kind_words, sign_of
from ui.compare.marks import row_marks
from ui.compare.metrics import word_rects, x_of
from ui.compare.ribbon import Band
from ui.compare.status import sign_icon
from ui.compare.steps import Step, steps
from ui.compare.underlay import PAD, mark_range, paint_mark
from ui.editor.document import ResolutionDocument
from ui.editor.render import CUE_NUMBER
from ui.theme import LIGHT, Theme, text_style, ui_font
from ui.words import source_words

MARGIN = 28
BETWEEN = 84
"""Pixels between the two texts."""
_NOTES = "NOTES"
"""A section of their own for notes, so that nothing else is counted otherwise."""


@dataclass(frozen=True, slots=True)
class Line:
    """A step and where it stands."""

    step: Step
    top: float
    height: float


class Sheet:
    """The layout of a comparison at a width in pixels."""

    def __init__(self, comparison: Comparison, width: int, theme: Theme = LIGHT) -> None:
        self._counts = comparison.shown_counts()
        comparison = replace(
            comparison, old=_with_notes(comparison.old), new=_with_notes(comparison.new)
        )
        self.comparison, self.theme, self.width = comparison, theme, width
        self.style = text_style(theme)
        column = (width - 2 * MARGIN - BETWEEN) / 2
        self.columns = (float(MARGIN), MARGIN + column + BETWEEN)
        self.column = column
        self._texts = (comparison.old, comparison.new)
        self._documents = tuple(ResolutionDocument(text, self.style) for text in self._texts)
        for document in self._documents:
            document.setTextWidth(column)
            document.size()
        self._block_tops = tuple(_tops(document) for document in self._documents)
        self._labels = tuple(labels(text) for text in self._texts)
        self.head = 92.0
        self.lines: list[Line] = []
        self.height = self.head
        for step in steps(comparison):
            tall = max(self._tall(0, step.old), self._tall(1, step.new))
            self.lines.append(Line(step, self.height, tall))
            self.height += tall
        self._tops = [line.top for line in self.lines]
        self.height += MARGIN

    def _blocks(self, side: int, step: Step) -> Iterator[QTextBlock]:
        for number in range(*(step.new if side else step.old)):
            yield self._documents[side].findBlockByNumber(number)

    def _tall(self, side: int, blocks: tuple[int, int]) -> float:
        """Height of some neighbouring blocks with the space around them."""
        tops = self._block_tops[side]
        return tops[blocks[1]] - tops[blocks[0]]

    # Painting

    def paint(self, painter: QPainter, top: float, bottom: float) -> None:
        """Paint what lies between two heights, in the sheet's own coordinates."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if top < self.head:
            self._paint_head(painter)
        first = max(0, bisect_right(self._tops, top) - 1)
        shown = [line for line in self.lines[first:] if line.top < bottom]
        for line in shown:
            self._paint_tints(painter, line)
        for band in self._bands(shown):
            self._paint_band(painter, band)
        for line in shown:
            for side in (0, 1):
                self._paint_side(painter, side, line)

    def _paint_head(self, painter: QPainter) -> None:
        title = QFont(self.style.font)
        title.setBold(True)
        painter.setPen(self.theme.colour("ink"))
        painter.setFont(title)
        for side, text in enumerate(self._texts):
            rect = QRectF(self.columns[side], 18, self.column, 26)
            words = QFontMetricsF(title).elidedText(
                source_words(text), Qt.TextElideMode.ElideMiddle, self.column
            )
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, words)
        painter.setFont(ui_font())
        x, metrics = float(MARGIN), QFontMetricsF(ui_font())
        counts = self._counts
        for kind in ("same", *ORDER):
            if not counts[kind]:
                continue
            if kind != "same":
                icon = sign_icon(kind, self.theme, 3.0)
                painter.drawPixmap(QRectF(x, 55, 22, 14).toRect(), icon.pixmap(QSize(22, 14), 3.0))
                x += 28
            painter.setPen(self.theme.colour("faint"))
            words = f"{counts[kind]} {kind_words(kind)}"
            painter.drawText(QPointF(x, 67), words)
            x += metrics.horizontalAdvance(words) + 20
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.drawLine(QLineF(MARGIN, 82, self.width - MARGIN, 82))

    def _kind(self, step: Step) -> str:
        return kind_of(self.comparison.rows[step.row]) if step.row >= 0 else "same"

    def _extent(self, side: int, line: Line) -> tuple[float, float]:
        """From the first line of words to the last."""
        blocks = list(self._blocks(side, line.step))
        if not blocks:
            return line.top, line.top
        last = blocks[-1].blockNumber()
        before = self._tall(side, (blocks[0].blockNumber(), last))
        return line.top, line.top + before + blocks[-1].layout().boundingRect().bottom()

    def _paint_tints(self, painter: QPainter, line: Line) -> None:
        kind = self._kind(line.step)
        if kind == "same":
            return
        colour = self.theme.colour(LOOKS[kind].colour, 0.07 if kind == "edited" else 0.11)
        for side in (0, 1):
            top, bottom = self._extent(side, line)
            if top < bottom:
                x = self.columns[side]
                painter.fillRect(QRectF(x, top - PAD, self.column, bottom - top + 2 * PAD), colour)

    def _bands(self, shown: Iterable[Line]) -> list[Band]:
        found: list[Band] = []
        places: dict[int, list[Line]] = {}
        for line in self.lines:
            if line.step.row >= 0:
                places.setdefault(line.step.row, []).append(line)
        done: set[int] = set()
        for line in shown:
            row = line.step.row
            if row in done:
                continue
            done.add(row)
            if row < 0:
                found.append(self._band(line, line, "same"))
                continue
            kind = self._kind(line.step)
            left = [place for place in places[row] if place.step.old[0] != place.step.old[1]]
            right = [place for place in places[row] if place.step.new[0] != place.step.new[1]]
            if not left or not right:
                found += [self._band(place, place, kind) for place in (*left, *right)]
            else:
                found += [self._band(a, b, kind) for a in left for b in right]
        return found

    def _band(self, left: Line, right: Line, kind: str) -> Band:
        (a, b), (c, d) = self._extent(0, left), self._extent(1, right)
        old = (a - PAD, b + PAD) if a < b else (a, a)
        new = (c - PAD, d + PAD) if c < d else (c, c)
        return Band(left.step.row, kind, old, new)

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        painter.save()
        painter.translate(self.columns[1] - BETWEEN, 0)
        band.paint(painter, float(BETWEEN), self.theme)
        if band.row >= 0:
            sign = sign_of(self.comparison.rows[band.row])
            lone = {"deleted": 0.3, "inserted": 0.7}.get(band.kind, 0.5)
            if sign:
                band.paint_sign(painter, float(BETWEEN), sign, self.theme, lone)
        painter.restore()

    def _paint_side(self, painter: QPainter, side: int, line: Line) -> None:
        document, x, y = self._documents[side], self.columns[side], line.top
        layout = document.documentLayout()
        row = self.comparison.rows[line.step.row] if line.step.row >= 0 else None
        marks = row_marks(self.comparison, row)[side] if row else {}
        for block in self._blocks(side, line.step):
            rect = layout.blockBoundingRect(block)
            paragraph = self._texts[side].paragraphs[block.blockNumber()]
            origin = QPointF(x + rect.left() - document.documentMargin(), y)
            for mark in marks.get(paragraph.id, ()):
                first, last = mark_range(document, paragraph.id, mark)
                base = block.position()
                rects = word_rects(block, origin, first - base, last - base)
                paint_mark(painter, rects, mark, self.theme, side)
            block.layout().draw(painter, origin - block.layout().position())
            self._paint_cues(painter, block, origin)
            self._paint_number(painter, side, block, origin)
            y += self._tall(side, (block.blockNumber(), block.blockNumber() + 1))

    def _paint_number(
        self, painter: QPainter, side: int, block: QTextBlock, origin: QPointF
    ) -> None:
        paragraph = self._texts[side].paragraphs[block.blockNumber()]
        number = self._documents[side].printed.get(paragraph.id, "")
        if paragraph.id in self._texts[side].notes_by_id:
            number = str(note_numbers(self._texts[side])[paragraph.id])
        font, colour = self.style.sized_font(), QColor(self.style.ink)
        if paragraph.kind is Kind.PREAMBULAR:
            number, font, colour = self._labels[side][paragraph.id], ui_font(0.85), self.style.faint
        elif paragraph.kind is Kind.OPERATIVE and number.isdigit():
            number += "."
        if not number or not block.layout().lineCount():
            return
        line = block.layout().lineAt(0)
        right = origin.x() + line.x() - 11
        painter.setFont(font)
        painter.setPen(colour)
        width = QFontMetricsF(font).horizontalAdvance(number)
        painter.drawText(QPointF(right - width, origin.y() + line.y() + line.ascent()), number)

    def _paint_cues(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """Footnote cues, which keep room in the line but are no letters of it."""
        font, layout = self.style.raised_font(), block.layout()
        rise = QFontMetricsF(self.style.sized_font()).capHeight() - QFontMetricsF(font).capHeight()
        painter.setFont(font)
        painter.setPen(self.style.accent)
        for piece in block.textFormats():
            if piece.format.hasProperty(CUE_NUMBER):
                line = layout.lineForTextPosition(piece.start)
                at = QPointF(x_of(line, piece.start) + 0.5, line.y() + line.ascent() - rise)
                painter.drawText(origin + at, str(piece.format.property(CUE_NUMBER)))

    # Pages

    def pages(self, room: float) -> list[tuple[float, float]]:
        """The sheet cut into stretches of at most ``room`` pixels, between rows where that does
        not waste half a page, else between lines."""
        found: list[tuple[float, float]] = []
        top = 0.0
        while top + room < self.height:
            limit = top + room
            cut = max((t for t in self._tops if top < t <= limit), default=top)
            if cut < top + room * 0.5:
                inside = [y for y in self._line_ends(limit) if top + room * 0.5 < y <= limit]
                cut = max(inside, default=limit)
            found.append((top, cut))
            top = cut
        found.append((top, self.height))
        return found

    def _line_ends(self, at: float) -> Iterator[float]:
        """Where lines end in the row at a height, on the side that has more of them."""
        line = self.lines[max(0, bisect_right(self._tops, at) - 1)]
        ends: list[list[float]] = []
        for side in (0, 1):
            y, own = line.top, list[float]()
            for block in self._blocks(side, line.step):
                layout = block.layout()
                own += [
                    y + layout.lineAt(n).y() + layout.lineAt(n).height()
                    for n in range(layout.lineCount())
                ]
                y += self._tall(side, (block.blockNumber(), block.blockNumber() + 1))
            ends.append(own)
        yield from max(ends, key=len)


def _tops(document: ResolutionDocument) -> list[float]:
    """Top of each block, and last the end of the last one with the space below it."""
    layout = document.documentLayout()
    found: list[float] = []
    block = document.firstBlock()
    bottom = 0.0
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        found.append(rect.top())
        bottom = rect.bottom() + block.blockFormat().bottomMargin()
        block = block.next()
    return [*found, bottom]


def _with_notes(text: Resolution) -> Resolution:
    """The text with its footnotes as paragraphs at the end, in the order of their numbers."""
    order = note_numbers(text)
    notes = sorted(text.notes, key=lambda note: order[note.id])
    shown = [Paragraph(note.id, Kind.PLAIN, note.text, section=_NOTES) for note in notes]
    return replace(text, paragraphs=(*text.paragraphs, *shown))
