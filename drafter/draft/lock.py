"""Who has a draft open: a small hidden file beside it, so that two windows never fight over one.

``.<name>.lock`` lies beside the draft, so that it is seen by whoever shares the folder. It names
the person, the machine and the time, and is written anew while the draft is open. One whose process
is dead on this machine, or that nobody wrote for ten minutes, is stale and taken over silently.

A lock is a courtesy: what keeps a draft from being overwritten unseen is ``Place.save``, which
looks at the file itself.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import os
import socket
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from drafter.decoding import decoder
from drafter.errors import DrafterError
from drafter.files import read_bytes, write_bytes

STALE = dt.timedelta(minutes=10)
"""How long a lock that nobody wrote counts; an open window writes it every half minute."""


class Holder(msgspec.Struct, frozen=True):
    """Who holds a lock."""

    person: str
    machine: str
    process: int
    since: dt.datetime
    token: str
    """Of the one window that wrote it."""


_HOLDER = decoder(Holder)


@dataclass(frozen=True, slots=True)
class _Found:
    holder: Holder
    written: dt.datetime


class DraftLock:
    """The lock of one window on one draft."""

    def __init__(self, draft: Path) -> None:
        self.file = draft.with_name(f".{draft.name}.lock")
        self._mine = Holder(_person(), socket.gethostname(), os.getpid(), _now(), uuid.uuid4().hex)
        self.held = False

    def acquire(self) -> Holder | None:
        """Take the lock; or who has it. None too where no lock can be written: a folder that is
        read-only needs none."""
        if self._create():
            return None
        found = self._look()
        if found is not None and not self._stale(found):
            return None if found.holder.token == self._mine.token else found.holder
        return self.take()

    def take(self) -> Holder | None:
        """Take the lock whoever has it; None, or who was quicker."""
        try:
            write_bytes(self.file, msgspec.json.encode(self._mine))
        except DrafterError:
            return None
        found = self._look()
        self.held = found is not None and found.holder.token == self._mine.token
        return found.holder if found and not self.held else None

    def refresh(self) -> Holder | None:
        """Write the lock anew; or who took it meanwhile."""
        if not self.held:
            return None
        found = self._look()
        if found is not None and found.holder.token != self._mine.token:
            self.held = False
            return found.holder
        return self.take()

    def release(self) -> None:
        """Give the lock up, if it is still ours."""
        if self.held:
            self.held = False
            found = self._look()
            if found is None or found.holder.token == self._mine.token:
                with contextlib.suppress(OSError):
                    self.file.unlink(missing_ok=True)

    def _create(self) -> bool:
        try:
            handle = os.open(self.file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except OSError:
            return False
        with contextlib.suppress(OSError), os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(self._mine))
        self.held = True
        return True

    def _look(self) -> _Found | None:
        """Who wrote the lock and when; None where there is none, or nobody's name is in it."""
        try:
            written = dt.datetime.fromtimestamp(self.file.stat().st_mtime, dt.UTC)
            holder = _HOLDER.decode(read_bytes(self.file))
        except (OSError, DrafterError, msgspec.MsgspecError):
            return None
        return _Found(holder, written)

    def _stale(self, found: _Found) -> bool:
        holder = found.holder
        if holder.machine == self._mine.machine and not _alive(holder.process):
            return True
        return _now() - found.written > STALE


def _alive(process: int) -> bool:
    """Whether a process of this machine lives; yes where that cannot be told."""
    if sys.platform == "win32":
        return _alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # somebody else's
    return True


def _alive_on_windows(process: int) -> bool:  # pragma: no cover
    import ctypes

    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 (only Windows has it)
    may_ask, still_active = 0x1000, 259
    handle = kernel.OpenProcess(may_ask, False, process)
    if not handle:
        return kernel.GetLastError() == 5  # it is there, and somebody else's
    status = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(status))
    kernel.CloseHandle(handle)
    return status.value == still_active


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
