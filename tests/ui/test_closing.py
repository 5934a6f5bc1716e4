"""Windows that were closed are gone with all that was worked out for them."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from tests.ui.texts import cycle, last_cycle
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.windows import new_window

WINDOWS = 20


def work_and_close(window: MainWindow, folder: Path, qtbot) -> list[weakref.ref[Any]]:
    """Work a little in a window that computes in threads, save and close it; what was its own."""
    session = window.session
    session.begin(last_cycle(), cycle())
    qtbot.waitUntil(lambda: session.comparison is not None and window.work.findings.known)
    window.editor.put_caret("p5", 0)
    QTest.keyClicks(window.editor, "Also ")
    window.centre.find_bar.open_bar()
    window.files.save_to(folder / "mine.resolution")
    window.show_understood()
    window.close_understood()
    owned = (window, session, session.history, session.comparison, window.work, window.editor)
    found = [weakref.ref(one) for one in owned]
    assert window.close()
    return found


def test_twenty_windows_leave_nothing_behind(qtbot, tmp_path: Path) -> None:
    first = MainWindow(settings=Settings(tmp_path / "window.ini"))
    qtbot.addWidget(first)
    first.show()
    known: list[list[weakref.ref[Any]]] = []
    counts: list[int] = []
    for _ in range(WINDOWS):
        known.append(work_and_close(new_window(first.settings, first), tmp_path, qtbot))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qtbot.wait(10)
        gc.collect()
        counts.append(len(gc.get_objects()))
    left = [type(one()).__name__ for found in known for one in found if one() is not None]
    assert left == []
    grown = counts[-1] - counts[WINDOWS // 2]
    assert grown < 200 * (WINDOWS // 2), "a window with its panels is thousands of objects"


def test_quit_closes_every_window_and_close_only_its_own(qtbot, tmp_path: Path) -> None:
    first, second, third = (MainWindow(settings=Settings(tmp_path / "w.ini")) for _ in range(3))
    for one in (first, second, third):
        one.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(one)
        one.show()
    third.actions_["close"].trigger()
    assert [one.isVisible() for one in (first, second, third)] == [True, True, False]
    first.actions_["quit"].trigger()
    assert not first.isVisible() and not second.isVisible()
