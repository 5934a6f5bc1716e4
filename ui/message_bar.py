"""What went wrong, or was understood, in one line over the text; it stops nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done about a message: a button."""

    text: str
    tip: str
    act: Callable[[], object]


class MessageBar(QFrame):
    """One message with what can be done about it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAutoFillBackground(True)
        self._details = ""
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._actions = QHBoxLayout()
        self._copy = QPushButton(self.tr("Copy details"))
        self._copy.setToolTip(self.tr("Copy what the program knows about this to the clipboard"))
        self._copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(f"{self.text()}\n\n{self._details}")
        )
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setToolTip(self.tr("Close this message (Esc)"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._label, 1)
        row.addLayout(self._actions)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self._label.text()

    def say(self, text: str, *, details: str = "", problem: bool = False) -> None:
        """Say something; a problem is marked by a word and a sign, not by colour alone."""
        self._clear()
        self._label.setText(f"⚠  {text}" if problem else text)
        self._label.setAccessibleName(text)
        self._details = details
        self._copy.setVisible(bool(details))
        self.show()

    def offer(self, text: str, tooltip: str, act: Callable[[], object]) -> None:
        """Add a button to the message."""
        button = QPushButton(text, self)
        button.setToolTip(tooltip)
        button.clicked.connect(lambda: act())
        self._actions.addWidget(button)

    def ask(self, text: str, offers: Iterable[Offer], *, details: str = "") -> None:
        """Say something a person must decide, and offer what can be done; each choice takes the
        message away. It stays until then, or until it is closed."""
        self.say(text, details=details, problem=True)

        def chosen(offer: Offer) -> None:
            self.dismiss()
            offer.act()

        for offer in offers:
            self.offer(offer.text, offer.tip, lambda offer=offer: chosen(offer))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the message."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def dismiss(self) -> None:
        """Take the message away."""
        self._clear()
        self.hide()
        self.closed.emit()

    def _clear(self) -> None:
        while (item := self._actions.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()  # it goes only when the event loop turns
                widget.deleteLater()


def below_bar(bar: MessageBar, page: QWidget) -> QWidget:
    """A page with its bar above it, edge to edge."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(page, 1)
    return both
