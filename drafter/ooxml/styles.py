"""Styles as they take effect: italic, bold, size, indent and list of a paragraph and its runs.

Toggles (w:i, w:b, w:vanish) follow ISO/IEC 29500-1, 17.7.3: within a chain of styles the nearest
wins, paragraph style and character style together switch the toggle, direct formatting decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.ooxml.names import Element, on, w

_CHAIN = 20
"""Styles a chain may be long; more is a loop."""


@dataclass(frozen=True, slots=True)
class Look:
    """What properties of runs say; None what they do not say."""

    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    """Points."""
    raised: bool | None = None
    """Superscript."""

    def over(self, base: Look) -> Look:
        """This look laid over another: what is said here wins."""
        return Look(
            base.italic if self.italic is None else self.italic,
            base.bold if self.bold is None else self.bold,
            base.hidden if self.hidden is None else self.hidden,
            base.size if self.size is None else self.size,
            base.raised if self.raised is None else self.raised,
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """What properties of paragraphs say; lengths in points, None what they do not say."""

    align: str | None = None
    left: float | None = None
    first: float | None = None
    """First line against ``left``; negative where it hangs."""
    list_id: str | None = None
    list_level: int | None = None
    outline: int | None = None

    def over(self, base: Shape) -> Shape:
        """This shape laid over another."""
        return Shape(
            base.align if self.align is None else self.align,
            base.left if self.left is None else self.left,
            base.first if self.first is None else self.first,
            base.list_id if self.list_id is None else self.list_id,
            base.list_level if self.list_level is None else self.list_level,
            base.outline if self.outline is None else self.outline,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all it is based on."""

    name: str = ""
    look: Look = Look()
    shape: Shape = Shape()


_ITALIC, _BOLD, _VANISH, _SIZE, _RAISED = (w(n) for n in ("i", "b", "vanish", "sz", "vertAlign"))
_VAL = w("val")
_RSTYLE = w("rStyle")
NO_LOOK = Look()


def look_of(properties: Element | None) -> Look:
    """What a w:rPr itself says."""
    if properties is None:
        return NO_LOOK
    italic = bold = hidden = raised = None
    size = None
    for child in properties:
        tag = child.tag
        if tag == _ITALIC:
            italic = on(child)
        elif tag == _BOLD:
            bold = on(child)
        elif tag == _VANISH:
            hidden = on(child)
        elif tag == _SIZE:
            size = _number(child.get(_VAL), 0.5)
        elif tag == _RAISED:
            raised = child.get(_VAL) == "superscript"
    return Look(italic, bold, hidden, size, raised)


def shape_of(properties: Element | None) -> Shape:
    """What a w:pPr itself says."""
    if properties is None:
        return Shape()
    align = left = first = list_id = list_level = outline = None
    for child in properties:
        tag = child.tag
        if tag == w("jc"):
            align = child.get(_VAL)
        elif tag == w("ind"):
            left = _number(child.get(w("left"), child.get(w("start"))), 0.05)
            first = _number(child.get(w("firstLine")), 0.05)
            hanging = _number(child.get(w("hanging")), -0.05)
            first = hanging if hanging is not None else first
        elif tag == w("numPr"):
            number, level = child.find(w("numId")), child.find(w("ilvl"))
            list_id = number.get(_VAL) if number is not None else None
            list_level = _integer(level.get(_VAL)) if level is not None else None
        elif tag == w("outlineLvl"):
            outline = _integer(child.get(_VAL))
    return Shape(align, left, first, list_id, list_level, outline)


def _number(value: str | None, scale: float) -> float | None:
    try:
        return None if value is None else float(value) * scale
    except ValueError:
        return None


def _integer(value: str | None) -> int | None:
    try:
        return None if value is None else int(value)
    except ValueError:
        return None


class Styles:
    """The styles part; an empty one where the package has none."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._styles: dict[str, Style] = {}
        self._texts: dict[tuple[str | None, str | None], Look] = {}
        self.default_paragraph: str | None = None
        defaults = Look()
        for element in root if root is not None else ():
            if element.tag == w("docDefaults"):
                defaults = look_of(element.find(f"{w('rPrDefault')}/{w('rPr')}"))
            elif element.tag == w("style"):
                style_id = element.get(w("styleId"), "")
                self._elements[style_id] = element
                if element.get(w("type")) == "paragraph" and element.get(w("default")) in (
                    "1", "true", "on",
                ):  # fmt: skip
                    self.default_paragraph = style_id
        self._defaults = replace(defaults, size=defaults.size or 10.0)

    def __contains__(self, style_id: str) -> bool:
        return style_id in self._elements

    def style(self, style_id: str | None) -> Style:
        """A style by id, with all it is based on; an empty one where it is not defined."""
        if style_id is None:
            return Style()
        if style_id not in self._styles:
            self._styles[style_id] = self._resolve(style_id)
        return self._styles[style_id]

    def _resolve(self, style_id: str) -> Style:
        chain: list[Element] = []
        current: str | None = style_id
        while current is not None and len(chain) < _CHAIN:
            element = self._elements.get(current)
            if element is None:
                break
            chain.append(element)
            based = element.find(w("basedOn"))
            current = based.get(_VAL) if based is not None else None
        look, shape = Look(), Shape()
        for element in reversed(chain):
            look = look_of(element.find(w("rPr"))).over(look)
            shape = shape_of(element.find(w("pPr"))).over(shape)
        name = chain[0].find(w("name")) if chain else None
        return Style(name.get(_VAL, "") if name is not None else "", look, shape)

    def name(self, style_id: str | None) -> str:
        """Name of a style as Word shows it; "" where it is not defined."""
        return self.style(style_id).name

    def paragraph_shape(self, properties: Element | None) -> Shape:
        """Shape of a paragraph by its w:pPr and its style."""
        return shape_of(properties).over(self.style(self.style_of(properties)).shape)

    def style_of(self, properties: Element | None) -> str | None:
        """Id of a paragraph's style, by its w:pPr."""
        style = properties.find(w("pStyle")) if properties is not None else None
        return style.get(_VAL) if style is not None else self.default_paragraph

    def inherited(self, paragraph_style: str | None, run_style: str | None) -> Look:
        """How a run looks by its styles alone."""
        key = (paragraph_style, run_style)
        if key not in self._texts:
            below = self.style(paragraph_style).look
            above = self.style(run_style).look if run_style else NO_LOOK
            whole = above.over(below).over(self._defaults)
            self._texts[key] = replace(
                whole,
                italic=bool(below.italic) != bool(above.italic),
                bold=bool(below.bold) != bool(above.bold),
                hidden=bool(below.hidden) != bool(above.hidden),
            )
        return self._texts[key]

    def run_look(self, paragraph_style: str | None, properties: Element | None) -> Look:
        """How a run looks, by its own w:rPr and all styles; every field is said."""
        if properties is None:
            return self.inherited(paragraph_style, None)
        style = properties.find(_RSTYLE)
        run_style = style.get(_VAL) if style is not None else None
        return look_of(properties).over(self.inherited(paragraph_style, run_style))
