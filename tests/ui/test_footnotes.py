"""Footnotes by keyboard: insert, cite again, to the words and back, delete; nothing goes unsaid."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from drafter.model import note_numbers
from tests.ui.test_window import draft_text, same
from ui.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def said(window: MainWindow) -> list[str]:
    found: list[str] = []
    window.session.status.connect(found.append)
    return found


def cues(window: MainWindow, paragraph: str) -> list[str | None]:
    return [cue.note for cue in window.session.draft.paragraph(paragraph).text.cues]


def test_from_cue_to_words_and_back(window: MainWindow, said: list[str]) -> None:
    window.editor.setFocus()
    window.editor.put_caret("p4", 20)
    window.actions_["note_jump"].trigger()
    panel = window.work.footnotes
    assert panel.edit.hasFocus() and panel.current() == "n2"
    QTest.keyClicks(panel.edit, "See ")
    window.actions_["note_jump"].trigger()
    assert window.editor.hasFocus()
    assert window.editor.current_paragraph() == "p4"
    assert window.session.draft.text_of("n2").string.startswith("See Resolutions")
    window.editor.put_caret("p5")
    window.actions_["note_jump"].trigger()
    assert said[-1] == "This paragraph calls no footnote."


def test_a_footnote_is_cited_again_at_the_caret(window: MainWindow, monkeypatch) -> None:
    window.editor.put_caret("p3", 0)
    monkeypatch.setattr(QInputDialog, "getItem", lambda *args: (args[3][2], True), raising=True)
    window.actions_["cite_note"].trigger()
    assert cues(window, "p3") == ["n3", "n1"]
    assert note_numbers(window.session.draft) == {"n3": 1, "n1": 2, "n2": 3}
    assert same(window)
    window.session.undo()
    assert cues(window, "p3") == ["n1"]


def test_adjacent_cues_take_a_comma(window: MainWindow) -> None:
    window.editor.put_caret("p3", len(draft_text(window, "p3")))
    window.work.footnotes.select("n2")
    window.work.footnotes._cite.click()
    assert cues(window, "p3") == ["n1", "n2"]
    html = _copied(window)
    assert html.count("<sup>,</sup>") == 1


def _copied(window: MainWindow) -> str:
    window.editor.selectAll()
    return window.editor.createMimeDataFromSelection().html()


def test_words_deleted_with_their_cue_are_said(window: MainWindow, said: list[str]) -> None:
    before = window.session.draft
    window.editor.put_caret("p4", 0)
    window.editor.selectAll()
    cursor = window.editor.textCursor()
    document = window.editor.resolution_document
    cursor.setPosition(document.block_for("p3").position())
    cursor.setPosition(document.block_for("p5").position(), cursor.MoveMode.KeepAnchor)
    window.editor.setTextCursor(cursor)
    QTest.keyClick(window.editor, Key.Key_Delete)
    assert said[-1] == "Footnotes 1, 2 went with their last cues; undo brings all back."
    assert [n.id for n in window.session.draft.notes] == ["n3"]
    window.session.undo()
    assert window.session.draft == before


def test_backspace_on_a_cue_deletes_the_note_as_one_step(window: MainWindow, said) -> None:
    before = window.session.draft
    window.editor.put_caret("p6", len(draft_text(window, "p6")))
    QTest.keyClick(window.editor, Key.Key_Backspace)
    assert said[-1] == "Footnote 3 went with its last cue; undo brings both back."
    assert cues(window, "p6") == [] and len(window.session.draft.notes) == 2
    window.session.undo()
    assert window.session.draft == before


def test_delete_in_the_list_deletes_the_note_and_escape_goes_back(window: MainWindow) -> None:
    panel = window.work.footnotes
    window.actions_["panel_footnotes"].trigger()
    panel.select("n2")
    QTest.keyClick(panel.list, Key.Key_Delete)
    assert [n.id for n in window.session.draft.notes] == ["n1", "n3"]
    panel.select("n3")
    QTest.keyClick(panel.edit, Key.Key_Escape)
    assert window.editor.current_paragraph() == "p6"
