"""How a suggestion looks in its list: where, then what was and what comes."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

Index = QModelIndex | QPersistentModelIndex
_KNOWN = 5_000
"""Heights of cards that are kept."""


def selected_tint(palette: QPalette) -> QColor:
    """What lies behind the card that is looked at; its words are read through it."""
    tint = palette.color(QPalette.ColorRole.Highlight)
    tint.setAlpha(32)
    return tint


class CardDelegate(QStyledItemDelegate):
    """Paints cards; headings are painted bold."""

    CARD = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[object, ...], int] = {}
        """By what stands on a card, its width and its font: a list that is filled anew, as when a
        key makes one finding of hundreds go, asks for all."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card or a heading."""
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, selected_tint(palette))
        document = self._document(index, palette, rect.width() - 14)
        painter.translate(rect.left() + 8, rect.top() + 3)
        document.drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Height of a card at the width the list has."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 240
        depth = (
            view.indentation() if isinstance(view, QTreeView) and index.parent().isValid() else 0
        )
        card = index.data(self.CARD) or (index.data(), index.data(self.COUNT))
        font = view.font().key() if isinstance(view, QAbstractItemView) else ""
        key = (*card, width - depth, font)
        if key not in self._heights:
            if len(self._heights) > _KNOWN:
                self._heights.clear()
            document = self._document(index, QPalette(), width - depth - 14)
            self._heights[key] = round(document.size().height()) + 6
        return QSize(width - depth, self._heights[key])

    def _document(self, index: Index, palette: QPalette, width: float) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(2)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        view = self.parent()
        if isinstance(view, QAbstractItemView):
            document.setDefaultFont(view.font())
        document.setTextWidth(max(80.0, width))
        document.setHtml(self._html(index, palette))
        return document

    def _html(self, index: Index, palette: QPalette) -> str:
        ink = palette.color(QPalette.ColorRole.Text).name()
        faint = palette.color(QPalette.ColorRole.PlaceholderText)
        grey = f"rgba({faint.red()},{faint.green()},{faint.blue()},{faint.alphaF():.2f})"
        card = index.data(self.CARD)
        if not card:
            name, count = escape(str(index.data() or "")), index.data(self.COUNT)
            counted = f" &nbsp;<span style='color:{grey}'>{count}</span>" if count else ""
            return f"<b style='color:{ink}'>{name}</b>{counted}"
        sign, label, old, new = card
        was = f"<s style='color:{grey}'>{escape(old)}</s>" if old else ""
        comes = f"<span style='color:{ink}'>{escape(new)}</span>"
        if not new:
            comes = f"<i style='color:{grey}'>{escape(self.tr('taken out'))}</i>"
        arrow = f" <span style='color:{grey}'>→</span> " if was else ""
        return (
            f"<span style='color:{grey}'>{sign}</span> <b style='color:{ink}'>{escape(label)}</b>"
            f" &nbsp;{was}{arrow}{comes}"
        )
