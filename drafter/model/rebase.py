"""A pending change carried along through an accepted one, or dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from drafter.model.changes import (
    AddNote,
    Change,
    DeleteParagraph,
    Group,
    InsertParagraph,
    JoinParagraphs,
    MoveParagraph,
    RemoveNote,
    ReplaceText,
    SetAttribute,
    SetEmphasis,
    SetMasthead,
    SplitParagraph,
)


def rebase(change: Change, over: Change) -> Change | None:
    """A pending change carried along through an accepted one.

    Both were made for the same resolution; the result fits the one after ``over``. None where the
    two touch the same thing.
    """
    if isinstance(over, Group):
        carried: Change | None = change
        for part in over.changes:
            carried = rebase(carried, part) if carried is not None else None
        return carried
    if isinstance(change, Group):
        return _rebase_group(change, over)
    match change, over:
        case ReplaceText(), ReplaceText() if change.target == over.target:
            # Side by side they do not touch, unless cues stand where they meet.
            apart = 0 if _has_cues(change) or _has_cues(over) else 1
            if change.end < over.start + apart and (change.end, change.start) != (over.start,) * 2:
                return change
            if over.end < change.start + apart and (over.end, over.start) != (change.start,) * 2:
                return replace(change, start=change.start + len(over.after) - len(over.before))
            return None
        case ReplaceText(target=target), (SplitParagraph(paragraph=paragraph_id, at=at)) if (
            target == paragraph_id
        ):
            second = over.second.id
            if change.end <= at and change.start < at:
                return change
            if change.start >= at:
                return replace(change, target=second, start=change.start - at)
            return None
        case ReplaceText(target=target), JoinParagraphs() if target == over.second.id:
            return replace(change, target=over.paragraph, start=change.start + over.at)
        case (ReplaceText() | SetEmphasis(), ReplaceText() | SetEmphasis()):
            return change if change.target != over.target else None
        case (AddNote() | RemoveNote(), AddNote() | RemoveNote()):
            shift = 1 if isinstance(over, AddNote) else -1
            if change.note.id == over.note.id:
                return None
            return (
                change if change.index < over.index else replace(change, index=change.index + shift)
            )
        case _:
            return None if _touched(change) & _touched(over) else change


def _has_cues(change: ReplaceText) -> bool:
    return bool(change.before.cues or change.after.cues)


def _rebase_group(group: Group, over: Change) -> Change | None:
    parts: list[Change] = []
    for part in group.changes:
        carried = rebase(part, over)
        if carried is None:
            return None
        parts.append(carried)
        moved = rebase(over, part)
        if moved is None:
            return None
        over = moved
    return Group(tuple(parts))


def _touched(change: Change) -> set[object]:
    """What a change stands on or alters: two that share one of these cannot be carried along."""
    match change:
        case ReplaceText(target=target) | SetEmphasis(target=target):
            return {("text", target)}
        case InsertParagraph(after, paragraph):
            return {("behind", after), ("id", paragraph.id)}
        case DeleteParagraph(after, paragraph):
            i = paragraph.id
            return {("behind", after), ("behind", i), ("text", i), ("id", i)} | _attributes(i)
        case MoveParagraph(paragraph_id, before, after):
            return {("behind", before), ("behind", after), ("behind", paragraph_id)}
        case SplitParagraph(paragraph_id, _, second) | JoinParagraphs(paragraph_id, _, second):
            i = second.id
            ends: set[object] = {("behind", paragraph_id), ("behind", i), ("id", i)}
            return ends | {("text", paragraph_id), ("text", i)} | _attributes(i)
        case SetAttribute(paragraph=paragraph_id, name=name):
            return {(name, paragraph_id)}
        case AddNote(note=note) | RemoveNote(note=note):
            return {("text", note.id)}
        case SetMasthead(field=field):
            return {("masthead", field)}
        case Group(changes):
            return {touched for part in changes for touched in _touched(part)}
        case _:
            assert_never(change)


def _attributes(paragraph_id: str) -> set[object]:
    return {(name, paragraph_id) for name in ("kind", "level", "section", "typed_label")}
