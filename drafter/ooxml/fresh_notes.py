"""``word/footnotes.xml`` of a new file, and the separator notes every such part begins with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.ooxml.fresh_package import XML
from drafter.ooxml.fresh_xml import NAMESPACES, content, indent, paragraph, run, spacing, words

REFERENCE = '<w:rStyle w:val="FootnoteReference"/>'


@dataclass(frozen=True, slots=True)
class NewNote:
    """A footnote to write."""

    id: int
    """``w:id``, from 1 on."""
    runs: str
    mark: str = ""
    """A mark of its own ("*") instead of a number, for notes about the document."""


def footnotes_xml(notes: Iterable[NewNote]) -> str:
    """The part with these notes and the two separators."""
    lines = "".join(
        f'<w:footnote w:id="{note.id}">'
        + paragraph(_number(note.mark) + run("<w:tab/>") + note.runs, "FootnoteText")
        + "</w:footnote>"
        for note in notes
    )
    return (
        f"{XML}<w:footnotes {NAMESPACES}>"
        f"{_separator(-1, 'separator')}{_separator(0, 'continuationSeparator')}"
        f"{lines}</w:footnotes>"
    )


def _number(mark: str) -> str:
    return words(mark, REFERENCE) if mark else run("<w:footnoteRef/>", REFERENCE)


def _separator(note_id: int, kind: str) -> str:
    line = paragraph(run(f"<w:{kind}/>"), "Footer", spacing(after=80) + indent(792))
    return f'<w:footnote w:type="{kind}" w:id="{note_id}">{line}</w:footnote>'


def reference(note_id: int, mark: str = "") -> str:
    """The raised number, or mark of its own, that calls a note in the text."""
    if mark:
        own = f'<w:footnoteReference w:customMarkFollows="1" w:id="{note_id}"/>'
        return run(own + content(mark), REFERENCE)
    return run(f'<w:footnoteReference w:id="{note_id}"/>', REFERENCE)


def hidden(note_id: int) -> str:
    """A hidden call, for a note whose place in the text is lost: it stays in the file."""
    return run(f'<w:footnoteReference w:id="{note_id}"/>', REFERENCE + "<w:vanish/>")
