"""``word/footnotes.xml`` of a new file, and the separator notes every such part begins with."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.ooxml.fresh_package import XML
from drafter.ooxml.fresh_xml import NAMESPACES, indent, paragraph, run, spacing

REFERENCE = '<w:rStyle w:val="FootnoteReference"/>'


def footnotes_xml(notes: Iterable[tuple[int, str]]) -> str:
    """The part, of notes as (``w:id`` from 1 on, runs of the text)."""
    lines = "".join(
        f'<w:footnote w:id="{note_id}">'
        + paragraph(
            run("<w:footnoteRef/>", REFERENCE) + run("<w:tab/>") + runs,
            "FootnoteText",
        )
        + "</w:footnote>"
        for note_id, runs in notes
    )
    return (
        f"{XML}<w:footnotes {NAMESPACES}>"
        f"{_separator(-1, 'separator')}{_separator(0, 'continuationSeparator')}"
        f"{lines}</w:footnotes>"
    )


def _separator(note_id: int, kind: str) -> str:
    line = paragraph(run(f"<w:{kind}/>"), "Footer", spacing(after=80) + indent(792))
    return f'<w:footnote w:type="{kind}" w:id="{note_id}">{line}</w:footnote>'


def reference(note_id: int) -> str:
    """The raised number in the text that calls a note."""
    return run(f'<w:footnoteReference w:id="{note_id}"/>', REFERENCE)
