"""The table of what was understood, and what a paragraph can be corrected to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget

from drafter.model import Kind
from ui.marked_up import MarkedUp

CHOICES: tuple[tuple[Kind, int, str], ...] = (
    (Kind.PREAMBULAR, 0, "Preambular paragraph"),
    (Kind.OPERATIVE, 0, "Operative paragraph"),
    (Kind.SUBPARAGRAPH, 1, "Sub-paragraph (a)"),
    (Kind.SUBPARAGRAPH, 2, "Sub-paragraph (i)"),
    (Kind.HEADING, 1, "Heading"),
    (Kind.PLAIN, 0, "Plain text"),
    (Kind.TITLE, 0, "Title"),
    (Kind.SPEAKER, 0, "Speaker"),
    (Kind.CLOSING, 0, "Closing"),
    (Kind.SUBMITTERS, 0, "Submitters"),
    (Kind.CHAPEAU, 0, "Chapeau"),
    (Kind.ADOPTION, 0, "Adoption line"),
)
"""What a paragraph can be corrected to; the first nine by the keys 1 to 9."""


READ = 3
"""The column with the text as it was read."""


class Rows(QTableWidget):
    """What each paragraph was understood as, where it stands in the file, and how."""

    key_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setHorizontalHeaderLabels(
            [
                self.tr("Understood as"),
                self.tr("In the file"),
                self.tr("How it stands there"),
                self.tr("How it was read"),
            ]
        )
        self.setAccessibleName(self.tr("What was understood"))
        self.setToolTip(self.tr("1 to 9 say what a paragraph is; U puts back, A accepts, L leaves"))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(READ, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegateForColumn(READ, MarkedUp(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 say what the paragraph is, U, A and L act; the rest is the table's."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        letter = event.text().upper()
        if plain and letter and letter in "123456789UAL":
            self.key_pressed.emit(letter)
        else:
            super().keyPressEvent(event)


class Views(QComboBox):
    """How the tracked changes of the file are read and shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("How tracked changes are read"))
        self.setToolTip(
            self.tr("The file holds tracked changes: read them as accepted, as never made, or see "
                    "each with its author")
        )  # fmt: skip
        for name, words in (
            ("final", self.tr("Changes accepted")),
            ("markup", self.tr("Changes accepted, and shown")),
            ("original", self.tr("Changes not made")),
        ):
            self.addItem(words, name)
