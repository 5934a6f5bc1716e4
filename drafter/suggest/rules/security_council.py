"""Newer Security Council resolutions for a list that goes on: tick-boxes, ascending.

A list of "the most recent" goes on, and so does one that was up to date when the loaded text was
adopted; for that only what is on the very same subject is offered. Everything in the list stays.
Drafters take some of the newer ones and leave others (2017 took 2253 and left 2242), so each is
asked about, in one group, and none is ever applied by itself. Source: DOMAIN (S1 to S4).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from drafter.model import Evidence, Suggestion
from drafter.suggest.appending import insertion
from drafter.suggest.case import Case, short, suggestion
from drafter.suggest.latest import DRAFTED
from drafter.suggest.pointers import PointerList, pointer_lists
from drafter.suggest.wording import date_of

MOST = 12
"""Tick-boxes that are offered for a list of the most recent."""
_LEAST = 0.25
"""Share of the subjects that a newer one must have."""
_MOST_PLAIN, _LEAST_PLAIN = 6, 0.4
"""The same for a list that only was up to date."""
_UP_TO_DATE = dt.timedelta(days=2 * 366)


def rule(case: Case) -> Iterable[Suggestion]:
    """A tick-box for each newer resolution on the subjects of a list."""
    for group in case.once(pointer_lists):
        if goes_on(case, group):
            yield from tick_boxes(case, group)


def goes_on(case: Case, group: PointerList) -> bool:
    """Whether a list of Council resolutions takes in newer ones."""
    if group.items[0].citation.organ != "S":
        return False
    if group.most_recent:
        return True
    own = case.own.date
    if own is None or group.in_note or len(group.items) < 2:
        return False
    dates = [date_of(case, item.citation.symbol) for item in group.items]
    newest = max((date for date in dates if date), default=None)
    recalled = all(item.standing == "current" for item in group.items)
    return recalled and newest is not None and newest >= own - _UP_TO_DATE


def tick_boxes(case: Case, group: PointerList) -> Iterable[Suggestion]:
    """The newer resolutions that a list may take in, each one suggestion."""
    there = [item.citation.symbol for item in group.items]
    most, least = (MOST, _LEAST) if group.most_recent else (_MOST_PLAIN, _LEAST_PLAIN)
    found = case.catalogue.related_security_council(
        there, as_of=case.cycle.date, limit=2 * MOST, least=least
    )
    own = case.own.date
    # What was there when the loaded text was drafted and is not in its list was left out by choice.
    newer = [entry for entry in found if own is None or entry.date >= own - DRAFTED]
    for entry in newer[-most:]:
        evidence = Evidence(
            entry.symbol, entry.title, None if entry.year_only else entry.date, entry.where
        )
        made = tick_box(case, group, evidence)
        if made:
            yield made


def tick_box(case: Case, group: PointerList, newer: Evidence) -> Suggestion | None:
    """The suggestion to put one newer resolution into a list; None where it is there already."""
    change = insertion(case, group, newer.symbol)
    if change is None:
        return None
    reason = (
        f"Security Council resolution {short(newer.symbol)} is newer and on the same subjects; "
        "tick it if the list should name it."
    )
    key = f"{group.target}|{newer.symbol}"
    return suggestion(
        "security-council", "ask", change, key, reason, (newer,), f"any {group.target} S"
    )
