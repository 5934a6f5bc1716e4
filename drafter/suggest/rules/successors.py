"""A citation of another series' newest text moves on to the member that is newest now, with its
date and, where the words behind it were the old title, its title. Source: DOMAIN (S1 to S2)."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import Suggestion
from drafter.suggest.case import Case
from drafter.suggest.lists import by_list
from drafter.suggest.moving import moved
from drafter.suggest.pointers import pointer_lists


def rule(case: Case) -> Iterable[Suggestion]:
    """Citations of other series that have a newer member."""
    for group in case.once(pointer_lists):
        if by_list(case, group):
            continue
        for item in group.items:
            if item.own or (group.in_note and item.standing == "history"):
                continue
            yield from moved(case, "successor", group, item)
