"""A date that can be typed as it is written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit

_PARTING = ("-", "/", ".", " ")


class DateBox(QDateEdit):
    """Year, month and day, typed through ("20170522") or with what parts them ("2017-05-22").

    Qt goes on to the month by itself behind the fourth figure of a year, and at the hyphen typed
    then to the day; and once everything is selected it takes no figure at all.
    """

    def __init__(self) -> None:
        super().__init__()
        self._untouched = True  # no figure was typed into this section yet
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave out a parting sign where the next section was gone to already."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        if event.text().isdecimal():
            if self.lineEdit().selectedText() == self.text():
                self.setSelectedSection(QDateEdit.Section.YearSection)
        elif event.text() in _PARTING and self._untouched:
            return
        before = self.currentSection()
        super().keyPressEvent(event)
        self._untouched = self.currentSection() != before or not event.text().isdecimal()
