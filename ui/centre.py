"""The middle of the window: last cycle's text, the draft, and what joins them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.compare.notes_strip import NotesStrip
from ui.compare.pane import ComparePane
from ui.editor.editor import DraftEditor
from ui.editor.view import ResolutionView
from ui.find_bar import FindBar, FindMarks
from ui.finding_marks import FindingMarks
from ui.findings import Findings
from ui.fit import fitting
from ui.session import Session
from ui.settings import Settings
from ui.spelling import Spelling
from ui.theme import Theme, text_style


class Centre(QWidget):
    """Both texts side by side, following a session."""

    def __init__(
        self,
        session: Session,
        findings: Findings,
        theme: Theme,
        zoom: float,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._zoom, self._fit = theme, zoom, 1.0
        self._later = QTimer(self, singleShot=True, interval=100)
        self._later.timeout.connect(self._fit_texts)
        style = text_style(theme, zoom)
        self.old = ResolutionView(style=style)
        self.editor = DraftEditor(session, style=style)
        self.compare = ComparePane(session, self.editor, self.old, theme)
        self.find_bar = FindBar(session, self.editor)
        self.find_marks = FindMarks(self.find_bar, self.editor, theme)
        self.spelling = Spelling(session, self.editor, settings, theme)
        self.marks = FindingMarks(self.editor, findings, theme)
        # The last filter paints first: the lines lie upon the tints of the comparison.
        self.editor.viewport().installEventFilter(self.compare.underlays[1])
        session.base_corrected.connect(lambda: self.old.follow(session.base))
        self.compare.captions[0].setText(self.tr("Last cycle’s text"))
        self.compare.captions[1].setText(self.tr("This cycle’s draft — type to change it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notes = NotesStrip(theme)
        self.notes.follow(session)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.compare)
        both.addWidget(self.notes)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 1)
        column.addWidget(both, 1)
        column.addWidget(self.find_bar)

    def set_looks(self, theme: Theme, zoom: float) -> None:
        """Set both texts in the faces and colours of a theme."""
        self._theme, self._zoom = theme, zoom
        self.compare.dress(theme, zoom * self._fit)
        self.notes.dress(theme, zoom * self._fit)
        self.marks.dress(theme)
        self.find_marks.dress(theme)
        self.spelling.dress(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the texts as large as their columns allow, once the size has settled."""
        super().resizeEvent(event)
        if self.isVisible():
            self._later.start()
        else:
            self._fit_texts()

    def _fit_texts(self) -> None:
        found = fitting(self.compare.column_width(self.width()), text_style(self._theme))
        if found != self._fit:
            self._fit = found
            self.set_looks(self._theme, self._zoom)
