"""Opening, saving, exporting: what the File menu does, and the recovery copy."""

from __future__ import annotations

import datetime as dt
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from drafter.errors import DrafterError
from ui.findings import open_errors
from ui.session import Session
from ui.settings import Settings

if TYPE_CHECKING:
    from drafter.draft import Draft, Recovery, RecoveryCopy

SUFFIX = ".resolution"
AUTOSAVE = 2000
"""Milliseconds without a change after which the recovery copy is written (the brief's two)."""

_READABLE = "*.docx *.DOCX *.doc *.DOC *.pdf *.PDF *.txt *.md *.xml *.html *.htm *.resolution"


class Files(QObject):
    """The files of one window."""

    opened = Signal()
    problem = Signal(str, str)
    said = Signal(str)
    wrote = Signal(str, object)
    """What was exported, in words, and the folder it lies in."""
    recovered = Signal(str)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._recovery: Recovery | None = None
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE)
        self._timer.timeout.connect(self.autosave)
        session.draft_changed.connect(lambda _: self._timer.start())
        session.cycle_changed.connect(self._timer.start)

    # Opening

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        if path := self._ask_readable(self.tr("Open last cycle's text or a saved draft")):
            self.open(path)

    def open(self, path: Path, _checked: bool = False) -> None:
        """Open a file in the background: a saved draft, or last cycle's text to begin from."""
        if not self.may_close():
            return

        def work() -> Draft:
            from drafter.workflow import open_draft

            return open_draft(path, dt.date.today())

        def done(draft: Draft) -> None:
            saved = path if path.suffix.lower() == SUFFIX else None
            self._take(draft, saved)
            self._settings.add_recent(path)
            self._settings.set_folder("open", path)
            self.opened.emit()

        self._run(self.tr("Reading %s…") % path.name, work, done)

    def open_pair(self, old: Path, new: Path) -> None:
        """Open last cycle's text and a draft that was written elsewhere."""

        def work() -> Draft:
            from drafter.draft import Draft
            from drafter.workflow import default_cycle, open_any

            base, text = open_any(old), open_any(new)
            return Draft(text, base, default_cycle(base, dt.date.today()))

        def done(draft: Draft) -> None:
            self._take(draft, None)
            self.opened.emit()

        self._run(self.tr("Reading %s…") % new.name, work, done)

    def ask_open_pair(self) -> None:
        """Ask for a draft that was written elsewhere and set it beside last cycle's text."""
        path = self._ask_readable(self.tr("Open a draft that was written elsewhere"))
        if path is None or not self.may_close():
            return
        base, cycle = self._session.base, self._session.cycle

        def work() -> Draft:
            from drafter.draft import Draft
            from drafter.workflow import open_any

            return Draft(open_any(path), base, cycle)

        def done(draft: Draft) -> None:
            self._take(draft, None)
            self.opened.emit()

        self._run(self.tr("Reading %s…") % path.name, work, done)

    def list_recent(self, menu: QMenu) -> None:
        """Fill a menu with the files that were open last."""
        menu.clear()
        for path in self._settings.recent():
            action = menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(partial(self.open, path))
        menu.setEnabled(not menu.isEmpty())

    def open_sample(self) -> None:
        """Open the sample that ships with the program."""
        from drafter.resources import sample_folder

        found = sorted(sample_folder().glob("*.docx")) if sample_folder().is_dir() else []
        if found:
            self.open(found[0])
        else:
            self.problem.emit(self.tr("The sample is not part of this installation."), "")

    def _ask_readable(self, title: str) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            title,
            self._settings.folder("open"),
            self.tr("Resolutions (%s);;All files (*)") % _READABLE,
        )
        return Path(name) if name else None

    def _take(self, draft: Draft, path: Path | None, *, unsaved: bool = False) -> None:
        self._close_recovery()
        self._session.load(draft, path, unsaved=unsaved)

    # Saving

    def save(self) -> bool:
        """Save under the name the draft has, or ask for one."""
        path = self._session.path
        return self.save_to(path) if path is not None else self.save_as()

    def save_as(self) -> bool:
        """Ask for a name and save."""
        proposed = Path(self._settings.folder("save")) / f"{self.stem()}{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the draft"),
            str(self._session.path or proposed),
            self.tr("Drafts (*%s)") % SUFFIX,
        )
        if not name:
            return False
        path = Path(name)
        return self.save_to(path if path.suffix else path.with_suffix(SUFFIX))

    def save_to(self, path: Path) -> bool:
        """Save; what goes wrong is told and the text stays as it is."""
        from drafter.draft import save_draft

        try:
            save_draft(self._session.snapshot(), path)
        except DrafterError as error:
            self.problem.emit(str(error), traceback.format_exc())
            return False
        self._session.mark_saved(path)
        self._settings.add_recent(path)
        self._settings.set_folder("save", path)
        self._close_recovery()
        self.said.emit(self.tr("Saved %s") % path.name)
        return True

    def stem(self) -> str:
        """A name for new files: that of last cycle's file and "draft"."""
        if self._session.path is not None:
            return self._session.path.stem
        source = self._session.base.source
        return f"{Path(source.name).stem if source else 'resolution'} draft"

    def may_close(self) -> bool:
        """Whether what is open may go: it is saved, or the person says so."""
        if not self._session.loaded or not self._session.dirty:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Save the draft before it is closed?"))
        Button = QMessageBox.StandardButton
        box.setStandardButtons(Button.Save | Button.Discard | Button.Cancel)
        box.setDefaultButton(Button.Save)
        answer = box.exec()
        if answer == Button.Save:
            return self.save()
        return answer == Button.Discard

    # Exporting

    def ask_export(self) -> None:
        """Ask what to write, and write it in the background."""
        from ui.export_dialog import ExportDialog

        dialog = ExportDialog(
            self._settings.folder("export"),
            self.stem(),
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

        self._run(self.tr("Writing…"), work, done)

    def ask_picture(self) -> None:
        """Ask for a name and write the comparison as a picture or PDF."""
        proposed = Path(self._settings.folder("export")) / f"{self.stem()} comparison.pdf"
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

    # Recovery

    def autosave(self) -> None:
        """Write the recovery copy."""
        if not self._session.dirty:
            return
        from drafter.draft import Recovery

        try:
            if self._recovery is None:
                self._recovery = Recovery()
            self._recovery.save(self._session.snapshot(), self._session.path)
        except (DrafterError, OSError) as error:
            self.problem.emit(
                self.tr("No recovery copy could be written (%s); save the draft now.") % error,
                traceback.format_exc(),
            )

    def copies_left(self) -> list[RecoveryCopy]:
        """Recovery copies that no running window owns."""
        from drafter.draft import left_behind

        try:
            return left_behind()
        except OSError:
            return []

    def recover(self, copy: RecoveryCopy) -> None:
        """Take up a recovery copy."""
        try:
            draft = copy.load()
        except DrafterError as error:
            self.problem.emit(str(error), traceback.format_exc())
            return
        self._take(draft, copy.draft_path, unsaved=True)
        self.autosave()
        copy.discard()
        self.opened.emit()

    def close(self) -> None:
        """The window closes in good order: no recovery copy is needed."""
        self._timer.stop()
        self._close_recovery()

    def _close_recovery(self) -> None:
        self._timer.stop()
        if self._recovery is not None:
            self._recovery.close()
            self._recovery = None

    def _run(self, words: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        def failed(error: Exception) -> None:
            details = "".join(traceback.format_exception(error))
            if isinstance(error, DrafterError):
                self.problem.emit(str(error), details)
            else:
                said = self.tr("That did not work: %s. The draft is untouched.")
                self.problem.emit(said % (error or type(error).__name__), details)

        self._session.jobs.start("file", words, work, done, failed)
