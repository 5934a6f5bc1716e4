"""Recovery copies: what was in the window when the program was killed is offered at the next start.

A running window owns one copy, ``<name>.resolution`` in the user's state folder, with a lock that
dies with the process. A copy whose lock can be had is one that nobody closed properly.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import platformdirs

from drafter.decoding import decoder
from drafter.draft.draft import Draft
from drafter.draft.storage import SUFFIX, draft_from_bytes, load_draft, save_draft
from drafter.errors import DrafterError
from drafter.files import read_bytes, write_bytes

if TYPE_CHECKING:
    from filelock import BaseFileLock


class _Note(msgspec.Struct, frozen=True):
    """What lies beside a copy: which draft it is of."""

    path: str | None
    """The saved draft it belongs to, or None where it was never saved."""
    title: str


_NOTE = decoder(_Note)


@dataclass(frozen=True, slots=True)
class RecoveryCopy:
    """A copy that was left behind."""

    file: Path
    saved: dt.datetime
    """When the copy was written, with time zone."""
    draft_path: Path | None
    """The saved draft it belongs to, or None where it was never saved."""
    title: str

    def load(self) -> Draft:
        """The draft in it; UnreadableFile where even the copy is damaged."""
        return draft_from_bytes(read_bytes(self.file), str(self.file))

    def is_saved(self) -> bool:
        """Whether the saved draft holds all that the copy does: the program stopped between saving
        and tidying up."""
        if self.draft_path is None:
            return False
        try:
            return load_draft(self.draft_path) == self.load()
        except DrafterError:
            return False

    def discard(self) -> None:
        """Delete the copy."""
        _delete(self.file)


class Recovery:
    """The recovery copy of one window: ``save`` it often, ``close`` it when all is well.

    Both may be called from any thread; what is saved after closing is not written.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._one_at_a_time = threading.Lock()
        self._closed = False
        self._file = (folder or recovery_folder()) / f"{uuid.uuid4().hex}{SUFFIX}"
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _lock(self._file)
        self._lock.acquire(blocking=False)

    def save(self, draft: Draft, draft_path: Path | None) -> None:
        """Write the copy anew; UnwritableFile where the disk does not take it."""
        note = _Note(str(draft_path.absolute()) if draft_path else None, draft.text.title)
        with self._one_at_a_time:
            if not self._closed:
                write_bytes(_note_of(self._file), msgspec.json.encode(note))
                save_draft(draft, self._file)

    def close(self) -> None:
        """The draft is saved or given up: the copy is not needed any more."""
        with self._one_at_a_time:
            self._closed = True
            self._lock.release()
            _delete(self._file)


def recovery_folder() -> Path:
    """Where recovery copies lie."""
    return platformdirs.user_state_path("drafter", appauthor=False) / "recovery"


def left_behind(folder: Path | None = None) -> list[RecoveryCopy]:
    """The copies that no running window owns, newest first."""
    found: list[RecoveryCopy] = []
    folder = folder or recovery_folder()
    for file in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        if not _abandoned(file):
            continue
        try:
            note = _NOTE.decode(read_bytes(_note_of(file)))
        except (DrafterError, msgspec.MsgspecError):
            note = _Note(None, "")
        try:
            saved = dt.datetime.fromtimestamp(file.stat().st_mtime).astimezone()
        except FileNotFoundError:
            continue  # its window closed this moment
        path = Path(note.path) if note.path else None
        found.append(RecoveryCopy(file, saved, path, note.title))
    return sorted(found, key=lambda copy: copy.saved, reverse=True)


def _abandoned(file: Path) -> bool:
    lock = _lock(file)
    try:
        lock.acquire(blocking=False)
    except OSError:  # a lock that another window holds is a Timeout, which is one
        return False
    lock.release()
    return True


def _lock(file: Path) -> BaseFileLock:
    from filelock import FileLock  # here, for only a window needs it

    return FileLock(_lock_of(file))


def _lock_of(file: Path) -> Path:
    return file.with_suffix(".lock")


def _note_of(file: Path) -> Path:
    return file.with_suffix(".json")


def _delete(file: Path) -> None:
    for each in (file, _note_of(file), _lock_of(file)):
        with contextlib.suppress(OSError):
            each.unlink(missing_ok=True)
