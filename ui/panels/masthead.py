"""The masthead, field by field."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from drafter.model import SetMasthead
from drafter.model.resolution import MastheadField
from ui.session import Session
from ui.words import day

FIELDS: tuple[tuple[MastheadField, str, str], ...] = (
    ("organ", "Organ", "The organ whose document this is, in full"),
    ("symbol", "Symbol", "The document symbol, such as E/CN.15/2017/L.6"),
    ("session", "Session", "The session's number, or the year for the Economic and Social Council"),
    ("date", "Date", "Date of adoption or issue, as 2017-05-22 or 22 May 2017"),
    ("agenda_item", "Agenda item", "The number of the agenda item, such as 19 (c)"),
    ("agenda_title", "Agenda title", "The title of the agenda item"),
    ("committee", "Committee", "The committee, where there is one"),
    ("distribution", "Distribution", "General or Limited"),
    ("original_language", "Original", "Language of the original"),
    ("submitters", "Submitters", "The States that table the draft, parted by commas"),
)


class MastheadPanel(QScrollArea):
    """A form over the masthead of the draft."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Masthead"))
        self.fields: dict[MastheadField, QLineEdit] = {}
        inner = QWidget()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for field, name, tip in FIELDS:
            line = QLineEdit()
            line.setToolTip(self.tr(tip))
            line.setAccessibleName(self.tr(name))
            line.editingFinished.connect(partial(self._edited, field))
            self.fields[field] = line
            form.addRow(self.tr(name), line)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        column = QVBoxLayout(inner)
        column.addLayout(form)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.setWidget(inner)
        session.base_changed.connect(self.refresh)
        session.draft_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Follow the draft."""
        for field, line in self.fields.items():
            text = self._shown(field)
            if line.text() != text and not (line.hasFocus() and line.isModified()):
                line.setText(text)

    def _shown(self, field: MastheadField) -> str:
        value = getattr(self._session.draft.masthead, field)
        if value is None:
            return ""
        if isinstance(value, dt.date):
            return day(value)
        return ", ".join(value) if isinstance(value, tuple) else str(value)

    def _edited(self, field: MastheadField) -> None:
        line = self.fields[field]
        typed = line.text().strip()
        line.setModified(False)
        if typed == self._shown(field):
            return
        before = getattr(self._session.draft.masthead, field)
        after: object = typed or None
        if field == "date" and typed:
            after = _date(typed)
            if after is None:
                self._hint.setText(self.tr("“%s” is no date; write 2017-05-22.") % typed)
                line.setText(self._shown(field))
                return
        elif field == "submitters":
            after = tuple(part.strip() for part in typed.split(",") if part.strip())
        self._hint.setText("")
        self._session.do(SetMasthead(field, before, after), self.tr("Masthead"))


def _date(typed: str) -> dt.date | None:
    for pattern in ("%Y-%m-%d", "%d %B %Y", "%d.%m.%Y", "%d/%m/%Y"):
        try:
            return dt.datetime.strptime(typed, pattern).date()
        except ValueError:
            continue
    return None
