"""Files read within bounds and written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import time
from pathlib import Path

from drafter.errors import UnreadableFile, UnwritableFile

MAX_SIZE = 100 * 1024 * 1024
"""Bytes; a resolution's file is rarely above one megabyte."""

_TRIES = 10
_FULL = "the disk is full; free some space or choose another folder"
_GONE = "its folder is not there (any more); choose another folder"
_LOST = "the drive does not answer (any more); connect it again or choose another folder"
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: "the disk is read-only; choose another folder",
    errno.EACCES: "you may not write there, or another program has it open; close it there or "
    "choose another name",
    errno.EPERM: "you may not write there; choose another folder",
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.EISDIR: "a folder has that name; choose another name",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    **dict.fromkeys(
        (
            errno.EIO,
            errno.ENODEV,
            errno.ENXIO,
            errno.ESTALE,
            errno.ETIMEDOUT,
            errno.EHOSTDOWN,
            errno.EHOSTUNREACH,
            errno.ENETDOWN,
            errno.ENETUNREACH,
            errno.ENOTCONN,
        ),
        _LOST,
    ),
}
"""What a person can do about it, by the system's number (a stick that is pulled out is ENXIO, EIO
or ENOENT, a network drive that vanished ESTALE, ETIMEDOUT, EHOSTDOWN …)."""
_ABANDONED = 600
"""Seconds after which a temporary file is one that a killed program left."""


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


_MASK = _mask()
"""What a new file of this user does not allow. Asked once: it can only be asked by changing it for
the whole process, and two threads that do so at once may leave it at nothing."""


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file; UnreadableFile in one sentence where they cannot be had."""
    path = Path(path)
    try:
        if path.is_dir():
            raise UnreadableFile(f"{path} is a folder; choose a file in it.")
        size = path.stat().st_size
        if size > MAX_SIZE:
            raise UnreadableFile(
                f"{path} is too large ({size // 2**20} MB); no resolution is above "
                f"{MAX_SIZE // 2**20} MB, so choose another file."
            )
        with path.open("rb") as file:
            data = file.read(MAX_SIZE + 1)
    except FileNotFoundError:
        raise UnreadableFile(f"{path} is not there; check the name and the folder.") from None
    except PermissionError:
        raise UnreadableFile(
            f"{path} may not be read by you; ask its owner, or copy it to a folder of yours."
        ) from None
    except OSError as error:
        raise UnreadableFile(
            f"{path} cannot be read ({error.strerror or error}); copy it to a local folder and try "
            "again."
        ) from None
    if not data:
        raise UnreadableFile(f"{path} is empty; choose another file or fetch it again.")
    return data


def write_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that at any instant either the old or the new one is there, whole.

    A temporary file in the same folder, flushed to the disk, takes the place of the old one;
    a virus scanner or a sync client that holds it for a moment (Windows) is waited for.
    UnwritableFile in one sentence on failure, with nothing at the destination touched.
    """
    name = path = Path(path)
    temporary: Path | None = None
    try:
        path = Path(os.path.realpath(path)) if path.is_symlink() else path
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        prefix, suffix = f".{path.name[:40]}.", ".tmp"
        handle, made = tempfile.mkstemp(prefix=prefix, suffix=suffix, dir=path.parent)
        temporary = Path(made)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(path, temporary)
        _replace(temporary, path)
        temporary = None
        _sync_folder(path.parent)
        _clear(path.parent, prefix, suffix)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"{error.strerror or error}; choose another folder")
        raise UnwritableFile(f"{name} was not written: {reason}.") from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):  # its drive may be gone
                temporary.unlink(missing_ok=True)


def _replace(temporary: Path, path: Path) -> None:
    for attempt in range(_TRIES):
        try:
            temporary.replace(path)
            return
        except PermissionError:
            if os.name != "nt" or attempt == _TRIES - 1:
                raise
            time.sleep(0.05 * (attempt + 1))


def _keep_mode(path: Path, temporary: Path) -> None:
    """Give the new file the old one's permissions, or what a new file of this user has."""
    if os.name == "nt":
        return
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mode = 0o666 & ~_MASK
    temporary.chmod(mode)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last through a power cut, where the system can."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):  # some network file systems cannot; the content is safe
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear(folder: Path, prefix: str, suffix: str) -> None:
    """Take away what a program that was killed while it wrote this file left beside it."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        old = time.time() - _ABANDONED
        for entry in entries:
            ours = entry.name.startswith(prefix) and entry.name.endswith(suffix)
            if ours and entry.stat().st_mtime < old:
                Path(entry.path).unlink(missing_ok=True)
