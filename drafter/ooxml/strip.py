"""A strip of text that can be cut: the atoms of neighbouring blocks, and the runs under them.

Offsets count code points over all blocks of the strip, one after the other. Cutting splits runs in
the file so that each part keeps its formatting; nothing else changes.
"""

from __future__ import annotations

from bisect import bisect_left
from copy import deepcopy
from operator import attrgetter

from lxml import etree

from drafter.ooxml.atoms import Atom
from drafter.ooxml.blocks import Block
from drafter.ooxml.names import XML_SPACE, Element, attributes, local, w
from drafter.ooxml.revisions import Marks, RunMark, without_marks

_END = attrgetter("end")
_SPLIT = ("ins", "del", "moveFrom", "moveTo", "smartTag", "customXml", "bdo", "dir")
_WHOLE = ("sdt", "sdtContent")
"""Controls take new text between their words; only a new paragraph parts them."""
_CLIMB = ("hyperlink", "fldSimple", *_WHOLE, *_SPLIT)
"""What new text is never put into at its end: it goes behind, or between two halves."""


class Strip:
    """Atoms in order; ``bases`` says where each block begins."""

    def __init__(self, blocks: list[Block]) -> None:
        self.atoms: list[Atom] = []
        self.bases: dict[str, int] = {}
        self.blocks = blocks
        at = 0
        for block in blocks:
            self.bases[block.key] = at
            self.atoms += (atom.shifted(at) for atom in block.atoms)
            at += len(block.text)
        self.length = at
        self._gather_cues()
        self.fields = self._fields()

    def _gather_cues(self) -> None:
        """Make one atom of every cue that is a field, with all its runs."""
        i = 0
        while i < len(self.atoms):
            cue = self.atoms[i]
            if cue.kind == "cue" and local(cue.node) == "r":
                first = last = i
                while first > 0 and not _is_field_end(self.atoms[first], "begin"):
                    first -= 1
                while last < len(self.atoms) - 1 and not _is_field_end(self.atoms[last], "end"):
                    last += 1
                if last + 1 < len(self.atoms):
                    self.split_before(last + 1)
                self.split_before(first)
                runs = [a.run for a in self.atoms[first : last + 1] if a is not cue]
                cue.runs = list({id(run): run for run in runs}.values()) or cue.runs
                cue.run = cue.runs[0]
                self.atoms[first : last + 1] = [cue]
                i = first
            i += 1

    def _fields(self) -> list[tuple[int, int]]:
        """First and last atom of every complex field that is not a cue."""
        found: list[tuple[int, int]] = []
        begun: list[int] = []
        for i, atom in enumerate(self.atoms):
            if _is_field_end(atom, "begin"):
                begun.append(i)
            elif _is_field_end(atom, "end") and begun:
                found.append((begun.pop(), i))
        return found

    def cut(self, offset: int) -> None:
        """Make sure that an atom begins at this offset (formulas are never cut)."""
        i = bisect_left(self.atoms, offset, key=_END)
        while i < len(self.atoms) and self.atoms[i].start < offset:
            atom = self.atoms[i]
            if atom.kind == "text" and atom.start < offset < atom.end:
                at = offset - atom.start
                right = atom.shifted(at)
                right.text, right.skip, right.raw = atom.text[at:], atom.skip + at, atom.raw - at
                atom.text, atom.raw = atom.text[:at], at
                self.atoms.insert(i + 1, right)
                self.fields = [(a + (a > i), b + (b > i)) for a, b in self.fields]
                return
            i += 1

    def split_before(self, index: int) -> None:
        """Make sure that this atom begins a run of its own."""
        atom = self.atoms[index]
        if index == 0 or self.atoms[index - 1].run is not atom.run:
            return
        run, node, skip = atom.run, atom.node, atom.skip
        right = _split_run(run, node, skip)
        moved = right.find(w("t")) if skip else None
        for later in self.atoms[index:]:
            if later.run is not run:
                break
            if skip and later.node is node and moved is not None:
                later.node = moved
                later.skip -= skip
            later.run = right
            later.runs = [right if x is run else x for x in later.runs]

    def split_after(self, index: int) -> None:
        """Make sure that this atom ends its run."""
        if index + 1 < len(self.atoms):
            self.split_before(index + 1)

    def runs(self, first: int, last: int) -> list[Element]:
        """The runs under the atoms ``first`` to ``last``, each once, in order."""
        found: dict[int, Element] = {}
        for atom in self.atoms[first : last + 1]:
            for run in atom.runs or [atom.run]:
                if local(run) in ("r", "oMath", "oMathPara"):
                    found[id(run)] = run
        return list(found.values())

    def text_index(self, index: int, step: int) -> int | None:
        """The nearest atom with plain text from ``index`` on, in a direction."""
        while 0 <= index < len(self.atoms):
            atom = self.atoms[index]
            if atom.kind in ("text", "sign") and not atom.look.raised:
                return index
            index += step
        return None


