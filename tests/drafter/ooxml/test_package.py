"""Hostile and damaged packages are refused in a sentence; untouched parts stay as they are."""

from __future__ import annotations

import io
import zipfile

import pytest

from drafter.errors import UnreadableFile
from drafter.ooxml import package as packages
from drafter.ooxml.blocks import Document
from drafter.ooxml.package import Package, is_word_package
from tests.fixtures.ooxml.official import docx, paragraph, resolution_docx, run


def _zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_word_file_is_known_by_its_content() -> None:
    assert is_word_package(resolution_docx())
    assert not is_word_package(b"PK\x03\x04 but nothing more")
    assert not is_word_package(b"plain text")
    assert not is_word_package(_zip({"mimetype": b"application/vnd.oasis.opendocument.text"}))


def test_all_parts_but_the_replaced_one_stay_byte_for_byte() -> None:
    data = resolution_docx()
    new = Package(data).with_parts({"word/styles.xml": b"<new/>"})
    before, after = Package(data), Package(new)
    assert after.names == before.names
    for name in before.names:
        if name != "word/styles.xml":
            assert after.read(name) == before.read(name)
    assert after.read("word/styles.xml") == b"<new/>"


def test_a_truncated_file_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        Package(resolution_docx()[:-200])


def test_entities_and_document_types_are_refused() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
        "<w>&b;</w>"
    )
    data = docx(paragraph(run("x")), extra={"word/document.xml": bomb})
    with pytest.raises(UnreadableFile, match="document type"):
        Document(Package(data))


def test_a_part_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(paragraph(run("x" * 5000)))
    monkeypatch.setattr(packages, "MAX_PART", 1000)
    with pytest.raises(UnreadableFile, match="more than any resolution"):
        Document(Package(data))
    monkeypatch.setattr(packages, "MAX_TOTAL", 1000)
    with pytest.raises(UnreadableFile, match="more than any resolution"):
        Package(data)


def test_deep_xml_is_refused_without_a_crash() -> None:
    deep = "<a>" * 5000 + "</a>" * 5000
    with pytest.raises(UnreadableFile, match="not sound XML"):
        packages.parse_xml(deep.encode(), "word/document.xml")


def test_a_protected_file_says_so() -> None:
    data = bytearray(resolution_docx())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(UnreadableFile, match="password"):
        Package(bytes(data))
