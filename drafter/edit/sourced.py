"""Last cycle's text after a correction, still knowing where in its file each word was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.model import Change, Group, ReplaceText, Resolution, Span, apply


def corrected(base: Resolution, change: Change) -> Resolution:
    """The text with a correction applied; DoesNotFit where it does not fit.

    What is put back is what stands in the file, so its characters are looked for between those
    on either side of it.
    """
    if isinstance(change, Group):
        for part in change.changes:
            base = corrected(base, part)
        return base
    after = apply(base, change)
    source = base.source
    if source is None or not isinstance(change, ReplaceText) or change.target not in source.spans:
        return after
    spans = {**source.spans, change.target: tuple(_carried(source.spans[change.target], change))}
    return replace(after, source=replace(source, spans=spans))


def _carried(spans: Iterable[Span], change: ReplaceText) -> Iterator[Span]:
    old, new = change.before.string, change.after.string
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    start, end = change.start + head, change.end - tail
    moved = len(new) - len(old)
    size = end - start + moved
    left: list[Span] = []
    right: list[Span] = []
    for span in spans:
        if span.start < start:
            left.append(replace(span, end=min(span.end, start)))
        if span.end > end:
            cut = max(end, span.start)
            at = span.at + cut - span.start
            right.append(Span(cut + moved, span.end + moved, span.block, at))
    yield from left
    if size:
        yield from _between(left, right, start, size)
    yield from right


def _between(left: list[Span], right: list[Span], start: int, size: int) -> Iterator[Span]:
    """Where the ``size`` characters that were put back stand in the file, if they can be told."""
    if left:
        span = left[-1]
        at = span.at + span.end - span.start
        follows = right[0] if right and right[0].block == span.block else None
        if span.end == start and (follows is None or follows.at - at == size):
            yield Span(start, start + size, span.block, at)
    elif right and right[0].start == start + size and right[0].at >= size:
        yield Span(start, start + size, right[0].block, right[0].at - size)
