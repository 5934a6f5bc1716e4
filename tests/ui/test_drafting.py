"""Commands of a negotiation and italics, driven in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from drafter.model import Text
from tests.ui.test_window import draft_text, same
from ui.main_window import MainWindow

Key = Qt.Key


def number(window: MainWindow, paragraph_id: str) -> str:
    return window.editor.resolution_document.printed[paragraph_id]


def test_bis_is_inserted_behind_and_renumbered_at_the_end(window: MainWindow) -> None:
    window.editor.put_caret("p7", 5)
    window.actions_["insert_bis"].trigger()
    key = window.editor.current_paragraph()
    QTest.keyClicks(window.editor, "Decides to meet;")
    assert number(window, key) == "2 bis"
    assert number(window, "p10") == "3"
    assert window.session.draft.positions[key] == window.session.draft.positions["p9"] + 1
    window.actions_["renumber"].trigger()
    assert (number(window, key), number(window, "p10")) == ("3", "4")
    assert same(window)


def test_opening_words_become_italic_as_they_are_typed(window: MainWindow) -> None:
    window.editor.put_caret("p6", len(draft_text(window, "p6")))
    QTest.keyClick(window.editor, Key.Key_Return)
    QTest.keyClicks(window.editor, "Also requests the Secretary-General")
    key = window.editor.current_paragraph()
    text = window.session.draft.text_of(key)
    assert text == Text("Also requests the Secretary-General", ((0, 13),))
    assert same(window)
    window.editor.select_range(key, 0, 13)
    window.actions_["italic"].trigger()
    window.editor.put_caret(key, len(text))
    QTest.keyClicks(window.editor, " to")
    window.editor.put_caret(key, 4)
    QTest.keyClicks(window.editor, "x")
    assert window.session.draft.text_of(key).emphasis == ()


def test_words_put_before_the_verb_leave_it_italic(window: MainWindow) -> None:
    window.editor.put_caret("p6", 0)
    before = draft_text(window, "p6")
    QTest.keyClicks(window.editor, "Also ")
    text = window.session.draft.text_of("p6")
    assert (text.string, text.emphasis) == (f"Also {before}", ((0, 15),))
    QTest.keyClick(window.editor, Key.Key_Delete)
    QTest.keyClicks(window.editor, "t")
    assert window.session.draft.text_of("p6").emphasis == ((0, 15),)
    assert same(window)


def test_a_paragraph_put_in_front_leaves_the_opening_words_italic(window: MainWindow) -> None:
    window.editor.put_caret("p6", 0)
    QTest.keyClicks(window.editor, "Urges States;")
    QTest.keyClick(window.editor, Key.Key_Return)
    draft = window.session.draft
    i = draft.positions["p6"]
    assert [p.text.emphasis for p in draft.paragraphs[i : i + 2]] == [((0, 5),), ((0, 10),)]
    assert same(window)


def test_references_follow_and_are_said(window: MainWindow) -> None:
    said: list[str] = []
    window.session.status.connect(said.append)
    window.editor.put_caret("p10", len(draft_text(window, "p10")) - 1)
    QTest.keyClicks(window.editor, " and paragraph 2 above")
    window.editor.put_caret("p6", 0)
    window.actions_["duplicate"].trigger()
    assert draft_text(window, "p10").endswith("and paragraph 3 above.")
    assert said[-1] == "References follow: paragraph 2 → 3"
    window.session.undo()
    assert draft_text(window, "p10").endswith("and paragraph 2 above.")


def test_undoing_a_move_leaves_the_caret_at_its_words(window: MainWindow) -> None:
    window.editor.put_caret("p8", 9)
    for name in ("move_up", "demote"):
        window.actions_[name].trigger()
        for step in ("undo", "redo", "undo"):
            window.actions_[step].trigger()
            key, place = window.editor.selection().end
            assert (key, place.offset) == ("p8", 9), (name, step)


def test_turning_a_preambular_paragraph_takes_it_to_the_operative_ones(window) -> None:
    window.editor.put_caret("p4", 4)
    window.actions_["as_operative"].trigger()
    ids = [p.id for p in window.session.draft.paragraphs]
    assert ids[2:6] == ["p3", "p5", "p4", "p6"]
    assert draft_text(window, "p4").startswith("Recalls also all its resolutions")
    assert draft_text(window, "p4").endswith("most recent;")
    assert window.editor.current_paragraph() == "p4"
    assert same(window)


def test_endings_and_chains_are_set_when_asked(window: MainWindow) -> None:
    window.editor.put_caret("p6", len(draft_text(window, "p6")))
    QTest.keyClick(window.editor, Key.Key_Return)
    QTest.keyClicks(window.editor, "Takes note of the views of States")
    key = window.editor.current_paragraph()
    window.actions_["settle_endings"].trigger()
    window.actions_["settle_chains"].trigger()
    assert draft_text(window, key) == "Also takes note of the views of States;"
    assert window.session.draft.text_of(key).emphasis == ((0, 15),)
    said: list[str] = []
    window.session.status.connect(said.append)
    window.actions_["settle_endings"].trigger()
    assert said == ["All paragraphs end as they should."]


def test_words_and_pages_are_said(window: MainWindow) -> None:
    window.actions_["length"].trigger()
    assert "words in the text" in window.message.text()
    assert "about 1 page" in window.message.text()


def test_a_draft_just_begun_takes_a_and_s_for_its_suggestions(window: MainWindow) -> None:
    """As the message above says; nobody finds "aaa" in the first line."""
    window.activateWindow()
    window.open_sample()
    assert "A accepts" in window.message.text()
    before, count = window.session.draft, len(window.session.suggestions)
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_A)
    assert len(window.session.history.changes) == 1
    assert len(window.session.suggestions) < count
    window.session.undo()
    assert window.session.draft == before


def test_enter_goes_to_the_draft_when_the_last_suggestion_is_settled(window: MainWindow) -> None:
    window.activateWindow()
    window.open_sample()
    for _ in range(len(window.session.suggestions)):
        focus = window.focusWidget()
        assert focus is window.work.suggestions.tree
        QTest.keyClick(focus, Qt.Key.Key_S)
    focus = window.focusWidget()
    assert focus is window.work.suggestions.takes_keys
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert window.focusWidget() is window.editor
