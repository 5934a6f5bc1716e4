"""A ``Text`` as HTML: italics, raised cues, and the words that came or went."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from drafter.model import Text
from drafter.write.rows import Mark


@dataclass(frozen=True, slots=True)
class Notes:
    """How cues are shown: numbers by footnote id, and the page's own prefix for links."""

    numbers: dict[str, int]
    prefix: str = ""

    def cue(self, note: str | None, typed: str | None) -> Markup:
        """A cue as a raised number, linked to its note where there is one."""
        number = self.numbers.get(note or "")
        if number is None:
            return Markup('<sup class="cue lost">{}</sup>').format(typed or "?")
        return Markup('<sup class="cue"><a href="#{}fn{}">{}</a></sup>').format(
            self.prefix, number, number
        )


def html_of_text(text: Text, notes: Notes, marks: tuple[tuple[int, int, Mark], ...] = ()) -> Markup:
    """The text with its italics and cues, changed words in ``del`` or ``ins``.

    ``marks`` are start, end (half-open, code points) and "-" or "+".
    """
    edges = {0, len(text), *(cue.at for cue in text.cues)}
    edges |= {edge for span in text.emphasis for edge in span}
    edges |= {edge for start, end, _ in marks for edge in (start, end)}
    points = sorted(edges)
    parts: list[Markup] = []
    for i, start in enumerate(points):
        here = [notes.cue(cue.note, cue.typed) for cue in text.cues if cue.at == start]
        parts.append(Markup('<sup class="cue">,</sup>').join(here))
        if i + 1 == len(points):
            break
        end = points[i + 1]
        piece = Markup("<br>").join(escape(line) for line in text.string[start:end].split("\n"))
        if any(a <= start and end <= b for a, b in text.emphasis):
            piece = Markup("<em>{}</em>").format(piece)
        for a, b, mark in marks:
            if a <= start and end <= b:
                shell = "<del>{}</del>" if mark == "-" else "<ins>{}</ins>"
                piece = Markup(shell).format(piece)
        parts.append(piece)
    return Markup("").join(parts)
