"""One state of a draft made into another, as one Change: what restoring a version does."""

from __future__ import annotations

from dataclasses import fields
from typing import cast

from drafter.edit.steps import Steps
from drafter.model import (
    AddNote,
    Change,
    DeleteParagraph,
    InsertParagraph,
    MoveParagraph,
    Paragraph,
    RemoveNote,
    ReplaceText,
    Resolution,
    SetAttribute,
    SetEmphasis,
    SetMasthead,
    Text,
)
from drafter.model.changes import AttributeName
from drafter.model.resolution import MastheadField

_ATTRIBUTES: tuple[AttributeName, ...] = ("kind", "level", "section", "typed_label")


def become(now: Resolution, wanted: Resolution) -> Change | None:
    """The change after which ``now`` equals ``wanted``; None where it does already.

    What is the same in both is left alone, so that suggestions and findings on it stay.
    """
    steps = Steps(now)
    for field in fields(wanted.masthead):
        name = cast(MastheadField, field.name)
        before, after = getattr(now.masthead, name), getattr(wanted.masthead, name)
        if before != after:
            steps.do(SetMasthead(name, before, after))
    _notes(steps, wanted)
    _paragraphs(steps, wanted)
    return steps.change()


def replacement(target: str, old: Text, new: Text) -> ReplaceText | SetEmphasis | None:
    """The smallest change that makes ``old`` into ``new``, or None where they are the same."""
    if old == new:
        return None
    if (old.string, old.cues) == (new.string, new.cues):
        return SetEmphasis(target, old.emphasis, new.emphasis)
    size = min(len(old), len(new))
    start = 0
    while start < size and old.string[start] == new.string[start]:
        start += 1
    same = 0
    while same < size - start and old.string[-1 - same] == new.string[-1 - same]:
        same += 1
    # Cues and emphasis at the edges may need a character more on either side.
    for left, right in ((0, 0), (1, 0), (0, 1), (1, 1)):
        if left > start or right > same:
            continue
        a, b, c = start - left, len(old) - same + right, len(new) - same + right
        before = old.slice(a, b) if b > a else Text()
        after = new.slice(a, c) if c > a else Text()
        if old.swap(a, before, after) == new:
            return ReplaceText(target, a, before, after)
    return ReplaceText(target, 0, old, new)


def _notes(steps: Steps, wanted: Resolution) -> None:
    for note in steps.now.notes:
        if note.id not in wanted.notes_by_id:
            steps.do(RemoveNote(steps.now.notes.index(note), note))
    for index, note in enumerate(wanted.notes):
        there = steps.now.notes_by_id.get(note.id)
        if there is None:
            steps.do(AddNote(index, note))
            continue
        at = steps.now.notes.index(there)
        if at != index:
            steps.do(RemoveNote(at, there))
            steps.do(AddNote(index, there))
        change = replacement(note.id, there.text, note.text)
        if change is not None:
            steps.do(change)


def _paragraphs(steps: Steps, wanted: Resolution) -> None:
    def same(paragraph: Paragraph) -> bool:
        there = paragraph.id in wanted.positions
        return there and wanted.paragraph(paragraph.id).origin == paragraph.origin

    for paragraph in steps.now.paragraphs:
        if not same(paragraph):
            steps.do(DeleteParagraph(_before(steps.now, paragraph.id), paragraph))
    behind: str | None = None
    for paragraph in wanted.paragraphs:
        if paragraph.id not in steps.now.positions:
            steps.do(InsertParagraph(behind, paragraph))
        elif _before(steps.now, paragraph.id) != behind:
            steps.do(MoveParagraph(paragraph.id, _before(steps.now, paragraph.id), behind))
        behind = paragraph.id
        there = steps.now.paragraph(paragraph.id)
        for name in _ATTRIBUTES:
            if getattr(there, name) != getattr(paragraph, name):
                steps.do(
                    SetAttribute(there.id, name, getattr(there, name), getattr(paragraph, name))
                )
        change = replacement(there.id, there.text, paragraph.text)
        if change is not None:
            steps.do(change)


def _before(resolution: Resolution, paragraph_id: str) -> str | None:
    i = resolution.positions[paragraph_id]
    return resolution.paragraphs[i - 1].id if i else None
