"""A file with macros is read, and written without them as a plain document."""

from __future__ import annotations

from drafter.ooxml.macros import without_macros
from drafter.ooxml.package import Package
from tests.fixtures.ooxml.official import resolution_docx


def test_macros_are_never_carried() -> None:
    plain = Package(resolution_docx())
    types = plain.read("[Content_Types].xml").replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    types = types.replace(
        b"</Types>",
        b'<Override PartName="/word/vbaProject.bin" '
        b'ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    )
    relations = plain.read("word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        b'<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/'
        b'vbaProject" Target="vbaProject.bin"/></Relationships>',
    )
    parts = {
        "[Content_Types].xml": types,
        "word/_rels/document.xml.rels": relations,
        "word/vbaProject.bin": b"macro",
    }
    macro = Package(plain.with_parts(parts))
    written = Package(macro.with_parts(without_macros(macro, {})))
    assert "word/vbaProject.bin" not in written.names
    assert written.read("[Content_Types].xml") == plain.read("[Content_Types].xml")
    assert b"vba" not in written.read("word/_rels/document.xml.rels")


def test_a_file_without_macros_is_left_alone() -> None:
    assert without_macros(Package(resolution_docx()), {"a": b"b"}) == {"a": b"b"}
