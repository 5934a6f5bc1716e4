"""LibreOffice as a second judge of Track Changes: opens, decides on every change, saves.

It is driven by a Basic macro in a profile of its own, since its Python bridge is often not
installed. No call can hang: all its processes are killed after ``LIMIT``.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest

LIMIT = 120
"""Seconds after which LibreOffice is killed."""
Action = Literal["accept", "reject", "none"]
_DTD = '<!DOCTYPE {0} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{1}.dtd">'
_LIBRARY = "http://openoffice.org/2000/library"
_SCRIPT = "http://openoffice.org/2000/script"
_MACRO = """
Function Setting(sName As String, vValue As Variant) As com.sun.star.beans.PropertyValue
    Dim oValue As New com.sun.star.beans.PropertyValue
    oValue.Name = sName
    oValue.Value = vValue
    Setting = oValue
End Function

Sub Run(sJobs As String)
    Dim nFile As Integer, sLine As String, vJob, oDoc, oDispatcher, sCommand As String
    On Error GoTo Finish
    oDispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    nFile = FreeFile
    Open sJobs For Input As #nFile
    Do While Not Eof(nFile)
        Line Input #nFile, sLine
        vJob = Split(sLine, " ")
        If UBound(vJob) = 3 Then
            oDoc = StarDesktop.loadComponentFromURL(vJob(1), "_blank", 0, _
                Array(Setting("Hidden", True)))
            oDispatcher.executeDispatch(oDoc.CurrentController.Frame, ".uno:CompareDocuments", "", _
                0, Array(Setting("URL", vJob(3)), Setting("NoAcceptDialog", True)))
            oDoc.storeToURL(vJob(2), Array(Setting("FilterName", "MS Word 2007 XML")))
            oDoc.close(True)
        End If
        If UBound(vJob) = 2 Then
            oDoc = StarDesktop.loadComponentFromURL(vJob(1), "_blank", 0, _
                Array(Setting("Hidden", True)))
            sCommand = ""
            If vJob(0) = "accept" Then sCommand = ".uno:AcceptAllTrackedChanges"
            If vJob(0) = "reject" Then sCommand = ".uno:RejectAllTrackedChanges"
            If sCommand &lt;&gt; "" Then
                oDispatcher.executeDispatch(oDoc.CurrentController.Frame, sCommand, "", 0, Array())
            End If
            oDoc.storeToURL(vJob(2), Array(Setting("FilterName", "MS Word 2007 XML")))
            oDoc.close(True)
        End If
    Loop
    Close #nFile
Finish:
    StarDesktop.terminate()
End Sub
"""


def soffice() -> str:
    """The program; skips the test where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    return found


def decided(folder: Path, jobs: Sequence[tuple[Action, bytes]]) -> list[bytes]:
    """What LibreOffice saves as .docx after accepting or rejecting all changes of each file."""
    profile = _profile(folder / "profile")
    lines: list[str] = []
    saved: list[Path] = []
    for i, (action, data) in enumerate(jobs):
        before = folder / f"in{i}.docx"
        before.write_bytes(data)
        saved.append(folder / f"out{i}.docx")
        lines.append(f"{action} {before.as_uri()} {saved[-1].as_uri()}")
    _run(profile, folder / "jobs.txt", lines)
    assert all(path.exists() for path in saved), "LibreOffice did not save every file"
    return [path.read_bytes() for path in saved]


def compared(folder: Path, pairs: Sequence[tuple[bytes, bytes]]) -> float:
    """Seconds LibreOffice takes to start, compare these old and new files, and save the result."""
    folder.mkdir()
    profile = _profile(folder / "profile")
    lines: list[str] = []
    for i, files in enumerate(pairs):
        old, new, saved = (folder / f"{name}{i}.docx" for name in ("old", "new", "saved"))
        old.write_bytes(files[0])
        new.write_bytes(files[1])
        lines.append(f"compare {new.as_uri()} {saved.as_uri()} {old.as_uri()}")
    begun = time.perf_counter()
    _run(profile, folder / "jobs.txt", lines)
    taken = time.perf_counter() - begun
    assert all((folder / f"saved{i}.docx").exists() for i in range(len(pairs)))
    return taken


def _run(profile: Path, listed: Path, lines: Sequence[str]) -> None:
    listed.write_text("\n".join(lines) + "\n", "utf-8")
    run_soffice(profile, [f'macro:///Standard.Judge.Run("{listed}")'])


def run_soffice(profile: Path, arguments: Sequence[str], limit: float = LIMIT) -> None:
    """One call of LibreOffice, killed with all it started when the time is over."""
    process = subprocess.Popen(
        [soffice(), "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}",
         *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(limit)
    except subprocess.TimeoutExpired:
        pytest.fail(f"LibreOffice did not end within {limit} seconds")
    finally:
        with contextlib.suppress(ProcessLookupError, AttributeError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait(10)


def _profile(folder: Path) -> Path:
    """A profile with the macro in its Standard library.

    The first start fills that library with examples, so the macro is put there behind it.
    """
    run_soffice(folder, ["--terminate_after_init"])
    basic = folder / "user" / "basic"
    library = basic / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    (basic / "script.xlc").write_text(
        head + _DTD.format("library:libraries", "libraries")
        + f'<library:libraries xmlns:library="{_LIBRARY}" {link}><library:library '
        'library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" '
        'xlink:type="simple" library:link="false"/></library:libraries>',
        "utf-8",
    )  # fmt: skip
    (library / "script.xlb").write_text(
        head + _DTD.format("library:library", "library")
        + f'<library:library xmlns:library="{_LIBRARY}" library:name="Standard" '
        'library:readonly="false" library:passwordprotected="false"><library:element '
        'library:name="Judge"/></library:library>',
        "utf-8",
    )  # fmt: skip
    (library / "Judge.xba").write_text(
        head + _DTD.format("script:module", "module")
        + f'<script:module xmlns:script="{_SCRIPT}" script:name="Judge" '
        f'script:language="StarBasic">{_MACRO}</script:module>',
        "utf-8",
    )  # fmt: skip
    return folder
