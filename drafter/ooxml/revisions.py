"""Track Changes as elements: insertions, deletions, moves and changed properties.

Every mark has an author, a date where one is given, and an id that no other annotation of the
package has (Word refuses files where two share one).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from copy import deepcopy
from typing import Literal

from lxml import etree

from drafter.ooxml.names import Element, legal, local, w

RunMark = Literal["ins", "del", "moveFrom", "moveTo"]
_PARAGRAPH_MARKS = ("ins", "del", "moveFrom", "moveTo")
_ANNOTATIONS = (
    "ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "rPrChange",
    "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange",
    "numberingChange", "cellIns", "cellDel", "cellMerge", "bookmarkStart", "permStart",
    "customXmlInsRangeStart", "customXmlDelRangeStart", "commentRangeStart",
)  # fmt: skip


class Marks:
    """Makes the marks of one author at one time, with ids unique over the parts given."""

    def __init__(
        self,
        parts: Iterable[Element],
        author: str,
        date: dt.datetime | None = None,
        used: Iterable[str] = (),
    ) -> None:
        """``used``: ids that stand elsewhere in the package."""
        parts = tuple(parts)
        self._used = {
            element.get(w("id"), "")
            for part in parts
            for element in part.iter(*(w(name) for name in _ANNOTATIONS))
        }
        self._used.update(used)
        self._move_names = {
            element.get(w("name"), "")
            for part in parts
            for element in part.iter(w("moveFromRangeStart"), w("moveToRangeStart"))
        }
        self.made: set[str] = set()
        """Ids of the marks made."""
        self._next = 1
        self._moves = 0
        self.attributes = {w("author"): legal(author).strip() or "Drafter"}
        if date is not None:
            if date.tzinfo is not None:
                date = date.astimezone(dt.UTC)
            self.attributes[w("date")] = date.strftime("%Y-%m-%dT%H:%M:%SZ")

    def new_id(self) -> str:
        """An id that no annotation has yet, for a mark of this author."""
        found = self.free_id()
        self.made.add(found)
        return found

    def free_id(self) -> str:
        """An id that no annotation has yet, for a mark that stays somebody else's."""
        while str(self._next) in self._used:
            self._next += 1
        found = str(self._next)
        self._used.add(found)
        return found

    def renew_ids(self, copy: Element) -> None:
        """Give the marks in a copy of somebody else's words ids of their own."""
        for element in copy.iter(*(w(name) for name in _ANNOTATIONS)):
            element.set(w("id"), self.free_id())

    def part_formatting(self, parts: Iterable[Element]) -> None:
        """Where a run with tracked formatting was cut, give each of its pieces an id of its own."""
        seen: set[str] = set()
        for part in parts:
            for change in part.iter(w("rPrChange")):
                found = change.get(w("id"), "")
                if found in seen:
                    change.set(w("id"), self.new_id() if found in self.made else self.free_id())
                seen.add(found)

    def element(self, name: str) -> Element:
        """A new revision mark (w:ins, w:del, w:rPrChange …)."""
        return etree.Element(w(name), {w("id"): self.new_id(), **self.attributes})

    def wrap(self, elements: list[Element], name: RunMark) -> Element:
        """Put neighbouring runs (or formulas) into a mark that takes their place."""
        mark = self.element(name)
        elements[0].addprevious(mark)
        for element in elements:
            mark.append(element)
            if name == "del":
                as_deleted(element)
        return mark

    def mark_paragraph(self, paragraph: Element, name: RunMark) -> None:
        """Mark the paragraph's own mark as inserted, deleted or moved."""
        properties = run_properties_of_mark(paragraph)
        if properties.find(w(name)) is not None:
            return
        mark = self.element(name)
        place = 0
        for child in properties:
            if local(child) in _PARAGRAPH_MARKS[: _PARAGRAPH_MARKS.index(name)]:
                place += 1
        properties.insert(place, mark)

    def change_paragraph(self, paragraph: Element, new: Element | None) -> None:
        """Give a paragraph other properties (a w:pPr), tracked; its mark and section stay.

        Where somebody else's change of them is open, they stay as they are: a paragraph holds one
        such change, and nothing is changed untracked.
        """
        old = paragraph_properties(paragraph)
        before = [deepcopy(child) for child in old if local(child) not in _NO_BASE]
        kept = [child for child in old if local(child) in ("rPr", "sectPr")]
        change = old.find(w("pPrChange"))
        if change is not None and change.get(w("id")) not in self.made:
            return
        after = [deepcopy(c) for c in new if local(c) not in _NO_BASE] if new is not None else []
        if [etree.tostring(c, method="c14n") for c in before] == [
            etree.tostring(c, method="c14n") for c in after
        ]:
            return
        if change is None:
            change = self.element("pPrChange")
            etree.SubElement(change, w("pPr")).extend(before)
        old[:] = [*after, *kept, change]

    def change_italic(self, run: Element, italic: bool | None) -> None:
        """Set or unset italics of a run, tracked; None leaves it to the styles."""
        properties = run.find(w("rPr"))
        if properties is None:
            properties = etree.Element(w("rPr"))
            run.insert(0, properties)
        change = properties.find(w("rPrChange"))
        if change is None:
            before = deepcopy(properties)
            change = self.element("rPrChange")
            change.append(before)
            properties.append(change)
        set_italic(properties, italic)

    def move_name(self) -> str:
        """A name that no move of the file has yet, whoever made it."""
        self._moves += 1
        while f"drafter{self._moves}" in self._move_names:
            self._moves += 1
        return f"drafter{self._moves}"


