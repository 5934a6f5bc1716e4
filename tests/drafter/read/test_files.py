"""Whatever a delegate opens: told by its bytes, read, or refused in one sentence."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from drafter.errors import UnreadableFile
from drafter.model import Kind
from drafter.read import read_bytes, read_file
from drafter.read.sniff import sniff

TEXT = (
    "Eighty-fifth session\nAgenda item 12\n\nSafe brewing of tea\n\nThe General Assembly,\n\n"
    "Recalling its resolution 83/1 on the café of the Organization,\n\n"
    "1. Urges all States to warm the pot;\n\n2. Decides to remain seized of the matter.\n"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), "text"),
        (TEXT.encode("utf-16"), "text"),
        (b"%PDF-1.7\n%...", "pdf"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><akomaNtoso/>", "akn"),
        (b"<!DOCTYPE html><html><body><p>x", "html"),
        (OLE + bytes(512), "doc"),
        (OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (_zip(**{"draft.json": "{}"}), "draft"),
        (_zip(**{"[Content_Types].xml": "", "_rels__.rels": ""}), "docx"),
        (_zip(readme="x"), "zip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "other"),
        (bytes(range(256)) * 8, "other"),
    ],
)
def test_bytes_decide_what_a_file_is(data: bytes, expected: str) -> None:
    assert sniff(data) == expected


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "holds no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "open a Word"),
        (OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (_zip(readme="x"), "no Word file"),
        (_zip(**{"[Content_Types].xml": "<x/>", "_rels__.rels": "<x/>"}), ""),
        (_zip(**{"[Content_Types].xml": "<x", "_rels__.rels": "<x"}), ""),
        (b"PK\x03\x04 and then nothing", "is damaged"),
        (b"<?xml version='1.0'?><rss>news</rss>", "open a Word"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_with_the_file_name(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, "tea.docx")
    message = str(caught.value)
    assert message.startswith("tea.docx")
    assert says in message
    assert message.endswith(".")
    assert "\n" not in message


def test_a_folder_a_missing_and_a_locked_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(UnreadableFile, match=r"tea\.txt"):
        read_file(tmp_path / "tea.txt")
    if os.name == "posix" and os.geteuid() != 0:
        locked = tmp_path / "locked.txt"
        locked.write_text(TEXT, "utf-8")
        locked.chmod(0)
        with pytest.raises(UnreadableFile, match=r"locked\.txt"):
            read_file(locked)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"]
)
def test_text_in_any_encoding(encoding: str) -> None:
    resolution = read_bytes(TEXT.encode(encoding), "tea.txt")
    assert len(resolution.of_kind(Kind.OPERATIVE)) == 2
    assert "café" in resolution.of_kind(Kind.PREAMBULAR)[0].text.string
    assert resolution.masthead.session == "85"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_system(ends: str) -> None:
    resolution = read_bytes(TEXT.replace("\n", ends).encode(), "tea.txt")
    assert len(resolution.paragraphs) == 5


def test_the_name_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "tea.pdf"
    path.write_text(TEXT, "utf-8")
    resolution = read_file(path)
    assert resolution.source is not None
    assert (resolution.source.format, resolution.source.name) == ("text", "tea.pdf")


def test_what_is_no_resolution_is_read_as_plain_text() -> None:
    resolution = read_bytes(b"Dear colleague,\n\nPlease find the draft below.\n", "mail.txt")
    assert " ".join(p.text.string for p in resolution.paragraphs).endswith("draft below.")
