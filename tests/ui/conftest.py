"""Real windows, without a screen; background work is done on the spot."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.texts import cycle, last_cycle
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings


@pytest.fixture(scope="session", autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """The clipboard is emptied: without a screen it outlives the interpreter, and what Python put
    there cannot be destroyed any more."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def windows_really_go(qapp: QApplication) -> Iterator[None]:
    """Windows of earlier tests are deleted, not only closed: every new style sheet would be worked
    out for all of them."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def session(qapp) -> Session:
    return Session(synchronous=True)


@pytest.fixture
def window(qtbot, session: Session, tmp_path) -> MainWindow:
    """A window with last cycle's text open, drafting for the 72nd session."""
    window = MainWindow(session, Settings(tmp_path / "window.ini"))
    qtbot.addWidget(window, before_close_func=lambda w: w.session.mark_saved(tmp_path / "x"))
    window.resize(1280, 800)
    window.show()
    session.begin(last_cycle(), cycle())
    return window


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screenless platform says what it cannot do at every window."""
    for item in items:
        if "ui" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
