"""One entry of the catalogue."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from drafter.un.symbols import parse_symbol


@dataclass(frozen=True, slots=True)
class Entry:
    """One resolution, decision or report that is known."""

    symbol: str
    """Normal form: "A/RES/70/177"."""
    organ: str
    """Code: "A", "S", "E", "A/HRC", "E/CN.15"."""
    date: dt.date
    """Of adoption; 1 January where only the year is known."""
    year_only: bool
    title: str
    """For the Security Council, whose resolutions have no titles, what its index says of it."""
    session: str
    agenda_item: str
    """"128 (a)"."""
    committee: str
    series: str | None
    """Id of the recurring series it belongs to."""
    where: str
    """Which list it was found in."""
    agenda_title: str = ""
    report: str = ""
    """Committee report or draft it was adopted from."""
    subjects: tuple[str, ...] = ()
    """Subject headings of the United Nations' thesaurus, lower case."""

    @property
    def short(self) -> str:
        """The number as a text cites it: "70/177", "2178 (2014)"."""
        parsed = parse_symbol(self.symbol)
        return parsed.short if parsed else self.symbol


def entry_of(row: Sequence[Any]) -> Entry:
    """The entry of a row of the database (``ENTRY_COLUMNS``)."""
    (symbol, organ, date, year_only, title, session, item, agenda, committee, report, subjects,
     series, place) = row  # fmt: skip
    return Entry(
        symbol, organ, dt.date.fromisoformat(date), bool(year_only), title, session, item,
        committee, series or None, place, agenda, report,
        tuple(subjects.split("|")) if subjects else (),
    )  # fmt: skip


def place_of(entry: Entry) -> tuple[str, tuple[int, int, str]]:
    """Sort key: by organ, session or year, number and part."""
    parsed = parse_symbol(entry.symbol)
    return (entry.organ, parsed.order if parsed else (0, 0, ""))


def agenda_of(entry: Entry) -> str:
    """Agenda item of a Council resolution, as the lists of different years write it; "" for one
    that takes up anything."""
    title = entry.agenda_title.lower().replace("’", "'").rstrip(" .")
    return "" if title == "maintenance of international peace and security" else title


def part_of(symbol: str) -> str:
    """ "A/RES/75/101 A" -> "A"; "" where it is whole."""
    match = re.search(r"\d ([A-Z])(?:$| \()", symbol)
    return match[1] if match else ""
