"""Lists: each series' newest member, ascending; or everything kept and the newer appended.

A list of "the most recent" resolutions with one member a series is moved on whole, and keeping
and appending is offered in its place (the drafters of 2023 did so); a list that names several
members of one series grows. Sources: DOMAIN (5 of 5 in 2017 and 2019); 78/210 to 80/213.
"""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import Suggestion
from drafter.model.suggestion import Confidence
from drafter.suggest.case import Case, short, suggestion
from drafter.suggest.lists import NewList, appended, by_list, grows, replaced
from drafter.suggest.pointers import PointerList, pointer_lists


def rule(case: Case) -> Iterable[Suggestion]:
    """Lists that change as a whole."""
    for group in case.once(pointer_lists):
        if not by_list(case, group):
            continue
        growing = grows(case, group)
        first = appended(case, group) if growing else replaced(case, group)
        other = None
        if not growing:
            other = appended(case, group)
        key = f"either {group.target} {group.items[0].citation.number[0]}"
        name = key if other and first else None
        if first:
            how = "keeps its members and gets the newer ones" if growing else (
                "names the newest of each series")  # fmt: skip
            yield _made(case, group, first, _confidence(group), how, name)
        if other:
            yield _made(case, group, other, "ask", "may also keep what it has and append", name)


def _made(
    case: Case, group: PointerList, new: NewList, confidence: Confidence, how: str,
    name: str | None,
) -> Suggestion:  # fmt: skip
    added = ", ".join(short(symbol) for symbol in new.added)
    reason = f"The list {how}: {added}."
    key = f"{group.target}|{group.items[0].citation.number[0]}|{new.before}|{new.after}"
    return suggestion(
        "most-recent-list", confidence, new.change, key, reason, case.evidence(*new.added), name
    )


def _confidence(group: PointerList) -> Confidence:
    return "likely" if group.standing == "current" else "ask"
