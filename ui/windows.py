"""Several drafts in several windows of one process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.memory import collect_soon

if TYPE_CHECKING:
    from ui.compare.two_files import CompareWindow
    from ui.main_window import MainWindow
    from ui.settings import Settings
    from ui.theme import Theme

FRAME = 40
"""Pixels that a title bar may take above a window."""
_SIDE = 8
"""Pixels of its frame at either side."""
_STEP = 32
"""Pixels a new window stands beside the one it was opened from."""
_kept: set[QWidget] = set()
"""Windows nobody else holds on to."""


def all_windows() -> Iterator[MainWindow]:
    """The windows that are open."""
    from ui.main_window import MainWindow

    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, MainWindow) and widget.isVisible():
            yield widget


def showing(path: Path) -> MainWindow | None:
    """The window in which a draft is open, to be saved there again."""
    for window in all_windows():
        if window.session.path == path and not window.files.keeping.read_only:
            return window
    return None


def new_window(settings: Settings, beside: QWidget) -> MainWindow:
    """Another window, with its start page."""
    from ui.main_window import MainWindow

    window = MainWindow(settings=settings)
    window.resize(beside.size())
    _show(window, beside)
    return window


def compare_window(settings: Settings, theme: Theme, beside: QWidget) -> CompareWindow:
    """A window for any two files."""
    from ui.compare.two_files import CompareWindow

    window = CompareWindow(settings, theme)
    _show(window, beside)
    return window


def compare_two_files(window: MainWindow) -> None:
    """Ask for two files and show them beside each other in a window of their own."""
    from ui.compare.two_files import ask_two_files

    if paths := ask_two_files(window, window.settings):
        compare_window(window.settings, window.theme, window).open_files(*paths)


def ask_two_dropped(window: MainWindow, old: Path, new: Path) -> None:
    """Ask whether two files are to be read beside each other, or the second to be edited."""

    def compare() -> None:
        compare_window(window.settings, window.theme, window).open_files(old, new)

    def edit() -> None:
        (window if window.is_free else window.new_window()).files.open_pair(old, new)

    window.message.say(
        window.tr("“%s” and “%s”: only compare them, or go on writing the second?")
        % (old.name, new.name)
    )
    only = window.tr("Show both, to be read only")
    first = window.tr("The first is last cycle's text, the second the draft")
    for words, tip, act in (
        (window.tr("&Compare"), only, compare),
        (window.tr("&Write on"), first, edit),
    ):
        window.message.offer(words, tip, partial(_chosen, window, act))


def _chosen(window: MainWindow, act: Callable[[], None]) -> None:
    window.message.dismiss()
    act()


def keep(window: QWidget) -> None:
    """Hold on to a window until it is closed; all that belonged to it goes then."""
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _kept.add(window)
    window.destroyed.connect(partial(_gone, window))


def _gone(window: QWidget) -> None:
    _kept.discard(window)
    collect_soon()


def size_within_screen(window: QWidget, width: int, height: int) -> None:
    """Make a window this large, or as large as the screen it is on allows."""
    room = window.screen().availableGeometry().size() - QSize(2 * _SIDE, FRAME)
    window.resize(QSize(width, height).boundedTo(room))


def _show(window: QWidget, beside: QWidget) -> None:
    keep(window)
    window.setScreen(beside.screen())
    size_within_screen(window, window.width(), window.height())
    room = window.screen().availableGeometry()
    right = room.right() + 1 - 2 * _SIDE - window.width()
    bottom = room.bottom() + 1 - FRAME - window.height()
    place = beside.pos() + QPoint(_STEP, _STEP)
    window.move(min(place.x(), right), min(place.y(), bottom))
    window.show()


def follow_settings(window: MainWindow) -> None:
    """Make a window look and work as the preferences say."""
    from ui.theme import TEXT_SIZE, set_text_face

    settings = window.settings
    family = str(settings.get("text_family", "") or "")
    set_text_face(family, settings.number("text_size", TEXT_SIZE))
    window.set_theme(str(settings.get("theme", "system")))
    window.files.keeping.take_settings()
    spelling = window.actions_["spelling"]
    wanted = settings.flag("spelling", True)
    if spelling.isChecked() != wanted:
        spelling.setChecked(wanted)
        if window.has_work:
            window.centre.spelling.switch(wanted)
    if window.has_work:
        window.work.findings.check_now()


def show_preferences(window: MainWindow) -> None:
    """Let the preferences be chosen; every window follows at once."""
    from ui.preferences import Preferences, use_templates

    def apply() -> None:
        use_templates(window.settings)
        for each in all_windows():
            follow_settings(each)

    Preferences(window.settings, apply, window).exec()


def tell_in_front(text: str, details: str) -> None:
    """Tell a fault of the program where the person is, and keep a copy of every draft."""
    shown = sorted(all_windows(), key=lambda window: not window.isActiveWindow())
    for window in shown:
        window.files.keeping.write_copy()
    if shown:
        shown[0].message.say(text, details=details, problem=True)
