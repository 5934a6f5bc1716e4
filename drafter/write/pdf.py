"""PDF through LibreOffice, which sets footnotes at the foot of their page and shows changes.

It runs in a profile of its own that is thrown away, so that a window a person has open is left
alone, and is killed with all it started when it does not come to an end.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from copy import deepcopy
from pathlib import Path

from drafter.errors import UnwritableFile
from drafter.ooxml.atoms import on_attribute
from drafter.ooxml.names import Element, w
from drafter.ooxml.package import Package, to_bytes

_LIMIT = 120
"""Seconds a text may take."""
_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def libreoffice() -> str | None:
    """The program, where it is installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def pdf_of_docx(data: bytes) -> bytes:
    """The pages of a Word file; UnwritableFile where LibreOffice is missing or fails."""
    program = libreoffice()
    if program is None:
        raise UnwritableFile(
            "Pages with their footnotes are set by LibreOffice, which is not installed here; "
            "export a Word file, or install LibreOffice."
        )
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "text.docx").write_bytes(with_marks_once(showing_changes(data)))
        _run(
            [
                program, "--headless", "--norestore",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--convert-to", "pdf:writer_pdf_Export", "--outdir", name,
                str(folder / "text.docx"),
            ]
        )  # fmt: skip
        made = folder / "text.pdf"
        if not made.is_file():
            raise UnwritableFile(
                "LibreOffice did not set the pages; export a Word file and print it from Word."
            )
        return made.read_bytes()


def showing_changes(data: bytes) -> bytes:
    """The Word file without the wish of official files that tracked changes be hidden.

    (Word shows them all the same when it opens a file; the exported file keeps its settings.)
    """
    package = Package(data)
    name = package.related(package.main, "settings")
    if name is None:
        return data
    shown = re.sub(rb"<w:revisionView\b[^>]*/>", b"", package.read(name))
    return package.with_parts({name: shown})


def with_marks_once(data: bytes) -> bytes:
    """The Word file without the marks of their own ("*") that notes about the document repeat.

    LibreOffice sets the mark before the note by itself; and it (7.4) takes the first piece of the
    mark behind a reference for it, and shows the mark once more where that is all.
    """
    package = Package(data)
    body, part = package.main, package.related(package.main, "footnotes")
    marks = _split_marks(package.tree(body))
    if part is None or not marks:
        return data
    for note in package.tree(part):
        first = next((t for t in note.iter(w("t")) if (t.text or "").strip()), None)
        if first is not None and first.text == marks.get(note.get(w("id"), "")):
            first.text = ""
    return package.with_parts({name: to_bytes(package.tree(name)) for name in (body, part)})


def _split_marks(body: Element) -> dict[str, str]:
    """The marks behind references, each cut in two, by the id of their note."""
    found: dict[str, str] = {}
    for reference in body.iter(w("footnoteReference")):
        text = reference.getnext()
        if on_attribute(reference, "customMarkFollows") and text is not None and text.text:
            mark = found[reference.get(w("id"), "")] = text.text
            rest = deepcopy(text)
            text.text, rest.text = mark[:1], mark[1:]
            text.addnext(rest)
    return found


def _run(command: list[str]) -> None:
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )  # fmt: skip
    try:
        process.wait(_LIMIT)
    except subprocess.TimeoutExpired:
        pass  # no file is there then, which is told
    finally:
        with contextlib.suppress(ProcessLookupError, AttributeError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait(10)
