"""A text with its tracked changes shown: what was inserted underlined, what was deleted struck."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.model import Comment, Revision, marked_up

HTML = Qt.ItemDataRole.UserRole + 1
"""Role of the text as HTML; an item without it is painted as always."""
_MARGIN = 6
_INDENT = 7
"""Pixels, with the margin as much as the style gives the other cells."""
Index = QModelIndex | QPersistentModelIndex


def marked_html(string: str, revisions: Iterable[Revision]) -> str:
    """A text as HTML."""
    tags = {"insertion": "u", "deletion": "s"}
    found: list[str] = []
    for piece in marked_up(string, revisions):
        words = escape(piece.text.replace("\n", "¶"))
        tag = tags[piece.by.did] if piece.by else ""
        found.append(f"<{tag}>{words}</{tag}>" if tag else words)
    return "".join(found)


def said_by(one: Revision | Comment) -> str:
    """Who did it and when: "Heather Jarvis, 17 January 2018"."""
    import datetime as dt

    try:
        day = dt.date.fromisoformat(one.date[:10])
    except ValueError:
        return one.author
    return f"{one.author}, {day.day} {day:%B %Y}".removeprefix(", ")


class MarkedUp(QStyledItemDelegate):
    """Paints the items of a table that hold HTML."""

    def _document(self, option: QStyleOptionViewItem, index: Index) -> QTextDocument | None:
        html = index.data(HTML)
        if not html:
            return None
        document = QTextDocument()
        document.setDefaultFont(option.font)  # pyright: ignore[reportAttributeAccessIssue]
        document.setDocumentMargin(_MARGIN)
        document.setHtml(html)
        return document

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell as the style draws it, with the words from HTML."""
        document = self._document(option, index)
        if document is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""  # pyright: ignore[reportAttributeAccessIssue]
        widget = option.widget  # pyright: ignore[reportAttributeAccessIssue]
        style = widget.style() if widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        rect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        document.setTextWidth(rect.width() - _INDENT)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = option.palette  # pyright: ignore[reportAttributeAccessIssue]
        ink = option.palette.color(QPalette.ColorRole.Text)  # pyright: ignore[reportAttributeAccessIssue]
        context.palette.setColor(QPalette.ColorRole.Text, ink)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.translate(rect.left() + _INDENT, rect.top())
        painter.setClipRect(QRectF(0, 0, rect.width() - _INDENT, rect.height()))
        document.documentLayout().draw(painter, context)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need at the column's width."""
        document = self._document(option, index)
        if document is None:
            return super().sizeHint(option, index)
        table = self.parent()
        width = table.columnWidth(index.column()) if table else 400  # type: ignore[union-attr]
        document.setTextWidth(width - _INDENT)
        return QSize(width, int(document.size().height()) + 1)
