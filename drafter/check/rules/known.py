"""Symbols and dates against the catalogue: unknown, misspelt, wrongly dated, not yet adopted.

Source: the catalogue, which is the United Nations' own metadata; a session or year it does not
know whole says nothing about what it lacks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from drafter.check.case import Case, Passage, in_ranges, matches, quoted
from drafter.model import Finding
from drafter.un.catalogue import Catalogue
from drafter.un.citations import Citation
from drafter.un.dates import SPACE, format_date
from drafter.un.sessions import ordinal_words, session_dates, session_year
from drafter.un.symbols import parse_symbol

_MOST_OF_A_SESSION = 360
"""The longest sessions of the Assembly adopted some 340 resolutions; decisions begin at 401."""
NAMES = ("wrong-date", "unknown-symbol", "not-yet-adopted")
SOURCE = "The catalogue of known resolutions"
SESSIONS = "Sessions of the General Assembly (rules of procedure, rule 1) and years in symbols"
_WEEK = dt.timedelta(days=7)
_MISSPELT = re.compile(
    rf"[Rr]esolutions?{SPACE}+(?P<number>"
    rf"(?P<session>[1-9]\d)(?:-|/{SPACE}|{SPACE}/{SPACE}?)(?P<rest>[1-9]\d{{0,2}})"
    r"|[1-9]\d{1,2}/\d{4,}|[1-9]\d{2}/\d{1,3}"
    r"|[1-9]\d{4,}[\s\xa0]?\((?:19|20)\d\d\)|A/[1-9]\d/\d{1,3})(?![\d/\-])"
)
"""“72-194”, “72/ 194”, “74/1759”, “721/94”, “21780 (2014)”, “A/74/175”."""


def check(case: Case, passage: Passage) -> Iterator[Finding]:
    """Findings on what the catalogue knows better, on dates that cannot be, and on what is no
    number of a resolution."""
    yield from _misspelt(case, passage)
    cited = case.cited(passage)
    for one in cited:
        if one.kind == "resolution":
            yield from _resolution(case, passage.id, one, cited)


def _resolution(
    case: Case, target: str, one: Citation, cited: tuple[Citation, ...]
) -> Iterator[Finding]:
    known, (start, end) = case.catalogue, one.number
    entry = known.get(one.symbol) if known is not None else None
    if entry is None and known is not None and _ought_to_be_known(known, one.symbol):
        yield case.finding(
            "unknown-symbol", "warning", target, start, end,
            f"{one.symbol} is not among the known resolutions of its session"
            f"{_as_of(known)}; check the number.", SOURCE,
        )  # fmt: skip
    elif entry is None or entry.year_only:
        yield from _impossible(case, target, one, cited)
    elif one.date is not None and one.date_range is not None and one.date != entry.date:
        if not _shared_date(cited, one.date_range):
            yield case.finding(
                "wrong-date", "warning", target, *one.date_range,
                f"{one.symbol} was adopted on {format_date(entry.date)}.", SOURCE,
                format_date(entry.date),
            )  # fmt: skip
    elif case.date is not None and entry.date > case.date:
        yield case.finding(
            "not-yet-adopted", "warning", target, start, end,
            f"{one.symbol} was adopted only on {format_date(entry.date)}.", SOURCE,
        )  # fmt: skip


def _impossible(
    case: Case, target: str, one: Citation, cited: tuple[Citation, ...]
) -> Iterator[Finding]:
    """A date on which the session or the year that a symbol names was not: for what the catalogue
    does not know by the day."""
    if one.date is None or one.date_range is None or _shared_date(cited, one.date_range):
        return
    own = "A" if one.lead == "its" and case.organ == "A" else ""
    said = _another_time(one.organ or own, one.symbol, one.date)
    if said is not None:
        yield case.finding(
            "wrong-date", "warning", target, *one.date_range,
            f"{one.symbol} {said}; check the date and the number.", SESSIONS,
        )  # fmt: skip


def _another_time(organ: str, symbol: str, date: dt.date) -> str | None:
    parsed = parse_symbol(f"A/RES/{symbol}" if organ == "A" and symbol[0].isdigit() else symbol)
    if parsed is None or not parsed.session.isdigit():
        return None
    number = int(parsed.session)
    if parsed.organ == "S":
        return None if date.year == number else f"was adopted in {number}"
    if parsed.organ == "A/HRC":
        year = session_year(parsed.organ, parsed.session)
        return None if year in (None, date.year) else f"is of a session of {year}"
    days = session_dates("A", parsed.session) if parsed.organ == "A" and number > 30 else None
    if days is None or days[0] - _WEEK <= date <= days[1] + _WEEK:
        return None
    words = ordinal_words(number)
    return f"is of the {words} session, from {format_date(days[0])} to {format_date(days[1])}"


def _misspelt(case: Case, passage: Passage) -> Iterator[Finding]:
    for match in matches(_MISSPELT, passage.string):
        start, end = match.span("number")
        if not in_ranges(start, quoted(passage.string)):
            mended = f"{match['session']}/{match['rest']}" if match["session"] else None
            yield case.finding(
                "unknown-symbol", "warning", passage.id, start, end,
                f"“{match['number']}” is no number of a resolution; check it.", SOURCE, mended,
            )  # fmt: skip


def _as_of(known: Catalogue) -> str:
    return f" (as of {format_date(known.last_date)})" if known.last_date else ""


def _shared_date(cited: tuple[Citation, ...], date_range: tuple[int, int]) -> bool:
    return sum(one.date_range == date_range for one in cited) > 1


def _ought_to_be_known(known: Catalogue, symbol: str) -> bool:
    """Whether the catalogue knows the symbol's session so well that it ought to know the symbol:
    its neighbours on both sides are there with their dates."""
    parsed = parse_symbol(symbol)
    if parsed is None or parsed.organ not in ("A", "S") or " " in parsed.number:
        return False
    number = int(parsed.number)
    if parsed.organ == "S":
        years = [known.get(f"S/RES/{number} ({int(parsed.session) + d})") for d in (-2, -1, 1, 2)]
        if any(years):
            return True
        near = [
            any(known.get(f"S/RES/{number + step} ({int(parsed.session) + d})") for d in (-1, 0, 1))
            for step in (-2, -1, 1, 2)
        ]
        return all(near)
    if not re.fullmatch(r"\d+", parsed.session):
        return False
    if number > _MOST_OF_A_SESSION and int(parsed.session) > 30:
        return True
    entries = [known.get(f"A/RES/{parsed.session}/{number + step}") for step in (-3, -2, -1)]
    after = [known.get(f"A/RES/{parsed.session}/{number + step}") for step in (1, 2, 3)]
    if any(known.get(f"{symbol} {part}") for part in ("A", "B", "A-B", "A–B")):
        return False
    return all(e is not None and not e.year_only for e in [*entries, *after])
