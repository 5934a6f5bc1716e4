"""The clause library, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from drafter.model import Kind
from ui.main_window import MainWindow
from ui.panels.clauses import ClausesPanel
from ui.words import edit_of

Key = Qt.Key


@pytest.fixture
def panel(window: MainWindow, tmp_path: Path) -> ClausesPanel:
    found = window.work.clauses
    found._own = tmp_path / "templates"
    window.actions_["panel_clauses"].trigger()
    return found


def titles(panel: ClausesPanel) -> list[str]:
    return [panel.list.item(i).text() for i in range(panel.list.count())]


def test_a_clause_is_found_and_inserted_by_keys(window: MainWindow, panel: ClausesPanel) -> None:
    window.editor.put_caret("p6")
    count = len(window.session.draft.paragraphs)
    assert window.focusWidget() is panel.search
    QTest.keyClicks(panel.search, "extrabudgetary")
    assert len(titles(panel)) == 1
    QTest.keyClick(panel.search, Key.Key_Return)
    draft = window.session.draft
    new = draft.paragraphs[draft.positions["p6"] + 1]
    assert new.kind is Kind.OPERATIVE
    assert new.text.string.endswith(";")
    assert new.text.emphasis, "its opening words are italic"
    assert window.editor.current_paragraph() == new.id
    assert window.focusWidget() is window.editor
    window.editor.undo()
    assert len(window.session.draft.paragraphs) == count
    assert window.editor.resolution_document.differences() == []


def test_arrow_keys_choose_from_the_search_box(panel: ClausesPanel) -> None:
    first = panel.current()
    QTest.keyClick(panel.search, Key.Key_Down)
    assert panel.current() is not first
    QTest.keyClick(panel.search, Key.Key_Up)
    assert panel.current() is first


def test_the_preview_has_this_drafts_values(panel: ClausesPanel) -> None:
    QTest.keyClicks(panel.search, "Secretary-General requested")
    assert "seventy-third session" in panel._preview.text()
    assert "<i>Requests</i>" in panel._preview.text()


def test_ones_own_templates_and_their_faults_are_read_again(
    panel: ClausesPanel, tmp_path: Path
) -> None:
    folder = tmp_path / "templates" / "paragraphs"
    folder.mkdir(parents=True)
    (folder / "mine.j2").write_text("{# My own clause #}\nWelcomes our archives;\n", "utf-8")
    (folder / "broken.j2").write_text("{# Broken #}\n\n{{ nonsense\n", "utf-8")
    panel._reload.click()
    assert "My own clause" in titles(panel)
    assert "broken.j2" in panel._faults.text()
    assert "line 3" in panel._faults.text()
    assert not panel._faults.isHidden()


def test_the_folder_is_made_and_opened(
    panel: ClausesPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )
    panel._folder.click()
    assert Path(opened[0]) == tmp_path / "templates"
    assert (tmp_path / "templates" / "paragraphs").is_dir()


def test_what_is_only_an_example_is_said(panel: ClausesPanel) -> None:
    QTest.keyClicks(panel.search, "Becoming parties")
    assert "an example stands there: instruments" in panel._preview.text()


def test_reloading_words_the_suggestions_anew(
    window: MainWindow, panel: ClausesPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "templates"
    monkeypatch.setenv("DRAFTER_TEMPLATES", str(own))
    (own / "clauses").mkdir(parents=True)
    (own / "clauses" / "report-back.j2").write_text(
        "{# Report-back #}\nto submit to the General Assembly, at its {{ session }} session, a full"
        " report on the implementation of the present resolution\n"
    )
    QTest.mouseClick(panel._reload, Qt.MouseButton.LeftButton)
    one = next(s for s in window.session.suggestions if s.rule == "report-back")
    assert "a full" in edit_of(one.change).after
