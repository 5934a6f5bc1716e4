"""All rules over a text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from drafter.check.case import Case
from drafter.check.rules import (
    abbreviations,
    bodies,
    brackets,
    chains,
    citation_form,
    citations,
    cross_references,
    cues,
    dates,
    endings,
    known,
    lists,
    masthead,
    notes,
    numbering,
    openings,
    quotes,
    report_back,
    small_numbers,
    speaker,
    spelling,
    take_note,
    upon_request,
)
from drafter.model import Cycle, Finding, Resolution, note_numbers
from drafter.un.catalogue import Catalogue

Rule = Callable[[Case], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    masthead.check,
    openings.check,
    endings.check,
    numbering.check,
    chains.check,
    cues.check,
    notes.check,
    citations.check,
    citation_form.check,
    known.check,
    lists.check,
    speaker.check,
    abbreviations.check,
    bodies.check,
    take_note.check,
    upon_request.check,
    report_back.check,
    cross_references.check,
    spelling.check,
    dates.check,
    small_numbers.check,
    quotes.check,
    brackets.check,
)
"""Every rule, in the order in which a person would go through them."""

_ORDER = {"error": 0, "warning": 1, "note": 2}


def check_resolution(
    resolution: Resolution,
    cycle: Cycle | None = None,
    catalogue: Catalogue | None = None,
    off: Collection[str] = (),
) -> tuple[Finding, ...]:
    """The findings on a text, in the order of the text.

    ``off`` names rules that a person has switched off. Nothing is said about what reading
    repaired or asks about.
    """
    case = Case(resolution, cycle, catalogue)
    found: dict[tuple[str, str, int, int], Finding] = {}
    for rule in RULES:
        for one in rule(case):
            known_target = one.target in resolution.positions or (
                one.target in resolution.notes_by_id
            )
            if one.rule in off or (
                known_target and case.about_damage(one.target, one.start, one.end)
            ):
                continue
            found.setdefault((one.rule, one.target, one.start, one.end), one)
    order = {p.id: i for i, p in enumerate(resolution.paragraphs)}
    order |= {note: len(order) + number for note, number in note_numbers(resolution).items()}
    return tuple(
        sorted(
            found.values(),
            key=lambda f: (order.get(f.target, -1), f.start, _ORDER[f.severity], f.rule),
        )
    )


def rule_names() -> tuple[str, ...]:
    """The names that findings carry, for preferences."""
    names: list[str] = []
    for rule in RULES:
        module = __import__(rule.__module__, fromlist=["NAMES"])
        names += module.NAMES
    return tuple(names)
