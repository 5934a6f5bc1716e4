"""How large the texts are set, so that a line holds a readable number of characters."""

from __future__ import annotations

from ui.editor.render import MARGIN, Style

FEWEST, PLENTY = 54, 84
"""Characters a line should hold at least, and from which on larger type is as good: a good line
has 50 to 75."""
SIZES = (1.24, 1.12, 1.0, 0.96, 0.92, 0.88, 0.84)
"""Factors of the normal size, from where there is room in plenty down to the smallest that can
still be read with ease."""
NARROW = 1000
"""Pixels of both texts together below which what stands between them is narrow too."""


def fitting(column: float, style: Style) -> float:
    """The largest factor at which a line of a ``column`` pixels wide holds enough characters; the
    smallest one where no factor does."""
    for size in SIZES:
        room = column / size - style.beside - 2 * MARGIN
        if room / style.character >= (PLENTY if size > 1 else FEWEST):
            return size
    return SIZES[-1]


def between(width: float, normal: int) -> int:
    """Pixels between two texts that share ``width`` pixels."""
    return normal if width >= NARROW else round(normal * 0.66)
