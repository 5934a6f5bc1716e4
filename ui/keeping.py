"""Where a window's draft lies, and its recovery copy: written while one types, in the background.

A program that is killed loses no more than two seconds of typing: the copy is begun a second after
the first change that is not in it, whether one types on or not.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Jobs
from ui.session import Session
from ui.settings import Settings

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from drafter.draft import Holder, Place, Recovery, RecoveryCopy

COPY_AFTER = 1000
"""Milliseconds after a change until the recovery copy is begun: with the writing, also on a busy
machine, less than two seconds."""
LOOK_AFTER = 30_000
"""Milliseconds between two looks at the lock and the file."""
MINUTE = 60_000


class Keeping(QObject):
    """Keeps the draft of one window safe."""

    problem = Signal(str, str)
    changed_elsewhere = Signal(object)
    """Somebody else wrote the file: the ``datetime`` when."""
    taken_over = Signal(object)
    """Somebody else opened the draft all the same: the Holder."""
    save_wanted = Signal()
    """It is time to save the draft itself."""

    def __init__(self, session: Session, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self.place: Place | None = None
        """Where the draft lies; None where it was never saved."""
        self._recovery: Recovery | None = None
        self._told: object = None
        self._jobs = Jobs(self, synchronous=session.jobs.synchronous, threads=1)
        self._copy = QTimer(self, singleShot=True, interval=COPY_AFTER)
        self._copy.timeout.connect(self.write_copy)
        self._look = QTimer(self, interval=LOOK_AFTER)
        self._look.timeout.connect(self.look)
        self._save = QTimer(self)
        self._save.timeout.connect(self._time_to_save)
        session.base_changed.connect(self._make_ready)
        session.draft_changed.connect(lambda _: self._soon())
        session.saved_changed.connect(self._soon)
        self.take_settings()

    def take_settings(self) -> None:
        """Follow the preferences: how often the draft itself is saved."""
        minutes = self._settings.number("save_every", 0)
        self._save.stop()
        if minutes > 0:
            self._save.start(round(minutes * MINUTE))

    # The place

    @property
    def read_only(self) -> bool:
        """Whether somebody else has the draft, so that saving asks for another name."""
        return self.place is not None and self.place.read_only

    def stay(self, place: Place | None) -> None:
        """The draft lies in ``place`` from now on."""
        if self.place is not None and self.place is not place:
            self.place.close()
        self.place, self._told = place, None
        if place is None:
            self._look.stop()
        else:
            self._look.start()

    def look(self) -> None:
        """Look, in the background, whether somebody else took or wrote the file."""
        place = self.place
        if place is None or place.read_only:
            return

        def work() -> tuple[Holder | None, dt.datetime | None]:
            return place.refresh(), place.changed()

        def done(found: tuple[Holder | None, dt.datetime | None]) -> None:
            holder, when = found
            if place is not self.place:
                return
            if holder is not None:
                place.read_only = True
                self.taken_over.emit(holder)
            elif when is not None and when != self._told:
                self._told = when
                self.changed_elsewhere.emit(when)

        self._jobs.start("look", "", work, done, lambda _: None)

    # The recovery copy

    def _make_ready(self) -> None:
        """Load what writing the first copy needs before anything was typed."""

        def work() -> None:
            import filelock  # noqa: F401

            import drafter.draft  # noqa: F401

        self._jobs.start("ready", "", work, lambda _: None, lambda _: None)

    def _soon(self) -> None:
        if (self._session.dirty or self._recovery is not None) and not self._copy.isActive():
            self._copy.start()

    def write_copy(self, then: Callable[[], None] = lambda: None) -> None:
        """Write the recovery copy, in the background; ``then`` when it lies there whole."""
        self._copy.stop()
        if not self._session.dirty:
            self.drop_copy()  # all was taken back: the file holds what is there
            return
        from drafter.draft import Recovery

        try:
            if self._recovery is None:
                self._recovery = Recovery()
        except OSError as error:
            self._copy_failed(error)
            return
        recovery, draft, path = self._recovery, self._session.snapshot(), self._session.path

        def work() -> None:
            recovery.save(draft, path)

        self._jobs.start("copy", "", work, lambda _: then(), self._copy_failed)

    def _copy_failed(self, error: Exception) -> None:
        self.problem.emit(
            self.tr("No recovery copy could be written (%s) Save the draft now.") % error,
            "".join(traceback.format_exception(error)),
        )

    def drop_copy(self) -> None:
        """The draft is saved or given up: its recovery copy is not needed."""
        self._copy.stop()
        if self._recovery is not None:
            self._recovery.close()
            self._recovery = None

    def copies_left(self) -> list[RecoveryCopy]:
        """Recovery copies that no running window owns and that hold what was not saved."""
        from drafter.draft import left_behind

        try:
            found = left_behind()
        except OSError:
            return []
        for copy in found:
            if copy.is_saved():
                copy.discard()
        return [copy for copy in found if copy.file.exists()]

    def find_copies(self, done: Callable[[list[RecoveryCopy]], None]) -> None:
        """Look for recovery copies in the background."""
        self._jobs.start("copies", "", self.copies_left, done, lambda _: None)

    def _time_to_save(self) -> None:
        if self._session.dirty and self.place is not None and not self.place.read_only:
            self.save_wanted.emit()

    def close(self) -> None:
        """The window closes in good order."""
        self._save.stop()
        self.drop_copy()
        self.stay(None)
        self._jobs.wait(2000)
        self._jobs.cancel()


def at_place(path: Path, since: dt.datetime) -> Place:
    """The place of a draft that was recovered; read-only where somebody else has it meanwhile."""
    from drafter.draft import Place

    place = Place(path)
    place.read_only = place.lock() is not None
    place.expect(since)
    return place
