"""What is said about the card that is looked at, under its list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

LINES = 11
"""How high it becomes before it scrolls: the list above keeps the rest."""


class Details(QScrollArea):
    """A few lines of rich text, as high as they are; many are scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setWidget(self.label)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.label.setAutoFillBackground(False)  # setWidget switched it on
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the label takes the keys, for its links

    def say(self, html: str) -> None:
        """Show something else, from its beginning."""
        self.label.setText(html)
        self.verticalScrollBar().setValue(0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines at another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        most = LINES * self.fontMetrics().lineSpacing()
        needed = self.label.heightForWidth(max(80, self.width()))
        # A bar that is not needed takes width, and then the lines need more height than they have.
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needed > most else policy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(max(0, min(most, needed)))

    def minimumSizeHint(self) -> QSize:
        """The list decides how wide the panel is."""
        return QSize(80, 0)
