"""Tables and pictures of a Word source, carried into a fresh file as they are."""

from __future__ import annotations

import copy
import posixpath
from dataclasses import dataclass

from docx import document as fresh
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from drafter.errors import UnreadableFile
from drafter.model import Paragraph, Resolution
from drafter.ooxml.atoms import View
from drafter.ooxml.blocks import Document
from drafter.ooxml.fresh_package import PICTURES, add_picture_part, append
from drafter.ooxml.names import Element, R, attributes, local
from drafter.ooxml.package import Package, Relation
from drafter.ooxml.portable import ignorable, make_portable
from drafter.write.carried_notes import notes_by_source, renumber_cues
from drafter.write.runs import Cues

_CANNOT = ("endnoteReference", "numPr", "object", "control", "subDoc")


class _NotCarried(Exception):
    """Why an element cannot stand in another package, in words."""


@dataclass(slots=True)
class Carrier:
    """Takes body elements out of a source package, with the pictures they show."""

    target: fresh.Document
    resolution: Resolution
    cues: Cues
    _document: Document | None = None
    _pictures: int = 0

    def put(self, paragraph: Paragraph) -> str | None:
        """Add the element to the new file; None, or why it could not be carried."""
        try:
            carried = [self._carried(element) for element in self._elements(paragraph)]
        except _NotCarried as error:
            return str(error)
        except UnreadableFile:
            return "its source file can no longer be read"
        for element in carried:
            append(self.target, element)
        return None

    def _source(self) -> Package:
        source = self.resolution.source
        if source is None or source.format != "docx" or not source.data:
            raise _NotCarried("it did not come from a Word file")
        if self._document is None:
            view: View = "original" if source.view == "original" else "final"
            self._document = Document(Package(source.data), view)
        return self._document.package

    def _elements(self, paragraph: Paragraph) -> list[Element]:
        """The table it was read from, or the paragraph of a picture."""
        self._source()
        document = self._document
        source = self.resolution.source
        spans = source.spans.get(paragraph.id, ()) if source else ()
        if document is None or not spans:
            raise _NotCarried("its place in the source file is not known")
        key = spans[0].block
        for table in document.tables.values():
            if table.key == key or any(block.key == key for block in table.blocks()):
                return [table.element]
        if key not in document.blocks:
            raise _NotCarried("its place in the source file is not known")
        return document.blocks[key].paragraphs

    def _carried(self, element: Element) -> Element:
        dropped = ignorable(element.getroottree().getroot())
        element = copy.deepcopy(element)
        for child in element.iter(etree.Element):
            if local(child) in _CANNOT:
                raise _NotCarried(_why(local(child)))
        make_portable(element, dropped, {style.style_id for style in self.target.styles})
        links = [
            (child, name, self._relation(value))
            for child in element.iter(etree.Element)
            for name, value in attributes(child).items()
            if etree.QName(name).namespace == R
        ]
        source = self._source()
        notes = notes_by_source(self.resolution)
        tree = source.tree(source.main)
        if not renumber_cues(element, self.cues, notes, tree, self.target):
            raise _NotCarried("it cites a footnote that is no longer there")
        for child, name, relation in links:
            child.set(name, self._relate(relation))
        return element

    def _relation(self, relation_id: str) -> Relation:
        """A relationship of the source, if what it leads to can be carried."""
        package = self._source()
        relation = package.relations(package.main).get(relation_id)
        if relation is None:
            raise _NotCarried("it refers to a part that is missing")
        if not relation.external:
            if relation.type != "image" or _extension(relation) not in PICTURES:
                raise _NotCarried("it holds an embedded object")
            package.read(relation.target)
        return relation

    def _relate(self, relation: Relation) -> str:
        if relation.external:
            kind = RELATIONSHIP_TYPE.HYPERLINK.replace("hyperlink", relation.type)
            return self.target.part.relate_to(relation.target, kind, is_external=True)
        self._pictures += 1
        data = self._source().read(relation.target)
        return add_picture_part(self.target, self._pictures, _extension(relation), data)


def _extension(relation: Relation) -> str:
    return posixpath.splitext(relation.target)[1].lstrip(".").lower()


def _why(name: str) -> str:
    if name == "numPr":
        return "it holds an automatic list"
    if name == "endnoteReference":
        return "it holds endnotes"
    return "it holds an embedded object"
