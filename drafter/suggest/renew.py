"""Tick-boxes after one of them was ticked: the others, worked out on the list as it is now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.model import Cycle, Resolution, Suggestion
from drafter.suggest.case import Case, settled
from drafter.suggest.library import Library, load_library
from drafter.suggest.pointers import pointer_lists
from drafter.suggest.rules.security_council import goes_on, tick_box

if TYPE_CHECKING:
    from drafter.un.catalogue import Catalogue


def renewed(
    draft: Resolution,
    cycle: Cycle,
    catalogue: Catalogue,
    dropped: Iterable[Suggestion],
    library: Library | None = None,
) -> tuple[Suggestion, ...]:
    """Those of ``dropped`` that are tick-boxes (groups whose name begins with "any"), as they fit
    the draft now, under their old ids; a tick changes the words that the others stand on."""
    boxes = [one for one in dropped if is_tick_box(one)]
    if not boxes:
        return ()
    case = Case(draft, settled(draft, cycle), catalogue, library or load_library())
    lists = {
        f"any {group.target} S": group for group in case.once(pointer_lists) if goes_on(case, group)
    }
    found = (
        tick_box(case, lists[one.group], one.evidence[0])
        for one in boxes
        if one.group in lists and one.evidence
    )
    return tuple(one for one in found if one is not None)


def is_tick_box(one: Suggestion) -> bool:
    """Whether it is one of several that may be taken together."""
    return one.group is not None and one.group.startswith("any")
