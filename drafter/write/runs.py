"""A ``Text`` as Word runs: italics, tabs, footnote cues and their repeats."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from docx.text.paragraph import Paragraph

from drafter.model import Cue, Range, Resolution, Text
from drafter.ooxml.fresh_elements import bookmarked, linked, words
from drafter.ooxml.fresh_elements import field as field_code
from drafter.ooxml.fresh_notes import call


@dataclass(slots=True)
class Cues:
    """Gives each note its ``w:id`` at its first cue, and repeats a bookmark to refer to.

    ``before`` are the ids below that notes about the document have: LibreOffice 7.4 finds a note by
    how far its id lies behind the first one's, so ids go up in the order of the references.
    """

    known: frozenset[str]
    repeated: frozenset[str]
    before: int = 0
    ids: dict[str, int] = field(default_factory=dict[str, int])

    @classmethod
    def of(cls, resolution: Resolution, before: int = 0) -> Cues:
        """The cues of a text that is about to be written in its order."""
        counted = Counter(
            cue.note
            for paragraph in resolution.paragraphs
            for cue in paragraph.text.cues
            if cue.note in resolution.notes_by_id
        )
        return cls(
            frozenset(resolution.notes_by_id),
            frozenset(note for note, count in counted.items() if note and count > 1),
            before,
        )

    @staticmethod
    def bookmark(note_id: int) -> str:
        """The bookmark around the first reference to a note that is cited again."""
        return f"_Ref{note_id:09d}"

    def take(self, note: str) -> int:
        """The ``w:id`` of a note, given at its first call."""
        return self.ids.setdefault(note, self.before + len(self.ids) + 1)

    def put(self, paragraph: Paragraph, cue: Cue) -> None:
        """Add a cue: a native reference at the first place, a NOTEREF field at the next ones."""
        if cue.note is None or cue.note not in self.known:
            put_lost(paragraph, cue)
            return
        first = cue.note not in self.ids
        note_id = self.take(cue.note)
        bookmark = self.bookmark(note_id)
        if not first:
            field_code(
                paragraph, f"NOTEREF {bookmark} \\h", str(note_id - self.before), raised=True
            )
            return
        run = call(paragraph, note_id)
        if cue.note in self.repeated:
            bookmarked(run, note_id, bookmark)


def put_lost(paragraph: Paragraph, cue: Cue) -> None:
    """Add the number of a note that is not there, as it was typed."""
    if cue.typed:
        words(paragraph, cue.typed, raised=True)


def put_runs(
    paragraph: Paragraph,
    text: Text,
    cues: Cues | None,
    *,
    italic_style: bool = False,
    links: tuple[tuple[Range, str], ...] = (),
) -> None:
    """Add the runs of a text to a paragraph.

    ``cues`` None writes lost cues only (a note has no notes). ``italic_style`` says that the
    paragraph's style is italic, so that what is roman must say so. ``links`` are ranges and the
    addresses of their hyperlinks.
    """
    put = cues.put if cues else put_lost
    edges = {0, len(text)} | {cue.at for cue in text.cues}
    edges |= {edge for span in text.emphasis for edge in span}
    edges |= {edge for span, _ in links for edge in span}
    points = sorted(edges)
    for start, end in zip(points, [*points[1:], None], strict=True):
        for j, cue in enumerate(cue for cue in text.cues if cue.at == start):
            if j:
                words(paragraph, ",", raised=True)
            put(paragraph, cue)
        if end is None:
            break
        roman = False if italic_style else None
        italic = any(a <= start and end <= b for a, b in text.emphasis)
        run = words(paragraph, text.string[start:end], italic=italic or roman)
        address = next((to for (a, b), to in links if a <= start and end <= b), None)
        if address:
            linked(run, address)
