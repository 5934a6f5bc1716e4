"""What python-docx has no words for, put with lxml into the paragraphs and runs it makes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.parser import OxmlElement
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from drafter.ooxml.inline import fill_run
from drafter.ooxml.names import XML_SPACE, Element, r, w

_LETTERS = ("spacing", "w", "kern", "position")
"""Spacing, width, kerning and height of letters, in the schema's order."""
_AFTER_LETTERS = ("sz", "szCs", "highlight", "u", "effect", "vertAlign", "lang")
_AFTER_BORDERS = ("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "jc", "outlineLvl", "rPr")


def element_of(proxy: object) -> BaseOxmlElement:
    """The element behind a paragraph, table, row, cell or part of a page of python-docx."""
    return cast("BaseOxmlElement", getattr(proxy, "_element"))  # noqa: B009


def properties_of(proxy: object, name: str) -> Element:
    """Its properties ("pPr", "rPr", "tcPr", "trPr"), made if there are none yet."""
    made = getattr(element_of(proxy), f"get_or_add_{name}")
    return cast("Element", made())


def make(name: str, values: Mapping[str, object] | None = None) -> BaseOxmlElement:
    """An element of WordprocessingML with attributes of the same namespace."""
    attributes = {w(key): str(value) for key, value in (values or {}).items()}
    return cast("BaseOxmlElement", OxmlElement(f"w:{name}", attributes))


def put(parent: Element, child: Element, successors: tuple[str, ...]) -> None:
    """Insert a child before whatever the schema wants behind it."""
    place = next((other for name in successors for other in parent.findall(w(name))), None)
    if place is None:
        parent.append(child)
    else:
        place.addprevious(child)


def letters(
    holder: Run | CharacterStyle,
    *,
    spacing: int | None = None,
    scale: int | None = None,
    kerning: int | None = None,
    position: int | None = None,
) -> None:
    """Spacing of letters in twips, their width in per cent, kerning and height in half points."""
    properties = properties_of(holder, "rPr")
    for i, value in enumerate((spacing, scale, kerning, position)):
        if value is not None:
            after = (*_LETTERS[i + 1 :], *_AFTER_LETTERS)
            put(properties, make(_LETTERS[i], {"val": value}), after)


def outline_level(style: ParagraphStyle, level: int) -> None:
    """The level of a heading in the outline, from 0."""
    put(properties_of(style, "pPr"), make("outlineLvl", {"val": level}), ())


def unhyphenated(style: ParagraphStyle) -> None:
    """Words are never broken."""
    put(properties_of(style, "pPr"), make("suppressAutoHyphens"), _AFTER_BORDERS[3:])


def ruled_below(paragraph: Paragraph) -> None:
    """A thin rule under a paragraph."""
    borders = make("pBdr")
    borders.append(make("bottom", {"val": "single", "sz": 2, "space": 0, "color": "000000"}))
    put(properties_of(paragraph, "pPr"), borders, _AFTER_BORDERS)


def loose_paragraph(document: Document) -> Paragraph:
    """A paragraph that stands nowhere yet, to gather runs."""
    return Paragraph(cast("CT_P", make("p")), document)


def flatten(paragraph: Paragraph) -> None:
    """Give an empty paragraph the height of one point, where it must stand but not show."""
    mark = make("rPr")
    mark.append(make("sz", {"val": 2}))
    put(properties_of(paragraph, "pPr"), mark, ("sectPr",))


def words(
    paragraph: Paragraph,
    string: str,
    *,
    bold: bool | None = None,
    italic: bool | None = None,
    raised: bool | None = None,
    style: str | None = None,
) -> Run:
    """A run of plain text; tabs, line breaks and hyphens that do not break become elements."""
    run = paragraph.add_run(style=style)
    if bold is not None:
        run.bold = bold
    if italic is not None:
        run.italic = italic
    if raised:
        run.font.superscript = True
    fill_run(run.element, string)
    return run


def field(paragraph: Paragraph, instruction: str, result: str, *, raised: bool = False) -> None:
    """A complex field (PAGE, NUMPAGES, NOTEREF) and the result it shows until it is updated."""
    code = make("instrText")
    code.text = f" {instruction} "
    code.set(XML_SPACE, "preserve")
    for child in (_character("begin"), code, _character("separate")):
        words(paragraph, "", raised=raised).element.append(child)
    words(paragraph, result, raised=raised)
    words(paragraph, "", raised=raised).element.append(_character("end"))


def _character(kind: str) -> BaseOxmlElement:
    return make("fldChar", {"fldCharType": kind})


def linked(run: Run, address: str) -> None:
    """Wrap a run in a hyperlink to an address outside."""
    run.style = "Hyperlink"
    link = make("hyperlink")
    link.set(r("id"), run.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.set(w("history"), "1")
    run.element.addprevious(link)
    link.append(run.element)


def bookmarked(run: Run, number: int, name: str) -> None:
    """Put a bookmark around a run."""
    run.element.addprevious(make("bookmarkStart", {"id": number, "name": name}))
    run.element.addnext(make("bookmarkEnd", {"id": number}))
