"""The document's own predecessor: wherever last cycle's text cites it as the last word, the new
draft cites the loaded text itself, dated at first mention only. Source: DOMAIN (S2, S4)."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import Suggestion
from drafter.suggest.case import Case
from drafter.suggest.dating import newest_own
from drafter.suggest.lists import by_list
from drafter.suggest.moving import moved
from drafter.suggest.pointers import pointer_lists
from drafter.suggest.wording import order


def rule(case: Case) -> Iterable[Suggestion]:
    """Citations of the newest member of the loaded text's own series."""
    latest = newest_own(case)
    for group in case.once(pointer_lists):
        if by_list(case, group):
            continue
        for item in group.items:
            if not item.own or item.citation.symbol != latest:
                continue
            if item.standing == "current" or _is_last(case, latest):
                yield from moved(case, "predecessor", group, item)


def _is_last(case: Case, symbol: str | None) -> bool:
    """Whether no member of the series is known between a cited one and the loaded text."""
    before = case.catalogue.predecessor(case.own.symbol) if case.own.symbol else None
    return symbol is None or before is None or order(before.symbol) <= order(symbol)
