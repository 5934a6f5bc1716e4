"""What only Qt can draw: the comparison as a picture or PDF, a text as a PDF."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from drafter.errors import UnwritableFile
from drafter.files import read_bytes, write_bytes
from drafter.model import Comparison, Resolution, Row, labels, note_numbers
from ui.editor.document import ResolutionDocument
from ui.editor.render import Style, cue_mark
from ui.theme import text_font
from ui.words import comparison_words, source_words

WIDTH = 1240
"""Pixels of the picture's width."""
_TALLEST = 32_000
"""Pixels a picture may be high; PNG readers stumble beyond it."""

GONE, COME, FAINT = QColor("#a3341f"), QColor("#1d5f8a"), QColor("#6b6b6b")


def comparison_picture(comparison: Comparison, path: Path) -> None:
    """Write both texts side by side as a PNG, as high as it takes."""
    document = comparison_document(comparison)
    document.setTextWidth(WIDTH)
    height = min(_TALLEST, int(document.size().height()) + 1)
    image = QImage(WIDTH, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    document.drawContents(painter)
    painter.end()
    _through_a_file(path, ".png", lambda name: image.save(name))


def comparison_pdf(comparison: Comparison, path: Path) -> None:
    """Write both texts side by side as a PDF, A4 across."""
    document = comparison_document(comparison, size=9)
    _print(document, path, QPageLayout.Orientation.Landscape)


def resolution_pdf(resolution: Resolution, path: Path) -> None:
    """Write a text as a PDF, A4, notes at the end."""
    font = text_font(10.5)
    style = Style(font, QColor("black"), FAINT, QColor("black"))
    document = QTextDocument()
    cursor = QTextCursor(document)
    shown = ResolutionDocument(resolution, style)
    for number, paragraph in enumerate(resolution.paragraphs):
        block = shown.findBlockByNumber(number)
        _block(cursor, number == 0, block.blockFormat().leftMargin() * 0.6)
        printed = shown.printed.get(paragraph.id)
        if printed:
            _put(cursor, f"{printed}{'.' if printed.isdigit() else ''}\u2003", font)
        _put_text(cursor, resolution, paragraph.id, font)
    for note_id, number in note_numbers(resolution).items():
        _block(cursor, False)
        small = QFont(font)
        small.setPointSizeF(8.5)
        _put(cursor, f"{number}\u2002", small)
        _put_text(cursor, resolution, note_id, small)
    _print(document, path, QPageLayout.Orientation.Portrait)


def comparison_document(comparison: Comparison, size: float = 10.5) -> QTextDocument:
    """Both texts in two columns, one row for what became what."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(28)
    font = text_font(size)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    bold = QFont(font)
    bold.setBold(True)
    _put(cursor, f"{source_words(comparison.old)}  →  ", bold)
    _put(cursor, source_words(comparison.new), bold)
    cursor.insertBlock()
    _put(cursor, f"{comparison_words(comparison)}     ", font, FAINT)
    _put(cursor, "taken out", font, GONE, strike=True)
    _put(cursor, "   ", font)
    _put(cursor, "new", font, COME, under=True)
    rows = [row for row in comparison.rows if row.words or row.change != "same"]
    table = _table(cursor, len(rows))
    names = labels(comparison.old), labels(comparison.new)
    for i, row in enumerate(rows):
        _fill(table, i, row, names, font)
    return document


def _table(cursor: QTextCursor, rows: int) -> QTextTable:
    fmt = QTextTableFormat()
    fmt.setCellPadding(5)
    fmt.setCellSpacing(0)
    fmt.setBorder(0)
    fmt.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    fmt.setTopMargin(12)
    lengths = (6, 44, 6, 44)
    fmt.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in lengths]
    )
    return cursor.insertTable(max(1, rows), 4, fmt)


def _fill(
    table: QTextTable,
    i: int,
    row: Row,
    names: tuple[dict[str, str], dict[str, str]],
    font: QFont,
) -> None:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.8)
    for column, ids, side in ((0, row.old, 0), (2, row.new, 1)):
        label = ", ".join(names[side].get(key, key.removeprefix("masthead.")) for key in ids)
        moved = " ↕" if row.moved and side else ""
        _put(table.cellAt(i, column).firstCursorPosition(), label + moved, small, FAINT)
    old = table.cellAt(i, 1).firstCursorPosition()
    new = table.cellAt(i, 3).firstCursorPosition()
    for piece in row.words:
        if piece.op != "+":
            gone = piece.op == "-"
            _put(old, piece.text, font, GONE if gone else None, strike=gone)
        if piece.op != "-":
            come = piece.op == "+"
            _put(new, piece.text, font, COME if come else None, under=come)


def _put_text(cursor: QTextCursor, resolution: Resolution, target: str, font: QFont) -> None:
    text = resolution.text_of(target)
    numbers = note_numbers(resolution)
    edges = {0, len(text), *(i for pair in text.emphasis for i in pair)}
    marks = sorted(edges | {cue.at for cue in text.cues})
    for i, at in enumerate(marks):
        for cue in text.cues:
            if cue.at == at:
                fmt = QTextCharFormat()
                fmt.setFont(font)
                fmt.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
                cursor.insertText(cue_mark(cue, numbers), fmt)
        if i + 1 < len(marks):
            italic = QFont(font)
            italic.setItalic(any(a <= at < b for a, b in text.emphasis))
            _put(cursor, text.string[at : marks[i + 1]], italic)


def _block(cursor: QTextCursor, first: bool, indent: float = 0) -> None:
    fmt = QTextBlockFormat()
    fmt.setBottomMargin(7)
    fmt.setLeftMargin(indent)
    if first:
        cursor.setBlockFormat(fmt)
    else:
        cursor.insertBlock(fmt)


def _put(
    cursor: QTextCursor,
    string: str,
    font: QFont,
    colour: QColor | None = None,
    *,
    strike: bool = False,
    under: bool = False,
) -> None:
    fmt = QTextCharFormat()
    fmt.setFont(font)
    fmt.setForeground(colour or QColor("black"))
    fmt.setFontStrikeOut(strike)
    fmt.setFontUnderline(under)
    cursor.insertText(string.replace("\n", "\u2028"), fmt)


def _print(document: QTextDocument, path: Path, orientation: QPageLayout.Orientation) -> None:
    def write(name: str) -> bool:
        writer = QPdfWriter(name)
        writer.setCreator("Drafter")
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                orientation,
                QMarginsF(18, 18, 18, 18),
                QPageLayout.Unit.Millimeter,
            )
        )
        document.setPageSize(QSizeF())
        document.print_(writer)
        return True

    _through_a_file(path, ".pdf", write)


def _through_a_file(path: Path, suffix: str, write: Callable[[str], bool]) -> None:
    """Let Qt write a temporary file, then put it in place whole or not at all."""
    with tempfile.TemporaryDirectory() as folder:
        name = Path(folder) / f"out{suffix}"
        if not write(str(name)) or not name.is_file():
            raise UnwritableFile(f"{path} was not written: the drawing failed; try again.")
        write_bytes(path, read_bytes(name))
