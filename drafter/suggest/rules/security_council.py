"""Newer Security Council resolutions for a list of "the most recent": tick-boxes, ascending.

The list is additive: everything in it stays. Drafters take some of the newer ones and leave
others (2017 took 2253 and left 2242), so each is asked about, in one group, and none is ever
applied by itself. Source: DOMAIN (S1 to S4).
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import Evidence, Suggestion
from drafter.suggest.appending import insertion
from drafter.suggest.case import Case, short, suggestion
from drafter.suggest.latest import DRAFTED
from drafter.suggest.pointers import PointerList, pointer_lists

MOST = 12
"""Tick-boxes that are offered for a list."""


def rule(case: Case) -> Iterable[Suggestion]:
    """A tick-box for each newer resolution on the subjects of a list."""
    for group in case.once(pointer_lists):
        if group.items[0].citation.organ == "S" and group.most_recent:
            yield from tick_boxes(case, group)


def tick_boxes(case: Case, group: PointerList) -> Iterable[Suggestion]:
    """The newer resolutions that a list may take in, each one suggestion."""
    there = [item.citation.symbol for item in group.items]
    found = case.catalogue.related_security_council(there, as_of=case.cycle.date, limit=2 * MOST)
    own = case.own.date
    # What was there when the loaded text was drafted and is not in its list was left out by choice.
    newer = [entry for entry in found if own is None or entry.date >= own - DRAFTED]
    for entry in newer[-MOST:]:
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
