"""The document's own predecessor: wherever last cycle's text cites it as the last word, the new
draft cites the loaded text itself, dated at first mention only. Source: DOMAIN (S2, S4)."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import Suggestion
from drafter.suggest.case import Case
from drafter.suggest.lists import by_list
from drafter.suggest.moving import moved
from drafter.suggest.pointers import pointer_lists
from drafter.suggest.wording import order


def rule(case: Case) -> Iterable[Suggestion]:
    """Citations of the newest member of the loaded text's own series."""
    latest = _latest(case)
    for group in case.once(pointer_lists):
        if by_list(case, group):
            continue
        for item in group.items:
            if item.own and item.citation.symbol == latest:
                yield from moved(case, "predecessor", group, item)


def _latest(case: Case) -> str | None:
    """The newest of its own series that the text cites anywhere."""
    symbols = {
        item.citation.symbol
        for group in case.once(pointer_lists)
        for item in group.items
        if item.own
    }
    return max(symbols, key=order, default=None)
