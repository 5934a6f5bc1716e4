"""The file a window's draft lies in: who else has it, and whether it is still as it was left."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from dataclasses import dataclass
from pathlib import Path

from drafter.draft.draft import Draft
from drafter.draft.lock import DraftLock, Holder
from drafter.draft.storage import draft_bytes, draft_from_bytes
from drafter.errors import DrafterError, UnreadableFile
from drafter.files import read_bytes, write_bytes


class ChangedMeanwhile(DrafterError):
    """Somebody else wrote the file since it was read or saved here; nothing was overwritten."""

    def __init__(self, path: Path, when: dt.datetime) -> None:
        self.path, self.when = path, when
        super().__init__(
            f"{path} was changed by somebody else at {when:%H:%M on %d %B}, after you opened it."
        )


class OpenElsewhere(DrafterError):
    """Another window has the place; nothing was written."""

    def __init__(self, path: Path, holder: Holder) -> None:
        self.path, self.holder = path, holder
        super().__init__(f"{path} was not written: {holder.person} has it open.")


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What tells whether a file is still the same; the time is only told, some drives change it."""

    size: int
    digest: bytes

    @staticmethod
    def of(data: bytes) -> _Stamp:
        return _Stamp(len(data), hashlib.blake2b(data, digest_size=16).digest())


_ANOTHER = _Stamp(-1, b"")
"""Of no file: whatever lies there was written by somebody else."""


class Place:
    """Where a draft is read from and saved to; any thread may ask it.

    ``read_only``: somebody else has it open, so it may only be saved under another name.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.read_only = False
        self._lock = DraftLock(path)
        self._stamp: _Stamp | None = None
        self._one_at_a_time = threading.RLock()

    def lock(self, *, by_force: bool = False) -> Holder | None:
        """Take the place for this window; or who has it."""
        return self._lock.take() if by_force else self._lock.acquire()

    def load(self) -> Draft:
        """The draft as it lies there now; UnreadableFile in one sentence."""
        data = read_bytes(self.path)
        draft = draft_from_bytes(data, str(self.path))
        self._stamp = _Stamp.of(data)
        return draft

    def expect(self, since: dt.datetime) -> None:
        """Take what lies there for what was read here, unless it was written after ``since``: the
        draft in the window comes from a recovery copy of that time."""
        try:
            later = self.path.stat().st_mtime > since.timestamp()
            self._stamp = _ANOTHER if later else _Stamp.of(read_bytes(self.path))
        except (OSError, UnreadableFile):
            self._stamp = None

    def save(self, draft: Draft, *, over: bool = False, taking: bool = False) -> None:
        """Save; ``over`` whatever lies there; with ``taking``, take the place first.

        OpenElsewhere where another window has it, ChangedMeanwhile where another than what was read
        or saved here lies there, UnwritableFile where it cannot be written; the file is then as it
        was.
        """
        if taking and (holder := self.lock()) is not None:
            raise OpenElsewhere(self.path, holder)
        data = draft_bytes(draft)
        with self._one_at_a_time:
            if not over and (when := self.changed()):
                raise ChangedMeanwhile(self.path, when)
            write_bytes(self.path, data)
            self._stamp = _Stamp.of(data)

    def changed(self) -> dt.datetime | None:
        """When somebody else wrote the file; None where it is as it was left, or gone."""
        with self._one_at_a_time:
            if self._stamp is None:
                return None
            try:
                now = _Stamp.of(read_bytes(self.path))
                modified = self.path.stat().st_mtime
            except (OSError, UnreadableFile):
                return None
            if now == self._stamp:
                return None
            return dt.datetime.fromtimestamp(modified).astimezone()

    def refresh(self) -> Holder | None:
        """Show that the draft is still open here; or who took it meanwhile."""
        with self._one_at_a_time:
            return self._lock.refresh()

    def close(self) -> None:
        """Give the place up."""
        with self._one_at_a_time:
            self._lock.release()
