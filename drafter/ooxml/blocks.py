"""A Word document as blocks: its paragraphs, tables and notes, each with a text and its atoms.

Offsets in a block count code points of ``Block.text``; every atom says which node it was read from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from drafter.model import Cue, Text
from drafter.ooxml.atoms import (
    Atom,
    Reader,
    View,
    bookmarked_notes,
    on_attribute,
    paragraph_mark_removed,
)
from drafter.ooxml.names import MC, Element, local, r, w
from drafter.ooxml.package import Package
from drafter.ooxml.styles import Shape, Styles

_MAX_DEPTH = 25
_CUE = re.compile(r"\d{1,3}")
_UNIT = re.compile(r"(?:\b[kcdmµn]?m|\bCO|[\d)\s\t])$")
"""What a raised number is an exponent of, or no cue of a word: "km", "10", a space."""


@dataclass(slots=True)
class Block:
    """A paragraph as it is read in one view.

    Several w:p where tracked changes took the paragraph marks between them away; for a note all
    its paragraphs, with a line feed between them.
    """

    key: str
    """"b12" paragraph 12 of the body, "n3" footnote 3, "e1" endnote 1, "h0" of the header."""
    paragraphs: list[Element]
    atoms: list[Atom]
    text: Text
    style_id: str | None = None
    in_table: bool = False

    @property
    def element(self) -> Element:
        """The w:p whose properties hold for it: the last one."""
        return self.paragraphs[-1]


@dataclass(slots=True)
class Table:
    """A table of the body; ``rows`` hold cells, cells hold blocks."""

    key: str
    """"t2"."""
    element: Element
    rows: list[list[list[Block]]] = field(default_factory=list[list[list[Block]]])

    def blocks(self) -> Iterator[Block]:
        """All its paragraphs in order."""
        for row in self.rows:
            for cell in row:
                yield from cell


class Document:
    """The main document part of a package in one view of its tracked changes."""

    def __init__(self, package: Package, view: View = "final") -> None:
        self.package = package
        self.view: View = view
        self.part = package.main
        self.root = package.tree(self.part)
        styles = package.related(self.part, "styles")
        self.styles = Styles(package.tree(styles) if styles else None)
        self.items: list[Block | Table] = []
        self._reader = Reader(self.styles, view, lambda: self.bookmarks)
        self._count = 0
        self._tables = 0
        self._pending: tuple[list[Element], list[Atom]] = ([], [])
        body = self.root.find(w("body"))
        if body is not None:
            self._walk(body, self.items, False, 0)
            self._flush(self.items, False)

    @cached_property
    def bookmarks(self) -> dict[str, str]:
        """Key of the note that each bookmark marks, by name of the bookmark."""
        return bookmarked_notes(self.root)

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """Every paragraph of the body by key, those in tables too."""
        found: dict[str, Block] = {}
        for item in self.items:
            for block in item.blocks() if isinstance(item, Table) else (item,):
                found[block.key] = block
        return found

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Every table of the body by key."""
        return {item.key: item for item in self.items if isinstance(item, Table)}

    @cached_property
    def notes(self) -> dict[str, Block]:
        """Footnotes and endnotes by key, in the order of their parts, without separators."""
        found: dict[str, Block] = {}
        for kind, letter in (("footnotes", "n"), ("endnotes", "e")):
            part = self.package.related(self.part, kind)
            if part is None:
                continue
            reader = Reader(self.styles, self.view, lambda: self.bookmarks)
            for element in self.package.tree(part).iter(w(kind[:-1])):
                if element.get(w("type"), "normal") == "normal":
                    key = letter + element.get(w("id"), "")
                    found[key] = note_block(key, element, reader, self.styles)
        return found

    def shape(self, block: Block) -> Shape:
        """Indent, alignment and list of a block."""
        return self.styles.paragraph_shape(block.element.find(w("pPr")))

    def headers(self, kind: str = "first") -> list[list[Block]]:
        """The paragraphs of the page headers of a kind (first, default, even), in rows.

        A row of a table is a row; a paragraph outside tables is one of its own.
        """
        found: list[list[Block]] = []
        seen: set[str] = set()
        for reference in self.root.iter(w("headerReference")):
            if reference.get(w("type"), "default") != kind:
                continue
            relation = self.package.relations(self.part).get(reference.get(r("id"), ""))
            part = self.package.find(relation.target) if relation else None
            if part is None or part in seen:
                continue
            seen.add(part)
            reader = Reader(self.styles, self.view, dict)
            for child in self.package.tree(part):
                found += self._header_rows(child, reader)
        return found

    def _header_rows(self, element: Element, reader: Reader) -> list[list[Block]]:
        name = local(element)
        if name == "p":
            return [[self._header_block(element, reader)]]
        if name == "tbl":
            return [
                [self._header_block(p, reader) for p in _paragraphs(row)]
                for row in element.iter(w("tr"))
            ]
        if name in ("sdt", "sdtContent", "customXml"):
            return [row for child in element for row in self._header_rows(child, reader)]
        return []

    def _header_block(self, paragraph: Element, reader: Reader) -> Block:
        atoms = reader.atoms(paragraph)
        style = self.styles.style_of(paragraph.find(w("pPr")))
        return Block("h", [paragraph], atoms, put_together(atoms), style, True)

    def _walk(self, parent: Element, items: list[Block | Table], table: bool, depth: int) -> None:
        if depth > _MAX_DEPTH:
            return
        for child in parent:
            name = local(child)
            if name == "p":
                self._paragraph(child, items, table)
            elif name == "tbl":
                self._flush(items, table)
                self._table(child, items, table, depth)
            elif name in ("sdt", "customXml", "ins", "moveTo", "del", "moveFrom", "sdtContent"):
                self._walk(child, items, table, depth + 1)
            elif name == "AlternateContent":
                for branch in list(child)[:1]:
                    if branch.tag in (f"{{{MC}}}Choice", f"{{{MC}}}Fallback"):
                        self._walk(branch, items, table, depth + 1)

    def _paragraph(self, element: Element, items: list[Block | Table], table: bool) -> None:
        atoms = self._reader.atoms(element)
        self._typed_cues(atoms)
        paragraphs, earlier = self._pending
        self._pending = ([*paragraphs, element], [*earlier, *atoms])
        if not paragraph_mark_removed(element, self.view):
            self._flush(items, table)

    @cached_property
    def _numbered(self) -> dict[str, str]:
        """Key of the footnote that has a number, as Word counts them."""
        references = self.root.iter(w("footnoteReference"))
        counted = [r for r in references if not on_attribute(r, "customMarkFollows")]
        return {str(i): f"n{r.get(w('id'))}" for i, r in enumerate(counted, start=1)}

    def _typed_cues(self, atoms: list[Atom]) -> None:
        """Make cues of raised numbers that somebody typed; a comma between cues is no text."""
        for i, atom in enumerate(atoms):
            if atom.kind != "text" or not atom.look.raised:
                continue
            before = next((a for a in reversed(atoms[:i]) if a.kind != "hidden"), None)
            after = next((a for a in atoms[i + 1 :] if a.kind != "hidden"), None)
            string = atom.text
            if _CUE.fullmatch(string) and before is not None:
                said = "".join(a.text for a in atoms[:i])
                if before.kind == "cue" or (said and not _UNIT.search(said)):
                    atom.kind, atom.text = "cue", ""
                    atom.note, atom.typed = self._numbered.get(string), string
                    atom.runs = [atom.run]
            elif string.strip() == "," and before is not None and after is not None:
                next_is_cue = after.kind == "cue" or (
                    after.look.raised and _CUE.fullmatch(after.text)
                )
                if before.kind == "cue" and next_is_cue:
                    atom.kind, atom.text = "hidden", ""

    def _flush(self, items: list[Block | Table], table: bool) -> None:
        paragraphs, atoms = self._pending
        if not paragraphs:
            return
        self._pending = ([], [])
        style = self.styles.style_of(paragraphs[-1].find(w("pPr")))
        text = put_together(atoms)
        items.append(Block(f"b{self._count}", paragraphs, atoms, text, style, table))
        self._count += 1

    def _table(
        self, element: Element, items: list[Block | Table], nested: bool, depth: int
    ) -> None:
        table = Table(f"t{self._tables}", element)
        self._tables += not nested
        for row in _children(element, "tr"):
            cells: list[list[Block]] = []
            for cell in _children(row, "tc"):
                inside: list[Block | Table] = []
                self._walk(cell, inside, True, depth + 1)
                self._flush(inside, True)
                cells.append([b for b in inside if isinstance(b, Block)])
            table.rows.append(cells)
        if nested:
            # a table within a table is read as the paragraphs of its cell
            items.extend(table.blocks())
        else:
            items.append(table)


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through content controls."""
    for child in parent:
        kind = local(child)
        if kind == name:
            yield child
        elif kind in ("sdt", "sdtContent", "customXml"):
            yield from _children(child, name)


def _paragraphs(element: Element) -> Iterator[Element]:
    """Paragraphs inside an element, without those of text boxes."""
    for child in element:
        if child.tag == w("p"):
            yield child
        elif local(child) not in ("r", "pPr"):
            yield from _paragraphs(child)


def put_together(atoms: list[Atom]) -> Text:
    """The text of atoms in order; sets where each of them starts."""
    _hide_commas(atoms)
    at = 0
    parts: list[str] = []
    emphasis: list[tuple[int, int]] = []
    cues: list[Cue] = []
    for atom in atoms:
        atom.start = at
        if atom.kind == "cue":
            real = atom.note is None or local(atom.node) == "footnoteReference"
            cues.append(Cue(at, atom.note, (atom.typed or None) if real else None))
        elif atom.text:
            parts.append(atom.text)
            end = at + len(atom.text)
            if atom.look.italic:
                emphasis.append((at, end))
            at = end
    return Text("".join(parts), tuple(emphasis), tuple(cues))


def _hide_commas(atoms: list[Atom]) -> None:
    """Raised commas that part adjacent cues (Editorial Manual) belong to the cues, not the text."""
    shown = [atom for atom in atoms if atom.kind != "hidden"]
    for before, atom, after in zip(shown, shown[1:], shown[2:], strict=False):
        comma = atom.kind == "text" and atom.look.raised and atom.text.strip() == ","
        if comma and before.kind == after.kind == "cue":
            atom.kind, atom.text = "hidden", ""


def note_block(key: str, element: Element, reader: Reader, styles: Styles) -> Block:
    """A note as one block; its own mark and the space behind it are no text."""
    paragraphs = list(_paragraphs(element))
    atoms: list[Atom] = []
    for i, paragraph in enumerate(paragraphs):
        inside = reader.atoms(paragraph)
        if i == 0:
            inside = _without_mark(inside)
        elif atoms and inside:
            atoms.append(Atom("mark", "\n", paragraph, paragraph, inside[0].look))
        atoms += inside
    style = styles.style_of(paragraphs[0].find(w("pPr"))) if paragraphs else None
    return Block(key, paragraphs or [element], atoms, put_together(atoms), style)


def _without_mark(atoms: list[Atom]) -> list[Atom]:
    """A note's first atoms with all up to the first letter behind its mark made hidden."""
    lead = 0
    for i, atom in enumerate(atoms):
        if local(atom.node) in ("footnoteRef", "endnoteRef"):
            lead = i + 1
            break
    found: list[Atom] = []
    leading = True
    for i, atom in enumerate(atoms):
        if not leading or not atom.text:
            found.append(atom)
            continue
        shown = atom.text.lstrip(" \t\u00a0") if i >= lead else ""
        if atom.kind != "text" and shown:
            leading = False
            found.append(atom)
            continue
        cut = len(atom.text) - len(shown)
        if cut:
            raw = cut if atom.kind == "text" else 0
            found.append(
                Atom("hidden", "", atom.run, atom.node, atom.look, atom.skip, raw, link=atom.link)
            )
        if shown:
            leading = False
            found.append(
                Atom("text", shown, atom.run, atom.node, atom.look, atom.skip + cut, len(shown),
                     link=atom.link)
            )  # fmt: skip
    return found