def _is_field_end(atom: Atom, kind: str) -> bool:
    return local(atom.node) == "fldChar" and atom.node.get(w("fldCharType")) == kind


def _split_run(run: Element, node: Element, skip: int) -> Element:
    """Split a run before a node of it, or inside its text; returns the new right part."""
    right = etree.Element(w("r"), attributes(run))
    properties = run.find(w("rPr"))
    if properties is not None:
        right.append(deepcopy(properties))
    following = list(node.itersiblings())
    if skip:
        string = node.text or ""
        rest = etree.SubElement(right, node.tag)
        rest.text = string[skip:]
        node.text = string[:skip]
        for part in (rest, node):
            part.set(XML_SPACE, "preserve")
    else:
        right.append(node)
    for sibling in following:
        right.append(sibling)
    run.addnext(right)
    return right


def wrap_runs(runs: list[Element], marks: Marks, name: RunMark) -> None:
    """Put runs into marks, one for each row of neighbours."""
    group: list[Element] = []
    for run in runs:
        if group and group[-1].getnext() is not run:
            marks.wrap(group, name)
            group = []
        group.append(run)
    if group:
        marks.wrap(group, name)


def place_behind(element: Element, marks: Marks, *, outside: bool = False) -> Element:
    """The element behind which new content can be put so that it stands behind ``element``.

    Climbs out of links, of fields that go, and of tracked changes, which are parted where they go
    on; ``outside``: of controls too.
    """
    if local(element) in ("pPr", "p"):
        return element
    while True:
        parent = element.getparent()
        if parent is None or local(parent) not in _CLIMB:
            break
        kind = local(parent)
        if kind == "fldSimple":
            if not all(_gone(behind, marks) for behind in element.itersiblings()):
                break
        elif kind != "hyperlink" and element.getnext() is not None:
            if kind in _WHOLE and not outside:
                break
            _part(parent, element, marks)
        element = parent
    following = element.getnext()
    while following is not None and local(following) == "bookmarkEnd":
        element, following = following, following.getnext()
    return element


def _gone(element: Element, marks: Marks) -> bool:
    return local(element) == "del" and element.get(w("id")) in marks.made


def _part(container: Element, last: Element, marks: Marks) -> None:
    """Part a tracked change or a control in two behind a child; both keep author and date."""
    right = etree.Element(container.tag, attributes(container))
    if right.get(w("id")) is not None:
        ours = right.get(w("id")) in marks.made
        right.set(w("id"), marks.new_id() if ours else marks.free_id())
    for sibling in list(last.itersiblings()):
        right.append(sibling)
    container.addnext(right)


def part_paragraph(paragraph: Element, last: Element | None) -> Element:
    """Part a paragraph in two behind a child of it (None: at its very beginning).

    A new w:p with the first half, the same properties and no section goes before; returns it.
    """
    first = etree.Element(w("p"), {k: v for k, v in attributes(paragraph).items() if "}rsid" in k})
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        copy = deepcopy(properties)
        for child in copy.findall(w("sectPr")) + copy.findall(w("pPrChange")):
            copy.remove(child)
        without_marks(copy)
        first.append(copy)
    moving: list[Element] = []
    if last is not None:
        for child in paragraph:
            if child is not properties:
                moving.append(child)
            if child is last:
                break
    first.extend(moving)
    paragraph.addprevious(first)
    return first
