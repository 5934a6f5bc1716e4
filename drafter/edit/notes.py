"""Footnote commands: insert, cite again, delete. Numbers follow from the order of cues."""

from __future__ import annotations

from drafter.edit.structure import Position, insert_text
from drafter.model import (
    AddNote,
    Change,
    Cue,
    Footnote,
    Group,
    RemoveNote,
    ReplaceText,
    Resolution,
    Text,
)


def insert_note(resolution: Resolution, place: Position, text: Text) -> Change:
    """A new footnote with its cue at a place."""
    note = Footnote(resolution.fresh_id("n"), text)
    return Group((AddNote(len(resolution.notes), note), cite_again(resolution, place, note.id)))


def cite_again(resolution: Resolution, place: Position, note_id: str) -> Change:
    """A further cue of a footnote at a place."""
    return insert_text(resolution, place, Text("", (), (Cue(0, note_id),)))


def delete_cue(resolution: Resolution, paragraph_id: str, index: int) -> Change:
    """Delete the ``index``-th cue of a paragraph, and its footnote where that was the last cue."""
    text = resolution.paragraph(paragraph_id).text
    gone = text.cues[index]
    kept = Text(text.string, text.emphasis, (*text.cues[:index], *text.cues[index + 1 :]))
    change = ReplaceText(paragraph_id, 0, text, kept)
    cues = [cue for p in resolution.paragraphs for cue in p.text.cues if cue.note == gone.note]
    if gone.note is None or gone.note not in resolution.notes_by_id or len(cues) > 1:
        return change
    return Group((change, _removed(resolution, gone.note)))


def delete_note(resolution: Resolution, note_id: str) -> Change:
    """Delete a footnote with all its cues."""
    changes: list[Change] = []
    for paragraph in resolution.paragraphs:
        text = paragraph.text
        kept = tuple(cue for cue in text.cues if cue.note != note_id)
        if len(kept) < len(text.cues):
            changes.append(
                ReplaceText(paragraph.id, 0, text, Text(text.string, text.emphasis, kept))
            )
    return Group((*changes, _removed(resolution, note_id)))


def note_at(resolution: Resolution, paragraph_id: str, at: int) -> str | None:
    """The note of the cue nearest before a place of a paragraph, else of the next behind it."""
    if paragraph_id not in resolution.positions:
        return None
    known = [
        (cue.at, cue.note)
        for cue in resolution.paragraph(paragraph_id).text.cues
        if cue.note in resolution.notes_by_id
    ]
    before = [note for offset, note in known if offset <= at]
    behind = [note for offset, note in known if offset > at]
    return before[-1] if before else behind[0] if behind else None


def removed_notes(change: Change) -> tuple[str, ...]:
    """Ids of the footnotes that a change takes away."""
    if isinstance(change, RemoveNote):
        return (change.note.id,)
    if isinstance(change, Group):
        gone = [note for part in change.changes for note in removed_notes(part)]
        come = {note for part in change.changes for note in _added(part)}
        return tuple(note for note in gone if note not in come)
    return ()


def _added(change: Change) -> tuple[str, ...]:
    if isinstance(change, AddNote):
        return (change.note.id,)
    if isinstance(change, Group):
        return tuple(note for part in change.changes for note in _added(part))
    return ()


def _removed(resolution: Resolution, note_id: str) -> RemoveNote:
    ids = [note.id for note in resolution.notes]
    index = ids.index(note_id)
    return RemoveNote(index, resolution.notes[index])
