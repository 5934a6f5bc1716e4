"""What was understood, beside the file: corrected by keys, each correction one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from drafter.model import (
    Comment,
    Cue,
    Kind,
    Question,
    Reading,
    Repair,
    Resolution,
    Revision,
    Source,
    Span,
    Text,
)
from tests.fixtures.ooxml.official import docx, italic, paragraph, run
from tests.ui.texts import cycle, last_cycle
from ui.main_window import MainWindow
from ui.marked_up import HTML
from ui.understood import Understood

Key = Qt.Key


def damaged() -> Resolution:
    """A text with a mended word, a mark that calls no note, and a page number left out."""
    base = last_cycle()
    rows = list(base.paragraphs)
    lost = rows[4].text
    rows[4] = replace(rows[4], text=Text(lost.string, lost.emphasis, (Cue(9, None, "23"),)))
    size = len(lost)
    reading = Reading(
        (
            Repair("p5", "split-word", "arch ives", "archives"),
            Repair("masthead", "page-number", "3", ""),
        ),
        (Question("p5", "stale-cue", "The mark 23 calls no note; which is meant?", "n3"),),
    )
    spans = {"p5": (Span(0, 20, "l8", 0), Span(20, size, "l9", 0))}
    source = Source("a.txt", "text", b"\n".join(b"line %d" % i for i in range(1, 12)), spans=spans)
    return replace(base, paragraphs=tuple(rows), reading=reading, source=source)


@pytest.fixture
def page(window: MainWindow) -> Understood:
    window.session.begin(damaged(), cycle())
    window.say_reading()
    window.actions_["reading"].trigger()
    return window.understood


def cells(page: Understood, target: str) -> list[str]:
    page.select(target)
    row = page.table.currentRow()
    return [page.table.item(row, column).text() for column in range(3)]


def test_every_paragraph_stands_beside_its_lines(page: Understood, window: MainWindow) -> None:
    assert page.isVisible()
    assert page.current() == "p5", "what is asked is looked at first"
    named, place, words = cells(page, "p5")
    assert "PP3" in named
    assert "Preambular paragraph" in named
    assert "1 mended" in named
    assert "1 asked" in named
    assert (place, words) == ("lines 8–9", "line 8 ⏎ line 9")
    base = window.session.base
    assert page.table.rowCount() == len(base.paragraphs) + len(base.notes) + 1


def test_a_digit_says_what_a_paragraph_is_and_undo_takes_it_back(
    page: Understood, window: MainWindow
) -> None:
    page.select("p5")
    QTest.keyClick(page.table, Key.Key_2)
    session = window.session
    assert session.base.paragraph("p5").kind is session.draft.paragraph("p5").kind is Kind.OPERATIVE
    assert page.current() == "p5"
    assert "Operative" in cells(page, "p5")[0]
    assert window.centre.old.resolution is session.base
    assert window.centre.old.resolution_document.differences() == []
    window.actions_["undo"].trigger()
    assert session.base.paragraph("p5").kind is Kind.PREAMBULAR
    assert "Preambular" in cells(page, "p5")[0]


def test_a_accepts_what_is_asked(page: Understood, window: MainWindow) -> None:
    QTest.keyClick(page.table, Key.Key_A)
    for text in (window.session.base, window.session.draft):
        assert [c.note for c in text.text_of("p5").cues] == ["n3"]
    assert page.list.item(0).text().startswith("✓")
    assert window.editor.resolution_document.differences() == []


def test_l_leaves_what_is_asked_and_asks_no_more(page: Understood, window: MainWindow) -> None:
    before = window.session.draft
    page.select("p5")
    QTest.keyClick(page.table, Key.Key_L)
    assert "asked" not in cells(page, "p5")[0]
    assert "Left as it stands" in page.list.item(0).text()
    assert window.session.draft == before


def test_the_text_that_was_read_stands_beside_its_lines(page: Understood) -> None:
    page.select("p5")
    read = page.table.item(page.table.currentRow(), 3)
    assert read is not None
    assert read.text() == last_cycle().paragraphs[4].text.string


def test_another_note_can_be_chosen(page: Understood, window: MainWindow) -> None:
    action = next(a for a in page._notes.actions() if a.text().startswith("FN1"))
    action.trigger()
    assert [c.note for c in window.session.draft.text_of("p5").cues] == ["n1"]


def test_u_puts_back_what_was_mended(page: Understood, window: MainWindow) -> None:
    QTest.keyClick(page.table, Key.Key_U)
    assert "keeping of arch ives" in window.session.base.text_of("p5").string
    assert "keeping of arch ives" in window.session.draft.text_of("p5").string
    QTest.keyClick(page.table, Key.Key_U)
    assert len(window.session.history.changes) == 1


def test_only_what_was_mended_or_asked_is_shown_on_wish(page: Understood) -> None:
    page._only.setChecked(True)
    shown = [r for r in range(page.table.rowCount()) if not page.table.isRowHidden(r)]
    assert {page._id(row) for row in shown} == {"masthead", "p5"}


def test_escape_leads_back_and_enter_to_the_paragraph(page: Understood, window: MainWindow) -> None:
    QTest.keyClick(page.table, Key.Key_Escape)
    assert not page.isVisible()
    assert window.focusWidget() is window.editor
    window.show_understood()
    page.select("p10")
    QTest.keyClick(page.table, Key.Key_Return)
    assert window.editor.current_paragraph() == "p10"
    assert not page.isVisible()


def test_tracked_changes_are_shown_with_their_authors(window: MainWindow) -> None:
    base = last_cycle()
    size = len(base.paragraphs[4].text)
    changes = (
        Revision("p5", "deletion", "Ada", "2031-02-03T10:00:00Z", 0, 0, "Not "),
        Revision("p5", "insertion", "Bo", "2031-02-04T10:00:00Z", 0, size, ""),
    )
    remark = Comment("p5", "Cleo", "2031-02-05T10:00:00Z", 3, "Is this agreed?")
    reading = Reading(revisions=changes, comments=(remark,))
    window.session.begin(replace(base, reading=reading), cycle())
    window.actions_["reading"].trigger()
    page = window.understood
    page.select("p5")
    said = [page.list.item(row).text() for row in range(page.list.count())]
    assert said[0] == "± Deleted: “Not”  (Ada, 3 February 2031)"
    assert said[2] == "✎ Cleo, 5 February 2031: Is this agreed?"
    page.views.setCurrentIndex(page.views.findData("markup"))
    page.views.activated.emit(page.views.currentIndex())
    html = page.table.item(page.table.currentRow(), 3).data(HTML)
    assert html.startswith("<s>Not </s><u>")


def test_the_original_can_be_read_instead_and_is_remembered(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "marked.docx"
    new = f'<w:ins w:id="2" w:author="Bo">{run(" and bridges")}</w:ins>'
    speaker = paragraph(italic("The General Assembly"), run(","))
    path.write_bytes(docx(speaker, paragraph(run("\t1.\tUrges States"), new, run(" to meet;"))))
    window.open_path(path)
    assert window.session.base.paragraphs[-1].text.string == "Urges States and bridges to meet;"
    window.actions_["reading"].trigger()
    page = window.understood
    assert page.views.isVisible()
    page.views.setCurrentIndex(page.views.findData("original"))
    page.views.activated.emit(page.views.currentIndex())
    assert window.session.base.paragraphs[-1].text.string == "Urges States to meet;"
    assert window.session.draft.paragraphs[-1].text.string == "Urges States to meet;"
    window.open_path(path)
    assert window.session.base.paragraphs[-1].text.string == "Urges States to meet;"
    window.files.read_as("final")
    assert window.session.base.paragraphs[-1].text.string == "Urges States and bridges to meet;"
