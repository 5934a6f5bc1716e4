"""PDF pages as printed lines: where they stand, how large, what is italic, which digits are raised.

pdfium gives a page's characters in one call; boxes and fonts are asked for only where they tell
something (ends of lines, beginnings of words, digits), so that reading costs about as much as
taking the bare text.
"""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pypdfium2.raw as pdfium  # pyright: ignore[reportMissingTypeStubs]

from drafter.errors import UnreadableFile
from drafter.model import Cue, Range, Text

MAX_PAGES = 1000
_LOCK = threading.Lock()
"""pdfium must not be called from two threads at once."""
_SEGMENT = re.compile(r"[^\r\n\ufffe]+")
_SOFT_HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""
_RAISED = re.compile(r"(?<!\d)\d{1,3}(?!\d)|\*{1,3}|(?<!\d)\d{5,6}(?!\d)")
"""What may be raised: a number, asterisks, a year with a number behind it."""
_WORD = re.compile(r"\S+")
_WIDE = 40.0
"""Points between two words that are columns, not one line (the masthead's)."""
_ITALIC_FLAG = 64
_PLAIN = (False, False)


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line."""

    text: Text
    """Raised digits are cues (``typed``, no note yet) and no characters."""
    page: int
    left: float
    """Points from the left edge of the page; so ``right``."""
    right: float
    bottom: float
    """The base line, in points from the lower edge of the page."""
    size: float
    """Font size in points."""
    bold: bool
    first_word: float
    """Width of the first word in points."""
    hyphen: bool = False
    """A hyphen at the end of the line, which is the last character of the text."""
    leading_cue: str | None = None
    """The raised number or asterisks that the line begins with, as a footnote does."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's printed lines from top to bottom."""

    number: int
    width: float
    height: float
    lines: tuple[Printed, ...]


def pages_of(data: bytes) -> list[Page]:
    """The pages of a PDF; UnreadableFile (without the file's name) where it cannot be read."""
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "assword" in str(error):
                raise UnreadableFile(
                    "the PDF is protected by a password; save it without one and open that."
                ) from None
            raise UnreadableFile(
                "the PDF is damaged or ends too early; fetch the file again."
            ) from None
        try:
            if len(document) > MAX_PAGES:
                raise UnreadableFile(
                    f"the PDF has {len(document)} pages; save the pages of the resolution alone "
                    "and open those."
                )
            return [_page(document, i) for i in range(len(document))]
        except pypdfium2.PdfiumError:
            raise UnreadableFile("a page of the PDF is damaged; fetch the file again.") from None
        finally:
            document.close()


def _page(document: pypdfium2.PdfDocument, index: int) -> Page:
    page = document[index]
    text_page = page.get_textpage()
    try:
        width, height = page.get_size()
        reader = _Reader(text_page, index, height)
        return Page(index, width, height, tuple(reader.lines()))
    finally:
        text_page.close()
        page.close()


@dataclass(slots=True)
class _Segment:
    """A stretch of characters in one line of the page's text."""

    start: int
    end: int
    left: float
    right: float
    bottom: float
    size: float
    hyphen: bool = False


@dataclass(slots=True)
class _Line:
    segments: list[_Segment] = field(default_factory=list[_Segment])


