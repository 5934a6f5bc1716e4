"""Whole paragraphs that come, go or move, with their paragraph marks tracked."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from drafter.ooxml.blocks import Block, Table
from drafter.ooxml.names import Element, local, w
from drafter.ooxml.revisions import Marks, RunMark, paragraph_properties, plain_properties
from drafter.ooxml.strip import wrap_runs

_MARKS = ("ins", "del", "moveFrom", "moveTo", "rPrChange")


def new_paragraph(template: Element | None) -> Element:
    """An empty paragraph with the properties of another one, but no section, mark or change."""
    paragraph = etree.Element(w("p"))
    properties = template.find(w("pPr")) if template is not None else None
    if properties is not None:
        paragraph.append(plain_properties(properties))
    return paragraph


def put_behind(anchor: Element, paragraph: Element, marks: Marks, name: RunMark = "ins") -> None:
    """Put a new paragraph behind an element, its mark tracked as inserted or moved here.

    At the very end of the body or a cell the mark that comes is that of the paragraph before, so
    that rejecting leaves nothing over. So it is behind words that were put in at the end of a
    paragraph that stays, as if one had typed on: LibreOffice (7.4) takes both insertions for one
    and would take that paragraph's own mark with them.
    """
    typed_on = name == "ins" and _ends_in(anchor, "ins", marks)
    if anchor.tag != w("p") or _marked(anchor) or not (ends_container(anchor) or typed_on):
        anchor.addnext(paragraph)
        marks.mark_paragraph(paragraph, name)
        return
    anchor.addnext(paragraph)
    wanted = paragraph.find(w("pPr"))
    if wanted is not None:
        paragraph.remove(wanted)
    before = anchor.find(w("pPr"))
    if before is not None:
        paragraph.insert(0, plain_properties(before))
        # The mark that was the anchor's takes with it what that mark was before all changes.
        for part in ("sectPr", "pPrChange"):
            own = before.find(w(part))
            if own is not None:
                paragraph_properties(paragraph).append(own)
    marks.mark_paragraph(anchor, "ins")
    marks.change_paragraph(paragraph, wanted)


def set_apart(paragraph: Element, marks: Marks) -> bool:
    """Have a paragraph end so that a moved one can come behind it; whether that could be done.

    Where it ends in words that we put in, LibreOffice (7.4) takes those and what is moved for one
    insertion, with the paragraph's mark between them. So they are set before words deleted there.
    """
    if paragraph.tag != w("p") or not _ends_in(paragraph, "ins", marks):
        return True
    row = [e for e in paragraph if local(e) not in _RANGES]
    new = len(row)
    while new and _made(row[new - 1], "ins", marks):
        new -= 1
    gone = new
    while gone and _made(row[gone - 1], "del", marks):
        gone -= 1
    if gone == new:
        return False
    ours = [e for e in row[gone].itersiblings() if e.get(w("id")) in marks.made]
    place = row[gone]
    while (before := place.getprevious()) is not None and local(before) == "bookmarkStart":
        place = before  # which may mark a note that goes, and must go on marking it
    for element in ours:
        if local(element) != "del":
            place.addprevious(element)
    return True


def _ends_in(paragraph: Element, name: RunMark, marks: Marks) -> bool:
    """Whether a paragraph with a mark of its own ends in words that we put in or took away."""
    if _marked(paragraph):
        return False
    last = next((e for e in reversed(paragraph) if local(e) not in _RANGES), None)
    if last is not None and local(last) == "hyperlink" and len(last):
        last = last[-1]
    return last is not None and _made(last, name, marks)


def _marked(paragraph: Element) -> bool:
    """Whether a paragraph's own mark is tracked already."""
    return any(local(mark) in _MARKS for mark in paragraph.iterfind(f"{w('pPr')}/{w('rPr')}/*"))


def _made(mark: Element, name: RunMark, marks: Marks) -> bool:
    return local(mark) == name and mark.get(w("id")) in marks.made


def ends_container(element: Element) -> bool:
    """Whether no paragraph or table follows in the body, cell or note."""
    return _following(element) is None


_RANGES = (
    "bookmarkStart", "bookmarkEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
    "moveToRangeEnd", "commentRangeStart", "commentRangeEnd", "proofErr",
)  # fmt: skip


def put_before(anchor: Element, paragraph: Element, marks: Marks, name: RunMark = "ins") -> None:
    """Put a new paragraph before another one."""
    anchor.addprevious(paragraph)
    marks.mark_paragraph(paragraph, name)


def delete_block(block: Block, marks: Marks, name: RunMark = "del") -> None:
    """Mark all of a paragraph as deleted (or moved from here), its mark too."""
    for paragraph in block.paragraphs:
        runs = [run for run in runs_of(paragraph) if _stands(run)]
        staying = open_fields(runs)
        wrap_runs([run for run in runs if run not in staying], marks, name)
    element = block.element
    properties = element.find(w("pPr"))
    if properties is not None and properties.find(w("sectPr")) is not None:
        return
    if _following(element) is None:
        _delete_last(element, marks)
    else:
        marks.mark_paragraph(element, name)


