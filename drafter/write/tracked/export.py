"""The file that can be submitted: last cycle's official Word file, every change in Track Changes.

The package that the old text was read from is edited in place; every part that needs no change
stays byte for byte. Old and new text never share a footnote id.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Literal

from drafter.errors import UnwritableFile
from drafter.files import write_bytes
from drafter.model import Comparison, Paragraph, Source, Text
from drafter.ooxml.atoms import note_key
from drafter.ooxml.blocks import Document
from drafter.ooxml.macros import without_macros
from drafter.ooxml.names import Element, local, w
from drafter.ooxml.notes import NOTES_PART, Notes, Relations
from drafter.ooxml.package import Package
from drafter.ooxml.revisions import Marks, paragraph_properties, plain_properties
from drafter.ooxml.simple_fields import open_simple_fields
from drafter.write.docx import WriteReport
from drafter.write.form import agenda_line, session_line
from drafter.write.tracked.arranging import Arranger
from drafter.write.tracked.cues import Cues
from drafter.write.tracked.editing import Edit, Writer
from drafter.write.tracked.first_note import retype_before_first_note
from drafter.write.tracked.forms import without_list
from drafter.write.tracked.labels import Labels, difference
from drafter.write.tracked.links import CitationLinks, links_citations
from drafter.write.tracked.paragraphs import delete_block
from drafter.write.tracked.places import Place
from drafter.write.tracked.script import Delete, Insert, Keep, Script, Step, script_of
from drafter.write.tracked.site import Site
from drafter.write.tracked.tables import Tables
from drafter.write.tracked.units import Unit, scripts, units

Moves = Literal["move", "delete"]
_ID = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo|bookmarkStart|[rp]PrChange)\b[^>]*w:id=\"(\d+)\"")


def tracked_bytes(
    comparison: Comparison,
    *,
    author: str,
    date: dt.datetime | None = None,
    moves: Moves = "move",
    renumber: bool = True,
) -> bytes:
    """``build_tracked`` without its report."""
    return build_tracked(comparison, author=author, date=date, moves=moves, renumber=renumber)[0]


def build_tracked(
    comparison: Comparison,
    *,
    author: str,
    date: dt.datetime | None = None,
    moves: Moves = "move",
    renumber: bool = True,
) -> tuple[bytes, WriteReport]:
    """The old text's Word file in which accepting all changes gives the new text.

    The report says in sentences what could not be carried.

    ``moves``: "move" as Word's own moves, "delete" as deletion and insertion. ``renumber``: typed
    numbers follow the order, each change tracked; else none changes and what is inserted is
    numbered *bis*, *ter*. Raises UnwritableFile where the old text was not read from a Word file.
    """
    source = comparison.old.source
    if source is None or not source.data.startswith(b"PK"):
        raise UnwritableFile(
            "Changes can only be tracked in the Word file of the earlier text; open that file "
            "(.docx), or write the earlier text as a Word file first."
        )
    export = _Export(comparison, source, author, date, moves == "move", renumber)
    return export.bytes(), WriteReport(tuple(export.sentences()))


def write_tracked(
    comparison: Comparison,
    path: str | Path,
    *,
    author: str,
    date: dt.datetime | None = None,
    moves: Moves = "move",
    renumber: bool = True,
) -> WriteReport:
    """``build_tracked`` written whole or not at all; UnwritableFile in one sentence."""
    data, report = build_tracked(
        comparison, author=author, date=date, moves=moves, renumber=renumber
    )
    write_bytes(path, data)
    return report


class _Export:
    def __init__(
        self,
        comparison: Comparison,
        source: Source,
        author: str,
        date: dt.datetime | None,
        moves: bool,
        renumber: bool,
    ) -> None:
        self._comparison = comparison
        self._package = Package(source.data)
        view = "original" if source.view == "original" else "final"
        self._document = document = Document(self._package, view)
        self._site = Site(comparison, source, document)
        self._notes, self._endnotes = Notes(document), Notes(document, "endnotes")
        self._marks = Marks(self._roots(), author, date, self._ids_elsewhere())
        self._relations = Relations(self._package, document.part)
        self._note_relations = Relations(self._package, self._notes.part or NOTES_PART)
        linked = links_citations(self._package, document.part, self._notes.part)
        self._writer, self._note_writer = (
            Writer(
                self._marks, document.styles, CitationLinks(comparison.new, r) if linked else None
            )
            for r in (self._relations, self._note_relations)
        )
        self._cues = Cues(comparison, document, self._notes, self._note_writer)
        self._tables = Tables(self._site, self._package, self._relations, self._marks, self._cues)
        found = units(comparison, self._site.placed, self._site.joinable, self._cues.old_note)
        self._units = [unit for unit in found if not self._tables.redrawn(unit)]
        kept = {n: u.old[0] for u in self._units for n in u.new[:1]}
        self._labels = Labels(comparison.old, comparison.new, kept, renumber=renumber)
        self._moves = moves
        self._ends: dict[str, Element] = {}

    def _roots(self) -> list[Element]:
        roots = (self._document.root, self._notes.root, self._endnotes.root)
        return [root for root in roots if root is not None]

    def _ids_elsewhere(self) -> set[str]:
        """Ids of revisions in headers, footers, endnotes and comments."""
        own = {self._document.part, self._notes.part}
        return {
            match.decode()
            for name in self._package.names
            if name.startswith("word/") and name.endswith(".xml") and name not in own
            for match in _ID.findall(self._package.read(name))
        }

    def sentences(self) -> list[str]:
        """What could not be carried."""
        new = self._comparison.new
        called = {cue.note for paragraph in new.paragraphs for cue in paragraph.text.cues}
        lost = [note.text.string for note in new.notes if note.id not in called]
        return self._tables.sentences + [
            f"A footnote that nothing in the text calls is not in the tracked file: “{words[:60]}”."
            for words in lost
        ]

    def bytes(self) -> bytes:
        """Everything done, as a package."""
        comparison, site = self._comparison, self._site
        staying = [u for u in self._units if u.fate == "stay"]
        opaque = [u for u in staying if site.opaque(u)]
        plain = [u for u in staying if not site.opaque(u)]
        first = scripts(comparison, plain, self._cues.old_note)
        left = [i for u in self._units if site.opaque(u) for i in u.old]
        self._cues.find_kept(first.values(), left)
        called = [u for u in plain if self._loses(first[u.new[0]])]
        final = {**first, **scripts(comparison, called, self._cues.kept_note)}
        arranger = Arranger(
            site, self._units, self._writer, self._cues, self._labels, self._tables,
            moves=self._moves,
        )  # fmt: skip
        for unit in plain:
            self._stay(unit, final[unit.new[0]])
        for unit in opaque:
            element = site.last_element(unit.old[0])
            if element is not None:
                self._ends[unit.new[0]] = element
        arranger.run(self._ends)
        retype_before_first_note(self._document.root, self._marks)
        self._masthead()
        self._note_texts()
        self._cues.renumber_fields()
        self._notes.settle()
        for root in self._roots():
            open_simple_fields(root, self._marks)
        self._marks.part_formatting(self._roots())
        relation = self._notes.relation()
        if relation is not None:
            self._relations.add(*relation)
        parts = {
            self._document.part: self._package.written(self._document.part, self._document.root),
            **self._notes.parts(),
            **self._endnotes.parts(),
            **self._tables.parts(),
            **self._relations.parts(),
            **self._note_relations.parts(),
        }
        return self._package.with_parts(without_macros(self._package, parts))

    def _loses(self, script: Script) -> bool:
        """Whether a cue may have been matched whose note's reference does not stay after all."""
        cues = (cue for i in script.new for cue in self._comparison.new.text_of(i).cues)
        return any(self._cues.old_note(cue.note) != self._cues.kept_note(cue.note) for cue in cues)

    def _stay(self, unit: Unit, script: Script) -> None:
        old, new, site = self._comparison.old, self._comparison.new, self._site
        places = [
            Place(old.paragraph(i).text, site.spans.get(i, ()), site.blocks(i)) for i in unit.old
        ]
        first = old.paragraph(unit.old[0])
        places[0].label = self._label(first, new.paragraph(unit.new[0]))
        if not script.changes and places[0].label is None:
            self._ends[unit.new[0]] = places[-1].blocks[-1].element
        else:
            labels = {
                k: self._labels.fresh(new.paragraph(i), first, site.prefix(first.id))
                for k, i in enumerate(unit.new)
                if k
            }
            edit = Edit(script, places, labels, self._writer, self._cues)
            self._ends.update(zip(unit.new, edit.run(), strict=True))
        self._reshape(unit)

    def _label(self, old: Paragraph, new: Paragraph) -> tuple[int, int, str] | None:
        prefix, listed = self._site.prefix(old.id), self._site.listed(old.id)
        if listed and self._labels.leaves_list(old, new):
            typed = self._labels.fresh(new, None, "").lstrip("\t")
            return (len(prefix), len(prefix), typed) if typed else None
        return self._labels.change(old, new, prefix, listed=listed)

    def _reshape(self, unit: Unit) -> None:
        """Indent and style of what became another kind of paragraph, tracked."""
        old, new = self._comparison.old, self._comparison.new
        before, after = old.paragraph(unit.old[-1]), new.paragraph(unit.new[-1])
        if (before.kind, before.level) == (after.kind, after.level):
            if self._site.listed(before.id) and self._labels.leaves_list(before, after):
                element = self._ends[unit.new[-1]]
                plain = plain_properties(paragraph_properties(element))
                without_list(plain)
                self._marks.change_paragraph(element, plain)
            return
        for candidate in old.paragraphs:
            same = (candidate.kind, candidate.level) == (after.kind, after.level)
            blocks = self._site.blocks(candidate.id) if same else []
            if blocks and not blocks[0].in_table:
                properties = blocks[0].element.find(w("pPr"))
                plain = plain_properties(properties) if properties is not None else None
                self._marks.change_paragraph(self._ends[unit.new[-1]], plain)
                return

    def _masthead(self) -> None:
        """Session and agenda item where they stand in the body."""
        old, new = self._comparison.old.masthead, self._comparison.new.masthead
        if new.session and new.session != old.session:
            self._reword("masthead.session", session_line(new))
        if new.agenda_item != old.agenda_item and (new.agenda_item or new.session):
            self._reword("masthead.agenda_item", agenda_line(new))

    def _reword(self, target: str, wanted: str) -> None:
        """Change a line of the masthead; one that is wanted no more goes whole."""
        blocks = self._site.blocks(target)
        spans = self._site.spans.get(target, ())
        if not blocks or not spans:
            return
        text = blocks[0].text.string
        low = min(span.at for span in spans if span.block == blocks[0].key)
        high = max(span.at + span.end - span.start for span in spans if span.block == blocks[0].key)
        now = text[low:high]
        if now == wanted:
            return
        if not wanted and now == text.strip():
            delete_block(blocks[0], self._marks)
            return
        start, end, middle = difference(now, wanted)
        ahead = Text(now[:start])
        steps: list[Step] = [
            Keep(0, 0, start, ahead, ahead), Delete(0, start, end), Insert(Text(middle)),
        ]  # fmt: skip
        place = Place(Text(now), spans, blocks[:1])
        script = Script((target,), (target,), tuple(steps))
        Edit(script, [place], {}, self._writer, self._cues).run()

    def _note_texts(self) -> None:
        """The words of notes that stay or were copied, and notes that are gone."""
        old, new = self._comparison.old, self._comparison.new
        called_again: set[str] = set()
        for row in self._comparison.rows:
            if not (row.old and row.new) or row.new[0] not in self._cues.pairs:
                continue
            before, after = row.old[0], row.new[0]
            key = self._cues.key(before)
            copy = self._cues.copies.get(after)
            if key is None or (after not in self._cues.kept and copy is None):
                continue
            called_again.add(key)
            if old.text_of(before) == new.text_of(after):
                continue
            script = script_of(self._comparison, row, lambda _: None, (before,), (after,))
            notes = self._notes if key.startswith("n") else self._endnotes
            block = notes.block(copy or key, key)
            if block is not None and script.changes:
                place = Place(old.text_of(before), self._site.spans.get(before, ()), [block])
                Edit(script, [place], {}, self._note_writer, self._cues).run()
        for key in sorted(self._gone() - called_again):
            (self._notes if key.startswith("n") else self._endnotes).delete(key, self._marks)

    def _gone(self) -> set[str]:
        """Keys of the notes whose reference is now marked as deleted or moved away by us."""
        found: set[str] = set()
        for reference in self._document.root.iter(w("footnoteReference"), w("endnoteReference")):
            for above in reference.iterancestors():
                if local(above) in ("del", "moveFrom") and above.get(w("id")) in self._marks.made:
                    found.add(note_key(reference))
        return found


__all__ = ["build_tracked", "tracked_bytes", "write_tracked"]
