"""Suggestions worked out anew after a change: only rules that read what changed run again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.model import Change, Cycle, Resolution, Suggestion, apply
from drafter.suggest.case import Case, settled
from drafter.suggest.library import Library, load_library
from drafter.suggest.rules import READS, RULES
from drafter.suggest.settling import settled_suggestions

if TYPE_CHECKING:
    from drafter.un.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Ran:
    """What one rule read and suggested."""

    read: object
    notes: tuple[str, ...]
    """Ids of new notes that were given away before it ran."""
    suggestions: tuple[Suggestion, ...]
    taken: tuple[str, ...]
    """Ids of new notes that it took."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a text, with what each rule made of it."""

    resolution: Resolution
    cycle: Cycle
    catalogue: Catalogue
    library: Library
    ran: tuple[Ran, ...]
    suggestions: tuple[Suggestion, ...]
    """All that was found, in the order of the text."""
    again: int
    """How many rules had to run."""


def find_updates(
    resolution: Resolution,
    cycle: Cycle,
    catalogue: Catalogue,
    library: Library | None = None,
    before: Found | None = None,
) -> Found:
    """Every edit that a text needs; rules that read the same as ``before`` do not run again."""
    library = library or load_library()
    case = Case(resolution, settled(resolution, cycle), catalogue, library)
    same = (
        before is not None
        and before.library is library
        and before.catalogue.version == catalogue.version
        and settled(before.resolution, before.cycle) == case.cycle
    )
    ran: list[Ran] = []
    again = 0
    for index, rule in enumerate(RULES):
        notes = case.notes_given
        read = READS[rule](case)
        old = before.ran[index] if same and before is not None else None
        if old is None or old.notes != notes or old.read != read:
            again += 1
            found = tuple(rule(case))
            old = Ran(read, notes, found, case.notes_given[len(notes) :])
        else:
            case.give_notes(old.taken)
        ran.append(old)
    every = (one for each in ran for one in each.suggestions)
    suggestions = settled_suggestions(resolution, every)
    return Found(resolution, cycle, catalogue, library, tuple(ran), suggestions, again)


def updates_after(before: Found, change: Change) -> Found:
    """The same as working everything out for the changed text."""
    after = apply(before.resolution, change)
    return find_updates(after, before.cycle, before.catalogue, before.library, before)
