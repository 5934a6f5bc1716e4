"""Binary Word files, turned into OOXML by LibreOffice where that is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from drafter.errors import Cancelled, UnreadableFile

TIME_LIMIT = 90.0
"""Seconds."""
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_PLACES = {
    "win32": (
        r"%ProgramFiles%\LibreOffice\program\soffice.com",
        r"%ProgramFiles(x86)%\LibreOffice\program\soffice.com",
        r"%LocalAppData%\Programs\LibreOffice\program\soffice.com",
    ),
    "darwin": (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
}
_ELSEWHERE = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/usr/local/bin/soffice",
)


def office() -> str | None:
    """The LibreOffice program: on the path, or in one of the usual places; None if not there."""
    for name in ("soffice", "libreoffice", "soffice.com"):
        if found := shutil.which(name):
            return found
    for place in _PLACES.get(sys.platform, _ELSEWHERE):
        path = Path(os.path.expandvars(place)).expanduser()
        if path.is_file():
            return str(path)
    if sys.platform not in _PLACES:
        return next(
            (str(p) for p in sorted(Path("/opt").glob("libreoffice*/program/soffice"))), None
        )
    return None


def docx_from_doc(
    data: bytes,
    *,
    seconds: float = TIME_LIMIT,
    cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """The OOXML form of a binary Word file; UnreadableFile (without the file's name) in one
    sentence, Cancelled where ``cancelled`` says so in the meantime."""
    if _WORD_STREAM not in data:
        raise UnreadableFile("the file is no Word document; open a Word, PDF or text file.")
    program = office()
    if program is None:
        raise UnreadableFile(
            "this is a Word file of the old binary kind; save it as .docx in Word, or install "
            "LibreOffice so that it can be read here."
        )
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "source.doc"
        source.write_bytes(data)
        command = [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML",
            "--outdir", str(folder / "out"), str(source),
        ]  # fmt: skip
        _run(command, folder, seconds, cancelled)
        made = folder / "out" / "source.docx"
        if not made.is_file() or not made.stat().st_size:
            raise UnreadableFile(
                "LibreOffice could not convert it; it may be damaged or protected by a password, "
                "so save it as .docx in Word and open that."
            )
        return made.read_bytes()


def _run(command: list[str], folder: Path, seconds: float, cancelled: Callable[[], bool]) -> None:
    try:
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=sys.platform != "win32",
        )  # fmt: skip
    except OSError:
        raise UnreadableFile(
            "LibreOffice could not be started; save the file as .docx in Word and open that."
        ) from None
    end = time.monotonic() + seconds
    try:
        while process.poll() is None:
            if cancelled():
                raise Cancelled("The conversion was stopped.")
            if time.monotonic() > end:
                raise UnreadableFile(
                    f"LibreOffice took longer than {seconds:.0f} seconds to convert it; save it as "
                    ".docx in Word and open that."
                )
            time.sleep(0.05)
    finally:
        if process.poll() is None:
            _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Ends the program we started, and the one it started itself."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True
        )
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)
