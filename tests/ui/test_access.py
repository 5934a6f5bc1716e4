"""Keys and screen readers reach everything: walks every widget of every window and panel."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QTabBar,
    QWidget,
)

from ui.main_window import MainWindow

OWN = ("qt_", "Scroll")
"""What belongs to a Qt widget and is named by it."""


def start_page(window: MainWindow) -> QWidget:
    window.start.show_recent([])
    return window


def message_bar(window: MainWindow) -> QWidget:
    window.message.say("What happened", details="more", problem=True)
    window.message.offer("&Do", "Do something", lambda: None)
    return window.message


def preferences(window: MainWindow) -> QWidget:
    from ui.preferences import Preferences

    return Preferences(window.settings, lambda: None, window)


def rules(window: MainWindow) -> QWidget:
    from ui.preferences import RulesDialog

    return RulesDialog(window.work.findings, window.settings, window)


def shortcuts(window: MainWindow) -> QWidget:
    from ui.help import ShortcutsDialog

    return ShortcutsDialog(window)


def guide(window: MainWindow) -> QWidget:
    from ui.guide import Guide

    return Guide(window)


def export(window: MainWindow) -> QWidget:
    from ui.export_dialog import ExportDialog

    return ExportDialog(window.settings, "x", window.session.comparison, window.theme, window)


def cycle(window: MainWindow) -> QWidget:
    from ui.cycle_dialog import CycleDialog

    return CycleDialog(window.session.base, window.session.cycle, window)


def understood(window: MainWindow) -> QWidget:
    window.show_understood()
    return window.understood


PLACES = (
    start_page, message_bar, preferences, rules, shortcuts, guide, export, cycle, understood,
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_everything_that_takes_keys_has_a_name(
    window: MainWindow, place: Callable[[MainWindow], QWidget]
) -> None:
    shown = place(window)
    shown.show()
    nameless: list[str] = []
    for widget in [shown, *shown.findChildren(QWidget)]:
        if _takes_keys(widget) and not _name(widget):
            nameless.append(f"{type(widget).__name__} {widget.objectName()!r}")
    if shown is not window and shown.isWindow():
        shown.close()
    assert nameless == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_a_button_without_words_says_what_it_does(
    window: MainWindow, place: Callable[[MainWindow], QWidget]
) -> None:
    shown = place(window)
    silent = [
        f"{type(button).__name__} {button.text()!r}"
        for button in shown.findChildren(QAbstractButton)
        if _is_own(button) and not any(c.isalpha() for c in button.text()) and not button.toolTip()
    ]
    if shown is not window and shown.isWindow():
        shown.close()
    assert silent == []


def _is_own(widget: QWidget) -> bool:
    inside = widget.parentWidget()
    return not (
        widget.objectName().startswith("qt_")
        or isinstance(inside, QTabBar | QMenuBar)
        or type(inside).__name__.startswith(("QTable", "QFontCombo", "QAbstractSpin", "QLineEdit"))
    )


def _takes_keys(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return (
        bool(policy & Qt.FocusPolicy.TabFocus)
        and not widget.isWindow()
        and _is_own(widget)
        and type(widget).__name__ not in ("QSplitterHandle", "QTabBar", "QTabWidget")
        and not _is_list_of_box(widget)
        and not (isinstance(widget, QLabel) and not widget.text())
    )


def _is_list_of_box(widget: QWidget) -> bool:
    """Whether it is the list that a combo box folds out, which is read as part of the box."""
    outer = widget.parentWidget()
    while outer is not None and not isinstance(outer, QComboBox):
        outer = outer.parentWidget()
    return outer is not None and not isinstance(widget, QLineEdit)


def _name(widget: QWidget) -> str:
    """What a screen reader says: the name, the words, or those of the label that leads there."""
    interface = QAccessible.queryAccessibleInterface(widget)
    said = interface.text(QAccessible.Text.Name) if interface is not None else ""
    return said or widget.accessibleName() or widget.toolTip()
