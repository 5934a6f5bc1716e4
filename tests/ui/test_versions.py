"""Named versions in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.draft import load_draft, save_draft
from drafter.model import ReplaceText, Text
from tests.ui.texts import last_cycle
from ui.compare.two_files import CompareWindow
from ui.main_window import MainWindow
from ui.versions import VersionsDialog


@pytest.fixture
def dialog(window: MainWindow) -> VersionsDialog:
    window.actions_["versions"].trigger()
    return window.findChild(VersionsDialog)


def test_kept_versions_are_saved_with_the_draft(window, dialog, tmp_path: Path) -> None:
    assert dialog.name.text() == "Zero draft"
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter keeps, and does not close"
    assert window.session.dirty
    assert dialog.name.text() == "Rev.1"
    dialog.keep_button.click()
    assert [dialog.list.item(i).text() for i in range(2)] == ["Zero draft", "Rev.1"]
    save_draft(window.session.snapshot(), tmp_path / "d.resolution")
    kept = load_draft(tmp_path / "d.resolution").versions
    assert [v.name for v in kept] == ["Zero draft", "Rev.1"]
    assert kept[0].text == window.session.draft


def test_going_back_is_one_step_of_undo(window: MainWindow, dialog: VersionsDialog) -> None:
    before = window.session.draft
    dialog.keep()
    window.editor.put_caret("p5", 3)
    QTest.keyClicks(window.editor, "abc")
    QTest.keyClick(window.editor, Qt.Key.Key_Return)
    window.editor.run(lambda r, s: None, "nothing")
    changed = window.session.draft
    dialog.list.setCurrentRow(0)
    dialog.restore_button.click()
    assert window.session.draft == before
    assert window.editor.resolution_document.differences() == []
    window.session.undo()
    assert window.session.draft == changed


def test_versions_can_be_renamed_and_forgotten(window: MainWindow, dialog: VersionsDialog) -> None:
    dialog.keep()
    dialog.keep()
    dialog.list.item(0).setText("As tabled")
    assert [v.name for v in window.session.versions] == ["As tabled", "Rev.1"]
    dialog.list.setCurrentRow(0)
    dialog.delete_button.click()
    assert [v.name for v in window.session.versions] == ["Rev.1"]
    assert dialog.list.count() == 1


def test_any_two_can_be_compared(window: MainWindow, dialog: VersionsDialog, tmp_path) -> None:
    dialog.keep()
    change = ReplaceText("p1", 0, Text(), Text("New "))
    window.session.do(change, "x")
    names = [dialog.old.itemText(i) for i in range(dialog.old.count())]
    assert names[0] == "Last cycle’s text" and names[1].startswith("Zero draft · ")
    assert names[2:] == ["The draft as it is now", "A file…"]
    dialog.old.setCurrentIndex(1)
    dialog.new.setCurrentIndex(2)
    dialog.compare_button.click()
    tops = QApplication.topLevelWidgets()
    shown = next(w for w in tops if isinstance(w, CompareWindow) and w.isVisible())
    counts = shown.view.scene.comparison.counts()
    assert (counts["edited"], counts["inserted"], counts["deleted"]) == (1, 0, 0)
    assert shown.view.captions[0].text().startswith("Zero draft · ")
    shown.close()
    file = tmp_path / "other.txt"
    file.write_text("\n\n".join(p.text.string for p in last_cycle().paragraphs), "utf-8")
    dialog.add_file(dialog.old, file)
    assert dialog.old.currentText() == "other.txt"
    dialog.add_file(dialog.new, tmp_path / "gone.txt")
    assert "gone.txt is not there" in window.message.text()
    assert dialog.new.currentText() == "The draft as it is now"
