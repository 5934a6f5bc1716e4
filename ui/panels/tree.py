"""A list of cards under headings, gone through by keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from ui.panels.cards import CardDelegate, Index, selected_tint

ITEM = Qt.ItemDataRole.UserRole


def next_after(last: str | None, before: Sequence[str], now: Sequence[str]) -> str | None:
    """Which card becomes current when a list changes: the same, else the next one that is still
    there, else the one before it, else the first."""
    at = before.index(last) if last in before else len(before)
    nearest = (*before[at:], *reversed(before[:at])) if at < len(before) else ()
    return next((card for card in nearest if card in now), now[0] if now else None)


class CardTree(QTreeWidget):
    """Headings with cards; arrow keys go from card to card, letters do what the panel says."""

    pressed_key = Signal(str)
    """A letter that was pressed without modifiers and is one of ``keys``; Enter is "Enter"."""

    pointed = Signal(object)
    """What the card under the mouse is of; None over a heading, and when the mouse went away."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setHeaderHidden(True)
        self.setIndentation(12)
        self.setRootIsDecorated(False)
        self.setItemDelegate(CardDelegate(self))
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewportEntered.connect(lambda: self.pointed.emit(None))
        self.itemEntered.connect(lambda item: self.pointed.emit(item.data(0, ITEM)))
        self.setFrameShape(QTreeWidget.Shape.NoFrame)

    def heading(self, words: str, count: int) -> QTreeWidgetItem:
        """Add a heading."""
        item = QTreeWidgetItem(self, [words])
        item.setData(0, CardDelegate.COUNT, count)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}, {count}")
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def card(
        self,
        under: QTreeWidgetItem,
        value: object,
        card: tuple[str, str, str, str],
        spoken: str,
        tip: str,
    ) -> None:
        """Add a card under a heading; ``card`` is sign, label, what was, what comes."""
        item = QTreeWidgetItem(under)
        item.setData(0, ITEM, value)
        item.setData(0, CardDelegate.CARD, card)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(0, tip)

    def cards(self) -> Iterator[QTreeWidgetItem]:
        """The cards in the order they are shown."""
        for i in range(self.topLevelItemCount()):
            heading = self.topLevelItem(i)
            for k in range(heading.childCount() if heading is not None else 0):
                item = heading.child(k) if heading is not None else None
                if item is not None:
                    yield item

    def current_value(self) -> object:
        """What the current card is of, or None."""
        item = self.currentItem()
        return item.data(0, ITEM) if item else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards are as high as their words need at this width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A narrow stripe before the card that is looked at; Qt would fill the whole indent."""
        chosen = self.selectionModel().isSelected(index)
        if index.parent().isValid() and chosen:
            colours = self.palette()
            painter.fillRect(rect, colours.color(QPalette.ColorRole.Window))
            painter.fillRect(rect, selected_tint(colours))
            stripe = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(stripe, colours.color(QPalette.ColorRole.Highlight))

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse points at no card any more."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def moveCursor(
        self, action: QTreeWidget.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """From card to card, past the headings."""
        Action = QTreeWidget.CursorAction
        index = super().moveCursor(action, modifiers)
        up = action in (Action.MoveUp, Action.MovePageUp, Action.MovePrevious)
        while index.isValid() and not index.parent().isValid():
            index = self.indexAbove(index) if up else self.indexBelow(index)
        return index if index.isValid() else self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The panel's letters; the rest is the tree's."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        letter = event.text().upper()
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed_key.emit("Enter")
        elif plain and letter and letter in self._keys:
            self.pressed_key.emit(letter)
        else:
            super().keyPressEvent(event)
