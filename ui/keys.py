"""Keys of the menus come first, also where a text box would take them for its own.

On some desktops Qt's text boxes take Ctrl+E, the key of the export, for "end of line".
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions import TABLE


class MenuKeys(QObject):
    """Keeps text boxes of a window from the keys of its menus, but for those of editing."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._keys = {
            QKeySequence(key).toString()
            for spec in TABLE
            if spec.menu != "Edit" and spec.keys
            for key in spec.keys.split("; ")
        }
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_went)

    def _focus_went(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and new.window() is self._window:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let nobody claim a key of the menus."""
        return (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and QKeySequence(event.keyCombination()).toString() in self._keys
        )
