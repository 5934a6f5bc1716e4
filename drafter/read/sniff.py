"""What a file is, by its bytes: extensions lie (official ``.DOC`` files are mostly OOXML)."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

Format = Literal["docx", "doc", "pdf", "akn", "html", "text", "draft", "encrypted", "zip", "other"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ",
)


def sniff(data: bytes) -> Format:
    """The format of a file's bytes. "encrypted" is a Word file with a password, "zip" a package
    that is no Word file, "other" what no reader here takes."""
    if data.startswith(_OLE):
        return "encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "doc"
    if data.startswith(b"PK"):
        return _package(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_BINARY):
        return "other"
    head = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\xfe\xff \t\r\n\x00").replace(b"\x00", b"")
    lower = head.lower()
    if lower.startswith(b"{\\rtf"):
        return "other"
    if b"<akomantoso" in lower:
        return "akn"
    if lower.startswith((b"<!doctype html", b"<html")) or b"<body" in lower or b"<p>" in lower:
        return "html"
    if lower.startswith(b"<?xml"):
        return "akn" if b"akomantoso" in data[:20000].lower() else "other"
    return "other" if _binary(data) else "text"


def _package(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "zip"
    if "draft.json" in names:
        return "draft"
    return "docx" if "[Content_Types].xml" in names and "_rels/.rels" in names else "zip"


def _binary(data: bytes) -> bool:
    """Bytes that no text has: zeros that are not UTF-16's, or many control characters."""
    sample = data[:8192]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    zeros = sample.count(0)
    if zeros:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        return max(even, odd) < 0.3 * len(sample) / 2
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in sample)
    return controls > 0.05 * len(sample)
