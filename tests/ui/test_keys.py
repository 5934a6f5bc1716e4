"""The keys of the menus work wherever one types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def claimed(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> bool:
    """Whether a widget claims a key before the menus are asked."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize("where", ["editor", "masthead", "footnotes"])
def test_no_text_box_claims_the_key_of_the_export(window: MainWindow, where: str) -> None:
    work = window.work
    widget: QWidget = {
        "editor": work.editor,
        "masthead": work.masthead.fields["organ"],
        "footnotes": work.footnotes.edit,
    }[where]
    work.show_panel(work.masthead if where == "masthead" else work.footnotes, widget)
    window.activateWindow()
    widget.setFocus()
    assert not claimed(widget, Qt.Key.Key_E)


def test_editing_keys_stay_with_the_text(window: MainWindow) -> None:
    window.editor.setFocus()
    assert claimed(window.editor, Qt.Key.Key_C)


def test_no_two_buttons_want_the_same_key(window: MainWindow) -> None:
    window.centre.find_bar.open_bar(replacing=True)
    side = window.work.side
    for number in range(side.count()):
        side.setCurrentIndex(number)
        buttons = [b for b in window.findChildren(QAbstractButton) if b.isVisible()]
        keys = [key for b in buttons if (key := b.shortcut().toString())]
        assert sorted(keys) == sorted(set(keys)), side.tabText(number)
