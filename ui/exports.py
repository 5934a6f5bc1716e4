"""What leaves the program: Word files, a picture or PDF of the comparison, paper."""

from __future__ import annotations

import contextlib
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafter.errors import Cancelled, DrafterError, UnwritableFile
from ui.session import Session
from ui.settings import Settings
from ui.theme import Theme

if TYPE_CHECKING:
    from drafter.model import Change
    from ui.export_dialog import Export


@dataclass(slots=True)
class _Outcome:
    """What became of the files that were asked for."""

    written: list[Path] = field(default_factory=list[Path])
    told: list[str] = field(default_factory=list[str])
    failed: list[UnwritableFile] = field(default_factory=list[UnwritableFile])


class Exports(QObject):
    """What one window writes for others."""

    problem = Signal(str, str)
    said = Signal(str)
    wrote = Signal(str, object)
    """What was exported, in words, and the folder it lies in."""
    _stopped = Signal(object)
    """The files that were written before a person stopped the export; comes from its thread."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._stopped.connect(self._tell_stopped)

    def ask_export(self, stem: str, theme: Theme) -> None:
        """Ask what to write, and write it in the background; ``stem`` names the files."""
        from ui.export_dialog import ExportDialog, blanks_of
        from ui.findings import open_errors

        self._session.settle()
        dialog = ExportDialog(
            self._settings,
            stem,
            self._session.comparison,
            theme,
            self._window,
            errors=open_errors(self._session, self._settings),
            suggestions=len(self._session.suggestions),
            blanks=blanks_of(self._session.draft),
        )

        def correct(change: Change) -> None:
            self._session.do(change, self.tr("Correct cross-references"))
            self._session.settle()
            dialog.set_comparison(self._session.comparison)

        dialog.corrections_wanted.connect(correct)
        if dialog.exec() == dialog.DialogCode.Accepted:
            self.export(dialog.export())

    def export(self, wanted: Export) -> None:
        """Write what was asked for, each file whole or not at all."""
        base, draft = self._session.base, self._session.draft
        behind = self.tr(
            "The footnotes of the PDF stand behind the text, since LibreOffice is not installed."
        )

        def work() -> _Outcome:
            from drafter.workflow import export
            from drafter.write import libreoffice

            outcome = _Outcome()
            for what, path in wanted.files:
                before = _known_as(path)
                try:
                    if what == "pdf" and libreoffice() is None:
                        from ui.pictures import resolution_pdf

                        resolution_pdf(draft, path)
                        outcome.told.append(behind)
                    else:
                        outcome.told += export(
                            draft,
                            path,
                            against=base if what == "tracked" else None,
                            author=wanted.author,
                            options=wanted.options,
                        )
                except Cancelled:
                    if _known_as(path) != before:  # it had just taken its place
                        outcome.written.append(path)
                    with contextlib.suppress(RuntimeError):  # the window is closed
                        self._stopped.emit(outcome.written)
                    raise
                except UnwritableFile as error:
                    outcome.failed.append(error)
                else:
                    outcome.written.append(path)
            return outcome

        def done(outcome: _Outcome) -> None:
            written, failed = outcome.written, outcome.failed
            said: list[str] = []
            if written:
                self._settings.set_folder("export", written[0])
                folder = written[0].parent
                said.append(self.tr("Wrote %s to %s.") % (self._names(written), folder))
            said += dict.fromkeys(outcome.told)
            if failed:
                details = "".join("".join(traceback.format_exception(error)) for error in failed)
                self.problem.emit(" ".join((*(str(error) for error in failed), *said)), details)
            elif written:
                self.wrote.emit(" ".join(said), written[0].parent)

        self._session.jobs.start(
            "file", self.tr("Writing…"), work, done, self._failed, may_stop=True
        )

    def _names(self, files: list[Path]) -> str:
        return self.tr(", ").join(path.name for path in files)

    def _tell_stopped(self, written: list[Path]) -> None:
        if written:
            said = self.tr("Stopped; %s is written, nothing else was changed.")
            self.said.emit(said % self._names(written))
        else:
            self.said.emit(self.tr("Stopped; no file was changed."))

    def ask_picture(self, stem: str) -> None:
        """Ask for a name and write the comparison: PDF, Word table, page or picture."""
        from ui.compare.exporting import ask_comparison_file, write_comparison

        path = ask_comparison_file(self._window, self._settings.folder("export"), stem)
        self._session.settle()
        comparison = self._session.comparison
        if path is None or comparison is None:
            return
        try:
            write_comparison(comparison, path)
        except DrafterError as error:
            self.problem.emit(str(error), traceback.format_exc())
        else:
            self._settings.set_folder("export", path)
            folder = path.parent
            self.wrote.emit(self.tr("Wrote %s to %s.") % (path.name, folder), folder)

    def print_draft(self) -> None:
        """Show the draft as it is printed, and print it."""
        from ui.printing import preview_draft

        preview_draft(self._session.draft, self._window)

    def print_comparison(self) -> None:
        """Show both texts side by side as they are printed, and print them."""
        from ui.printing import preview_comparison

        self._session.settle()
        if self._session.comparison is not None:
            preview_comparison(self._session.comparison, self._window)

    def _failed(self, error: Exception) -> None:
        details = "".join(traceback.format_exception(error))
        if isinstance(error, DrafterError):
            self.problem.emit(str(error), details)
        else:
            said = self.tr("That did not work: %s. The draft is untouched.")
            self.problem.emit(said % (error or type(error).__name__), details)


def _known_as(path: Path) -> tuple[int, int] | None:
    """What tells a file from one that takes its place; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns
