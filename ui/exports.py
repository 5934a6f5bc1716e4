"""What leaves the program: Word files, a picture or PDF of the comparison, paper."""

from __future__ import annotations

import traceback
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from drafter.errors import DrafterError
from ui.findings import open_errors
from ui.session import Session
from ui.settings import Settings


class Exports(QObject):
    """What one window writes for others."""

    problem = Signal(str, str)
    said = Signal(str)
    wrote = Signal(str, object)
    """What was exported, in words, and the folder it lies in."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window

    def ask_export(self, stem: str) -> None:
        """Ask what to write, and write it in the background; ``stem`` names the files."""
        from ui.export_dialog import ExportDialog

        dialog = ExportDialog(
            self._settings.folder("export"),
            stem,
            str(self._settings.get("author", "") or ""),
            self._window,
            errors=open_errors(self._session, self._settings),
        )
        if dialog.exec() == dialog.DialogCode.Accepted:
            wanted = dialog.export()
            self._settings.set("author", wanted.author)
            self.export(wanted.clean, wanted.tracked, wanted.author)

    def export(self, clean: Path | None, tracked: Path | None, author: str) -> None:
        """Write the clean and the tracked file, each whole or not at all."""
        base, draft = self._session.base, self._session.draft

        def work() -> list[Path]:
            from drafter.workflow import export

            written: list[Path] = []
            if clean is not None:
                export(draft, clean)
                written.append(clean)
            if tracked is not None:
                export(draft, tracked, against=base, author=author)
                written.append(tracked)
            return written

        def done(written: list[Path]) -> None:
            if written:
                self._settings.set_folder("export", written[0])
                names = self.tr(" and ").join(path.name for path in written)
                folder = written[0].parent
                self.wrote.emit(self.tr("Wrote %s to %s.") % (names, folder), folder)

        self._session.jobs.start(
            "file", self.tr("Writing…"), work, done, self._failed, may_stop=True
        )

    def ask_picture(self, stem: str) -> None:
        """Ask for a name and write the comparison as a picture or PDF."""
        proposed = Path(self._settings.folder("export")) / f"{stem} comparison.pdf"
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export the comparison"),
            str(proposed),
            self.tr("PDF (*.pdf);;Picture (*.png)"),
        )
        self._session.settle()
        comparison = self._session.comparison
        if not name or comparison is None:
            return
        from ui.pictures import comparison_pdf, comparison_picture

        try:
            write = comparison_picture if name.lower().endswith(".png") else comparison_pdf
            write(comparison, Path(name))
            self.said.emit(self.tr("Wrote %s") % Path(name).name)
        except DrafterError as error:
            self.problem.emit(str(error), traceback.format_exc())

    def _failed(self, error: Exception) -> None:
        details = "".join(traceback.format_exception(error))
        if isinstance(error, DrafterError):
            self.problem.emit(str(error), details)
        else:
            said = self.tr("That did not work: %s. The draft is untouched.")
            self.problem.emit(said % (error or type(error).__name__), details)
