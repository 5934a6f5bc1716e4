"""Tables and pictures of a Word source stay with the text, or the report says why not."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from drafter.model import Cue, Footnote, Kind, Paragraph, Resolution, Source, Span, Text
from drafter.ooxml.blocks import Document
from drafter.ooxml.package import Package
from drafter.read import read_bytes
from drafter.write import build_docx, docx_bytes
from tests.corpus import shared

PIXEL = b"\x89PNG\r\n\x1a\n" + b"".join(
    struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    for name, data in (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\x00\x80")),
        (b"IEND", b""),
    )
)


@pytest.fixture
def source() -> bytes:
    """A Word file of our own with a table and a picture."""
    document = docx.Document()
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    for cell, string in zip(table._cells, ("River", "Tons", "Danube", "40"), strict=True):
        cell.text = string
    document.add_paragraph("Between.")
    document.add_picture(io.BytesIO(PIXEL))
    document.add_paragraph("One.", style="List Number")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _resolution(data: bytes, **spans: str) -> Resolution:
    paragraphs = tuple(Paragraph(i, Kind.OPAQUE, Text("Danube")) for i in spans)
    places = {i: (Span(0, 6, block, 0),) for i, block in spans.items()}
    return Resolution(paragraphs, source=Source("old.docx", "docx", data, spans=places))


def test_a_table_is_carried_cell_by_cell(source: bytes) -> None:
    data, report = build_docx(_resolution(source, p1="t0"))
    assert report.sentences == ()
    table = docx.Document(io.BytesIO(data)).tables[0]
    assert [cell.text for cell in table._cells] == ["River", "Tons", "Danube", "40"]


def test_a_picture_is_carried_with_its_bytes(source: bytes, tmp_path: Path) -> None:
    place = next(b.key for b in Document(Package(source)).blocks.values() if _picture(b.atoms))
    data, report = build_docx(_resolution(source, p1=place))
    assert report.sentences == ()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("word/media/carried1.png") == PIXEL
    target = tmp_path / "out.docx"
    target.write_bytes(data)
    tool = shared("tools", "validate_docx.py")
    done = subprocess.run([sys.executable, tool, target], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def _picture(atoms: object) -> bool:
    return any(atom.kind == "picture" for atom in atoms)  # pyright: ignore


def test_what_has_no_source_is_told(source: bytes) -> None:
    for resolution in (
        _resolution(source, p1="t7"),
        replace(_resolution(source, p1="t0"), source=None),
        _resolution(b"PK no package", p1="t0"),
    ):
        data, report = build_docx(resolution)
        assert "“Danube”" in report.sentences[0]
        assert docx.Document(io.BytesIO(data)).tables == []


def _with_a_note(body: str) -> bytes:
    """A fresh file of ours that holds a table with a footnote, as a source."""
    called = Paragraph("p1", Kind.PLAIN, Text("Before", (), (Cue(6, "n1"), Cue(6, "n2"))))
    again = Paragraph("p2", Kind.PLAIN, Text("again", (), (Cue(5, "n2"),)))
    notes = (Footnote("n1", Text("First.")), Footnote("n2", Text("Second.")))
    data = docx_bytes(Resolution((called, again), notes))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                cut = content.rindex(b"<w:sectPr>")
                content = content[:cut] + body.encode() + content[cut:]
            new.writestr(name, content)
    return buffer.getvalue()


def _table(inside: str) -> str:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p>{inside}</w:p></w:tc>'
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="1800" w:type="dxa"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid><w:tr>{cell}{cell}</w:tr></w:tbl>'
    )


def test_a_carried_table_calls_the_notes_of_the_new_file() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    data = _with_a_note(_table(f"<w:r><w:t>River</w:t></w:r>{reference}"))
    notes = (Footnote("n1", Text("First.")), Footnote("n2", Text("Second.")))
    other = Paragraph("p8", Kind.PLAIN, Text("Now first", (), (Cue(9, "n2"),)))
    table = Paragraph("p9", Kind.OPAQUE, Text("River\tRiver", (), (Cue(5, "n1"), Cue(11, "n1"))))
    spans = {"p9": (Span(0, 11, "t0", 0),), "n1": (Span(0, 6, "n1", 0),)}
    resolution = Resolution((other, table), notes, source=Source("o", "docx", data, spans=spans))
    written, report = build_docx(resolution)
    assert report.sentences == ()
    document = Document(Package(written))
    called = [c.note for b in document.tables["t0"].blocks() for c in b.text.cues]
    assert [document.notes[key or ""].text.string for key in called] == ["First.", "First."]


def test_a_table_that_calls_a_note_that_is_gone_is_told() -> None:
    data = _with_a_note(_table('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    spans = {"p9": (Span(0, 0, "t0", 0),)}
    table = Paragraph("p9", Kind.OPAQUE, Text("River"))
    resolution = Resolution((table,), source=Source("o", "docx", data, spans=spans))
    assert "footnote that is no longer there" in build_docx(resolution)[1].sentences[0]


def test_a_field_in_a_carried_table_repeats_the_new_file_s_note() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> NOTEREF _Ref000000002 \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    data = _with_a_note(_table(f"<w:r><w:t>River</w:t></w:r>{field}"))
    note = Footnote("n7", Text("Second."))
    other = Paragraph("p8", Kind.PLAIN, Text("Now first", (), (Cue(9, "n7"),)))
    table = Paragraph("p9", Kind.OPAQUE, Text("River\tRiver", (), (Cue(5, "n7"), Cue(11, "n7"))))
    spans = {"p9": (Span(0, 11, "t0", 0),), "n7": (Span(0, 7, "n2", 0),)}
    source = Source("o", "docx", data, spans=spans)
    written, report = build_docx(Resolution((other, table), (note,), source=source))
    assert report.sentences == ()
    document = Document(Package(written))
    cues = [c for b in document.tables["t0"].blocks() for c in b.text.cues]
    assert [document.notes[cue.note or ""].text.string for cue in cues] == ["Second.", "Second."]
    alone, told = build_docx(Resolution((table,), (note,), source=source))
    assert told.sentences[0].startswith("A table was rebuilt from its text because it cites a")
    cues = [c for b in Document(Package(alone)).tables["t0"].blocks() for c in b.text.cues]
    assert [cue.note for cue in cues] == ["n1", "n1"]


def test_a_table_of_no_word_file_is_rebuilt_from_its_text() -> None:
    text = Text("River\tTons\nDanube\t40\tmany", ((0, 5),), (Cue(11, "n1"), Cue(17, "n1")))
    table = Paragraph("p1", Kind.OPAQUE, text)
    note = Footnote("n1", Text("Lower course."))
    data, report = build_docx(Resolution((table,), (note,), source=Source("x.xml", "akn")))
    assert report.sentences[0].startswith("A table was rebuilt from its text because")
    rows = docx.Document(io.BytesIO(data)).tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["River", "Tons", ""],
        ["Danube1", "40", "many"],
    ]
    again = read_bytes(data, "x.docx").of_kind(Kind.OPAQUE)[0].text
    assert again.string == "River\tTons\t\nDanube\t40\tmany"
    assert [cue.at for cue in again.cues] == [12, 18]
