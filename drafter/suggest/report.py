"""Suggestions as the command line prints them (shared contract, CLI "suggest")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from drafter.model import (
    AddNote,
    Change,
    Cycle,
    DeleteParagraph,
    Evidence,
    Group,
    InsertParagraph,
    Kind,
    ReplaceText,
    Resolution,
    SetAttribute,
    SetMasthead,
    Suggestion,
    labels,
)
from drafter.suggest.case import settled

_SUBSTANCE = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)


def suggestions_json(
    resolution: Resolution, cycle: Cycle, suggestions: Iterable[Suggestion]
) -> dict[str, Any]:
    """What ``drafter suggest --json`` prints: the cycle with what was worked out, every edit, and
    how many paragraphs no suggestion touches."""
    names = labels(resolution)
    found = tuple(suggestions)
    rows = [row for one in found for row in _rows(one, names)]
    cycle = settled(resolution, cycle)
    echo: dict[str, Any] = {
        "organ": cycle.organ,
        "session": cycle.session,
        "date": cycle.date.isoformat(),
        "adopting": cycle.adopting,
        "adopting_session": cycle.adopting_session,
    }
    if cycle.agenda_item is not None:
        echo["agenda_item"] = cycle.agenda_item
    if cycle.submitters:
        echo["submitters"] = list(cycle.submitters)
    return {
        "schema": 1,
        "cycle": echo,
        "suggestions": rows,
        "left_to_you": {"paragraphs": left_to_you(resolution, found)},
    }


def left_to_you(resolution: Resolution, suggestions: Iterable[Suggestion]) -> int:
    """Paragraphs of substance that no suggestion touches: their wording is the person's."""
    touched = {target for one in suggestions for target in _targets(one.change)}
    return sum(
        p.kind in _SUBSTANCE and p.id not in touched
        for p in resolution.paragraphs
    )  # fmt: skip


def flat(change: Change) -> Iterator[Change]:
    """The single changes of a change."""
    if isinstance(change, Group):
        for part in change.changes:
            yield from flat(part)
    else:
        yield change


def _targets(change: Change) -> set[str]:
    return {part.target for part in flat(change) if isinstance(part, ReplaceText)}


def _rows(one: Suggestion, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    for number, change in enumerate(flat(one.change), 1):
        edit = _edit(change, names)
        if edit is None:
            continue
        yield {
            "id": one.id if number == 1 else f"{one.id}.{number}",
            "rule": one.rule,
            "confidence": one.confidence,
            "group": one.group,
            **edit,
            "reason": one.reason,
            "evidence": [_evidence(each) for each in one.evidence],
        }


def _edit(change: Change, names: dict[str, str]) -> dict[str, Any] | None:
    match change:
        case ReplaceText(target, start, before, after):
            return {
                "op": "replace", "paragraph": names.get(target, target), "start": start,
                "end": change.end, "before": before.string, "after": after.string,
            }  # fmt: skip
        case InsertParagraph(after, paragraph):
            return {
                "op": "insert_after", "paragraph": names.get(after) if after else None,
                "start": None, "end": None, "before": "", "after": paragraph.text.string,
                "kind": str(paragraph.kind),
            }  # fmt: skip
        case AddNote(_, note):
            return {
                "op": "insert_after", "paragraph": None, "start": None, "end": None, "before": "",
                "after": note.text.string, "kind": "footnote",
            }  # fmt: skip
        case DeleteParagraph(_, paragraph):
            return {
                "op": "delete", "paragraph": names.get(paragraph.id, paragraph.id), "start": 0,
                "end": len(paragraph.text), "before": paragraph.text.string, "after": "",
            }  # fmt: skip
        case SetMasthead(field, before, after):
            return {
                "op": "set", "paragraph": f"masthead.{field}", "start": None, "end": None,
                "before": _words(before), "after": _words(after),
            }  # fmt: skip
        case SetAttribute(paragraph_id, name, before, after):
            return {
                "op": "set", "paragraph": names.get(paragraph_id, paragraph_id), "start": None,
                "end": None, "before": _words(before), "after": _words(after), "field": name,
            }  # fmt: skip
        case _:
            return None


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return str(value)


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "symbol": evidence.symbol,
        "title": evidence.title,
        "date": evidence.date.isoformat() if evidence.date else None,
        "where": evidence.where,
    }
