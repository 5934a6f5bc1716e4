"""A list of organs that is found by typing any part of a name or its code."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

PAUSE = 1.5
"""Seconds after which letters begin a new word."""


class OrganBox(QComboBox):
    """Every organ known here; each item's data is the organ's code.

    Qt's own search opens the list at the first space and forgets what was typed.
    """

    def __init__(self) -> None:
        super().__init__()
        from drafter.un.organs import ORGANS

        self._typed, self._last = "", 0.0
        for organ in ORGANS.values():
            self.addItem(f"{organ.name}  ({organ.code})", organ.code)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(50)
        self.setMaxVisibleItems(18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters look for an organ; every other key does what it does in a list."""
        now = time.monotonic()
        typed = self._typed if now - self._last < PAUSE else ""
        letter = event.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if held or not letter or not letter.isprintable() or not (typed + letter).strip():
            super().keyPressEvent(event)
            return
        self._typed, self._last = typed + letter, now
        for how in (Qt.MatchFlag.MatchStartsWith, Qt.MatchFlag.MatchContains):
            at = self.findText(self._typed, how)
            if at >= 0:
                self.setCurrentIndex(at)
                return
