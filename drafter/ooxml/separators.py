"""The separator notes that every footnotes part begins with."""

from __future__ import annotations

from drafter.ooxml.names import R, W


def _separator(note_id: int, kind: str) -> str:
    return (
        f'<w:footnote w:type="{kind}" w:id="{note_id}"><w:p><w:pPr><w:pStyle w:val="Footer"/>'
        '<w:spacing w:after="80"/><w:ind w:left="792" w:right="0" w:firstLine="0"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    )


NO_FOOTNOTES = (
    f'<w:footnotes xmlns:w="{W}" xmlns:r="{R}">'
    f"{_separator(-1, 'separator')}{_separator(0, 'continuationSeparator')}</w:footnotes>"
).encode()
"""A footnotes part without notes."""
