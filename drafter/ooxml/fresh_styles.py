"""The paragraph and character styles of United Nations Word files, under their own names.

Measured on the official files of the General Assembly (348 files of the 72nd session share these
styles; reference A/RES/72/194). All lengths are twips, sizes half points.
"""

from __future__ import annotations

import re

from drafter.ooxml.fresh_package import XML
from drafter.ooxml.fresh_xml import NAMESPACES, indent, spacing, tabs

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

FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
LINE_10 = 'w:line="240" w:lineRule="exact"'
LINE_12 = 'w:line="270" w:lineRule="exact"'
LINE_14 = 'w:line="300" w:lineRule="exact"'
LINE_20 = 'w:line="390" w:lineRule="exact"'
LINE_8 = 'w:line="210" w:lineRule="exact"'
LINE_AT_LEAST = 'w:line="240" w:lineRule="atLeast"'
LINE_AUTO = 'w:line="240" w:lineRule="auto"'

_KEEP = "<w:keepNext/><w:keepLines/>"
_LEFT_STOPS = [("left", stop) for stop in STOPS]
_HEADING_STOPS = tabs([("right", NUMBER_STOP), *_LEFT_STOPS])
_TEXT_STOPS = tabs(_LEFT_STOPS)
_COLUMN = indent(TEXT_INDENT, TEXT_INDENT)
_HANGING = indent(TEXT_INDENT, TEXT_INDENT, TEXT_INDENT)
_PLAIN_TEXT = (
    f'{FONT}<w:spacing w:val="4"/><w:w w:val="103"/><w:kern w:val="14"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/>'
)


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


def _style(
    style_id: str, name: str, based_on: str | None, ppr: str, rpr: str = "", *, kind: str = ""
) -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{style_id}"><w:name w:val="{name}"/>{base}'
        f"<w:qFormat/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def _own(style_id: str, name: str, based_on: str | None, ppr: str, rpr: str = "") -> str:
    return _style(style_id, name, based_on, ppr, rpr, kind=' w:customStyle="1"')


_STYLES = (
    _style(
        "Normal", "Normal", None,
        "<w:widowControl/><w:suppressAutoHyphens/>" + spacing(after=0, line=LINE_10),
        _PLAIN_TEXT, kind=' w:default="1"',
    ),
    _own("H1", "_ H_1", "Normal",
         _KEEP + _HEADING_STOPS + spacing(line=LINE_12) + _HANGING + _level(0),
         '<w:b/><w:sz w:val="24"/>'),
    _own("HCh", "_ H _Ch", "H1", spacing(line=LINE_14) + indent(),
         '<w:spacing w:val="-2"/><w:sz w:val="28"/>'),
    _own("HM", "_ H __M", "HCh", spacing(line='w:line="360" w:lineRule="exact"'),
         '<w:spacing w:val="-3"/><w:w w:val="99"/><w:sz w:val="34"/>'),
    _own("XLarge", "XLarge", "HM", spacing(line=LINE_20),
         '<w:spacing w:val="-4"/><w:w w:val="98"/><w:sz w:val="40"/>'),
    _own("H23", "_ H_2/3", "Normal", _KEEP + _level(1), "<w:b/>"),
    _own("H4", "_ H_4", "Normal", _KEEP + _HEADING_STOPS + _HANGING + _level(3),
         '<w:i/><w:spacing w:val="3"/>'),
    _own("H56", "_ H_5/6", "Normal", _KEEP + _HEADING_STOPS + _HANGING + _level(4)),
    _own("SingleTxt", "__Single Txt", "Normal",
         _TEXT_STOPS + spacing(after=120, line=LINE_AT_LEAST) + _COLUMN + '<w:jc w:val="both"/>'),
    _own("Session", "Session", "H23", _level(1)),
    _own("AgendaItemNormal", "Agenda_Item_Normal", "Normal", spacing(after=0, line=LINE_AUTO)),
    _own("AgendaTitleH2", "Agenda_Title_H2", "Normal",
         _KEEP + spacing(line=LINE_10) + indent(0, 5040) + _level(1), "<w:b/>"),
    _own("TitleHCH", "Title_H_CH", "H1", spacing(line=LINE_14) + _HANGING,
         '<w:spacing w:val="-2"/><w:sz w:val="28"/>'),
    _own("TitleH1", "Title_H1", "Normal",
         _KEEP + _HEADING_STOPS + spacing(line=LINE_12) + _HANGING + _level(0),
         '<w:b/><w:sz w:val="24"/>'),
    _own("Sponsors", "Sponsors", "Normal", _KEEP + _COLUMN + _level(1), "<w:b/>"),
    _own("Distribution", "Distribution", "Normal", spacing(before=240, line=LINE_AUTO)),
    _own("Publication", "Publication", "Normal", spacing(line=LINE_AUTO)),
    _own("Small", "Small", "Normal", spacing(line=LINE_8),
         '<w:spacing w:val="2"/><w:sz w:val="17"/>'),
    _own("Original", "Original", "Normal", spacing(line=LINE_AUTO)),
    _own("ReleaseDate0", "Release Date", "Normal", spacing(line=LINE_AUTO)),
    _style("Header", "header", "Normal", spacing(after=0, line=LINE_AUTO),
           '<w:spacing w:val="0"/><w:w w:val="100"/><w:sz w:val="17"/>'),
    _style("Footer", "footer", "Normal", spacing(after=0, line=LINE_AUTO),
           '<w:b/><w:spacing w:val="0"/><w:sz w:val="17"/>'),
    _style(
        "FootnoteText", "footnote text", "Normal",
        tabs(_LEFT_STOPS[:4]) + spacing(line=LINE_8)
        + indent(TEXT_INDENT, TEXT_INDENT, NOTE_NUMBER),
        '<w:spacing w:val="5"/><w:sz w:val="17"/>',
    ),
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>',
    '<w:style w:type="character" w:styleId="FootnoteReference">'
    '<w:name w:val="footnote reference"/><w:semiHidden/><w:rPr><w:spacing w:val="5"/>'
    '<w:w w:val="103"/><w:kern w:val="14"/><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0000FF"/><w:u w:val="none"/></w:rPr></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>",
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    "<w:semiHidden/></w:style>",
)  # fmt: skip

STYLE_IDS = frozenset(re.findall(r'w:styleId="(\w+)"', "".join(_STYLES)))
"""The styles a fresh file has."""


def styles_xml() -> str:
    """``word/styles.xml``: British English, Times New Roman, the United Nations' style names."""
    return (
        f"{XML}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{FONT}"
        '<w:sz w:val="20"/><w:szCs w:val="20"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        f"{spacing(after=0, line=LINE_AUTO)}</w:pPr></w:pPrDefault></w:docDefaults>"
        f"{''.join(_STYLES)}</w:styles>"
    )


def settings_xml(*, notes: bool = True) -> str:
    """``word/settings.xml``: even and odd headers, tab step, no compatibility mode.

    ``notes`` names the separator notes of a file that has footnotes.
    """
    separators = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    return (
        f'{XML}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{STEP}"/><w:doNotHyphenateCaps/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"{separators if notes else ''}"
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )
