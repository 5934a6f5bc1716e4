"""How long a text is: words and pages."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from drafter.model import Kind, Resolution, Text

WORDS_A_PAGE = 500
"""Words of text and notes on a page of an official document (78/226: 9 pages for 4,382 words;
80/228 and A/C.3/80/L.4: 14 pages for 6,890)."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text is."""

    words: int
    """In its paragraphs."""
    note_words: int
    pages: int
    """About how many the official document has."""


def length(resolution: Resolution) -> Length:
    """Words and pages of a draft."""
    said = sum(words(p.text) for p in resolution.paragraphs if p.kind is not Kind.OPAQUE)
    notes = sum(words(note.text) for note in resolution.notes)
    return Length(said, notes, max(1, ceil((said + notes) / WORDS_A_PAGE)))


def words(text: Text) -> int:
    """Words of a text, as a word processor counts them."""
    return len(text.string.split())
