"""Dates as UN texts write them: "12 January 2026" (Editorial Manual; DOMAIN rule 10)."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_SHORT = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)} | {"sept": 9}
SPACE = r"\s"
"""One space of any kind, no-break and thin ones too, which readers may leave in a text."""
DATE_PATTERN = rf"\d{{1,2}}{SPACE}+(?:{'|'.join(MONTHS)}){SPACE}+\d{{4}}"
"""A regular expression (no groups) that matches "12 January 2026"."""

_DATE = re.compile(rf"(?<!\d)({DATE_PATTERN})(?!\d)")
_LOOSE = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{SPACE}*(?P<month>[A-Za-z]{{3,9}})\.?,?{SPACE}*"
    r"(?P<year>\d{4})"
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")


def format_date(date: dt.date) -> str:
    """ "12 January 2026"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def parse_date(string: str) -> dt.date | None:
    """The date that a whole string says, or None; "12 Jan. 2026" and "2026-01-12" too."""
    string = string.strip().strip("​‎")
    if iso := _ISO.fullmatch(string):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    match = _LOOSE.fullmatch(string)
    if match is None:
        return None
    name = match["month"].lower()
    month = _SHORT.get(name[:4]) if name in ("sept",) else _SHORT.get(name[:3])
    if month is None or not (MONTHS[month - 1].lower().startswith(name) or name == "sept"):
        return None
    return _date(int(match["year"]), month, int(match["day"]))


def find_dates(string: str) -> tuple[tuple[int, int, dt.date], ...]:
    """Every date of a text: start, end (half-open code points), date."""
    found: list[tuple[int, int, dt.date]] = []
    for match in _DATE.finditer(string):
        date = parse_date(match[1])
        if date is not None:
            found.append((match.start(), match.end(), date))
    return tuple(found)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
