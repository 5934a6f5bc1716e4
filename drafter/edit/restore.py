"""Putting last cycle's words back: for a whole row of a comparison, or for one change in it.

The comparison's new text is the draft; every function gives the one Change that does it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.edit.steps import Steps
from drafter.model import (
    AddNote,
    Change,
    Comparison,
    Cue,
    DeleteParagraph,
    InsertParagraph,
    MoveParagraph,
    ReplaceText,
    Resolution,
    Row,
    SetAttribute,
    SetMasthead,
    Text,
)


@dataclass(frozen=True, slots=True)
class Hunk:
    """One change of words: [old_start, old_end) became [new_start, new_end), in code points of
    the row's paragraphs joined by line feeds."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def hunks(row: Row) -> list[Hunk]:
    """The changes of a row's words, those that follow from order too."""
    found: list[Hunk] = []
    a = b = a0 = b0 = 0
    for piece in (*row.words, None):
        if piece is None or piece.op == "=":
            if (a, b) != (a0, b0):
                found.append(Hunk(a0, a, b0, b))
            size = len(piece.text) if piece else 0
            a, b = a + size, b + size
            a0, b0 = a, b
        elif piece.op == "-":
            a += len(piece.text)
        else:
            b += len(piece.text)
    return found


def restore_words(comparison: Comparison, paragraph_id: str, offset: int) -> Change | None:
    """Put the old words back for the change at an offset of a draft paragraph, or for the nearest
    one in it. None where nothing changed there."""
    row = comparison.by_new.get(paragraph_id)
    if row is None or not row.old:
        return None
    new = comparison.new
    start = 0
    for key in row.new:
        if key == paragraph_id:
            break
        start += len(new.text_of(key)) + 1
    size = len(new.text_of(paragraph_id))
    here = [h for h in hunks(row) if h.new_end >= start and h.new_start <= start + size]
    if not here:
        return None
    at = start + offset
    hunk = min(here, key=lambda h: max(h.new_start - at, at - h.new_end, 0))
    old = _joined(comparison.old, row.old).slice(hunk.old_start, hunk.old_end)
    outside = hunk.new_start < start or hunk.new_end > start + size
    if outside or "\n" in old.string:
        return restore_row(comparison, row)
    steps = _Steps(comparison)
    first, last = hunk.new_start - start, hunk.new_end - start
    steps.put(paragraph_id, first, last, old if hunk.old_end > hunk.old_start else Text())
    return steps.change()


def restore_row(comparison: Comparison, row: Row) -> Change | None:
    """Put back what a row's paragraphs (note, masthead field) were in the old text: words, place,
    kind; what is new is deleted, what was deleted comes back. None where nothing changed."""
    keys = row.old or row.new
    if keys[0].startswith("masthead."):
        return _field(comparison, keys[0])
    old, steps = comparison.old, _Steps(comparison)
    if keys[0] in old.notes_by_id or keys[0] in comparison.new.notes_by_id:
        if row.old and row.new:
            steps.rewrite(row.new[0], old.text_of(row.old[0]))
        return steps.change()
    for key in row.new[len(row.old) :]:
        steps.delete(key)
    for key, was in zip(row.new, row.old, strict=False):
        steps.rewrite(key, old.text_of(was))
        steps.dress(key, was)
        if row.moved:
            steps.move(key, was)
    for was in row.old[len(row.new) :]:
        steps.insert(was)
    return steps.change()


def _field(comparison: Comparison, key: str) -> Change | None:
    name = key.removeprefix("masthead.")
    was, now = (getattr(text.masthead, name) for text in (comparison.old, comparison.new))
    if was == now:
        return None
    return SetMasthead(name, now, was)  # pyright: ignore[reportArgumentType]


class _Steps(Steps):
    """Steps back to the old text."""

    def __init__(self, comparison: Comparison) -> None:
        super().__init__(comparison.new)
        self._comparison = comparison
        self._became: dict[str, str] = {}

    def change(self) -> Change | None:
        """All steps; a footnote that only the draft called goes with its cue."""
        self.drop_orphans()
        return super().change()

    def put(self, key: str, start: int, end: int, text: Text) -> None:
        """Old text in the place of a stretch of the draft."""
        here = self.now.text_of(key)
        after = self._cited(text)
        before = here.slice(start, end) if end > start else Text()
        if before != after:
            self.do(ReplaceText(key, start, before, after))

    def rewrite(self, key: str, text: Text) -> None:
        """Old text in the place of a whole one."""
        here = self.now.text_of(key)
        after = self._cited(text)
        if here != after:
            self.do(ReplaceText(key, 0, here, after))

    def dress(self, key: str, was: str) -> None:
        """Old kind and level."""
        here, old = self.now.paragraph(key), self._comparison.old.paragraph(was)
        if here.kind != old.kind:
            self.do(SetAttribute(key, "kind", here.kind, old.kind))
        if here.level != old.level:
            self.do(SetAttribute(key, "level", here.level, old.level))

    def delete(self, key: str) -> None:
        i = self.now.positions[key]
        before = self.now.paragraphs[i - 1].id if i else None
        self.do(DeleteParagraph(before, self.now.paragraphs[i]))

    def insert(self, was: str) -> None:
        """A deleted paragraph, behind what stood before it."""
        old = self._comparison.old.paragraph(was)
        free = was not in self.now.positions and was not in self.now.notes_by_id
        key = was if free else self.now.fresh_id("p")
        text = self._cited(old.text)
        self.do(InsertParagraph(self._behind(was), replace(old, id=key, text=text, origin=was)))
        self._became[was] = key

    def move(self, key: str, was: str) -> None:
        i = self.now.positions[key]
        before = self.now.paragraphs[i - 1].id if i else None
        after = self._behind(was, besides=key)
        if after != before:
            self.do(MoveParagraph(key, before, after))

    def _behind(self, was: str, besides: str = "") -> str | None:
        """The draft's paragraph that a place in the old text is behind."""
        old, known = self._comparison.old, self._comparison.by_old
        for i in range(old.positions[was] - 1, -1, -1):
            key = old.paragraphs[i].id
            row = known.get(key)
            ids = (self._became[key],) if key in self._became else row.new if row else ()
            there = [k for k in ids if k in self.now.positions and k != besides]
            if there:
                return max(there, key=self.now.positions.__getitem__)
        return None

    def _cited(self, text: Text) -> Text:
        """The text with its cues on the draft's notes; a note that is gone comes back."""
        return replace(text, cues=tuple(self._cue(cue) for cue in text.cues))

    def _cue(self, cue: Cue) -> Cue:
        old = self._comparison.old
        if cue.note is None or cue.note not in old.notes_by_id:
            return cue
        if cue.note not in self._became:
            row = self._comparison.by_old.get(cue.note)
            there = [k for k in (row.new if row else ()) if k in self.now.notes_by_id]
            self._became[cue.note] = there[0] if there else self._returned(cue.note)
        return replace(cue, note=self._became[cue.note])

    def _returned(self, note_id: str) -> str:
        note = self._comparison.old.notes_by_id[note_id]
        taken = note_id in self.now.notes_by_id or note_id in self.now.positions
        key = self.now.fresh_id("n") if taken else note_id
        self.do(AddNote(len(self.now.notes), replace(note, id=key)))
        return key


def _joined(text: Resolution, ids: tuple[str, ...]) -> Text:
    found = text.text_of(ids[0])
    for key in ids[1:]:
        found = found + Text("\n") + text.text_of(key)
    return found
