"""One entry of the catalogue, written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from drafter.un.own_entry import WrongEntry, written
from ui.entry_words import adopted

if TYPE_CHECKING:
    from drafter.un.catalogue import Catalogue, Entry
    from drafter.un.records import Record


class EntryDialog(QDialog):
    """Asks for symbol, title, date and what the entry carries on; says what is wrong below."""

    def __init__(
        self, known: Catalogue, entry: Entry | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self.records: tuple[Record, ...] = ()
        """What is to be added, once the dialog was accepted."""
        self.setWindowTitle(self.tr("Edit an entry") if entry else self.tr("Add an entry"))
        self.setMinimumWidth(520)
        self.symbol, self.title, self.date, self.carries_on = (QLineEdit() for _ in range(4))
        self.symbol.setPlaceholderText(self.tr("such as A/RES/80/213, or A/80/234 for a report"))
        self.title.setPlaceholderText(self.tr("as it stands on the document"))
        self.date.setPlaceholderText(self.tr("18 December 2025, or only the year"))
        self.carries_on.setPlaceholderText(self.tr("symbol of the one before it, if any"))
        self.symbol.setToolTip(self.tr("Symbol of the resolution or report"))
        self.title.setToolTip(self.tr("Its title; a report is found by it"))
        self.date.setToolTip(self.tr("When it was adopted or issued"))
        self.carries_on.setToolTip(
            self.tr("An earlier resolution of the same series; texts that cite it move on")
        )
        form = QFormLayout()
        for name, box in (
            (self.tr("&Symbol"), self.symbol),
            (self.tr("&Title"), self.title),
            (self.tr("&Date"), self.date),
            (self.tr("Carries &on"), self.carries_on),
        ):
            form.addRow(name, box)
            box.setAccessibleName(name.replace("&", ""))
            box.textChanged.connect(self._check)
        self.fault = QLabel(wordWrap=True)
        self.fault.setObjectName("said")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addWidget(self._buttons)
        if entry is not None:
            before = known.predecessor(entry.symbol)
            self.symbol.setText(entry.symbol)
            self.symbol.setReadOnly(True)
            self.title.setText(entry.title)
            self.date.setText(adopted(entry))
            self.carries_on.setText(before.symbol if before else "")
        self._check()

    def accept(self) -> None:
        """Take what was typed, where it can be an entry; else go to the field that cannot."""
        try:
            self.records = self._written()
        except WrongEntry as fault:
            self.fault.setText(str(fault))
            getattr(self, fault.field).setFocus()
            return
        super().accept()

    def _written(self) -> tuple[Record, ...]:
        return written(
            self._known, self.symbol.text(), self.title.text(), self.date.text(),
            self.carries_on.text(),
        )  # fmt: skip

    def _check(self) -> None:
        """Say what the symbol is while it is typed; a fault only once all is there."""
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.symbol.text().strip() and self.title.text().strip()))
        self.fault.setText("")
        there = self._known.get(self.symbol.text()) if self.symbol.text().strip() else None
        if there is not None and not self.symbol.isReadOnly():
            self.fault.setText(
                self.tr("Known as “%1”; what you write here counts from now on.").replace(
                    "%1", there.title
                )
            )
