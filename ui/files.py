"""Opening and saving: what the File menu does, and what is asked where others have the file."""

from __future__ import annotations

import datetime as dt
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from drafter.errors import DrafterError
from ui.keeping import Keeping, at_place
from ui.message_bar import Offer
from ui.saving import Saving
from ui.session import Session
from ui.settings import Settings

if TYPE_CHECKING:
    from drafter.draft import Draft, Holder, Place, RecoveryCopy
    from drafter.model import Comparison
    from drafter.read import View

SUFFIX = ".resolution"

_READABLE = "*.docx *.DOCX *.doc *.DOC *.pdf *.PDF *.txt *.md *.xml *.html *.htm *.resolution"


def readable_files() -> str:
    """The files a person is shown to choose from, as Qt's dialogs take it."""
    words = QCoreApplication.translate("files", "Resolutions (%s);;All files (*)")
    return words % _READABLE


class Files(QObject):
    """The files of one window."""

    opened = Signal()
    problem = Signal(str, str)
    said = Signal(str)
    choice = Signal(str, str, object)
    """Something a person must decide, but not at once: a sentence, details, the Offers."""
    beside_wanted = Signal(object)
    """A Comparison of the draft with somebody else's, to be shown in a window of its own."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._path: Path | None = None
        self._views: dict[Path, View] = {}
        """How tracked changes were last read, where that was chosen; for as long as it runs."""
        self._saving = Saving(session, self)
        self.keeping = Keeping(session, settings, self)
        self.keeping.problem.connect(self.problem)
        self.keeping.changed_elsewhere.connect(self._ask_changed)
        self.keeping.taken_over.connect(self._tell_taken)
        self.keeping.save_wanted.connect(lambda: self.save() if session.path else None)

    # Opening

    def ask_readable(self, title: str) -> Path | None:
        """Ask for a file that can be read."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self._window,
            title,
            self._settings.folder("open"),
            readable_files(),
        )
        return Path(name) if name else None

    def open(self, path: Path, _checked: bool = False) -> None:
        """Open a file in the background: a saved draft, or last cycle's text to begin from."""
        if self.may_close():
            self._open(path)

    def _open(self, path: Path, *, by_force: bool = False, read_only: bool = False) -> None:
        here, place = self.keeping.place, None
        if path.suffix.lower() == SUFFIX:
            from drafter.draft import Place

            again = here is not None and here.path == path
            place = here if again else Place(path)

        def work() -> Draft:
            if place is not None:
                return place.load()
            from drafter.workflow import open_draft

            return open_draft(path, dt.date.today(), view=self._views.get(path, "final"))

        def done(draft: Draft) -> None:
            if place is not None and place is not here:
                holder = None if read_only else place.lock(by_force=by_force)
                if holder is not None:
                    self._ask_locked(path, holder)
                    return
                place.read_only = read_only
            self._take(draft, place)
            self._path = path
            self._settings.add_recent(path)
            self._settings.set_folder("open", path)
            self.opened.emit()

        self._run(self.tr("Reading %s…") % path.name, work, done)

    def read_as(self, view: View) -> None:
        """Read the file that is open again, with its tracked changes in another view."""
        source = self._session.base.source
        if source is None or source.view == view or not self.may_close():
            return
        path = self._path
        if path is not None:
            self._views[path] = view

        def work() -> Draft:
            from drafter.workflow import open_again

            return open_again(source, dt.date.today(), view)

        def done(draft: Draft) -> None:
            self._take(draft, None)
            self._path = path
            self.opened.emit()

        self._run(self.tr("Reading %s…") % source.name, work, done)

    def open_pair(self, old: Path, new: Path) -> None:
        """Open last cycle's text and a draft that was written elsewhere."""

        def work() -> Draft:
            from drafter.draft import Draft
            from drafter.workflow import default_cycle, open_any

            base, text = open_any(old), open_any(new)
            return Draft(text, base, default_cycle(base, dt.date.today()))

        self._open_text(new, work)

    def ask_open_pair(self) -> None:
        """Ask for a draft that was written elsewhere and set it beside last cycle's text."""
        path = self.ask_readable(self.tr("Open a draft that was written elsewhere"))
        if path is None or not self.may_close():
            return
        base, cycle = self._session.base, self._session.cycle

        def work() -> Draft:
            from drafter.draft import Draft
            from drafter.workflow import open_any

            return Draft(open_any(path), base, cycle)

        self._open_text(path, work)

    def _open_text(self, path: Path, work: Callable[[], Draft]) -> None:
        def done(draft: Draft) -> None:
            self._take(draft, None)
            self._settings.set_folder("open", path)
            self.opened.emit()

        self._run(self.tr("Reading %s…") % path.name, work, done)

    def list_recent(self, menu: QMenu, open_: Callable[[Path], object]) -> None:
        """Fill a menu with the files that were open last."""
        menu.clear()
        for path in self._settings.recent():
            action = menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(partial(lambda path, _=False: open_(path), path))
        menu.setEnabled(not menu.isEmpty())

    def _take(self, draft: Draft, place: Place | None, *, unsaved: bool = False) -> None:
        self._saving.finish()
        self._path = None
        self.keeping.drop_copy()
        self.keeping.stay(place)
        self._session.load(draft, place.path if place else None, unsaved=unsaved)

    def _ask_locked(self, path: Path, holder: Holder) -> None:
        said = self.tr("“%s” is open already: %s, since %s.")
        self.choice.emit(
            said % (path.name, self._who(holder), when_words(holder.since.astimezone())),
            "",
            [
                Offer(
                    self.tr("Open &read-only"),
                    self.tr("Read it; what you change is saved under another name"),
                    lambda: self._open(path, read_only=True),
                ),
                Offer(
                    self.tr("Open &all the same"),
                    self.tr("Take it over; the other window is told, and nothing is overwritten"),
                    lambda: self._open(path, by_force=True),
                ),
            ],
        )

    def _who(self, holder: Holder) -> str:
        person = holder.person or self.tr("somebody")
        return self.tr("%s on %s") % (person, holder.machine) if holder.machine else person

    def _tell_taken(self, holder: Holder) -> None:
        said = self.tr("%s opened this draft too and has it now. Save yours under another name.")
        self.choice.emit(said % self._who(holder), "", [self._offer_save_as()])

    # Saving

    def save(self) -> bool:
        """Save under the name the draft has, or ask for one; False where it is known already that
        it was not saved. What is being saved is ended first: it may give the draft its name."""
        self._saving.finish()
        place = self.keeping.place
        if place is None or place.read_only:
            return self.save_as()
        return self._save(place)

    def save_as(self) -> bool:
        """Ask for a name and save."""
        self._saving.finish()
        from PySide6.QtWidgets import QFileDialog

        proposed = Path(self._settings.folder("save")) / f"{self.stem()}{SUFFIX}"
        known = None if self.keeping.read_only else self._session.path
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the draft"),
            str(known or proposed),
            self.tr("Drafts (*%s)") % SUFFIX,
        )
        if not name:
            return False
        path = Path(name)
        return self.save_to(path if path.suffix else path.with_suffix(SUFFIX))

    def save_to(self, path: Path) -> bool:
        """Save; what goes wrong is told and the text stays as it is."""
        from drafter.draft import Place

        here = self.keeping.place
        if here is not None and here.path == path and not here.read_only:
            return self._save(here)
        return self._save(Place(path), over=True, taking=True)

    def _save(self, place: Place, *, over: bool = False, taking: bool = False) -> bool:
        def done(saved: Draft) -> None:
            self.keeping.stay(place)
            self._session.mark_saved(place.path, saved)
            self._settings.add_recent(place.path)
            self._settings.set_folder("save", place.path)
            if not self._session.dirty:
                self.keeping.drop_copy()
            self.said.emit(self.tr("Saved %s") % place.path.name)

        return self._saving.start(
            place, over, done, lambda error: self._not_saved(place, error), taking=taking
        )

    def _not_saved(self, place: Place, error: Exception) -> None:
        from drafter.draft import ChangedMeanwhile, OpenElsewhere

        if isinstance(error, ChangedMeanwhile):
            self._ask_changed(error.when)
            return
        if isinstance(error, OpenElsewhere):
            said = self.tr("%s was not written: it is open already (%s); choose another name.")
            who = self._who(error.holder)
            self.choice.emit(said % (error.path, who), "", [self._offer_save_as()])
            return
        if place is not self.keeping.place:
            place.close()
        self.choice.emit(
            self.tr("%s Your text is safe in this window.") % error,
            "".join(traceback.format_exception(error)),
            [self._offer_save_as()],
        )

    def _offer_save_as(self) -> Offer:
        return Offer(
            self.tr("&Save as…"), self.tr("Save what is in this window elsewhere"), self.save_as
        )

    def _ask_changed(self, when: dt.datetime) -> None:
        """Somebody else wrote the file: what is to become of the two."""
        place = self.keeping.place
        if place is None:
            return
        said = self.tr("“%s” was changed by somebody else (%s). Nothing was overwritten.")
        self.choice.emit(
            said % (place.path.name, when_words(when)),
            "",
            [
                self._offer_save_as(),
                Offer(
                    self.tr("&Look at both"),
                    self.tr("Show theirs beside yours in another window"),
                    lambda: self._show_theirs(place),
                ),
                Offer(
                    self.tr("&Take theirs"),
                    self.tr("Open the file as it is now; what is only in this window goes"),
                    lambda: self._open(place.path),
                ),
                Offer(
                    self.tr("&Overwrite"),
                    self.tr("Save yours over theirs"),
                    lambda: self._save(place, over=True),
                ),
            ],
        )

    def _show_theirs(self, place: Place) -> None:
        mine = self._session.draft

        def work() -> Comparison:
            from drafter.compare import compare_resolutions
            from drafter.draft import load_draft

            return compare_resolutions(mine, load_draft(place.path).text)

        self._run(self.tr("Reading %s…") % place.path.name, work, self.beside_wanted.emit)

    def stem(self) -> str:
        """A name for new files: that of last cycle's file and "draft"."""
        if self._session.path is not None:
            stem = self._session.path.stem
            return self.tr("%s copy") % stem if self.keeping.read_only else stem
        source = self._session.base.source
        return f"{Path(source.name).stem if source else 'resolution'} draft"

    def may_close(self) -> bool:
        """Whether what is open may go: it is saved, or the person says so."""
        self._saving.finish()
        if not self._session.loaded or not self._session.dirty:
            return True
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        name = self._session.path.name if self._session.path else self.stem()
        box.setText(self.tr("Save “%s” before it is closed?") % name)
        Button = QMessageBox.StandardButton
        box.setStandardButtons(Button.Save | Button.Discard | Button.Cancel)
        box.setDefaultButton(Button.Save)
        answer = box.exec()
        if answer == Button.Save:
            return self.save() and self._saving.finish()
        return answer == Button.Discard

    # Recovery

    def recover(self, copy: RecoveryCopy) -> None:
        """Take up a recovery copy."""

        def work() -> tuple[Draft, Place | None]:
            path = copy.draft_path
            return copy.load(), at_place(path, copy.saved) if path else None

        def done(found: tuple[Draft, Place | None]) -> None:
            self._take(*found, unsaved=True)
            self.keeping.write_copy(then=copy.discard)
            self.opened.emit()

        self._run(self.tr("Reading %s…") % (copy.title or copy.file.name), work, done)

    def close(self) -> None:
        """The window closes in good order: no recovery copy is needed."""
        self._saving.finish()
        self.keeping.close()

    def _run(self, words: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        def failed(error: Exception) -> None:
            details = "".join(traceback.format_exception(error))
            if isinstance(error, DrafterError):
                self.problem.emit(str(error), details)
            else:
                said = self.tr("That did not work: %s. The draft is untouched.")
                self.problem.emit(said % (error or type(error).__name__), details)

        self._session.jobs.start("file", words, work, done, failed, may_stop=True)


def when_words(moment: dt.datetime) -> str:
    """ "21:40", or with the day where it was not today."""
    today = moment.date() == dt.datetime.now().astimezone().date()
    return f"{moment:%H:%M}" if today else f"{moment:%d %B, %H:%M}"
