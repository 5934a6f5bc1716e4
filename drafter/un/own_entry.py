"""An entry that a person writes by hand: a resolution, one more member of a series, or a report."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.un.catalogue_own import entry_by_hand
from drafter.un.dates import parse_date
from drafter.un.records import Record, year_of
from drafter.un.symbols import organ_of_number, parse_symbol, symbol_of

if TYPE_CHECKING:
    from drafter.un.catalogue import Catalogue


class WrongEntry(ValueError):
    """What a person typed cannot be an entry: which field ("symbol", "title", "date",
    "carries_on"), and a sentence that says what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def written(
    known: Catalogue, symbol: str, title: str, date: str = "", carries_on: str = ""
) -> tuple[Record, ...]:
    """The records to add for what was typed: the entry, and the one it carries on where that had
    no series yet.

    ``date`` is a day or a year, or empty where the symbol tells the year; ``carries_on`` the symbol
    of an earlier member of the series. Raises WrongEntry.
    """
    full = _symbol(symbol)
    if full is None:
        raise WrongEntry(
            "symbol", f"“{symbol.strip()}” is no symbol; write it like A/RES/80/213 or A/80/234."
        )
    title = " ".join(title.split())
    if not title:
        raise WrongEntry("title", "An entry needs a title; it is how it is found.")
    day, year_only = _date(full, date)
    record = entry_by_hand(full, title, day, year_only=year_only)
    assert record is not None
    if not carries_on.strip():
        there = known.get(full)
        series = there.series if there and there.symbol == full else None
        return (replace(record, series=series or ""),)
    return _carried_on(known, record, carries_on)


def _carried_on(known: Catalogue, record: Record, carries_on: str) -> tuple[Record, ...]:
    earlier = _symbol(carries_on)
    entry = known.get(earlier) if earlier else None
    if entry is None or entry.symbol == record.symbol:
        raise WrongEntry(
            "carries_on",
            f"“{carries_on.strip()}” is not in the catalogue; add it first, or leave this empty.",
        )
    if entry.series:
        return (replace(record, series=entry.series),)
    series = re.sub(r"\W+", "-", f"own-{entry.symbol}".lower()).strip("-")
    first = entry_by_hand(entry.symbol, entry.title, entry.date, series, entry.year_only)
    assert first is not None
    return first, replace(record, series=series)


def _symbol(typed: str) -> str | None:
    """The symbol in normal form; a bare number ("80/213") is what its form says."""
    parsed = parse_symbol(typed)
    if parsed is not None:
        return parsed.normal
    organ = organ_of_number(typed)
    found = symbol_of(typed, organ) if organ else None
    return found.normal if found else None


def _date(symbol: str, typed: str) -> tuple[dt.date, bool]:
    """Day of adoption, and whether only the year is known."""
    typed = typed.strip()
    if re.fullmatch(r"(?:19|20)\d\d", typed):
        return dt.date(int(typed), 1, 1), True
    day = parse_date(typed) if typed else None
    if day is not None:
        return day, False
    if typed:
        raise WrongEntry(
            "date", f"“{typed}” is no date; write it like 18 December 2025 or 2025-12-18."
        )
    parsed = parse_symbol(symbol)
    session = parsed.session if parsed else ""
    year = year_of(symbol)
    if session.isdigit() and (parsed is None or parsed.kind in ("document", "draft")):
        year = int(session) if len(session) == 4 else 1945 + int(session)
    if year is None:
        raise WrongEntry("date", "Please give the day or the year it was adopted or issued.")
    return dt.date(year, 1, 1), True
