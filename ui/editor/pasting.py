"""Copying, pasting and dragging words within and between drafts. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.edit import structure
from drafter.model import (
    AddNote,
    Cue,
    Footnote,
    InsertParagraph,
    Kind,
    Paragraph,
    Resolution,
    Text,
)
from ui.editor.commands import Caret, Selection, Step, Steps, from_to, put_in
from ui.editor.mapping import Place, beginning, between, end


@dataclass(frozen=True, slots=True)
class Clip:
    """What lies on the clipboard."""

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Footnote, ...] = ()
    kinds_known: bool = False
    """False for text of other programs: it becomes what stands where it is pasted."""


def copied(resolution: Resolution, selection: Selection) -> Clip:
    """What is selected, with the notes it cites."""
    (first, start), (last, stop) = selection.start, selection.end
    if not resolution.paragraphs:
        return Clip(())
    chosen = from_to(resolution, first, last)
    cut: list[Paragraph] = []
    for paragraph in chosen:
        a = start if paragraph.id == first else beginning()
        b = stop if paragraph.id == last else end(paragraph.text)
        cut.append(replace(paragraph, text=between(paragraph.text, a, b)))
    cited = {cue.note for p in cut for cue in p.text.cues}
    notes = tuple(note for note in resolution.notes if note.id in cited)
    return Clip(tuple(cut), notes, kinds_known=True)


def paste(resolution: Resolution, selection: Selection, clip: Clip) -> Step | None:
    """Put what is on the clipboard in the place of what is selected."""
    if not clip.paragraphs:
        return None
    if not resolution.paragraphs:
        steps = Steps(resolution)
        return _paste_into_nothing(steps, clip)
    if resolution.paragraph(selection.start[0]).kind is Kind.OPAQUE:
        return None
    steps = Steps(resolution)
    caret = selection.start
    if selection.start != selection.end:
        caret = put_in(steps, selection, Text())
    return _paste(steps, caret, clip)


def _paste(steps: Steps, caret: Caret, clip: Clip) -> Step | None:
    here = steps.now.paragraph(caret[0])
    paragraphs = _taken_in(steps, clip)
    if not clip.kinds_known:
        kind = Kind.PLAIN if here.kind is Kind.OPAQUE else here.kind
        paragraphs = [replace(p, kind=kind, level=here.level) for p in paragraphs]
    if len(paragraphs) == 1:
        caret = put_in(steps, Selection(caret, caret), paragraphs[0].text)
        return steps.step(caret)
    i = steps.now.positions[here.id]
    place = (here.id, caret[1].offset)
    steps.do(structure.insert_paragraphs(steps.now, place, paragraphs))
    last = steps.now.paragraphs[i + len(paragraphs) - 1]
    return steps.step((last.id, end(last.text)))


def _paste_into_nothing(steps: Steps, clip: Clip) -> Step | None:
    behind: str | None = None
    caret: Caret = ("", beginning())
    for paragraph in _taken_in(steps, clip):
        fresh = replace(
            paragraph, id=steps.now.fresh_id("p"), section="", origin=None, typed_label=None
        )
        steps.do(InsertParagraph(behind, fresh))
        behind, caret = fresh.id, (fresh.id, end(fresh.text))
    return steps.step(caret)


def _taken_in(steps: Steps, clip: Clip) -> list[Paragraph]:
    """The paragraphs, their cues naming notes of this draft; notes it has not are added."""
    names: dict[str, str] = {}
    for note in clip.notes:
        there = steps.now.notes_by_id.get(note.id)
        if there is not None and there.text == note.text:
            names[note.id] = note.id
            continue
        taken = note.id in steps.now.positions or there is not None
        fresh = replace(note, id=steps.now.fresh_id("n")) if taken else note
        names[note.id] = fresh.id
        steps.do(AddNote(len(steps.now.notes), fresh))

    def named(cue: Cue) -> Cue:
        return replace(cue, note=names.get(cue.note) if cue.note else None)

    return [
        replace(p, text=replace(p.text, cues=tuple(map(named, p.text.cues))))
        for p in clip.paragraphs
    ]


def move_words(resolution: Resolution, selection: Selection, to: Caret) -> Step | None:
    """Drag what is selected to another place."""
    if not resolution.paragraphs or selection.start == selection.end:
        return None
    if resolution.paragraph(selection.start[0]).kind is Kind.OPAQUE:
        return None
    order = resolution.positions

    def key(caret: Caret) -> tuple[int, Place]:
        return order[caret[0]], caret[1]

    if key(selection.start) <= key(to) <= key(selection.end):
        return None
    clip = copied(resolution, selection)
    steps = Steps(resolution)
    caret = put_in(steps, selection, Text())
    (_, stop), (target, at) = selection.end, to
    if target == selection.end[0] and key(to) > key(selection.end):
        same = at.offset == stop.offset
        cues = caret[1].cues + at.cues - stop.cues if same else at.cues
        to = caret[0], Place(caret[1].offset + at.offset - stop.offset, cues)
    if to[0] not in steps.now.positions or steps.now.paragraph(to[0]).kind is Kind.OPAQUE:
        return None
    return _paste(steps, to, clip)
