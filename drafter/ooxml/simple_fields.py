"""Fields in one element (w:fldSimple), which cannot be marked as deleted, made fields in runs.

Only those that are touched are: one whose words are deleted would be there still, and show them
again as soon as it is brought up to date.
"""

from __future__ import annotations

from lxml import etree

from drafter.ooxml.names import XML_SPACE, Element, local, w
from drafter.ooxml.revisions import Marks, RunMark

_NAMES = ("ins", "del", "moveFrom", "moveTo")


def open_simple_fields(root: Element, marks: Marks) -> None:
    """Open each field that holds marks of ours; its ends go or come as all its words do."""
    for field in list(root.iter(w("fldSimple"))):
        if any(e.get(w("id")) in marks.made for e in field.iter(*map(w, _NAMES))):
            fate = _fate(field, marks)
            before, end = open_field(field)
            if fate is not None:
                marks.wrap(before, fate)
                marks.wrap([end], fate)


def open_field(field: Element) -> tuple[list[Element], Element]:
    """Make a row of runs of a field; the runs by which it begins and ends."""
    before = [_control("begin"), _instruction(field.get(w("instr"), "")), _control("separate")]
    end = _control("end")
    for element in (*before, *(e for e in field if local(e) != "fldData"), end):
        field.addprevious(element)
    parent = field.getparent()
    if parent is not None:
        parent.remove(field)
    return before, end


def _fate(field: Element, marks: Marks) -> RunMark | None:
    """Whether all runs of a field come, or all go, and how."""
    around = [run.getparent() for run in field.iter(w("r"))]
    ours = [e for e in around if e is not None and e.get(w("id")) in marks.made]
    names = {local(mark) for mark in ours}
    ways: tuple[tuple[RunMark, RunMark], ...] = (("moveTo", "ins"), ("moveFrom", "del"))
    for move, plain in ways:
        if ours and len(ours) == len(around) and names <= {move, plain}:
            return move if move in names else plain
    return None


def _control(kind: str) -> Element:
    run = etree.Element(w("r"))
    etree.SubElement(run, w("fldChar"), {w("fldCharType"): kind})
    return run


def _instruction(string: str) -> Element:
    run = etree.Element(w("r"))
    node = etree.SubElement(run, w("instrText"), {XML_SPACE: "preserve"})
    node.text = string
    return run
