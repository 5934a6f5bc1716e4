"""Pages set by LibreOffice: footnotes at their foot, changes in sight."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest

from drafter import workflow
from drafter.errors import UnwritableFile
from drafter.ooxml.package import Package
from drafter.read import read_file
from drafter.resources import sample_folder
from drafter.write import libreoffice, pdf_of_docx
from drafter.write.pdf import showing_changes
from tests.fixtures.ooxml.official import R, docx, paragraph, resolution_docx, run

SETTINGS = b'<w:settings xmlns:w="x"><w:zoom/><w:revisionView w:markup="0"/><w:a/></w:settings>'


def test_changes_that_official_files_hide_are_shown() -> None:
    package = Package(resolution_docx())
    name = "word/_rels/document.xml.rels"
    relation = (
        f'<Relationship Id="rIdX" Type="{R}/settings" Target="settings.xml"/></Relationships>'
    )
    relations = package.read(name).decode().replace("</Relationships>", relation)
    data = package.with_parts({"word/settings.xml": SETTINGS, name: relations.encode()})
    shown = Package(showing_changes(data))
    assert shown.read("word/settings.xml") == (
        b'<w:settings xmlns:w="x"><w:zoom/><w:a/></w:settings>'
    )
    assert shown.read("word/document.xml") == package.read("word/document.xml")


def test_footnotes_stand_at_the_foot_of_their_page(tmp_path: Path) -> None:
    if libreoffice() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    text = read_file(sample_folder() / "A_RES_78_391.docx")
    assert workflow.export(text, tmp_path / "out.pdf") == ()
    document = pypdfium2.PdfDocument((tmp_path / "out.pdf").read_bytes())
    first = document[0].get_textpage().get_text_bounded()
    note = text.notes[0].text.string
    assert len(document) > 1
    assert note.split()[0] in first.split("especially the most recent")[1]


def test_a_mark_of_its_own_is_shown_once_where_it_stands() -> None:
    """As Word has them: behind the reference, and typed again before the note."""
    if libreoffice() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    marks = ("*", "**", "***")
    cues = (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteReference w:customMarkFollows="1" w:id="{i}"/><w:t>{mark}</w:t></w:r>'
        for i, mark in enumerate(marks, start=1)
    )
    notes = "".join(
        f'<w:footnote w:id="{i}"><w:p>{run(mark)}{run(f" Note {i}.")}</w:p></w:footnote>'
        for i, mark in enumerate(marks, start=1)
    )
    data = docx(paragraph(run("The bridges"), *cues), paragraph(run("of the north")), notes=notes)
    page = pypdfium2.PdfDocument(pdf_of_docx(data))[0].get_textpage().get_text_bounded()
    assert page.count("*") == 2 * sum(map(len, marks))


def test_without_libreoffice_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr("drafter.write.pdf._PLACES", ())
    with pytest.raises(UnwritableFile, match="LibreOffice"):
        pdf_of_docx(resolution_docx())
