"""The comparison as a picture and as a PDF, drawn without a window."""

from __future__ import annotations

import os

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from drafter.errors import UnwritableFile
from drafter.files import write_bytes
from drafter.model import Comparison
from ui.compare.sheet import Sheet
from ui.theme import LIGHT, Theme
from ui.words import source_words

WIDTH = 1400
"""Pixels of a picture's width."""
_TALLEST = 32_000
"""Pixels a picture may be high: Qt paints no higher one."""
_PAGE_WIDTH = 1340
"""Pixels of the sheet that fill the width of a page."""


def comparison_picture(
    comparison: Comparison,
    path: str | os.PathLike[str],
    width: int = WIDTH,
    *,
    theme: Theme = LIGHT,
    scale: float = 1.5,
) -> None:
    """Write both texts side by side as a PNG, ``width`` pixels wide before it is scaled for sharp
    screens; a very long one is scaled less. UnwritableFile where it cannot be written."""
    sheet = Sheet(comparison, width, theme)
    scale = min(scale, _TALLEST / sheet.height)
    size = round(sheet.width * scale), max(1, round(sheet.height * scale))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    sheet.paint(painter, 0, sheet.height)
    painter.end()
    buffer = _buffer()
    if not image.save(buffer, "PNG"):  # pyright: ignore[reportCallIssue, reportArgumentType]
        raise UnwritableFile(f"{path} was not written: the picture could not be drawn; try again.")
    write_bytes(path, bytes(buffer.data().data()))


def comparison_pdf(comparison: Comparison, path: str | os.PathLike[str]) -> None:
    """Write both texts side by side as a PDF, A4 across, rows kept whole where they can be.
    UnwritableFile where it cannot be written."""
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setCreator("Drafter")
    writer.setTitle(f"{source_words(comparison.old)} → {source_words(comparison.new)}")
    writer.setResolution(page_resolution())
    writer.setPageLayout(page_layout())
    paint_pages(comparison, writer)
    write_bytes(path, bytes(buffer.data().data()))


def page_resolution() -> int:
    """Dots an inch of the pages of a comparison: the sheet is laid out in the screen's pixels, and
    paper of the same resolution fits its fonts."""
    return round(QGuiApplication.primaryScreen().logicalDotsPerInchY())


def page_layout() -> QPageLayout:
    """The pages of a comparison: A4 across."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Landscape,
        QMarginsF(10, 12, 10, 12),
        QPageLayout.Unit.Millimeter,
    )


def paint_pages(comparison: Comparison, device: QPagedPaintDevice) -> None:
    """Paint both texts side by side on as many pages as they need."""
    sheet = Sheet(comparison, _PAGE_WIDTH)
    scale = device.width() / _PAGE_WIDTH
    painter = QPainter(device)
    for number, (top, bottom) in enumerate(sheet.pages(device.height() / scale)):
        if number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        painter.translate(0, -top)
        painter.setClipRect(QRectF(0, top, _PAGE_WIDTH, bottom - top))
        sheet.paint(painter, top, bottom)
        painter.restore()
    painter.end()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
