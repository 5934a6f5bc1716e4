"""New runs: words in the formatting of what stands beside them, links, footnote cues."""

from __future__ import annotations

import itertools
import re
from copy import deepcopy

from lxml import etree

from drafter.model import Range
from drafter.ooxml.names import XML_SPACE, Element, legal, local, r, w
from drafter.ooxml.revisions import set_italic
from drafter.ooxml.styles import Styles

_PIECE = re.compile("[\t\n\u2011\u00ad]|[^\t\n\u2011\u00ad]+")
_SIGNS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_NEVER = (
    "vertAlign", "vanish", "webHidden", "ins", "del", "moveFrom", "moveTo", "rPrChange",
    "specVanish", "position", "noProof",
)  # fmt: skip
"""What new words never take over from a neighbour."""


def neighbour_properties(run: Element | None) -> Element:
    """A w:rPr for plain new words, from a run beside them: without link style, raising, marks."""
    found = run.find(w("rPr")) if run is not None else None
    properties = deepcopy(found) if found is not None else etree.Element(w("rPr"))
    for child in list(properties):
        name = local(child)
        linked = name == "rStyle" and child.get(w("val"), "") in (
            "Hyperlink", "FollowedHyperlink", "FootnoteReference", "EndnoteReference",
            "CommentReference",
        )  # fmt: skip
        if name in _NEVER or linked:
            properties.remove(child)
    return properties


def text_runs(
    string: str,
    emphasis: tuple[Range, ...],
    neighbour: Element | None,
    paragraph_style: str | None,
    styles: Styles,
) -> list[Element]:
    """Runs of a string with these italic ranges, otherwise formatted like the neighbour."""
    base = neighbour_properties(neighbour)
    set_italic(base, None)
    cuts = sorted({0, len(string), *(o for pair in emphasis for o in pair)})
    runs: list[Element] = []
    for start, end in itertools.pairwise(cuts):
        italic = any(a <= start < b for a, b in emphasis)
        properties = deepcopy(base) if end < len(string) else base
        set_italic(properties, wanted_italic(properties, italic, paragraph_style, styles))
        run = etree.Element(w("r"))
        if len(properties):
            run.append(properties)
        fill_run(run, string[start:end])
        runs.append(run)
    return runs


def wanted_italic(
    properties: Element | None, italic: bool, paragraph_style: str | None, styles: Styles
) -> bool | None:
    """What w:i a run needs to look italic or not; None where its styles alone do it."""
    style = properties.find(w("rStyle")) if properties is not None else None
    run_style = style.get(w("val")) if style is not None else None
    default = bool(styles.inherited(paragraph_style, run_style).italic)
    return None if default == italic else italic


def fill_run(run: Element, string: str) -> None:
    """Append the content of a string to a run: text, tabs, breaks, hyphens that do not break."""
    for match in _PIECE.finditer(legal(string)):
        sign = _SIGNS.get(match[0])
        if sign is not None:
            etree.SubElement(run, w(sign))
        else:
            node = etree.SubElement(run, w("t"))
            node.text = match[0]
            node.set(XML_SPACE, "preserve")


def link(inserted: Element, relation_id: str, styles: Styles) -> Element:
    """A hyperlink around inserted runs, in the link style where the file has one."""
    element = etree.Element(w("hyperlink"), {r("id"): relation_id, w("history"): "1"})
    for run in inserted:
        properties = run.find(w("rPr"))
        if properties is None:
            properties = etree.Element(w("rPr"))
            run.insert(0, properties)
        if "Hyperlink" in styles and properties.find(w("rStyle")) is None:
            properties.insert(0, etree.Element(w("rStyle"), {w("val"): "Hyperlink"}))
    element.append(inserted)
    return element


def reference_run(note_id: str, like: Element | None, styles: Styles) -> Element:
    """The run of a footnote reference, formatted like another one."""
    run = etree.Element(w("r"))
    run.append(_raised(like, styles))
    etree.SubElement(run, w("footnoteReference"), {w("id"): note_id})
    return run


def note_field(bookmark: str, shown: str, like: Element | None, styles: Styles) -> list[Element]:
    """The runs of a NOTEREF field that repeats the number of a note."""
    found: list[Element] = []

    def run(child: Element) -> None:
        element = etree.Element(w("r"))
        element.append(_raised(like, styles))
        element.append(child)
        found.append(element)

    run(etree.Element(w("fldChar"), {w("fldCharType"): "begin"}))
    instruction = etree.Element(w("instrText"), {XML_SPACE: "preserve"})
    instruction.text = f" NOTEREF {bookmark} \\h "
    run(instruction)
    run(etree.Element(w("fldChar"), {w("fldCharType"): "separate"}))
    result = etree.Element(w("t"))
    result.text = shown
    run(result)
    run(etree.Element(w("fldChar"), {w("fldCharType"): "end"}))
    return found


def _raised(like: Element | None, styles: Styles) -> Element:
    """A w:rPr that raises: that of a cue in the file, else the reference style, else direct."""
    found = like.find(w("rPr")) if like is not None else None
    properties = etree.Element(w("rPr"))
    if found is not None and found.find(w("color")) is None:
        properties = deepcopy(found)
        for child in list(properties):
            if local(child) in ("ins", "del", "moveFrom", "moveTo", "rPrChange"):
                properties.remove(child)
    if properties.find(w("rStyle")) is None and properties.find(w("vertAlign")) is None:
        if "FootnoteReference" in styles:
            properties.insert(0, etree.Element(w("rStyle"), {w("val"): "FootnoteReference"}))
        else:
            etree.SubElement(properties, w("vertAlign"), {w("val"): "superscript"})
    return properties
