"""Words on the clipboard: ours with notes and kinds, other programs' with italics only."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextDocument

from drafter.model import Kind, Paragraph, Resolution, Text, note_numbers, numbers
from ui.editor.pasting import Clip
from ui.editor.render import text_of

MIME = "application/x-drafter-words+json"
_MOST = 20_000_000
"""Bytes from another program that are still looked at."""


def mime_from_clip(clip: Clip) -> QMimeData:
    """Our own format, HTML and plain text."""
    import msgspec

    data = QMimeData()
    data.setData(MIME, QByteArray(msgspec.json.encode(clip)))
    shown = Resolution(clip.paragraphs, clip.notes)
    printed = numbers(shown) if len(clip.paragraphs) > 1 else {}
    cues = note_numbers(shown)
    data.setHtml("".join(_html(p, printed.get(p.id, ""), cues) for p in clip.paragraphs))
    data.setText(
        "\n".join(
            f"{printed[p.id]}\t{p.text.string}" if p.id in printed else p.text.string
            for p in clip.paragraphs
        )
    )
    return data


def clip_from_mime(data: QMimeData, *, plain: bool = False) -> Clip | None:
    """What can be pasted, or None."""
    if data.hasFormat(MIME) and not plain:
        import msgspec

        try:
            return msgspec.json.decode(data.data(MIME).data(), type=Clip)
        except (msgspec.MsgspecError, ValueError):
            pass
    if data.hasHtml() and not plain and len(data.html()) < _MOST:
        found = _from_html(data.html())
    else:
        found = [Text(line) for line in _lines(data.text()[:_MOST])]
    if not found:
        return None
    paragraphs = tuple(
        Paragraph(f"p{i}", Kind.PLAIN, text) for i, text in enumerate(found, start=1)
    )
    return Clip(paragraphs)


def _lines(string: str) -> list[str]:
    lines = string.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").split("\n")
    if len(lines) == 1:
        return lines if lines[0] else []
    return [line.strip() for line in lines if line.strip()]


def _from_html(html: str) -> list[Text]:
    """Words and italics of HTML, one text a paragraph."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setHtml(html)
    found: list[Text] = []
    block = document.begin()
    while block.isValid():
        text = text_of(block)
        kept = Text(text.string.replace("\ufffc", ""), text.emphasis) if (
            "\ufffc" not in text.string
        ) else Text(text.string.replace("\ufffc", ""))  # fmt: skip
        if kept.string.strip():
            found.append(kept)
        block = block.next()
    return found


def _html(paragraph: Paragraph, number: str, cues: dict[str, int]) -> str:
    text = paragraph.text
    marks = sorted(
        {0, len(text), *(i for r in text.emphasis for i in r), *(c.at for c in text.cues)}
    )
    parts: list[str] = [f"{escape(number)}&#9;" if number else ""]
    for i, at in enumerate(marks):
        for cue in text.cues:
            if cue.at == at:
                mark = str(cues[cue.note]) if cue.note in cues else cue.typed or ""
                parts.append(f"<sup>{escape(mark)}</sup>")
        if i + 1 < len(marks):
            words = escape(text.string[at : marks[i + 1]]).replace("\n", "<br>")
            italic = any(a <= at < b for a, b in text.emphasis)
            parts.append(f"<i>{words}</i>" if italic else words)
    bold = paragraph.kind in (Kind.TITLE, Kind.HEADING)
    inner = "".join(parts)
    return f"<p>{f'<b>{inner}</b>' if bold else inner}</p>"
