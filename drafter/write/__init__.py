"""Resolution to Word, HTML and text; comparison to tracked Word, HTML and a Word table."""

from __future__ import annotations

from drafter.write.atomic import write_bytes, write_text
from drafter.write.docx import WriteReport, build_docx, docx_bytes, write_docx

__all__ = [
    "WriteReport",
    "build_docx",
    "docx_bytes",
    "write_bytes",
    "write_docx",
    "write_text",
]
