"""The window, driven by keys and mouse."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from drafter.draft import load_draft, save_draft
from ui.actions import TABLE
from ui.commands_menu import handlers
from ui.editor.mapping import Place
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import Settings
from ui.start_page import StartPage

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


def draft_text(window: MainWindow, paragraph_id: str) -> str:
    return window.session.draft.text_of(paragraph_id).string


def same(window: MainWindow) -> bool:
    return (
        window.editor.resolution is window.session.draft
        and window.editor.resolution_document.differences() == []
    )


def test_says_which_text_becomes_which(window: MainWindow) -> None:
    words = window.work.header.words()
    assert "A/RES/70/911 · 17 December 2015" in words
    assert "Third Committee · 72nd session, 2017" in words


def test_typing_reaches_the_draft_and_undo_takes_it_back(window: MainWindow) -> None:
    before = draft_text(window, "p5")
    window.editor.put_caret("p5", len(before) - 1)
    QTest.keyClicks(window.editor, " and peoples")
    assert draft_text(window, "p5").endswith("States and peoples,")
    assert same(window)
    for _ in range(3):
        QTest.keyClick(window.editor, Key.Key_Z, Control)
    assert draft_text(window, "p5") == before
    assert same(window)


def test_enter_begins_the_next_operative_and_backspace_joins_it_again(window: MainWindow) -> None:
    count = len(window.session.draft.paragraphs)
    window.editor.put_caret("p6", len(draft_text(window, "p6")))
    QTest.keyClick(window.editor, Key.Key_Return)
    QTest.keyClicks(window.editor, "Decides")
    draft = window.session.draft
    new = draft.paragraphs[draft.positions["p6"] + 1]
    assert (new.kind, new.text.string) == ("operative", "Decides")
    assert window.editor.resolution_document.printed["p10"] == "4"
    for _ in range(8):
        QTest.keyClick(window.editor, Key.Key_Backspace)
    assert len(window.session.draft.paragraphs) == count
    assert same(window)


def test_tab_makes_a_sub_paragraph(window: MainWindow) -> None:
    window.editor.put_caret("p10")
    QTest.keyClick(window.editor, Key.Key_Tab)
    assert window.session.draft.paragraph("p10").level == 1
    assert window.editor.resolution_document.printed["p10"] == "(c)"
    QTest.keyClick(window.editor, Key.Key_Backtab)
    assert window.editor.resolution_document.printed["p10"] == "3"


def test_a_suggestion_is_accepted_with_a_and_skipped_with_s(window: MainWindow) -> None:
    panel = window.work.suggestions
    count = len(window.session.suggestions)
    chosen = next(s for s in panel.shown() if s.rule == "report-back")
    window.actions_["panel_suggestions"].trigger()
    panel.select(chosen.id)
    QTest.keyClick(panel.tree, Key.Key_A)
    assert "seventy-third session" in draft_text(window, "p10")
    assert window.work.side.tabText(0).endswith(str(len(window.session.suggestions)))
    skipped = panel.current()
    assert skipped is not None, "the next one is looked at by itself"
    QTest.keyClick(panel.tree, Key.Key_S)
    assert skipped.id in window.session.skipped
    assert len(window.session.suggestions) < count
    assert same(window)


def test_accepting_all_keeps_document_and_model_the_same(window: MainWindow) -> None:
    window.actions_["accept_safe"].trigger()
    assert all(s.confidence == "ask" for s in window.session.suggestions)
    assert same(window)


def test_choosing_a_paragraph_in_the_outline_goes_there(window: MainWindow) -> None:
    row = window.work.outline.outline_model.row_of("p10")
    rect = window.work.outline.visualRect(window.work.outline.outline_model.index(row))
    QTest.mouseClick(window.work.outline.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.editor.current_paragraph() == "p10"


def test_a_footnote_is_inserted_and_written_in_the_panel(window: MainWindow) -> None:
    window.editor.put_caret("p5", 10)
    window.actions_["insert_note"].trigger()
    QTest.keyClicks(window.work.footnotes.edit, "A/72/1.")
    draft = window.session.draft
    note = draft.notes_by_id[draft.text_of("p5").cues[0].note]
    assert note.text.string == "A/72/1."
    assert window.editor.resolution_document.note_numbers[note.id] == 3
    assert same(window)
    window.work.footnotes.delete_current()
    assert not window.session.draft.text_of("p5").cues


def test_the_masthead_is_edited_in_its_form(window: MainWindow) -> None:
    line = window.work.masthead.fields["symbol"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "A/C.3/72/L.9")
    QTest.keyClick(line, Key.Key_Return)
    assert window.session.draft.masthead.symbol == "A/C.3/72/L.9"
    window.editor.undo()
    assert line.text() == "A/RES/70/911"


def test_saving_and_opening_gives_the_same_draft(window: MainWindow, tmp_path: Path) -> None:
    window.editor.put_caret("p5", 0)
    QTest.keyClicks(window.editor, "Also ")
    path = tmp_path / "mine.resolution"
    assert window.files.save_to(path)
    assert not window.isWindowModified()
    assert load_draft(path).text == window.session.draft
    text = window.session.draft
    window.files.open(path)
    assert window.session.draft == text
    assert window.session.path == path
    assert window.settings.recent()[0] == path
    assert same(window)


def test_when_it_was_saved_is_when_the_file_was_written(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "mine.resolution"
    save_draft(window.session.snapshot(), path)
    before = dt.datetime(2020, 3, 9, 12).timestamp()
    os.utime(path, (before, before))
    window.files.open(path)
    assert window.state._saved.text() == "saved 9 March 2020"


def test_recent_files_stay_on_the_page_where_a_named_one_cannot_be_read(
    qtbot, session: Session, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "window.ini")
    known = tmp_path / "mine.resolution"
    known.touch()
    settings.add_recent(known)
    other = MainWindow(session, settings)
    qtbot.addWidget(other)
    other.open_files([tmp_path / "gone.docx"])
    shown = [button.toolTip() for button in other.start.findChildren(QPushButton)]
    assert str(known) in shown


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    window: MainWindow, tmp_path: Path
) -> None:
    window.files.open(tmp_path / "gone.docx")
    assert "gone.docx" in window.message.text()
    assert window.message.isVisible()
    assert same(window)


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_a_file_that_is_dropped_is_opened(window: MainWindow, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "mine.resolution"
    save_draft(window.session.snapshot(), path)
    drop(window, path)
    qtbot.waitUntil(lambda: window.session.path == path)
    assert window.settings.recent() == [path]


def test_of_two_files_dropped_the_second_may_be_written_on(
    window: MainWindow, qtbot, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.resolution", tmp_path / "new.resolution"
    save_draft(window.session.snapshot(), old)
    window.editor.put_caret("p5", 0)
    QTest.keyClicks(window.editor, "Also ")
    save_draft(window.session.snapshot(), new)
    window.session.undo()
    window.session.mark_saved(tmp_path / "x.resolution")
    window.session.path = None
    drop(window, old, new)
    qtbot.waitUntil(lambda: "only compare them" in window.message.text())
    next(b for b in window.message.findChildren(QPushButton) if b.text() == "&Write on").click()
    qtbot.waitUntil(lambda: draft_text(window, "p5").startswith("Also"))
    assert not window.session.base.text_of("p5").string.startswith("Also")


def test_what_a_killed_window_left_behind_is_offered(window: MainWindow, qtbot) -> None:
    window.editor.put_caret("p5", 0)
    QTest.keyClicks(window.editor, "Also ")
    window.files.keeping.write_copy()
    text = window.session.draft
    recovery = window.files.keeping._recovery
    assert recovery is not None
    recovery._lock.release()
    other = MainWindow(settings=window.settings)
    qtbot.addWidget(other, before_close_func=lambda w: w.session.mark_saved(Path("x")))
    other.open_files([])
    qtbot.waitUntil(lambda: "was open when the program stopped" in other.message.text())
    copy = other.files.keeping.copies_left()[0]
    other.files.recover(copy)
    qtbot.waitUntil(lambda: other.session.draft == text)
    assert other.session.dirty
    other.session.jobs.wait()


def test_the_cycle_can_be_changed_and_suggestions_follow(window: MainWindow) -> None:
    from dataclasses import replace

    assert window.session.cycle is not None
    window.session.set_cycle(replace(window.session.cycle, adopting_session="74"))
    found = next(s for s in window.session.suggestions if s.rule == "report-back")
    window.session.accept(found)
    assert "seventy-fifth session" in draft_text(window, "p10")


def test_go_to_the_next_change(window: MainWindow) -> None:
    window.editor.put_caret("p10", 0)
    QTest.keyClicks(window.editor, "Also ")
    window.session.settle()
    window.editor.put_caret("p1", 0)
    window.actions_["next_change"].trigger()
    assert same(window)


def test_zoom_and_palette_keep_the_text(window: MainWindow) -> None:
    for name in ("zoom_in", "zoom_in", "zoom_out", "theme_dark", "theme_light", "zoom_reset"):
        window.actions_[name].trigger()
        assert same(window)


def test_every_action_has_a_tip_and_no_key_twice(window: MainWindow) -> None:
    keys: list[str] = []
    for spec in TABLE:
        assert spec.tip, spec.name
        assert spec.name in window.actions_.by_name
        keys += [key for key in spec.keys.split("; ") if key]
    assert len(keys) == len(set(keys))


def test_every_action_does_something(window: MainWindow) -> None:
    silent = {"show_outline", "show_side", "show_notes"}
    assert {spec.name for spec in TABLE} - set(handlers(window)) <= silent


@pytest.mark.parametrize("kind", [QAbstractButton, QLineEdit, QComboBox])
def test_every_control_says_what_it_is(window: MainWindow, kind: type[QWidget]) -> None:
    for widget in window.findChildren(kind):
        if widget.objectName().startswith("qt_") or type(widget).__name__ == "CloseButton":
            continue
        named = widget.accessibleName() or widget.toolTip()
        if not named and isinstance(widget, QAbstractButton):
            named = widget.text()
        assert named or not widget.isVisibleTo(window), widget


def test_the_paragraph_gone_to_is_the_one_that_is_looked_at(window: MainWindow) -> None:
    window.session.settle()
    scene = window.centre.compare.scene
    for key in ("p10", "p5"):
        window.actions_["panel_suggestions"].trigger()
        window.work.go_to_paragraph(key)
        assert scene.chosen == scene.row_of(1, key)


def test_f6_goes_round_the_panes(window: MainWindow) -> None:
    window.editor.setFocus()
    QTest.keyClick(window, Key.Key_F6)
    assert window.focusWidget() is window.work.suggestions.tree
    QTest.keyClick(window, Key.Key_F6)
    assert window.focusWidget() is window.work.outline


def test_words_are_dragged_to_another_place(window: MainWindow) -> None:
    from ui.editor import pasting
    from ui.editor.commands import Selection
    from ui.editor.mapping import Place

    draft = window.session.draft
    selection = Selection(("p3", Place(0)), ("p3", Place(10)))
    step = pasting.move_words(draft, selection, ("p5", Place(0)))
    window.editor.do(step, "Drag and drop")
    assert draft_text(window, "p5").startswith("Recalling Stressing")
    assert same(window)


def test_the_context_menu_has_what_can_be_done_here(window: MainWindow) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(40, 40), QPoint(40, 40))
    window.editor.contextMenuEvent(event)
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    assert window.actions_["insert_note"] in menu.actions()
    menu.close()


def test_arrow_keys_go_from_suggestion_to_suggestion(window: MainWindow) -> None:
    panel = window.work.suggestions
    window.actions_["panel_suggestions"].trigger()
    panel.select(panel.shown()[0].id)
    for suggestion in panel.shown()[1:]:
        QTest.keyClick(panel.tree, Key.Key_Down)
        assert panel.current() is suggestion


def test_recent_files_are_in_the_menu(window: MainWindow, tmp_path: Path) -> None:
    window.files.save_to(tmp_path / "mine.resolution")
    menu = QMenu()
    window.files.list_recent(menu, window.files.open)
    assert [action.text() for action in menu.actions()] == ["mine.resolution"]
    menu.actions()[0].trigger()
    assert window.session.path == tmp_path / "mine.resolution"


def test_what_an_assistive_tool_types_reaches_the_draft_too(window: MainWindow) -> None:
    cursor = QTextCursor(window.editor.document())
    cursor.setPosition(window.editor.block_for("p5").position())
    cursor.insertText("Also ")
    assert draft_text(window, "p5").startswith("Also Stressing")
    assert same(window)
    cursor = QTextCursor(window.editor.document())
    cursor.setPosition(3)
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert same(window)


def test_recent_files_are_named_only_where_there_are_any(qtbot, tmp_path: Path) -> None:
    start = StartPage()
    qtbot.addWidget(start)
    start.show()

    def said() -> list[str]:
        return [label.text() for label in start.findChildren(QLabel) if label.isVisible()]

    assert "Recent" not in said()
    start.show_recent([tmp_path / "draft.resolution"])
    assert "Recent" in said()


def test_control_and_the_arrows_go_from_paragraph_to_paragraph_as_in_word(
    window: MainWindow,
) -> None:
    editor, text = window.editor, draft_text(window, "p5")
    editor.put_caret("p5", 8)
    QTest.keyClick(editor, Key.Key_Up, Control)
    assert editor.selection().end == ("p5", Place(0))
    QTest.keyClick(editor, Key.Key_Down, Control)
    assert editor.current_paragraph() == "p6"
    QTest.keyClick(editor, Key.Key_Up, Control)
    QTest.keyClick(editor, Key.Key_Down, Control | Qt.KeyboardModifier.ShiftModifier)
    assert editor.textCursor().selectedText().startswith(text)
    assert same(window)
