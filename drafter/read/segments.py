"""Where one text ends and the next begins: nested drafts, parts A and B, several in one file.

A speaker ("The General Assembly,") opens a text; what stands above it since the text before
belongs to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.read.shape import Shape
from drafter.un.dates import parse_date


@dataclass(frozen=True, slots=True)
class Segment:
    """One text of a file."""

    start: int
    """Half-open range of shapes."""
    end: int
    speaker: int | None
    """Where the speaker stands, or None."""
    section: str
    """See ``model.Paragraph.section``."""


def segments(shapes: Sequence[Shape]) -> list[Segment]:
    """The texts of a file, in order; all shapes are in exactly one."""
    speakers = [i for i, shape in enumerate(shapes) if shape.speaker]
    if not speakers:
        return [Segment(0, len(shapes), None, "")]
    starts = [0]
    for before, speaker in pairwise(speakers):
        starts.append(_front(shapes, before, speaker))
    ends = [*starts[1:], len(shapes)]
    names = _names(shapes, starts, speakers)
    return [Segment(*row) for row in zip(starts, ends, speakers, names, strict=True)]


def _front(shapes: Sequence[Shape], before: int, speaker: int) -> int:
    """Where the front matter of the text begins that ``speaker`` opens."""
    start = speaker
    while start - 1 > before:
        shape = shapes[start - 1]
        if shape.closing or shape.line.opaque or (shape.typed is not None and not shape.heading):
            break
        ends_text = shape.string[-1:] in ".,;:"
        front = shape.adoption or shape.bracket or shape.next_text or shape.part or shape.heading
        if not front and (ends_text or shape.opening is not None or len(shape.string) > 250):
            break
        start -= 1
    dated = start < speaker and parse_date(shapes[start].string.strip()) is not None
    return start + 1 if dated and shapes[start - 1].closing else start


def _names(shapes: Sequence[Shape], starts: Sequence[int], speakers: Sequence[int]) -> list[str]:
    letters = [
        next((s.string for s in shapes[start:speaker] if s.part), None)
        for start, speaker in zip(starts, speakers, strict=True)
    ]
    if len(starts) > 1 and sum(letter is not None for letter in letters) > 1:
        return [letter or "" for letter in letters]
    names: list[str] = []
    main = 0
    for i, start in enumerate(starts):
        if i and _recommends(shapes, starts[i - 1], start) and main == 1 and "OUTER" not in names:
            names = ["OUTER"] * len(names)
            main = 0
        main += 1
        names.append("" if main == 1 else str(main))
    return names


def _recommends(shapes: Sequence[Shape], begin: int, start: int) -> bool:
    """Whether the text before ends by recommending what follows for adoption."""
    return any(shape.chapeau for shape in shapes[max(begin, start - 3) : start])
