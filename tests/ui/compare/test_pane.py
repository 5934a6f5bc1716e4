"""The side-by-side view while the draft is being written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from drafter.draft import Draft
from drafter.edit import structure
from tests.ui.compare.conftest import SUBJECTS, resolution, sentence
from ui.compare.marks import Mark
from ui.compare.pane import ComparePane
from ui.editor.editor import DraftEditor
from ui.editor.view import ResolutionView
from ui.session import Session
from ui.theme import LIGHT, text_style

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def session(qapp) -> Session:
    return Session(synchronous=True)


@pytest.fixture
def pane(qtbot, session) -> ComparePane:
    style = text_style(LIGHT)
    old, editor = ResolutionView(style=style), DraftEditor(session, style=style)
    found = ComparePane(session, editor, old, LIGHT)
    qtbot.addWidget(found)
    found.resize(1000, 420)
    found.show()
    qtbot.waitExposed(found)
    base = resolution(*(sentence(subject) for subject in SUBJECTS))
    session.load(Draft(base, base), None)
    return found


def put_caret(pane: ComparePane, key: str, offset: int) -> None:
    pane.views[1].setFocus()
    pane.views[1].put_caret(key, offset)


def test_a_new_draft_is_all_unchanged(pane) -> None:
    assert pane.status.words().startswith("12 unchanged · 0 edited")
    assert pane.views[0].resolution is pane.scene.comparison.old


def test_what_is_typed_is_marked_before_the_comparison_is_worked_out(pane, session) -> None:
    session.do(structure.insert_text(session.draft, ("p3", 10), words(" truly")), "edit")
    session.settle()
    put_caret(pane, "p3", 16)
    QTest.keyClicks(pane.views[1], " so")
    assert session.comparison.new is not session.draft
    assert Mark(11, 20) in pane.scene.marks(1, "p3")
    session.settle()
    assert pane.scene.comparison is session.comparison
    assert any(m.start <= 11 and m.end >= 18 for m in pane.scene.marks(1, "p3"))


class Painted(QObject):
    """What of a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


@pytest.mark.parametrize("side", [0, 1])
def test_other_words_in_a_changed_paragraph_are_all_that_is_painted_anew(
    qtbot, pane, session, side
) -> None:
    put_caret(pane, "p3", 10)
    QTest.keyClicks(pane.views[1], " truly")
    session.settle()
    QTest.keyClicks(pane.views[1], " and")
    qtbot.wait(50)
    view = pane.views[side]
    painted = Painted(view.viewport())
    with qtbot.assertNotEmitted(pane.scene.changed), qtbot.waitSignal(pane.scene.reworded) as told:
        session.settle()
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    row = pane.scene.row_of(1, "p3")
    assert row in told.args[0]
    assert Mark(11, 21) in pane.scene.marks(1, "p3")
    (blocks,) = pane.scene.blocks(side, row)
    scrolled = view.verticalScrollBar().value()
    top, bottom = (round(y - scrolled) for y in pane.scene.metrics[side].extent(blocks))
    shown = QRect(0, top, view.viewport().width(), bottom - top) & view.viewport().rect()
    assert shown.isValid() and (QRegion(shown) - painted.region).isEmpty()
    assert painted.region.boundingRect().height() < view.viewport().height() / 2


def test_the_first_change_of_a_paragraph_is_told_everywhere(qtbot, pane, session) -> None:
    put_caret(pane, "p3", 10)
    QTest.keyClicks(pane.views[1], " truly")
    with qtbot.waitSignal(pane.scene.changed):
        session.settle()
    assert pane.status.words().startswith("11 unchanged · 1 edited")


def words(string: str):
    from drafter.model import Text

    return Text(string)


