"""The program with its window, and what the shell can ask of it.

``window`` is registered under the entry point group "drafter.window"; the core never imports it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from drafter.model import Comparison, Resolution


def without_screen() -> bool:
    """Whether there is nothing to show a window on, so that pictures can be drawn all the same."""
    if sys.platform in ("win32", "darwin", "cygwin") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def application() -> QApplication:
    """The one QApplication, made where there is none."""
    from PySide6.QtWidgets import QApplication

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if without_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt asks for the interpreter at every turn of painting; from a thread that computes it comes
    # back after this time. Python's own 5 ms made a frame of a long text wait half a second.
    sys.setswitchinterval(0.0001)
    # Asking for the style here is quick; QApplication.setStyle gives a QStyle, and making Python
    # know that class takes as long as half the window.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("drafter")
    app.setApplicationDisplayName("Drafter")
    app.setDesktopFileName("drafter")
    _translate(app)
    return app


def _translate(app: QApplication) -> None:
    """Speak the system's language where there is a translation of the window."""
    from drafter.resources import translations_folder

    folder = translations_folder()
    if folder.is_dir():
        from PySide6.QtCore import QLocale, QTranslator

        translator = QTranslator(app)
        if translator.load(QLocale(), "drafter", "_", str(folder)):
            app.installTranslator(translator)


class Window:
    """What only Qt can do."""

    def open(self, files: Sequence[str] = ()) -> int:
        """Open a window on a file, or on last cycle's text and a draft; the exit status."""
        if without_screen():
            from drafter.errors import DrafterError

            raise DrafterError("There is no screen to open a window on; see drafter --help.")
        app = application()
        from ui.faults import Faults
        from ui.main_window import MainWindow
        from ui.windows import keep, tell_in_front

        faults = Faults(app)
        faults.told.connect(tell_in_front)
        faults.watch()
        window = MainWindow()
        keep(window)
        window.show()
        window.open_files([Path(name) for name in files])
        return app.exec()

    def comparison_picture(self, comparison: Comparison, path: str | os.PathLike[str]) -> None:
        """Write both texts side by side as a PNG."""
        application()
        from ui.pictures import comparison_picture

        comparison_picture(comparison, Path(path))

    def comparison_pdf(self, comparison: Comparison, path: str | os.PathLike[str]) -> None:
        """Write both texts side by side as a PDF."""
        application()
        from ui.pictures import comparison_pdf

        comparison_pdf(comparison, Path(path))

    def resolution_pdf(self, resolution: Resolution, path: str | os.PathLike[str]) -> None:
        """Write a text as a PDF."""
        application()
        from ui.pictures import resolution_pdf

        resolution_pdf(resolution, Path(path))


window = Window()


def main() -> None:
    """Open the window: ``drafter-window [FILE…]``."""
    sys.exit(window.open(sys.argv[1:]))
