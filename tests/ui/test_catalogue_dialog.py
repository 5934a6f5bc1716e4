"""The catalogue in a window: found by words, added to by hand, used by the draft at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.test_suggestions import choose
from tests.ui.texts import cycle, last_cycle, text
from ui.catalogue_dialog import CatalogueDialog
from ui.entry_dialog import EntryDialog
from ui.main_window import MainWindow


@pytest.fixture
def dialog(qtbot) -> CatalogueDialog:
    dialog = CatalogueDialog()
    qtbot.addWidget(dialog)
    return dialog


def symbols(dialog: CatalogueDialog) -> list[str]:
    return [dialog.list.topLevelItem(i).text(0) for i in range(dialog.list.topLevelItemCount())]  # type: ignore[union-attr]


def add(dialog: CatalogueDialog, symbol: str, title: str, date: str = "", before: str = "") -> None:
    def fill(asked: EntryDialog) -> None:
        for box, words in (
            (asked.symbol, symbol), (asked.title, title), (asked.date, date),
            (asked.carries_on, before),
        ):  # fmt: skip
            box.setText(words)
        asked.accept()

    asked = EntryDialog(dialog._known, None, dialog)
    asked.exec = lambda: (fill(asked), asked.result())[1]  # type: ignore[method-assign, assignment]
    dialog._take(asked)


def test_it_says_what_it_knows_and_finds_by_words(dialog: CatalogueDialog) -> None:
    assert "knows resolutions adopted up to" in dialog.said.text()
    QTest.keyClicks(dialog.search, "70/177")
    assert symbols(dialog)[0] == "A/RES/70/177"
    shown = dialog.detail.toPlainText()
    assert "17 December 2015" in shown and "Its series" in shown and "72/194" in shown
    dialog.search.setText("no such words anywhere")
    assert symbols(dialog) == []
    assert "Nothing is found" in dialog.detail.toPlainText()
    assert not dialog.edit.isEnabled()


def test_a_link_leads_to_another_entry(dialog: CatalogueDialog) -> None:
    dialog.show_symbol("A/RES/70/177")
    dialog.detail.anchorClicked.emit("A/RES/72/194")
    current = dialog.current()
    assert current is not None
    assert current.symbol == "A/RES/72/194"


def test_one_s_own_entry_is_added_and_taken_away(dialog: CatalogueDialog, qtbot) -> None:
    with qtbot.waitSignal(dialog.changed):
        add(dialog, "80/998", "Spotted cats", "2025-12-18", "77/295")
    current = dialog.current()
    assert current is not None
    assert current.symbol == "A/RES/80/998"
    assert "added by hand" in dialog.detail.toPlainText()
    dialog.only_own.setChecked(True)
    dialog.search.clear()
    assert "A/RES/80/998" in symbols(dialog)
    dialog.show_symbol("A/RES/80/998")
    assert dialog.remove.isEnabled()
    dialog.remove_current()
    dialog.show_symbol("A/RES/80/998")
    assert symbols(dialog) == []


def test_a_fault_is_said_beside_its_field(dialog: CatalogueDialog, qtbot) -> None:
    asked = EntryDialog(dialog._known, None, dialog)
    qtbot.addWidget(asked)
    asked.show()
    asked.symbol.setText("A/RES/80/998")
    asked.title.setText("Spotted cats")
    asked.date.setText("soon")
    asked.accept()
    assert "soon" in asked.fault.text()
    assert asked.focusWidget() is asked.date
    assert asked.records == ()


def test_an_import_tells_what_came_and_which_line_is_wrong(
    dialog: CatalogueDialog, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("symbol,title,date\nA/RES/80/997,Otters,2025-12-01\n")
    bad.write_text("symbol,title,date\nA/RES/80/996,Seals,2025-12-01\nnothing,At all,2025\n")
    dialog.import_files([str(good), str(bad)])
    assert "good.csv: 1 entries taken in, 1 of them new." in dialog.said.text()
    assert "bad.csv, line 3" in dialog.said.text()
    dialog.search.setText("A/RES/80/996")
    assert symbols(dialog) == []


def test_the_united_nations_json_is_taken_in(dialog: CatalogueDialog, tmp_path: Path) -> None:
    good, bad = tmp_path / "GA_81.jsonl", tmp_path / "bad.jsonl"
    row = (
        '{"symbol": "A/RES/81/%s", "title": "%s", "session": "Eighty-first session", '
        '"adoption_date": "2 December 2026", "agenda_item": "Agenda item 14"}\n'
    )
    good.write_text(row % (994, "Otters") + row % (995, "Seals"))
    bad.write_text(row % (996, "Herons") + "{not json\n")
    dialog.import_files([str(good), str(bad)])
    assert "GA_81.jsonl: 2 entries taken in, 2 of them new." in dialog.said.text()
    assert "bad.jsonl, line 2" in dialog.said.text()
    dialog.search.setText("A/RES/81/995")
    assert symbols(dialog) == ["A/RES/81/995"]
    dialog.search.setText("A/RES/81/996")
    assert symbols(dialog) == [], "nothing of a faulty file is taken in"


def test_what_is_added_is_suggested_at_once(window: MainWindow, monkeypatch) -> None:
    opened: list[CatalogueDialog] = []

    def take(self: CatalogueDialog) -> int:
        opened.append(self)
        add(self, "A/RES/71/999", "Most recent of all", "2017-05-01", "A/RES/70/291")
        return 0

    monkeypatch.setattr(CatalogueDialog, "exec", take)
    base = last_cycle()
    words = "Recalling its resolution 68/276 of 13 June 2014, and other resolutions,"
    recital = replace(base.paragraph("p4"), text=text(words))
    rows = tuple(recital if p.id == "p4" else p for p in base.paragraphs)
    window.session.begin(replace(base, paragraphs=rows), cycle())

    def newest() -> str:
        (one,) = [s for s in window.session.suggestions if s.rule == "successor"]
        return one.evidence[0].symbol

    assert newest() == "A/RES/70/291"
    window.actions_["catalogue"].trigger()
    assert opened
    assert newest() == "A/RES/71/999"


def test_what_a_suggestion_rests_on_opens(window: MainWindow, monkeypatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        CatalogueDialog,
        "exec",
        lambda self: shown.append(self.detail.toPlainText().split("\n")[0]),
    )
    choose(window, "report-back")
    window.work.suggestions.details.label.linkActivated.emit("A/RES/70/177")
    assert shown == ["A/RES/70/177"]


def test_keys_alone_do(dialog: CatalogueDialog) -> None:
    dialog.show()
    dialog.search.setFocus()
    QTest.keyClicks(dialog.search, "70/177")
    QTest.keyClick(dialog.search, Qt.Key.Key_Tab)
    for widget in (dialog.only_own, dialog.list, dialog.detail, dialog.add, dialog.import_):
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert widget.toolTip() or widget.accessibleName()
