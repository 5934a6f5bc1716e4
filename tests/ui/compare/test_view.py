"""What a person sees and does in the side-by-side view."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.model import Comparison, Kind, Paragraph, Piece, Resolution, Row, Text
from ui.compare.kinds import ORDER, is_change
from ui.compare.ribbon import Band
from ui.compare.sides import CompareView
from ui.compare.words import name_of, row_words
from ui.theme import DARK, LIGHT, theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def row_of(comparison: Comparison, kind: str) -> int:
    for number, row in enumerate(comparison.rows):
        if row.moved if kind == "moved" else row.change == kind:
            return number
    raise AssertionError(kind)


def wheel(widget, notches: int) -> None:
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, notches * 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def level_of(view: CompareView, side: int, position: int) -> float:
    """Where a paragraph begins on the screen."""
    metrics = view.scene.metrics[side]
    return metrics.edge(position) - metrics.scroll


# Scrolling


@pytest.mark.parametrize("side", [0, 1])
def test_the_wheel_over_either_text_scrolls_both_without_jumps(view, side) -> None:
    values = [[m.scroll for m in view.scene.metrics]]
    for _ in range(200):
        wheel(view.views[side].viewport(), -1)
        values.append([m.scroll for m in view.scene.metrics])
    most = view.bar.singleStep() * 3 + 1
    for before, after in itertools.pairwise(values):
        for a, b in zip(before, after, strict=True):
            assert 0 <= b - a <= most
    for scroll, side_view in zip(values[-1], view.views, strict=True):
        assert scroll == side_view.verticalScrollBar().maximum()
    for _ in range(200):
        wheel(view.views[side].viewport(), 1)
    assert [m.scroll for m in view.scene.metrics] == [0, 0]


def test_unchanged_paragraphs_stand_level_in_the_middle_of_the_text(view, comparison) -> None:
    old = comparison.old.positions["p10"]
    new = comparison.new.positions[comparison.by_old["p10"].new[0]]
    step = view.scene.step_of(view.scene.row_of(0, "p10"))
    view.sync.set_position(view.sync.start_of(step))
    assert level_of(view, 0, old) == pytest.approx(level_of(view, 1, new), abs=1.5)


def test_moving_the_caret_through_the_draft_takes_the_old_text_along(view, comparison) -> None:
    view.views[1].scroll_to(comparison.by_old["p9"].new[0], 0.3)
    old = comparison.old.positions["p9"]
    new = comparison.new.positions[comparison.by_old["p9"].new[0]]
    assert view.scene.metrics[0].scroll > 0
    assert level_of(view, 0, old) == pytest.approx(level_of(view, 1, new), abs=40)


def test_dragging_on_the_map_goes_there(view) -> None:
    QTest.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=QPoint(8, view.map.height() - 4))
    assert view.bar.value() == view.bar.maximum()
    QTest.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=QPoint(8, 2))
    assert view.bar.value() == 0


# Going from change to change


def test_next_goes_through_every_change_once_and_previous_back(view, comparison) -> None:
    seen = []
    while (row := view.navigation.step(1)) >= 0:
        seen.append(row)
    assert sorted(seen) == [n for n, row in enumerate(comparison.rows) if is_change(row)]
    back = []
    while (row := view.navigation.step(-1)) >= 0:
        back.append(row)
    assert back == seen[-2::-1]


def test_next_of_a_kind_by_its_number_in_the_line(view, comparison) -> None:
    view.status._buttons["deleted"].click()
    assert view.scene.chosen == row_of(comparison, "deleted")
    assert "deleted" in view.status.here.text()


def test_after_the_last_change_a_sentence_says_so(view, qtbot) -> None:
    while view.navigation.step(1) >= 0:
        pass
    with qtbot.waitSignal(view.problem) as said:
        view.next_change()
    assert "last" in said.args[0]


def test_a_click_on_a_ribbon_brings_both_ends_level(view, comparison) -> None:
    number = row_of(comparison, "moved")
    view.sync.set_position(0)
    band = next(b for b in view.links.bands() if b.row == number)
    y = (band.right[0] + band.right[1]) / 2
    QTest.mouseClick(
        view.links, Qt.MouseButton.LeftButton, pos=QPoint(view.links.width() - 3, round(y))
    )
    row = comparison.rows[number]
    old, new = comparison.old.positions[row.old[0]], comparison.new.positions[row.new[0]]
    assert level_of(view, 0, old) == pytest.approx(level_of(view, 1, new), abs=1.5)


def test_after_that_scrolling_brings_the_texts_back_into_step(view, comparison) -> None:
    view.go_to_row(row_of(comparison, "moved"))
    for _ in range(100):
        wheel(view.links, -1)
    for _ in range(100):
        wheel(view.links, 1)
    assert [m.scroll for m in view.scene.metrics] == [0, 0]


# Hiding what is unchanged


def visible(view: CompareView, side: int) -> int:
    document = view.views[side].document()
    return sum(document.findBlockByNumber(i).isVisible() for i in range(document.blockCount()))


def test_hiding_unchanged_text_leaves_the_changes_and_unfolds_in_place(view, comparison) -> None:
    counts = comparison.counts()
    before = view.views[1].toPlainText()
    view.status.only_changes.setChecked(True)
    same = [row for row in comparison.rows if not is_change(row)]
    assert visible(view, 0) == len(comparison.old.paragraphs) - len(same)
    assert visible(view, 1) == len(comparison.new.paragraphs) - len(same)
    first, last = view.scene.folds[0]
    rect, number, count = view.links._folds()[0]
    assert (number, count) == (first, last - first)
    QTest.mouseClick(view.links, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert visible(view, 1) == len(comparison.new.paragraphs) - len(same) + last - first
    view.status.only_changes.setChecked(False)
    assert visible(view, 0) == len(comparison.old.paragraphs)
    assert view.views[1].toPlainText() == before
    assert comparison.counts() == counts


@pytest.mark.parametrize("lone", [False, True], ids=["edited", "deleted"])
def test_the_chosen_change_stays_where_it_is_while_others_are_hidden(
    view, comparison, lone
) -> None:
    view.resize(view.width(), 240)  # room to scroll when much is hidden
    side = 0 if lone else 1
    row = next(n for n in view.scene.changes() if bool(comparison.rows[n].new) != lone)
    view.navigation.go(row)
    step = view.scene.step_of(row)
    before = view.sync.height_of(step, side)
    view.status.only_changes.setChecked(True)
    assert view.sync.height_of(step, side) == pytest.approx(before, abs=2)
    view.status.only_changes.setChecked(False)
    assert view.sync.height_of(step, side) == pytest.approx(before, abs=2)


def test_what_is_hidden_unfolds_by_key(view, comparison) -> None:
    view.status.only_changes.setChecked(True)
    before = visible(view, 1)
    view.links.setFocus()
    QTest.keyClick(view.links, Qt.Key.Key_Return)
    assert visible(view, 1) > before


def test_one_kind_can_be_left_alone(view, comparison) -> None:
    view.folding.set(True, frozenset({"inserted"}))
    assert visible(view, 0) == 0
    assert visible(view, 1) == comparison.counts()["inserted"]


def test_the_menu_shows_one_kind_and_everything_again(view, comparison) -> None:
    actions = view.status.filter.menu().actions()
    next(a for a in actions if "deleted" in a.text()).trigger()
    assert (visible(view, 0), visible(view, 1)) == (1, 0)
    actions[0].trigger()
    assert visible(view, 1) == len(comparison.new.paragraphs)


def test_what_follows_from_order_can_be_left_unmarked(qtbot, view) -> None:
    rows = (Row(("a",), ("a",), "edited", words=(Piece("-", ".", "ending"), Piece("+", ";"))),)
    old = Resolution((Paragraph("a", Kind.OPERATIVE, Text(".")),))
    new = Resolution((Paragraph("a", Kind.OPERATIVE, Text(";")),))
    view.views[0].set_resolution(old)
    view.views[1].set_resolution(new)
    view.show_comparison(Comparison(old, new, rows))
    assert [m.kind for m in view.scene.marks(0, "a")] == ["ending"]
    view.status.small.setChecked(False)
    assert view.scene.marks(0, "a") == ()
    assert len(view.scene.marks(1, "a")) == 1


# What is said


def test_the_line_counts_every_kind(view) -> None:
    assert view.status.words() == "10 unchanged · 1 edited · 1 new · 1 deleted · 1 moved"


def test_rows_are_said_in_words(comparison) -> None:
    said = {row_words(comparison, number) for number in range(len(comparison.rows))}
    assert "operative 4, deleted" in said
    assert "operative 3, edited, was operative 2" in said
    assert any(words.endswith("unchanged, moved, was operative 7") for words in said)
    assert any(words.endswith(", new") for words in said)


def test_labels_are_said_in_words() -> None:
    assert name_of("OP3(a)(ii)") == "operative 3 (a) (ii)"
    assert name_of("PP12") == "preambular 12"
    assert name_of("masthead.agenda_item") == "agenda item"
    assert name_of("ANNEX.OP1") == "ANNEX, operative 1"
    assert name_of("title") == "title"


def test_the_ribbons_are_named_for_screen_readers(view, comparison) -> None:
    number = row_of(comparison, "edited")
    view.go_to_row(number)
    assert view.links.accessibleName() == row_words(comparison, number)


def test_arrow_keys_walk_the_ribbons(view) -> None:
    view.links.setFocus()
    QTest.keyClick(view.links, Qt.Key.Key_Down)
    first = view.scene.chosen
    QTest.keyClick(view.links, Qt.Key.Key_Down)
    assert view.scene.chosen != first
    QTest.keyClick(view.links, Qt.Key.Key_Up)
    assert view.scene.chosen == first


def test_every_kind_is_drawn_otherwise_than_by_colour_alone(view, comparison) -> None:
    from ui.compare.kinds import LOOKS

    told = {kind: (LOOKS[kind].sign, LOOKS[kind].line) for kind in ORDER}
    assert len(set(told.values())) == len(ORDER)


# Looks


@pytest.mark.parametrize("dark", [False, True])
def test_painting_says_nothing_and_changes_no_text(view, dark) -> None:
    view.dress(DARK if dark else LIGHT)
    before = view.views[1].document().toHtml()
    view.grab()
    assert view.views[1].document().toHtml() == before


def test_deleted_words_are_seen_in_the_old_text(view, comparison) -> None:
    view.go_to_row(row_of(comparison, "edited"))
    image = view.views[0].viewport().grab().toImage()
    red = theme("light").colour("old")
    close = 0
    for x in range(0, image.width(), 2):
        for y in range(0, image.height(), 2):
            seen = image.pixelColor(x, y)
            close += seen.red() - seen.blue() > 25 and red.red() > red.blue()
    assert close > 15


@pytest.mark.parametrize("safe", [False, True])
@pytest.mark.parametrize("choice", ["light", "dark"])
def test_words_can_be_read_on_every_ground(choice, safe) -> None:
    """WCAG contrast of 4.5 for text, 3 for signs and lines."""
    found = theme(choice, safe=safe)
    for ground in ("paper", "window"):
        assert contrast(found, "ink", ground) >= 7
        assert contrast(found, "faint", ground) >= 4
        for name in ("old", "new", "moved", "linked", "edited"):
            assert contrast(found, name, ground) >= 3


def contrast(found, one: str, two: str) -> float:
    def light(name: str) -> float:
        colour = found.colour(name)
        parts = [
            c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
            for c in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    a, b = sorted((light(one), light(two)))
    return (b + 0.05) / (a + 0.05)


# As one text


def test_both_texts_are_read_as_one_and_a_double_click_goes_back(view, comparison) -> None:
    view.status.in_one.click()
    assert view.is_reading
    shown = view.reading.document().toPlainText()
    assert "to continue" in shown and "intensify" in shown and "night trains" in shown
    view.reading.grab()
    view.reading.row_clicked.emit(row_of(comparison, "edited"))
    assert not view.is_reading
    assert view.scene.chosen == row_of(comparison, "edited")


def test_a_ribbons_sign_stands_clear_of_the_sign_of_what_is_hidden() -> None:
    band = Band(0, "split", (100.0, 140.0), (200.0, 240.0))
    middle = band.sign_share(400)
    assert middle == 0.5
    beside = band.sign_share(400, [170.0])
    assert beside is not None
    assert beside != middle
    assert band.sign_share(400, [float(y) for y in range(0, 400, 10)]) == middle, "better than none"


def test_a_new_footnote_alone_is_seen_counted_and_stopped_at(view, comparison) -> None:
    from dataclasses import replace

    from drafter.compare import compare_resolutions
    from drafter.model import Cue, Footnote

    old = comparison.old
    first = next(p for p in old.paragraphs if len(p.text) > 9)
    noted = replace(first, text=replace(first.text, cues=(*first.text.cues, Cue(9, "new"))))
    new = replace(
        old,
        paragraphs=tuple(noted if p is first else p for p in old.paragraphs),
        notes=(*old.notes, Footnote("new", Text("Resolution 60/288."))),
    )
    view.views[0].set_resolution(old)
    view.views[1].set_resolution(new)
    found = compare_resolutions(old, new)
    view.show_comparison(found)
    row = view.scene.row_of(1, first.id)
    assert view.scene.kind(row) == "notes"
    assert [mark.kind for mark in view.scene.marks(1, first.id)] == ["cue"]
    assert view.scene.marks(0, first.id) == ()
    assert view.scene.changes() == [row]
    assert "1 in footnotes" in view.status.words()
    assert row_words(found, row).endswith(", footnotes changed")
    clean = view.views[1].viewport().grab().toImage()
    view.show_comparison(compare_resolutions(new, new))
    assert view.views[1].viewport().grab().toImage() != clean
