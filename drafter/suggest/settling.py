"""Which of all that the rules suggest stands, and in which order."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import ReplaceText, Resolution, Suggestion
from drafter.suggest.report import flat

_RANK = {"certain": 0, "likely": 1, "ask": 2}


def settled_suggestions(
    resolution: Resolution, suggestions: Iterable[Suggestion]
) -> tuple[Suggestion, ...]:
    """Each suggestion once, without those that would touch the words of an earlier rule's, in the
    order of the text."""
    found: dict[str, Suggestion] = {}
    for one in suggestions:
        found.setdefault(one.id, one)
    kept = _apart(tuple(found.values()))
    return tuple(sorted(kept, key=lambda one: _place(resolution, one)))


def _apart(suggestions: tuple[Suggestion, ...]) -> list[Suggestion]:
    """Without the certain and likely ones that would touch words an earlier rule changes, and
    without questions about words that a certain or likely one changes."""
    taken: dict[str, list[tuple[int, int]]] = {}
    kept: list[Suggestion] = []
    for one in suggestions:
        if one.confidence == "ask":
            continue
        spans = _spans(one)
        if any(_meets(span, other) for target, span in spans for other in taken.get(target, [])):
            continue
        for target, span in spans:
            taken.setdefault(target, []).append(span)
        kept.append(one)
    groups = {one.group for one in kept if one.group}
    for one in suggestions:
        if one.confidence != "ask":
            continue
        met = any(_meets(s, other) for target, s in _spans(one) for other in taken.get(target, []))
        if not met or one.group in groups:
            kept.append(one)
    return kept


def _spans(one: Suggestion) -> list[tuple[str, tuple[int, int]]]:
    return [
        (part.target, (part.start, part.end))
        for part in flat(one.change)
        if isinstance(part, ReplaceText)
    ]


def _meets(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two ranges share a character, or one stands where the other begins."""
    if a[0] == a[1] or b[0] == b[1]:
        return a[0] <= b[1] and b[0] <= a[1]
    return a[0] < b[1] and b[0] < a[1]


def _place(resolution: Resolution, one: Suggestion) -> tuple[int, int, int]:
    spans = _spans(one)
    if not spans:
        return (-1, 0, _RANK[one.confidence])
    target, (start, _) = spans[0]
    order = resolution.positions.get(target)
    if order is None:
        ids = [note.id for note in resolution.notes]
        order = len(resolution.paragraphs) + ids.index(target)
    return (order, start, _RANK[one.confidence])
