"""The paragraphs in a row, each with a mark for what became of it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QListView, QWidget

from drafter.model import Kind, Resolution, Row
from ui.session import Session
from ui.theme import ui_font

Index = QModelIndex | QPersistentModelIndex

MARKS = {
    "same": "", "edited": "●", "notes": "¹", "formatting": "it.", "inserted": "+", "split": "⋔",
    "merged": "⋎",
}  # fmt: skip
NAMES = {
    "same": "unchanged", "edited": "edited", "inserted": "new", "split": "split from one",
    "merged": "merged of several", "notes": "footnotes changed", "formatting": "italics changed",
}  # fmt: skip
_SHOWN = 80
"""Characters of a paragraph that a row has room for."""
PAUSE = 100
"""Milliseconds without a change after which the words of the rows are painted anew."""
_NUMBERED = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)


class OutlineModel(QAbstractListModel):
    """The draft's paragraphs."""

    marks_changed = Signal()
    """The comparison marks other rows, or other numbers stand before them: paint all anew. Told in
    the usual way, Qt would also lay out the whole list."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._ids: list[str] = []
        self._shown = Resolution()
        """The draft as the rows show it; the session's may be a step ahead for a moment."""
        self._labels: dict[str, str] = {}
        self._marks: list[tuple[str, bool, str]] = []
        self._reworded: set[int] = set()
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._say_reworded)
        session.base_changed.connect(self.refresh)
        session.draft_changed.connect(self.refresh)
        session.comparison_changed.connect(self._compared)
        self.refresh()

    def refresh(self) -> None:
        """Follow the draft."""
        draft = self._session.draft
        had, self._shown = self._shown, draft
        ids = [p.id for p in draft.paragraphs]
        before, self._labels = self._labels, self._session.labels
        if ids != self._ids:
            self._shown = had
            self.beginResetModel()
            self._ids, self._shown = ids, draft
            self.endResetModel()
        elif before is not self._labels:
            self.marks_changed.emit()
        else:
            for row, (a, b) in enumerate(zip(had.paragraphs, draft.paragraphs, strict=True)):
                if a is not b and a.text.string[:_SHOWN] != b.text.string[:_SHOWN]:
                    self._reworded.add(row)
            if self._reworded:
                self._later.start()

    def _say_reworded(self) -> None:
        """Have the rows painted whose words changed. Qt lays out the whole list for each: that
        waits for a pause in typing."""
        rows, self._reworded = self._reworded, set()
        for row in sorted(rows):
            if row < len(self._ids):
                self.dataChanged.emit(self.index(row), self.index(row))

    def _compared(self) -> None:
        rows = map(self._row, self._ids)
        marks = [(r.change, r.moved, r.beside) if r else ("", False, "") for r in rows]
        if marks != self._marks:
            self._marks = marks
            self.marks_changed.emit()

    def id_at(self, row: int) -> str:
        """Id of the paragraph in a row."""
        return self._ids[row]

    def row_of(self, paragraph_id: str) -> int:
        """Row of a paragraph, or -1."""
        return self._shown.positions.get(paragraph_id, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many paragraphs there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Label, first words and mark of a paragraph."""
        paragraph = self._shown.paragraphs[index.row()]
        row = self._row(paragraph.id)
        if role == Qt.ItemDataRole.DisplayRole:
            label = self._labels[paragraph.id]
            mark = MARKS.get(row.beside or row.change, "") if row else ""
            if row and row.moved:
                mark += "↕"
            indent = "   " * paragraph.level
            words = " ".join(paragraph.text.string[:_SHOWN].split())
            if paragraph.kind is Kind.SUBPARAGRAPH:
                label = label[max(0, label.rfind("(")) :]  # the rest is told by where it stands
            parts = (label if paragraph.kind in _NUMBERED else "", mark, words)
            return indent + "  ".join(part for part in parts if part)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            state = NAMES.get(row.beside or row.change, "") if row else ""
            moved = self.tr(", moved") if row and row.moved else ""
            text = paragraph.text.string
            return f"{state}{moved}\n{text[:300]}{'…' if len(text) > 300 else ''}".strip()
        if role == Qt.ItemDataRole.FontRole and paragraph.kind in (Kind.TITLE, Kind.HEADING):
            font = ui_font(0.92)
            font.setBold(True)
            return font
        return None

    def _row(self, paragraph_id: str) -> Row | None:
        comparison = self._session.comparison
        return comparison.by_new.get(paragraph_id) if comparison else None


class Outline(QListView):
    """The outline; choosing a row goes to the paragraph."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Outline"))
        self.setToolTip(self.tr("The paragraphs of the draft; Enter goes to one"))
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFont(ui_font(0.92))
        self.outline_model = OutlineModel(session)
        self.setModel(self.outline_model)
        self.outline_model.marks_changed.connect(self.viewport().update)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def follow(self, paragraph_id: str) -> None:
        """Mark the paragraph the caret is in."""
        row = self.outline_model.row_of(paragraph_id)
        if row >= 0 and self.currentIndex().row() != row:
            self.setCurrentIndex(self.outline_model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.outline_model.id_at(index.row()))
