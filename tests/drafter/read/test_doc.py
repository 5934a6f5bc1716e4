"""Binary Word files: read through LibreOffice where it is there, one sentence where it is not."""

from __future__ import annotations

import time

import pytest

from drafter.errors import Cancelled, UnreadableFile
from drafter.model import Kind
from drafter.read import doc, read_bytes, read_file
from tests.corpus import corpus

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = OLE + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600)


def test_without_libreoffice_the_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "office", lambda: None)
    with pytest.raises(UnreadableFile, match=r"^old\.doc.*save it as \.docx.*LibreOffice"):
        read_bytes(WORD, "old.doc")


def test_other_office_files_are_no_word_documents() -> None:
    with pytest.raises(UnreadableFile, match="no Word document"):
        read_bytes(OLE + bytes(600) + "Workbook".encode("utf-16-le"), "sheet.xls")


def _fake(tmp_path_factory: pytest.TempPathFactory, body: str) -> str:
    program = tmp_path_factory.mktemp("office") / "soffice"
    program.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.mark.skipif("os.name == 'nt'", reason="a shell script stands in for LibreOffice")
def test_time_limit_and_cancel(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    program = _fake(tmp_path_factory, "sleep 60")
    monkeypatch.setattr(doc, "office", lambda: program)
    start = time.monotonic()
    with pytest.raises(UnreadableFile, match="longer than"):
        doc.docx_from_doc(WORD, seconds=0.2)
    with pytest.raises(Cancelled):
        doc.docx_from_doc(WORD, cancelled=lambda: True)
    assert time.monotonic() - start < 20


@pytest.mark.skipif("os.name == 'nt'", reason="a shell script stands in for LibreOffice")
def test_nothing_converted_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    program = _fake(tmp_path_factory, "exit 1")
    monkeypatch.setattr(doc, "office", lambda: program)
    with pytest.raises(UnreadableFile, match="damaged or protected"):
        doc.docx_from_doc(WORD)


@pytest.mark.skipif(doc.office() is None, reason="LibreOffice is not installed here")
def test_an_official_binary_file() -> None:
    resolution = read_file(corpus("word", "67_290.doc"))
    assert resolution.source is not None
    assert resolution.source.format == "doc"
    assert resolution.masthead.symbol == "A/RES/67/290"
    assert len(resolution.of_kind(Kind.PREAMBULAR)) == 10
    assert len(resolution.of_kind(Kind.OPERATIVE)) == 30
    assert all(cue.note for p in resolution.paragraphs for cue in p.text.cues)
