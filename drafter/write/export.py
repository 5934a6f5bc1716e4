"""A text to a file by the file's extension."""

from __future__ import annotations

import os
from pathlib import Path

from drafter.errors import UnwritableFile
from drafter.files import write_bytes
from drafter.model import Kind, Resolution
from drafter.write.docx import WriteReport, build_docx
from drafter.write.form import Form
from drafter.write.html import html_of
from drafter.write.layout import Paper
from drafter.write.table_rows import is_table
from drafter.write.text import text_of

EXTENSIONS = (".docx", ".html", ".txt")
"""What ``write_any`` writes; PDF is the window's, saved drafts are ``drafter.draft``'s."""


def write_any(
    resolution: Resolution,
    path: str | os.PathLike[str],
    *,
    paper: Paper = "letter",
    form: Form | None = None,
) -> WriteReport:
    """Write a text as Word, HTML or plain text, whole or not at all.

    Returns the sentences about what could not be carried; UnwritableFile for an extension that is
    not known or a place that cannot be written.
    """
    suffix = Path(path).suffix.lower()
    report = WriteReport()
    if suffix == ".docx":
        data, report = build_docx(resolution, paper=paper, form=form)
    elif suffix in (".html", ".htm"):
        data = html_of(resolution, form=form).encode()
        report = WriteReport(_of_page(resolution))
    elif suffix == ".txt":
        data = text_of(resolution, form=form).encode()
        if any(part.kind is Kind.OPAQUE for part in resolution.paragraphs):
            report = WriteReport(("Tables and pictures are written as plain lines.",))
    else:
        raise UnwritableFile(
            f"{path} was not written: “{suffix or 'no extension'}” is not a format this program "
            f"writes; choose {', '.join(EXTENSIONS)}, .pdf or .resolution."
        )
    write_bytes(path, data)
    return report


def _of_page(resolution: Resolution) -> tuple[str, ...]:
    """What a page does not hold as it was."""
    shown = [part.text for part in resolution.paragraphs if part.kind is Kind.OPAQUE]
    said: list[str] = []
    if any(is_table(text) for text in shown):
        said.append(
            "Tables have their words in plain cells, without the widths and rules they had; "
            "where cells were joined, headings may stand a column off."
        )
    if not all(is_table(text) for text in shown):
        said.append("Pictures are left out of the page; the Word file holds them.")
    return tuple(said)
