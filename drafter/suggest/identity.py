"""Which adopted resolution a loaded text is, and at which session it was adopted.

A text with the symbol of a resolution says so itself. A draft is looked up by title, organ and
date; one without masthead is dated by the newest resolution it cites (DOMAIN, "the document's own
predecessor").
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from drafter.model import Cycle, Kind, Resolution
from drafter.un import organs, sessions, symbols
from drafter.un.citations import Citation
from drafter.un.dates import find_dates

if TYPE_CHECKING:
    from drafter.un.catalogue import Catalogue, Entry

LATEST = dt.timedelta(days=800)
"""A draft is adopted within this time of the newest text it cites, or it is another's draft."""


@dataclass(frozen=True, slots=True)
class Own:
    """What the loaded text is."""

    symbol: str | None
    """Of the resolution, in normal form; None where it is not known."""
    organ: str
    """Code of the organ that speaks in it: "A"."""
    session: int | None
    """The session (or year) that adopted it."""
    date: dt.date | None
    """Of adoption."""
    title: str
    adopted: bool
    """The loaded file is the adopted text itself, not a draft of it."""
    where: str = ""
    """What tells it: the text's own masthead, or the catalogue."""


def speaker_of(resolution: Resolution) -> str:
    """Code of the organ that speaks in the main text; "A" where nothing says so."""
    return named_speaker(resolution) or "A"


def named_speaker(resolution: Resolution) -> str | None:
    """Code of the organ that speaks in the main text, by its speaker line or its symbol."""
    for paragraph in resolution.of_kind(Kind.SPEAKER, section=None):
        if paragraph.section in ("", "A", "1"):
            code = organs.speaker_of(paragraph.text.string)
            if code:
                return code
    symbol = symbols.parse_symbol(resolution.masthead.symbol or "")
    return symbol.organ if symbol and symbol.kind == "resolution" else None


def identify(
    resolution: Resolution, cycle: Cycle, catalogue: Catalogue, cited: tuple[Citation, ...]
) -> Own:
    """What the loaded text is, as far as it or the catalogue says."""
    speaker = speaker_of(resolution)
    title = _title(resolution)
    symbol = symbols.parse_symbol(resolution.masthead.symbol or "")
    if symbol and symbol.kind == "resolution" and symbol.organ == speaker:
        entry = catalogue.get(symbol.normal)
        date = _adoption_date(resolution) or (entry.date if entry else None)
        return Own(symbol.normal, speaker, _number(symbol.session), date, title, True, "the text")
    earliest = _earliest(resolution, cited)
    entry = _adopted_as(title, speaker, earliest, cycle, catalogue)
    if entry is not None:
        found = symbols.parse_symbol(entry.symbol)
        session = _number(found.session) if found else None
        return Own(entry.symbol, speaker, session, entry.date, title, False, entry.where)
    date = earliest
    session = _number(sessions.adopting_session(speaker, "E/CN", date)) if date else None
    return Own(None, speaker, session, None, title, False)


def _title(resolution: Resolution) -> str:
    """The main text's title, or that of the resolution which sends it on under the same."""
    titles = resolution.of_kind(Kind.TITLE, section=None)
    return resolution.title or next((p.text.string for p in titles), "")


def _adopted_as(
    title: str, organ: str, earliest: dt.date | None, cycle: Cycle, catalogue: Catalogue
) -> Entry | None:
    """The resolution a draft became: same title, the first adopted after all that it cites."""
    if not title or earliest is None:
        return None
    candidates = [
        entry
        for entry in catalogue.same_title(title, organ, as_of=cycle.date)
        if entry.date and earliest <= entry.date <= min(cycle.date, earliest + LATEST)
    ]
    if not candidates:
        found = catalogue.find(title, organ=organ, as_of=cycle.date, limit=10)
        candidates = [
            entry
            for entry in found
            if entry.date
            and earliest <= entry.date <= min(cycle.date, earliest + LATEST)
            and fuzz.token_sort_ratio(entry.title.lower(), title.lower()) >= 88
        ]
    return min(candidates, key=lambda entry: entry.date or dt.date.max, default=None)


def _earliest(resolution: Resolution, cited: tuple[Citation, ...]) -> dt.date | None:
    """The day before which the text cannot have been written."""
    if resolution.masthead.date or resolution.masthead.issued:
        return resolution.masthead.issued or resolution.masthead.date
    dates: list[dt.date] = []
    for one in cited:
        if one.date:
            dates.append(one.date)
            continue
        symbol = symbols.parse_symbol(one.symbol)
        if symbol and re.fullmatch(r"(?:19|20)\d\d", symbol.session):
            dates.append(dt.date(int(symbol.session), 1, 1))
        elif symbol and symbol.organ == "A" and symbol.session.isdigit():
            dates.append(sessions.opening_day(int(symbol.session)))
    return max(dates, default=None)


def _adoption_date(resolution: Resolution) -> dt.date | None:
    for kind in (Kind.ADOPTION, Kind.CLOSING):
        for paragraph in resolution.of_kind(kind):
            dates = find_dates(paragraph.text.string)
            if dates:
                return dates[-1][2]
    return resolution.masthead.date


def _number(session: str) -> int | None:
    return int(session) if session.isdigit() else None
