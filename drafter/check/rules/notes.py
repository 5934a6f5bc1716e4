"""Footnotes: each is called, and ends in a full stop. Source: Editorial Manual (footnotes)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.check.case import Case
from drafter.model import Finding

NAMES = ("note-without-cue", "note-ending", "empty-note")
SOURCE = "Editorial Manual (footnotes)"


def check(case: Case) -> Iterator[Finding]:
    """Findings on every footnote."""
    called = {cue.note for p in case.resolution.paragraphs for cue in p.text.cues}
    called |= {cue.note for note in case.resolution.notes for cue in note.text.cues}
    lost = any(cue.note is None for p in case.resolution.paragraphs for cue in p.text.cues)
    for note in case.resolution.notes:
        string = note.text.string
        end = len(string.rstrip())
        if note.id not in called and not lost:
            yield case.finding("note-without-cue", "warning", note.id, 0, end,
                               "No mark in the text calls this footnote.", SOURCE)  # fmt: skip
        if not end:
            yield case.finding("empty-note", "warning", note.id, 0, 0,
                               "This footnote is empty.", SOURCE)  # fmt: skip
        elif re.search(r"[,;:]$", string[:end]):
            yield case.finding("note-ending", "warning", note.id, end - 1, end,
                               "A footnote ends in a full stop.", SOURCE, ".")  # fmt: skip
        elif string[end - 1].isalnum() and not re.search(r"https?://\S+$|www\.\S+$", string[:end]):
            yield case.finding("note-ending", "note", note.id, end - 1, end,
                               "A footnote ends in a full stop.", SOURCE,
                               string[end - 1] + ".")  # fmt: skip
