"""A line holds 50 to 75 characters where the window allows it."""

from __future__ import annotations

import pytest

from ui.fit import FEWEST, SIZES, fitting
from ui.guide import Guide
from ui.main_window import MainWindow
from ui.theme import text_style, theme
from ui.windows import FRAME, size_within_screen


@pytest.mark.parametrize(
    ("size", "least"), [((1280, 800), 48), ((1440, 900), 50), ((1920, 1080), 50)]
)
def test_a_line_holds_enough_characters(qtbot, window: MainWindow, size, least) -> None:
    window.resize(*size)
    qtbot.wait(300)
    for view in (window.centre.old, window.editor):
        style = view.style_
        room = view.viewport().width() - style.beside - 2 * view.document().documentMargin()
        held = room / style.character
        assert least <= held <= 75


def test_a_dialog_is_no_larger_than_the_screen(window: MainWindow) -> None:
    room = window.screen().availableGeometry()
    size_within_screen(window.start, 2 * room.width(), 2 * room.height())
    assert window.start.width() <= room.width()
    assert window.start.height() <= room.height() - FRAME
    guide = Guide(window)
    assert guide.width() <= room.width() and guide.height() <= room.height() - FRAME


def test_type_is_never_smaller_than_can_be_read(qapp) -> None:
    style = text_style(theme("light"))
    assert fitting(100, style) == SIZES[-1]
    assert fitting(2000, style) == SIZES[0]
    assert FEWEST >= 50


def test_smaller_type_keeps_the_beginning_in_view(qtbot, window: MainWindow) -> None:
    window.resize(1900, 1000)
    qtbot.wait(300)
    window.resize(1000, 700)
    qtbot.wait(300)
    assert window.editor.style_.zoom < 1
    assert window.editor.verticalScrollBar().value() == 0


def test_zoom_is_on_top_of_it(qtbot, window: MainWindow) -> None:
    window.resize(1000, 700)
    qtbot.wait(300)
    before = window.editor.style_.zoom
    window.set_zoom(1.5)
    assert window.editor.style_.zoom == pytest.approx(before * 1.5)


def test_both_texts_are_as_wide_where_there_is_little_room(qtbot, window: MainWindow) -> None:
    compare = window.centre.compare
    for width in (1900, 1100):
        window.resize(width, 800)
        qtbot.wait(300)
        old, links, new = compare.splitter.sizes()
        assert abs(old - new) <= 2
        assert links == compare.links.width()
        assert compare.links.geometry().right() + 2 >= compare.splitter.widget(2).x()
