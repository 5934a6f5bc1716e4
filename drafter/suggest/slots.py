"""Slots: the typed gaps of a template, how each is found in a text and how it is written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from drafter.un.dates import DATE_PATTERN, SPACE, format_date
from drafter.un.organs import ORGANS
from drafter.un.sessions import same_style
from drafter.un.symbols import parse_symbol

_SESSION = (
    r"(?:(?:one[- ])?hundred(?:[- ]and)?[- ])?"
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-‑‐– ])?"
    r"(?:first|second|third|[a-z]{3,9}th)|\d{1,3}(?:st|nd|rd|th)|(?:19|20)\d\d"
)
"""An ordinal or a year; simpler than the field's own, which decides what is a session."""
_ORGAN = (
    rf"(?:General|Trusteeship|Security|Human{SPACE}Rights|Economic{SPACE}and{SPACE}Social){SPACE}"
    rf"(?:Assembly|Council)|(?:Commission|Committee|Conference|Forum)"
    rf"(?:{SPACE}(?:on|for|of){SPACE}[\w, ]{{3,90}}?)?|Assembly|Council"
)
_NUMBER = (
    rf"(?:(?:E?S-)?\d{{1,4}}/\d{{1,3}}(?:{SPACE}[A-Z](?![\w’']))?"
    rf"|\d{{1,4}}{SPACE}?\((?:\d{{4}}|(?:E?S-)?[IVXLC]+)\))"
)


@dataclass(frozen=True, slots=True)
class SlotType:
    """What may stand in a slot."""

    name: str
    pattern: str
    """Regular expression without groups."""
    write: Callable[[object], str]
    example: str
    """Shown where a template is previewed without a draft."""


def _session(value: object) -> str:
    """ "73" is written out, words stay as they are."""
    words = str(value)
    return same_style(words, "first") if re.fullmatch(r"\d{1,3}", words) else words


def _date(value: object) -> str:
    return format_date(value) if isinstance(value, dt.date) else str(value)


def _resolution(value: object) -> str:
    """A symbol is cited by its number: "A/RES/70/177" as "70/177"."""
    symbol = parse_symbol(str(value))
    return symbol.short if symbol else str(value)


def _organ(value: object) -> str:
    organ = ORGANS.get(str(value))
    return organ.name if organ else str(value)


SLOT_TYPES: dict[str, SlotType] = {
    one.name: one
    for one in (
        SlotType("session", rf"(?:{_SESSION})", _session, "seventy-third"),
        SlotType("resolution", _NUMBER, _resolution, "70/177"),
        SlotType("date", DATE_PATTERN, _date, "17 December 2015"),
        SlotType("year", r"(?:19|20)\d\d", str, "2026"),
        SlotType("symbol", r"[A-Z][A-Za-z]*(?:/[\w.\-]+)+(?:\([^)\s]*\))?", str, "A/80/234"),
        SlotType("organ", rf"(?:{_ORGAN})", _organ,
                 "General Assembly"),
        SlotType("resolutions", rf"{_NUMBER}[^;.]{{0,2000}}?", str, "70/148, 70/177 and 70/291"),
        SlotType("cited", rf"{_NUMBER}(?:{SPACE}+of{SPACE}+{DATE_PATTERN})?", str,
                 "70/177 of 17 December 2015"),
        SlotType("number", r"\d+[A-Z]?", str, "53"),
        SlotType("title", r"[^”\"]{1,600}?", str, "The title"),
        SlotType("words", r"[^;:]{1,4000}?", str, "…"),
        SlotType("states", r"[^:;]{1,2000}?", str, "Japan"),
    )
}  # fmt: skip
"""The types a slot may have, by name."""
