"""What a Word file says, read without any idea of resolutions, and what a resolution says."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.model import Resolution, Text
from drafter.ooxml.blocks import Document
from drafter.ooxml.package import Package


def paragraphs(data: bytes) -> tuple[list[str], list[str]]:
    """All paragraphs and notes of a file, read without any idea of resolutions."""
    document = Document(Package(data))
    blocks = [block.text.string for block in document.blocks.values()]
    return blocks, [block.text.string for block in document.notes.values()]


_NUMBER = re.compile(r"^\s*(?:(?:\d+/\d+|\d+)\.\s|\([a-z]+\)\s)?\s*")
_MASTHEAD = re.compile(r"\w+(?:-\w+)? session$|Agenda item")
Words = list[tuple[str, tuple[tuple[int, str], ...]]]


def folded(
    text: Text, note: Callable[[str], str | None]
) -> tuple[str, tuple[tuple[int, str], ...]]:
    """A text without its number, white space folded, with its notes."""
    lead = _NUMBER.match(text.string)
    start = lead.end() if lead else 0
    return (
        " ".join(text.string[start:].split()),
        tuple(
            (len(" ".join(text.string[start : c.at].split())), words)
            for c in text.cues
            if c.note is not None and (words := note(c.note)) is not None
        ),
    )


def words(resolution: Resolution) -> Words:
    """What a text says, paragraph by paragraph."""
    notes = {n.id: n.text.string for n in resolution.notes}
    return [folded(p.text, notes.get) for p in resolution.paragraphs if p.text]


def said(data: bytes) -> Words:
    """What a file says, read without any idea of resolutions."""
    document = Document(Package(data))
    notes = {key: block.text.string for key, block in document.notes.items()}
    return [
        folded(block.text, notes.get)
        for block in document.blocks.values()
        if block.text.string.strip() and not _MASTHEAD.match(block.text.string)
    ]
