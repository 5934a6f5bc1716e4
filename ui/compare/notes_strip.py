"""The footnotes of both texts side by side, below the texts."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from drafter.model import Comparison
from ui.compare.sides import CompareView
from ui.editor.view import ResolutionView
from ui.session import Session
from ui.theme import Theme, text_style

_SMALLER = 0.88
"""Size of the notes against the texts."""


class NotesStrip(CompareView):
    """Footnotes as rows, with ribbons and marked words as paragraphs have them; read-only."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._session: Session | None = None
        style = text_style(theme, _SMALLER)
        super().__init__(ResolutionView(style=style), ResolutionView(style=style), theme, parent)
        self.status.hide()
        for caption, words in zip(
            self.captions, (self.tr("Footnotes of last cycle"), self.tr("Footnotes")), strict=True
        ):
            caption.setText(words)
        for view, words in zip(self.views, self.captions, strict=True):
            view.setAccessibleName(words.text())

    def follow(self, session: Session) -> None:
        """Show the notes of what a session compares, while they are to be seen."""
        self._session = session
        session.comparison_changed.connect(self._show_session)
        session.base_changed.connect(self._show_session)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the notes as they are now."""
        super().showEvent(event)
        self._show_session()

    def _show_session(self) -> None:
        comparison = self._session.comparison if self._session else None
        if comparison is not None and self.isVisible():
            self.show_notes_of(comparison)

    def show_notes_of(self, comparison: Comparison) -> None:
        """Show what became of the footnotes of a comparison."""
        from drafter.compare.shown_notes import notes_only

        found, shown = notes_only(comparison), self.scene.comparison
        if (found.old.paragraphs, found.new.paragraphs, found.rows) == (
            shown.old.paragraphs, shown.new.paragraphs, shown.rows,
        ):  # fmt: skip
            return
        for view, text in zip(self.views, (found.old, found.new), strict=True):
            view.set_resolution(text)
        self.show_comparison(found)

    def dress(self, theme_: Theme, zoom: float | None = None) -> None:
        """Set the notes smaller than the texts."""
        super().dress(theme_, None if zoom is None else zoom * _SMALLER)
