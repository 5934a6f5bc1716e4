"""Tables and pictures that only the new text has, put in as tracked rows and runs.

Their footnote cues are made like those of the text, so that they call notes of the file they come
to.
"""

from __future__ import annotations

import posixpath
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from drafter.model import Kind, Paragraph
from drafter.ooxml.blocks import Document
from drafter.ooxml.names import Element, R, attributes, local, r, w
from drafter.ooxml.notes import Relations, declare
from drafter.ooxml.package import Package, Relation
from drafter.ooxml.portable import ignorable, make_portable
from drafter.ooxml.revisions import Marks
from drafter.write.tracked.cues import Cues
from drafter.write.tracked.paragraphs import (
    ends_container,
    mark_rows,
    new_paragraph,
    put_behind,
    runs_of,
)
from drafter.write.tracked.script import InsertCue, Script
from drafter.write.tracked.site import Site
from drafter.write.tracked.units import Unit


@dataclass(slots=True)
class _Carried:
    """A table or picture on its way."""

    elements: list[Element] = field(default_factory=list["Element"])
    cues: list[list[Element]] = field(default_factory=list[list["Element"]])
    """The runs of each of its footnote cues."""


class Tables:
    """Carries tables from the new text's own Word file; ``sentences`` say what could not be."""

    def __init__(
        self, site: Site, package: Package, relations: Relations, marks: Marks, cues: Cues
    ) -> None:
        self._site = site
        self._new = site.comparison.new
        self._document: Document | None = None
        self._package = package
        self._relations = relations
        self._marks = marks
        self._cues = cues
        self._parts: dict[str, bytes] = {}
        self._found: dict[str, _Carried] = {}
        self.sentences: list[str] = []

    def redrawn(self, unit: Unit) -> bool:
        """Whether a table that changed can go as a whole and come anew."""
        if not self._site.opaque(unit) or unit.row.change == "same":
            return False
        paragraph = self._new.paragraph(unit.new[0])
        if paragraph.kind is not Kind.OPAQUE or len(unit.new) > 1:
            return False
        return bool(
            self._carried(paragraph, "A changed table or picture was left as it was").elements
        )

    def put(self, paragraph: Paragraph, anchor: Element | None) -> Element | None:
        """Put a table in behind an element; the last element, or None where it cannot be."""
        carried = self._carried(paragraph, "A table or picture was put in as plain text")
        if anchor is None:
            return None
        if carried.elements:
            self._put_cues(paragraph, carried)
        for element in carried.elements:
            paragraphs = local(element) == "p"
            if paragraphs:
                put_behind(anchor, element, self._marks)
                self._words(element)
                anchor = element
                continue
            last = ends_container(anchor)
            if last or local(anchor) == "tbl":
                empty = new_paragraph(None)
                put_behind(anchor, empty, self._marks)
                anchor = empty
            if last:
                anchor.addprevious(element)
            else:
                anchor.addnext(element)
                anchor = element
            mark_rows(element, self._marks, "ins")
            for inside in element.iter(w("p")):
                self._words(inside)
        return anchor if carried.elements else None

    def parts(self) -> dict[str, bytes]:
        """The pictures, and the part that says what they are."""
        return self._parts

    def _words(self, paragraph: Element) -> None:
        for run in runs_of(paragraph):
            parent = run.getparent()
            if parent is None or local(parent) != "ins":  # a cue is marked already
                self._marks.wrap([run], "ins")

    def _put_cues(self, paragraph: Paragraph, carried: _Carried) -> None:
        script = Script((), (paragraph.id,), ())
        for index, runs in enumerate(carried.cues):
            for element in self._cues(InsertCue(paragraph.text.cues[index], 0, index), script):
                runs[0].addprevious(element)
            for run in runs:
                parent = run.getparent()
                if parent is not None:
                    parent.remove(run)

    def _carried(self, paragraph: Paragraph, told: str) -> _Carried:
        if paragraph.id not in self._found:
            found = self._read(paragraph)
            if isinstance(found, str):
                beginning = " ".join(paragraph.text.string.split())[:60]
                self.sentences.append(f"{told} because {found}: “{beginning}”.")
                found = _Carried()
            self._found[paragraph.id] = self._adopted(found)
        return self._found[paragraph.id]

    def _read(self, paragraph: Paragraph) -> _Carried | str:
        """The elements in the new text's own file, or why they cannot be carried."""
        source = self._new.source
        if source is None or source.format != "docx" or not source.data.startswith(b"PK"):
            return "it did not come from a Word file"
        if self._document is None:
            self._document = Document(Package(source.data))
        document = self._document
        key = next((span.block for span in source.spans.get(paragraph.id, ())), "")
        if key in document.tables:
            elements, blocks = [document.tables[key].element], [*document.tables[key].blocks()]
        elif key in document.blocks:
            elements, blocks = document.blocks[key].paragraphs, [document.blocks[key]]
        else:
            return "its place in the source file is not known"
        cues = [
            [atom.node] if local(atom.node) == "fldSimple" else atom.runs
            for block in blocks
            for atom in block.atoms
            if atom.kind == "cue"
        ]
        if len(cues) != len(paragraph.text.cues):
            return "it calls footnotes in a way that is not known"
        relations = document.package.relations(document.part)
        for element in elements:
            for child in element.iter(etree.Element):
                if local(child) in _CANNOT:
                    return "it holds an embedded object, a list or an endnote"
                for name, value in attributes(child).items():
                    if name.startswith(_RELATION):
                        relation = relations.get(value)
                        picture = relation is not None and relation.type == "image"
                        if relation is None or not (
                            relation.external or (picture and _type_of(relation.target))
                        ):
                            return "it refers to a part that cannot be carried"
        return _Carried(elements, cues)

    def _adopted(self, source: _Carried) -> _Carried:
        """A copy with the relationships and styles of the file it comes to."""
        copies = [deepcopy(element) for element in source.elements]
        twins = {
            original: twin
            for element, copy in zip(source.elements, copies, strict=True)
            for original, twin in zip(element.iter(), copy.iter(), strict=True)
        }
        cues = [[twins[run] for run in runs] for runs in source.cues]
        for copy in copies:
            self._fit(copy)
        return _Carried(copies, cues)

    def _fit(self, element: Element) -> None:
        """Take away what means nothing in the file it comes to."""
        document = self._document
        assert document is not None
        make_portable(element, ignorable(document.root), self._site.document.styles)
        relations = document.package.relations(document.part)
        for child in element.iter(etree.Element):
            for name, value in attributes(child).items():
                if name.startswith(_RELATION):
                    child.set(name, self._related(document.package, relations[value]))

    def _related(self, package: Package, relation: Relation) -> str:
        kind = f"{R}/{relation.type}"
        if relation.external:
            return self._relations.add(kind, relation.target, external=True)
        data = package.read(relation.target)
        return self._relations.add(kind, self._picture(relation.target, data))

    def _picture(self, name: str, data: bytes) -> str:
        """Add a picture under a name that is free; its name beside the document."""
        folder = posixpath.dirname(self._site.document.part)
        ending = posixpath.splitext(name)[1].lower()
        taken = {*self._package.names, *self._parts}
        number = 1
        while f"{folder}/media/drafter{number}{ending}" in taken:
            number += 1
        found = f"{folder}/media/drafter{number}{ending}"
        self._parts[found] = data
        self._parts.update(declare(self._package, found, _type_of(name) or ""))
        return posixpath.relpath(found, folder)


_RELATION = r("id").removesuffix("id")
_CANNOT = ("endnoteReference", "numPr", "object", "control", "subDoc")
_PICTURES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "emf": "image/x-emf", "wmf": "image/x-wmf", "bmp": "image/bmp", "tif": "image/tiff",
    "tiff": "image/tiff",
}  # fmt: skip


def _type_of(name: str) -> str | None:
    return _PICTURES.get(posixpath.splitext(name)[1].lstrip(".").lower())
