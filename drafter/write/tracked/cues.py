"""Footnotes in a tracked file: which stay, which are made, and the cues that call them.

A note stays while its own reference stays and still is its first cue: Word numbers notes in the
order of their references. One whose reference goes, moves, is new or comes to stand behind another
cue gets an id that was never used; its first cue becomes the reference, every further one a NOTEREF
field.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from drafter.model import Comparison, note_numbers
from drafter.ooxml.blocks import Document
from drafter.ooxml.inline import note_field, reference_run, text_runs
from drafter.ooxml.names import Element, local, w
from drafter.ooxml.notes import Notes
from drafter.ooxml.strip import place_behind
from drafter.write.tracked.editing import Writer
from drafter.write.tracked.script import Insert, InsertCue, KeepCue, Script


class Cues:
    """Knows every note of the new text; call it to make a cue."""

    def __init__(
        self, comparison: Comparison, document: Document, notes: Notes, writer: Writer
    ) -> None:
        self._comparison = comparison
        self._document = document
        self._notes = notes
        self._writer = writer
        self._marks = writer.marks
        self.pairs = note_pairs(comparison)
        """Old note by new note, for those that are one."""
        self.kept: set[str] = set()
        """New notes whose reference in the file stays."""
        self.copies: dict[str, str] = {}
        """Key of the copy by new note, for old notes that are called from another place now."""
        self._numbers = note_numbers(comparison.new)
        self._ids: dict[str, str] = {}
        self._bookmarks: dict[str, str] = {}
        self._first: dict[str, tuple[str, int]] = {}
        self._count: dict[str, int] = {}
        for paragraph in comparison.new.paragraphs:
            for i, cue in enumerate(paragraph.text.cues):
                if cue.note is not None:
                    self._first.setdefault(cue.note, (paragraph.id, i))
                    self._count[cue.note] = self._count.get(cue.note, 0) + 1
        self._references = _references(document)
        self._like = next(document.root.iter(w("footnoteReference")), None)

    def old_note(self, note: str | None) -> str | None:
        """The old note that a new one is, as far as its cues may stay where they are."""
        if note is None or note not in self.pairs:
            return None
        return self.pairs[note]

    def kept_note(self, note: str | None) -> str | None:
        """As ``old_note``, but only for notes whose reference stays."""
        return self.old_note(note) if note in self.kept else None

    def find_kept(self, scripts: Iterable[Script], untouched: Iterable[str]) -> None:
        """Work out which references stay: by scripts, or in paragraphs that are not touched."""
        old = self._comparison.old
        staying: set[str] = set()
        for script in scripts:
            for step in script.steps:
                if isinstance(step, KeepCue) and step.note is not None:
                    if self._first.get(step.note) != (script.new[step.new], step.new_index):
                        continue
                    paragraph = script.old[step.old]
                    cues = old.text_of(paragraph).cues
                    note = cues[step.index].note
                    nth = sum(cue.note == note for cue in cues[: step.index])
                    if self._is_reference(paragraph, note, nth):
                        self.kept.add(step.note)
        staying.update(untouched)
        back = {o: n for n, o in self.pairs.items()}
        for paragraph in staying:
            for cue in old.text_of(paragraph).cues:
                if cue.note in back and self._is_reference(paragraph, cue.note, None):
                    self.kept.add(back[cue.note])

    def _is_reference(self, paragraph: str, note: str | None, nth: int | None) -> bool:
        source = self._comparison.old.source
        key = self.key(note)
        if source is None or key is None or key not in self._references:
            return False
        block, order = self._references[key]
        blocks = {span.block for span in source.spans.get(paragraph, ())}
        table = {b.key: t for t in blocks if t in self._document.tables
                 for b in self._document.tables[t].blocks()}  # fmt: skip
        return (block in blocks and nth in (None, order)) or (nth is None and block in table)

    def key(self, note: str | None) -> str | None:
        """Key in the file of an old note."""
        source = self._comparison.old.source
        if note is None or source is None:
            return None
        spans = source.spans.get(note, ())
        return spans[0].block if spans else None

    def __call__(self, step: InsertCue, script: Script) -> list[Element]:
        """The elements of a new cue, marked as inserted."""
        note = step.cue.note
        if note is None or note not in self._comparison.new.notes_by_id:
            return self._typed(step.cue.typed)
        styles = self._document.styles
        like = self._like.getparent() if self._like is not None else None
        if note in self.kept:
            name = self._bookmark_of_kept(note)
            return self._marked(note_field(name, str(self._numbers[note]), like, styles))
        first = self._first.get(note) == (script.new[step.new], step.index)
        if not first:
            name = self._bookmarks.setdefault(note, self._bookmark_name(note))
            return self._marked(note_field(name, str(self._numbers[note]), like, styles))
        run = reference_run(self._made(note), like, styles)
        marked = self._marked([run])
        if self._count.get(note, 0) > 1:
            name = self._bookmarks.setdefault(note, self._bookmark_name(note))
            start, end = self._bookmark(name)
            return [start, *marked, end]
        return marked

    def _made(self, note: str) -> str:
        """w:id of a note that is made for the new text."""
        if note not in self._ids:
            old = self.pairs.get(note)
            key = self.key(old)
            copied = self._notes.copy(key, self._marks) if key is not None else None
            if copied is None:
                text = self._comparison.new.notes_by_id[note].text
                near, style = self._notes.neighbour(), self._notes.paragraph_style
                inside = self._writer.words(Insert(text), near, style, note)
                copied = self._notes.add(inside, self._marks)
            else:
                self.copies[note] = f"n{copied}"
            self._ids[note] = copied
        return self._ids[note]

    def renumber_fields(self) -> None:
        """Track the new number in NOTEREF fields that stay and whose note has another now."""
        old_numbers = note_numbers(self._comparison.old)
        now = {
            key: (str(old_numbers[old]), str(self._numbers[new]))
            for new, old in self.pairs.items()
            if new in self.kept and (key := self.key(old)) is not None
        }
        for block in self._document.blocks.values():
            for atom in block.atoms:
                if atom.kind == "cue" and local(atom.node) == "r" and atom.note in now:
                    before, after = now[atom.note]
                    if before != after and (atom.typed or "").strip() == before:
                        self._renumber_field(atom.runs, before, after)

    def _renumber_field(self, runs: list[Element], before: str, after: str) -> None:
        for run in runs:
            text = run.find(w("t"))
            parent = run.getparent()
            if text is None or (text.text or "").strip() != before or parent is None:
                continue
            if any(local(a) in ("del", "moveFrom") for a in run.iterancestors()):
                return
            new = deepcopy(run)
            shown = new.find(w("t"))
            if shown is not None:
                shown.text = after
            mark = self._marks.wrap([run], "del")
            inserted = self._marks.element("ins")
            inserted.append(new)
            place_behind(mark, self._marks).addnext(inserted)
            return

    def _typed(self, mark: str | None) -> list[Element]:
        if not mark:
            return []
        runs = text_runs(mark, (), None, None, self._document.styles)
        for run in runs:
            properties = run.find(w("rPr"))
            if properties is None:
                properties = etree.Element(w("rPr"))
                run.insert(0, properties)
            etree.SubElement(properties, w("vertAlign"), {w("val"): "superscript"})
        return self._marked(runs)

    def _marked(self, runs: list[Element]) -> list[Element]:
        mark = self._marks.element("ins")
        mark.extend(runs)
        return [mark]

    def _bookmark_name(self, note: str) -> str:
        taken = {e.get(w("name")) for e in self._document.root.iter(w("bookmarkStart"))}
        taken |= set(self._bookmarks.values())
        number = 900_000_000
        while f"_Ref{number}" in taken:
            number += 1
        return f"_Ref{number}"

    def _bookmark(self, name: str) -> tuple[Element, Element]:
        bookmark_id = self._marks.new_id()
        start = etree.Element(w("bookmarkStart"), {w("id"): bookmark_id, w("name"): name})
        return start, etree.Element(w("bookmarkEnd"), {w("id"): bookmark_id})

    def _bookmark_of_kept(self, note: str) -> str:
        """The bookmark around the reference of a note that stays, made where there is none."""
        if note in self._bookmarks:
            return self._bookmarks[note]
        key = self.key(self.pairs.get(note)) or ""
        references = self._document.root.iter(w("footnoteReference"))
        reference = next((e for e in references if f"n{e.get(w('id'))}" == key), None)
        run = reference.getparent() if reference is not None else None
        own = _own_bookmark(run)
        name = self._bookmarks[note] = own or self._bookmark_name(note)
        if run is not None and own is None:
            start, end = self._bookmark(name)
            run.addprevious(start)
            run.addnext(end)
        return name


def _own_bookmark(run: Element | None) -> str | None:
    """The bookmark that begins at the run of a reference: one that begins before may come to hold
    another note first."""
    parent = run.getparent() if run is not None else None
    if run is not None and parent is not None and local(parent) == "ins" and parent[0] is run:
        run = parent
    before = run.getprevious() if run is not None else None
    marks = before is not None and local(before) == "bookmarkStart"
    return before.get(w("name")) if before is not None and marks else None


def note_pairs(comparison: Comparison) -> dict[str, str]:
    """Old footnote by new one, where the comparison says that they are one."""
    return {
        row.new[0]: row.old[0]
        for row in comparison.rows
        if row.old
        and row.new
        and row.new[0] in comparison.new.notes_by_id
        and row.old[0] in comparison.old.notes_by_id
    }


def _references(document: Document) -> dict[str, tuple[str, int]]:
    """By key of a note: the block of its reference, and which of the block's cues of it it is."""
    found: dict[str, tuple[str, int]] = {}
    for block in document.blocks.values():
        seen: dict[str, int] = {}
        for atom in block.atoms:
            if atom.kind == "cue" and atom.note is not None:
                order = seen.get(atom.note, 0)
                seen[atom.note] = order + 1
                if local(atom.node) in ("footnoteReference", "endnoteReference"):
                    found.setdefault(atom.note, (block.key, order))
    return found
