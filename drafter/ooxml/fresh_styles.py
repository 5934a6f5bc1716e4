"""The paragraph and character styles of United Nations Word files, under their own names.

Measured on the official files of the General Assembly (348 files of the 72nd session share these
styles; reference A/RES/72/194). All lengths are twips.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml.parser import parse_xml
from docx.oxml.styles import CT_Styles
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.styles.styles import Styles

from drafter.ooxml.fresh_elements import letters, outline_level, unhyphenated
from drafter.ooxml.names import W

TEXT_INDENT = 1267
"""Left and right indent of the text column."""
STEP = 475
"""One step of the tab stops, and the depth of one level of sub-paragraphs."""
STOPS = (1267, 1742, 2218, 2693, 3182, 3658, 4133, 4622, 5098, 5573, 6048)
"""Tab stops of the text column."""
NUMBER_STOP = 1022
"""Right tab of the number left of a title ("72/194.")."""
NOTE_NUMBER = 1195
"""Right tab of the number of a footnote, left of its text."""
NOTE = (TEXT_INDENT, 1260, 432)
"""Left, right and hanging indent of a footnote."""

_FONT = "Times New Roman"
_COLUMN = (TEXT_INDENT, TEXT_INDENT, 0)
_HANGING = (TEXT_INDENT, TEXT_INDENT, TEXT_INDENT)
_SINGLE = 0
_BUILTIN = ("header", "footer", "footnote text", "footnote reference", "Hyperlink")
_Kind = TypeVar("_Kind", ParagraphStyle, CharacterStyle)
_DEFAULTS = (
    f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/>'
    '<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
    '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '</w:style><w:style w:type="numbering" w:default="1" w:styleId="NoList">'
    '<w:name w:val="No List"/><w:semiHidden/></w:style></w:styles>'
)
"""What python-docx has no words for: the defaults of the document and of each type of style."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph style; what is not said comes from the style it is based on."""

    id: str
    name: str
    base: str = "Normal"
    size: float | None = None
    """In points."""
    bold: bool | None = None
    italic: bool | None = None
    letters: int | None = None
    """Space between letters."""
    scale: int | None = None
    """Width of letters in per cent."""
    before: int | None = None
    after: int | None = None
    line: int | None = None
    """Exact height of a line; _SINGLE takes it from the letters."""
    inset: tuple[int, int, int] | None = None
    """Left, right, and how far the first line stands out."""
    stops: tuple[int, ...] = ()
    number: int | None = None
    """Where a right tab for a number stands before the stops."""
    keep: bool = False
    """With the next paragraph and in one piece."""
    level: int | None = None
    """In the outline, from 0."""


_LOOKS = (
    _Look("H1", "_ H_1", size=12, bold=True, line=270, inset=_HANGING, stops=STOPS,
          number=NUMBER_STOP, keep=True, level=0),
    _Look("HCh", "_ H _Ch", "_ H_1", size=14, letters=-2, line=300, inset=(0, 0, 0)),
    _Look("HM", "_ H __M", "_ H _Ch", size=17, letters=-3, scale=99, line=360),
    _Look("XLarge", "XLarge", "_ H __M", size=20, letters=-4, scale=98, line=390),
    _Look("H23", "_ H_2/3", bold=True, keep=True, level=1),
    _Look("H4", "_ H_4", italic=True, letters=3, inset=_HANGING, stops=STOPS, number=NUMBER_STOP,
          keep=True, level=3),
    _Look("H56", "_ H_5/6", inset=_HANGING, stops=STOPS, number=NUMBER_STOP, keep=True, level=4),
    _Look("SingleTxt", "__Single Txt", after=120, line=240, inset=_COLUMN, stops=STOPS),
    _Look("Session", "Session", "_ H_2/3", level=1),
    _Look("AgendaItemNormal", "Agenda_Item_Normal", after=0, line=_SINGLE),
    _Look("AgendaTitleH2", "Agenda_Title_H2", bold=True, line=240, inset=(0, 5040, 0), keep=True,
          level=1),
    _Look("TitleHCH", "Title_H_CH", "_ H_1", size=14, letters=-2, line=300),
    _Look("TitleH1", "Title_H1", size=12, bold=True, line=270, inset=_HANGING, stops=STOPS,
          number=NUMBER_STOP, keep=True, level=0),
    _Look("Sponsors", "Sponsors", bold=True, inset=_COLUMN, keep=True, level=1),
    _Look("Distribution", "Distribution", before=240, line=_SINGLE),
    _Look("Publication", "Publication", line=_SINGLE),
    _Look("Small", "Small", size=8.5, letters=2, line=210),
    _Look("Original", "Original", line=_SINGLE),
    _Look("ReleaseDate0", "Release Date", line=_SINGLE),
    _Look("Header", "header", size=8.5, letters=0, scale=100, after=0, line=_SINGLE),
    _Look("Footer", "footer", size=8.5, bold=True, letters=0, after=0, line=_SINGLE),
    _Look("FootnoteText", "footnote text", size=8.5, letters=5, line=210,
          number=NOTE_NUMBER, inset=NOTE, stops=STOPS[:4]),
)  # fmt: skip


