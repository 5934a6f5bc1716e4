"""The program around the draft: preferences, guide, printing, faults."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from drafter.suggest import own_templates_folder
from ui.actions import TABLE
from ui.faults import Faults, described, log_folder
from ui.guide import Guide, guide_text
from ui.help import ShortcutsDialog
from ui.main_window import MainWindow
from ui.preferences import Preferences, use_templates
from ui.windows import compare_window, follow_settings, new_window, tell_in_front


@pytest.fixture
def preferences(window: MainWindow, qtbot) -> Preferences:
    def apply() -> None:
        use_templates(window.settings)
        follow_settings(window)

    dialog = Preferences(window.settings, apply, window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_preferences_apply_at_once_and_cancel_takes_them_back(
    window: MainWindow, preferences: Preferences, tmp_path: Path
) -> None:
    usual, points = own_templates_folder(), window.editor.style_.font.pointSizeF()
    QTest.keyClicks(preferences.author, "Samoa")
    preferences.theme.setCurrentIndex(preferences.theme.findData("dark"))
    preferences.points.setValue(points + 4)
    preferences.templates.setText(str(tmp_path))
    preferences.templates.editingFinished.emit()
    preferences.rules.item(0).setCheckState(Qt.CheckState.Unchecked)
    preferences.spelling.setChecked(False)
    assert window.theme.dark
    assert window.editor.style_.font.pointSizeF() == points + 4
    assert window.settings.get("author") == "Samoa"
    assert own_templates_folder() == tmp_path
    assert len(window.settings.rules_off()) == 1
    assert not window.actions_["spelling"].isChecked()
    preferences.reject()
    assert not window.theme.dark
    assert window.editor.style_.font.pointSizeF() == points
    assert window.settings.get("author") is None
    assert own_templates_folder() == usual
    assert window.settings.rules_off() == ()
    assert window.actions_["spelling"].isChecked()


def test_preferences_that_are_kept_stay(window: MainWindow, preferences: Preferences) -> None:
    preferences.save_every.setCurrentIndex(2)
    preferences.accept()
    assert window.settings.number("save_every", 0) == 5
    assert window.files.keeping._save.isActive()


def test_a_draft_with_a_name_is_saved_by_itself_where_wanted(
    window: MainWindow, tmp_path: Path
) -> None:
    window.files.save_to(tmp_path / "mine.resolution")
    window.editor.put_caret("p5", 0)
    QTest.keyClicks(window.editor, "Also ")
    window.files.keeping._time_to_save()
    assert not window.session.dirty


def test_every_key_of_the_menus_is_in_the_table(window: MainWindow, qtbot) -> None:
    dialog = ShortcutsDialog(window)
    qtbot.addWidget(dialog)
    shown = dialog.text()
    for action in window.actions_.by_name.values():
        for keys in action.shortcuts():
            assert keys.toString() in shown, action.text()
    assert all(spec.name in window.actions_.by_name for spec in TABLE)


def test_the_guide_is_shown_and_its_headings_lead_there(window: MainWindow, qtbot) -> None:
    guide = Guide(window)
    qtbot.addWidget(guide)
    guide.show()
    headings = [guide.contents.item(i).text() for i in range(guide.contents.count())]
    assert "Your own wording" in headings
    assert "![" not in guide_text()
    last = guide.contents.item(len(headings) - 1)
    guide._go(last)
    assert guide.text.textCursor().block().text() == headings[-1]
    at_top = guide.text.cursorForPosition(QPoint(5, 5)).block().text()
    assert at_top or guide.text.verticalScrollBar().value() > 0
    guide.search.setText("nothing of this kind is in it")
    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    guide.search.setText("footnote")
    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.text.textCursor().selectedText().lower() == "footnote"


@pytest.mark.parametrize("what", ["draft", "comparison"])
def test_both_go_to_paper(window: MainWindow, tmp_path: Path, what: str) -> None:
    from ui.printing import paint_comparison, paint_draft

    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    window.session.settle()
    assert window.session.comparison is not None
    session = window.session
    paint = paint_draft(session.draft) if what == "draft" else paint_comparison(session.comparison)
    paint(printer)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_a_fault_is_told_noted_and_the_draft_is_kept(
    window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    window.editor.put_caret("p5", 0)
    QTest.keyClicks(window.editor, "Also ")
    faults = Faults()
    faults.told.connect(tell_in_front)
    secret = "the words of a draft " * 20
    try:
        raise ValueError(secret)
    except ValueError:
        kind, error, where = sys.exc_info()
        assert kind is not None and error is not None
        faults.take((kind, error, where))
    assert "Something went wrong in the program (ValueError)" in window.message.text()
    assert window.files.keeping._recovery is not None
    log = (log_folder() / "window.log").read_text("utf-8")
    assert "test_program.py" in log
    assert secret not in log
    assert "Traceback" in capsys.readouterr().err


def test_a_fault_is_described_by_its_place() -> None:
    try:
        raise KeyError("x" * 500)
    except KeyError as error:
        words = described((KeyError, error, error.__traceback__))
    assert len(words.splitlines()[0]) < 140
    assert "test_a_fault_is_described_by_its_place" in words


def test_another_window_stands_on_the_screen_whole(window: MainWindow) -> None:
    room = window.screen().availableGeometry()
    window.setGeometry(room)
    for other in (
        new_window(window.settings, window),
        compare_window(window.settings, window.theme, window),
    ):
        assert room.contains(other.geometry())
        assert other.pos() != window.pos() or other.size() != window.size()
        other.close()


def test_a_start_loads_only_what_the_start_page_needs() -> None:
    """The model, its comparison and their like take a third of the time of a start."""
    found = subprocess.run(
        [sys.executable, "-c", "import sys, ui.main_window; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = found.stdout.split()
    assert "ui.start_page" in loaded
    late = ("drafter.model", "drafter.read", "drafter.compare", "drafter.check", "ui.work", "docx")
    assert not [name for name in loaded if name.startswith(late)]
