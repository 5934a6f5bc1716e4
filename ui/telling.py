"""What the message bar says of a file that was read or written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from drafter.read import View
    from ui.main_window import MainWindow


def say_reading(window: MainWindow) -> None:
    """Say how the file was understood."""
    from ui.words import reading_said

    session = window.session
    base = session.base
    begun = session.path is None and not session.foreign
    said, details = reading_said(base, suggestions=window.work.begins_with_suggestions)
    window.message.say(said, details=details)
    if begun and base.reading.revisions and base.source is not None:
        other: View = "final" if base.source.view == "original" else "original"
        window.message.offer(
            _tr("&Without them") if other == "original" else _tr("&With them"),
            _tr("Read the text as if the tracked changes had not been made")
            if other == "original"
            else _tr("Read the text as if the tracked changes were accepted"),
            lambda: window.files.read_as(other),
        )
    window.message.offer(
        _tr("&Look"),
        _tr("See every paragraph beside the lines it was read from, and correct it"),
        window.show_understood,
    )


def say_wrote(window: MainWindow, text: str, folder: Path) -> None:
    """Say what was written, until it is closed: one wants to find it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    window.message.say(text)
    window.message.offer(
        _tr("Open &folder"),
        _tr("Show the files where they are"),
        lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("telling", text)
