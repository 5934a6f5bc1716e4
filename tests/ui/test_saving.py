"""Saving while one types on: the window never waits for the disk, and says what is saved."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from drafter.draft import Place, left_behind, load_draft
from tests.ui.texts import cycle, last_cycle
from ui.main_window import MainWindow
from ui.settings import Settings


class Disk:
    """A disk that writes when it is told to."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.begun, self.may_go = threading.Event(), threading.Event()
        self.fails = 0
        """Number of the error it fails with, or 0."""
        self.threads: list[threading.Thread] = []
        save = Place.save

        def slow(place: Place, *args: object, **named: object) -> None:
            self.threads.append(threading.current_thread())
            self.begun.set()
            assert self.may_go.wait(10)
            save(place, *args, **named)  # type: ignore[arg-type]

        def sync(_: int) -> None:
            if self.fails:
                raise OSError(self.fails, os.strerror(self.fails))

        patch.setattr(Place, "save", slow)
        patch.setattr(os, "fsync", sync)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    disk = Disk(monkeypatch)
    yield disk
    disk.may_go.set()


@pytest.fixture
def window(qtbot, disk: Disk, tmp_path: Path) -> MainWindow:
    """A window that works in threads, as the program does."""
    window = MainWindow(settings=Settings(tmp_path / "window.ini"))

    def let_go(window: MainWindow) -> None:
        disk.may_go.set()
        window.files._saving.finish()
        window.session.jobs.wait()
        window.session.mark_saved(tmp_path / "x")

    qtbot.addWidget(window, before_close_func=let_go)
    window.show()
    window.session.begin(last_cycle(), cycle())
    return window


def type_words(window: MainWindow, words: str = "Also ") -> None:
    window.editor.put_caret("p5", 0)
    QTest.keyClicks(window.editor, words)


def test_one_types_on_while_the_disk_is_slow(
    window: MainWindow, disk: Disk, tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "mine.resolution"
    type_words(window, "One ")
    first = window.session.draft
    assert window.files.save_to(path)
    assert disk.begun.wait(5)
    assert window.session.dirty, "nothing is said to be saved before it lies there"
    type_words(window, "Two ")
    disk.may_go.set()
    qtbot.waitUntil(lambda: window.session.path == path)
    assert load_draft(path).text == first
    assert window.session.dirty, "what was typed meanwhile is not saved"
    assert window.files.save()
    assert window.files._saving.finish()
    assert load_draft(path).text == window.session.draft
    assert not window.session.dirty
    assert threading.main_thread() not in disk.threads


def test_what_was_skipped_meanwhile_is_not_saved(
    window: MainWindow, disk: Disk, tmp_path: Path
) -> None:
    window.files.save_to(tmp_path / "mine.resolution")
    assert disk.begun.wait(5)
    window.session.set_dismissed(frozenset({"one"}))
    disk.may_go.set()
    assert window.files._saving.finish()
    assert window.session.dirty


def test_saving_again_waits_for_the_name(window: MainWindow, disk: Disk, tmp_path: Path) -> None:
    """Ctrl+S right after Save as goes to the new file, not to the old one."""
    old, new = tmp_path / "old.resolution", tmp_path / "new.resolution"
    disk.may_go.set()
    window.files.save_to(old)
    window.files._saving.finish()
    before = old.read_bytes()
    type_words(window)
    window.files.save_to(new)
    type_words(window, "More ")
    window.files.save()
    window.files._saving.finish()
    assert old.read_bytes() == before
    assert load_draft(new).text == window.session.draft
    assert not window.session.dirty


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_fails_in_the_background_is_told_and_nothing_is_lost(
    window: MainWindow, disk: Disk, tmp_path: Path, qtbot, number: int
) -> None:
    path = tmp_path / "mine.resolution"
    disk.may_go.set()
    window.files.save_to(path)
    window.files._saving.finish()
    before = path.read_bytes()
    type_words(window)
    disk.fails = number
    window.files.save()
    qtbot.waitUntil(lambda: "Your text is safe" in window.message.text())
    assert window.session.dirty
    assert path.read_bytes() == before
    assert window.files.keeping.place is not None
    disk.fails = 0
    window.files.save()
    assert window.files._saving.finish()
    assert load_draft(path).text == window.session.draft


def answer(monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton) -> list[int]:
    asked: list[int] = []

    def exec_(box: QMessageBox) -> int:
        asked.append(1)
        return button  # type: ignore[return-value]

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    return asked


def test_a_window_that_closes_waits_for_what_is_being_saved(
    window: MainWindow, disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.resolution"
    type_words(window)
    window.files.save_to(path)
    assert disk.begun.wait(5)
    asked = answer(monkeypatch, QMessageBox.StandardButton.Cancel)
    threading.Timer(0.2, disk.may_go.set).start()
    assert window.close()
    assert not asked, "all is saved: nothing is to be asked"
    assert load_draft(path).text == window.session.draft
    assert left_behind() == []


def test_a_window_stays_where_saving_fails_at_its_end(
    window: MainWindow, disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.may_go.set()
    window.files.save_to(tmp_path / "mine.resolution")
    window.files._saving.finish()
    type_words(window)
    disk.fails = errno.ENOSPC
    asked = answer(monkeypatch, QMessageBox.StandardButton.Save)
    assert not window.close()
    assert asked and window.isVisible() and window.session.dirty
    assert "was not written" in window.message.text()


def test_even_looking_whether_a_place_is_free_is_not_waited_for(
    window: MainWindow, disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network drive that is gone answers after half a minute."""
    threads: list[threading.Thread] = []
    lock = Place.lock

    def slow(place: Place, **named: bool):
        threads.append(threading.current_thread())
        return lock(place, **named)

    monkeypatch.setattr(Place, "lock", slow)
    disk.may_go.set()
    window.files.save_to(tmp_path / "here.resolution")
    assert window.files._saving.finish()
    assert threads and threading.main_thread() not in threads


def test_a_place_that_another_window_has_is_not_written(
    window: MainWindow, disk: Disk, tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "theirs.resolution"
    theirs = Place(path)
    assert theirs.lock() is None
    disk.may_go.set()
    window.files.save_to(path)
    assert not window.files._saving.finish()
    assert "it is open already" in window.message.text()
    assert not path.exists() and window.session.path != path
    theirs.close()
    window.files.save_to(path)
    assert window.files._saving.finish() and path.exists()
