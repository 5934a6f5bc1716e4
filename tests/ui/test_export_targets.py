"""Exporting through the real dialog to where nothing can be written, and stopping on the way."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QToolButton

from drafter import files
from tests.ui.texts import cycle, last_cycle
from ui.export_dialog import ExportDialog
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings

OLD = b"what lay there before"


def export(window: MainWindow, folder: Path, *kinds: str, replace: bool | None = None) -> list[str]:
    """Choose Export in the menu, tick ``kinds``, name the files "draft", press Export, answer the
    question whether files may be replaced (None: none is asked). Returns what was asked."""
    asked: list[str] = []
    answered: list[ExportDialog] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        answered.append(dialog)
        dialog.folder.setText(str(folder))
        dialog.name.setText("draft")
        for what, box in dialog.boxes.items():
            box.setChecked(what in kinds)
        QTimer.singleShot(0, answer)
        press(dialog, "Expo&rt")
        if dialog.isVisible():
            dialog.reject()

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.informativeText())
            press(box, "&Replace" if replace else "Cancel")

    QTimer.singleShot(0, fill)
    window.actions_["export"].trigger()
    assert answered
    return asked


def press(dialog: ExportDialog | QMessageBox, words: str) -> None:
    button = next(
        b
        for b in dialog.findChildren(QPushButton)
        if b.text().replace("&", "") == words.replace("&", "")
    )
    assert button.isEnabled()
    button.click()


def lying(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix in (".docx", ".txt", ".tmp")}


def fail(number: int) -> Callable[..., None]:
    def failing(*_: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    return failing


@pytest.mark.parametrize(
    ("name", "number", "advice"),
    [
        ("os.fsync", errno.ENOSPC, "free some space"),
        ("_replace", errno.EACCES, "another program has it open; close it there"),
        ("tempfile.mkstemp", errno.EROFS, "the disk is read-only; choose another folder"),
        ("tempfile.mkstemp", errno.ESTALE, "connect it again"),
    ],
    ids=["full", "locked", "read-only", "gone"],
)
def test_a_place_that_cannot_be_written_is_one_sentence_and_the_old_file(
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    number: int,
    advice: str,
) -> None:
    (tmp_path / "draft.docx").write_bytes(OLD)
    monkeypatch.setattr(f"drafter.files.{name}", fail(number))
    asked = export(window, tmp_path, "clean", replace=True)
    monkeypatch.undo()
    assert asked == ["draft.docx"]
    assert (tmp_path / "draft.docx").read_bytes() == OLD
    assert lying(tmp_path) == {"draft.docx"}
    said = window.message.text()
    assert advice in said and said.count("was not written") == 1 and said.endswith(".")


def test_a_file_that_may_not_be_written_keeps_what_it_holds(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "draft.txt"
    target.write_bytes(OLD)
    target.chmod(0o444)
    if os.access(target, os.W_OK):  # the administrator may write all
        monkeypatch.setattr(files.os, "access", lambda path, _mode: Path(path) != target)
    export(window, tmp_path, "text", replace=True)
    assert target.read_bytes() == OLD
    assert "you may not write there" in window.message.text()


def test_a_folder_of_that_name_stops_one_file_and_not_the_others(
    window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "draft.docx").mkdir()
    asked = export(window, tmp_path, "clean", "text")
    assert asked == [], "a folder is not replaced, whatever is answered"
    assert (tmp_path / "draft.docx").is_dir() and (tmp_path / "draft.txt").is_file()
    said = window.message.text()
    assert "a folder has that name; choose another name" in said
    assert "Wrote draft.txt" in said


def test_who_does_not_want_files_replaced_keeps_them(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_bytes(OLD)
    assert export(window, tmp_path, "text", replace=False) == ["draft.txt"]
    assert (tmp_path / "draft.txt").read_bytes() == OLD
    assert export(window, tmp_path, "text", replace=True) == ["draft.txt"]
    assert (tmp_path / "draft.txt").read_bytes() != OLD


def test_an_export_that_is_stopped_leaves_no_half_file(
    qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(Session(), Settings(tmp_path / "window.ini"))
    qtbot.addWidget(window, before_close_func=lambda w: w.session.mark_saved(tmp_path / "x"))
    window.resize(1280, 800)
    window.show()
    window.session.begin(last_cycle(), cycle())
    (tmp_path / "draft.txt").write_bytes(OLD)
    writing = threading.Event()
    real = files._replace

    def slow(temporary: Path, path: Path) -> None:
        """The text waits until it is stopped."""
        writing.set() if path.name == "draft.txt" else None
        while path.name == "draft.txt":
            time.sleep(0.01)
        real(temporary, path)

    monkeypatch.setattr("drafter.files._replace", slow)
    export(window, tmp_path, "clean", "text", replace=True)
    qtbot.waitUntil(writing.is_set)
    cancel = next(b for b in window.findChildren(QToolButton) if b.accessibleName() == "Cancel")
    qtbot.waitUntil(cancel.isVisible)
    cancel.click()
    said = window.state._said
    qtbot.waitUntil(lambda: "draft.docx is written" in said.text())
    assert window.session.jobs.wait()
    assert (tmp_path / "draft.txt").read_bytes() == OLD
    assert lying(tmp_path) == {"draft.docx", "draft.txt"}
