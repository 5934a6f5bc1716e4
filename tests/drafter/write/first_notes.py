"""A short text whose first two footnotes change places, each at the end of its paragraph."""

from __future__ import annotations

from dataclasses import replace

from drafter.model import Cue, Footnote, Kind, Paragraph, Resolution, Text
from drafter.read import read_bytes
from drafter.write import docx_bytes


def with_notes(*row: str | None) -> Resolution:
    """A text of four paragraphs, whose first and third end in these notes."""
    texts = (
        (Kind.PREAMBULAR, "Recalling its resolution on rivers,", ((0, 9),), row[0]),
        (Kind.PREAMBULAR, "Noting the fords,", ((0, 6),), None),
        (Kind.PREAMBULAR, "Mindful of the Bridge Review,", ((0, 7), (15, 28)), row[1]),
        (Kind.OPERATIVE, "Decides to go on.", ((0, 7),), None),
    )
    paragraphs = tuple(
        Paragraph(f"p{i}", kind, Text(string, italic, (Cue(len(string), note),) if note else ()))
        for i, (kind, string, italic, note) in enumerate(texts)
    )
    names = [note for note in dict.fromkeys(row) if note]
    return Resolution(paragraphs, tuple(Footnote(n, Text(f"See A/71/{n[1:]}.")) for n in names))


def as_read(text: Resolution) -> Resolution:
    """The text as read from a Word file written of it."""
    return read_bytes(docx_bytes(text), "old.docx")


def calling(old: Resolution, *row: int | None) -> Resolution:
    """The same text whose first and third paragraphs call these of its notes."""
    ends: dict[int, str] = {
        place: old.notes[k].id for place, k in zip((0, 2), row, strict=True) if k is not None
    }
    paragraphs = tuple(
        replace(p, text=Text(p.text.string, p.text.emphasis, (Cue(len(p.text), ends[i]),)))
        if i in ends
        else replace(p, text=Text(p.text.string, p.text.emphasis))
        for i, p in enumerate(old.paragraphs)
    )
    called = list(dict.fromkeys(ends.values()))
    return replace(old, paragraphs=paragraphs, notes=tuple(old.notes_by_id[n] for n in called))
