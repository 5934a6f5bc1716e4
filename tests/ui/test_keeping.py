"""What the window does where others have the file, the disk fails or the program is killed."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from drafter.draft import Place, left_behind, load_draft, save_draft
from drafter.draft.recovery import recovery_folder
from ui.compare.two_files import CompareWindow
from ui.keeping import COPY_AFTER
from ui.main_window import MainWindow
from ui.windows import all_windows


def type_words(window: MainWindow, words: str = "Also ") -> None:
    window.editor.put_caret("p5", 0)
    QTest.keyClicks(window.editor, words)


def offered(window: MainWindow) -> list[str]:
    """What the message offers to do."""
    row = window.message._actions
    buttons = [row.itemAt(i).widget() for i in range(row.count())]
    return [b.text().replace("&", "") for b in buttons if isinstance(b, QPushButton)]


def choose(window: MainWindow, words: str) -> None:
    row = window.message._actions
    for i in range(row.count()):
        button = row.itemAt(i).widget()
        if isinstance(button, QPushButton) and button.text().replace("&", "") == words:
            button.click()
            return
    raise AssertionError(f"{words} is not offered, only {offered(window)}")


@pytest.fixture
def saved(window: MainWindow, tmp_path: Path) -> Path:
    """A draft that is open in the window and lies in a file."""
    path = tmp_path / "mine.resolution"
    assert window.files.save_to(path)
    return path


def somebody_writes(window: MainWindow, path: Path) -> None:
    from dataclasses import replace

    draft = window.session.snapshot()
    save_draft(replace(draft, skipped=("theirs",)), path)


def test_what_somebody_else_wrote_is_not_overwritten_by_saving(
    window: MainWindow, saved: Path
) -> None:
    type_words(window)
    somebody_writes(window, saved)
    assert not window.files.save()
    assert "was changed by somebody else" in window.message.text()
    assert offered(window) == ["Save as…", "Look at both", "Take theirs", "Overwrite"]
    assert load_draft(saved).skipped == ("theirs",)
    assert window.session.dirty
    choose(window, "Overwrite")
    assert load_draft(saved).text == window.session.draft
    assert not window.message.isVisible()


def test_theirs_can_be_taken(window: MainWindow, saved: Path) -> None:
    type_words(window)
    somebody_writes(window, saved)
    window.files.save()
    choose(window, "Take theirs")
    assert window.session.skipped == {"theirs"}
    assert not window.session.dirty


def test_theirs_is_shown_beside_ones_own(window: MainWindow, saved: Path, qtbot) -> None:
    type_words(window)
    somebody_writes(window, saved)
    type_words(window, "More ")
    window.files.save()
    choose(window, "Look at both")

    def shown() -> list[CompareWindow]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, CompareWindow) and top.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    (other,) = shown()
    assert [caption.text() for caption in other.view.captions] == ["Yours", "Theirs"]
    yours, theirs = (view.resolution.text_of("p5").string for view in other.view.views)
    assert yours == window.session.draft.text_of("p5").string
    assert theirs.startswith("Also ")
    other.close()


def test_a_change_is_noticed_before_one_saves_and_told_once(
    window: MainWindow, saved: Path
) -> None:
    somebody_writes(window, saved)
    window.files.keeping.look()
    assert "was changed by somebody else" in window.message.text()
    window.message.dismiss()
    window.files.keeping.look()
    assert not window.message.isVisible()


def test_a_draft_that_another_window_has_is_offered_read_only(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    other = tmp_path / "theirs.resolution"
    save_draft(window.session.snapshot(), other)
    held = Place(other)
    assert held.lock() is None
    window.files.open(other)
    assert "is open already" in window.message.text()
    assert offered(window) == ["Open read-only", "Open all the same"]
    assert window.session.path == saved, "nothing was opened yet"
    choose(window, "Open read-only")
    assert window.session.path == other
    assert "read-only" in window.windowTitle()
    type_words(window)
    assert window.session.dirty, "one may type, as in Word"
    mine = tmp_path / "copy.resolution"
    assert window.files.save_to(mine)
    assert "read-only" not in window.windowTitle()
    assert load_draft(other).text != window.session.draft
    held.close()


def test_who_takes_a_draft_over_all_the_same_is_told_to_the_other(
    window: MainWindow, saved: Path
) -> None:
    other = Place(saved)
    assert other.lock() is not None
    assert other.lock(by_force=True) is None
    window.files.keeping.look()
    assert "opened this draft too" in window.message.text()
    assert offered(window) == ["Save as…"]
    assert window.files.keeping.read_only
    other.close()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_disk_that_fails_leaves_the_text_where_it_is(
    window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    type_words(window)

    def fails(_: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fails)
        assert not window.files.save()
        assert "was not written" in window.message.text()
        assert "Your text is safe" in window.message.text()
        assert offered(window) == ["Save as…"]
        window.files.keeping.write_copy()
        assert "No recovery copy could be written" in window.message.text()
    assert window.session.dirty
    assert window.files.save()
    assert load_draft(saved).text == window.session.draft


def test_the_recovery_copy_is_written_while_one_types_on(window: MainWindow, qtbot) -> None:
    """Not only when one pauses: else an hour of steady typing could be lost."""
    assert COPY_AFTER < 2000
    copy = window.files.keeping._copy
    type_words(window)
    assert copy.isActive()
    due = copy.remainingTime()
    QTest.qWait(20)
    type_words(window)
    assert copy.remainingTime() < due, "typing on does not put it off"


def test_what_was_taken_back_is_not_offered_again(window: MainWindow, saved: Path) -> None:
    type_words(window)
    keeping = window.files.keeping
    keeping.write_copy()
    (copy,) = recovery_folder().glob("*.resolution")
    while window.session.undo():
        pass
    assert not window.session.dirty
    keeping.write_copy()
    assert not copy.exists()


def test_nothing_is_left_behind_by_a_window_that_closes(window: MainWindow) -> None:
    type_words(window)
    window.files.keeping.write_copy()
    window.files.close()
    assert left_behind() == []


def test_a_copy_that_was_saved_all_the_same_is_not_offered(window: MainWindow, saved: Path) -> None:
    type_words(window)
    keeping = window.files.keeping
    keeping.write_copy()
    recovery, keeping._recovery = keeping._recovery, None
    assert recovery is not None
    assert window.files.save()
    recovery._lock.release()  # the process dies between saving and tidying up
    assert keeping.copies_left() == []


def leave_copies(window: MainWindow) -> None:
    """Two copies, as of a program that was killed."""
    keeping = window.files.keeping
    for words in ("One ", "Two "):
        type_words(window, words)
        keeping.write_copy()
        recovery, keeping._recovery = keeping._recovery, None
        assert recovery is not None
        recovery._lock.release()
    window.session.mark_saved(Path("x"))


def test_several_copies_are_offered_one_after_the_other(window: MainWindow, qtbot) -> None:
    leave_copies(window)
    window.recovering.look()
    assert "was open when the program stopped" in window.message.text()
    assert offered(window) == ["Recover", "Discard", "Next"]
    choose(window, "Discard")
    assert offered(window) == ["Recover", "Discard"]
    choose(window, "Recover")
    assert window.session.draft.text_of("p5").string.startswith("One ")
    assert len(left_behind()) == 0


def test_where_one_was_recovered_the_others_are_offered_in_another_window(
    window: MainWindow, qtbot
) -> None:
    leave_copies(window)
    window.recovering.look()
    choose(window, "Recover")
    assert window.session.draft.text_of("p5").string.startswith("Two ")
    (other,) = (one for one in all_windows() if one is not window)
    assert offered(other) == ["Recover", "Discard"]
    choose(other, "Discard")
    assert left_behind() == []
    other.close()


def test_one_stands_again_where_one_stood(window: MainWindow, saved: Path) -> None:
    from ui import standing

    window.editor.put_caret("p10", 7)
    window.work.side.setCurrentIndex(3)
    window.actions_["show_outline"].setChecked(False)
    standing.remember(window)
    window.editor.put_caret("p1", 0)
    window.work.side.setCurrentIndex(0)
    window.actions_["show_outline"].setChecked(True)
    window.files.open(saved)
    caret, place = window.editor.selection().end
    assert (caret, place.offset) == ("p10", 7)
    assert window.work.side.currentIndex() == 3
    assert not window.actions_["show_outline"].isChecked()


def test_a_second_draft_opens_in_a_window_of_its_own(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.resolution"
    save_draft(window.session.snapshot(), other)
    window.open_path(other)
    (second,) = (w for w in all_windows() if w is not window)
    second.session.jobs.wait()
    assert window.session.path == saved
    second.close()


def test_a_draft_that_is_open_is_not_opened_twice(window: MainWindow, saved: Path) -> None:
    window.open_path(saved)
    assert list(all_windows()) == [window]
