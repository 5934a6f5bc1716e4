"""Fresh Word files; python-docx is imported only once one is made, for it takes its time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.files import write_bytes
from drafter.model import Comparison, Resolution
from drafter.write.form import Form
from drafter.write.layout import Paper


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a person should know about what was written: a sentence for each thing not carried."""

    sentences: tuple[str, ...] = ()


def write_docx(
    resolution: Resolution, path: str | Path, *, paper: Paper = "letter", form: Form | None = None
) -> WriteReport:
    """Write a fresh Word file, whole or not at all.

    ``form`` None takes what the text is: adopted where it says when it was adopted. Raises
    UnwritableFile; the report says in sentences what could not be carried.
    """
    data, report = build_docx(resolution, paper=paper, form=form)
    write_bytes(path, data)
    return report


def docx_bytes(
    resolution: Resolution, *, paper: Paper = "letter", form: Form | None = None
) -> bytes:
    """A fresh Word file; reading it gives the very same paragraphs."""
    return build_docx(resolution, paper=paper, form=form)[0]


def build_docx(
    resolution: Resolution, *, paper: Paper = "letter", form: Form | None = None
) -> tuple[bytes, WriteReport]:
    """A fresh Word file and the sentences about what it does not hold."""
    from drafter.write.document import resolution_document

    data, sentences = resolution_document(resolution, paper, form)
    return data, WriteReport(sentences)


def comparison_docx_bytes(comparison: Comparison) -> bytes:
    """A Word file with one row for each row of the comparison, for A4 and Letter on their side.

    What went is red and struck through, what came green, bold and underlined.
    """
    from drafter.write.comparison_docx import comparison_document

    return comparison_document(comparison)
