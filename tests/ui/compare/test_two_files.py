"""Any two files beside each other, their footnotes, and what is written of a comparison."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from drafter.draft import Draft, save_draft
from drafter.model import Cue, Footnote, Masthead, Resolution, Text
from tests.ui.compare.conftest import SUBJECTS, resolution, sentence
from ui import windows
from ui.compare.two_files import CompareWindow
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def noted(text: Resolution, symbol: str, *notes: str) -> Resolution:
    """The first paragraphs call a note each."""
    paragraphs = list(text.paragraphs)
    for k in range(len(notes)):
        p = paragraphs[k]
        paragraphs[k] = replace(p, text=replace(p.text, cues=(Cue(20, f"n{k}"),)))
    return replace(
        text,
        paragraphs=tuple(paragraphs),
        notes=tuple(Footnote(f"n{k}", Text(words)) for k, words in enumerate(notes)),
        masthead=Masthead(symbol=symbol),
    )


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    lines = [sentence(subject) for subject in SUBJECTS]
    after = [*lines[:3], lines[3].replace("to continue", "to intensify"), *lines[5:]]
    old = noted(resolution(*lines), "A/RES/70/1", "Resolution 60/288.", "E/CN.15/2015/4.")
    new = noted(resolution(*after), "A/RES/72/1", "Resolution 60/288.", "E/CN.15/2017/4.")
    paths = tmp_path / "old.resolution", tmp_path / "new.resolution"
    for path, text in zip(paths, (old, new), strict=True):
        save_draft(Draft(text, text), path)
    return paths


@pytest.fixture
def pair(qtbot, files, tmp_path: Path) -> CompareWindow:
    settings = Settings(tmp_path / "window.ini")
    window = CompareWindow(settings, LIGHT, Jobs(synchronous=True))
    qtbot.addWidget(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    window.show()
    qtbot.waitExposed(window)
    window.open_files(*files)
    return window


def test_two_files_stand_side_by_side_and_neither_can_be_changed(pair) -> None:
    assert [c.text() for c in pair.view.captions] == ["A/RES/70/1", "A/RES/72/1"]
    assert all(view.isReadOnly() for view in pair.view.views)
    assert "A/RES/70/1 → A/RES/72/1" in pair.windowTitle()
    assert "1 deleted" in pair.view.status.words()


def test_the_next_change_is_a_key_away_footnotes_too(pair) -> None:
    seen: list[str] = []
    for _ in range(3):
        QTest.keyClick(pair.view.views[1], Qt.Key.Key_F8)
        seen.append(pair.view.status.here.text())
    assert seen == ["operative 4, edited", "operative 5, deleted", "footnote 2, edited"]


def test_the_sides_can_be_exchanged(pair) -> None:
    pair.actions_["swap"].trigger()
    assert [c.text() for c in pair.view.captions] == ["A/RES/72/1", "A/RES/70/1"]
    assert "1 new" in pair.view.status.words()


def test_a_file_that_cannot_be_read_is_told_of_in_one_sentence(pair, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    pair.open_files(bad, bad)
    assert "bad.docx" in pair.message.text()
    assert pair.view.captions[0].text() == "A/RES/70/1"


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html", ".png"])
def test_the_comparison_is_written_as(pair, tmp_path: Path, monkeypatch, suffix: str) -> None:
    path = tmp_path / f"out{suffix}"
    chosen = {".pdf": "PDF (*.pdf)", ".docx": "Word table (*.docx)",
              ".html": "Page for a browser (*.html)", ".png": "Picture (*.png)"}  # fmt: skip
    # The extension follows from the kind that was chosen.
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(path.with_suffix("")), chosen[suffix])
    )
    pair.actions_["export"].trigger()
    assert f"Wrote {path.name}" in pair.message.text()
    data = path.read_bytes()
    if suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            data = package.read("word/document.xml")
    beginnings = {".pdf": b"%PDF", ".png": b"\x89PNG", ".html": b"<!DOCTYPE html>"}
    assert data[:15].upper().startswith(beginnings.get(suffix, b"").upper())
    if suffix in (".docx", ".html"):
        assert b"intensify" in data


def test_two_files_dropped_on_a_draft_may_only_be_compared(
    qtbot, tmp_path: Path, files, window: MainWindow
) -> None:
    window._dropped(list(files))
    button = next(b for b in window.message.findChildren(QPushButton) if b.text() == "&Compare")
    button.click()
    found = next(w for w in windows._kept if isinstance(w, CompareWindow))
    qtbot.waitUntil(lambda: found.view.captions[0].text() == "A/RES/70/1")
    found.close()


def test_footnotes_are_compared_below_the_texts_while_one_writes(window: MainWindow, qtbot) -> None:
    window.actions_["show_notes"].trigger()
    strip = window.centre.notes
    assert strip.isVisible()
    base = window.session.base
    assert len(strip.views[0].resolution.paragraphs) == len(base.notes) > 0
    note = window.session.draft.notes[0]
    from drafter.model import ReplaceText

    old = note.text.string
    window.session.do(ReplaceText(note.id, 0, Text(old[:3]), Text("Cf.")), "edit")
    window.session.settle()
    assert strip.scene.marks(1, note.id)
    assert "edited" in strip.status.words()


def test_colours_for_the_colour_blind_are_one_entry_of_the_view_menu(window: MainWindow) -> None:
    before = window.theme.new
    window.actions_["safe_colours"].trigger()
    assert window.theme.new != before and window.settings.flag("safe_colours", False)
    window.actions_["safe_colours"].trigger()
    assert window.theme.new == before
