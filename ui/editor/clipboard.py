"""Words on the clipboard: ours with notes and kinds, other programs' with italics and footnotes."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData

from drafter.model import Cue, Kind, Paragraph, Resolution, Text, note_numbers, numbers
from ui.editor.pasting import Clip

if TYPE_CHECKING:
    from msgspec.json import Decoder

MIME = "application/x-drafter-words+json"
_MOST = 20_000_000
"""Bytes from another program that are still looked at."""


@cache
def _decoder() -> Decoder[Clip]:
    from drafter.decoding import decoder  # not at the start of the program

    return decoder(Clip)


def mime_from_clip(clip: Clip) -> QMimeData:
    """Our own format, HTML and plain text."""
    import msgspec

    data = QMimeData()
    data.setData(MIME, QByteArray(msgspec.json.encode(clip)))
    data.setHtml(copied_html(clip))
    shown = Resolution(clip.paragraphs, clip.notes)
    printed = numbers(shown) if len(clip.paragraphs) > 1 else {}
    data.setText(
        "\n".join(
            f"{printed[p.id]}\t{p.text.string}" if p.id in printed else p.text.string
            for p in clip.paragraphs
        )
    )
    return data


def clip_from_mime(data: QMimeData, *, plain: bool = False) -> Clip | None:
    """What can be pasted, or None."""
    from drafter.edit import pasted

    if data.hasFormat(MIME) and not plain:
        import msgspec

        try:
            return _decoder().decode(data.data(MIME).data())
        except (msgspec.MsgspecError, ValueError):
            pass
    found = pasted.Pasted()
    if data.hasHtml() and not plain and len(html := data.html()) < _MOST:
        found = pasted.from_html(html)
    if not found.texts:
        found = pasted.from_plain(data.text()[:_MOST])
    if not found.texts:
        return None
    paragraphs = tuple(
        Paragraph(f"p{i}", Kind.PLAIN, text) for i, text in enumerate(found.texts, start=1)
    )
    return Clip(paragraphs, found.notes)


def copied_html(clip: Clip) -> str:
    """The words as Word and LibreOffice take them: italics, bold, numbers behind a tab, and
    footnotes marked so that either makes footnotes of them again."""
    shown = Resolution(clip.paragraphs, clip.notes)
    printed = numbers(shown) if len(clip.paragraphs) > 1 else {}
    cues = note_numbers(shown)
    body = "".join(_html(p, printed.get(p.id, ""), cues) for p in clip.paragraphs)
    order = sorted(clip.notes, key=lambda note: cues[note.id])
    notes = "".join(_note(cues[note.id], note.text) for note in order)
    if notes:
        notes = f"<div style='mso-element:footnote-list'>{notes}</div>"
    return f"<html><head><meta charset='utf-8'></head><body>{body}{notes}</body></html>"


def _html(paragraph: Paragraph, number: str, cues: dict[str, int]) -> str:
    dot = "." if paragraph.kind is Kind.OPERATIVE and number.isdigit() else ""
    lead = f"{escape(number)}{dot}<span style='mso-tab-count:1'>&#9;</span>" if number else ""
    inner = lead + _inner(paragraph.text, cues)
    margin = 36 * (paragraph.level if paragraph.kind is Kind.SUBPARAGRAPH else 0)
    style = f" style='margin-left:{margin}pt'" if margin else ""
    bold = paragraph.kind in (Kind.TITLE, Kind.HEADING)
    return f"<p{style}>{f'<b>{inner}</b>' if bold else inner}</p>"


def _inner(text: Text, cues: dict[str, int]) -> str:
    marks = sorted(
        {0, len(text), *(i for r in text.emphasis for i in r), *(c.at for c in text.cues)}
    )
    parts: list[str] = []
    for i, at in enumerate(marks):
        here = [cue for cue in text.cues if cue.at == at]
        # Adjacent cues take a comma (Editorial Manual).
        parts.append("<sup>,</sup>".join(_cue(cue, cues) for cue in here))
        if i + 1 < len(marks):
            words = escape(text.string[at : marks[i + 1]]).replace("\n", "<br>")
            italic = any(a <= at < b for a, b in text.emphasis)
            parts.append(f"<i>{words}</i>" if italic else words)
    return "".join(parts)


def _cue(cue: Cue, cues: dict[str, int]) -> str:
    number = cues.get(cue.note or "")
    if number is None:
        return f"<sup>{escape(cue.typed or '')}</sup>"
    return (
        f"<a class='sdfootnoteanc' style='mso-footnote-id:ftn{number}' "
        f"name='sdfootnote{number}anc' href='#sdfootnote{number}sym'><sup>{number}</sup></a>"
    )


def _note(number: int, text: Text) -> str:
    return (
        f"<div id='sdfootnote{number}'><div style='mso-element:footnote' id='ftn{number}'>"
        f"<p class='sdfootnote'><a class='sdfootnotesym' style='mso-footnote-id:ftn{number}' "
        f"name='sdfootnote{number}sym' href='#sdfootnote{number}anc'>{number}</a> "
        f"{_inner(text, {})}</p></div></div>"
    )
