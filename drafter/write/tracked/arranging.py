"""Put paragraphs that are new or moved where they belong, and mark those that are gone."""

from __future__ import annotations

from lxml import etree

from drafter.model import Kind, Paragraph, Text
from drafter.ooxml.atoms import Reader
from drafter.ooxml.blocks import Block, put_together
from drafter.ooxml.names import Element, w
from drafter.ooxml.revisions import RunMark
from drafter.ooxml.strip import Strip, wrap_runs
from drafter.write.tracked.cues import Cues
from drafter.write.tracked.editing import Edit, Writer
from drafter.write.tracked.forms import Form, Forms
from drafter.write.tracked.labels import Labels
from drafter.write.tracked.letters import (
    first_of_parts,
    is_letter,
    letter_lines,
    with_letters,
)
from drafter.write.tracked.paragraphs import (
    delete_block,
    delete_table,
    ends_container,
    moved_copy,
    open_fields,
    put_before,
    put_behind,
    runs_of,
    set_apart,
)
from drafter.write.tracked.places import Place
from drafter.write.tracked.script import Insert, InsertCue, script_from_nothing, script_of
from drafter.write.tracked.site import Site
from drafter.write.tracked.tables import Tables
from drafter.write.tracked.units import Unit


class Arranger:
    """Works through the new text in order; ``ends`` says where what stays ends in the file."""

    def __init__(
        self,
        site: Site,
        units: list[Unit],
        writer: Writer,
        cues: Cues,
        labels: Labels,
        tables: Tables,
        *,
        moves: bool,
    ) -> None:
        self._site = site
        self._comparison = site.comparison
        self._document = site.document
        self._writer = writer
        self._marks = writer.marks
        self._cues = cues
        self._labels = labels
        self._tables = tables
        self._units = units
        self._kept_in_place = {u.new[0] for u in units if u.fate == "move" and site.opaque(u)}
        self._kept_in_place |= _outside(site)
        self._moving = {
            u.new[0]: u for u in units if u.fate == "move" and u.new[0] not in self._kept_in_place
        }
        self._copies: dict[str, Element] = {}
        self._forms = Forms(site, units, labels)
        self._letters = letter_lines(site)
        self._kept_letters = self._staying_letters()
        for new_id, unit in self._moving.items() if moves else ():
            copy = self._copy(unit)
            if copy is not None:
                self._copies[new_id] = copy

    def run(self, ends: dict[str, Element]) -> None:
        """Place all that is new or moved, then mark what is gone."""
        anchor: Element | None = None
        waiting: list[Paragraph] = []
        moved: set[str] = set()
        ends = {**ends, **self._kept_letters}
        for paragraph in with_letters(self._comparison.new):
            if paragraph.id in self._kept_in_place:
                continue
            if paragraph.id in ends:
                if anchor is None:
                    self._place_first(waiting, self._first_of(paragraph.id), moved)
                    waiting = []
                anchor = ends[paragraph.id]
            elif anchor is None:
                waiting.append(paragraph)
            else:
                anchor = self._place(paragraph, anchor, moved)
        self._place_first(waiting, self._first_of_all(), moved)
        self._go(moved)

    def _staying_letters(self) -> dict[str, Element]:
        """Letters above parts that begin with the same paragraph in both texts."""
        firsts = first_of_parts(self._comparison.old)
        origin = {u.new[0]: u.old[0] for u in self._units if u.fate == "stay"}
        return {
            f"letter {letter}": self._letters[letter].element
            for letter, paragraph in first_of_parts(self._comparison.new).items()
            if letter in self._letters and origin.get(paragraph.id) == firsts[letter].id
        }

    def _first_of(self, new_id: str) -> Element | None:
        if new_id in self._kept_letters:
            return self._kept_letters[new_id]
        unit = next(u for u in self._units if new_id in u.new)
        return self._site.first_element(unit.old[0])

    def _first_of_all(self) -> Element | None:
        for paragraph in self._comparison.old.paragraphs:
            found = self._site.first_element(paragraph.id)
            if found is not None:
                return found
        return next(self._document.root.iter(w("p")), None)

    def _place_first(
        self, waiting: list[Paragraph], before: Element | None, moved: set[str]
    ) -> None:
        for paragraph in waiting:
            if before is not None:
                previous = before.getprevious()
                opaque = paragraph.kind is Kind.OPAQUE
                if opaque and self._tables.put(paragraph, previous) is not None:
                    continue
                element, name = self._made(paragraph, moved, last=False)
                put_before(before, element, self._marks, name)
                self._fill(paragraph, element, name)

    def _place(self, paragraph: Paragraph, anchor: Element, moved: set[str]) -> Element:
        if paragraph.kind is Kind.OPAQUE:
            placed = self._tables.put(paragraph, anchor)
            if placed is not None:
                return placed
        last = ends_container(anchor) or (
            paragraph.id in self._copies and not set_apart(anchor, self._marks)
        )
        element, name = self._made(paragraph, moved, last=last)
        put_behind(anchor, element, self._marks, name)
        return self._fill(paragraph, element, name)

    def _made(
        self, paragraph: Paragraph, moved: set[str], *, last: bool
    ) -> tuple[Element, RunMark]:
        copy = self._copies.get(paragraph.id)
        if copy is not None and not last:
            moved.add(paragraph.id)
            return copy, "moveTo"
        return self._form(paragraph).paragraph(), "ins"

    def _fill(self, paragraph: Paragraph, element: Element, name: RunMark) -> Element:
        """The words of a new paragraph, or the changed ones of a moved one."""
        if name == "moveTo":
            return self._fill_moved(self._moving[paragraph.id], element)
        form = self._form(paragraph)
        label = Insert(Text(form.label))
        element.extend(self._writer.words(label, form.run, form.style, None))
        script = script_from_nothing(paragraph.id, paragraph.text)
        for step in script.steps:
            if isinstance(step, InsertCue):
                element.extend(self._cues(step, script))
            elif isinstance(step, Insert):
                element.extend(self._writer.words(step, form.run, form.style, paragraph.id))
        return element

    def _form(self, paragraph: Paragraph) -> Form:
        new = self._comparison.new
        first = first_of_parts(new)[paragraph.section] if is_letter(paragraph) else paragraph
        return self._forms(paragraph, new.positions[first.id])

    # moves

    def _copy(self, unit: Unit) -> Element | None:
        """A copy of a moving paragraph; None where a move cannot be told as one."""
        blocks = self._site.blocks(unit.old[0])
        if len(blocks) != 1 or len(blocks[0].paragraphs) != 1 or blocks[0].in_table:
            return None
        block = blocks[0]
        if ends_container(block.element) or self._document.view == "original":
            return None
        if block.element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            return None
        if open_fields(runs_of(block.element)):
            return None
        strip = Strip([block])
        for i in range(len(strip.atoms) - 1, -1, -1):
            if strip.atoms[i].kind == "cue":
                k = i + 1
                while k < len(strip.atoms) and strip.atoms[k].kind == "hidden":
                    k += 1
                if k < len(strip.atoms):
                    strip.split_before(k)
                strip.split_before(i)
        runs = [run for atom in strip.atoms if atom.kind == "cue" for run in atom.runs]
        return moved_copy(block.element, runs)

    def _fill_moved(self, unit: Unit, element: Element) -> Element:
        old, new = self._comparison.old, self._comparison.new
        wrap_runs(runs_of(element), self._marks, "moveTo")
        before, after = old.paragraph(unit.old[0]), new.paragraph(unit.new[0])
        source = self._site.blocks(unit.old[0])[0]
        atoms = Reader(self._document.styles, "final", dict).atoms(element)
        block = Block(source.key, [element], atoms, put_together(atoms), source.style_id)
        prefix = self._site.prefix(before.id)
        listed = self._site.listed(before.id)
        place = Place(
            Text(before.text.string, before.text.emphasis), self._site.spans.get(before.id, ()),
            [block], self._labels.change(before, after, prefix, listed=listed),
        )  # fmt: skip
        script = script_of(
            self._comparison, unit.row, lambda _: None, unit.old, unit.new, bare=True
        )
        Edit(script, [place], {}, self._writer, self._cues).run()
        self._unnest(element)
        name = self._marks.move_name()
        end = self._range("moveTo", name, element)
        self._range("moveFrom", name, source.element)
        return end

    def _unnest(self, paragraph: Element) -> None:
        """Leave words that are deleted on the way out at the place moved to.

        They stand, marked, where they came from; a deletion inside a move is not understood by
        LibreOffice, which leaves its words behind whatever is decided.
        """
        for mark in list(paragraph.iter(w("moveTo"))):
            for gone in mark.findall(w("del")):
                mark.remove(gone)
            if (
                not len(mark)
                and (parent := mark.getparent()) is not None
                and parent.tag != w("rPr")
            ):
                parent.remove(mark)

    def _range(self, kind: str, name: str, paragraph: Element) -> Element:
        start = self._marks.element(f"{kind}RangeStart")
        start.set(w("name"), name)
        end = etree.Element(w(f"{kind}RangeEnd"), {w("id"): start.get(w("id"), "")})
        paragraph.addprevious(start)
        paragraph.addnext(end)
        return end

    # what is gone

    def _go(self, moved: set[str]) -> None:
        for letter, line in self._letters.items():
            if f"letter {letter}" not in self._kept_letters:
                delete_block(line, self._marks)
        staying = {i for u in self._units if u.fate == "stay" for i in u.old}
        staying |= {i for u in self._units if u.new[0] in self._kept_in_place for i in u.old}
        gone_by_move = {u.old[0] for n, u in self._moving.items() if n in moved}
        for paragraph in self._comparison.old.paragraphs:
            if paragraph.id in staying:
                continue
            table = self._site.table(paragraph.id)
            if table is not None:
                delete_table(table, self._marks)
            for block in self._site.blocks(paragraph.id):
                delete_block(
                    block, self._marks, "moveFrom" if paragraph.id in gone_by_move else "del"
                )


def _outside(site: Site) -> set[str]:
    """New paragraphs that were read from outside the body's paragraphs and have not changed."""
    comparison = site.comparison
    return {
        new
        for row in comparison.paragraph_rows()
        if row.old and not any(site.placed(old) for old in row.old)
        for new in row.new
        if row.change == "same" or comparison.new.paragraph(new).kind is Kind.OPAQUE
    }
