"""Pages, indents and spaces of a United Nations document.

Source: the official Word files of the General Assembly (A/RES/72/194 and 347 others with the same
styles) and the drafts A/80/L.22 and A/C.3/80/L.2. All lengths are twips (a twentieth of a point).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Paper = Literal["letter", "a4"]

TEXT_WIDTH = 9840
"""Between the page margins; the text column is indented in it."""
MASTHEAD_GRID = (1267, 1872, 245, 3110, 245, 3111)
MASTHEAD_TOP = 864
"""Height of the first row: United Nations and the symbol."""
MASTHEAD_BODY = 2880
"""Height of the second row: organ, distribution and date."""
HEADER_GRID = (3600, 6264)
FOOTER_GRID = (4920, 4920)

AFTER_AGENDA = 360
AFTER_TITLE = 240
BELOW_TABLE = 120
BEFORE_CLOSING = 240
COMMITTEE_SIZE = 152400
"""Of the letters that name a committee, in EMU: 12 points."""
END_RULE = 1440
"""Width of the short rule that ends a document."""


@dataclass(frozen=True, slots=True)
class Page:
    """A paper size and its margins."""

    width: int
    height: int
    side: int
    top: int = 1440
    bottom_first: int = 1728
    bottom: int = 1152
    header: int = 432
    footer: int = 504


PAGES: dict[Paper, Page] = {
    "letter": Page(12240, 15840, 1200),
    "a4": Page(11906, 16838, (11906 - TEXT_WIDTH) // 2),
}
