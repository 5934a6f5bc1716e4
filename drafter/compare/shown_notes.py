"""Footnotes as paragraphs, so that they can be shown beside each other as paragraphs are."""

from __future__ import annotations

from dataclasses import replace

from drafter.compare.notes import in_cue_order
from drafter.model import Comparison, Kind, Paragraph, Resolution, note_numbers

NOTES = "NOTES"
"""Section of the paragraphs that footnotes are shown as; their ids are those of the notes."""


def with_notes(comparison: Comparison) -> Comparison:
    """The comparison with the footnotes of both texts as paragraphs behind the others."""
    old, new = (
        replace(text, paragraphs=(*text.paragraphs, *_paragraphs(text)))
        for text in (comparison.old, comparison.new)
    )
    return Comparison(old, new, comparison.rows)


def notes_only(comparison: Comparison) -> Comparison:
    """The comparison of the footnotes alone, as paragraphs."""
    old, new = (
        Resolution(_paragraphs(text), in_cue_order(text))
        for text in (comparison.old, comparison.new)
    )
    here, there = comparison.old.notes_by_id, comparison.new.notes_by_id
    rows = [
        row
        for row in comparison.rows
        if any(key in here for key in row.old) or any(key in there for key in row.new)
    ]
    return Comparison(old, new, tuple(rows))


def _paragraphs(text: Resolution) -> tuple[Paragraph, ...]:
    numbers = note_numbers(text)
    return tuple(
        Paragraph(note.id, Kind.PLAIN, note.text, 0, NOTES, f"{numbers[note.id]}.")
        for note in in_cue_order(text)
    )
