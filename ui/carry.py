"""Suggestions for last cycle's text, carried to the draft as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import cast

from drafter.model import (
    Change,
    Comparison,
    Cycle,
    DeleteParagraph,
    ReplaceText,
    Resolution,
    SetMasthead,
    Suggestion,
    Text,
    rebase,
)
from drafter.model.resolution import MastheadField


def carried(pending: Iterable[Suggestion], over: Change) -> Iterator[Suggestion]:
    """Those that still fit after a change; what touches the same words is overtaken."""
    for suggestion in pending:
        change = rebase(suggestion.change, over)
        if change is not None:
            same = change is suggestion.change
            yield suggestion if same else replace(suggestion, change=change)


def without_alternatives(
    pending: Iterable[Suggestion], chosen: Suggestion
) -> tuple[Suggestion, ...]:
    """Those that may still be accepted beside the chosen one."""
    from drafter.suggest.accept import is_alternative

    return tuple(s for s in pending if s.id != chosen.id and not is_alternative(s, chosen))


def between(comparison: Comparison) -> Iterator[Change]:
    """What was done to the old text, as far as its suggestions care: for a reopened draft, whose
    history is gone. Only things that kept their id are followed."""
    old, new = comparison.old.masthead, comparison.new.masthead
    for field in fields(old):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            yield SetMasthead(cast(MastheadField, field.name), before, after)
    for row in comparison.rows:
        for old_id in row.old:
            if old_id not in row.new and old_id in comparison.old.positions:
                yield DeleteParagraph(None, comparison.old.paragraph(old_id))
        if len(row.old) == len(row.new) == 1 and row.old == row.new:
            at = 0
            for piece in row.words:
                if piece.op == "-":
                    yield ReplaceText(row.old[0], at, Text(piece.text), Text())
                elif piece.op == "+":
                    yield ReplaceText(row.old[0], at, Text(), Text(piece.text))
                at += len(piece.text) if piece.op != "-" else 0


def ticked_again(
    draft: Resolution,
    cycle: Cycle | None,
    offered: Iterable[Suggestion],
    open_: Iterable[Suggestion],
) -> tuple[Suggestion, ...]:
    """The open ones, with the tick-boxes among ``offered`` that were lost on the way: those of
    a list stand at the same place in it, so each is made anew for the list as it is now."""
    offered, kept = tuple(offered), {s.id: s for s in open_}
    lost = [s for s in offered if (s.group or "").startswith("any") and s.id not in kept]
    if lost and cycle is not None:
        from drafter.suggest import renewed
        from drafter.un import catalogue

        kept |= {s.id: s for s in renewed(draft, cycle, catalogue.load(), lost)}
    return tuple(kept[s.id] for s in offered if s.id in kept)
