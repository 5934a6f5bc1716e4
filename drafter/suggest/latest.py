"""What came after a cited resolution: the later members of its series, as the catalogue and the
words behind the citation tell.

A series that was curated by hand is followed whatever its members are called; one that was found
by likeness only to members of the same title (the quadrennial review and the yearly follow-up
share much, but one does not take the other's place).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from drafter.suggest.case import Case
from drafter.suggest.wording import subject
from drafter.un.catalogue_own import HAND
from drafter.un.citations import Citation
from drafter.un.series import title_key

if TYPE_CHECKING:
    from drafter.un.catalogue import Entry

CURATED = "series table"
"""What the catalogue says of entries whose series was curated."""


def is_curated(members: Iterable[Entry]) -> bool:
    """Whether a person said what belongs to a series: the curated table, or the delegation."""
    return any(CURATED in m.where or (HAND in m.where and m.series) for m in members)


DRAFTED = dt.timedelta(days=240)
"""A text is drafted up to this long before it is adopted: a commission's in May for December."""
FRESH = dt.timedelta(days=21)
"""What the adopting session itself adopted in so many days before the cycle's date is too fresh
for a text that is on the table by then: drafts of one committee do not cite each other."""
ALIKE = 85
"""Likeness of titles, in per cent, from which two texts are of one line."""


def later(case: Case, one: Citation) -> tuple[str, ...]:
    """Symbols of what was adopted after a cited text in its line by the cycle's date, ascending.

    None where a later one was there already when the loaded text was drafted: then its drafters
    meant this very text, not the latest.
    """
    by = case.cycle.date
    entry = case.catalogue.get(one.symbol, as_of=by)
    since = one.date or (entry.date if entry else None)
    if entry is None:
        found = _of_title(case, one.organ, _words(case, one), since)
    else:
        found = _of_line(case, entry, since)
    rows = _after(case, found, one.organ, one.symbol, since)
    if since and case.own.date and any(m.date <= case.own.date - DRAFTED for m in rows):
        return ()
    return tuple(m.symbol for m in rows)


def since_loaded(case: Case) -> tuple[str, ...]:
    """Symbols of what was adopted in the loaded text's own series after it, ascending: there is
    some where what was loaded is not last cycle's text but an older one."""
    own = case.own
    if own.symbol is None or own.date is None:
        return ()
    entry = case.catalogue.get(own.symbol)
    if entry is None:
        found = _of_title(case, own.organ, own.title, own.date)
    else:
        found = _of_line(case, entry, own.date)
    return tuple(m.symbol for m in _after(case, found, own.organ, own.symbol, own.date))


def _of_line(case: Case, entry: Entry, since: dt.date | None) -> list[Entry]:
    """The members of a resolution's line, as far as they are known by the cycle's date."""
    by = case.cycle.date
    if entry.series is None:
        return _of_title(case, entry.organ, entry.title, since)
    members = case.catalogue.members(entry.series, as_of=by)
    if not is_curated(members):
        return _one_a_session([m for m in members if alike(m.title, entry.title)], entry)
    newest = case.catalogue.newest(entry.symbol, as_of=by)
    ends = newest.date if newest and newest.symbol != entry.symbol else None
    return [m for m in members if ends and m.date <= ends]


def _after(
    case: Case, found: list[Entry], organ: str, symbol: str, since: dt.date | None
) -> list[Entry]:
    """Those of an organ adopted after a date, but not just before the new text, ascending."""
    rows = [
        m
        for m in found
        if m.organ == organ
        and m.symbol != symbol
        and (since is None or m.date > since)
        and not _fresh(case, m)
    ]
    return sorted(rows, key=lambda m: m.date)


def _fresh(case: Case, entry: Entry) -> bool:
    """Whether a resolution was adopted just before the new text (``FRESH``)."""
    return (
        entry.organ == case.cycle.adopting
        and entry.session == case.cycle.adopting_session
        and entry.date > case.cycle.date - FRESH
    )


def _one_a_session(members: list[Entry], entry: Entry) -> list[Entry]:
    """Of several that one session adopted the one of the very same title; none where that does
    not tell."""
    found: list[Entry] = []
    for session in {m.session for m in members}:
        rows = [m for m in members if m.session == session]
        if len(rows) > 1:
            rows = [m for m in rows if m.title.lower() == entry.title.lower()]
        if len(rows) == 1:
            found += rows
    return found


def alike(title: str, other: str) -> bool:
    """Whether two titles name one line: ordinals, years, small words and spaces left aside, and
    what stands behind a colon ("Global health and foreign policy: …" has a new theme each year)."""
    a, b = title_key(title), title_key(other)
    if a == b or fuzz.token_sort_ratio(a, b) >= ALIKE or a.replace(" ", "") == b.replace(" ", ""):
        return True
    heads = [title_key(t.partition(":")[0]) for t in (title, other)]
    return ":" in title + other and heads[0] == heads[1] and len(heads[0].split()) > 2


def _of_title(case: Case, organ: str, title: str, since: dt.date | None) -> list[Entry]:
    """Later texts of the same organ and title; none where the title says too little, or where one
    session has several."""
    if since is None or len(title_key(title).split()) < 2:
        return []
    found = [
        entry
        for entry in case.catalogue.same_title(title, organ, as_of=case.cycle.date)
        if entry.date > since
    ]
    sessions = [entry.session for entry in found]
    return found if len(sessions) == len(set(sessions)) else []


def _words(case: Case, one: Citation) -> str:
    """What the text itself says a resolution is about: the words behind it; for another organ's
    in a list without any, the loaded text's own title."""
    for target, citations in case.citations.items():
        for other in citations:
            if other is one:
                if one.descriptor:
                    return subject(case.text(target)[slice(*one.descriptor)])
                return case.own.title if one.organ != case.own.organ else ""
    return ""
