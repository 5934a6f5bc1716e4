"""Which cycle is being drafted: organ, session, date."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from drafter.errors import DrafterError
from drafter.model import Cycle, Resolution
from ui.date_box import DateBox
from ui.organ_box import OrganBox
from ui.words import cycle_words, day


class CycleDialog(QDialog):
    """Asks for the cycle; what is left out is worked out from the file and the date."""

    def __init__(
        self, base: Resolution, cycle: Cycle | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        from drafter.un.organs import adopting_organ

        self._base = base
        self._adopting_of = adopting_organ
        self.setWindowTitle(self.tr("The cycle you draft for"))
        self.organ = OrganBox()
        self.adopting = OrganBox()
        self.organ.setToolTip(self.tr("Where the draft is tabled"))
        self.adopting.setToolTip(self.tr("Which organ adopts the text in the end"))
        self.date = DateBox()
        self.date.setMinimumHeight(self.organ.sizeHint().height())
        self.date.setToolTip(self.tr("“Today”: nothing adopted later is known"))
        self.session = QLineEdit()
        self.session.setToolTip(self.tr("Number of the session there, or the year for ECOSOC"))
        self.adopting_session = QLineEdit()
        self.adopting_session.setToolTip(self.tr("Session of the organ that adopts it"))
        self.agenda_item = QLineEdit()
        self.agenda_item.setPlaceholderText(self.tr("where it is known"))
        self.agenda_item.setToolTip(self.tr("Number of the agenda item, if known"))
        self.submitters = QLineEdit()
        self.submitters.setPlaceholderText(self.tr("such as Fiji, Samoa"))
        self.submitters.setToolTip(self.tr("States that table the draft, parted by commas"))
        self._said = QLabel(wordWrap=True)
        self._said.setObjectName("said")
        form = QFormLayout()
        for name, widget in (
            (self.tr("Tabled &in"), self.organ),
            (self.tr("&Date of the draft"), self.date),
            (self.tr("&Session there"), self.session),
            (self.tr("Adopted &by"), self.adopting),
            (self.tr("&at its session"), self.adopting_session),
            (self.tr("A&genda item"), self.agenda_item),
            (self.tr("S&ubmitters"), self.submitters),
        ):
            form.addRow(name, widget)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._said)
        column.addWidget(buttons)
        self._fill(cycle or self._worked_out(dt.date.today()))
        self.organ.currentIndexChanged.connect(self._organ_changed)
        self.adopting.currentIndexChanged.connect(self._adopting_changed)
        self.date.dateChanged.connect(self._date_changed)
        self.date.dateChanged.connect(self._say)
        self.session.textChanged.connect(self._say)
        self._say()

    def cycle(self) -> Cycle:
        """The cycle as it was chosen."""
        submitters = tuple(s.strip() for s in self.submitters.text().split(",") if s.strip())
        return Cycle(
            str(self.organ.currentData()),
            self.session.text().strip(),
            self._date(),
            str(self.adopting.currentData()),
            self.adopting_session.text().strip(),
            self.agenda_item.text().strip() or None,
            submitters,
        )

    def _date(self) -> dt.date:
        date = self.date.date()
        return dt.date(date.year(), date.month(), date.day())

    def _fill(self, cycle: Cycle) -> None:
        self.organ.setCurrentIndex(max(0, self.organ.findData(cycle.organ)))
        adopting = cycle.adopting or self._adopting_of(cycle.organ)
        self.adopting.setCurrentIndex(max(0, self.adopting.findData(adopting)))
        self.date.setDate(QDate(cycle.date.year, cycle.date.month, cycle.date.day))
        self.session.setText(cycle.session)
        self.adopting_session.setText(cycle.adopting_session)
        self.agenda_item.setText(cycle.agenda_item or "")
        self.submitters.setText(", ".join(cycle.submitters))

    def _worked_out(
        self, date: dt.date, organ: str | None = None, adopting: str | None = None
    ) -> Cycle:
        from drafter.workflow import work_out_cycle

        try:
            return work_out_cycle(self._base, organ=organ, date=date, adopting=adopting)[0]
        except DrafterError:
            return Cycle(organ or "A", "", date)

    def _organ_changed(self) -> None:
        found = self._worked_out(self._date(), str(self.organ.currentData()))
        self.adopting.setCurrentIndex(max(0, self.adopting.findData(found.adopting)))
        self._set_sessions(found)

    def _adopting_changed(self) -> None:
        found = self._worked_out(
            self._date(), str(self.organ.currentData()), str(self.adopting.currentData())
        )
        self.adopting_session.setText(found.adopting_session)

    def _date_changed(self) -> None:
        self._set_sessions(
            self._worked_out(
                self._date(), str(self.organ.currentData()), str(self.adopting.currentData())
            )
        )

    def _set_sessions(self, found: Cycle) -> None:
        self.session.setText(found.session)
        self.adopting_session.setText(found.adopting_session)

    def _say(self) -> None:
        self._said.setText(
            self.tr("Drafting for %s, as things stand on %s.")
            % (cycle_words(self.cycle()), day(self._date()))
        )
        self._said.setAlignment(Qt.AlignmentFlag.AlignLeft)
