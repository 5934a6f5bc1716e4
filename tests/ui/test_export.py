"""The export dialog: what is asked, remembered, warned of and never done unasked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from drafter.compare import compare_resolutions
from drafter.model import Change, InsertParagraph, Kind, Paragraph, Resolution, Text, apply, reword
from drafter.ooxml.resolve import accept_all
from drafter.read import read_bytes
from drafter.workflow import ExportOptions
from ui.export_dialog import Export, ExportDialog, blanks_of
from ui.main_window import MainWindow


def dialog_of(window: MainWindow, folder: Path, **counts: Any) -> ExportDialog:
    window.settings.set_folder("export", folder / "x")
    window.session.settle()
    return ExportDialog(
        window.settings, "draft", window.session.comparison, window.theme, window, **counts
    )


def test_what_was_chosen_is_remembered(window: MainWindow, tmp_path: Path) -> None:
    dialog = dialog_of(window, tmp_path)
    assert [what for what, _ in dialog.export().files] == ["tracked", "clean"]
    dialog.boxes["clean"].setChecked(False)
    dialog.boxes["text"].setChecked(True)
    dialog.author.setText("Japan")
    dialog.paper.setCurrentIndex(1)
    dialog.numbers.setCurrentIndex(1)
    dialog.accept()
    again = dialog_of(window, tmp_path).export()
    assert again.files == (
        ("tracked", tmp_path / "draft tracked.docx"),
        ("text", tmp_path / "draft.txt"),
    )
    assert again.author == "Japan"
    assert again.options == ExportOptions(renumber=False, paper="a4")


def test_the_preview_marks_what_changed_when_it_is_first_painted(
    window: MainWindow, tmp_path: Path
) -> None:
    long = Resolution(
        tuple(Paragraph(f"p{i}", Kind.PREAMBULAR, Text(f"Noting river {i},")) for i in range(400))
    )
    dialog = dialog_of(window, tmp_path)
    dialog.set_comparison(compare_resolutions(long, long))
    dialog.show()
    seen = [block.text() for block in dialog.preview.visible_blocks()]
    assert seen[0] == "Noting river 0,"
    assert 3 < len(seen) < 100


def test_nothing_is_replaced_unasked(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "draft.docx").write_text("mine")
    dialog = dialog_of(window, tmp_path)
    asked: list[list[str]] = []

    def no(names: list[str]) -> bool:
        asked.append(names)
        return False

    monkeypatch.setattr(dialog, "may_replace", no)
    dialog.show()
    dialog.accept()
    assert asked == [["draft.docx"]]
    assert dialog.isVisible()
    monkeypatch.setattr(dialog, "may_replace", lambda _names: True)
    dialog.accept()
    assert dialog.result() == dialog.DialogCode.Accepted


def test_the_preview_shows_what_is_written(window: MainWindow, tmp_path: Path) -> None:
    dialog = dialog_of(window, tmp_path)
    assert not dialog.preview.isHidden()
    marked = dialog.preview.toPlainText()
    dialog.boxes["tracked"].setChecked(False)
    clean = dialog.preview.toPlainText()
    draft = window.session.draft
    assert all(p.text.string.split("\n")[0] in clean for p in draft.paragraphs)
    assert len(marked) >= len(clean)
    assert not dialog.moves.isEnabled() and dialog.paper.isEnabled()


def test_nothing_chosen_and_no_folder_is_no_export(window: MainWindow, tmp_path: Path) -> None:
    dialog = dialog_of(window, tmp_path)
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    (button,) = (
        b for b in buttons.buttons() if buttons.buttonRole(b) == buttons.ButtonRole.AcceptRole
    )
    assert button.isEnabled()
    dialog.folder.setText(str(tmp_path / "nowhere"))
    assert not button.isEnabled()
    dialog.folder.setText(str(tmp_path))
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not button.isEnabled()


def test_open_suggestions_and_errors_are_told(window: MainWindow, tmp_path: Path) -> None:
    said = dialog_of(window, tmp_path, errors=1, suggestions=3).warnings.text()
    assert "1 error" in said and "3 suggestions" in said
    assert dialog_of(window, tmp_path).warnings.text() == ""


def test_symbols_that_were_left_open_are_named(window: MainWindow, tmp_path: Path) -> None:
    session = window.session
    session.do(reword(session.draft, "p5", 0, 0, "A/80/… and A/81/…, A/80/…, "), "Typing")
    blanks = blanks_of(session.draft)
    assert blanks == ("A/80/…", "A/81/…")
    said = dialog_of(window, tmp_path, blanks=blanks).warnings.text()
    assert said == "! Still to be filled in: A/80/…, A/81/…"


def test_every_file_that_was_asked_for_is_written(window: MainWindow, tmp_path: Path) -> None:
    draft = window.session.draft
    wanted = Export(
        (
            ("tracked", tmp_path / "t.docx"),
            ("clean", tmp_path / "c.docx"),
            ("html", tmp_path / "c.html"),
            ("text", tmp_path / "c.txt"),
        ),
        "Japan",
        ExportOptions(moves="delete"),
    )
    window.exports.export(wanted)
    assert sorted(p.name for p in tmp_path.iterdir() if p.name[0] in "ct") == [
        "c.docx", "c.html", "c.txt", "t.docx",
    ]  # fmt: skip
    accepted = read_bytes(accept_all((tmp_path / "t.docx").read_bytes()), "x.docx")
    assert [p.text.string for p in accepted.paragraphs] == [p.text.string for p in draft.paragraphs]


def test_a_read_only_target_is_one_sentence_and_the_old_file(
    window: MainWindow, tmp_path: Path
) -> None:
    target = tmp_path / "c.txt"
    target.mkdir()
    told: list[str] = []
    window.exports.problem.connect(lambda sentence, _details: told.append(sentence))
    window.exports.export(Export((("text", target),), "", ExportOptions()))
    (sentence,) = told
    assert "was not written" in sentence and target.is_dir()


def test_cross_references_are_offered(window: MainWindow, tmp_path: Path) -> None:
    words = "Requests a report on paragraphs 1 and 2 above;"
    old = Resolution(
        (
            Paragraph(
                "p1", Kind.OPERATIVE, Text("Urges all to count the bridges of their rivers;")
            ),
            Paragraph("p2", Kind.OPERATIVE, Text("Calls upon all to keep the gauges;")),
            Paragraph("p3", Kind.OPERATIVE, Text(words)),
        )
    )
    added = Paragraph("p9", Kind.OPERATIVE, Text("Welcomes the winds of the north;"))
    new = apply(old, InsertParagraph("p1", added))
    dialog = dialog_of(window, tmp_path)
    assert dialog.correct.isHidden()
    dialog.set_comparison(compare_resolutions(old, new))
    assert "which is 3 now" in dialog.references.text()
    wanted: list[Change] = []
    dialog.corrections_wanted.connect(wanted.append)
    dialog.correct.click()
    dialog.set_comparison(compare_resolutions(old, apply(new, wanted[0])))
    assert dialog.correct.isHidden()


def test_files_go_beside_the_one_that_was_opened_until_another_folder_was_used(
    window: MainWindow, tmp_path: Path
) -> None:
    settings = window.settings
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
    window.open_sample()
    assert settings.folder("export") == str(Path.home()), "not among the program's own files"
    settings.set_folder("open", here / "old.docx")
    assert settings.folder("export") == settings.folder("save") == str(here)
    settings.set_folder("export", there / "new.docx")
    assert settings.folder("export") == str(there)
    there.rmdir()
    assert settings.folder("export") == str(here)
