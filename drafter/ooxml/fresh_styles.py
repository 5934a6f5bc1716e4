"""The paragraph and character styles of United Nations Word files, under their own names.

Measured on the official files of the General Assembly (348 files of the 72nd session share these
styles; reference A/RES/72/194). All lengths are twips.
"""

from __future__ import annotations

from collections.abc import Iterable
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
NOTE_NUMBER = 175
"""How far the number of a footnote stands out to the left of its text."""

_FONT = "Times New Roman"
_COLUMN = (TEXT_INDENT, TEXT_INDENT, 0)
_HANGING = (TEXT_INDENT, TEXT_INDENT, TEXT_INDENT)
"""Left, right, and how far the first line stands out."""
_BUILTIN = ("header", "footer", "footnote text", "footnote reference", "Hyperlink")
_Kind = TypeVar("_Kind", ParagraphStyle, CharacterStyle)
_SINGLE = 0
"""Line spacing after the letters; other values are exact, in twips."""
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
    _space(normal, after=0, line=240)
    _headings(styles)
    _texts(styles)
    _outside(styles)
    _characters(styles)
    return root


def _headings(styles: Styles) -> None:
    style = _style(styles, "H1", "_ H_1", "Normal", size=12, bold=True, level=0)
    _heading(style, line=270)
    style = _style(styles, "HCh", "_ H _Ch", "_ H_1", size=14)
    _space(style, line=300)
    _inset(style, (0, 0, 0))
    letters(style, spacing=-2)
    style = _style(styles, "HM", "_ H __M", "_ H _Ch", size=17)
    _space(style, line=360)
    letters(style, spacing=-3, scale=99)
    style = _style(styles, "XLarge", "XLarge", "_ H __M", size=20)
    _space(style, line=390)
    letters(style, spacing=-4, scale=98)
    _keep(_style(styles, "H23", "_ H_2/3", "Normal", bold=True, level=1))
    style = _style(styles, "H4", "_ H_4", "Normal", italic=True, level=3)
    _heading(style)
    letters(style, spacing=3)
    _heading(_style(styles, "H56", "_ H_5/6", "Normal", level=4))
    style = _style(styles, "TitleHCH", "Title_H_CH", "_ H_1", size=14)
    _space(style, line=300)
    letters(style, spacing=-2)
    style = _style(styles, "TitleH1", "Title_H1", "Normal", size=12, bold=True, level=0)
    _heading(style, line=270)


def _texts(styles: Styles) -> None:
    style = _style(styles, "SingleTxt", "__Single Txt", "Normal")
    _stops(style, STOPS)
    _space(style, after=120, line=240)
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    _inset(style, _COLUMN)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    style = _style(styles, "Sponsors", "Sponsors", "Normal", bold=True, level=1)
    _keep(style)
    _inset(style, _COLUMN)
    style = _style(styles, "Small", "Small", "Normal", size=8.5)
    _space(style, line=210)
    letters(style, spacing=2)
    style = _style(styles, "FootnoteText", "footnote text", "Normal", size=8.5)
    _stops(style, STOPS[:4])
    _space(style, line=210)
    _inset(style, (TEXT_INDENT, TEXT_INDENT, NOTE_NUMBER))
    letters(style, spacing=5)


def _outside(styles: Styles) -> None:
    """Masthead, agenda, headers and footers."""
    _style(styles, "Session", "Session", "_ H_2/3", level=1)
    _space(
        _style(styles, "AgendaItemNormal", "Agenda_Item_Normal", "Normal"), after=0, line=_SINGLE
    )
    style = _style(styles, "AgendaTitleH2", "Agenda_Title_H2", "Normal", bold=True, level=1)
    _keep(style)
    _space(style, line=240)
    _inset(style, (0, 5040, 0))
    _space(_style(styles, "Distribution", "Distribution", "Normal"), before=240, line=_SINGLE)
    for style_id, name in (
        ("Publication", "Publication"), ("Original", "Original"), ("ReleaseDate0", "Release Date"),
    ):  # fmt: skip
        _space(_style(styles, style_id, name, "Normal"), line=_SINGLE)
    style = _style(styles, "Header", "header", "Normal", size=8.5)
    _space(style, after=0, line=_SINGLE)
    letters(style, spacing=0, scale=100)
    style = _style(styles, "Footer", "footer", "Normal", size=8.5, bold=True)
    _space(style, after=0, line=_SINGLE)
    letters(style, spacing=0)


def _characters(styles: Styles) -> None:
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


def _style(
    styles: Styles,
    style_id: str,
    name: str,
    base: str,
    *,
    size: float | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
    level: int | None = None,
) -> ParagraphStyle:
    """A paragraph style; ``size`` in points, ``level`` is that of the outline, from 0."""
    style = _new(styles, style_id, name, ParagraphStyle)
    style.base_style = styles[base]
    style.quick_style = True
    style.font.bold, style.font.italic = bold, italic
    if size is not None:
        style.font.size = Pt(size)
    if level is not None:
        outline_level(style, level)
    return style


def _heading(style: ParagraphStyle, line: int | None = None) -> None:
    _keep(style)
    _stops(style, (NUMBER_STOP,), WD_TAB_ALIGNMENT.RIGHT)
    _stops(style, STOPS)
    _space(style, line=line)
    _inset(style, _HANGING)


def _keep(style: ParagraphStyle) -> None:
    style.paragraph_format.keep_with_next = style.paragraph_format.keep_together = True


def _stops(
    style: ParagraphStyle,
    stops: Iterable[int],
    alignment: WD_TAB_ALIGNMENT = WD_TAB_ALIGNMENT.LEFT,
) -> None:
    tabs = style.paragraph_format.tab_stops
    for stop in stops:
        tabs.add_tab_stop(Twips(stop), alignment)  # pyright: ignore[reportUnknownMemberType]


def _space(
    style: ParagraphStyle,
    before: int | None = None,
    after: int | None = None,
    line: int | None = None,
) -> None:
    form = style.paragraph_format
    if before is not None:
        form.space_before = Twips(before)
    if after is not None:
        form.space_after = Twips(after)
    if line is not None:
        form.line_spacing = 1.0 if line == _SINGLE else Twips(line)


def _inset(style: ParagraphStyle, indents: tuple[int, int, int]) -> None:
    left, right, hanging = indents
    form = style.paragraph_format
    form.left_indent, form.right_indent = Twips(left), Twips(right)
    form.first_line_indent = Twips(-hanging)
