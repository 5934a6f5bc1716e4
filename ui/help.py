"""Help inside the program: the table of keys, and what the program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

import drafter
from ui.actions import shortcut_rows, tr
from ui.windows import size_within_screen

_MORE = (
    ("Suggestions", "Accept", "A  or  Enter"),
    ("Suggestions", "Skip", "S"),
    ("Draft", "New paragraph", "Enter"),
    ("Draft", "Sub-paragraph, raise a level", "Tab, Shift+Tab"),
)
"""Keys that belong to where one is, and so are no shortcuts of the menus."""


class ShortcutsDialog(QDialog):
    """Every key in one table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        rows = [*shortcut_rows(), *(tuple(map(tr, row)) for row in _MORE)]
        table = QTableWidget(len(rows), 3)
        self._rows = rows
        table.setAccessibleName(self.tr("Keyboard shortcuts"))
        table.setHorizontalHeaderLabels([self.tr("Menu"), self.tr("Action"), self.tr("Keys")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.setObjectName("keys")
        table.setShowGrid(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(left)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 10)
        for i, row in enumerate(rows):
            for k, text in enumerate(row):
                table.setItem(i, k, QTableWidgetItem(text))
        table.resizeColumnsToContents()
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(table)
        column.addWidget(buttons)
        size_within_screen(self, 620, 640)

    def text(self) -> str:
        """The table as lines of text."""
        return "\n".join("\t".join(row) for row in self._rows)


def about(parent: QWidget) -> None:
    """Say what the program is."""
    QMessageBox.about(
        parent,
        "Drafter",
        f"<b>Drafter {getattr(drafter, '__version__', '')}</b><p>Turns last cycle's United Nations "
        "resolution into this cycle's draft. Everything happens on this computer; nothing is sent "
        "anywhere.</p><p>MIT licence.</p>",
    )
