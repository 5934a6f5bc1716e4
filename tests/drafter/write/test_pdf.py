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
from tests.fixtures.ooxml.official import R, resolution_docx

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


def test_without_libreoffice_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr("drafter.write.pdf._PLACES", ())
    with pytest.raises(UnwritableFile, match="LibreOffice"):
        pdf_of_docx(resolution_docx())
