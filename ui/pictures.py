"""What only Qt can draw: the comparison as a picture or PDF, a text as a PDF."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from drafter.errors import UnwritableFile
from drafter.files import read_bytes, write_bytes
from drafter.model import Resolution, note_numbers
from ui.compare.picture import comparison_pdf, comparison_picture
from ui.editor.document import ResolutionDocument
from ui.editor.render import Style, cue_mark, plain_format
from ui.theme import text_font

__all__ = ["comparison_pdf", "comparison_picture", "resolution_pdf"]

FAINT = QColor("#6b6b6b")


def resolution_pdf(resolution: Resolution, path: Path) -> None:
    """Write a text as a PDF, A4, notes at the end."""
    _print(printed(resolution), path)


def printed(resolution: Resolution) -> QTextDocument:
    """A text as it is printed, notes at the end."""
    style = Style(text_font(10.5), QColor("black"), FAINT, QColor("black"))
    document = QTextDocument()
    cursor = QTextCursor(document)
    shown = ResolutionDocument(resolution, style)
    for number, paragraph in enumerate(resolution.paragraphs):
        block = shown.findBlockByNumber(number)
        _block(cursor, number == 0, block.blockFormat().leftMargin() * 0.6)
        font = plain_format(paragraph, style).font()
        printed = shown.printed.get(paragraph.id)
        if printed:
            _put(cursor, f"{printed}{'.' if printed.isdigit() else ''}\u2003", font)
        _put_text(cursor, resolution, paragraph.id, font)
    for note_id, number in note_numbers(resolution).items():
        _block(cursor, False)
        small = style.sized_font()
        small.setPointSizeF(8.5)
        _put(cursor, f"{number}\u2002", small)
        _put_text(cursor, resolution, note_id, small)
    return document


def page_layout() -> QPageLayout:
    """The pages of a text: A4 upright."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(18, 18, 18, 18),
        QPageLayout.Unit.Millimeter,
    )


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


def _put(cursor: QTextCursor, string: str, font: QFont) -> None:
    fmt = QTextCharFormat()
    fmt.setFont(font)
    fmt.setForeground(QColor("black"))
    cursor.insertText(string.replace("\n", "\u2028"), fmt)


def _print(document: QTextDocument, path: Path) -> None:
    def write(name: str) -> bool:
        writer = QPdfWriter(name)
        writer.setCreator("Drafter")
        writer.setPageLayout(page_layout())
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
