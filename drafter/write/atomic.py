"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import time
from pathlib import Path

from drafter.errors import UnwritableFile

_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between tries: on Windows a virus scanner or Word may hold the file for a moment."""


def write_bytes(path: str | Path, data: bytes) -> None:
    """Put ``data`` at ``path``: temporary file beside it, flush, fsync, replace.

    On failure what stood there is untouched and no temporary file is left. Whether an existing
    file may be replaced is the caller's to decide. Raises UnwritableFile with one sentence.
    """
    target = Path(path)
    if target.is_symlink():
        target = target.resolve()
    if target.is_dir():
        raise UnwritableFile(f"{path} is a folder; choose a file name.")
    if not target.parent.is_dir():
        raise UnwritableFile(f"{path} cannot be written: its folder does not exist; make it first.")
    if target.exists() and not os.access(target, os.W_OK):
        raise UnwritableFile(
            f"{path} cannot be written: it is read-only; choose another name or unlock it."
        )
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(
            prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent
        )
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _take_mode(temporary, target)
        _replace(temporary, target)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        raise UnwritableFile(f"{path} cannot be written: {_why(error)}") from error
    _sync_folder(target.parent)


def write_text(path: str | Path, text: str) -> None:
    """The same for text, as UTF-8 with line feeds."""
    write_bytes(path, text.encode("utf-8"))


def _replace(source: Path, target: Path) -> None:
    for wait in (*_WAITS, None):
        try:
            source.replace(target)
            return
        except PermissionError:
            if wait is None or os.name != "nt":
                raise
            time.sleep(wait)


def _take_mode(temporary: Path, target: Path) -> None:
    """The rights of the file that is replaced, or those a new file would get."""
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        if os.name == "nt":
            return
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with contextlib.suppress(OSError):
        temporary.chmod(mode)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be synced."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return (
            "it is locked or you may not write there; close it elsewhere or choose another place."
        )
    if error.errno == 28:
        return "the disk is full; free some space or choose another place."
    return f"{error.strerror or error}; choose another place."