def _following(element: Element) -> Element | None:
    following = element.getnext()
    while following is not None and local(following) in _RANGES:
        following = following.getnext()
    return None if following is None or local(following) == "sectPr" else following


def _delete_last(element: Element, marks: Marks) -> None:
    """The last paragraph of the body or a cell: the mark before it goes in its place."""
    container = element.getparent()
    if (
        container is not None
        and local(container) in ("sdtContent", "customXml")
        and _all_gone(element)
    ):
        marks.mark_paragraph(element, "del")  # a control of which nothing is left goes whole
        return
    before = element.getprevious()
    while before is not None and local(before) in _RANGES:
        before = before.getprevious()
    if (
        before is None
        or before.tag != w("p")
        or before.find(f"{w('pPr')}/{w('sectPr')}") is not None
    ):
        return
    marks.mark_paragraph(before, "del")
    properties = before.find(w("pPr"))
    marks.change_paragraph(
        element, plain_properties(properties) if properties is not None else None
    )


def _all_gone(last: Element) -> bool:
    """Whether every paragraph before the last one of a container goes."""
    others = [e for e in last.itersiblings(preceding=True) if local(e) not in _RANGES]
    return all(
        any(e.find(f"{w('pPr')}/{w('rPr')}/{w(m)}") is not None for m in ("del", "moveFrom"))
        for e in others
    )


def delete_table(table: Table, marks: Marks) -> None:
    """Mark every row of a table as deleted, and all that stands in them."""
    for block in table.blocks():
        for paragraph in block.paragraphs:
            wrap_runs([run for run in runs_of(paragraph) if _stands(run)], marks, "del")
    mark_rows(table.element, marks, "del")


def mark_rows(table: Element, marks: Marks, name: RunMark) -> None:
    """Mark every row of a table as inserted or deleted."""
    for row in table.iter(w("tr")):
        properties = row.find(w("trPr"))
        if properties is None:
            properties = etree.Element(w("trPr"))
            place = sum(local(c) == "tblPrEx" for c in row)
            row.insert(place, properties)
        if properties.find(w(name)) is None:
            mark = marks.element(name)
            change = properties.find(w("trPrChange"))
            if change is not None:
                change.addprevious(mark)
            else:
                properties.append(mark)


def runs_of(paragraph: Element) -> list[Element]:
    """The runs of a paragraph in order, those in links too, not those of text boxes."""
    found: list[Element] = []

    def walk(parent: Element) -> None:
        for child in parent:
            name = local(child)
            if name in ("r", "oMath", "oMathPara"):
                found.append(child)
            elif name != "pPr":
                walk(child)

    walk(paragraph)
    return found


def open_fields(runs: list[Element]) -> list[Element]:
    """The runs by which fields begin or end that go on in another paragraph."""
    found: list[Element] = []
    begun: list[list[Element]] = []
    for run in runs:
        for node in run:
            kind = node.get(w("fldCharType"))
            if kind == "begin":
                begun.append([run])
            elif kind == "separate" or local(node) == "instrText":
                (begun[-1] if begun else found).append(run)
            elif kind == "end":
                found += [] if begun and begun.pop() else [run]
    return [*found, *(run for field in begun for run in field)]


def _stands(run: Element) -> bool:
    parent = run.getparent()
    while parent is not None and parent.tag != w("p"):
        if local(parent) in ("del", "moveFrom"):
            return False
        parent = parent.getparent()
    return True


_LEFT_BEHIND = (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
    "proofErr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "del", "moveFrom", "rPrChange",
)  # fmt: skip


def moved_copy(paragraph: Element, cues: list[Element]) -> Element:
    """A copy of a paragraph for the place it moves to: no notes, bookmarks, comments or marks.

    ``cues`` are the runs of its footnote cues; the new text makes its own.
    """
    copy = deepcopy(paragraph)
    own = set(map(id, cues))
    gone = [
        twin
        for original, twin in zip(paragraph.iter(), copy.iter(), strict=True)
        if id(original) in own
    ]
    gone += list(copy.iter(*(w(name) for name in _LEFT_BEHIND)))
    gone += [
        parent for e in copy.iter(w("commentReference")) if (parent := e.getparent()) is not None
    ]
    for element in gone:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for mark in list(copy.iter(w("ins"), w("moveTo"))):
        parent = mark.getparent()
        for child in list(mark):
            mark.addprevious(child)
        if parent is not None:
            parent.remove(mark)
    properties = copy.find(w("pPr"))
    if properties is not None:
        copy.replace(properties, plain_properties(properties))
    for element in copy.iter():
        for name in [n for n in map(str, element.attrib) if n.endswith(("}paraId", "}textId"))]:
            del element.attrib[name]
    return copy
