"""Resolution to Word, HTML and text; comparison to tracked Word, HTML and a Word table."""

from __future__ import annotations

from drafter.write.docx import (
    WriteReport,
    build_docx,
    comparison_docx_bytes,
    docx_bytes,
    write_docx,
)
from drafter.write.export import EXTENSIONS, write_any
from drafter.write.html import comparison_html, html_of
from drafter.write.pdf import libreoffice, pdf_of_docx
from drafter.write.references import StaleReference, stale_references
from drafter.write.text import text_of
from drafter.write.tracked import build_tracked, tracked_bytes, write_tracked

__all__ = [
    "EXTENSIONS",
    "StaleReference",
    "WriteReport",
    "build_docx",
    "build_tracked",
    "comparison_docx_bytes",
    "comparison_html",
    "docx_bytes",
    "html_of",
    "libreoffice",
    "pdf_of_docx",
    "stale_references",
    "text_of",
    "tracked_bytes",
    "write_any",
    "write_docx",
    "write_tracked",
]
