"""Tables and pictures that only the new text has, put in as tracked rows and runs."""

from __future__ import annotations

import posixpath
from copy import deepcopy

from lxml import etree

from drafter.model import Kind, Paragraph
from drafter.ooxml.blocks import Document
from drafter.ooxml.names import Element, R, attributes, local, r, w
from drafter.ooxml.notes import Relations, declare
from drafter.ooxml.package import Package, Relation
from drafter.ooxml.revisions import Marks
from drafter.write.tracked.paragraphs import (
    ends_container,
    mark_rows,
    new_paragraph,
    put_behind,
    runs_of,
)
from drafter.write.tracked.site import Site
from drafter.write.tracked.units import Unit


class Tables:
    """Carries tables from the new text's own Word file; ``sentences`` say what could not be."""

    def __init__(self, site: Site, package: Package, relations: Relations, marks: Marks) -> None:
        self._site = site
        self._new = site.comparison.new
        self._document: Document | None = None
        self._package = package
        self._relations = relations
        self._marks = marks
        self._parts: dict[str, bytes] = {}
        self._found: dict[str, list[Element]] = {}
        self.sentences: list[str] = []

    def redrawn(self, unit: Unit) -> bool:
        """Whether a table that changed can go as a whole and come anew."""
        if not self._site.opaque(unit) or unit.row.change == "same":
            return False
        paragraph = self._new.paragraph(unit.new[0])
        if paragraph.kind is not Kind.OPAQUE or len(unit.new) > 1:
            return False
        return bool(self._elements(paragraph, "A changed table or picture was left as it was"))

    def put(self, paragraph: Paragraph, anchor: Element | None) -> Element | None:
        """Put a table in behind an element; the last element, or None where it cannot be."""
        elements = self._elements(paragraph, "A table or picture was put in as plain text")
        if anchor is None:
            return None
        for element in elements:
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
        return anchor if elements else None

    def parts(self) -> dict[str, bytes]:
        """The pictures, and the part that says what they are."""
        return self._parts

    def _words(self, paragraph: Element) -> None:
        for run in runs_of(paragraph):
            self._marks.wrap([run], "ins")

    def _elements(self, paragraph: Paragraph, told: str) -> list[Element]:
        if paragraph.id not in self._found:
            found = self._read(paragraph)
            if isinstance(found, str):
                beginning = " ".join(paragraph.text.string.split())[:60]
                self.sentences.append(f"{told} because {found}: “{beginning}”.")
                found = []
            self._found[paragraph.id] = [self._adopted(element) for element in found]
        return self._found[paragraph.id]

    def _read(self, paragraph: Paragraph) -> list[Element] | str:
        """The elements in the new text's own file, or why they cannot be carried."""
        source = self._new.source
        if source is None or source.format != "docx" or not source.data.startswith(b"PK"):
            return "it did not come from a Word file"
        if paragraph.text.cues:
            return "it calls footnotes"
        if self._document is None:
            self._document = Document(Package(source.data))
        document = self._document
        key = next((span.block for span in source.spans.get(paragraph.id, ())), "")
        if key in document.tables:
            elements = [document.tables[key].element]
        elif key in document.blocks:
            elements = document.blocks[key].paragraphs
        else:
            return "its place in the source file is not known"
        relations = document.package.relations(document.part)
        for element in elements:
            for child in element.iter(etree.Element):
                if local(child) in _CANNOT:
                    return "it holds an embedded object, a list or a note"
                for name, value in attributes(child).items():
                    if name.startswith(_RELATION):
                        relation = relations.get(value)
                        picture = relation is not None and relation.type == "image"
                        if relation is None or not (
                            relation.external or (picture and _type_of(relation.target))
                        ):
                            return "it refers to a part that cannot be carried"
        return elements

    def _adopted(self, source: Element) -> Element:
        """A copy with the relationships and styles of the file it comes to."""
        document = self._document
        assert document is not None
        relations = document.package.relations(document.part)
        element = deepcopy(source)
        styles = self._site.document.styles
        for child in list(element.iter(etree.Element)):
            parent = child.getparent()
            unknown = local(child) in _STYLES and child.get(w("val"), "") not in styles
            if parent is not None and (unknown or local(child) in _LEFT_BEHIND):
                parent.remove(child)
        for child in element.iter(etree.Element):
            for name, value in attributes(child).items():
                if name.endswith(("}paraId", "}textId")) or name.startswith(w("rsid")):
                    del child.attrib[name]
                elif name.startswith(_RELATION):
                    child.set(name, self._related(document.package, relations[value]))
        return element

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
_STYLES = ("pStyle", "rStyle", "tblStyle")
_CANNOT = (
    "endnoteReference", "footnoteReference", "numPr", "object", "control", "subDoc",
    "AlternateContent",
)  # fmt: skip
_LEFT_BEHIND = (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
    "proofErr", "lastRenderedPageBreak", "sectPr", "permStart", "permEnd",
)  # fmt: skip
_PICTURES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "emf": "image/x-emf", "wmf": "image/x-wmf", "bmp": "image/bmp", "tif": "image/tiff",
    "tiff": "image/tiff",
}  # fmt: skip


def _type_of(name: str) -> str | None:
    return _PICTURES.get(posixpath.splitext(name)[1].lstrip(".").lower())