_NO_BASE = ("rPr", "sectPr", "pPrChange")


def paragraph_properties(paragraph: Element) -> Element:
    """The w:pPr of a paragraph, made where there is none."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    return properties


def plain_properties(properties: Element) -> Element:
    """A copy of a w:pPr without section, frame and tracked marks."""
    copy = deepcopy(properties)
    for child in list(copy):
        if local(child) in ("sectPr", "pPrChange", "framePr"):
            copy.remove(child)
    without_marks(copy)
    return copy


def without_marks(properties: Element) -> None:
    """Take away what tracks a paragraph's mark, in its w:pPr."""
    inner = properties.find(w("rPr"))
    for child in list(inner) if inner is not None else ():
        if local(child) in (*_PARAGRAPH_MARKS, "rPrChange") and inner is not None:
            inner.remove(child)


def run_properties_of_mark(paragraph: Element) -> Element:
    """The w:rPr in a paragraph's w:pPr, made where there is none."""
    properties = paragraph_properties(paragraph)
    found = properties.find(w("rPr"))
    if found is None:
        found = etree.Element(w("rPr"))
        behind = [c for c in properties if local(c) in ("sectPr", "pPrChange")]
        if behind:
            behind[0].addprevious(found)
        else:
            properties.append(found)
    return found


def as_deleted(element: Element) -> None:
    """Turn the text of a run into deleted text, as it must stand in a w:del (not that of text
    boxes in it, which have no changes of their own)."""
    for node in element:
        if node.tag == w("t"):
            node.tag = w("delText")
        elif node.tag == w("instrText"):
            node.tag = w("delInstrText")


def as_kept(element: Element) -> None:
    """Turn deleted text back into text."""
    for node in element.iter(w("delText"), w("delInstrText")):
        node.tag = w("t" if node.tag == w("delText") else "instrText")


_BEFORE_ITALIC = ("rStyle", "rFonts", "b", "bCs")


def set_italic(properties: Element, italic: bool | None) -> None:
    """Set w:i and w:iCs of a w:rPr in their place; None removes both."""
    for name in ("i", "iCs"):
        for child in properties.findall(w(name)):
            properties.remove(child)
    if italic is None:
        return
    place = sum(local(child) in _BEFORE_ITALIC for child in properties)
    for offset, name in enumerate(("i", "iCs")):
        child = etree.Element(w(name), {} if italic else {w("val"): "0"})
        properties.insert(place + offset, child)
