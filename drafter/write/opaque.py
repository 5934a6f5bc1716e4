"""Tables and pictures of a Word source, carried into a fresh file as they are."""

from __future__ import annotations

import copy
import posixpath
from dataclasses import dataclass, field

from lxml import etree

from drafter.errors import UnreadableFile
from drafter.model import Paragraph, Resolution
from drafter.ooxml.atoms import View
from drafter.ooxml.blocks import Document
from drafter.ooxml.fresh_package import OFFICE, Part, Relationship
from drafter.ooxml.fresh_styles import STYLE_IDS
from drafter.ooxml.names import MC, Element, R, W, local, w
from drafter.ooxml.package import Package
from drafter.write.carried_notes import notes_by_source, renumber_cues
from drafter.write.runs import Cues

_IMAGES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "emf": "image/x-emf", "wmf": "image/x-wmf", "bmp": "image/bmp", "tif": "image/tiff",
    "tiff": "image/tiff", "svg": "image/svg+xml",
}  # fmt: skip
_LEFT_BEHIND = (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
    "proofErr", "lastRenderedPageBreak", "sectPr", "permStart", "permEnd",
)  # fmt: skip
_UNKNOWN_STYLES = ("pStyle", "rStyle", "tblStyle")
_CANNOT = ("endnoteReference", "numPr", "object", "control", "subDoc")


class _NotCarried(Exception):
    """Why an element cannot stand in another package, in words."""


@dataclass(slots=True)
class Carrier:
    """Takes body elements out of a source package, with the pictures they show."""

    resolution: Resolution
    cues: Cues
    parts: list[Part] = field(default_factory=list[Part])
    relationships: list[Relationship] = field(default_factory=list[Relationship])
    _document: Document | None = None

    def xml(self, paragraph: Paragraph) -> tuple[str | None, str]:
        """The element as XML, or None and why it could not be carried."""
        parts, relationships = len(self.parts), len(self.relationships)
        try:
            elements = self._elements(paragraph)
            return "".join(self._carried(element) for element in elements), ""
        except _NotCarried as error:
            reason = str(error)
        except UnreadableFile:
            reason = "its source file can no longer be read"
        del self.parts[parts:], self.relationships[relationships:]
        return None, reason

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

    def _carried(self, element: Element) -> str:
        ignorable = _ignorable(element)
        element = copy.deepcopy(element)
        for child in list(element.iter(etree.Element)):
            if local(child) in _CANNOT:
                raise _NotCarried(_why(local(child)))
        for child in list(element.iter(etree.Element)):
            parent = child.getparent()
            if parent is None:
                continue
            unknown = local(child) in _UNKNOWN_STYLES and child.get(w("val")) not in STYLE_IDS
            ignored = etree.QName(child).namespace in ignorable
            if unknown or ignored or local(child) in _LEFT_BEHIND:
                parent.remove(child)
        for child in element.iter(etree.Element):
            for name in list(child.attrib):
                if etree.QName(str(name)).namespace in ignorable:
                    del child.attrib[name]
                else:
                    self._attribute(child, str(name))
        source = self._source()
        notes = notes_by_source(self.resolution)
        if not renumber_cues(element, self.cues, notes, source.tree(source.main)):
            raise _NotCarried("it cites a footnote that is no longer there")
        etree.cleanup_namespaces(element, keep_ns_prefixes=_needed(element))
        return etree.tostring(element, encoding="unicode")

    def _attribute(self, child: Element, name: str) -> None:
        full = etree.QName(name)
        if full.namespace == R:
            child.set(name, self._relation(child.get(name, "")))
        elif full.namespace == W and full.localname.startswith("rsid"):
            del child.attrib[name]

    def _relation(self, relation_id: str) -> str:
        package = self._source()
        relation = package.relations(package.main).get(relation_id)
        if relation is None:
            raise _NotCarried("it refers to a part that is missing")
        new_id = f"rIdC{len(self.relationships) + 1}"
        kind = f"{OFFICE}/{relation.type}"
        if relation.external:
            self.relationships.append(Relationship(new_id, kind, relation.target, external=True))
            return new_id
        extension = posixpath.splitext(relation.target)[1].lstrip(".").lower()
        if relation.type != "image" or extension not in _IMAGES:
            raise _NotCarried("it holds an embedded object")
        name = f"media/carried{len(self.parts) + 1}.{extension}"
        data = package.read(relation.target)
        self.parts.append(Part(f"word/{name}", _IMAGES[extension], data))
        self.relationships.append(Relationship(new_id, kind, name))
        return new_id


def _ignorable(element: Element) -> set[str]:
    """Namespaces that the source says a reader may drop (``mc:Ignorable``)."""
    root = element.getroottree().getroot()
    prefixes = root.get(f"{{{MC}}}Ignorable", "").split()
    return {root.nsmap[prefix] for prefix in prefixes if prefix in root.nsmap}


def _needed(element: Element) -> list[str]:
    """Prefixes that ``mc:Choice Requires`` names: they must stay declared."""
    needed: set[str] = set()
    for choice in element.iter(f"{{{MC}}}Choice"):
        needed |= set(choice.get("Requires", "").split())
    return sorted(needed)


def _why(name: str) -> str:
    if name == "numPr":
        return "it holds an automatic list"
    if name == "endnoteReference":
        return "it holds endnotes"
    return "it holds an embedded object"
