"""A ``Text`` as Word runs: italics, tabs, footnote cues and their repeats."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from drafter.model import Cue, Range, Resolution, Text
from drafter.ooxml.fresh_notes import reference
from drafter.ooxml.fresh_xml import SUPERSCRIPT, legal, words
from drafter.ooxml.fresh_xml import field as field_code


@dataclass(slots=True)
class Cues:
    """Gives each note its ``w:id`` at its first cue, and repeats a bookmark to refer to."""

    known: frozenset[str]
    repeated: frozenset[str]
    ids: dict[str, int] = field(default_factory=dict[str, int])

    @classmethod
    def of(cls, resolution: Resolution) -> Cues:
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
        )

    @staticmethod
    def bookmark(note_id: int) -> str:
        """The bookmark around the first reference to a note that is cited again."""
        return f"_Ref{note_id:09d}"

    def take(self, note: str) -> int:
        """The ``w:id`` of a note, given at its first call."""
        return self.ids.setdefault(note, len(self.ids) + 1)

    def xml(self, cue: Cue) -> str:
        """A cue: a native reference at the first place, a NOTEREF field at the next ones."""
        if cue.note is None or cue.note not in self.known:
            return words(cue.typed or "", SUPERSCRIPT)
        first = cue.note not in self.ids
        note_id = self.take(cue.note)
        bookmark = self.bookmark(note_id)
        if not first:
            return field_code(f"NOTEREF {bookmark} \\h", str(note_id), SUPERSCRIPT)
        if cue.note not in self.repeated:
            return reference(note_id)
        return (
            f'<w:bookmarkStart w:id="{note_id}" w:name="{bookmark}"/>'
            f'{reference(note_id)}<w:bookmarkEnd w:id="{note_id}"/>'
        )


def runs(
    text: Text,
    cues: Cues | None,
    *,
    italic_style: bool = False,
    links: tuple[tuple[Range, str], ...] = (),
) -> str:
    """The runs of a text.

    ``cues`` None writes lost cues only (a note has no notes). ``italic_style`` says that the
    paragraph's style is italic, so that what is roman must say so. ``links`` are ranges and the
    relationship ids of their hyperlinks.
    """
    parts: list[str] = []
    edges = {0, len(text)} | {cue.at for cue in text.cues}
    edges |= {edge for span in text.emphasis for edge in span}
    edges |= {edge for span, _ in links for edge in span}
    points = sorted(edges)
    for i, start in enumerate(points):
        here = [cue for cue in text.cues if cue.at == start]
        for j, cue in enumerate(here):
            if j:
                parts.append(words(",", SUPERSCRIPT))
            parts.append(cues.xml(cue) if cues else words(cue.typed or "", SUPERSCRIPT))
        if i + 1 == len(points):
            break
        end = points[i + 1]
        string = legal(text.string[start:end])
        roman = '<w:i w:val="0"/>' if italic_style else ""
        italic = any(a <= start and end <= b for a, b in text.emphasis)
        properties = "<w:i/>" if italic else roman
        target = next((to for (a, b), to in links if a <= start and end <= b), None)
        if target is None:
            parts.append(words(string, properties))
        else:
            blue = words(string, f'<w:rStyle w:val="Hyperlink"/>{properties}')
            parts.append(f'<w:hyperlink r:id="{target}" w:history="1">{blue}</w:hyperlink>')
    return "".join(parts)
