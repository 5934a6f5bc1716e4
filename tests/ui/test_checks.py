"""The checks beside the text, by keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from drafter.draft import load_draft
from drafter.model import Finding, Group, Kind, reword
from ui.check_words import RULES, source_said
from ui.export_dialog import ExportDialog
from ui.finding_marks import tip
from ui.findings import Found, carried, open_errors
from ui.main_window import MainWindow
from ui.words import words_of

Key = Qt.Key


def spoil(window: MainWindow) -> None:
    """An operative paragraph that ends in a comma, and an abbreviation."""
    session = window.session
    size = len(session.draft.text_of("p6"))
    session.do(reword(session.draft, "p6", size - 1, size, ","), "Typing")
    session.do(reword(session.draft, "p5", 0, 0, "Thanking the UN, "), "Typing")
    window.work.findings.settle()
    window.actions_["panel_checks"].trigger()


def rules(window: MainWindow) -> list[str]:
    return [one.finding.rule for one in window.work.checks.shown()]


def choose(window: MainWindow, rule: str) -> Found:
    one = next(one for one in window.work.checks.shown() if one.finding.rule == rule)
    window.work.checks.select(one.id)
    return one


def test_every_rule_has_a_name_in_words() -> None:
    from drafter.check import rule_names

    assert set(rule_names()) == set(RULES)


def test_the_source_of_a_rule_is_said_without_the_names_of_the_projects_notes() -> None:
    said = source_said("Editorial Manual; DOMAIN rule 10")
    assert said == "Editorial Manual; United Nations usage, rule 10"


def test_errors_come_first_and_the_chosen_one_is_marked_in_the_text(window: MainWindow) -> None:
    spoil(window)
    severities = [one.finding.severity for one in window.work.checks.shown()]
    assert severities == sorted(severities, key=("error", "warning", "note").index)
    one = choose(window, "operative-ending")
    assert window.editor._chosen is not None
    name, start, end = window.editor._chosen
    assert (name, end) == ("p6", one.finding.end)
    marked = window.session.draft.text_of("p6").string[start:end]
    assert marked.endswith(",") and marked.count(" ") == 0 and len(marked) > 1  # the word as well
    assert window.work.side.tabText(1).endswith(str(len(severities)))


def test_f_fixes_in_one_step_and_the_next_is_looked_at(window: MainWindow) -> None:
    spoil(window)
    choose(window, "operative-ending")
    QTest.keyClick(window.work.checks.tree, Key.Key_F)
    assert window.session.draft.text_of("p6").string.endswith(";")
    assert "operative-ending" not in rules(window)
    assert window.work.checks.current() is not None
    window.session.undo()
    window.work.findings.settle()
    assert "operative-ending" in rules(window)


def test_d_dismisses_and_the_saved_draft_remembers(window: MainWindow, tmp_path: Path) -> None:
    spoil(window)
    one = choose(window, "abbreviation")
    QTest.keyClick(window.work.checks.tree, Key.Key_D)
    assert "abbreviation" not in rules(window)
    assert window.work.findings.dismissed == 1
    path = tmp_path / "mine.resolution"
    assert window.files.save_to(path)
    assert load_draft(path).dismissed == (one.id,)
    window.files.open(path)
    window.work.findings.settle()
    assert "abbreviation" not in rules(window)
    window.work.checks._again.click()
    assert "abbreviation" in rules(window)


def test_a_rule_can_be_switched_off_and_on_again(window: MainWindow) -> None:
    spoil(window)
    choose(window, "abbreviation")
    window.work.checks.switch_off()
    assert "abbreviation" not in rules(window)
    assert window.settings.rules_off() == ("abbreviation",)
    window.actions_["rules"].trigger()
    from ui.preferences import RULE, RulesDialog

    dialog = window.work.findChildren(RulesDialog)[0]
    assert not dialog.isModal()
    row = next(
        i for i in range(dialog.list.count()) if dialog.list.item(i).data(RULE) == "abbreviation"
    )
    dialog.list.setCurrentRow(row)
    QTest.keyClick(dialog.list, Key.Key_Space)
    assert "abbreviation" in rules(window)
    dialog.close()


def test_enter_goes_to_the_words(window: MainWindow) -> None:
    spoil(window)
    choose(window, "operative-ending")
    QTest.keyClick(window.work.checks.tree, Key.Key_Return)
    assert window.focusWidget() is window.editor
    assert window.editor.current_paragraph() == "p6"


def test_the_export_says_how_many_errors_are_open(window: MainWindow, qtbot) -> None:
    spoil(window)
    errors = [one for one in window.work.findings.open if one.finding.severity == "error"]
    assert errors
    assert open_errors(window.session, window.settings) == len(errors)
    dialog = ExportDialog(window.settings, "a", None, window.theme, window, errors=len(errors))
    assert f"{len(errors)} error" in dialog.warnings.text()
    window.work.findings.dismiss(errors[0])
    assert open_errors(window.session, window.settings) == len(errors) - 1


def test_marks_stay_with_their_words_while_one_types(window: MainWindow) -> None:
    spoil(window)
    window.editor.put_caret("p5", 0)
    QTest.keyClicks(window.editor, "Again ")
    marked = window.centre.marks.ranges("p5")
    words = [window.session.draft.text_of("p5").string[a:b] for _, a, b in marked]
    assert "UN" in words
    assert window.editor.resolution_document.differences() == []


def test_a_finding_whose_words_were_touched_is_gone_at_once(window: MainWindow) -> None:
    draft = window.session.draft
    one = Found("x", Finding("spelling", "warning", "p5", 4, 8, "", "", Group(())))
    over = reword(draft, "p5", 5, 6, "x")
    before = reword(draft, "p5", 0, 2, "longer")
    assert list(carried([one], over, draft)) == []
    (moved,) = carried([one], before, draft)
    assert (moved.finding.start, moved.finding.end, moved.finding.fix) == (8, 12, None)


def test_a_finding_on_a_paragraph_that_goes_goes_too(window: MainWindow) -> None:
    spoil(window)
    assert window.session.draft.paragraph("p6").kind is Kind.OPERATIVE
    window.editor.put_caret("p6")
    window.actions_["delete_paragraph"].trigger()
    assert "p6" not in [one.finding.target for one in window.work.checks.shown()]


def test_no_button_takes_a_letter_of_the_menu_bar(window: MainWindow) -> None:
    menus = {menu.title()[menu.title().index("&") + 1] for menu in window.actions_.menus.values()}
    taken = {
        text[text.index("&") + 1].upper()
        for button in window.work.findChildren(QAbstractButton)
        if "&" in (text := button.text())
    }
    assert not taken & menus


def test_keys_in_the_text_go_from_finding_to_finding_and_round(window: MainWindow) -> None:
    spoil(window)
    # Two at one place.
    session = window.session
    session.do(reword(session.draft, "p5", 0, 0, "percent UN, "), "Typing")
    window.work.findings.settle()
    window.editor.put_caret("p1", 0)
    window.editor.setFocus()
    findings = window.work.findings
    placed = [one for one in findings.open if findings.place(one.finding)]
    assert len(placed) > 1
    seen: list[str] = []
    for _ in placed:
        window.actions_["next_finding"].trigger()
        current = window.work.checks.current()
        assert current is not None
        assert window.focusWidget() is window.editor
        seen.append(current.id)
    assert sorted(set(seen)) == sorted({one.id for one in placed})
    window.actions_["next_finding"].trigger()
    again = window.work.checks.current()
    assert again is not None
    assert again.id == seen[0]
    window.actions_["previous_finding"].trigger()
    last = window.work.checks.current()
    assert last is not None
    assert last.id == seen[-1]


def test_the_finding_at_the_caret_is_fixed_and_dismissed_by_key(window: MainWindow) -> None:
    spoil(window)
    window.editor.put_caret("p5", len("Thanking the U"))
    window.actions_["fix_finding"].trigger()
    assert "Thanking the United Nations," in window.session.draft.text_of("p5").string
    window.session.undo()
    window.work.findings.settle()
    window.editor.put_caret("p5", len("Thanking the U"))
    window.actions_["dismiss_finding"].trigger()
    assert "abbreviation" not in rules(window)
    assert window.work.findings.dismissed == 1


def test_all_of_a_kind_are_fixed_as_one_step(window: MainWindow) -> None:
    session = window.session
    session.do(reword(session.draft, "p5", 0, 0, "Thanking the UN and the UN, "), "Typing")
    session.do(reword(session.draft, "p6", 0, 0, "Thanks the UN; "), "Typing")
    window.work.findings.settle()
    window.actions_["panel_checks"].trigger()
    before = session.draft
    choose(window, "abbreviation")
    assert "3" in window.work.checks._alike.text()
    QTest.keyClick(window.work.checks.tree, Key.Key_A)
    assert "abbreviation" not in rules(window)
    assert session.draft.text_of("p5").string.count("the United Nations") >= 2
    session.undo()
    assert session.draft == before


def test_a_comma_that_is_missing_is_shown_with_the_words_around_it(window: MainWindow) -> None:
    session = window.session
    session.do(reword(session.draft, "p5", 0, 0, "Noting States including small ones, "), "Typing")
    window.work.findings.settle()
    one = choose(window, "including-comma")
    assert one.finding.fix is not None
    assert words_of(one.finding.fix, session.draft) == ("States including", "States, including")
    assert "→ States, including" in tip(one.finding, session.draft)


def test_pointing_at_marked_words_says_what_is_wrong(window: MainWindow) -> None:
    spoil(window)
    marks, view = window.centre.marks, window.editor
    block = view.block_for("p5")
    one, start, end = next(
        row for row in marks.ranges("p5") if row[0].rule == "abbreviation"
    )  # fmt: skip
    view.ensure_paragraph_visible("p5")
    rect = marks._rects(block, start, end)[0]
    point = rect.center().toPoint()
    point.setY(point.y() - view.verticalScrollBar().value())
    assert marks.finding_at(point) == one
    assert "United Nations" in tip(one, window.session.draft)
    assert marks.finding_at(QPoint(1, 1)) is None


def test_only_what_changed_is_checked_again(window: MainWindow) -> None:
    spoil(window)
    before = window.work.findings._checked
    assert before is not None
    window.editor.put_caret("p5", 0)
    QTest.keyClicks(window.editor, "x")
    window.work.findings.settle()
    after = window.work.findings._checked
    assert after is not None
    assert after.single["p6"] is before.single["p6"]


def test_the_keys_stay_in_the_panel_when_the_last_is_fixed_and_come_back_with_undo(
    window: MainWindow, qtbot
) -> None:
    checks = window.work.checks
    spoil(window)
    window.activateWindow()
    qtbot.waitUntil(checks.tree.hasFocus)
    while checks.shown():
        QTest.keyClick(checks.tree, Key.Key_D)
        window.work.findings.settle()
    assert window.focusWidget() is checks._empty, "not a button, which Enter would press"
    window.work.findings.show_dismissed()
    window.work.findings.settle()
    assert window.focusWidget() is checks.tree


def test_the_panels_key_brings_what_is_looked_at_into_view(window: MainWindow) -> None:
    spoil(window)
    one = next(o for o in window.work.checks.shown() if o.finding.target == "p6")
    window.work.checks.select(one.id)
    window.actions_["panel_footnotes"].trigger()
    window.resize(900, 300)
    bar = window.editor.verticalScrollBar()
    bar.setValue(0)
    top = window.editor._document.documentLayout().blockBoundingRect(
        window.editor.block_for("p6")
    ).top()  # fmt: skip
    assert top > window.editor.viewport().height(), "below the window"
    window.editor.setFocus()
    window.actions_["panel_checks"].trigger()
    assert bar.value() > 0


def test_where_the_first_check_finds_nothing_the_panel_says_so(window: MainWindow) -> None:
    for rule in RULES:
        window.settings.set_rule(rule, False)
    window.session.load(window.session.snapshot(), None)
    assert window.work.checks._empty.text() == ""
    window.work.findings.settle()
    assert "find nothing" in window.work.checks._empty.text()
