"""Printing: the draft, and the comparison, both shown before as they come out of the printer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from drafter.model import Comparison, Resolution
from ui import pictures
from ui.compare import picture
from ui.windows import size_within_screen

Paint = Callable[[QPrinter], object]


def preview_draft(draft: Resolution, parent: QWidget) -> None:
    """Show the draft as it is printed, and print it from there."""
    _preview(
        paint_draft(draft),
        pictures.page_layout(),
        QCoreApplication.translate("printing", "Print the draft"),
        parent,
    )


def preview_comparison(comparison: Comparison, parent: QWidget) -> None:
    """Show both texts side by side as they are printed, and print them from there."""
    _preview(
        paint_comparison(comparison),
        picture.page_layout(),
        QCoreApplication.translate("printing", "Print the comparison"),
        parent,
        resolution=picture.page_resolution(),
    )


def paint_draft(draft: Resolution) -> Paint:
    """What puts the draft on paper."""
    document = pictures.printed(draft)

    def paint(printer: QPrinter) -> None:
        document.setPageSize(QSizeF())
        document.print_(printer)

    return paint


def paint_comparison(comparison: Comparison) -> Paint:
    """What puts both texts on paper."""
    return lambda printer: picture.paint_pages(comparison, printer)


def _preview(
    paint: Paint, layout: QPageLayout, title: str, parent: QWidget, resolution: int = 0
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setCreator("Drafter")
    printer.setPageLayout(layout)
    if resolution:
        printer.setResolution(resolution)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(title)
    size_within_screen(dialog, 900, 760)
    dialog.paintRequested.connect(paint)
    dialog.exec()
