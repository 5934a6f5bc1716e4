"""The characters of a PDF page in runs: where each begins, how large it is, whether it is italic.

pdfium gives a page's characters in one call. All else costs a call a character; but characters that
a file prints with one operator look alike, and pdfium says which operator printed a character. So
looks are asked for once a run, and where a run ends is found by halving.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pypdfium2.raw as pdfium  # pyright: ignore[reportMissingTypeStubs]

SOFT_HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""
_ITALIC_FLAG = 64
_NAME = 128
_PROBES = 9


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _quick(name: str, *arguments: Any, result: Any = ctypes.c_int) -> Any:
    """A function of pdfium that takes numbers and addresses as they are: most of the time a call
    takes goes into wrapping its arguments."""
    return ctypes.PYFUNCTYPE(result, *arguments)(_address(getattr(pdfium, name)))


_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_object = _quick("FPDFText_GetTextObject", _POINTER, _INT, result=_POINTER)
_char_origin = _quick("FPDFText_GetCharOrigin", _POINTER, _INT, _POINTER, _POINTER)
_loose_box = _quick("FPDFText_GetLooseCharBox", _POINTER, _INT, _POINTER)
_size = _quick("FPDFText_GetFontSize", _POINTER, _INT, result=ctypes.c_double)
_matrix = _quick("FPDFText_GetMatrix", _POINTER, _INT, _POINTER)
_font = _quick("FPDFTextObj_GetFont", _POINTER, result=_POINTER)
_font_info = _quick("FPDFText_GetFontInfo", _POINTER, _INT, _POINTER, ctypes.c_ulong, _POINTER)


Size = tuple[float, float]


def angle_of(text_page: pypdfium2.PdfTextPage) -> int:
    """By how many degrees against the clock the lines of a page are turned: 0, 90, 180 or 270.

    Tables stand sideways on upright pages, and what was scanned or printed sideways is turned by
    its reader alone. A few characters tell, since most of a page runs one way.
    """
    matrix = pdfium.FS_MATRIX()
    count = text_page.count_chars()
    angles: list[int] = []
    for n in range(1, 2 * _PROBES, 2):
        at = count * n // (2 * _PROBES)
        if at < count and _matrix(_address(text_page.raw), at, ctypes.addressof(matrix)):
            if abs(matrix.a) >= abs(matrix.b):
                angles.append(180 if matrix.a < 0 else 0)
            else:
                angles.append(90 if matrix.b > 0 else 270)
    return max(angles, key=angles.count, default=0)


class Look(NamedTuple):
    """What characters of one operator have in common."""

    size: float
    """In points."""
    italic: bool
    bold: bool


@dataclass(slots=True)
class Run:
    """Characters one after the other that look alike."""

    start: int
    """Half-open range in the page's string."""
    end: int
    left: float
    """Points from the left edge of the page."""
    foot: float
    """The base line, in points from the lower edge."""
    look: Look


class Characters:
    """The characters of a page, with what is known of each."""

    def __init__(self, text_page: pypdfium2.PdfTextPage, angle: int, page: Size) -> None:
        """``angle`` is that of the page's lines (see ``angle_of``), ``page`` its width and height
        as they stand upright."""
        self._address = _address(text_page.raw)
        self._angle = angle
        self._page = page
        self.string = _string(text_page)
        self._box = pdfium.FS_RECTF()
        self._box_at = ctypes.addressof(self._box)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_at = ctypes.addressof(self._matrix)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._x_at, self._y_at = ctypes.addressof(self._x), ctypes.addressof(self._y)
        self._looks: dict[int | None, Look] = {}
        self._styles: dict[int | None, tuple[bool, bool]] = {}

    def left(self, index: int) -> float:
        """Where a character begins, in points from the left edge."""
        return self._origin(index)[0]

    def right(self, index: int) -> float:
        """Where a character ends."""
        _loose_box(self._address, index, self._box_at)
        box, width = self._box, self._page[0]
        match self._angle:
            case 0:
                edge = box.right
            case 90:
                edge = box.top
            case 180:
                edge = width - box.left
            case _:
                edge = width - box.bottom
        return float(edge)

    def _origin(self, index: int) -> tuple[float, float]:
        """Left and base line of a character on the upright page."""
        _char_origin(self._address, index, self._x_at, self._y_at)
        x, y = self._x.value, self._y.value
        if not self._angle:
            return x, y
        width, height = self._page
        upright = {90: (y, height - x), 180: (width - x, height - y), 270: (width - y, x)}
        return upright[self._angle]

    def runs(self, start: int, end: int) -> list[Run]:
        """The characters of ``[start, end)`` in runs."""
        found: list[Run] = []
        at = start
        address = self._address
        last = _object(address, end - 1)
        while at < end:
            here = _object(address, at)
            stop = end if here == last else self._end(here, at, end)
            look = self._looks.get(here) or self._new_look(here, at)
            found.append(Run(at, stop, *self._origin(at), look))
            at = stop
        return found

    def _end(self, here: int | None, start: int, end: int) -> int:
        """Where the run that begins at ``start`` ends; what pdfium put in belongs to no operator
        and goes with what stands before it."""
        low, high = start, end
        while high - low > 1:
            middle = (low + high) // 2
            at = middle
            found = _object(self._address, at)
            while found is None and at > low + 1:
                at -= 1
                found = _object(self._address, at)
            if found == here or found is None:
                low = middle
            else:
                high = at
        return high

    def _new_look(self, operator: int | None, index: int) -> Look:
        size: float = _size(self._address, index)
        if _matrix(self._address, index, self._matrix_at):
            size *= math.hypot(self._matrix.c, self._matrix.d) or 1.0
        font: int | None = _font(operator) if operator is not None else None
        style = self._styles.get(font) or self._new_style(font, index)
        look = Look(size or 1.0, *style)
        if operator is not None:
            self._looks[operator] = look
        return look

    def _new_style(self, font: int | None, index: int) -> tuple[bool, bool]:
        """Whether a font is italic, and bold."""
        name, flags = ctypes.create_string_buffer(_NAME), ctypes.c_int()
        _font_info(self._address, index, ctypes.addressof(name), _NAME, ctypes.addressof(flags))
        lower = name.value.lower()
        italic = b"italic" in lower or b"oblique" in lower or bool(flags.value & _ITALIC_FLAG)
        style = (italic, b"bold" in lower or b"black" in lower)
        if font is not None:
            self._styles[font] = style
        return style


def _string(text_page: pypdfium2.PdfTextPage) -> str:
    """The page's characters, one a code point, so that offsets are pdfium's own."""
    count = text_page.count_chars()
    string = text_page.get_text_range() if count else ""
    if len(string) != count:
        string = "".join(
            chr(code) if 0 < (code := pdfium.FPDFText_GetUnicode(text_page.raw, i)) < 0x110000
            and not 0xD800 <= code < 0xE000 else " "
            for i in range(count)
        )  # fmt: skip
    return string.replace("\x02", SOFT_HYPHEN).replace("\xad", SOFT_HYPHEN)