@cache
def un_styles() -> CT_Styles:
    """The root of ``word/styles.xml``; copy it, it is made only once."""
    root = parse_xml(_DEFAULTS)
    assert isinstance(root, CT_Styles)
    styles = Styles(root)
    normal = styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.name, normal.font.size = _FONT, Pt(10)
    letters(normal, spacing=4, scale=103, kerning=14)
    normal.paragraph_format.widow_control = True
    unhyphenated(normal)
    _space(normal, _Look("Normal", "Normal", after=0, line=240))
    for look in _LOOKS:
        _add(styles, look)
    text = styles["__Single Txt"]
    assert isinstance(text, ParagraphStyle)
    text.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    text.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _add_characters(styles)
    return root


def _add(styles: Styles, look: _Look) -> None:
    style = _new(styles, look.id, look.name, ParagraphStyle)
    style.base_style = styles[look.base]
    style.quick_style = True
    style.font.bold, style.font.italic = look.bold, look.italic
    if look.size is not None:
        style.font.size = Pt(look.size)
    letters(style, spacing=look.letters, scale=look.scale)
    if look.keep:
        style.paragraph_format.keep_with_next = style.paragraph_format.keep_together = True
    tabs = style.paragraph_format.tab_stops
    add = tabs.add_tab_stop  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    if look.number is not None:
        add(Twips(look.number), WD_TAB_ALIGNMENT.RIGHT)
    for stop in look.stops:
        add(Twips(stop))
    _space(style, look)
    if look.inset is not None:
        left, right, hanging = look.inset
        style.paragraph_format.left_indent = Twips(left)
        style.paragraph_format.right_indent = Twips(right)
        style.paragraph_format.first_line_indent = Twips(-hanging)
    if look.level is not None:
        outline_level(style, look.level)


def _space(style: ParagraphStyle, look: _Look) -> None:
    form = style.paragraph_format
    if look.before is not None:
        form.space_before = Twips(look.before)
    if look.after is not None:
        form.space_after = Twips(look.after)
    if look.line is not None:
        form.line_spacing = 1.0 if look.line == _SINGLE else Twips(look.line)


def _add_characters(styles: Styles) -> None:
    reference = _new(styles, "FootnoteReference", "footnote reference", CharacterStyle)
    reference.hidden = True
    reference.font.superscript = True
    letters(reference, spacing=5, scale=103, kerning=14)
    link = _new(styles, "Hyperlink", "Hyperlink", CharacterStyle)
    link.font.color.rgb = RGBColor(0, 0, 255)
    link.font.underline = False


def _new(styles: Styles, style_id: str, name: str, kind: type[_Kind]) -> _Kind:
    """A style of Word's own names, or one of the United Nations."""
    of = WD_STYLE_TYPE.PARAGRAPH if kind is ParagraphStyle else WD_STYLE_TYPE.CHARACTER
    add = styles.add_style  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    style = add(name, of, builtin=name in _BUILTIN)
    assert isinstance(style, kind)
    style.style_id = style_id
    return style
