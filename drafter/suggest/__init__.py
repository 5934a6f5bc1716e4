"""What last cycle's text needs for this cycle.

A rule is a function of a case (text, cycle, catalogue) that gives suggestions; templates own the
wording, rules compute the values. Nothing is applied by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.model import Cycle, Resolution, Suggestion
from drafter.suggest.accept import accept, accepted
from drafter.suggest.case import settled
from drafter.suggest.incremental import Found, find_updates, updates_after
from drafter.suggest.library import Library, TemplateFault, load_library, own_templates_folder
from drafter.suggest.renew import is_tick_box, renewed
from drafter.suggest.report import left_to_you, suggestions_json

if TYPE_CHECKING:
    from drafter.un.catalogue import Catalogue

__all__ = [
    "Found",
    "Library",
    "TemplateFault",
    "accept",
    "accepted",
    "find_updates",
    "is_tick_box",
    "left_to_you",
    "load_library",
    "own_templates_folder",
    "renewed",
    "settled",
    "suggest_updates",
    "suggestions_json",
    "updates_after",
]


def suggest_updates(
    resolution: Resolution,
    cycle: Cycle,
    catalogue: Catalogue,
    library: Library | None = None,
) -> tuple[Suggestion, ...]:
    """Every edit that last cycle's text needs, in the order of the text.

    Certain and likely ones never overlap: where two rules would change the same words, the first
    rule keeps them and the other becomes a question no more.
    """
    return find_updates(resolution, cycle, catalogue, library).suggestions
