"""Footnotes of a new file, which python-docx does not know: their part and what calls them."""

from __future__ import annotations

from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.parser import parse_xml
from docx.oxml.text.paragraph import CT_P
from docx.parts.story import StoryPart
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from drafter.ooxml.fresh_elements import make, words
from drafter.ooxml.fresh_package import package_of
from drafter.ooxml.separators import NO_FOOTNOTES

REFERENCE = "footnote reference"


class Footnotes:
    """``word/footnotes.xml`` of a document."""

    def __init__(self, document: Document) -> None:
        package = package_of(document)
        self._part = StoryPart(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            parse_xml(NO_FOOTNOTES),
            package,
        )
        document.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)

    def add(self, note_id: int, mark: str = "") -> Paragraph:
        """A note, from 1 on, and the paragraph that takes its text.

        ``mark`` is one of its own ("*") instead of a number, for notes about the document.
        """
        note, line = make("footnote", {"id": note_id}), cast("CT_P", make("p"))
        note.append(line)
        self._part.element.append(note)
        paragraph = Paragraph(line, self._part)
        paragraph.style = "footnote text"
        words(paragraph, "\t")
        if mark:
            words(paragraph, mark, style=REFERENCE)
        else:
            words(paragraph, "", style=REFERENCE).element.append(make("footnoteRef"))
        words(paragraph, " \t")
        return paragraph


def call(paragraph: Paragraph, note_id: int, mark: str = "", *, hidden: bool = False) -> Run:
    """The raised number, or mark of its own, that calls a note.

    A hidden call is for a note whose place in the text is lost: it stays in the file.
    """
    run = words(paragraph, "", style=REFERENCE)
    if hidden:
        run.font.hidden = True
    own = {"customMarkFollows": 1} if mark else {}
    run.element.append(make("footnoteReference", {**own, "id": note_id}))
    if mark:
        run.add_text(mark)
    return run
