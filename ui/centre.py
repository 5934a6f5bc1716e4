"""The middle of the window: last cycle's text, the draft, and what joins them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.editor.editor import DraftEditor
from ui.editor.view import ResolutionView
from ui.looks import paper
from ui.session import Session
from ui.theme import Theme, text_style


class Centre(QWidget):
    """Both texts side by side."""

    def __init__(
        self, session: Session, theme: Theme, zoom: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        style = text_style(theme, zoom)
        self.old = ResolutionView(style=style)
        self.editor = DraftEditor(session, style=style)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.old)
        self._splitter.addWidget(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        session.base_changed.connect(lambda: self.old.set_resolution(session.base))

    def set_looks(self, theme: Theme, zoom: float) -> None:
        """Set both texts in the faces and colours of a theme."""
        for view in (self.old, self.editor):
            view.setPalette(paper(theme))
            view.set_style(text_style(theme, zoom))

    def next_change(self) -> None:
        """Go to the next change."""

    def previous_change(self) -> None:
        """Go to the one before."""