def test_a_new_paragraph_is_shown_as_new_at_once(pane, session) -> None:
    put_caret(pane, "p2", len(session.draft.text_of("p2")))
    QTest.keyClick(pane.views[1], Qt.Key.Key_Return)
    fresh = session.draft.paragraphs[2].id
    number = pane.scene.row_of(1, fresh)
    assert pane.scene.row(number).change == "inserted"
    assert pane.scene.row_of(1, "p12") >= 0
    pane.grab()


def test_the_old_words_come_back_as_one_step(pane, session) -> None:
    before = session.draft
    put_caret(pane, "p4", 11)
    QTest.keyClicks(pane.views[1], "really ")
    session.settle()
    put_caret(pane, "p4", 14)
    assert pane.copy_back_words()
    assert session.draft.text_of("p4") == before.text_of("p4")
    session.undo()
    assert "really" in session.draft.text_of("p4").string


def test_a_whole_paragraph_comes_back(pane, session) -> None:
    before = session.draft.text_of("p5")
    session.do(structure.delete(session.draft, "p5"), "delete")
    session.settle()
    row = pane.scene.row_of(0, "p5")
    menu = pane.links.menu_for(row)
    next(a for a in menu.actions() if "deleted" in a.text()).trigger()
    assert session.draft.paragraphs[4].text == before


def test_where_nothing_changed_a_sentence_says_so(pane, session, qtbot) -> None:
    put_caret(pane, "p1", 3)
    with qtbot.waitSignal(pane.problem):
        assert not pane.copy_back()


def test_going_to_a_change_puts_the_caret_at_its_words(pane, session) -> None:
    session.do(structure.insert_text(session.draft, ("p9", 20), words(" more")), "edit")
    session.settle()
    pane.next_change()
    assert pane._editor.current_paragraph() == "p9"
    assert pane.status.here.text() == "operative 9, edited"


def test_the_caret_unfolds_what_it_enters(pane, session) -> None:
    session.do(structure.insert_text(session.draft, ("p9", 20), words(" more")), "edit")
    session.settle()
    pane.status.only_changes.setChecked(True)
    assert not pane.views[1].block_for("p2").isVisible()
    pane.views[1].put_caret("p2", 0)
    assert pane.views[1].block_for("p2").isVisible()
    assert pane.views[0].block_for("p2").isVisible()


def test_hiding_lasts_through_edits_and_another_draft(pane, session) -> None:
    pane.status.only_changes.setChecked(True)
    session.do(structure.delete(session.draft, "p5"), "delete")
    session.settle()
    assert pane.views[0].block_for("p5").isVisible()
    assert not pane.views[1].block_for("p6").isVisible()
    session.load(Draft(resolution(sentence("bees"))), None)
    pane.status.only_changes.setChecked(False)
    assert pane.views[1].document().firstBlock().isVisible()


def test_zoom_keeps_the_caret_and_the_place(pane, session) -> None:
    put_caret(pane, "p8", 4)
    pane.dress(LIGHT, 1.4)
    assert pane._editor.current_paragraph() == "p8"
    assert pane.views[0].style_.zoom == 1.4


def test_what_is_looked_at_stays_so_where_rows_change_places(pane, session) -> None:
    put_caret(pane, "p3", 0)
    pane.scene.choose(pane.scene.row_of(1, "p3"))
    session.do(structure.move_up(session.draft, "p3"), "move")
    session.settle()
    assert pane.scene.chosen == pane.scene.row_of(1, "p3")
    session.do(structure.move_up(session.draft, "p3"), "move")
    session.settle()
    assert pane.scene.chosen == pane.scene.row_of(1, "p3")
    assert "operative 1" in pane.status.here.text()


def test_the_line_says_no_more_what_was_undone(pane, session) -> None:
    pane.scene.choose(pane.scene.row_of(1, "p9"))
    session.do(structure.insert_text(session.draft, ("p9", 20), words(" more")), "edit")
    session.settle()
    assert pane.status.here.text() == "operative 9, edited"
    session.undo()
    session.settle()
    assert "edited" not in pane.status.here.text()
