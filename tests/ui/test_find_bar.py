"""Find and replace, driven by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from ui.find_bar import FindBar
from ui.main_window import MainWindow

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def opened(window: MainWindow, words: str, *, replacing: bool = False) -> FindBar:
    window.editor.put_caret("p1")
    window.actions_["replace" if replacing else "find"].trigger()
    bar = window.centre.find_bar
    bar.words.clear()
    QTest.keyClicks(bar.words, words)
    return bar


def where(window: MainWindow) -> tuple[str, str]:
    return window.editor.current_paragraph(), window.editor.textCursor().selectedText()


def test_escape_closes_from_a_button_too(window: MainWindow) -> None:
    bar = opened(window, "archives", replacing=True)
    bar.all.setFocus()
    QTest.keyClick(bar.all, Key.Key_Escape)
    assert not bar.isVisible()
    assert window.focusWidget() is window.editor


def test_typing_looks_at_once_and_enter_goes_on(window: MainWindow) -> None:
    bar = opened(window, "archives")
    assert bar.count.text() == "1 of 5"
    assert where(window) == ("p1", "archives")
    QTest.keyClick(bar.words, Key.Key_Return)
    assert (bar.count.text(), where(window)) == ("2 of 5", ("p3", "archives"))
    QTest.keyClick(bar.words, Key.Key_Return, Shift)
    QTest.keyClick(bar.words, Key.Key_Return, Shift)
    assert (bar.count.text(), where(window)) == ("5 of 5", ("p6", "archives"))
    window.actions_["find_next"].trigger()
    assert where(window)[0] == "p1"
    QTest.keyClick(bar.words, Key.Key_Escape)
    assert not bar.isVisible() and bar.matches == ()


def test_every_match_is_marked_in_the_text(window: MainWindow, qapp) -> None:
    clean = window.editor.viewport().grab().toImage()
    opened(window, "role")
    window.editor.put_caret("p10")
    qapp.processEvents()
    marked = window.editor.viewport().grab().toImage()
    window.centre.find_bar.close_bar()
    block = window.editor.block_for("p3")
    at = window.editor.resolution.paragraph("p3").text.string.index("role")
    document = window.editor.resolution_document
    rect = window.editor.range_rects(block, *document.range_of("p3", at, at + 4))[0]
    spot = (round(rect.left()) + 1, round(rect.top()) - window.editor.verticalScrollBar().value())
    assert QColor(marked.pixel(*spot)) != QColor(clean.pixel(*spot))


def test_a_match_in_a_footnote_is_shown_in_its_panel(window: MainWindow) -> None:
    bar = opened(window, "treaty")
    assert bar.count.text() == "1 of 1"
    assert window.work.side.currentWidget() is window.work.footnotes
    assert window.work.footnotes.edit.textCursor().selectedText() == "Treaty"
    assert window.editor.current_paragraph() == "p3"


def test_options_and_mistakes_are_said(window: MainWindow) -> None:
    bar = opened(window, "archive")
    assert bar.count.text() == "1 of 5"
    QTest.mouseClick(bar.whole, Qt.MouseButton.LeftButton)
    assert bar.count.text() == "nothing found"
    bar.whole.setChecked(False)
    bar.expression.setChecked(True)
    bar.words.clear()
    QTest.keyClicks(bar.words, "(arch")
    assert bar.count.text() == "This is no regular expression: missing )."
    QTest.keyClicks(bar.words, "ives)")
    assert bar.count.text() == "1 of 5"
    bar.expression.setChecked(False)
    bar.case.setChecked(True)
    bar.words.clear()
    QTest.keyClicks(bar.words, "Member states")
    assert bar.count.text() == "nothing found"


def test_replacing_one_goes_to_the_next(window: MainWindow) -> None:
    bar = opened(window, "archives", replacing=True)
    QTest.keyClicks(bar.new, "public archives")
    QTest.keyClick(bar.new, Key.Key_Return)
    draft = window.session.draft
    assert draft.title == "Technical assistance for the keeping of public public archives"
    assert (bar.count.text(), where(window)) == ("2 of 5", ("p3", "archives"))
    window.session.undo()
    assert window.session.draft.title.endswith("of public archives")


def test_replacing_all_is_one_step_of_undo(window: MainWindow) -> None:
    before = window.session.draft
    bar = opened(window, "archives", replacing=True)
    bar.new.setText("records")
    bar.all.click()
    after = window.session.draft
    assert all("archives" not in p.text.string for p in after.paragraphs)
    assert after.paragraph("p3").text.cues[0].note == "n1"
    assert after.paragraph("p3").text.emphasis == ((0, 9),)
    assert window.editor.resolution_document.differences() == []
    window.session.undo()
    assert window.session.draft == before


def test_what_is_selected_is_looked_for(window: MainWindow) -> None:
    window.editor.setFocus()
    text = window.session.draft.text_of("p5").string
    at = text.index("keeping")
    window.editor.select_range("p5", at, at + 7)
    window.actions_["find"].trigger()
    bar = window.centre.find_bar
    assert bar.words.text() == "keeping"
    assert where(window) == ("p5", "keeping")


def test_matches_follow_typing(window: MainWindow, qapp) -> None:
    bar = opened(window, "archives")
    window.editor.put_caret("p5", 0)
    QTest.keyClicks(window.editor, "archives ")
    qapp.processEvents()
    assert len(bar.matches) == 6
    window.session.undo()
    qapp.processEvents()
    assert len(bar.matches) == 5


def test_what_is_found_is_not_at_the_edge_of_the_window(window: MainWindow) -> None:
    window.open_sample()
    window.resize(1280, 480)
    window.actions_["find"].trigger()
    bar = window.centre.find_bar
    QTest.keyClicks(bar.words, "the")
    height = window.editor.viewport().height()
    scroll = window.editor.verticalScrollBar()
    for _ in range(40):
        QTest.keyClick(bar.words, Key.Key_Return)
        caret = window.editor.cursorRect()
        lines = 2 * caret.height()
        assert caret.top() > lines or scroll.value() == 0
        assert caret.bottom() < height - lines or scroll.value() == scroll.maximum()
