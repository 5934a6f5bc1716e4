"""Accepting: suggestions applied one after the other, the rest carried along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from drafter.model import DoesNotFit, Resolution, Suggestion, apply, rebase


def accept(
    resolution: Resolution, chosen: Suggestion, pending: Iterable[Suggestion]
) -> tuple[Resolution, tuple[Suggestion, ...]]:
    """The text with one suggestion accepted, and those still pending carried along.

    One that no longer fits is dropped, and so is every alternative to the chosen one. DoesNotFit
    where the chosen one does not fit itself.
    """
    after = apply(resolution, chosen.change)
    kept: list[Suggestion] = []
    for one in pending:
        if one.id == chosen.id or is_alternative(one, chosen):
            continue
        change = rebase(one.change, chosen.change)
        if change is not None:
            kept.append(replace(one, change=change))
    return after, tuple(kept)


def accepted(
    resolution: Resolution,
    suggestions: Iterable[Suggestion],
    level: Literal["certain", "likely"] = "likely",
) -> tuple[Resolution, tuple[Suggestion, ...]]:
    """The text with every suggestion of a confidence accepted (``likely`` takes the certain ones
    too), and those that were; what no longer fits is left out."""
    levels = ("certain",) if level == "certain" else ("certain", "likely")
    pending = tuple(one for one in suggestions if one.confidence in levels)
    by_id = {one.id: one for one in pending}
    taken: list[Suggestion] = []
    while pending:
        first, rest = pending[0], pending[1:]
        try:
            resolution, pending = accept(resolution, first, rest)
        except DoesNotFit:
            pending = rest
            continue
        taken.append(by_id[first.id])
    return resolution, tuple(taken)


def is_alternative(one: Suggestion, other: Suggestion) -> bool:
    """Whether two exclude each other: of a group whose name begins with "either"."""
    return one.group is not None and one.group == other.group and one.group.startswith("either")
