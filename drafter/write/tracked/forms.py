"""The form that a new paragraph takes: that of an old paragraph of its kind, as near as can be.

Where the old file has none of the kind, a body paragraph lends its form: bold for headings and
titles, set to the right for a closing, so that each is seen (and read) as what it is.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from drafter.model import Kind, Paragraph
from drafter.ooxml.blocks import Block
from drafter.ooxml.names import Element, local, w
from drafter.ooxml.revisions import paragraph_properties
from drafter.write.tracked.labels import Labels
from drafter.write.tracked.paragraphs import new_paragraph
from drafter.write.tracked.site import Site
from drafter.write.tracked.units import Unit

_BODY = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUBPARAGRAPH, Kind.PLAIN)
_BOLD = (Kind.TITLE, Kind.HEADING, Kind.ADOPTION)
_SET_APART = (*_BOLD, Kind.CLOSING)
_BEHIND_ALIGNMENT = (
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)  # fmt: skip
_BEHIND_LIST = (
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    *_BEHIND_ALIGNMENT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """How a new paragraph looks."""

    empty: Element
    """A paragraph without words; to be copied."""
    run: Element | None
    """A run whose formatting its words take."""
    style: str | None
    """Id of the paragraph's style."""
    label: str
    """What stands before its words: number and tabs."""

    def paragraph(self) -> Element:
        """A new empty paragraph."""
        return deepcopy(self.empty)


class Forms:
    """The forms of the old file; made before anything in it changes."""

    def __init__(self, site: Site, units: list[Unit], labels: Labels) -> None:
        self._site = site
        self._labels = labels
        self._old = site.comparison.old
        self._new = site.comparison.new
        self._origins = {n: self._old.paragraph(u.old[0]) for u in units for n in u.new}
        self._templates = {
            p.id: (new_paragraph(blocks[0].element), _plain_run(blocks), blocks[0].style_id)
            for p in self._old.paragraphs
            if p.kind is not Kind.OPAQUE and (blocks := site.blocks(p.id))
        }
        self._made: dict[str, Form] = {}

    def __call__(self, paragraph: Paragraph, at: int) -> Form:
        """The form of a paragraph that is new, at a place among the new paragraphs."""
        if paragraph.id not in self._made:
            self._made[paragraph.id] = self._form(paragraph, self._like(paragraph, at))
        return self._made[paragraph.id]

    def _like(self, paragraph: Paragraph, at: int) -> Paragraph | None:
        """The old paragraph whose form a new one takes: of its kind, as near as can be."""
        new = self._new.paragraphs
        near = [new[k] for k in range(min(at, len(new) - 1), -1, -1)]
        near += new[at + 1 :]
        row = [self._origins[p.id] for p in near if p.id in self._origins]
        row += self._old.paragraphs
        usable = [
            p
            for p in dict.fromkeys(row)
            if p.id in self._templates and (p.kind is paragraph.kind or p.kind in _BODY)
        ]

        def fit(candidate: Paragraph) -> tuple[bool, ...]:
            kind = candidate.kind is paragraph.kind
            level = kind and candidate.level == paragraph.level
            section = level and candidate.section == paragraph.section
            leaves = self._leaves_list(candidate, paragraph)
            return kind, not leaves, level, section

        return max(usable, key=fit, default=None)

    def _leaves_list(self, old: Paragraph, new: Paragraph) -> bool:
        return self._site.listed(old.id) and self._labels.leaves_list(old, new)

    def _form(self, paragraph: Paragraph, like: Paragraph | None) -> Form:
        empty, run, style = (
            self._templates[like.id] if like is not None else (new_paragraph(None), None, None)
        )
        prefix = self._site.prefix(like.id) if like is not None else ""
        listed = like is not None and self._site.listed(like.id)
        if like is not None and self._leaves_list(like, paragraph):
            empty = deepcopy(empty)
            without_list(paragraph_properties(empty))
            listed = False
        label = prefix if listed else self._labels.fresh(paragraph, like, prefix)
        if like is None or like.kind is not paragraph.kind:
            if paragraph.kind in _SET_APART:
                label = ""
            if paragraph.kind in _BOLD:
                run = bold(run)
            if paragraph.kind is Kind.CLOSING:
                empty = deepcopy(empty)
                _to_the_right(paragraph_properties(empty))
        return Form(empty, run, style, label)


def _plain_run(blocks: list[Block]) -> Element | None:
    """A run of ordinary words of a paragraph."""
    for block in blocks:
        words = [a for a in block.atoms if a.kind == "text" and not a.look.raised]
        roman = [a for a in words if not a.look.italic and a.text.strip() and a.link is None]
        for atom in (*roman, *words):
            return atom.run
    return None


def bold(run: Element | None) -> Element:
    """A run like another, but bold."""
    found = etree.Element(w("r"))
    before = run.find(w("rPr")) if run is not None else None
    properties = deepcopy(before) if before is not None else etree.Element(w("rPr"))
    found.append(properties)
    for child in properties.findall(w("b")):
        properties.remove(child)
    place = sum(local(child) in ("rStyle", "rFonts") for child in properties)
    properties.insert(place, etree.Element(w("b")))
    return found


def without_list(properties: Element) -> None:
    """Take a paragraph out of its list (numbering 0), in a w:pPr."""
    for child in properties.findall(w("numPr")):
        properties.remove(child)
    numbering = etree.Element(w("numPr"))
    etree.SubElement(numbering, w("ilvl"), {w("val"): "0"})
    etree.SubElement(numbering, w("numId"), {w("val"): "0"})
    _insert(properties, numbering, _BEHIND_LIST)


def _to_the_right(properties: Element) -> None:
    for child in properties.findall(w("jc")):
        properties.remove(child)
    _insert(properties, etree.Element(w("jc"), {w("val"): "right"}), _BEHIND_ALIGNMENT)


def _insert(properties: Element, child: Element, behind: tuple[str, ...]) -> None:
    """Insert in the order of the schema: before any of these."""
    for other in properties:
        if local(other) in behind:
            other.addprevious(child)
            return
    properties.append(child)