class _Reader:
    def __init__(self, text_page: pypdfium2.PdfTextPage, number: int, height: float) -> None:
        self._raw = text_page.raw
        self._number = number
        self._height = height
        count = text_page.count_chars()
        string = text_page.get_text_range() if count else ""
        if len(string) != count:
            string = "".join(
                chr(code) if 0 < (code := pdfium.FPDFText_GetUnicode(self._raw, i)) < 0x110000
                and not 0xD800 <= code < 0xE000 else " "
                for i in range(count)
            )  # fmt: skip
        self._string = string.replace("\x02", _SOFT_HYPHEN).replace("\xad", _SOFT_HYPHEN)
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._font = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._looks: dict[tuple[bytes, int], tuple[bool, bool]] = {}

    def lines(self) -> Iterator[Printed]:
        """The printed lines from top to bottom, columns of one height from left to right."""
        lines: list[_Line] = []
        for segment in self._segments():
            last = lines[-1].segments[-1] if lines else None
            if last is not None and _same_line(last, segment):
                lines[-1].segments.append(segment)
            else:
                lines.append(_Line([segment]))
        printed = [self._printed(line) for line in lines]
        yield from (line for line in printed if line.text or line.leading_cue)

    def _segments(self) -> Iterator[_Segment]:
        for match in _SEGMENT.finditer(self._string):
            stripped = match[0].strip()
            if not stripped:
                continue
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            end = start + len(stripped)
            hyphen = self._string[end : end + 1] == _SOFT_HYPHEN
            segment = self._measured(start, end, hyphen)
            if self._number == 0 and segment.bottom > 0.66 * self._height:
                yield from self._columns(segment)
            else:
                yield segment

    def _measured(self, start: int, end: int, hyphen: bool) -> _Segment:
        left, foot, size = self._at(start)
        if not self._string[start].isalpha():
            _, middle, larger = self._at((start + end) // 2)  # the beginning may be raised
            if larger > size:
                foot, size = middle, larger
        return _Segment(start, end, left, self._right(end - 1), foot, size, hyphen)

    def _columns(self, segment: _Segment) -> Iterator[_Segment]:
        """A segment cut where two words stand far apart."""
        start = segment.start
        right: float | None = None
        for word in _WORD.finditer(self._string, segment.start, segment.end):
            left = self._at(word.start())[0]
            if right is not None and left - right > _WIDE:
                end = start + len(self._string[start : word.start()].rstrip())
                yield self._measured(start, end, False)
                start = word.start()
            right = self._right(word.end() - 1)
        yield self._measured(start, segment.end, segment.hyphen)

    def _at(self, index: int) -> tuple[float, float, float]:
        """Left, base line and font size of a character."""
        raw, x, y, matrix = self._raw, self._x, self._y, self._matrix
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        size = float(pdfium.FPDFText_GetFontSize(raw, index))
        if pdfium.FPDFText_GetMatrix(raw, index, matrix):
            size *= abs(float(matrix.d)) or abs(float(matrix.b)) or 1.0
        return x.value, y.value, size or 1.0

    def _right(self, index: int) -> float:
        """The right edge of a character."""
        pdfium.FPDFText_GetLooseCharBox(self._raw, index, self._box)
        return float(self._box.right)

    def _look(
        self, index: int, _info: Callable[..., int] = pdfium.FPDFText_GetFontInfo
    ) -> tuple[bool, bool]:
        """Whether a character is italic, and bold. Called for every word: kept short."""
        font, flags = self._font, self._flags
        _info(self._raw, index, font, 128, flags)
        try:
            return self._looks[font.value, flags.value]
        except KeyError:
            return self._new_look(font.value, flags.value)

    def _new_look(self, name: bytes, flags: int) -> tuple[bool, bool]:
        lower = name.lower()
        italic = b"italic" in lower or b"oblique" in lower or bool(flags & _ITALIC_FLAG)
        bold = b"bold" in lower or b"black" in lower
        look = (italic, bold) if italic or bold else _PLAIN
        self._looks[name, flags] = look
        return look

    def _printed(self, line: _Line) -> Printed:
        size = max(segment.size for segment in line.segments)
        bottom = next(s.bottom for s in line.segments if s.size == size)
        pieces: list[Text] = []
        bold = words = 0
        first_word = 0.0
        leading: str | None = None
        for n, segment in enumerate(line.segments):
            text, segment_bold, segment_words, cue = self._text(segment, size, bottom, n == 0)
            if n == 0:
                leading = cue
                first = _WORD.match(self._string, segment.start, segment.end)
                if first:
                    first_word = self._right(first.end() - 1) - segment.left
            elif text.string and not pieces[-1].string.endswith(("-", " ")):
                gap = segment.left - line.segments[n - 1].right
                if gap > 0.08 * size and any(piece.string for piece in pieces):
                    pieces.append(Text(" "))
            pieces.append(text)
            bold, words = bold + segment_bold, words + segment_words
        hyphen = line.segments[-1].hyphen
        if hyphen:
            pieces.append(Text("-"))
        return Printed(
            put_together(pieces), self._number, line.segments[0].left, line.segments[-1].right,
            bottom, size,
            2 * bold > words, first_word, hyphen, leading,
        )  # fmt: skip

    def _text(
        self, segment: _Segment, size: float, bottom: float, first: bool
    ) -> tuple[Text, int, int, str | None]:
        """A segment's text, how many of its words are bold, how many it has, its leading cue."""
        start, end = segment.start, segment.end
        raised = self._raised(segment, size, bottom)
        pieces: list[str] = []
        emphasis: list[Range] = []
        cues: list[Cue] = []
        length = bold = words = 0
        leading: str | None = None

        def put(a: int, b: int) -> None:
            nonlocal length, bold, words
            string, look = self._string, self._look
            for word in _WORD.finditer(string, a, b):
                at, end = word.span()
                probe = at if end - at == 1 or string[at].isalnum() else at + 1
                font = look(probe)
                words += 1
                if font is _PLAIN:
                    continue
                italic, is_bold = font
                bold += is_bold
                if italic:
                    last = end - 1
                    while last > probe and not look(last)[0]:
                        last -= 1
                    emphasis.append((length + probe - a, length + last + 1 - a))
            pieces.append(self._string[a:b])
            length += b - a

        at = start
        for a, b in raised:
            before = self._string[at:a]
            if first and not before.strip() and at == start:
                leading = self._string[a:b]
                at = b
                continue
            cut = at + len(before.rstrip(" ,")) if before.strip() == "," and cues else a
            put(at, cut if cut < a else at + len(before.rstrip(" ")))
            cues.append(Cue(length, None, self._string[a:b]))
            at = b
        if leading is not None and at < end and not cues:
            at += len(self._string[at:end]) - len(self._string[at:end].lstrip())
        put(at, end)
        return Text("".join(pieces), _joined(emphasis), tuple(cues)), bold, words, leading

    def _raised(self, segment: _Segment, size: float, bottom: float) -> list[Range]:
        """Digits and asterisks that are smaller than their line and stand above its foot."""
        found: list[Range] = []
        for match in _RAISED.finditer(self._string, segment.start, segment.end):
            start, end = match.span()
            if end - start > 3 and match[0][0] != "*":
                start += 4
            _, foot, height = self._at(start)
            small = height < 0.8 * size and foot > bottom + 0.08 * size
            star = match[0][0] == "*" and (small or start == segment.start)
            if small or (star and end < segment.end):
                found.append((start, end))
        return found


def _same_line(last: _Segment, segment: _Segment) -> bool:
    if last.hyphen:
        return False
    size = max(last.size, segment.size)
    gap = segment.left - last.right
    number = last.end - last.start <= 4
    return abs(last.bottom - segment.bottom) < 0.5 * size and -0.3 * size < gap < (
        2 * _WIDE if number else _WIDE
    )


def _joined(ranges: list[Range]) -> tuple[Range, ...]:
    """Italic words that follow each other are one range."""
    joined: list[Range] = []
    for start, end in ranges:
        if joined and start - joined[-1][1] == 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def put_together(pieces: Sequence[Text]) -> Text:
    """Texts one behind the other."""
    if len(pieces) == 1:
        return pieces[0]
    emphasis: list[Range] = []
    cues: list[Cue] = []
    at = 0
    for piece in pieces:
        if piece.emphasis:
            emphasis += [(a + at, b + at) for a, b in piece.emphasis]
        if piece.cues:
            cues += [Cue(cue.at + at, cue.note, cue.typed) for cue in piece.cues]
        at += len(piece.string)
    return Text("".join([piece.string for piece in pieces]), tuple(emphasis), tuple(cues))
