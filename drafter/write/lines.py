"""Paragraphs of a new Word file: a style, and what departs from it."""

from __future__ import annotations

from typing import Protocol

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Twips
from docx.text.paragraph import Paragraph


class Container(Protocol):
    """The body, a cell, a header or a footer: what holds paragraphs."""

    def add_paragraph(self, text: str = "", style: str | None = None) -> Paragraph: ...


def line(
    container: Container,
    style: str | None,
    *,
    before: int | None = None,
    after: int | None = None,
    inset: tuple[int, int] | None = None,
    right: bool = False,
    single: bool = False,
) -> Paragraph:
    """An empty paragraph of this style, by its name.

    Space before and after and the indents (``inset``: left and right, the first line flush) in
    twips; ``right`` sets it flush right; ``single`` takes the line spacing from the letters.
    """
    paragraph = container.add_paragraph("", style)
    form = paragraph.paragraph_format
    if before is not None:
        form.space_before = Twips(before)
    if after is not None:
        form.space_after = Twips(after)
    if single:
        form.line_spacing = 1.0
    if inset is not None:
        form.left_indent, form.right_indent = Twips(inset[0]), Twips(inset[1])
        form.first_line_indent = Twips(0)
    if right:
        form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph
