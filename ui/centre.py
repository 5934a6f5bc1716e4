"""The middle of the window: last cycle's text, the draft, and what joins them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.compare.pane import ComparePane
from ui.editor.editor import DraftEditor
from ui.editor.view import ResolutionView
from ui.session import Session
from ui.theme import Theme, text_style


class Centre(QWidget):
    """Both texts side by side, following a session."""

    def __init__(
        self, session: Session, theme: Theme, zoom: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        style = text_style(theme, zoom)
        self.old = ResolutionView(style=style)
        self.editor = DraftEditor(session, style=style)
        self.compare = ComparePane(session, self.editor, self.old, theme)
        self.compare.captions[0].setText(self.tr("Last cycle’s text"))
        self.compare.captions[1].setText(self.tr("This cycle’s draft — type to change it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.compare)

    def set_looks(self, theme: Theme, zoom: float) -> None:
        """Set both texts in the faces and colours of a theme."""
        self.compare.dress(theme, zoom)
