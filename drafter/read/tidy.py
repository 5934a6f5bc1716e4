"""White space and marks that are layout, not text: the last step for the texts of all formats."""

from __future__ import annotations

import re

from drafter.model import Kind
from drafter.read.mending import Mended, Mender
from drafter.read.traced import Traced

_BREAK = re.compile(r"[ \xa0]*[\t\n\r\f\v\u2028][ \xa0\t\n\r\f\v\u2028]*")
_DOUBLE = re.compile(r"[ \xa0]{2,}")
_UNSEEN = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff]")


def tidied(traced: Traced, kind: Kind | None) -> Mended:
    """A text with single spaces, no tabs and no unseen marks; ``kind`` None for a footnote.

    Tabs and line breaks are how a file is set and are no damage; doubled spaces and unseen marks
    are recorded. Only closing lines keep a line feed between them (DOMAIN "Structure").
    """
    plain = traced.string.replace("\xa0", " ")
    if kind is Kind.OPAQUE or ("  " not in plain and plain.isprintable()):
        return Mended(traced)
    mender = Mender(traced)
    for match in reversed(list(_BREAK.finditer(traced.string))):
        closing = kind is Kind.CLOSING and "\n" in match[0]
        mender.traced = mender.traced.splice(*match.span(), "\n" if closing else " ")
    for pattern, new, rule in ((_UNSEEN, "", "invisible-mark"), (_DOUBLE, " ", "double-space")):
        while not mender.full and (match := pattern.search(mender.traced.string)):
            mender.replace(match.start(), match.end(), new, rule)
    mender.traced = mender.traced.strip()
    return mender.done()
