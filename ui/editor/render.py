"""How a paragraph of the model looks as a block of a text document.

The number of a paragraph is no text: the view paints it beside the block. A footnote cue is one
character, too small to be seen and as wide as the raised number that the view paints over it: so a
line never breaks before a cue, as it would before an object.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
)

from drafter.model import Cue, Kind, Paragraph, Text
from ui.editor.mapping import CUE_CHARACTER, shown, units

PARAGRAPH_ID = QTextFormat.Property.UserProperty + 1
CUE_NOTE = QTextFormat.Property.UserProperty + 2
"""Id of the note a cue calls; "" where the note is lost."""
CUE_TYPED = QTextFormat.Property.UserProperty + 3
CUE_NUMBER = QTextFormat.Property.UserProperty + 4
"""What the raised mark shows."""

GUTTER = 36
"""Pixels, at normal zoom, left of the text for numbers and labels."""
RIGHT = 12
"""Pixels, at normal zoom, right of the text."""
MARGIN = 14
"""Pixels, at normal zoom, around the whole text."""
INDENT = 32
"""Pixels, at normal zoom, for each level of sub-paragraph."""

_RUNNING_TEXT = "Requests the Secretary-General to report on the implementation of the resolution"
_SMALL = frozenset({Kind.ADOPTION, Kind.SUBMITTERS, Kind.CLOSING})


@dataclass(frozen=True)
class Style:
    """How a text is set."""

    font: QFont = field(default_factory=lambda: QFont("Serif", 12))
    ink: QColor = field(default_factory=lambda: QColor("#222222"))
    faint: QColor = field(default_factory=lambda: QColor("#777777"))
    accent: QColor = field(default_factory=lambda: QColor("#1f5fa8"))
    zoom: float = 1.0

    def sized_font(self) -> QFont:
        """The font at this zoom."""
        font = QFont(self.font)
        font.setPointSizeF(self.font.pointSizeF() * self.zoom)
        return font

    def raised_font(self) -> QFont:
        """The font of cues."""
        font = self.sized_font()
        font.setPointSizeF(max(5.0, font.pointSizeF() * 0.68))
        return font

    @property
    def gutter(self) -> float:
        """Pixels left of the text."""
        return GUTTER * self.zoom

    @property
    def character(self) -> float:
        """Pixels of a character on average, in running text; a font's own average counts signs of
        every script and is half as wide again."""
        metrics = QFontMetricsF(self.sized_font())
        return metrics.horizontalAdvance(_RUNNING_TEXT) / len(_RUNNING_TEXT)

    @property
    def beside(self) -> float:
        """Pixels of a line, within the margins, that hold no text."""
        return (GUTTER + RIGHT) * self.zoom


Run = tuple[str, QTextCharFormat]
"""A stretch of characters of one format."""


def block_format(paragraph: Paragraph, style: Style) -> QTextBlockFormat:
    """Margins and alignment of a paragraph's block, and its id."""
    fmt = QTextBlockFormat()
    fmt.setProperty(PARAGRAPH_ID, paragraph.id)
    level = max(1, paragraph.level) if paragraph.kind is Kind.SUBPARAGRAPH else 0
    em = QFontMetricsF(style.sized_font()).height()
    fmt.setLeftMargin(style.gutter + INDENT * style.zoom * level)
    fmt.setRightMargin(RIGHT * style.zoom)
    fmt.setTopMargin(em * (0.7 if paragraph.kind in (Kind.TITLE, Kind.HEADING) else 0.1))
    fmt.setBottomMargin(em * (0.25 if paragraph.kind in _SMALL else 0.5))
    fmt.setLineHeight(128.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if paragraph.kind is Kind.CLOSING:
        fmt.setAlignment(Qt.AlignmentFlag.AlignRight)
    return fmt


def plain_format(paragraph: Paragraph, style: Style) -> QTextCharFormat:
    """Format of upright words of a paragraph."""
    fmt = QTextCharFormat()
    font = style.sized_font()
    if paragraph.kind is Kind.TITLE:
        font.setPointSizeF(font.pointSizeF() * 1.1)
        font.setBold(True)
    elif paragraph.kind is Kind.HEADING:
        font.setBold(True)
    elif paragraph.kind in _SMALL:
        font.setPointSizeF(font.pointSizeF() * 0.92)
    fmt.setFont(font)
    quiet = paragraph.kind in _SMALL or paragraph.kind is Kind.OPAQUE
    fmt.setForeground(style.faint if quiet else style.ink)
    return fmt


def runs(paragraph: Paragraph, style: Style, numbers: dict[str, int]) -> list[Run]:
    """The characters of a paragraph's block, cut where the format changes."""
    upright = plain_format(paragraph, style)
    italic = QTextCharFormat(upright)
    italic.setFontItalic(True)
    text = paragraph.text
    marks = {0, len(text)}
    for start, stop in text.emphasis:
        marks |= {start, stop}
    cues = {cue.at for cue in text.cues}
    edges = sorted(marks | cues)
    found: list[Run] = []
    for i, at in enumerate(edges):
        for cue in text.cues if at in cues else ():
            if cue.at == at:
                second = bool(found) and found[-1][1].hasProperty(CUE_NOTE)
                mark = f",{cue_mark(cue, numbers)}" if second else cue_mark(cue, numbers)
                found.append((CUE_CHARACTER, cue_format(cue, mark, style)))
        if i + 1 < len(edges):
            inside = any(a <= at < b for a, b in text.emphasis)
            found.append((shown(text.string[at : edges[i + 1]]), italic if inside else upright))
    return found


def cue_format(cue: Cue, mark: str, style: Style) -> QTextCharFormat:
    """Format of a cue's character: room for its mark."""
    fmt = QTextCharFormat()
    font = QFont(style.font)
    font.setPointSizeF(1.0)
    width = QFontMetricsF(style.raised_font()).horizontalAdvance(mark)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, width + 0.5)
    fmt.setFont(font)
    fmt.setForeground(QColor(0, 0, 0, 0))
    fmt.setProperty(CUE_NOTE, cue.note or "")
    fmt.setProperty(CUE_TYPED, cue.typed or "")
    fmt.setProperty(CUE_NUMBER, mark)
    return fmt


def cue_mark(cue: Cue, numbers: dict[str, int]) -> str:
    """What a cue shows: its note's number, also one of another text; where the note is lost, what
    was printed and a question mark."""
    if cue.note is not None and cue.note in numbers:
        return str(numbers[cue.note])
    return cue.typed if cue.note and cue.typed else f"{cue.typed or ''}?"


def text_of(block: QTextBlock) -> Text:
    """The text that a block shows, read back from it."""
    string: list[str] = []
    emphasis: list[tuple[int, int]] = []
    cues: list[Cue] = []
    size = 0
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        fmt, piece = fragment.charFormat(), fragment.text()
        if fmt.hasProperty(CUE_NOTE):
            note, typed = str(fmt.property(CUE_NOTE)), str(fmt.property(CUE_TYPED))
            cues += [Cue(size, note or None, typed or None)] * piece.count(CUE_CHARACTER)
            piece = piece.replace(CUE_CHARACTER, "")
        if fmt.fontItalic() and piece:
            emphasis.append((size, size + len(piece)))
        string.append(piece.replace("\u2028", "\n"))
        size += len(piece)
        iterator += 1
    return Text("".join(string), tuple(emphasis), tuple(cues))


def length(paragraph: Paragraph) -> int:
    """Qt characters of a paragraph's block."""
    return units(paragraph.text.string) + len(paragraph.text.cues)
