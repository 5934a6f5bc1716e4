"""Suggestions by keys: edited before they go in, tick-boxes one after the other."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.model import Evidence, Footnote, Suggestion, Text
from tests.ui.texts import cycle, last_cycle
from ui.main_window import MainWindow
from ui.panels.cards import CardDelegate
from ui.panels.suggestion_words import card_of
from ui.panels.suggestions import SuggestionsPanel
from ui.panels.tree import ITEM
from ui.session import Session

Key = Qt.Key


def choose(window: MainWindow, rule: str) -> Suggestion:
    panel = window.work.suggestions
    window.actions_["panel_suggestions"].trigger()
    one = next(s for s in panel.shown() if s.rule == rule)
    panel.select(one.id)
    return one


def test_e_edits_the_words_before_they_go_in(window: MainWindow) -> None:
    panel = window.work.suggestions
    one = choose(window, "report-back")
    QTest.keyClick(panel.tree, Key.Key_E)
    assert window.focusWidget() is panel.words
    QTest.keyClicks(panel.words, "eightieth")
    QTest.keyClick(panel.words, Key.Key_Return)
    assert "at its eightieth session a report" in window.session.draft.text_of("p10").string
    assert one.id not in [s.id for s in panel.shown()]
    assert window.focusWidget() is panel.tree
    assert panel.words.isHidden()
    window.session.undo()
    assert "seventy-first" in window.session.draft.text_of("p10").string


def test_escape_leaves_the_words_as_they_were(window: MainWindow) -> None:
    panel = window.work.suggestions
    one = choose(window, "report-back")
    QTest.keyClick(panel.tree, Key.Key_E)
    QTest.keyClicks(panel.words, "eightieth")
    QTest.keyClick(panel.words, Key.Key_Escape)
    assert panel.current() == one
    assert window.focusWidget() is panel.tree
    QTest.keyClick(panel.tree, Key.Key_A)
    assert "seventy-third" in window.session.draft.text_of("p10").string


def test_edited_words_go_in_with_the_menus_key_too(window: MainWindow) -> None:
    panel = window.work.suggestions
    choose(window, "report-back")
    QTest.keyClick(panel.tree, Key.Key_E)
    QTest.keyClicks(panel.words, "eightieth")
    window.actions_["accept"].trigger()
    assert "eightieth" in window.session.draft.text_of("p10").string


def test_tick_boxes_are_taken_one_after_the_other_by_keys(window: MainWindow) -> None:
    words = (
        "Especially Security Council resolutions 2178 (2014) of 24 September 2014 and 2199 (2015) "
        "of 12 February 2015."
    )
    base = last_cycle()
    base = replace(base, notes=(base.notes[0], Footnote("n2", Text(words)), base.notes[2]))
    window.session.begin(base, cycle())
    panel = window.work.suggestions
    choose(window, "security-council")
    count = sum(s.rule == "security-council" for s in panel.shown())
    for key in (Key.Key_A, Key.Key_S, Key.Key_A):
        current = panel.current()
        assert current is not None
        assert current.rule == "security-council"
        QTest.keyClick(panel.tree, key)
    left = [s for s in panel.shown() if s.rule == "security-council"]
    assert len(left) == count - 3
    assert window.session.draft.text_of("n2").string.count("(20") == 4
    assert window.editor.resolution_document.differences() == []


def test_cards_have_the_numbers_that_paragraphs_have_now(window: MainWindow) -> None:
    panel = window.work.suggestions
    one = choose(window, "report-back")

    def label() -> str:
        (item,) = [i for i in panel.tree.cards() if i.data(0, ITEM).id == one.id]
        return item.data(0, CardDelegate.CARD)[1]

    assert label() == "OP3"
    window.editor.put_caret("p6")
    window.actions_["duplicate"].trigger()
    assert label() == "OP4"
    window.session.undo()
    assert label() == "OP3"


def test_the_top_says_how_much_was_found_and_what_is_left(window: MainWindow) -> None:
    panel = window.work.suggestions
    found = len(window.session.offered)
    assert f"{found} found" in panel._told.text()
    assert "the wording of 6 paragraphs is yours" in panel._told.text()
    choose(window, "report-back")
    QTest.keyClick(panel.tree, Key.Key_S)
    assert "1 skipped" in panel._told.text()
    panel._told.linkActivated.emit("again")
    assert "skipped" not in panel._told.text()
    choose(window, "report-back")
    QTest.keyClick(panel.tree, Key.Key_A)
    assert "1 settled" in panel._told.text()


def test_the_mouse_on_a_card_shows_its_place_and_off_it_what_is_looked_at(
    window: MainWindow, qtbot
) -> None:
    panel, editor = window.work.suggestions, window.editor
    looked_at = choose(window, panel.shown()[0].rule)
    cards = list(panel.tree.cards())
    at = next(i for i, s in enumerate(panel.shown()) if s.rule == "report-back")
    top = editor.verticalScrollBar().value()
    panel.tree.itemEntered.emit(cards[at], 0)
    assert editor._chosen is not None
    assert editor._chosen[0] == "p10"
    assert editor.verticalScrollBar().value() == top, "a mouse passing by moves no text"
    assert panel.current() == looked_at
    before = editor._chosen
    QApplication.sendEvent(panel.tree, QEvent(QEvent.Type.Leave))
    assert editor._chosen != before


def test_much_evidence_scrolls_and_leaves_the_list_its_room(window: MainWindow) -> None:
    panel = window.work.suggestions
    choose(window, "report-back")
    short = panel.details.height()
    panel.details.say("<p>A ground to rest upon.</p>" * 60)
    QApplication.processEvents()
    bar = panel.details.verticalScrollBar()
    assert bar.maximum() > 0
    assert short < panel.details.height() < panel.height() / 2
    assert panel.tree.height() > panel.details.height()


def test_a_card_is_as_high_as_its_words(window: MainWindow) -> None:
    tree = window.work.suggestions.tree
    QApplication.processEvents()
    delegate = tree.itemDelegate()
    assert isinstance(delegate, CardDelegate)
    for item in tree.cards():
        rect = tree.visualItemRect(item)
        words = delegate._document(tree.indexFromItem(item), tree.palette(), rect.width() - 14)
        assert rect.height() == round(words.size().height()) + 6


def test_only_a_narrow_stripe_marks_the_chosen_card(window: MainWindow) -> None:
    tree = window.work.suggestions.tree
    QApplication.processEvents()
    rect = tree.visualItemRect(tree.currentItem())
    shot = tree.viewport().grab().toImage()
    accent = window.theme.accent
    assert shot.pixelColor(1, rect.center().y()).name() == accent
    assert shot.pixelColor(rect.left() - 2, rect.center().y()).name() != accent


def test_another_cycle_is_begun_with_its_first_suggestion(window: MainWindow) -> None:
    panel, session = window.work.suggestions, window.session
    assert session.cycle is not None
    panel.select(panel.shown()[-1].id)
    session.set_cycle(replace(session.cycle, adopting_session="76"))
    assert panel.current() == panel.shown()[0]


def test_a_tick_box_says_what_the_newer_resolution_is_about(window: MainWindow) -> None:
    newer = Evidence("S/RES/2242 (2015)", "Women and peace and security")
    one = replace(window.work.suggestions.shown()[0], rule="security-council", evidence=(newer,))
    _, _, was, comes = card_of(one, {})
    assert (was, comes) == ("", "2242 (2015) — Women and peace and security")


def test_the_words_to_edit_take_no_more_lines_than_they_need(window: MainWindow) -> None:
    panel = window.work.suggestions
    choose(window, "report-back")
    QTest.keyClick(panel.tree, Key.Key_E)
    assert panel.words.height() < 4 * panel.words.fontMetrics().lineSpacing()
    long = "harbours and quays and the ships that call there " * 12
    panel.words.setPlainText(long)
    low = panel.words.height()
    panel.words.show_all(300)
    assert low < panel.words.height() < 8 * panel.words.fontMetrics().lineSpacing()


def test_keys_behind_the_last_suggestion_are_not_typed_into_the_draft(window: MainWindow) -> None:
    panel, session = window.work.suggestions, window.session
    window.actions_["panel_suggestions"].trigger()
    for _ in range(len(panel.shown())):
        QTest.keyClick(panel.tree, Key.Key_S)
    assert panel.shown() == []
    before = session.draft
    there = window.focusWidget()
    assert there is not None
    QTest.keyClicks(there, "sa")
    assert session.draft == before
    window.actions_["next_pane"].trigger()
    assert window.focusWidget() is not there
    window.editor.setFocus()
    window.actions_["panel_suggestions"].trigger()
    assert window.focusWidget() is there


def test_nothing_is_said_to_be_open_while_it_is_still_looked_for(qtbot, qapp) -> None:
    session = Session()
    panel = SuggestionsPanel(session)
    qtbot.addWidget(panel)
    session.begin(last_cycle(), cycle())
    assert panel._empty.text().startswith("Looking")
    qtbot.waitUntil(lambda: bool(session.suggestions), timeout=20_000)
    assert panel.shown()
    session.jobs.cancel()
