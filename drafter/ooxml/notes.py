"""Footnotes of a package that is being changed: new notes, notes taken away, the part itself."""

from __future__ import annotations

from copy import deepcopy
from itertools import count
from typing import Literal

from lxml import etree

from drafter.ooxml.atoms import Reader, bookmarked_notes
from drafter.ooxml.blocks import Block, Document, note_block
from drafter.ooxml.inline import neighbour_properties
from drafter.ooxml.names import Element, local, w
from drafter.ooxml.package import Package, parse_xml, relations_name, to_bytes
from drafter.ooxml.revisions import Marks, plain_properties
from drafter.ooxml.separators import NO_FOOTNOTES
from drafter.ooxml.strip import wrap_runs

NOTES_PART = "word/footnotes.xml"
"""Where notes go in a package that has none yet."""
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


class Notes:
    """The footnotes part in the making. Ids are never used twice, not even those of gone notes."""

    def __init__(
        self, document: Document, kind: Literal["footnotes", "endnotes"] = "footnotes"
    ) -> None:
        """Endnotes can be reworded and deleted here; none are added."""
        self._document = document
        package = document.package
        self.part = package.related(document.part, kind)
        self.root: Element | None = package.tree(self.part) if self.part else None
        self.changed = False
        references = document.root.iter(w("footnoteReference"))
        ids = [element.get(w("id"), "") for element in references]
        if self.root is not None:
            ids += [element.get(w("id"), "") for element in self.root]
        self._next = max((int(i) for i in ids if i.lstrip("-").isdigit()), default=0) + 1
        self._elements = {
            f"{'n' if kind == 'footnotes' else 'e'}{e.get(w('id'))}": e
            for e in (self.root if self.root is not None else ())
            if e.get(w("type"), "normal") == "normal"
        }
        self._template = _template([*self._elements.values()])

    def add(self, words: list[Element], marks: Marks) -> str:
        """Add a note of these words, which are marked as inserted already; returns its w:id."""
        root = self._ensure()
        note_id = str(max(self._next, 1))
        self._next = int(note_id) + 1
        note = etree.SubElement(root, w("footnote"), {w("id"): note_id})
        paragraph = etree.SubElement(note, w("p"))
        lead = self._lead(paragraph)
        paragraph.extend([*lead, *words])
        wrap_runs(lead, marks, "ins")
        self._elements[f"n{note_id}"] = note
        self.changed = True
        return note_id

    def copy(self, key: str, marks: Marks) -> str | None:
        """Add a note with the same content as another, not marked; returns its w:id."""
        source = self._elements.get(key)
        if source is None:
            return None
        root = self._ensure()
        note = deepcopy(source)
        note_id = str(max(self._next, 1))
        self._next = int(note_id) + 1
        note.set(w("id"), note_id)
        for element in list(note.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
        marks.renew_ids(note)
        for element in note.iter():
            for name in [n for n in map(str, element.attrib) if n.endswith("}paraId")]:
                del element.attrib[name]
        root.append(note)
        self._elements[f"n{note_id}"] = note
        self.changed = True
        return note_id

    def delete(self, key: str, marks: Marks) -> None:
        """Mark all the words of a note as deleted (its reference is marked elsewhere)."""
        note = self._elements.get(key)
        if note is None:
            return
        runs = [r for r in note.iter(w("r")) if _stands(r)]
        wrap_runs(runs, marks, "del")
        self.changed = True

    def block(self, key: str, name: str | None = None) -> Block | None:
        """A note as a block that can be edited, under another key if given; the part changes."""
        note = self._elements.get(key)
        if note is None:
            return None
        self.changed = True
        document = self._document
        reader = Reader(document.styles, document.view, lambda: bookmarked_notes(document.root))
        return note_block(name or key, note, reader, document.styles)

    def neighbour(self) -> Element | None:
        """A run of plain words in a note, for the formatting of new notes."""
        if self._template is None:
            return None
        for run in self._template.iter(w("r")):
            text = run.find(w("t"))
            if text is not None and (text.text or "").strip():
                return run
        return None

    @property
    def paragraph_style(self) -> str | None:
        """Id of the style of the paragraphs of notes."""
        first = self._template.find(w("p")) if self._template is not None else None
        if first is not None:
            return self._document.styles.style_of(first.find(w("pPr")))
        return "FootnoteText" if "FootnoteText" in self._document.styles else None

    def _lead(self, paragraph: Element) -> list[Element]:
        """Properties of a note's paragraph, and the runs before its text: mark and tabs."""
        styles = self._document.styles
        first = self._template.find(w("p")) if self._template is not None else None
        if first is None:
            properties = etree.SubElement(paragraph, w("pPr"))
            if "FootnoteText" in styles:
                etree.SubElement(properties, w("pStyle"), {w("val"): "FootnoteText"})
            mark = etree.Element(w("r"))
            inner = etree.SubElement(mark, w("rPr"))
            if "FootnoteReference" in styles:
                etree.SubElement(inner, w("rStyle"), {w("val"): "FootnoteReference"})
            else:
                etree.SubElement(inner, w("vertAlign"), {w("val"): "superscript"})
            etree.SubElement(mark, w("footnoteRef"))
            tab = etree.Element(w("r"))
            etree.SubElement(tab, w("tab"))
            return [mark, tab]
        properties = first.find(w("pPr"))
        if properties is not None:
            paragraph.append(plain_properties(properties))
        lead: list[Element] = []
        for run in first.iter(w("r")):
            text = run.find(w("t"))
            if (
                text is not None
                and (text.text or "").strip()
                and run.find(w("footnoteRef")) is None
            ):
                if run.find(w("tab")) is not None:
                    tab = etree.Element(w("r"))
                    tab.append(neighbour_properties(run))
                    etree.SubElement(tab, w("tab"))
                    lead.append(tab)
                break
            copy = deepcopy(run)
            if run.find(w("footnoteRef")) is not None:
                behind = copy.find(w("footnoteRef"))
                assert behind is not None
                for child in list(behind.itersiblings()):
                    if local(child) == "t" and (child.text or "").strip():
                        copy.remove(child)
            lead.append(copy)
        if not any(run.find(w("footnoteRef")) is not None for run in lead):
            self_mark = etree.Element(w("r"))
            etree.SubElement(self_mark, w("footnoteRef"))
            lead = [self_mark]
        return lead

    def _ensure(self) -> Element:
        if self.root is None:
            self.root = parse_xml(NO_FOOTNOTES, NOTES_PART)
            for style in list(self.root.iter(w("pStyle"))):
                if style.get(w("val"), "") not in self._document.styles:
                    parent = style.getparent()
                    if parent is not None:
                        parent.remove(style)
            self.changed = True
        return self.root

    def parts(self) -> dict[str, bytes]:
        """The parts of the package that changed because of notes."""
        if not self.changed or self.root is None:
            return {}
        if self.part is not None:
            return {self.part: self._document.package.written(self.part, self.root)}
        return {
            NOTES_PART: to_bytes(self.root),
            **declare(self._document.package, NOTES_PART, _TYPE),
        }

    def settle(self) -> None:
        """Number and store the notes in the order of their references, as Word does on saving.

        LibreOffice (7.4) takes the n-th reference for the n-th id and loses notes otherwise. To be
        called last, before the document is written.
        """
        if not self.changed or self.root is None:
            return
        references = list(self._document.root.iter(w("footnoteReference")))
        order = list(dict.fromkeys(r.get(w("id"), "") for r in references))
        special = [n for n in self.root if n.get(w("type"), "normal") != "normal"]
        plain = {n.get(w("id"), ""): n for n in self.root if n not in special}
        lost = {i for i in order if i not in plain}  # calls of a note that a damaged file lacks
        order = [i for i in order if i in plain] + [i for i in plain if i not in order]
        first = max((int(n.get(w("id"), "0")) for n in special), default=0) + 1
        free = (i for i in map(str, count(max(first, 1))) if i not in lost)
        ids = dict(zip(order, free, strict=False))
        for reference in references:
            reference.set(w("id"), ids.get(reference.get(w("id"), ""), reference.get(w("id"), "")))
        for old, note in plain.items():
            note.set(w("id"), ids[old])
        self.root[:] = [*special, *(plain[old] for old in order)]

    def relation(self) -> tuple[str, str] | None:
        """Type and target of the relationship that a new footnotes part needs."""
        return (_RELATION, "footnotes.xml") if self.changed and self.part is None else None


def _template(notes: list[Element]) -> Element | None:
    """The first note that nobody's tracked changes have taken away, without what they took."""
    standing = (note for note in notes if any(_stands(run) for run in note.iter(w("r"))))
    found = deepcopy(next(standing, None))
    for gone in list(found.iter(w("del"), w("moveFrom"))) if found is not None else ():
        parent = gone.getparent()
        if parent is not None:
            parent.remove(gone)
    return found


def declare(package: Package, part: str, content_type: str) -> dict[str, bytes]:
    """The content types of a package with a new part's."""
    types = package.tree("[Content_Types].xml")
    etree.SubElement(
        types, f"{{{_TYPES}}}Override", {"PartName": f"/{part}", "ContentType": content_type}
    )
    return {"[Content_Types].xml": to_bytes(types)}


class Relations:
    """The relationships of a part, with new ones added."""

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._part = part
        relations = package.relations(part)
        self._ids = set(relations)
        self._links = {r.target: r.id for r in relations.values() if r.external}
        self._new: list[dict[str, str]] = []

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Add a relationship; returns its id."""
        number = len(self._ids) + 1
        while f"rId{number}" in self._ids:
            number += 1
        relation_id = f"rId{number}"
        self._ids.add(relation_id)
        values = {"Id": relation_id, "Type": kind, "Target": target}
        self._new.append({**values, "TargetMode": "External"} if external else values)
        return relation_id

    def link(self, address: str) -> str:
        """The relationship to an address outside, one for each address."""
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        if address not in self._links:
            self._links[address] = self.add(kind, address, external=True)
        return self._links[address]

    def parts(self) -> dict[str, bytes]:
        """The relationships part, where it changed."""
        if not self._new:
            return {}
        name = self._package.find(relations_name(self._part))
        if name is None:
            name = relations_name(self._part)
            root = parse_xml(f'<Relationships xmlns="{_RELS}"/>'.encode(), name)
        else:
            root = self._package.tree(name)
        for values in self._new:
            etree.SubElement(root, f"{{{_RELS}}}Relationship", values)
        return {name: to_bytes(root)}


def _stands(run: Element) -> bool:
    """Whether a run is not deleted already."""
    parent = run.getparent()
    while parent is not None and local(parent) not in ("p", "footnote"):
        if local(parent) in ("del", "moveFrom"):
            return False
        parent = parent.getparent()
    return True
