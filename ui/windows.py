"""Several drafts in several windows of one process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.settings import Settings

_STEP = 32
"""Pixels a new window stands beside the one it was opened from."""
_kept: set[QWidget] = set()
"""Windows nobody else holds on to."""


def all_windows() -> Iterator[MainWindow]:
    """The windows that are open."""
    from ui.main_window import MainWindow

    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, MainWindow) and widget.isVisible():
            yield widget


def showing(path: Path) -> MainWindow | None:
    """The window in which a draft is open, to be saved there again."""
    for window in all_windows():
        if window.session.path == path and not window.files.keeping.read_only:
            return window
    return None


def new_window(settings: Settings, beside: QWidget) -> MainWindow:
    """Another window, with its start page."""
    from ui.main_window import MainWindow

    window = MainWindow(settings=settings)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _kept.add(window)
    window.destroyed.connect(lambda: _kept.discard(window))
    window.resize(beside.size())
    window.move(beside.pos() + QPoint(_STEP, _STEP))
    window.show()
    return window
