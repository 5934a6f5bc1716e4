"""The right end of the bottom line: what was just done, what is being worked out, whether it is
saved. Nothing of it stops anybody."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from ui.short_label import ShortLabel
from ui.written import last_written

BUSY_AFTER = 300
"""Milliseconds after which work is worth a word: what is done sooner only flickers."""


class StateLine(QObject):
    """Speaks in a window's status bar."""

    cancel_wanted = Signal()

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._said, self._busy, self._saved = ShortLabel(), QLabel(), QLabel()
        self._said.setObjectName("said")
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._said.clear)
        self._words = ""
        self._later = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._later.timeout.connect(lambda: self._show_busy(self._words))
        self._cancel = QToolButton()
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAutoRaise(True)
        self._cancel.setToolTip(self.tr("Stop what is being worked out"))
        self._cancel.setAccessibleName(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancel_wanted)
        self._cancel.hide()
        self._saved.setToolTip(self.tr("A recovery copy is kept all the time"))
        bar.setSizeGripEnabled(False)
        for widget in (self._said, self._busy, self._cancel, self._saved):
            bar.addPermanentWidget(widget)

    def say(self, text: str, milliseconds: int) -> None:
        """Say something in passing, beside what the line says all the time."""
        self._said.setText(text)
        self._silence.start(milliseconds)

    def show_busy(self, words: str) -> None:
        """Say what is being worked out, once it takes a while; "" when nothing is."""
        self._words = words
        if not words:
            self._later.stop()
            self._show_busy("")
        elif self._busy.text():
            self._busy.setText(words)
        elif not self._later.isActive():
            self._later.start()

    def _show_busy(self, words: str) -> None:
        self._busy.setText(words)
        self._cancel.setVisible(bool(words))

    def show_saved(self, *, path: Path | None, dirty: bool, read_only: bool) -> None:
        """Say whether the draft is saved, and when it was."""
        if read_only:
            self._saved.setText(self.tr("read-only"))
        elif dirty:
            self._saved.setText(self.tr("not saved"))
        elif path is not None:
            self._saved.setText(self.tr("saved %s") % last_written(path))
        else:
            self._saved.setText("")
