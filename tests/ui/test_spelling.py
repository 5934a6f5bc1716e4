"""Spelling in the window: marks, menu, the person's own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from ui.editor_menu import editor_menu
from ui.main_window import MainWindow


@pytest.fixture
def spelling(window: MainWindow, tmp_path: Path):
    window.centre.spelling._file = tmp_path / "words.txt"
    return window.centre.spelling


def doubted(window: MainWindow) -> list[str]:
    draft = window.session.draft
    return [
        p.text.string[a:b]
        for p in draft.paragraphs
        for a, b in window.centre.spelling.mistakes(p)
    ]  # fmt: skip


def menu_at_caret(window: MainWindow) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    return editor_menu(window, event)


def choose(menu: QMenu, words: str) -> None:
    action = next(a for a in menu.actions() if words in a.text())
    action.trigger()


def typed(window: MainWindow, words: str) -> None:
    window.editor.put_caret("p5", len(window.session.draft.text_of("p5").string))
    QTest.keyClicks(window.editor, words)


def test_a_slip_is_found_and_mended_from_the_menu(window: MainWindow, spelling) -> None:
    assert doubted(window) == []
    typed(window, " recieve it")
    assert doubted(window) == ["recieve"]
    window.actions_["next_mistake"].trigger()
    assert window.editor.textCursor().selectedText() == "recieve"
    choose(menu_at_caret(window), "receive")
    assert window.session.draft.text_of("p5").string.endswith("receive it")
    assert doubted(window) == []
    window.session.undo()
    assert doubted(window) == ["recieve"]


def test_own_words_and_words_of_this_draft(window: MainWindow, spelling, tmp_path) -> None:
    typed(window, " zorblax quuxly x")
    window.actions_["next_mistake"].trigger()
    choose(menu_at_caret(window), "to my dictionary")
    assert doubted(window) == ["quuxly"]
    assert (tmp_path / "words.txt").read_text("utf-8").endswith("\nzorblax\n")
    window.actions_["next_mistake"].trigger()
    choose(menu_at_caret(window), "in this draft")
    assert doubted(window) == []
    assert window.session.snapshot().words == ("quuxly",)


def test_it_can_be_switched_off(window: MainWindow, spelling) -> None:
    typed(window, " recieve it")
    window.actions_["spelling"].trigger()
    assert doubted(window) == []
    window.actions_["spelling"].trigger()
    assert doubted(window) == ["recieve"]


def test_only_what_is_not_being_written_is_marked(window: MainWindow, spelling, qapp) -> None:
    window.editor.setFocus()
    typed(window, " recieve")
    while_typing = window.editor.viewport().grab().toImage()
    window.editor.put_caret("p5", 0)
    after = window.editor.viewport().grab().toImage()
    block = window.editor.block_for("p5")
    size = len(window.session.draft.text_of("p5").string)
    document = window.editor.resolution_document
    rect = window.editor.range_rects(block, *document.range_of("p5", size - 7, size))[-1]
    top = round(rect.bottom()) - 4 - window.editor.verticalScrollBar().value()
    area = (round(rect.left()), top, round(rect.width()), 5)
    assert while_typing.copy(*area) != after.copy(*area)
